/** The texts of a container's part in which other parts may be named. */
import type { JsonPath } from '../text/json-positions.ts';

/** A text with references, or the name of a tag or the id of a trigger. */
export interface ContainerText {
  readonly value: string;
  readonly path: JsonPath;
  readonly names: 'variables' | 'tag' | 'trigger';
}

/** Parameters nest as list, map, value; deeper levels mean nothing to Tag Manager. */
const MAX_DEPTH = 24;
const MAX_TEXTS = 20_000;

/** What says nothing about other parts, or is read by itself. */
const APART = new Set([
  'name',
  'notes',
  'type',
  'path',
  'fingerprint',
  'tagManagerUrl',
  'templateData',
  'galleryReference',
  'setupTag',
  'teardownTag',
]);

/** All of them, wherever they stand: fields that nobody has heard of yet included. */
export function textsOf(raw: Readonly<Record<string, unknown>>, path: JsonPath): ContainerText[] {
  const found: ContainerText[] = [];
  for (const [key, value] of Object.entries(raw)) if (!APART.has(key)) collect(value, [...path, key], found, 0);
  return found;
}

function collect(value: unknown, path: JsonPath, found: ContainerText[], depth: number): void {
  if (depth > MAX_DEPTH || found.length >= MAX_TEXTS) return;
  if (typeof value === 'string') {
    if (path.includes('customEvaluationTriggerId')) found.push({ value, path, names: 'trigger' });
    else if (value.includes('{{')) found.push({ value, path, names: 'variables' });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], found, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    const named = namedBy(value);
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'type') continue;
      const at = [...path, key];
      if (key === 'value' && named && typeof inner === 'string' && !inner.includes('{{'))
        found.push({ value: inner, path: at, names: named });
      else collect(inner, at, found, depth + 1);
    }
  }
}

/** `TAG_REFERENCE`, `triggerReference`: the value of such a parameter is a name or an id. */
function namedBy(value: object): 'tag' | 'trigger' | undefined {
  const type: unknown = Reflect.get(value, 'type');
  if (typeof type !== 'string') return undefined;
  const word = type.toLowerCase().replace('_', '');
  return word === 'tagreference' ? 'tag' : word === 'triggerreference' ? 'trigger' : undefined;
}

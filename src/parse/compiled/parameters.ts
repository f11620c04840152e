/** The values of macros and tags as the parameters of an export. */
import type { JsonPath } from '../../text/json-positions.ts';
import type { ContainerParameter } from '../container.ts';
import type { Json } from '../container-json.ts';
import type { ContainerText } from '../container-texts.ts';
import { type Names, textOf } from './texts.ts';

const PREFIX = 'vtp_';
/** Deeper lists and maps mean nothing to Tag Manager. */
const MAX_DEPTH = 12;
const MAX_TEXTS = 20_000;

/** The parameters of a macro or tag, by the names that they have in an export. */
export function parametersOf(raw: Json, path: JsonPath, names: Names): Map<string, ContainerParameter> {
  const found = new Map<string, ContainerParameter>();
  for (const [key, value] of Object.entries(raw)) {
    if (!key.startsWith(PREFIX)) continue;
    const name = key.slice(PREFIX.length);
    found.set(name, parameterOf(name, value, [...path, key], names));
  }
  return found;
}

/** One value as a parameter. */
export function parameterOf(key: string, value: unknown, path: JsonPath, names: Names, depth = 0): ContainerParameter {
  const empty = { key, value: undefined, list: [], map: [], path };
  if (depth > MAX_DEPTH) return { ...empty, type: 'TEMPLATE' };
  const kind: unknown = Array.isArray(value) ? value[0] : undefined;
  if (Array.isArray(value) && kind === 'list')
    return {
      ...empty,
      type: 'LIST',
      list: value.slice(1).map((item, index) => parameterOf('', item, [...path, index + 1], names, depth + 1)),
    };
  if (Array.isArray(value) && kind === 'map') {
    const map: ContainerParameter[] = [];
    for (let at = 1; at + 1 < value.length; at += 2) {
      const name = textOf(value[at], [...path, at], names) ?? '';
      map.push(parameterOf(name, value[at + 1], [...path, at + 1], names, depth + 1));
    }
    return { ...empty, type: 'MAP', map };
  }
  const type =
    typeof value === 'boolean'
      ? 'BOOLEAN'
      : typeof value === 'number'
        ? 'INTEGER'
        : kind === 'tag'
          ? 'TAG_REFERENCE'
          : 'TEMPLATE';
  return { ...empty, type, value: textOf(value, path, names) };
}

/** The texts in parameters that refer to other parts. */
export function textsOf(parameters: Iterable<ContainerParameter>): ContainerText[] {
  const found: ContainerText[] = [];
  const waiting = [...parameters];
  for (let one = waiting.pop(); one && found.length < MAX_TEXTS; one = waiting.pop()) {
    const { type, value, path } = one;
    if (value !== undefined && type === 'TAG_REFERENCE') found.push({ value, path, names: 'tag' });
    else if (value?.includes('{{')) found.push({ value, path, names: 'variables' });
    waiting.push(...one.list, ...one.map);
  }
  return found;
}

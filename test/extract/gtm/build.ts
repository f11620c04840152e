/** Short ways to write a container, to read it, and to print what was read. */
import type { ExtractedUnit } from '../../../src/extract/extracted.ts';
import { extractContainer } from '../../../src/extract/gtm/index.ts';
import type { Guard } from '../../../src/model/guard.ts';
import { GENERAL_PROFILE } from '../../../src/model/profile.ts';
import type { Activity } from '../../../src/model/unit.ts';
import type { Value } from '../../../src/model/value.ts';
import { ScriptParser } from '../../../src/parse/script.ts';
import { Source } from '../../../src/text/source.ts';
import { TEST_CATALOG } from './catalog.ts';

export type Json = Record<string, unknown>;
type Parameters = Readonly<Record<string, string | readonly Record<string, string>[]>>;

/** A parameter list in the shape of an export; a list of records is a table. */
function parameters(given: Parameters): Json[] {
  return Object.entries(given).map(([key, value]) =>
    typeof value === 'string'
      ? { type: value === 'true' || value === 'false' ? 'BOOLEAN' : 'TEMPLATE', key, value }
      : {
          type: 'LIST',
          key,
          list: value.map((row) => ({
            type: 'MAP',
            map: Object.entries(row).map(([cell, text]) => ({ type: 'TEMPLATE', key: cell, value: text })),
          })),
        },
  );
}

export function tag(name: string, type: string, given: Parameters = {}, more: Json = {}): Json {
  return { tagId: name, name, type, parameter: parameters(given), firingTriggerId: ['2147479553'], ...more };
}

export function variable(name: string, type: string, given: Parameters = {}, more: Json = {}): Json {
  return { variableId: name, name, type, parameter: parameters(given), ...more };
}

/** A condition: `[left, operator, right]`, with `!` before the operator for its negation. */
export type Test = readonly [left: string, operator: string, right: string];

export function test([left, operator, right]: Test): Json {
  const parameter = parameters({ arg0: left, arg1: right });
  const negated = operator.startsWith('!');
  if (negated) parameter.push({ type: 'BOOLEAN', key: 'negate', value: 'true' });
  return { type: negated ? operator.slice(1) : operator, parameter };
}

export function trigger(id: string, type: string, filters: readonly Test[] = [], more: Json = {}): Json {
  return { triggerId: id, name: `Trigger ${id}`, type, filter: filters.map(test), ...more };
}

/** A custom event trigger on one event, or on those that a regular expression (`/…/`) names. */
export function onEvent(id: string, event: string, filters: readonly Test[] = []): Json {
  const pattern = /^\/(.*)\/$/.exec(event)?.[1];
  const one: Test = pattern === undefined ? ['{{_event}}', 'EQUALS', event] : ['{{_event}}', 'MATCH_REGEX', pattern];
  return trigger(id, 'CUSTOM_EVENT', filters, { customEventFilter: [test(one)] });
}

export interface Parts {
  readonly tags?: readonly Json[];
  readonly triggers?: readonly Json[];
  readonly variables?: readonly Json[];
  readonly templates?: readonly Json[];
  readonly transformations?: readonly Json[];
  readonly zones?: readonly Json[];
  readonly server?: boolean;
}

export function containerText({
  tags = [],
  triggers = [],
  variables = [],
  templates = [],
  transformations = [],
  zones = [],
  server = false,
}: Parts): string {
  const containerVersion = {
    container: { publicId: 'GTM-TEST', name: 'Shop', usageContext: [server ? 'SERVER' : 'WEB'] },
    tag: tags,
    trigger: triggers,
    variable: variables,
    customTemplate: templates,
    transformation: transformations,
    zone: zones,
  };
  return JSON.stringify({ exportFormatVersion: 2, containerVersion }, null, 2);
}

export function extractText(text: string): ExtractedUnit {
  return extractContainer(new Source('container.json', text), {
    catalog: TEST_CATALOG,
    parser: new ScriptParser(),
    profile: GENERAL_PROFILE,
  });
}

export function extract(parts: Parts): ExtractedUnit {
  return extractText(containerText(parts));
}

/** The activity of a tag; of the kind, where one is named. */
export function activityOf(unit: ExtractedUnit, name: string, kind?: Activity['kind']): Activity {
  const found = unit.activities.find((one) => one.entity?.name === name && (kind === undefined || one.kind === kind));
  if (!found) throw new Error(`no ${kind ?? 'activity'} of ${name}`);
  return found;
}

/** The guard of a tag `T` (of a type that the catalogue knows) with these triggers. */
export function guardOf(parts: Parts & { readonly with?: Json }): string {
  const given = { tagId: 'G-1' };
  const firing = (parts.triggers ?? []).map((one) => String(one.triggerId));
  const unit = extract({ ...parts, tags: [tag('T', 'googtag', given, { firingTriggerId: firing, ...parts.with })] });
  return printGuard(activityOf(unit, 'T').guard);
}

export function printGuard(guard: Guard): string {
  switch (guard.op) {
    case 'const':
      return String(guard.value);
    case 'not':
      return `!${printGuard(guard.of)}`;
    case 'and':
      return `(${guard.of.map(printGuard).join(' & ')})`;
    case 'or':
      return `(${guard.of.map(printGuard).join(' | ')})`;
    case 'atom': {
      const { atom } = guard;
      switch (atom.kind) {
        case 'storage':
          return `${atom.store} ${atom.key} ${atom.test}${atom.text === undefined ? '' : ` ${atom.text}`}`;
        case 'consent':
          return `${atom.cmp} grants ${atom.category ?? '?'} (${atom.word})`;
        case 'decided':
        case 'refused':
          return `${atom.cmp} ${atom.kind}`;
        case 'signal':
          return `${atom.system} ${atom.signal}`;
        case 'site-event':
          return `event ${atom.name}`;
        case 'condition':
          return `${atom.topic}[${atom.text}]`;
        case 'click':
          return `click ${atom.meaning}`;
        case 'auto-block':
          return 'auto-block';
        case 'includer':
          return 'includer';
      }
    }
  }
}

export function printValue(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return '-';
    case 'literal':
      return value.value === undefined ? 'undefined' : JSON.stringify(value.value);
    case 'object': {
      const entries = value.properties.map(({ key, value: inner }) => `${key}: ${printValue(inner)}`);
      return `{ ${[...entries, ...value.rest.map((inner) => `...${printValue(inner)}`)].join(', ')} }`;
    }
    case 'array':
      return `[${value.items.map(printValue).join(', ')}]`;
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : `<${printValue(part)}>`)).join('');
    case 'choice':
      return value.alternatives.map((one) => `${printGuard(one.guard)} ? ${printValue(one.value)}`).join(' : ');
    case 'unknown':
      return value.origins.map(({ kind, name }) => `${kind} ${name}`).join(' < ');
  }
}

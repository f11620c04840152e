/** Which parts of a container were added, removed, renamed, or set up in another way. */
import type { Part } from './configuration.ts';
import type { ConfigurationChange, FieldChange } from './diff.ts';
import { pairsOf } from './pairs.ts';
import type { ContainerParts } from './side.ts';

/** New names of parts by their old ones, in one container. */
export type Renames = ReadonlyMap<string, string>;

export interface ConfigurationDiff {
  readonly changes: readonly ConfigurationChange[];
  /** Of variables, by container. */
  readonly renames: ReadonlyMap<string, Renames>;
}

export function compareContainers(
  before: readonly ContainerParts[],
  after: readonly ContainerParts[],
): ConfigurationDiff {
  const changes: ConfigurationChange[] = [];
  const renames = new Map<string, Renames>();
  const { both, removed, added } = pairsOf(before, after, [({ file }) => file]);
  for (const [old, now] of both) {
    const names = new Map<string, string>();
    changes.push(...compareParts(old.parts, now.parts, now.file, names));
    renames.set(now.file, names);
  }
  for (const { file, parts } of removed) changes.push(...parts.map((part) => wholePart(part, file, 'removed')));
  for (const { file, parts } of added) changes.push(...parts.map((part) => wholePart(part, file, 'added')));
  return { changes, renames };
}

function compareParts(
  before: readonly Part[],
  after: readonly Part[],
  file: string,
  variables: Map<string, string>,
): ConfigurationChange[] {
  const { both, removed, added } = pairsOf(before, after, [
    ({ kind, name }) => `${kind} ${name}`,
    // Under another name it is the same part only where it is still of the same kind of thing.
    ({ kind, id, type }) => (id === '' || kind === 'template' ? undefined : `${kind} ${id} ${type}`),
    ({ kind, id }) => (kind === 'template' && id !== '' ? id : undefined),
  ]);
  const renamed = new Map<string, string>();
  for (const [old, { kind, name }] of both) {
    if (old.name === name) continue;
    renamed.set(`${kind} ${old.name}`, name);
    if (kind === 'variable') variables.set(old.name, name);
  }
  const changed = both.flatMap(([old, now]): ConfigurationChange[] => {
    const fields = fieldChanges(old, now, renamed);
    if (fields.length === 0 && old.name === now.name) return [];
    const { kind, name, type } = now;
    return [{ file, kind, name, type, what: 'changed', ...(old.name !== name && { renamedFrom: old.name }), fields }];
  });
  return [
    ...added.map((part) => wholePart(part, file, 'added')),
    ...removed.map((part) => wholePart(part, file, 'removed')),
    ...changed,
  ];
}

function wholePart({ kind, name, type, fields }: Part, file: string, what: 'added' | 'removed'): ConfigurationChange {
  const side = what === 'added' ? 'after' : 'before';
  const list = [...fields].flatMap(([field, value]) => (field === 'type' ? [] : [{ field, [side]: value }]));
  return { file, kind, name, type, what, fields: list };
}

function fieldChanges(old: Part, now: Part, renamed: ReadonlyMap<string, string>): FieldChange[] {
  const names = [...new Set([...now.fields.keys(), ...old.fields.keys()])];
  return names.flatMap((field): FieldChange[] => {
    const before = old.fields.get(field);
    const after = now.fields.get(field);
    if (before === after || (before !== undefined && withNewNames(before, field, renamed) === after)) return [];
    return [{ field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

/** A value as it reads after the renaming of what it names. */
function withNewNames(value: string, field: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return value;
  if (field === 'fires on' || field === 'does not fire on')
    return value
      .split(', ')
      .map((name) => renamed.get(`trigger ${name}`) ?? name)
      .sort()
      .join(', ');
  if (/(?:^|\.)tagName$/.test(field)) return renamed.get(`tag ${value}`) ?? value;
  return value.replace(/\{\{([^{}]{1,200})\}\}/g, (whole, name: string) => {
    const now = renamed.get(`variable ${name}`);
    return now === undefined ? whole : `{{${now}}}`;
  });
}

import type { BehaviourChange, ConfigurationChange, Diff, Subject } from '../../diff/diff.ts';
import { escapedJson } from '../json.ts';
import { behaviourPhrase } from './phrases.ts';
import { plain } from './text.ts';

/** The difference as JSON, `schemas/diff.schema.json`. Ends with a line end. */
export function diffJson({ behaviour, configuration }: Diff, shown: (text: string) => string): string {
  const masked = (value: unknown): unknown => {
    if (typeof value === 'string') return shown(value);
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner)]));
  };
  return escapedJson({
    version: 1,
    behaviour: behaviour.map((one) => ({ ...behaviourJson(one, shown), detail: masked(one.change) })),
    configuration: configuration.map((one) => masked(partJson(one))),
  });
}

function behaviourJson(one: BehaviourChange, shown: (text: string) => string): Record<string, unknown> {
  return {
    effect: one.effect,
    kind: one.change.kind,
    message: plain(behaviourPhrase(one), { shown }),
    subjects: one.subjects.map((subject) => subjectJson(subject, shown)),
  };
}

function subjectJson({ name, vendor, accounts, place }: Subject, shown: (text: string) => string): unknown {
  return {
    name: shown(name),
    vendor: vendor?.id,
    accounts,
    ...(place && { place: { file: place.file, line: place.line, column: place.column } }),
  };
}

function partJson({ file, kind, name, type, what, renamedFrom, fields }: ConfigurationChange): unknown {
  return {
    file,
    kind,
    name,
    type,
    what,
    renamedFrom,
    fields: fields.map(({ field, before, after }) => ({ field, before, after })),
  };
}

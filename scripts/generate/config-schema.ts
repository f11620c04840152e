/** The published JSON Schema of `.taglint.yml`. */
import { z } from 'zod';
import { POLICY_NAME } from '../../src/config/policy-schema.ts';
import { configSchema, ruleIdsOf } from '../../src/config/schema.ts';
import { POLICY_GROUP } from '../../src/model/policy-id.ts';
import type { Ids } from './light.ts';

/** The text of `schemas/config.schema.json`. */
export function configSchemaText(ids: Ids): string {
  // Which policies there are no schema can tell: their ids are known by their form.
  const known = { ...ids, policyIds: [] };
  const schema = z.toJSONSchema(configSchema(known), { io: 'input', target: 'draft-2020-12' });
  const rule = { type: 'string', enum: ruleIdsOf(known) };
  const vendor = { type: 'string', enum: ids.vendorIds };
  const policy = { type: 'string', pattern: `^${POLICY_GROUP}${POLICY_NAME.source.slice(1)}` };
  const document = {
    $schema: schema.$schema,
    $id: 'urn:taglint:schemas:config.schema.json',
    title: 'Configuration of taglint (.taglint.yml)',
    ...withShared(schema, { rule: rule.enum, vendor: vendor.enum }),
    $defs: { rule: { anyOf: [rule, policy] }, vendor },
  };
  return `${formatted(document, 0)}\n`;
}

type Members = Readonly<Record<string, unknown>>;

/** Long lists of ids once, by their names, also where they are the keys of an object. */
function withShared(schema: Members, lists: Readonly<Record<string, readonly string[]>>): Members {
  const { enum: listed, properties } = schema;
  const nameOf = (ids: readonly unknown[]): string | undefined =>
    Object.keys(lists).find((name) => lists[name]?.join() === ids.join());
  if (Array.isArray(listed)) {
    const name = nameOf(listed);
    return name === undefined ? schema : { $ref: `#/$defs/${name}` };
  }
  if (isMembers(properties)) {
    const name = nameOf(Object.keys(properties));
    if (name !== undefined) return compact(schema, properties, name);
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, within(value)]));

  function within(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(within);
    return isMembers(value) ? withShared(value, lists) : value;
  }
}

/** An object most of whose members are alike: that schema once, with the names, and those that differ by themselves. */
function compact(schema: Members, properties: Members, name: string): Members {
  const { additionalProperties: _, ...rest } = schema;
  const counts = new Map<string, number>();
  for (const member of Object.values(properties)) {
    const text = JSON.stringify(member);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [common = 'false'] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    ...rest,
    propertyNames: { $ref: `#/$defs/${name}` },
    properties: Object.fromEntries(Object.entries(properties).filter(([, one]) => JSON.stringify(one) !== common)),
    additionalProperties: JSON.parse(common) as unknown,
  };
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const WIDTH = 120;

/** JSON as the formatter of this repository leaves it: short lists of plain values on one line. */
export function formatted(value: unknown, depth: number, used = 0): string {
  const pad = '  '.repeat(depth + 1);
  const close = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isPlain = value.every((item) => typeof item !== 'object');
    if (isPlain && close.length + used + line.length < WIDTH) return line;
    return `[\n${value.map((item) => `${pad}${formatted(item, depth + 1)}`).join(',\n')}\n${close}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${pad}${name}${formatted(member, depth + 1, name.length)}`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${close}}`;
}

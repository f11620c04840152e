/** The published JSON Schema of `.taglint.yml`. */
import { z } from 'zod';
import { configSchema } from '../../src/config/schema.ts';
import type { Ids } from './light.ts';

/** The text of `schemas/config.schema.json`. */
export function configSchemaText(ids: Ids): string {
  const schema = z.toJSONSchema(configSchema(ids), { io: 'input', target: 'draft-2020-12' });
  const document = {
    $schema: schema.$schema,
    $id: 'urn:taglint:schemas:config.schema.json',
    title: 'Configuration of taglint (.taglint.yml)',
    ...schema,
    properties: { ...schema.properties, rules: compact(schema.properties?.rules) },
  };
  return `${formatted(document, 0)}\n`;
}

/** An object most of whose members are alike: that schema once, with the names, and those that differ by themselves. */
function compact(schema: z.core.JSONSchema._JSONSchema | undefined): object {
  if (typeof schema !== 'object' || !schema.properties) return {};
  const { properties, additionalProperties: _, ...rest } = schema;
  const counts = new Map<string, number>();
  for (const member of Object.values(properties)) {
    const text = JSON.stringify(member);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [common = 'false'] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    ...rest,
    propertyNames: { enum: Object.keys(properties) },
    properties: Object.fromEntries(Object.entries(properties).filter(([, one]) => JSON.stringify(one) !== common)),
    additionalProperties: JSON.parse(common) as unknown,
  };
}

const WIDTH = 120;

/** JSON as the formatter of this repository leaves it: short lists of plain values on one line. */
function formatted(value: unknown, depth: number, used = 0): string {
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

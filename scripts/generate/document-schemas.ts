/** The published JSON Schemas of the documents beside the configuration that people edit. */
import { z } from 'zod';
import { lockSchema } from '../../src/lock/schema.ts';
import { noticeSchema } from '../../src/notice/schema.ts';
import { formatted } from './config-schema.ts';

/** Texts by path. */
export function documentSchemas(): Record<string, string> {
  return {
    'schemas/notice.schema.json': schemaText(
      noticeSchema,
      'notice',
      'Whom a privacy notice names (taglint inventory --compare)',
    ),
    'schemas/lock.schema.json': schemaText(lockSchema, 'lock', 'The reviewed record of taglint (taglint.lock.yml)'),
  };
}

function schemaText(schema: z.ZodType, name: string, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return `${formatted({ $schema, $id: `urn:taglint:schemas:${name}.schema.json`, title, ...rest }, 0)}\n`;
}

/** `rules/catalog/projects.yaml`: how projects of common frameworks are told. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ProjectKind } from '../../src/init/projects.ts';

const path = z.string().regex(/^(?!\/|\.\.)[\w@./-]+$/, 'a path inside the project');

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    signs: z
      .array(z.union([z.strictObject({ files: z.array(path).min(1) }), z.strictObject({ package: z.string().min(1) })]))
      .min(1),
    made: z.array(path.endsWith('/')).default([]),
  }),
);

/** @param file path of the catalogue's file */
export function projectKinds(file: string): readonly ProjectKind[] {
  const kinds = schema.parse(parse(readFileSync(file, 'utf8')));
  const twice = kinds.find(({ id }, index) => kinds.findIndex((other) => other.id === id) !== index);
  if (twice) throw new Error(`${file}: ${twice.id} stands twice`);
  return kinds;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SensitiveData } from '../../src/model/sensitive.ts';
import { compileSensitive, sensitiveFileSchema, trapsFileSchema } from './sensitive-schema.ts';

const TRAPS = 'traps.yaml';

/**
 * Reads the vocabulary of sensitive content from a folder (`rules/catalog/sensitive`): every `.yaml` file is a category,
 * but for `traps.yaml`. Throws an `Error` that names the file for one that cannot be read or is malformed.
 */
export function loadSensitive(dir: string): SensitiveData {
  const names = readdirSync(dir).filter((name) => name.endsWith('.yaml') && name !== TRAPS);
  const files = names.sort().map((name) => readChecked(join(dir, name), sensitiveFileSchema));
  return compileSensitive(files, readChecked(join(dir, TRAPS), trapsFileSchema));
}

function readChecked<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

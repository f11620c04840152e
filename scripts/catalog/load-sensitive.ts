import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SensitiveData } from '../../src/model/sensitive.ts';
import {
  compileSensitive,
  dosesFileSchema,
  pairsFileSchema,
  type SensitiveFiles,
  sensitiveFileSchema,
  taxonomiesFileSchema,
  trapsFileSchema,
} from './sensitive-schema.ts';

const TRAPS = 'traps.yaml';
const DOSES = 'doses.yaml';
const TAXONOMIES = 'taxonomies.yaml';
const PAIRS = 'pairs.yaml';
const NO_CATEGORIES = [TRAPS, DOSES, TAXONOMIES, PAIRS];

/**
 * Reads the vocabulary of sensitive content from a folder (`rules/catalog/sensitive`): every `.yaml` file is a category,
 * but for `traps.yaml`, `doses.yaml`, `taxonomies.yaml` and `pairs.yaml`. Throws an `Error` that names the file for one that cannot be read or is malformed.
 */
export function readSensitive(dir: string): SensitiveFiles {
  const names = readdirSync(dir).filter((name) => name.endsWith('.yaml') && !NO_CATEGORIES.includes(name));
  return {
    categories: names.sort().map((name) => readChecked(join(dir, name), sensitiveFileSchema)),
    traps: readChecked(join(dir, TRAPS), trapsFileSchema),
    doses: readChecked(join(dir, DOSES), dosesFileSchema),
    taxonomies: readChecked(join(dir, TAXONOMIES), taxonomiesFileSchema),
    pairs: readChecked(join(dir, PAIRS), pairsFileSchema),
  };
}

/** The vocabulary of a folder, compiled. Throws an `Error` for files that cannot be read, are malformed or contradict each other. */
export function loadSensitive(dir: string): SensitiveData {
  return compileSensitive(readSensitive(dir));
}

function readChecked<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * Words that the schemas of the catalogue's YAML files share. Every key is described, because the people who write these files
 * are privacy engineers: an error names the file, the key and what was expected.
 */
import { z } from 'zod';
import { ACTIVITY_KINDS, CATEGORIES, PURPOSES, USER_DATA_KINDS } from '../../../src/model/catalog.ts';

export const category = z.enum(CATEGORIES);
export const purpose = z.enum(PURPOSES);
export const does = z.enum(ACTIVITY_KINDS);
export const userDataKind = z.enum(USER_DATA_KINDS);
export const literal = z.union([z.string(), z.number(), z.boolean()]);
export const strings = z.array(z.string().min(1));
export const source = z
  .string()
  .min(3)
  .describe('Where the facts are from: a document, a package with version, a decision');
/** Captures (or query parameters) restricted to literals that match a wildcard: `{ id: ['G-*'] }`. */
export const where = z.record(z.string(), strings);

/** Captures, or members of them, with one of the literals as value: `{ enabled: [false], options.optOut: [true] }`. */
export const options = z.record(z.string(), z.array(literal).min(1));

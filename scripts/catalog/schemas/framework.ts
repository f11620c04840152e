/** `frameworks/*.yaml`. */
import { z } from 'zod';
import { source, strings } from './words.ts';

export const frameworkSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  files: strings.default([]).describe('Ends of the paths of its configuration files, without extension'),
  functions: strings.default([]).describe('Functions that are handed a configuration'),
  plugins: strings.default([]).describe('Members (a.b.c) that list plugins'),
  registry: z
    .strictObject({ at: z.string(), trigger: z.string() })
    .optional()
    .describe('The member with scripts by name, and the option without which a script may wait for a call'),
  scripts: strings.default([]).describe('Members that are objects of scripts by name'),
  heads: strings.default([]).describe("Members that describe the document's head or list elements in it"),
  hooks: strings.default([]).describe('Functions that it calls where a file exports them'),
  source,
});
export type FrameworkFile = z.infer<typeof frameworkSchema>;

/** `secrets.yaml`. */
import { z } from 'zod';
import { source, strings } from './words.ts';

export const secretsSchema = z.strictObject({
  secrets: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      title: z.string(),
      names: strings.default([]),
      pattern: z
        .string()
        .refine((text) => !/\((?!\?)/.test(text) && isPattern(text), 'a regular expression without groups'),
      source,
    }),
  ),
});

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** `law.yaml`. */
import { z } from 'zod';
import { source } from './words.ts';

export const lawSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Z0-9-]+$/),
      title: z.string(),
      kind: z.enum(['provision', 'decision', 'judgment', 'guidance', 'press']),
      year: z.number().optional(),
      summary: z.string(),
      source,
      confidence: z.enum(['high', 'medium', 'low', 'unverified']),
    }),
  ),
});

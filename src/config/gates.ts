/** `consent.gates` of a configuration. Imported only where a configuration is read. */
import { z } from 'zod';
import { GATE_FORMS, readGate } from '../extract/gates/read.ts';
import { CATEGORIES } from '../model/catalog.ts';
import type { SiteGate } from '../model/site-gate.ts';

const category = z.enum(CATEGORIES);

const gate = z
  .strictObject({
    expression: z
      .string()
      .min(1)
      .describe("What scripts or templates ask: hasConsent('ads'), consent.marketing, !optedOut and settings.tracking.")
      .optional(),
    event: z
      .string()
      .min(1)
      .describe(
        "An event of window, document, an emitter or the data layer, or a function that runs its callback once the answer is yes: onConsent('ads').",
      )
      .optional(),
    cookie: z.string().min(1).describe('Name of a cookie; * at the end stands for any characters.').optional(),
    storage: z.string().min(1).describe('Key of localStorage or sessionStorage.').optional(),
    attribute: z
      .string()
      .min(1)
      .describe('Attribute of markup that is parked until consent: data-consent="marketing".')
      .optional(),
    component: z
      .string()
      .min(1)
      .describe('A component around what waits: ConsentGate, <ConsentGate category="marketing">.')
      .optional(),
    path: z
      .string()
      .min(1)
      .describe('Members that lead to the answer: in the JSON of a cookie or storage, in an event (detail.marketing).')
      .optional(),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .describe('What stands there where the answer is yes; without it anything that is no refusal.')
      .optional(),
    category: z
      .union([category, z.array(category).min(1)])
      .describe('What the visitor has granted where the answer is yes; several are granted together.'),
  })
  .superRefine((declared, context) => {
    const read = readGate(declared);
    if (!('message' in read)) return;
    context.addIssue({ code: 'custom', message: read.message, path: read.key === undefined ? [] : [read.key] });
  });

export const gatesSchema = z
  .array(gate)
  .superRefine((declared, context) => {
    const seen = new Map<string, number>();
    for (const [index, one] of declared.entries()) {
      const read = readGate(one);
      if ('message' in read) continue;
      const key = read.map(({ asks }) => JSON.stringify(asks)).join();
      const before = seen.get(key);
      if (before === undefined) seen.set(key, index);
      else
        context.addIssue({
          code: 'custom',
          message: `is the same gate as consent.gates.${before}; give one gate all its categories: [preferences, statistics]`,
          path: [index, GATE_FORMS.find((form) => one[form] !== undefined) ?? 'category'],
        });
    }
  })
  .describe(
    'Gates of the site itself, which taglint cannot know: what they ask, and what is granted where the answer is yes.',
  );

/** The keys that a gate may have. */
export const GATE_KEYS = Object.keys(gate.shape);

/** What the gates of a valid configuration ask. */
export function gatesOf(declared: z.infer<typeof gatesSchema>): readonly SiteGate[] {
  return declared.flatMap((one) => {
    const read = readGate(one);
    return 'message' in read ? [] : read;
  });
}

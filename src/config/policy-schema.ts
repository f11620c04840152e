/** `policy` of a configuration: rules of the site's own. Imported only where a configuration is read. */
import { z } from 'zod';
import { ACTIVITY_KINDS, PURPOSES } from '../model/catalog.ts';
import { CONSENT_STATES } from '../model/guard.ts';
import { ENTITY_KINDS, ORIGIN_KINDS, POLICY_WORDS } from '../model/policy.ts';
import { didYouMean } from '../text/nearest.ts';

/** What a policy may be called: behind `policy/` it is its id. */
export const POLICY_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A host; all below it is meant too. */
export const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** Names that a person writes are short, and each star costs a search. */
const pattern = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.split('*').length <= 9, 'has more than 8 stars');

function oneOrMore<T extends z.ZodType>(item: T, about: string) {
  return z
    .union([item, z.array(item).min(1)])
    .describe(about)
    .optional();
}

const origin = z.union([
  z.enum(ORIGIN_KINDS),
  z
    .strictObject({
      kind: z.enum(ORIGIN_KINDS).describe('Where a value comes from.').optional(),
      name: pattern.describe('What it is called there: #email, customer.email, ecommerce.items.').optional(),
    })
    .refine(({ kind, name }) => kind !== undefined || name !== undefined, 'names no origin, expected kind or name'),
]);

function matchSchema(vendorIds: readonly string[]) {
  return z.strictObject({
    vendor: oneOrMore(z.enum(vendorIds), 'Ids of vendors; docs/vendors.md lists them.'),
    purpose: oneOrMore(z.enum(PURPOSES), 'What vendors do.'),
    activity: oneOrMore(
      z.enum(ACTIVITY_KINDS),
      'What a tag does: fetch a script, image or frame (load), start (init), tell of an event, say who the visitor is (identify), set something (configure), set a consent state (consent).',
    ),
    consent: oneOrMore(z.enum(CONSENT_STATES), 'Consent states in which it does something.'),
    host: oneOrMore(z.string().regex(HOST), 'Hosts that something is fetched from, with all below each.'),
    event: oneOrMore(pattern, 'Names of events; * stands for any characters.'),
    key: oneOrMore(
      pattern,
      'Keys of what is sent, or the keys that lead to a value (contents.name); * stands for any characters. Each value is judged by itself.',
    ),
    origin: oneOrMore(origin, 'Where a value comes from. Each value is judged by itself.'),
    entity: oneOrMore(pattern, 'Names of parts of a container; * stands for any characters.'),
    kind: oneOrMore(z.enum(ENTITY_KINDS), 'Kinds of parts of a container.'),
    type: oneOrMore(pattern, 'Types of parts of a container as the export writes them: html, img, awct, cvt_*.'),
    file: oneOrMore(z.string().min(1), 'Files: patterns of .gitignore, relative to the folder of the configuration.'),
  });
}

type Matchers = z.infer<ReturnType<typeof matchSchema>>;

/** @param taken names that rules of taglint have */
export function policySchema(vendorIds: readonly string[], taken: readonly string[]) {
  const match = matchSchema(vendorIds);
  const message = z
    .string()
    .trim()
    .min(1)
    .superRefine((text, context) => {
      for (const [written, word = ''] of text.matchAll(/\{(\w+)\}/g)) {
        if (POLICY_WORDS.some((known) => known === word)) continue;
        const known = POLICY_WORDS.map((one) => `{${one}}`).join(', ');
        context.addIssue({
          code: 'custom',
          message: `says ${written}${didYouMean(word, POLICY_WORDS)}; known are ${known}`,
        });
      }
    });
  const policy = z.strictObject({
    match: match
      .refine((one) => !isEmptyMatch(one), 'names nothing: a policy is about a vendor, purpose, host, key, entity …')
      .describe('What it is about. All matchers have to fit, and of each one of its values.'),
    not: match.describe('What is left out of it, where all of this fits too.').optional(),
    message: message.describe('What is wrong. {vendor}, {host}, {key}, {event} and {entity} stand for what was found.'),
    why: message.describe('Why it matters.').optional(),
    remedy: message.describe('What to do.').optional(),
    severity: z.enum(['error', 'warning', 'note']).describe('error, if nothing else is said.').optional(),
  });
  return z
    .record(z.string().regex(POLICY_NAME), policy)
    .superRefine((declared, context) => {
      for (const name of Object.keys(declared)) {
        if (taken.includes(name))
          context.addIssue({
            code: 'custom',
            message: 'is a rule of taglint: give the policy another name',
            path: [name],
          });
      }
    })
    .describe('Rules of the site’s own, by their names: policy/NAME is the id of each.');
}

function isEmptyMatch(match: Matchers): boolean {
  return Object.values(match).every((value) => value === undefined);
}

/** Matchers, and what may stand in an entry, for suggestions. */
export const MATCHERS: readonly string[] = Object.keys(matchSchema([]).shape);
export const POLICY_KEYS: readonly string[] = ['match', 'not', 'message', 'why', 'remedy', 'severity'];

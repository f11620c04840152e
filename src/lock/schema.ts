/** What `taglint.lock.yml` may hold. Imported only where one is read or written. */
import { z } from 'zod';
import { isDay } from '../engine/suppressions/directive.ts';
import { CONSENT_STATES } from '../model/guard.ts';
import { DATA_CATEGORIES, DATA_FORMS } from '../model/inventory/data.ts';

/** The word for all states. */
export const EVERY_STATE = 'every-state';
/** The key of what is of no known account. */
export const NO_ACCOUNT = 'no-account';

const name = z.string().min(1);
const states = z.union([z.literal(EVERY_STATE), z.array(z.enum(CONSENT_STATES)).min(1)]);

const use = z.strictObject({
  what: z
    .array(name)
    .min(1)
    .describe(
      'Events by their names, else load, init, identify, configure; of a host script, image, frame, pixel, request.',
    ),
  runs: states.describe('The consent states in which it runs in full.').optional(),
  limited: states.describe('Those in which a Google tag runs under a denied consent mode.').optional(),
  held: states.describe("Those in which it waits for the vendor's own switch.").optional(),
  unknown: states.describe('Those in which it rests on what is not seen in the files.').optional(),
  gates: z.array(name).describe('What holds it until a choice, all together.').optional(),
});

const category = z.enum(DATA_CATEGORIES);

const datum = z.strictObject({
  category: z
    .union([category, z.array(category).min(1)])
    .describe('What the key is about; "other" if absent.')
    .optional(),
  form: z.enum(DATA_FORMS).describe('The plainest form in which it is sent; "raw" if absent.').optional(),
  with: z.array(name).describe('What it travels with.'),
});

const account = z.strictObject({
  does: z.array(use).optional(),
  gets: z.record(name, datum).describe('By key.').optional(),
  collects: z
    .record(name, z.array(name))
    .describe("What the vendor's script collects by itself, with the keys that it takes where they are named.")
    .optional(),
});

const day = z.string().refine(isDay, 'is no day, written as 2027-01-31');

const review = z.strictObject({
  date: day,
  reviewer: z.string().min(1).optional(),
  reason: z.string().min(1).optional(),
});

export const lockSchema = z.strictObject({
  version: z.literal(1),
  taglint: name.describe('The version that wrote it: another one may see more in the same files.').optional(),
  reviews: z.array(review).min(1).describe('Who has looked at it, when and why; the last review first.'),
  vendors: z
    .record(name, z.record(name, account))
    .describe(
      `By the id of the vendor, then by that of the account: a pixel, a property; ${NO_ACCOUNT} where none is in sight.`,
    ),
  hosts: z.record(name, z.array(use)).describe('Hosts that no catalogue knows.').optional(),
});

export type Lock = z.infer<typeof lockSchema>;
export type Review = Lock['reviews'][number];
export type LockedAccount = Lock['vendors'][string][string];
export type LockedUse = NonNullable<LockedAccount['does']>[number];
export type LockedDatum = NonNullable<LockedAccount['gets']>[string];

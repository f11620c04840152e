/** What `.taglint.yml` may hold. Imported only where a configuration is read: zod is larger than the rest of the start. */
import { z } from 'zod';
import { isDay } from '../engine/suppressions/directive.ts';
import { BUILT_IN_IDS } from '../model/built-in-rules.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import { REGIMES, SECTORS, STRICTNESS } from '../model/profile.ts';
import { gatesSchema } from './gates.ts';
import { HOST, policySchema } from './policy-schema.ts';

/** Severities that a rule can be set to. */
const LEVELS = ['off', 'note', 'warning', 'error'] as const;

export interface KnownIds {
  readonly ruleIds: readonly string[];
  readonly vendorIds: readonly string[];
  readonly platformIds: readonly string[];
  /** What rules may be told, with descriptions, by id. */
  readonly ruleOptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly presetNames: readonly string[];
  /** Ids of the rules that the configuration itself declares under `policy`. */
  readonly policyIds: readonly string[];
}

/** The ids that a configuration may name as a rule's. */
export function ruleIdsOf({ ruleIds, policyIds }: KnownIds): readonly string[] {
  return [...ruleIds, ...BUILT_IN_IDS, ...policyIds];
}

const site = z
  .strictObject({
    sector: z
      .enum(SECTORS)
      .describe('What the site is about; in all but "general" what visitors look at is sensitive.'),
    regime: z
      .enum(REGIMES)
      .describe(
        'The rules under which visitors come: "eu" asks for consent first; "us-health" does too, and wants no tracker behind a login.',
      ),
    hosts: z
      .array(z.string().regex(HOST, 'a host such as cdn.example.com'))
      .describe(
        "Hosts of the site's own, with all below the domain of each: what comes from there is no third party's.",
      ),
    'sensitive-paths': z
      .array(z.string().min(1))
      .describe('Path prefixes or globs of pages that are sensitive by themselves, such as /medicines/.'),
  })
  .partial()
  .describe('What the site is: decides what is sensitive and what a first visit may do.');

const level = z.enum(LEVELS);

/** A severity, or an object with it and what the rule is told. */
function ruleSetting(options: Readonly<Record<string, string>>) {
  const told = Object.entries(options).map(
    ([name, about]) => [name, z.array(z.string().min(1)).describe(about)] as const,
  );
  const full = z
    .strictObject({
      severity: level.describe('"off" switches the rule off.'),
      options: z
        .strictObject(Object.fromEntries(told))
        .partial()
        .describe('What the rule is told; its page says what it may be.'),
    })
    .partial();
  return z.union([level, full]);
}

/** @param known what rules, vendors, platforms and presets there are */
export function configSchema(known: KnownIds) {
  const { vendorIds, platformIds, ruleOptions, presetNames } = known;
  const ids = ruleIdsOf(known);
  const settings = ids.map((id) => [id, ruleSetting(ruleOptions[id] ?? {})] as const);
  const base = z
    .union([z.enum(presetNames), z.string().regex(/[\\/]|\.ya?ml$/i)])
    .describe('A preset, or a file by its path from this one: ./base.yml.');
  const extended = z
    .union([base, z.array(base)])
    .describe(
      'What this configuration builds on: presets, and files of the same repository. The last of several outranks those before it, and what stands here outranks them all. Lists add up.',
    );
  const strictness = z
    .enum(STRICTNESS)
    .describe(
      '"default" reports what a team should fix, "strict" adds what is only possible, "audit" lists all that a reviewer wants to have seen.',
    );
  const rules = z
    .strictObject(Object.fromEntries(settings))
    .partial()
    .describe('Severity by rule, alone or with options; "off" switches a rule off.');
  const party = z.union([z.enum(vendorIds), z.string().regex(HOST)]);
  const vendors = z
    .strictObject({
      allow: z
        .array(party)
        .describe(
          'The third parties that the site may use, by id or by host (with all below it); every other one is reported by policy/unlisted-vendor.',
        ),
      deny: z
        .array(party)
        .describe(
          'Third parties that the site may not use, by id or by host (with all below it), also where "allow" names them.',
        ),
      exempt: z
        .array(z.enum(vendorIds))
        .describe(
          "Vendors that need no consent here, such as self-hosted analytics that the site's authority exempts.",
        ),
    })
    .partial()
    .describe('Who may get data, and who needs no consent.');
  const consent = z
    .strictObject({
      'defaults-on-page': z
        .enum(['denied', 'granted'])
        .describe("The default of Google's consent mode that the pages around a linted container set."),
      platforms: z
        .array(z.enum(platformIds))
        .describe(
          'Consent platforms that the site loads where no linted file shows it: by a tag manager, by the server.',
        ),
      gates: gatesSchema,
    })
    .partial()
    .describe('What the site does about consent that no linted file shows.');
  const overrides = z
    .array(
      z.strictObject({
        files: z
          .array(z.string().min(1))
          .min(1)
          .describe(
            'The files that are meant: patterns of .gitignore, relative to the folder of the configuration that was found.',
          ),
        rules: z
          .strictObject(Object.fromEntries(ids.map((id) => [id, level] as const)))
          .partial()
          .describe('Severity by rule in these files.'),
      }),
    )
    .describe('Severities for some files alone; of several that name a rule for a file the last one counts.');
  const ruleId = z.enum(ids);
  const taken = known.ruleIds.filter((id) => id.startsWith(POLICY_GROUP)).map((id) => id.slice(POLICY_GROUP.length));
  const policy = policySchema(vendorIds, taken);
  const suppressions = z
    .array(
      z.strictObject({
        rule: z.union([ruleId, z.array(ruleId).min(1)]).describe('The rule, or several.'),
        entity: z.string().min(1).describe('Name of the tag, trigger, variable or template of a container.'),
        file: z
          .string()
          .min(1)
          .describe('The containers that are meant, as a pattern of .gitignore; all of them without it.')
          .optional(),
        reason: z.string().trim().min(1).describe('Why the finding is none, or may wait.'),
        until: z
          .string()
          .refine(isDay, 'is no day, written as 2027-01-31')
          .describe('The last day on which it holds; later it still has effect, and a warning says so.')
          .optional(),
      }),
    )
    .describe('Findings in containers that are switched off, by the name of the part: exports have no comments.');
  const ignore = z
    .array(z.string().min(1))
    .describe(
      'Patterns of files that are not looked at, as in .gitignore, relative to the folder of the configuration that was found.',
    );
  const lock = z
    .string()
    .regex(/\.ya?ml$/i, 'a file that ends in .yml or .yaml')
    .describe(
      'The reviewed record that policy/unreviewed-change compares with, by its path from this file; the nearest taglint.lock.yml if absent.',
    );
  return z
    .strictObject({
      extends: extended,
      strictness,
      site,
      rules,
      overrides,
      policy,
      consent,
      vendors,
      suppressions,
      ignore,
      lock,
    })
    .partial();
}

/** A valid configuration file, as it is written. */
export type ConfigFile = z.infer<ReturnType<typeof configSchema>>;

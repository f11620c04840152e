/** Findings that come from no rule: texts that cannot be read, and suppressions that are not what they seem. */
import type { Severity } from './finding.ts';

export interface BuiltInRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** What `taglint explain` says. */
  readonly page: string;
}

export const BUILT_IN_RULES = [
  {
    id: 'parse-error',
    title: 'A text that cannot be read',
    severity: 'error',
    page: `A container that is no valid JSON (an error), or a script that neither JavaScript nor TypeScript can be (a warning, and
only where the file holds something of interest). What stands there was not looked at, so that "no findings" says nothing
about it. Repair the text; \`--rule parse-error=off\` hides the finding.`,
  },
  {
    id: 'suppression/unused',
    title: 'A suppression that switches nothing off',
    severity: 'warning',
    page: `A suppression names a rule that finds nothing in the place it stands for: the tag is gone or repaired, or the line that is
meant is another. Left there, it would hide the next finding without anybody having looked at it. Remove it, or move it to the
line at which the finding begins.`,
  },
  {
    id: 'suppression/without-reason',
    title: 'A suppression without a reason',
    severity: 'warning',
    page: `A suppression says why: \`taglint-disable-next-line RULE -- reason\`. Without one it has no effect, because nobody who
reviews the file later can tell whether the reason still holds.`,
  },
  {
    id: 'suppression/expired',
    title: 'A suppression whose date has passed',
    severity: 'warning',
    page: `The suppression was meant to hold until the day that it names: \`-- reason (until 2027-01-31)\`. It still has effect, so
that no pipeline breaks overnight. Repair what it hides, or look at it again and give it a new date.`,
  },
  {
    id: 'suppression/malformed',
    title: 'A suppression that cannot be understood',
    severity: 'warning',
    page: `A comment begins with \`taglint-disable\` and is none of \`taglint-disable-next-line\`, \`taglint-disable-line\` and
\`taglint-disable\`, or it names no rule, a rule that is not there, or no date where one should stand. It has no effect.`,
  },
  {
    id: 'configuration/without-effect',
    title: 'Something in the configuration that matches nothing',
    severity: 'note',
    page: `A pattern of files (\`ignore\`, \`overrides\`, the \`file\` of a policy) means no file, a vendor or a host that is exempt or
allowed is used nowhere, no tag waits for one of \`consent.gates\`, a part of a container that \`suppressions\` names is in no container,
or a rule is off that has nothing to judge. For auditors (\`--strictness audit\`) also what the reviewed record has and nothing does any more. What is there and does
nothing is taken for something that it does. Correct it, or remove it. It is told only where the run looks at all that the configuration
governs, and only of what stands in the file itself, not in what it extends.`,
  },
] as const satisfies readonly BuiltInRule[];

export type BuiltInId = (typeof BUILT_IN_RULES)[number]['id'];

export const BUILT_IN_IDS: readonly BuiltInId[] = BUILT_IN_RULES.map(({ id }) => id);

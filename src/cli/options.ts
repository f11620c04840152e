/** The options of `taglint [paths…]`: what they are called, what they take, what is said of a wrong value. */
import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../config/index.ts';
import { ruleIds } from '../generated/ids.ts';
import type { Severity } from '../model/finding.ts';
import { SECTORS, type Sector, STRICTNESS, type Strictness } from '../model/profile.ts';

const FORMATS = ['stylish', 'json'] as const;
type Format = (typeof FORMATS)[number];

const FAIL_ON = ['error', 'warning', 'note', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const LEVELS = ['off', 'note', 'warning', 'error'] as const;
/** Findings that come from no rule, and whose severity may be set like a rule's. */
const BUILT_IN_IDS = ['parse-error'];

/** As commander gives them. */
export interface LintFlags {
  readonly format: Format;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly strictness: Strictness;
  readonly sector?: Sector;
  readonly rule?: Readonly<Record<string, Severity | 'off'>>;
  readonly quiet?: true;
  /** A file, `true` for the nearest one, `false` for none. */
  readonly config: string | boolean;
  readonly stdinFilename?: string;
  readonly showValues?: true;
  readonly color?: boolean;
}

/** Groups as `--help` shows them. */
export const LINT_OPTIONS: readonly (readonly [heading: string, options: readonly Option[]])[] = [
  [
    'What is judged, and how strictly:',
    [
      new Option('--sector <sector>', `what the site is about: ${SECTORS.join(', ')}`).argParser(
        oneOf('sector', SECTORS),
      ),
      new Option('--strictness <level>', 'how much is reported: default, strict, audit')
        .argParser(oneOf('level', STRICTNESS))
        .default('default'),
      new Option('--rule <id=level>', `set a rule to ${LEVELS.join(', ')} (repeatable)`).argParser(ruleLevel),
      new Option('--config <file>', 'configuration instead of the nearest .taglint.yml').default(true, 'nearest'),
      new Option('--no-config', 'read no configuration'),
      new Option('--stdin-filename <name>', 'read standard input as a file of that name (so does the path -)'),
    ],
  ],
  [
    'What is printed:',
    [
      formatOption(),
      new Option('-o, --output <file>', 'write to a file instead of standard output'),
      new Option('--quiet', 'print errors only'),
      new Option('--show-values', 'print personal data and secrets in full instead of masked'),
      new Option('--color', 'colours even where the output is no terminal'),
      new Option('--no-color', 'no colours'),
    ],
  ],
  [
    'When the command fails:',
    [
      new Option('--fail-on <severity>', 'exit code 1 from this severity on: error, warning, note, never')
        .argParser(oneOf('severity', FAIL_ON))
        .default('error'),
    ],
  ],
];

export function formatOption(): Option {
  return new Option('--format <format>', 'stylish (for people) or json (for programs)')
    .argParser(oneOf('format', FORMATS))
    .default('stylish');
}

/** @throws InvalidArgumentError naming what is known, where an id is none of a rule */
export function checkRuleId(id: string): string {
  if (ruleIds.includes(id) || BUILT_IN_IDS.includes(id)) return id;
  throw new InvalidArgumentError(`There is no rule ${id}${didYouMean(id, ruleIds)}; \`taglint rules\` lists them.`);
}

function oneOf<const T extends string>(what: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    const hint = didYouMean(value, values);
    throw new InvalidArgumentError(`There is no ${what} ${value}${hint}; known are ${values.join(', ')}.`);
  };
}

function ruleLevel(
  value: string,
  before: Readonly<Record<string, Severity | 'off'>> | undefined,
): Record<string, Severity | 'off'> {
  const at = value.lastIndexOf('=');
  if (at < 0) throw new InvalidArgumentError(`Expected ID=LEVEL, such as ${ruleIds[0] ?? 'parse-error'}=warning.`);
  const level = oneOf('level', LEVELS)(value.slice(at + 1));
  return { ...before, [checkRuleId(value.slice(0, at))]: level };
}

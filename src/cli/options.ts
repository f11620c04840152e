/** The options of `taglint [paths…]`, and what those of the other commands are made of: what they are called, what they take, what is said of a wrong value. */
import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../config/index.ts';
import { ruleIds } from '../generated/ids.ts';
import type { HookKind, PipelineKind } from '../init/kinds.ts';
import { BUILT_IN_IDS } from '../model/built-in-rules.ts';
import type { Severity } from '../model/finding.ts';
import { POLICY_GROUP } from '../model/policy-id.ts';
import { type Regime, SECTORS, type Sector, STRICTNESS, type Strictness } from '../model/profile.ts';
import type { LanguageCode } from '../report/html/languages/codes.ts';
import { FORMATS, type Output, parseOutput } from './outputs.ts';

export const LIST_FORMATS = ['stylish', 'json'] as const;
export const INVENTORY_FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export const MATRIX_FORMATS = ['table', 'json'] as const;
export const DIFF_FORMATS = ['text', 'markdown', 'json', 'html'] as const;
export const DIFF_FAIL_ON = ['weaker', 'any', 'never'] as const;

const FAIL_ON = ['error', 'warning', 'note', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const FIX_KINDS = ['safe', 'suggested'] as const;
export type FixKind = (typeof FIX_KINDS)[number];

const LEVELS = ['off', 'note', 'warning', 'error'] as const;

/** What is looked at, and as what; every command that judges has these. As commander gives them. */
export interface InputFlags {
  readonly sector?: Sector;
  /** A file, `true` for the nearest one, `false` for none. */
  readonly config: string | boolean;
  readonly stdinFilename?: string;
}

/** Of what has changed alone. */
export interface ChangeFlags {
  readonly staged?: true;
  readonly since?: string;
  /** The paths are what has changed, and are judged as parts of everything below the current folder. */
  readonly inContext?: true;
}

/** How it is printed, by every command that judges. */
export interface OutputFlags {
  readonly output?: string;
  readonly showValues?: true;
  readonly color?: boolean;
}

export interface LintFlags extends InputFlags, ChangeFlags, OutputFlags {
  readonly format?: readonly Output[];
  readonly failOn: FailOn;
  readonly maxWarnings?: number;
  /** Absent where the configuration decides. */
  readonly strictness?: Strictness;
  readonly rule?: Readonly<Record<string, Severity | 'off'>>;
  readonly only?: readonly string[];
  readonly suppressions: boolean;
  /** A file, `true` for the project's, `false` for none. */
  readonly baseline: string | boolean;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly fix?: FixKind;
  /** What would be repaired is printed as a diff, instead of findings. */
  readonly fixDryRun?: FixKind;
  /** What was inferred of the files, instead of findings. */
  readonly explainContext?: true;
}

export interface BaselineFlags extends InputFlags, Pick<LintFlags, 'strictness' | 'rule'> {
  /** A file, `true` for the project's. */
  readonly baseline: string | true;
  readonly prune?: true;
}

/** Of the commands that list and explain rules. */
export interface ListFlags extends Pick<InputFlags, 'config'> {
  readonly format: (typeof LIST_FORMATS)[number];
}

export interface ExplainFlags extends InputFlags, Pick<OutputFlags, 'showValues' | 'color'> {
  readonly format: ListFlags['format'];
  readonly strictness?: Strictness;
  readonly suppressions: boolean;
  /** A place in a text nested in the file, as findings print it. */
  readonly within?: string;
}

export interface InitFlags {
  readonly yes?: true;
  readonly sector?: Sector;
  readonly regime?: Regime;
  readonly strictness?: Strictness;
  /** Ids of consent platforms. */
  readonly cmp?: readonly string[];
  readonly hook?: HookKind;
  readonly ci?: PipelineKind;
  readonly dryRun?: true;
  readonly force?: true;
}

export interface ConfigFlags extends ListFlags {
  /** The file that is asked for. */
  readonly file?: string;
}

export interface MatrixFlags extends InputFlags, OutputFlags {
  readonly format: (typeof MATRIX_FORMATS)[number];
  readonly explain?: true;
}

export interface InventoryFlags extends InputFlags, OutputFlags {
  readonly format: (typeof INVENTORY_FORMATS)[number];
  /** A file with the recipients that the privacy notice names. */
  readonly compare?: string;
}

export interface DiffFlags extends Omit<InputFlags, 'stdinFilename'>, OutputFlags {
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly failOn: (typeof DIFF_FAIL_ON)[number];
}

export interface ReportFlags
  extends InputFlags,
    Pick<OutputFlags, 'output' | 'showValues'>,
    Pick<LintFlags, 'strictness' | 'rule' | 'suppressions'> {
  readonly lang: LanguageCode;
  readonly anonymize?: true;
  readonly title?: string;
  readonly client?: string;
  readonly reviewer?: string;
  /** `2026-11-30`. */
  readonly date?: string;
  /** An image file. */
  readonly logo?: string;
}

export interface LockFlags extends InputFlags {
  readonly reviewer?: string;
  readonly reason?: string;
  /** `2026-11-03`; today if absent. */
  readonly date?: string;
  readonly update?: true;
}

export interface FetchFlags extends LintFlags {
  readonly check?: true;
  readonly offline?: true;
  /** Seconds. */
  readonly timeout?: number;
  readonly mirror?: URL;
}

/** Groups as `--help` shows them. */
export type OptionGroups = readonly (readonly [heading: string, options: readonly Option[]])[];

export const sectorOption = (): Option =>
  new Option('--sector <sector>', `what the site is about: ${SECTORS.join(', ')}`).argParser(oneOf('sector', SECTORS));

export const configOptions = (): Option[] => [
  new Option('--config <file>', 'configuration instead of the nearest .taglint.yml').default(true, 'nearest'),
  new Option('--no-config', 'read no configuration'),
];

export const inputOptions = (): Option[] => [
  ...configOptions(),
  new Option('--stdin-filename <name>', 'read standard input as a file of that name (so does the path -)'),
];

const changeOptions = (): Option[] => [
  new Option('--staged', 'findings in what is staged for the next commit, as it is staged').conflicts([
    'since',
    'inContext',
    'stdinFilename',
    'fix',
    'fixDryRun',
  ]),
  new Option('--since <revision>', 'findings in files that changed since the merge base with it').conflicts([
    'inContext',
    'stdinFilename',
  ]),
  new Option(
    '--in-context',
    'findings in the named files, judged with the pages that take them in; ignored ones are left out',
  ).conflicts('stdinFilename'),
];

export const strictnessOption = (): Option =>
  new Option('--strictness <level>', 'how much is reported: default, strict, audit')
    .argParser(oneOf('level', STRICTNESS))
    .default(undefined, 'the configuration’s');

export const ruleOption = (): Option =>
  new Option('--rule <id=level>', `set a rule to ${LEVELS.join(', ')} (repeatable)`).argParser(ruleLevel);

const onlyOption = (): Option =>
  new Option(
    '--only <rule>',
    'run this rule alone (repeatable); one that the configuration switches off runs too',
  ).argParser((id: string, before: readonly string[] = []) => [...before, checkRuleId(id)]);

export const baselineOption = (description: string): Option =>
  new Option('--baseline <file>', description).default(true, 'the project’s');

export const suppressionsOption = (): Option =>
  new Option('--no-suppressions', 'judge as if nobody had switched anything off');

export const outputOption = (): Option =>
  new Option('-o, --output <file>', 'write to a file instead of standard output');

export const showValuesOption = (): Option =>
  new Option('--show-values', 'print personal data and secrets in full instead of masked');

export const displayOptions = (): Option[] => [
  showValuesOption(),
  new Option('--color', 'colours even where the output is no terminal'),
  new Option('--no-color', 'no colours'),
];

export const LINT_OPTIONS: OptionGroups = [
  [
    'What is judged, and how strictly:',
    [
      sectorOption(),
      strictnessOption(),
      ruleOption(),
      onlyOption(),
      suppressionsOption(),
      baselineOption('known findings instead of the .taglint-baseline.json of the project'),
      new Option('--no-baseline', 'known findings count like new ones'),
      ...changeOptions(),
      ...inputOptions(),
    ],
  ],
  [
    'What is printed:',
    [
      new Option('--format <format[=file]>', `${Object.keys(FORMATS).join(', ')}, to a file or not (repeatable)`)
        .argParser(parseOutput)
        .default(undefined, 'stylish'),
      outputOption(),
      new Option('--quiet', 'print errors only'),
      new Option('--verbose', 'print all findings of a long file with their evidence'),
      new Option('--explain-context', 'print what taglint infers of each file and why, instead of findings'),
      ...displayOptions(),
    ],
  ],
  [
    'What is repaired:',
    [
      new Option('--fix [=kind]', 'repair files: safe (the default), or suggested: also what somebody should look at')
        .argParser(oneOf('kind', FIX_KINDS))
        .preset('safe'),
      new Option('--fix-dry-run [=kind]', 'print what would be repaired as a diff, instead of findings')
        .argParser(oneOf('kind', FIX_KINDS))
        .preset('safe'),
    ],
  ],
  [
    'When the command fails:',
    [
      new Option('--fail-on <severity>', 'exit code 1 from this severity on: error, warning, note, never')
        .argParser(oneOf('severity', FAIL_ON))
        .default('error'),
      new Option('--max-warnings <number>', 'exit code 1 for more warnings than that').argParser(count),
    ],
  ],
];

/**
 * Ids below `policy/` are known when the configuration has been read.
 * @throws InvalidArgumentError naming what is known, where an id is none of a rule
 */
export function checkRuleId(id: string): string {
  const known = [...ruleIds, ...BUILT_IN_IDS];
  if (known.includes(id) || id.startsWith(POLICY_GROUP)) return id;
  throw new InvalidArgumentError(`There is no rule ${id}${didYouMean(id, known)}; \`taglint rules\` lists them.`);
}

export function oneOf<const T extends string>(what: string, values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    const hint = didYouMean(value, values);
    throw new InvalidArgumentError(`There is no ${what} ${value}${hint}; known are ${values.join(', ')}.`);
  };
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Expected a whole number, 0 or more.');
  return Number(value);
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

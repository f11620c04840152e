/** The options of the commands beside the default one. */
import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../engine/suppressions/directive.ts';
import { HOOKS, PIPELINES } from '../init/kinds.ts';
import { REGIMES, STRICTNESS } from '../model/profile.ts';
import { LANGUAGES } from '../report/html/languages/codes.ts';
import {
  baselineOption,
  configOptions,
  DIFF_FAIL_ON,
  DIFF_FORMATS,
  displayOptions,
  INVENTORY_FORMATS,
  inputOptions,
  LINT_OPTIONS,
  LIST_FORMATS,
  MATRIX_FORMATS,
  type OptionGroups,
  oneOf,
  outputOption,
  ruleOption,
  sectorOption,
  showValuesOption,
  strictnessOption,
  suppressionsOption,
} from './options.ts';

export const BASELINE_OPTIONS: OptionGroups = [
  ['What is judged, and how strictly:', [sectorOption(), strictnessOption(), ruleOption(), ...inputOptions()]],
  [
    'What is written:',
    [
      baselineOption('the file, instead of the .taglint-baseline.json of the project'),
      new Option('--prune', 'strike out what is found no longer, and add nothing'),
    ],
  ],
];

export const MATRIX_OPTIONS: OptionGroups = [
  ['What is judged:', [sectorOption(), ...inputOptions()]],
  [
    'What is printed:',
    [
      new Option('--format <format>', 'table (for people) or json (for programs)')
        .argParser(oneOf('format', MATRIX_FORMATS))
        .default('table'),
      new Option('--explain', 'what decides, for every tag'),
      outputOption(),
      ...displayOptions(),
    ],
  ],
];

export const INVENTORY_OPTIONS: OptionGroups = [
  ['What is judged:', [sectorOption(), ...inputOptions()]],
  [
    'What is printed:',
    [
      new Option('--format <format>', 'table or markdown (for people), json (for programs) or csv (for spreadsheets)')
        .argParser(oneOf('format', INVENTORY_FORMATS))
        .default('table'),
      new Option(
        '--compare <file>',
        'with the recipients that the privacy notice names; exit code 1 where they differ',
      ),
      outputOption(),
      ...displayOptions(),
    ],
  ],
];

export const DIFF_OPTIONS: OptionGroups = [
  ['What is judged:', [sectorOption(), ...configOptions()]],
  [
    'What is printed:',
    [
      new Option('--format <format>', 'text or html (for people), markdown (for a pull request), json (for programs)')
        .argParser(oneOf('format', DIFF_FORMATS))
        .default('text'),
      outputOption(),
      ...displayOptions(),
    ],
  ],
  [
    'What makes the run fail:',
    [
      new Option('--fail-on <change>', 'weaker, any (also for the stronger), never')
        .argParser(oneOf('change', DIFF_FAIL_ON))
        .default('never'),
    ],
  ],
];

export const REPORT_OPTIONS: OptionGroups = [
  [
    'What is judged, and how strictly:',
    [sectorOption(), strictnessOption(), ruleOption(), suppressionsOption(), ...inputOptions()],
  ],
  [
    'What is written:',
    [
      outputOption(),
      new Option('--lang <code>', `the language of the page: ${LANGUAGES.join(', ')}`)
        .argParser(oneOf('language', LANGUAGES))
        .default('en'),
      new Option('--title <text>', 'the heading, instead of a general one'),
      new Option('--client <name>', 'whose site it is'),
      new Option('--reviewer <name>', 'who signs it'),
      new Option('--date <day>', 'such as 2026-11-30; today if absent').argParser(day),
      new Option('--logo <file>', 'an image for its head: PNG, JPEG, GIF, WebP or SVG'),
      new Option('--anonymize', 'without names and ids: tags, accounts and files under other names').conflicts([
        'client',
        'logo',
        'reviewer',
        'showValues',
      ]),
      showValuesOption(),
    ],
  ],
];

export const LOCK_OPTIONS: OptionGroups = [
  ['What is judged:', [sectorOption(), ...inputOptions()]],
  [
    'What is written:',
    [
      new Option('--reviewer <name>', 'who has looked at it'),
      new Option('--reason <text>', 'why it is as it should be; needed with --update'),
      new Option('--date <day>', 'when, as 2026-11-03').argParser(day).default(undefined, 'today'),
      new Option('--update', 'write the record that is there anew'),
    ],
  ],
];

export const INIT_OPTIONS: OptionGroups = [
  [
    'What the site is:',
    [
      sectorOption(),
      new Option('--regime <regime>', `the law under which visitors come: ${REGIMES.join(', ')}`).argParser(
        oneOf('regime', REGIMES),
      ),
      new Option('--cmp <id>', 'a consent platform that no file shows (repeatable)').argParser(
        (id: string, before: readonly string[] = []) => [...before, id],
      ),
      new Option('--strictness <level>', 'how much is reported: default, strict, audit').argParser(
        oneOf('level', STRICTNESS),
      ),
    ],
  ],
  [
    'What is written:',
    [
      new Option('--hook <kind>', `what runs before a commit, if not what is there: ${HOOKS.join(', ')}`).argParser(
        oneOf('hook', HOOKS),
      ),
      new Option('--ci <kind>', `where pipelines run, if not what is there: ${PIPELINES.join(', ')}`).argParser(
        oneOf('pipeline', PIPELINES),
      ),
      new Option('-y, --yes', 'ask nothing: what was found, and what options say'),
      new Option('--dry-run', 'write nothing, and print what would be written as a diff'),
      new Option('--force', 'replace a configuration and a workflow that are there'),
    ],
  ],
];

export const EXPLAIN_OPTIONS: OptionGroups = [
  [
    'Of a place in a file:',
    [
      new Option(
        '--within <place>',
        'in a text nested in the file, as findings print it: \'tag "Meta" › script › line 7\'',
      ),
      sectorOption(),
      strictnessOption(),
      suppressionsOption(),
      ...inputOptions(),
    ],
  ],
  ['What is printed:', [formatOption(), ...displayOptions()]],
];

export const FETCH_OPTIONS: OptionGroups = [
  [
    'What is fetched:',
    [
      new Option('--check', 'write nothing: compare with the last copies, exit code 1 where settings have changed'),
      new Option('--offline', 'refuse to open a connection (so does TAGLINT_OFFLINE=1)'),
      new Option('--timeout <seconds>', 'how long a host may take for an answer (20)').argParser(seconds),
      new Option('--mirror <address>', 'a server that stands for all hosts: <address>/<host>/<path>').argParser(mirror),
    ],
  ],
  ...LINT_OPTIONS.map(([heading, options]): OptionGroups[number] => [heading, options.filter(isOfAllFiles)]),
];

export function formatOption(): Option {
  return new Option('--format <format>', 'stylish (for people) or json (for programs)')
    .argParser(oneOf('format', LIST_FORMATS))
    .default('stylish');
}

function day(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError('Expected a day, such as 2026-11-30.');
}

function seconds(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 600) return number;
  throw new InvalidArgumentError('Expected seconds, from 1 to 600.');
}

function mirror(value: string): URL {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw new InvalidArgumentError('Expected an address, such as https://mirror.example.');
}

/** What has just been downloaded is no change of the repository yet. */
function isOfAllFiles(option: Option): boolean {
  return !['staged', 'since', 'inContext'].includes(option.attributeName());
}

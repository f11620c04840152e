/** The text of `.taglint.yml`: what was chosen, and as comments what was found and what else could be said. */
import { type Regime, type Sector, STRICTNESS, type Strictness } from '../model/profile.ts';
import type { Found, FoundPlatform } from './found.ts';

export interface ConfigChoices {
  readonly sector?: Sector;
  readonly regime?: Regime;
  readonly strictness?: Strictness;
  /** Consent platforms that the site loads where no file shows it. */
  readonly platforms: readonly string[];
  /** Folders that are left out. */
  readonly ignore: readonly string[];
  /** The schema is in the project. */
  readonly installed: boolean;
}

const MOST_LISTED = 40;

export function configText(choices: ConfigChoices, found: Found): string {
  const { sector, platforms, ignore, installed } = choices;
  const parts = [
    [
      ...(installed ? ['# yaml-language-server: $schema=node_modules/taglint/schemas/config.schema.json'] : []),
      '# What taglint is told about this site; `npx taglint config` prints what applies, and from where.',
    ],
    [
      '# Presets: what the site is about (pharmacy, healthcare, insurance, bank, dating, religion, politics, children), the law',
      '# under which visitors come (eu, us-opt-out, us-health), how much is reported (recommended, strict, audit).',
      `extends: [${presets(choices).join(', ')}]`,
    ],
    ...(sector === undefined ? [sensitivePart(found)] : []),
    platformPart(platforms, found.platforms),
    vendorPart(found),
    ...(ignore.length === 0
      ? []
      : [['# What a build writes, or an update replaces.', 'ignore:', ...ignore.map((folder) => `  - ${folder}`)]]),
    [
      '# Severities by rule, for all files or for some; `npx taglint rules` lists the rules.',
      '# rules:',
      '#   gtm/paused-tag: off',
    ],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** The strictness first: what is more special outranks it. */
function presets({ sector, regime, strictness }: ConfigChoices): string[] {
  const level = strictness === undefined || strictness === STRICTNESS[0] ? 'recommended' : strictness;
  return [level, regime ?? 'eu', ...(sector === undefined || sector === 'general' ? [] : [sector])];
}

function sensitivePart({ sensitive }: Found): string[] {
  if (sensitive === undefined) return [];
  return [
    '# Of itself the site says that it is about something sensitive, which counts without a word here:',
    `# ${oneLine(sensitive)}`,
  ];
}

function platformPart(chosen: readonly string[], found: readonly FoundPlatform[]): string[] {
  if (chosen.length > 0)
    return [
      '# Loaded where no file shows it: by a tag manager, by the server.',
      'consent:',
      `  platforms: [${chosen.join(', ')}]`,
    ];
  const loaded = found.filter((one) => one.loaded);
  if (loaded.length > 0) return [`# Consent platform: ${loaded.map(named).join(', ')}.`];
  const [written] = found;
  if (written)
    return [
      `# Code is written for ${named(written)}, which no file loads. Where a tag manager or the server does, say so:`,
      '# consent:',
      `#   platforms: [${written.id}]`,
    ];
  return [
    '# No consent platform is in sight. Where a tag manager or the server loads one, its id goes under consent, platforms;',
    '# where the site asks itself, see consent, gates.',
  ];
}

function vendorPart({ vendors }: Found): string[] {
  if (vendors.length === 0) return [];
  const listed = vendors.slice(0, MOST_LISTED);
  return [
    `# Who gets data today: ${listed.map(({ name }) => oneLine(name)).join(', ')}${vendors.length > MOST_LISTED ? ', …' : ''}.`,
    '# With a list every other third party is a finding:',
    '# vendors:',
    `#   allow: [${vendors.map(({ id }) => id).join(', ')}]`,
  ];
}

function named({ name, file }: FoundPlatform): string {
  return `${oneLine(name)} (${oneLine(file)})`;
}

/** A comment ends with its line; names of files may hold anything. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?').slice(0, 200);
}

/** Reads the rule pages: sections, and the fenced examples with their marks and options. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asContainer, NAMES, type Range, withoutMarks } from '../../scripts/site/rule-examples.ts';
import { classify } from '../../src/discover/index.ts';
import type { InputKind } from '../../src/engine/input.ts';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { ruleIds } from '../../src/generated/ids.ts';
import { parties } from '../../src/generated/parties.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import { parseLock } from '../../src/lock/read.ts';
import type { Finding } from '../../src/model/finding.ts';
import { REGIMES, SECTORS, type SiteProfile, STRICTNESS, type Strictness } from '../../src/model/profile.ts';
import type { ReviewedRecord } from '../../src/model/reviewed/record.ts';
import type { RuleOptions } from '../../src/model/rule.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';

export interface Example {
  readonly section: 'Incorrect' | 'Correct';
  /** Line of the page on which the fence opens. */
  readonly line: number;
  readonly path: string;
  /** The text without marks, wrapped where it is an abbreviated container. */
  readonly text: string;
  readonly expected: readonly Range[];
  readonly profile: SiteProfile;
  readonly strictness: Strictness;
  /** The severity that every finding must have, where the example says one. */
  readonly severity: string | undefined;
  /** Other rules that an example may set off. */
  readonly also: readonly string[];
  /** What the page's rule is told: `options=tag:GA4*,Meta*;trigger:On*`. */
  readonly options: RuleOptions;
}

export interface Page {
  readonly id: string;
  readonly text: string;
  /** Titles of the sections, in order. */
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

const OPTIONS = [
  'sector',
  'regime',
  'strictness',
  'defaults-on-page',
  'exempt',
  'allowed',
  'denied',
  'sensitive-paths',
  'severity',
  'also',
  'options',
];
const LANGUAGES_WITHOUT_EXAMPLE = ['yaml', 'sh', 'text'];

const folder = fileURLToPath(new URL('../../rules/', import.meta.url));

/** The page of a rule. @throws Error for a fence that says something unknown */
export function readPage(id: string): Page {
  const text = readFileSync(`${folder}${id}.md`, 'utf8');
  const sections: string[] = [];
  const examples: Example[] = [];
  /** What a block `yaml lock` says was reviewed, for the examples that follow it. */
  let reviewed: ReviewedRecord | undefined;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const section = /^## (.+)$/.exec(line)?.[1];
    if (section !== undefined) sections.push(section.trim());
    const fence = /^( *)```(.*)$/.exec(line);
    if (!fence) continue;
    const body: string[] = [];
    const opened = at;
    for (at++; at < lines.length && !/^ *```$/.test(lines[at] ?? ''); at++) body.push(lines[at] ?? '');
    if (at === lines.length) throw new Error(`${id}.md:${opened + 1}: the fence is not closed`);
    const current = sections.at(-1);
    if (current !== 'Incorrect' && current !== 'Correct') continue;
    const info = fence[2]?.trim() ?? '';
    if (info === 'yaml lock') reviewed = parseLock(body.join('\n'), `${id}.md:${opened + 1}`).record;
    for (const example of exampleOf(id, current, opened + 1, info, body.join('\n')))
      examples.push(reviewed ? { ...example, profile: { ...example.profile, reviewed } } : example);
  }
  return { id, text, sections, examples };
}

function exampleOf(id: string, section: Example['section'], line: number, info: string, body: string): Example[] {
  const [language = '', ...rest] = info.split(/\s+/);
  if (LANGUAGES_WITHOUT_EXAMPLE.includes(language)) return [];
  const gtm = rest[0] === 'gtm';
  const path = NAMES[gtm ? `${language} gtm` : language];
  if (path === undefined) throw new Error(`${id}.md:${line}: unknown language “${info}”`);
  const options = new Map<string, string>();
  for (const option of gtm ? rest.slice(1) : rest) {
    const [key = '', value = ''] = option.split('=');
    if (!OPTIONS.includes(key) || value === '') throw new Error(`${id}.md:${line}: unknown option “${option}”`);
    options.set(key, value);
  }
  const one = <T extends string>(key: string, known: readonly T[], otherwise: T): T => {
    const value = options.get(key);
    if (value === undefined) return otherwise;
    const found = known.find((name) => name === value);
    if (found === undefined) throw new Error(`${id}.md:${line}: unknown ${key} “${value}”`);
    return found;
  };
  const list = (key: string): string[] => options.get(key)?.split(',') ?? [];
  const other = list('also').find((rule) => !ruleIds.includes(rule));
  if (other !== undefined) throw new Error(`${id}.md:${line}: unknown rule “${other}”`);
  const defaultsOnPage = options.has('defaults-on-page')
    ? one('defaults-on-page', ['denied', 'granted'] as const, 'denied')
    : undefined;
  const { text, ranges } = withoutMarks(gtm && language === 'json' ? asContainer(body) : body);
  return [
    {
      section,
      line,
      path,
      text,
      expected: ranges,
      profile: {
        sector: one('sector', SECTORS, 'general'),
        regime: one('regime', REGIMES, 'eu'),
        sensitivePaths: list('sensitive-paths'),
        exemptVendors: list('exempt'),
        ...(options.has('allowed') ? { allowed: list('allowed') } : {}),
        ...(options.has('denied') ? { denied: list('denied') } : {}),
        ...(defaultsOnPage ? { defaultsOnPage } : {}),
      },
      strictness: one('strictness', STRICTNESS, 'default'),
      severity: options.get('severity'),
      also: list('also'),
      options: optionsOf(options.get('options') ?? ''),
    },
  ];
}

function optionsOf(text: string): RuleOptions {
  const entries = text.split(';').flatMap((part): [string, string[]][] => {
    const [name = '', values = ''] = part.split(':');
    return name === '' ? [] : [[name, values.split(',')]];
  });
  return Object.fromEntries(entries);
}

/** What all rules find in an example on the page of a rule. */
export async function lintExample(example: Example, id: string): Promise<readonly Finding[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: example.profile,
    strictness: example.strictness,
    ruleOptions: { [id]: example.options },
    loadHeavyParser: loadTypeScriptParser,
    loadParties: async () => parties,
  });
  await linter.lint({ path: example.path, kind: kindOf(example), text: example.text });
  return linter.result(1, 0).findings;
}

function kindOf({ path, text }: Example): InputKind {
  const kind = classify(path, text);
  if (kind === 'other') throw new Error(`${path} is nothing that is read`);
  return kind;
}

/** The finding's place as offsets. */
export function rangeOf(finding: Finding, text: string): Range {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    start: (starts[finding.line - 1] ?? 0) + finding.column - 1,
    end: (starts[finding.endLine - 1] ?? 0) + finding.endColumn - 1,
  };
}

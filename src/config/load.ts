/** Reads and checks a configuration. Nothing of it is ever executed. */
import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { core, ZodError } from 'zod';
import type { ConfiguredSuppression } from '../engine/suppressions/suppressions.ts';
import { categoryOfWord } from '../extract/machine/names.ts';
import { platformIds, ruleIds, ruleOptions, vendorIds } from '../generated/ids.ts';
import { BUILT_IN_IDS } from '../model/built-in-rules.ts';
import type { SiteGate } from '../model/site-gate.ts';
import { didYouMean } from '../text/nearest.ts';
import { Source } from '../text/source.ts';
import { GATE_KEYS, gateCategories, gatesOf } from './gates.ts';
import { type ConfigFile, configSchema } from './schema.ts';
import { suppressionsOf } from './suppressions.ts';

/** A mistake in a configuration; every line of the message starts with `file:line:column`. */
export class ConfigError extends Error {}

export interface LoadedConfig {
  readonly config: ConfigFile;
  /** What its `consent.gates` ask. */
  readonly gates: readonly SiteGate[];
  /** What its `suppressions` switch off. */
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly file: string;
  /** What its `ignore` patterns are relative to. */
  readonly folder: string;
}

const KNOWN = { ruleIds, vendorIds, platformIds, ruleOptions };

type Document = ReturnType<typeof parseDocument>;
type Path = readonly PropertyKey[];

/**
 * @param file absolute path
 * @param cwd what the file's path is relative to in messages
 * @throws ConfigError naming file, line, column and what is expected
 */
export function loadConfig(file: string, cwd: string): LoadedConfig {
  const shown = relative(cwd, file) || file;
  const text = read(file, shown);
  const { config, document } = parsed(text, shown);
  const folder = dirname(file);
  const suppressions = suppressionsOf(config.suppressions ?? [], {
    source: new Source(shown.split(sep).join('/'), text),
    folder,
    cwd,
    spanOf: (index) => {
      const start = valueOffset(document, ['suppressions', index]);
      return { start, end: lineEnd(text, start) };
    },
  });
  return { config, gates: gatesOf(config.consent?.gates ?? []), suppressions, file, folder };
}

/** @param shown how messages name the file */
export function parseConfig(text: string, shown: string): ConfigFile {
  return parsed(text, shown).config;
}

function parsed(text: string, shown: string): { config: ConfigFile; document: Document } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`).join('\n'));
  }
  const value = plain(document, at);
  if (value === null || value === undefined) return { config: {}, document };
  const checked = configSchema(KNOWN).safeParse(value, { reportInput: true });
  if (checked.success) return { config: checked.data, document };
  throw new ConfigError(messages(checked.error, document, at).join('\n'));
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function read(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ConfigError(`${shown}: ${missing ? 'no such file' : `cannot be read: ${messageOf(error)}`}`);
  }
}

/** Aliases that multiply without end are refused by yaml with an error. */
function plain(document: Document, at: (offset: number) => string): unknown {
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      throw new ConfigError(`${at(alias.range?.[0] ?? 0)}: there is no anchor &${alias.source} before this`);
    },
  });
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new ConfigError(`${at(0)}: ${messageOf(error)}`);
  }
}

function messages(error: ZodError, document: Document, at: (offset: number) => string): string[] {
  return error.issues.flatMap(ofRule).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return `${at(valueOffset(document, issue.path))}: ${wrongValue(issue)}`;
    return issue.keys.map((key) => `${at(keyOffset(document, [...issue.path, key]))}: ${wrongKey(key, issue.path)}`);
  });
}

/** What is wrong with a rule’s setting: with the form that was meant, a severity alone or an object. */
function ofRule(issue: core.$ZodIssue): core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.path[0] !== 'rules') return [issue];
  const [level, full] = issue.errors;
  const meant = typeof issue.input === 'object' && issue.input !== null && !Array.isArray(issue.input) ? full : level;
  return (meant ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function wrongKey(key: string, path: Path): string {
  const namesRule = path.at(-1) === 'rules' && (path.length === 1 || path[0] === 'overrides');
  if (!namesRule) return `${JSON.stringify(key)} is no key of ${nameOf(path)}${didYouMean(key, knownKeys(path))}`;
  return noRule(key);
}

const RULE_IDS: readonly string[] = [...ruleIds, ...BUILT_IN_IDS];

function noRule(id: string): string {
  return `there is no rule ${JSON.stringify(id)}${didYouMean(id, RULE_IDS)}; \`taglint rules\` lists them`;
}

function wrongValue(issue: core.$ZodIssue): string {
  const name = nameOf(issue.path);
  if (issue.code === 'invalid_union') return wrongChoice(issue);
  if (issue.code === 'custom') return `${name} ${issue.message}`;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const written = JSON.stringify(issue.input);
    if (issue.path[0] === 'vendors') {
      return `${name}: there is no vendor ${written}${didYouMean(String(issue.input), values)}`;
    }
    if (issue.path[0] === 'suppressions') return noRule(String(issue.input));
    return `${name} is ${written}, expected ${orList(values)}${didYouMean(String(issue.input), values)}`;
  }
  if (issue.code === 'invalid_type') return `${name}: expected ${words[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `${name} is empty`;
  return `${name}: ${issue.message}`;
}

/** A value that may be of several kinds: a category or a list of them, a text or a number. */
function wrongChoice(issue: core.$ZodIssueInvalidUnion): string {
  const name = nameOf(issue.path);
  const written = JSON.stringify(issue.input);
  if (issue.path[0] === 'suppressions') {
    const named: readonly unknown[] = Array.isArray(issue.input) ? issue.input : [issue.input];
    const wrong = named.find((one) => !RULE_IDS.some((known) => known === one));
    return typeof wrong === 'string' ? noRule(wrong) : `${name}: expected the id of a rule, or a list of them`;
  }
  if (issue.path.at(-1) !== 'category') return `${name} is ${written}, expected a text, a number, true or false`;
  const all = gateCategories.join(', ');
  if (issue.input === undefined) return `${name} is missing: what is granted where the answer is yes, of ${all}`;
  const given: readonly unknown[] = Array.isArray(issue.input) ? issue.input : [issue.input];
  if (given.length === 0) return `${name} is empty, expected one or several of ${all}`;
  const wrong = given.find((one) => !gateCategories.some((known) => known === one));
  const hint = didYouMean(String(wrong), gateCategories);
  const meant = hint === '' ? categoryOfWord(String(wrong)) : undefined;
  return `${name} is ${JSON.stringify(wrong)}, expected ${orList(gateCategories)}${meant ? ` (did you mean ${meant}?)` : hint}`;
}

const words: Readonly<Record<string, string>> = { object: 'keys with values', array: 'a list', string: 'a text' };

function nameOf(path: Path): string {
  return path.length === 0 ? 'the configuration' : path.map(String).join('.');
}

function orList(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** The keys that may stand in the place of one that may not. */
function knownKeys(path: Path): string[] {
  const { shape } = configSchema(KNOWN);
  const [head] = path;
  if (head === 'site') return Object.keys(shape.site.unwrap().shape);
  if (head === 'consent' && path.length > 1) return GATE_KEYS;
  if (head === 'consent') return Object.keys(shape.consent.unwrap().shape);
  if (head === 'rules')
    return path.length > 2 ? Object.keys(ruleOptions[String(path[1])] ?? {}) : ['severity', 'options'];
  if (head === 'overrides') return Object.keys(shape.overrides.unwrap().element.shape);
  if (head === 'suppressions') return Object.keys(shape.suppressions.unwrap().element.shape);
  if (head === 'vendors') return Object.keys(shape.vendors.unwrap().shape);
  return Object.keys(shape);
}

function valueOffset(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: Path): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return valueOffset(document, path);
  const pair = parent.items.find(({ key }) => isNode(key) && String(key.toJSON()) === String(path.at(-1)));
  return pair && isNode(pair.key) && pair.key.range ? pair.key.range[0] : valueOffset(document, path);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

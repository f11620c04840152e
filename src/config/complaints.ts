/** What is wrong with a configuration, in words: the mistakes that the schema finds, each with its place. */
import type { core, ZodError } from 'zod';
import { categoryOfWord } from '../extract/machine/names.ts';
import { CATEGORIES } from '../model/catalog.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Path, Places } from './document.ts';
import { GATE_KEYS } from './gates.ts';
import { MATCHERS, POLICY_KEYS } from './policy-schema.ts';
import { configSchema, type KnownIds, ruleIdsOf } from './schema.ts';

/** One line for each mistake. */
export function complaints(error: ZodError, places: Places, known: KnownIds): string[] {
  const words = new Wording(known);
  const { issues } = error;
  const all = issues
    .filter((issue) => !isConsequence(issue, issues))
    .flatMap(ofRule)
    .flatMap(ofPolicy);
  return all.flatMap((issue) => {
    if (issue.code === 'invalid_key') return `${places.key(issue.path)}: ${wrongName(String(issue.path.at(-1)))}`;
    if (issue.code !== 'unrecognized_keys') return `${places.value(issue.path)}: ${words.wrongValue(issue)}`;
    return issue.keys.map((key) => `${places.key([...issue.path, key])}: ${words.wrongKey(key, issue.path)}`);
  });
}

/** That something is missing is no wonder where a key is mistyped. */
function isConsequence({ code, path }: core.$ZodIssue, issues: readonly core.$ZodIssue[]): boolean {
  if (code !== 'custom') return false;
  return issues.some((other) => other.code === 'unrecognized_keys' && other.path.join('\n') === path.join('\n'));
}

/** What is wrong with a rule’s setting: with the form that was meant, a severity alone or an object. */
function ofRule(issue: core.$ZodIssue): core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.path[0] !== 'rules') return [issue];
  const [level, full] = issue.errors;
  const meant = typeof issue.input === 'object' && issue.input !== null && !Array.isArray(issue.input) ? full : level;
  return (meant ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Of one value or a list of them, of a word or an object that says more, the form that was meant. */
function ofPolicy(issue: core.$ZodIssue): core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.path[0] !== 'policy') return [issue];
  const [one = [], other = []] = issue.errors;
  const { input } = issue;
  const isObject = typeof input === 'object' && input !== null && one[0]?.code !== 'invalid_union';
  const meant = Array.isArray(input) || (isObject && issue.path.includes('origin')) ? other : one;
  return meant.flatMap((inner) => ofPolicy({ ...inner, path: [...issue.path, ...inner.path] }));
}

class Wording {
  readonly #known: KnownIds;
  readonly #ruleIds: readonly string[];

  constructor(known: KnownIds) {
    this.#known = known;
    this.#ruleIds = ruleIdsOf(known);
  }

  wrongKey(key: string, path: Path): string {
    const namesRule = path.at(-1) === 'rules' && (path.length === 1 || path[0] === 'overrides');
    if (namesRule) return this.#noRule(key);
    return `${JSON.stringify(key)} is no key of ${nameOf(path)}${didYouMean(key, this.#knownKeys(path))}`;
  }

  wrongValue(issue: core.$ZodIssue): string {
    const name = nameOf(issue.path);
    if (issue.code === 'invalid_union') return this.#wrongChoice(issue);
    if (issue.code === 'custom') return `${name} ${issue.message}`;
    if (issue.code === 'invalid_value') {
      const values = issue.values.map(String);
      const written = JSON.stringify(issue.input);
      if (issue.path[0] === 'vendors' || issue.path.slice(3).includes('vendor')) {
        return `${name}: there is no vendor ${written}${didYouMean(String(issue.input), values)}`;
      }
      if (issue.path[0] === 'suppressions') return this.#noRule(String(issue.input));
      return `${name} is ${written}, expected ${orList(values)}${didYouMean(String(issue.input), values)}`;
    }
    if (issue.code === 'invalid_format' && issue.path[0] === 'vendors') return this.#noParty(name, issue.input);
    if (issue.code === 'invalid_format' && issue.path[0] === 'policy') return noHost(name, issue.input);
    if (issue.code === 'too_big') return `${name} is too long`;
    if (issue.code === 'invalid_type') return `${name}: expected ${words[issue.expected] ?? issue.expected}`;
    if (issue.code === 'too_small') return `${name} is empty`;
    return `${name}: ${issue.message}`;
  }

  /** A value that may be of several kinds: a category or a list of them, a text or a number. */
  #wrongChoice(issue: core.$ZodIssueInvalidUnion): string {
    const name = nameOf(issue.path);
    const written = JSON.stringify(issue.input);
    if (issue.path[0] === 'extends')
      return `${name}: expected the name of a preset, a file such as ./base.yml, or a list`;
    if (issue.path[0] === 'suppressions') {
      const named: readonly unknown[] = Array.isArray(issue.input) ? issue.input : [issue.input];
      const wrong = named.find((one) => !this.#ruleIds.some((known) => known === one));
      return typeof wrong === 'string' ? this.#noRule(wrong) : `${name}: expected the id of a rule, or a list of them`;
    }
    if (issue.path[0] === 'vendors') return this.#noParty(name, issue.input);
    if (issue.path.at(-1) !== 'category') return `${name} is ${written}, expected a text, a number, true or false`;
    return wrongCategory(name, issue.input);
  }

  #noParty(name: string, input: unknown): string {
    if (typeof input !== 'string') return `${name}: expected the id of a vendor, or a host`;
    const written = JSON.stringify(input);
    if (input.includes('.')) return noHost(name, input);
    return `${name}: there is no vendor ${written}${didYouMean(input, this.#known.vendorIds)}; docs/vendors.md lists them`;
  }

  #noRule(id: string): string {
    return `there is no rule ${JSON.stringify(id)}${didYouMean(id, this.#ruleIds)}; \`taglint rules\` lists them`;
  }

  #policyKeys(path: Path): readonly string[] {
    if (path.includes('origin')) return ['kind', 'name'];
    return path.length > 2 ? MATCHERS : POLICY_KEYS;
  }

  /** The keys that may stand in the place of one that may not. */
  #knownKeys(path: Path): readonly string[] {
    const { shape } = configSchema(this.#known);
    const [head] = path;
    if (head === 'site') return Object.keys(shape.site.unwrap().shape);
    if (head === 'consent' && path.length > 1) return GATE_KEYS;
    if (head === 'consent') return Object.keys(shape.consent.unwrap().shape);
    if (head === 'rules')
      return path.length > 2 ? Object.keys(this.#known.ruleOptions[String(path[1])] ?? {}) : ['severity', 'options'];
    if (head === 'overrides') return Object.keys(shape.overrides.unwrap().element.shape);
    if (head === 'suppressions') return Object.keys(shape.suppressions.unwrap().element.shape);
    if (head === 'policy') return this.#policyKeys(path);
    if (head === 'vendors') return Object.keys(shape.vendors.unwrap().shape);
    return Object.keys(shape);
  }
}

function noHost(name: string, input: unknown): string {
  return `${name}: ${JSON.stringify(input)} is no host such as cdn.example.com, which means all below it too`;
}

function wrongName(name: string): string {
  return `${JSON.stringify(name)} is no name of a policy: small letters, digits and dashes, such as no-session-replay`;
}

function wrongCategory(name: string, input: unknown): string {
  const all = CATEGORIES.join(', ');
  if (input === undefined) return `${name} is missing: what is granted where the answer is yes, of ${all}`;
  const given: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (given.length === 0) return `${name} is empty, expected one or several of ${all}`;
  const wrong = given.find((one) => !CATEGORIES.some((known) => known === one));
  const hint = didYouMean(String(wrong), CATEGORIES);
  const meant = hint === '' ? categoryOfWord(String(wrong)) : undefined;
  return `${name} is ${JSON.stringify(wrong)}, expected ${orList(CATEGORIES)}${meant ? ` (did you mean ${meant}?)` : hint}`;
}

const words: Readonly<Record<string, string>> = {
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  string: 'a text',
};

function nameOf(path: Path): string {
  return path.length === 0 ? 'the configuration' : path.map(String).join('.');
}

function orList(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

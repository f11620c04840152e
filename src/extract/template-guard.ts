/** Conditions of server-side templates as guards: a condition about consent is a gate, one about anything else is none. */
import { ALWAYS, and, atom, condition, type Guard, NEVER, not, or } from '../model/guard.ts';
import type { TemplateBranch, TemplateScan } from '../parse/template/index.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { categoryOfWord, isConsentWord, isRefusalWord, topicOf } from './machine/names.ts';
import { definitionOf } from './template-variables.ts';

/** The guard at an offset of a template: all branches around it that lie inside `[from, to)`. */
export function templateGuards(source: Source, scan: TemplateScan): (offset: number) => Guard {
  const known = new Map<TemplateBranch, Guard>();
  const guardOf = (branch: TemplateBranch): Guard => {
    let guard = known.get(branch);
    if (!guard) {
      guard = branchGuard(source, branch);
      known.set(branch, guard);
    }
    return guard;
  };
  return (offset) => {
    const branches = scan.branchesAt(offset);
    return branches.length === 0 ? ALWAYS : and(...branches.map(guardOf));
  };
}

/** One guard for one condition of a statement: its branches then exclude each other by identity. */
const CONDITIONS = new WeakMap<Source, Map<string, Guard>>();

export function branchGuard(source: Source, branch: TemplateBranch): Guard {
  if (branch.kind !== 'if') return ALWAYS;
  const known = CONDITIONS.get(source) ?? new Map<string, Guard>();
  CONDITIONS.set(source, known);
  const conditionOf = (text: string): Guard => {
    const key = `${branch.group} ${text}`;
    const guard = known.get(key) ?? serverCondition(text, at, source);
    known.set(key, guard);
    return guard;
  };
  const at = locationOf(source, {
    start: branch.conditionStart ?? branch.start,
    end: (branch.conditionStart ?? branch.start) + (branch.condition?.length ?? 0),
  });
  const parts: Guard[] = branch.excluded.map(({ condition: text, negated }) => {
    const guard = conditionOf(text);
    return negated ? guard : not(guard);
  });
  if (branch.condition !== undefined) {
    const guard = conditionOf(branch.condition);
    parts.push(branch.negated ? not(guard) : guard);
  }
  return and(...parts);
}

const MAX_TOKENS = 200;

/**
 * Reads the condition of any template language as far as it matters here: `and`/`or`/`not` in word and sign form,
 * brackets, comparisons with literals. What is compared is told by its words.
 */
function serverCondition(text: string, at: Location, source?: Source, depth = 0): Guard {
  const resolve = (subject: string, value: string | undefined): Guard => leaf(subject, value, at, source, depth);
  const tokens = text
    .slice(0, 2000)
    .match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|&&|\|\||[!=]==?|[!()]|[<>]=?|\?\?|[^\s!&|()"'=<>]+|[&|=]/g)
    ?.slice(0, MAX_TOKENS);
  if (!tokens || tokens.length === 0) return condition('free', text, at);
  let index = 0;
  const either = (depth: number): Guard => {
    const guards = [both(depth)];
    while (index < tokens.length && /^(?:\|\||or)$/i.test(tokens[index] ?? '')) {
      index++;
      guards.push(both(depth));
    }
    return or(...guards);
  };
  const both = (depth: number): Guard => {
    const guards = [single(depth)];
    while (index < tokens.length && /^(?:&&|and)$/i.test(tokens[index] ?? '')) {
      index++;
      guards.push(single(depth));
    }
    return and(...guards);
  };
  const single = (depth: number): Guard => {
    const token = tokens[index] ?? '';
    if (/^(?:!|not)$/i.test(token)) {
      index++;
      return not(single(depth));
    }
    if (token === '(' && depth < 20 && !isCompared(tokens, index)) {
      index++;
      const inner = either(depth + 1);
      if (tokens[index] === ')') index++;
      return inner;
    }
    if (/^(?:and|or)$/i.test(token) && tokens[index - 1] === '(' && depth < 20) {
      // Helpers of the form `(and a b)`.
      index++;
      const guards: Guard[] = [];
      while (index < tokens.length && tokens[index] !== ')' && guards.length < 12) {
        if (tokens[index] === '(') guards.push(single(depth + 1));
        else guards.push(comparison([tokens[index++] ?? ''], resolve));
      }
      return /^and$/i.test(token) ? and(...guards) : or(...guards);
    }
    const words: string[] = [];
    if (token === '(') {
      // `(cookie ?? 'denied') === 'granted'`: what stands in brackets is compared as one.
      const end = closing(tokens, index);
      words.push(...tokens.slice(index + 1, end));
      index = end + 1;
    }
    let nested = 0;
    while (index < tokens.length) {
      const next = tokens[index] ?? '';
      if (nested === 0 && (/^(?:&&|\|\||and|or)$/i.test(next) || next === ')')) break;
      if (next === '(') nested++;
      if (next === ')') nested--;
      words.push(next);
      index++;
    }
    return comparison(words, resolve);
  };
  const guard = either(0);
  return index < tokens.length ? and(guard, either(0)) : guard;
}

/** The position of the bracket that closes the one at `open`. */
function closing(tokens: readonly string[], open: number): number {
  let nested = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at] === '(') nested++;
    else if (tokens[at] === ')' && --nested === 0) return at;
  }
  return tokens.length;
}

const SIGN = /^(?:[!=]==?|=|eq|ne|is|is_?not|equals)$/i;

/** Whether a bracket holds one operand of a comparison. */
function isCompared(tokens: readonly string[], open: number): boolean {
  const end = closing(tokens, open);
  if (!SIGN.test(tokens[end + 1] ?? '')) return false;
  return !tokens.slice(open, end).some((token) => /^(?:&&|\|\||and|or|not|!)$/i.test(token));
}

type Leaf = (subject: string, value: string | undefined) => Guard;

function comparison(written: readonly string[], leafOf: Leaf): Guard {
  // Helpers stand in front of what they compare: `(eq cookies.consent "granted")`.
  const [first = '', left0, right0] = written;
  const prefix =
    /^(?:eq|ne|neq|is|isnt|equals?|not_?eq|if_?eq)$/i.test(first) && left0 !== undefined && right0 !== undefined;
  const words = prefix ? [left0, /^(?:ne|neq|isnt|not_?eq)$/i.test(first) ? '!=' : '==', right0] : written;
  const sign = words.findIndex((word) => /^(?:[!=]==?|=|eq|ne|is|is_?not|equals)$/i.test(word));
  const text = words.join(' ');
  if (sign < 0) return leafOf(text, undefined);
  const negative = /^(?:!|ne|is_?not)/i.test(words[sign] ?? '') || /^not$/i.test(words[sign + 1] ?? '');
  const left = words.slice(0, sign).join(' ');
  const right = words
    .slice(sign + 1)
    .filter((word) => !/^not$/i.test(word))
    .join(' ');
  const [subject, value] = /^["'\d]|^(?:true|false|nil|null|none)$/i.test(right) ? [left, right] : [right, left];
  const plain = value.replace(/^["']|["']$/g, '');
  const guard = leafOf(subject, plain);
  return negative ? not(guard) : guard;
}

/** What a template's expression says, compared with a literal or asked whether it is there. */
function leaf(
  subject: string,
  value: string | undefined,
  at: Location,
  source: Source | undefined,
  depth: number,
): Guard {
  if (value === undefined && /^(?:true|1)$/i.test(subject)) return ALWAYS;
  if (value === undefined && /^(?:false|0|nil|null|none)$/i.test(subject)) return NEVER;
  const empty = value !== undefined && EMPTY.test(value);
  // Whether a function or class is there says nothing of a choice.
  if (/^(?:function_exists|is_callable|class_exists|method_exists|defined\?? )\s*\(/.test(subject))
    return condition('free', subject, at);
  if (/^(?:empty|is_null)\s*\(|\.(?:blank|nil|empty|isEmpty|isBlank)\b/.test(subject)) {
    const inner = leaf(
      subject.replace(/^(?:empty|is_null)\s*\(\s*|\s*\)$|\.(?:blank|nil|empty|isEmpty|isBlank)\b.*$/g, ''),
      undefined,
      at,
      source,
      depth,
    );
    return empty ? inner : not(inner);
  }
  const variable = /^\$?(\w+)(?:\s*\|\s*\w+)?$/.exec(subject)?.[1];
  const definition = variable === undefined || !source || depth >= 3 ? undefined : definitionOf(source, variable);
  if (definition !== undefined) {
    const plain = value === undefined || /^(?:true|1|false|0)$/i.test(value);
    const whole = plain ? definition : `${definition} == '${value.replaceAll("'", '')}'`;
    const guard = serverCondition(whole, at, source, depth + 1);
    return empty ? not(guard) : guard;
  }
  const topic = topicOf(subject);
  if (
    /cookies?\b|_COOKIE|COOKIES/i.test(subject) &&
    (topic !== 'free' || value !== undefined || /[[.(]/.test(subject))
  ) {
    return cookieCondition(subject, value, empty, at);
  }
  if (topic === 'opt-out') return empty ? not(condition('opt-out', subject, at)) : condition('opt-out', subject, at);
  if (topic === 'unresolved') return condition('unresolved', subject, at);
  if (topic === 'consent') {
    if (value !== undefined && isRefusalWord(value)) return condition('opt-out', `${subject} ${value}`, at);
    // A server-side condition about consent is a gate (design, *Before consent*).
    const gate = atom(
      { kind: 'consent', cmp: 'server', category: categoryOfWord(subject), word: subject.slice(0, 80) },
      at,
    );
    return empty ? not(gate) : gate;
  }
  if (value !== undefined && isConsentWord(value) && /status|choice|track/i.test(subject))
    return condition('consent', `${subject} ${value}`, at);
  return condition('free', subject, at);
}

const EMPTY = /^(?:nil|null|none|blank|empty|false|0|)$/i;

/** A cookie that the server reads: absent on a first visit, unless a fallback stands in for it. */
function cookieCondition(subject: string, value: string | undefined, empty: boolean, at: Location): Guard {
  const key = /["']([^"']+)["']|:(\w+)|cookies?\??\.([\w-]+)/i.exec(subject)?.slice(1).find(Boolean);
  if (/^(?:str_contains|stri?pos|strstr|preg_match)\s*\(/.test(subject)) {
    const text = subject
      .match(/["'][^"']*["']/g)
      ?.map((quoted) => quoted.slice(1, -1))
      .findLast((one) => one !== '' && one !== key);
    const contains = atom(
      { kind: 'storage', store: 'cookie', key, test: 'contains', ...(text === undefined ? {} : { text }) },
      at,
    );
    return empty ? not(contains) : contains;
  }
  const present = atom({ kind: 'storage', store: 'cookie', key, test: 'present' }, at);
  const asked =
    value === undefined || empty
      ? present
      : atom({ kind: 'storage', store: 'cookie', key, test: 'equals', text: value }, at);
  // A default: `get('consent', 'true')`, `?? '1'`, `|default('granted')`.
  const fallback = /(?:\?\?|\bdefault\s*[:(]|,)\s*["']?([\w-]+)/i.exec(subject)?.[1];
  const stands =
    fallback !== undefined &&
    (value === undefined || empty ? !EMPTY.test(fallback) : fallback.toLowerCase() === value.toLowerCase());
  const guard = stands ? or(not(present), asked) : asked;
  return empty ? not(guard) : guard;
}

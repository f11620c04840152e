/** Conditions of server-side templates as guards: a condition about consent is a gate, one about anything else is none. */
import { ALWAYS, and, atom, condition, type Guard, NEVER, not, or } from '../model/guard.ts';
import type { TemplateBranch, TemplateScan } from '../parse/template/index.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { categoryOfWord, isConsentWord, isRefusalWord, topicOf } from './machine/names.ts';

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
    const guard = known.get(key) ?? serverCondition(text, at);
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
export function serverCondition(text: string, at: Location): Guard {
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
    if (token === '(' && depth < 20) {
      index++;
      const inner = either(depth + 1);
      if (tokens[index] === ')') index++;
      return inner;
    }
    const words: string[] = [];
    let nested = 0;
    while (index < tokens.length) {
      const next = tokens[index] ?? '';
      if (nested === 0 && (/^(?:&&|\|\||and|or)$/i.test(next) || next === ')')) break;
      if (next === '(') nested++;
      if (next === ')') nested--;
      words.push(next);
      index++;
    }
    return comparison(words, at);
  };
  const guard = either(0);
  return index < tokens.length ? and(guard, either(0)) : guard;
}

function comparison(words: readonly string[], at: Location): Guard {
  const sign = words.findIndex((word) => /^(?:[!=]==?|=|eq|ne|is|is_?not|equals)$/i.test(word));
  const text = words.join(' ');
  if (sign < 0) return leaf(text, undefined, at);
  const negative = /^(?:!|ne|is_?not)/i.test(words[sign] ?? '') || /^not$/i.test(words[sign + 1] ?? '');
  const left = words.slice(0, sign).join(' ');
  const right = words
    .slice(sign + 1)
    .filter((word) => !/^not$/i.test(word))
    .join(' ');
  const [subject, value] = /^["'\d]|^(?:true|false|nil|null|none)$/i.test(right) ? [left, right] : [right, left];
  const plain = value.replace(/^["']|["']$/g, '');
  const guard = leaf(subject, plain, at);
  return negative ? not(guard) : guard;
}

/** What a template's expression says, compared with a literal or asked whether it is there. */
function leaf(subject: string, value: string | undefined, at: Location): Guard {
  if (value === undefined && /^(?:true|1)$/i.test(subject)) return ALWAYS;
  if (value === undefined && /^(?:false|0|nil|null|none)$/i.test(subject)) return NEVER;
  const empty = value !== undefined && /^(?:nil|null|none|blank|empty|false|0|)$/i.test(value);
  const cookie = /cookies?\b|_COOKIE|COOKIES/i.test(subject);
  const topic = topicOf(subject);
  if (cookie && (topic !== 'free' || value !== undefined || /[[.(]/.test(subject))) {
    // A default that grants: `get('consent', 'true')`, `?? '1'`.
    if (/(?:\?\?|default[:(]|,)\s*["']?(?:1|true|yes|granted|accepted|on)\b/i.test(subject)) return value === undefined || !isRefusalWord(value) ? ALWAYS : NEVER;
    const key = /["']([^"']+)["']|:(\w+)|COOKIES?\.([\w-]+)|cookies\.([\w-]+)/i.exec(subject)?.slice(1).find(Boolean);
    const present = atom({ kind: 'storage', store: 'cookie', key, test: 'present' }, at);
    if (value === undefined) return present;
    return empty ? not(present) : atom({ kind: 'storage', store: 'cookie', key, test: 'equals', text: value }, at);
  }
  if (topic === 'opt-out') return empty ? not(condition('opt-out', subject, at)) : condition('opt-out', subject, at);
  if (topic === 'consent') {
    if (value !== undefined && isRefusalWord(value)) return condition('opt-out', `${subject} ${value}`, at);
    // A server-side condition about consent is a gate (design, *Before consent*).
    const gate = atom({ kind: 'consent', cmp: 'server', category: categoryOfWord(subject), word: subject.slice(0, 80) }, at);
    return empty ? not(gate) : gate;
  }
  if (value !== undefined && isConsentWord(value) && /status|choice|track/i.test(subject)) return condition('consent', `${subject} ${value}`, at);
  return condition('free', subject, at);
}

/** What consent platforms answer: reads, calls and payloads of the catalogue become conditions. */
import type { Answer, Category, Cmp, CmpRead, EventMeaning, PathSegment, UsePattern } from '../../model/catalog.ts';
import { ALWAYS, atom, atomsOf, condition, type Guard, not, or } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import { declaredPath } from './declared.ts';
import type { Machine } from './machine.ts';
import { categoryOfWord } from './names.ts';
import { resolvedUnder } from './promises.ts';
import { type Bool, bool, global, lit, type MValue, stringOf, unknownValue, type WordList } from './values.ts';

/** Captures of a path that fits a pattern's, or undefined. */
export function matchPath(pattern: readonly PathSegment[], path: readonly string[]): Map<string, string> | undefined {
  if (pattern.length !== path.length) return undefined;
  const captures = new Map<string, string>();
  for (const [index, segment] of pattern.entries()) {
    const name = path[index];
    if (name === undefined) return undefined;
    if (typeof segment === 'string') {
      if (segment !== name) return undefined;
    } else {
      if (name === '()' || name === '[]') return undefined;
      captures.set(segment.capture, name);
    }
  }
  return captures;
}

export function categoryOf(cmp: Cmp, word: string): Category | undefined {
  for (const category of ['marketing', 'statistics', 'preferences', 'necessary'] as const) {
    if (cmp.words[category].some((known) => known.toLowerCase() === word.toLowerCase())) return category;
  }
  return undefined;
}

/** The condition that a platform grants what a word means; a word that it does not know is judged by what the word says. */
export function grants(cmp: Cmp, word: string, at: Location | undefined, fixed?: Category): Guard {
  const category = fixed ?? categoryOf(cmp, word) ?? categoryOfWord(word);
  return atom({ kind: 'consent', cmp: cmp.id, category, word }, at);
}

/** Names of captures that say what a grant is about, in the order in which they are asked. */
const WORD_CAPTURES = ['category', 'purpose', 'service', 'vendor'];

/** The category that captured words mean; words of a list (`purposes: ['marketing']`) are tried one after the other. */
function fixedBy(cmp: Cmp, captures: ReadonlyMap<string, string>): { word: string; category: Category | undefined } {
  const words = WORD_CAPTURES.flatMap((name) => captures.get(name)?.split(LIST) ?? []);
  for (const word of words) {
    const category = categoryOf(cmp, word) ?? categoryOfWord(word);
    if (category) return { word, category };
  }
  return { word: words[0] ?? '', category: undefined };
}

/** Between the words of a list that a pattern has captured. */
const LIST = '\n';

/** The condition under which what a platform's event means is so. */
export function meansGuard(
  cmp: Cmp,
  means: EventMeaning,
  at: Location | undefined,
  captures: ReadonlyMap<string, string>,
  category?: Category,
): Guard {
  switch (means) {
    case 'ready':
      return ALWAYS;
    case 'decision':
      return atom({ kind: 'decided', cmp: cmp.id }, at);
    case 'refused':
      return atom({ kind: 'refused', cmp: cmp.id }, at);
    case 'accept-all':
      return atom({ kind: 'consent', cmp: cmp.id, category: undefined, word: 'all' }, at);
    case 'some-granted':
      return or(...OPTIONAL.map((one) => grants(cmp, one, at, one)));
    case 'granted': {
      const captured = fixedBy(cmp, captures);
      const fixed = category ?? captured.category;
      return grants(cmp, captured.word, at, fixed);
    }
  }
}

/** The condition that a platform's answer is positive; undefined for answers that are no yes or no. */
export function answerGuard(
  cmp: Cmp,
  answer: Answer & Pick<CmpRead, 'failsOpen'>,
  captures: ReadonlyMap<string, string>,
  at: Location | undefined,
): Guard | undefined {
  switch (answer.gives) {
    case 'category':
    case 'service': {
      const granted = meansGuard(cmp, 'granted', at, captures, answer.category);
      return answer.failsOpen && granted.op === 'atom' && granted.atom.kind === 'consent'
        ? atom({ ...granted.atom, failsOpen: true }, at)
        : granted;
    }
    case 'decided':
      return meansGuard(cmp, 'decision', at, captures);
    case 'refused':
      return meansGuard(cmp, 'refused', at, captures);
    case 'not-refused':
      return not(meansGuard(cmp, 'refused', at, captures));
    case 'all':
      return meansGuard(cmp, 'accept-all', at, captures);
    case 'any':
      return meansGuard(cmp, 'some-granted', at, captures);
    case 'ready':
      return condition('free', cmp.name, at);
    case 'applies':
      return condition('applies', `${cmp.name}: the law applies`, at);
    case 'list':
    case 'status':
      return undefined;
  }
}

const OPTIONAL = ['preferences', 'statistics', 'marketing'] as const;

/** What a platform answers, where it is asked by a name that stands for its global or for what its events carry. */
export function answered(
  cmp: Cmp,
  answer: Answer,
  captures: ReadonlyMap<string, string>,
  at: Location | undefined,
): MValue {
  const guard = answerGuard(cmp, answer, captures, at);
  if (guard) return guard.op === 'const' ? bool(guard) : { t: 'bool', guard };
  return wordList(cmp, answer, at);
}

/** An answer that is no yes or no: the words that are granted, or a status. */
function wordList(cmp: Cmp, { values }: Answer, at: Location | undefined): WordList {
  return { t: 'list', cmp, ...(values && { values }), ...(at && { at }) };
}

/** Whether a script has asked a platform how far it is: by then the platform knows whose law holds. */
function knownBy(m: Machine, { id, name }: Cmp): boolean {
  return atomsOf(m.path.all).some(
    ({ atom: one, negated }) =>
      !negated &&
      ((one.kind === 'decided' && one.cmp === id) || (one.kind === 'condition' && one.text.startsWith(`${name} `))),
  );
}

export function answerValue(
  m: Machine,
  cmp: Cmp,
  answer: Answer,
  captures: ReadonlyMap<string, string>,
  at: Location | undefined,
): MValue {
  const guard = answerGuard(cmp, answer, captures, at);
  if (guard === undefined) return wordList(cmp, answer, at);
  if (guard.op === 'const') return bool(guard);
  if (answer.gives === 'applies') {
    // A function that is asked knows; a member of what is told may be undefined as long as nobody knows.
    const known = !('path' in answer) || knownBy(m, cmp);
    return {
      t: 'bool',
      guard: known ? condition('unresolved', `${cmp.name}: the law applies`, at) : guard,
      applies: true,
    };
  }
  const value: Bool = answer.undecided
    ? { t: 'bool', guard, decided: meansGuard(cmp, 'decision', at, captures) }
    : { t: 'bool', guard };
  return answer.grantedValue === undefined ? value : { ...value, granted: answer.grantedValue };
}

/** The path of what a package exports is that of the platform's global. */
export function globalPath(m: Machine, path: readonly string[]): readonly string[] {
  const [head = '', second] = path;
  const global = head.startsWith('module:') ? m.catalog.moduleGlobal(head.slice(7)) : undefined;
  return global === undefined ? path : [global, ...path.slice(second === 'default' ? 2 : 1)];
}

/** The value of a platform's global, member or function, if the catalogue knows it. */
export function platformRead(
  m: Machine,
  path: readonly string[],
  form: 'read' | 'call',
  args: readonly MValue[],
  at: Location | undefined,
): MValue | undefined {
  const declared = declaredPath(m, path, form === 'call' ? args : undefined, at);
  if (declared) return declared;
  const asked = globalPath(m, path);
  const constant = form === 'read' ? m.catalog.constants.get(asked.join('.')) : undefined;
  if (constant !== undefined) return lit(constant);
  const candidates = m.catalog.reads.get(asked[0] ?? '');
  if (!candidates) return undefined;
  for (const { cmp, read } of candidates) {
    if (read.use.form !== form) continue;
    const captures = matchPath(read.use.path, asked);
    if (!captures || !captureArgs(read.use, args, captures)) continue;
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, at);
    if (read.promise)
      return resolvedUnder(m, answerGuard(cmp, read, captures, at) ?? ALWAYS, unknownValue(asked.join('.')));
    if (read.payload.length > 0)
      return {
        t: 'event',
        name: asked.join('.'),
        cmp,
        payload: read.payload,
        path: [],
        answers: true,
        captures,
        ...(read.undecided ? { here: meansGuard(cmp, 'decision', at, captures) } : {}),
      };
    return answerValue(m, cmp, read, captures, at);
  }
  return undefined;
}

function captureArgs(use: UsePattern, args: readonly MValue[], captures: Map<string, string>): boolean {
  for (const [index, pattern] of use.args.entries()) {
    const text = wordsOf(args[index]);
    if ('literal' in pattern && text !== String(pattern.literal)) return false;
    if ('oneOf' in pattern && (text === undefined || !pattern.oneOf.includes(text))) return false;
    if ('capture' in pattern && text !== undefined) captures.set(pattern.capture, text);
  }
  return true;
}

/** The text of a value, or the texts of a list of words. */
export function wordsOf(value: MValue | undefined): string | undefined {
  if (value?.t !== 'arr') return stringOf(value);
  const words = value.items.slice(0, 20).flatMap((item) => stringOf(item) ?? []);
  return words.length === 0 ? undefined : words.join(LIST);
}

/**
 * A global that the unit does not define. Of a consent platform's it tells apart what is in front of its answers
 * (`Cookiebot.consent`: it is there or not) from answers that the catalogue does not know.
 */
export function platformGlobal(m: Machine, path: readonly string[], at?: Location): MValue {
  const names = globalPath(m, path);
  const head = names[0] ?? '';
  const reads = m.catalog.reads.get(head);
  if (!reads && !m.catalog.cmpGlobals.has(head)) return global(path, at);
  let platform: 'there' | 'answer' | undefined =
    names.length === 1 ? 'there' : m.catalog.cmpGlobals.has(head) ? 'answer' : undefined;
  for (const { read } of reads ?? []) {
    const pattern = read.use.path;
    const fits = (length: number): boolean =>
      pattern.slice(0, length).every((segment, index) => typeof segment !== 'string' || segment === names[index]);
    const asked = pattern[pattern.length - 1] === '()' ? pattern.length - 1 : pattern.length;
    if (names.length <= asked && fits(names.length)) {
      platform = 'there';
      break;
    }
    if (asked > 2 && names.length >= asked && fits(asked - 1)) platform = 'answer';
  }
  return platform ? { ...global(path, at), t: 'global', path, platform } : global(path, at);
}

/** Whether a platform's list contains a word, or its status is this text. */
export function listContains({ cmp, values }: WordList, word: string, at: Location): MValue {
  // A pattern may list several words (`C0002|C0004`); the list itself separates them by commas.
  const words = word
    .slice(0, 200)
    .split(/[|]/)
    .map((part) => part.replace(/^[^\w-]+|[^\w-]+$|\\b/g, ''))
    .filter((part) => part !== '');
  const guards = words.map((one): Guard => {
    const means = values?.[one];
    if (means)
      return means === 'ready' ? condition('free', `${cmp.name} ${one}`, at) : meansGuard(cmp, means, at, NOTHING);
    if (values) return condition('free', `${cmp.name} ${one}`, at);
    return grants(cmp, one, at);
  });
  return bool(or(...guards));
}

const NOTHING: ReadonlyMap<string, string> = new Map();

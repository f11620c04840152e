/** What consent platforms answer: reads, calls and payloads of the catalogue become conditions. */
import type { Category, Cmp, CmpRead, PathSegment, UsePattern } from '../../model/catalog.ts';
import { ALWAYS, atom, type Guard, or } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import type { Machine } from './machine.ts';
import { categoryOfWord } from './names.ts';
import { bool, type EventArg, global, type MValue, stringOf, TRUE } from './values.ts';

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
      if (name === '()') return undefined;
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

/** The value of a platform's global, member or function, if the catalogue knows it. */
export function platformRead(
  m: Machine,
  path: readonly string[],
  form: 'read' | 'call',
  args: readonly MValue[],
  at: Location | undefined,
): MValue | undefined {
  const candidates = m.catalog.reads.get(path[0] ?? '');
  if (!candidates) return undefined;
  for (const { cmp, read } of candidates) {
    if (read.use.form !== form) continue;
    const captures = matchPath(read.use.path, path);
    if (!captures || !captureArgs(read.use, args, captures)) continue;
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, at);
    return answer(cmp, read, captures, at);
  }
  return undefined;
}

function captureArgs(use: UsePattern, args: readonly MValue[], captures: Map<string, string>): boolean {
  for (const [index, pattern] of use.args.entries()) {
    const text = stringOf(args[index]);
    if ('literal' in pattern && text !== String(pattern.literal)) return false;
    if ('oneOf' in pattern && (text === undefined || !pattern.oneOf.includes(text))) return false;
    if ('capture' in pattern && text !== undefined) captures.set(pattern.capture, text);
  }
  return true;
}

function answer(cmp: Cmp, read: CmpRead, captures: Map<string, string>, at: Location | undefined): MValue {
  if (read.gives === 'decided') return { t: 'bool', guard: atom({ kind: 'decided', cmp: cmp.id }, at) };
  if (read.gives === 'list') return at ? { t: 'list', cmp, read, at } : { t: 'list', cmp, read };
  const word = captures.get('category') ?? [...captures.values()][0] ?? read.category ?? '';
  const category = read.category ?? categoryOf(cmp, word);
  if (category === 'necessary') return TRUE;
  const guard = grants(cmp, word, at, read.category);
  return read.grantedValue === undefined ? { t: 'bool', guard } : { t: 'bool', guard, granted: read.grantedValue };
}

/** A member of a callback's argument: a platform's payload of categories, or any member of an event. */
export function payloadOf(m: Machine, event: EventArg, at: Location): MValue {
  const { cmp } = event;
  if (cmp) {
    for (const { path, gives } of event.payload) {
      const captures = matchPath(path, event.path);
      if (!captures) continue;
      if (gives === 'list') return { t: 'list', cmp, at };
      const word = captures.get('category') ?? [...captures.values()][0] ?? '';
      return { t: 'bool', guard: grants(cmp, word, at) };
    }
  }
  const [last] = event.path.slice(-1);
  if (last === 'target' || last === 'currentTarget' || last === 'srcElement') {
    return {
      t: 'elem',
      tag: '',
      props: new Map(),
      places: new Map(),
      selector: `${event.name} target`,
      created: false,
      inserted: false,
    };
  }
  // A custom event that carries categories of its own: `event.detail.marketing`.
  if (/consent|cookie|cmp|privacy|gdpr/i.test(event.name) && last !== undefined && event.path.length > 1) {
    const category = categoryOfWord(last);
    if (category && category !== 'necessary')
      return { t: 'bool', guard: atom({ kind: 'consent', cmp: 'own', category, word: last }, at) };
  }
  m.spend();
  return event;
}

/**
 * A global that the unit does not define. Of a consent platform's it tells apart what is in front of its answers
 * (`Cookiebot.consent`: it is there or not) from answers that the catalogue does not know.
 */
export function platformGlobal(m: Machine, path: readonly string[], at?: Location): MValue {
  const head = path[0] ?? '';
  const reads = m.catalog.reads.get(head);
  if (!reads && !m.catalog.cmpGlobals.has(head)) return global(path, at);
  let platform: 'there' | 'answer' | undefined =
    path.length === 1 ? 'there' : m.catalog.cmpGlobals.has(head) ? 'answer' : undefined;
  for (const { read } of reads ?? []) {
    const pattern = read.use.path;
    const fits = (length: number): boolean =>
      pattern.slice(0, length).every((segment, index) => typeof segment !== 'string' || segment === path[index]);
    const asked = pattern[pattern.length - 1] === '()' ? pattern.length - 1 : pattern.length;
    if (path.length <= asked && fits(path.length)) {
      platform = 'there';
      break;
    }
    if (asked > 2 && path.length >= asked && fits(asked - 1)) platform = 'answer';
  }
  return platform ? { ...global(path, at), t: 'global', path, platform } : global(path, at);
}

/** Whether a platform's list contains a word. */
export function listContains(cmp: Cmp, word: string, at: Location): MValue {
  // A pattern may list several words (`C0002|C0004`); the list itself separates them by commas.
  const words = word
    .slice(0, 200)
    .split(/[|]/)
    .map((part) => part.replace(/^[^\w-]+|[^\w-]+$|\\b/g, ''));
  const guards = words
    .filter((one) => one !== '')
    .map((one) => (categoryOf(cmp, one) === 'necessary' ? ALWAYS : grants(cmp, one, at)));
  return bool(or(...guards));
}

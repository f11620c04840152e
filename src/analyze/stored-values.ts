/** What tests on stored values come to: by what platforms store, else by the words in key and text. */
import type { Category, Cmp, CmpStorage, EventMeaning, PathSegment } from '../model/catalog.ts';
import type { Atom, ConsentState } from '../model/guard.ts';
import { isRefusalKey } from '../model/refusal-name.ts';
import { EITHER, isGranted, NO, type Truth, YES } from './truth.ts';

const GRANTING =
  /^(?:.*[:=])?(?:true|1|yes|y|ja|oui|si|on|ok|all|granted?|accept(?:ed|-?all)?|allow(?:ed|-?all)?|agree[d]?|opt(?:ed)?-?in|consented|enabled|full|any|given)$/i;
/** What is stored beside a choice, and says nothing of it: `version:2`. */
const BESIDE =
  /^(?:[\w-]+\.)?(?:v|ver|version|revision|rev|(?:policy|consent|cookie)_?version|timestamp|time|ts|date|expir\w*|updated(?:_?at)?|created(?:_?at)?|lang|locale|uuid|id)(?::|$)/i;
const REFUSING =
  /^(?:.*[:=])?(?:false|0|no|n|nej|nein|non|off|none|denied|deny|declined?|rejected?|refused?|disabled|opt(?:ed)?-?out|necessary|essential|dismiss(?:ed)?)$/i;

export type Stored = Extract<Atom, { kind: 'storage' }>;

/** What is known of stored values. */
export interface StoredFacts {
  readonly cmps: ReadonlyMap<string, Cmp>;
  /** Keys under which a choice is stored, whatever they are called: a guard compares them with words of choice. */
  readonly choices?: ReadonlySet<string>;
}

/** True for a text that says something of a choice: yes, no, or a category. */
export function speaksOfChoice(text: string): boolean {
  return GRANTING.test(text) || REFUSING.test(text) || categoryIn(text) !== undefined;
}

/** The truth of a test on a stored value in a state. */
export function storedTruth(asked: Stored, state: ConsentState, context: StoredFacts): Truth {
  const atom = asked.key === undefined && asked.store === 'cookie' ? namedCookie(asked, context) : asked;
  for (const cmp of context.cmps.values()) {
    for (const stored of cmp.storage) {
      if (!keyFits(stored.key, atom.key)) continue;
      const told = toldBy(cmp, stored, atom, state);
      if (told) return told;
    }
  }
  if (state === 'first-visit') return NO;
  const text = atom.text ?? '';
  if (atom.key !== undefined && isRefusalKey(atom.key)) return refusal(atom.key, atom.test, text, state);
  if (BESIDE.test(text)) return EITHER;
  if (atom.test === 'present') {
    const key = atom.key ?? '';
    return context.choices?.has(key) || /consent|cookie|gdpr|accept|samtyck|choice/i.test(key) ? YES : EITHER;
  }
  const category = categoryIn(`${atom.key ?? ''} ${text}`);
  if (GRANTING.test(text)) {
    if (category) return isGranted(category, state) ? YES : NO;
    return state === 'refused' ? NO : state === 'all' ? YES : { yes: 1, no: 2 };
  }
  if (REFUSING.test(text)) return state === 'refused' ? YES : state === 'all' ? NO : { yes: 1, no: 1 };
  if (category) {
    if (!isGranted(category, state)) return NO;
    // One word for the whole choice: where everything is granted, another word may stand there.
    return state === 'all' && atom.test === 'equals' && !text.includes(':') ? EITHER : YES;
  }
  return state === 'all' ? EITHER : { yes: 1, no: 3 };
}

/** A value that is stored where somebody refuses: `tracking_disabled` is “true”. */
function refusal(key: string, test: Stored['test'], text: string, state: ConsentState): Truth {
  const isNegative = REFUSING.test(text) && !/(?:out|disabled|declin\w*|reject\w*|refus\w*|den(?:y|ied))$/i.test(text);
  if (isNegative) return state === 'refused' ? NO : EITHER;
  const category = categoryIn(key);
  if (category) return isGranted(category, state) ? NO : YES;
  if (test !== 'present' && !GRANTING.test(text) && !REFUSING.test(text)) return EITHER;
  return state === 'refused' ? YES : state === 'all' ? NO : { yes: 1, no: 1 };
}

/** What a test on the whole cookie string asks for, where its text is a platform's: the name of a cookie, or what only it holds. */
function namedCookie(atom: Stored, { cmps }: StoredFacts): Stored {
  const { text } = atom;
  if (text === undefined || text.length < SHORTEST_OWN_TEXT) return atom;
  for (const { storage } of cmps.values()) {
    for (const { store, key, granted } of storage) {
      if (store !== 'cookie') continue;
      if (key === text || (key.endsWith('*') && text.startsWith(key.slice(0, -1)) && !/[=:]/.test(text)))
        return { kind: 'storage', store, key: text, test: 'present' };
      const texts = Object.values(granted).flat();
      if (texts.some((one) => one.length >= SHORTEST_OWN_TEXT && text.includes(one))) return { ...atom, key };
    }
  }
  return atom;
}

/** `true` and `allow` stand in everybody's cookies. */
const SHORTEST_OWN_TEXT = 7;

/** What a platform's own record tells of a test on it; undefined where the words of the test must do. */
function toldBy(cmp: Cmp, stored: CmpStorage, atom: Stored, state: ConsentState): Truth | undefined {
  const { text } = atom;
  const namesIt = text !== undefined && stored.namesAll && atom.test === 'contains' && wordOf(cmp, text) !== undefined;
  if (state === 'first-visit') return stored.beforeChoice && (text === undefined || namesIt) ? { yes: 2, no: 3 } : NO;
  if (stored.means === 'banner-closed') return YES;
  if (text === undefined) return YES;
  const granted = (category: Category): Truth => (isGranted(category, state) ? YES : NO);
  const told = grantIn(stored, text);
  if (told) {
    const truth = granted(told.category);
    return told.granted ? truth : { yes: truth.no, no: truth.yes };
  }
  const [, path = '', value] = /^([^:\s]*)[:\s]?(.*)$/s.exec(text) ?? [];
  // Of one category only: where it is not granted, it says no.
  const [only, ...others] = Object.keys(stored.granted);
  if (REFUSING.test(text) && only !== undefined && others.length === 0) {
    const truth = granted(only as Category);
    return { yes: truth.no, no: truth.yes };
  }
  const meaning = Object.entries(stored.values).find(([one]) => one === text || text.includes(one))?.[1];
  if (meaning) return meantBy(meaning, state);
  for (const payload of stored.payload) {
    const word = matchMember(payload.path, path);
    if (word === undefined) continue;
    if (payload.gives === 'decided' || payload.gives === 'ready') return YES;
    const asked = payload.gives === 'list' ? value : payload.gives === 'all' ? '' : word;
    // A text is there whatever it says.
    if (typeof payload.grantedValue === 'string' && (value ?? '') === '') return YES;
    const category = payload.category ?? wordCategory(cmp, asked ?? '');
    if (!category) return state === 'all' ? YES : state === 'refused' ? NO : { yes: 1, no: 1 };
    const negative =
      payload.gives !== 'list' &&
      value !== undefined &&
      value !== '' &&
      (payload.grantedValue === undefined ? REFUSING.test(value) : value !== String(payload.grantedValue));
    const truth = granted(category);
    return negative ? { yes: truth.no, no: truth.yes } : truth;
  }
  // A member on the way to the answers is there once there are any.
  if ((value ?? '') === '' && stored.payload.some((one) => leadsTo(one.path, path))) return YES;
  if (stored.namesAll && atom.test === 'contains' && (value ?? '') === '') return YES;
  return undefined;
}

/** The category of which a text says that a platform's record grants or refuses it: `marketing:true`, `marketing:false`. */
function grantIn({ granted }: CmpStorage, text: string): { category: Category; granted: boolean } | undefined {
  const categories = ['marketing', 'statistics', 'preferences', 'necessary'] as const;
  const texts = (category: Category): readonly string[] => granted[category] ?? [];
  const named = categories.find((one) => texts(one).some((known) => text.includes(known)));
  if (named) return { category: named, granted: true };
  const plain = text.replace(/%3A/gi, ':');
  if (!REFUSING.test(plain)) return undefined;
  const head = plain.slice(0, plain.search(/[:=][^:=]*$/) + 1);
  const refused = categories.find((one) => head !== '' && texts(one).some((known) => known.startsWith(head)));
  return refused && { category: refused, granted: false };
}

/** The category that a test on a platform's record of choices asks for; undefined where the record does not say it. */
export function categoryStored({ key, text, test }: Stored, { cmps }: StoredFacts): Category | undefined {
  if (text === undefined || test === 'present') return undefined;
  for (const cmp of cmps.values()) {
    for (const stored of cmp.storage) {
      if (stored.means !== 'choices' || !keyFits(stored.key, key)) continue;
      const told = grantIn(stored, text);
      if (told) return told.granted ? told.category : undefined;
    }
  }
  return undefined;
}

/** Whether what a stored text means is so in a state after a choice. */
function meantBy(means: EventMeaning, state: ConsentState): Truth {
  switch (means) {
    case 'ready':
    case 'decision':
      return YES;
    case 'refused':
      return state === 'refused' ? YES : NO;
    case 'accept-all':
      return state === 'all' ? YES : state === 'refused' ? NO : { yes: 1, no: 2 };
    case 'some-granted':
    case 'granted':
      return state === 'refused' ? NO : YES;
  }
}

function leadsTo(pattern: readonly PathSegment[], path: string): boolean {
  const names = path.split('.');
  return (
    names.length < pattern.length &&
    names.every((name, index) => typeof pattern[index] !== 'string' || pattern[index] === name)
  );
}

/** The word that a path of members captures (empty where it captures none); undefined where the path does not fit. */
function matchMember(pattern: readonly PathSegment[], path: string): string | undefined {
  let word = '';
  let rest = path;
  for (const [index, segment] of pattern.entries()) {
    const last = index === pattern.length - 1;
    const at = last ? rest.length : rest.indexOf('.');
    if (at < 0 || rest === '') return undefined;
    const name = rest.slice(0, at);
    if (typeof segment === 'string') {
      if (segment !== name) return undefined;
    } else word = name;
    rest = rest.slice(at + 1);
  }
  return word;
}

function wordCategory(cmp: Cmp, word: string): Category | undefined {
  return wordOf(cmp, word) ?? categoryIn(word);
}

function wordOf(cmp: Cmp, word: string): Category | undefined {
  for (const category of ['marketing', 'statistics', 'preferences', 'necessary'] as const) {
    if (cmp.words[category].some((known) => known.toLowerCase() === word.toLowerCase())) return category;
  }
  return undefined;
}

/** Whether a key is the one of a pattern, which may end in a star. */
export function keyFits(pattern: string, key: string | undefined): boolean {
  if (key === undefined) return false;
  return pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key;
}

export function categoryIn(text: string): Category | undefined {
  if (/market|advert|target|C0004|(?:^|[^a-z])ads?(?:[^a-z]|$)/i.test(text)) return 'marketing';
  if (/statist|analytic|measure|performance|C0002/i.test(text)) return 'statistics';
  if (/preferenc|functional|C0003/i.test(text)) return 'preferences';
  return undefined;
}

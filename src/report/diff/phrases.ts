/** What has changed, in words: sentences whose pieces each format sets off in its own way. */
import type { BehaviourChange, Change, Effect, Subject } from '../../diff/diff.ts';
import type { SentKey } from '../../diff/side.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import { isOfPerson } from '../../model/inventory/words.ts';
import type { Outcome } from '../../model/unit.ts';
import { datumWords, originWords } from '../inventory/words.ts';

import { plural } from '../summary.ts';

/** Words of the project, a name of the input (a tag, a vendor), or a text of the input that stands in code. */
export type Piece = string | { readonly name: string } | { readonly code: string };
export type Phrase = readonly Piece[];

export const EFFECT_WORDS: Readonly<Record<Effect, { readonly word: string; readonly heading: string }>> = {
  weaker: { word: 'Weaker', heading: 'Weaker: more is sent, to more recipients, or earlier' },
  stronger: { word: 'Stronger', heading: 'Stronger: less is sent, or later' },
  neutral: { word: 'Different', heading: 'Different' },
};

const MOST_SUBJECTS = 5;
const MOST_ORIGINS = 3;
const MOST_KEYS = 8;

const name = (text: string): Piece => ({ name: text });
const code = (text: string): Piece => ({ code: text });

/** `Meta - Purchase and 2 more now send em (e-mail address, hashed) from data layer key user.email; it was not sent.` */
export function behaviourPhrase({ change, subjects }: BehaviourChange): Phrase {
  const said = new Sentence(subjects);
  return [...withOwner(change, subjects), ...predicate(change, said), '.'];
}

/** What is said of one and of several. */
class Sentence {
  readonly isOne: boolean;

  constructor(subjects: BehaviourChange['subjects']) {
    this.isOne = subjects.length === 1;
  }

  /** `sends` of one, `send` of several. */
  verb(of: string): string {
    if (!this.isOne) return of;
    return of.endsWith('s') || of.endsWith('h') ? `${of}es` : `${of}s`;
  }

  is(): string {
    return this.isOne ? 'is' : 'are';
  }
}

/** Names of tags say little of who gets the data. */
function withOwner(change: Change, subjects: BehaviourChange['subjects']): Piece[] {
  if (change.kind === 'feature-changed') {
    const [{ name: vendor, accounts = [] }] = subjects;
    const all = [...new Set([...accounts, ...subjects.slice(1).flatMap((one) => one.accounts ?? [])])];
    return [name(vendor), ...listed(all.map(code), ' of ')];
  }
  const shown = subjects.slice(0, subjects.length > MOST_SUBJECTS + 1 ? MOST_SUBJECTS : subjects.length);
  const rest = subjects.length - shown.length;
  const pieces = shown.flatMap((subject, index): Piece[] => {
    const isLast = rest === 0 && index === shown.length - 1;
    const before = index === 0 ? [] : [isLast ? ' and ' : ', '];
    return [...before, ...subjectPieces(subject, subjects)];
  });
  return rest > 0 ? [...pieces, ` and ${rest} more`] : pieces;
}

function subjectPieces({ name: title, vendor }: Subject, subjects: BehaviourChange['subjects']): Piece[] {
  const isTold = !vendor || title.startsWith(vendor.name) || subjects.length > 1;
  return [name(title), ...(isTold ? [] : [` (${vendor.name})`])];
}

function predicate(change: Change, said: Sentence): Piece[] {
  switch (change.kind) {
    case 'vendor-added':
      return [' is new', ...listed(change.accounts.map(code), ', with the account ', ', with the accounts ')];
    case 'vendor-removed':
      return [' is not used any more'];
    case 'account-added':
      return [' gets data under another account: ', ...listed(change.accounts.map(code), '')];
    case 'account-removed':
      return [' gets no data any more under ', ...listed(change.accounts.map(code), 'the account ', 'the accounts ')];
    case 'tag-added':
      return [` ${said.is()} new: `, whenWords(change.states, change.dead), ...sentPieces(change, ', and sends ')];
    case 'tag-removed':
      return [
        ` ${said.is()} gone`,
        ...(change.dead ? [', and did not run'] : sentPieces(change, '; sent until now: ')),
      ];
    case 'tag-stopped':
      return [` never ${said.verb('run')} any more: paused, without a trigger, or blocked in every state`];
    case 'tag-started':
      return [` now ${said.verb('run')}: nothing made ${said.isOne ? 'it' : 'them'} run before`];
    case 'key-added': {
      const it = change.keys.length === 1 ? 'it was' : 'they were';
      return [` now ${said.verb('send')} `, ...keyList(change.keys), `; ${it} not sent before`];
    }
    case 'key-removed':
      return [` no longer ${said.verb('send')} `, ...keyList(change.keys)];
    case 'form-changed':
      return [
        ` now ${said.verb('send')} `,
        code(change.key.key),
        ` as ${datumWords(change.key)}; before as ${datumWords(change.before)}`,
      ];
    case 'origin-changed':
      return [
        ` now ${said.verb('take')} `,
        code(change.key.key),
        ...fromPieces(change.key.origins, 'from nothing in sight'),
        ', before',
        ...fromPieces(change.before.origins, 'from nothing in sight'),
      ];
    case 'event-added':
      return [` now ${said.verb('send')} `, ...listed(change.events.map(code), 'the event ', 'the events ')];
    case 'event-removed':
      return [` no longer ${said.verb('send')} `, ...listed(change.events.map(code), 'the event ', 'the events ')];
    case 'event-changed': {
      const before = change.before.length === 1 ? ' in place of ' : ' in place of the events ';
      return [
        ` now ${said.verb('send')} `,
        ...listed(change.events.map(code), 'the event ', 'the events '),
        ...listed(change.before.map(code), before, before),
      ];
    }
    case 'state-changed':
      return [
        ` ${OUTCOME_CHANGE[change.after](said)} ${stateWords(change.states)} (${OUTCOME_WORDS[change.before]} before)`,
      ];
    case 'gate-added':
      return [` now ${said.verb('wait')} for a gate too: `, code(change.gate)];
    case 'gate-removed':
      return [` ${said.is()} no longer held by the gate `, code(change.gate)];
    case 'feature-changed':
      return [`: ${change.feature} is ${change.after} now; it was ${change.before}`];
    case 'host-added':
      return [' is a host that was not there before, and of which nothing is known here'];
    case 'host-removed':
      return [' is not asked any more'];
    case 'platform-added':
      return [', a consent platform, is loaded now'];
    case 'platform-removed':
      return [', a consent platform, is not loaded any more'];
  }
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  runs: 'ran',
  limited: 'sent without storage',
  held: 'was held',
  blocked: 'did not run',
  unknown: 'not known whether it ran',
};

const OUTCOME_CHANGE: Readonly<Record<Outcome, (said: Sentence) => string>> = {
  runs: (said) => `now ${said.verb('run')}`,
  limited: (said) => `now ${said.verb('send')} without storage`,
  held: (said) => `now only ${said.verb('load')} a script that is held`,
  blocked: (said) => `no longer ${said.verb('run')}`,
  unknown: () => 'may now run, which is not known,',
};

const STATE_WORDS: Readonly<Record<Exclude<ConsentState, 'first-visit' | 'refused'>, string>> = {
  preferences: 'preferences',
  statistics: 'statistics',
  marketing: 'marketing',
  all: 'everything',
};

/** `before consent and after a refusal`, `where statistics or marketing is allowed`. */
function stateWords(states: readonly ConsentState[]): string {
  if (states.length === CONSENT_STATES.length) return 'in every consent state, before consent too';
  const parts: string[] = [];
  if (states.includes('first-visit')) parts.push('before consent');
  if (states.includes('refused')) parts.push('after a refusal');
  const allowed = states.flatMap((state) =>
    state === 'first-visit' || state === 'refused' ? [] : [STATE_WORDS[state]],
  );
  if (allowed.length > 0) parts.push(`where ${orList(allowed)} is allowed`);
  return parts.length > 2 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join(' and ');
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function whenWords(states: Readonly<Record<ConsentState, Outcome>>, dead: boolean): string {
  if (dead) return 'nothing makes it run';
  const open = (outcome: Outcome): ConsentState[] => CONSENT_STATES.filter((state) => states[state] === outcome);
  const parts = [
    ...said('it runs', open('runs')),
    ...said('it sends without storage', open('limited')),
    ...said('its script is loaded and held', open('held')),
    ...unknownWords(open('unknown'), open('blocked').length === 0),
  ];
  return parts.length === 0 ? 'it runs in no state' : parts.join('; ');
}

/** Where the rest is told, what is not known is the remainder. */
function unknownWords(states: readonly ConsentState[], isRemainder: boolean): string[] {
  if (states.length === 0) return [];
  if (states.length < CONSENT_STATES.length && isRemainder) return ['in the other states that is not known'];
  return said('it is not known whether it runs', states);
}

function said(what: string, states: readonly ConsentState[]): string[] {
  return states.length === 0 ? [] : [`${what} ${stateWords(states)}`];
}

/** What tells most comes first. */
function sentPieces({ data, events }: { data: readonly SentKey[]; events: readonly string[] }, lead: string): Piece[] {
  const telling = [...data].sort((a, b) => rankOf(a) - rankOf(b));
  const keys = telling
    .slice(0, MOST_KEYS)
    .flatMap((key, index): Piece[] => [...(index > 0 ? [', '] : []), ...keyPieces(key, false)]);
  const more = data.length > MOST_KEYS ? [` and ${plural(data.length - MOST_KEYS, 'more key')}`] : [];
  const named = listed(events.slice(0, MOST_KEYS).map(code), 'the event ', 'the events ');
  if (keys.length === 0 && named.length === 0) return [];
  return [lead, ...named, ...(named.length > 0 && keys.length > 0 ? [' with '] : []), ...keys, ...more];
}

/** With the origin of each. */
function keyList(keys: readonly SentKey[]): Piece[] {
  const shown = keys.slice(0, MOST_KEYS).flatMap((key, index): Piece[] => {
    const isLast = index === keys.length - 1;
    return [...(index === 0 ? [] : [isLast ? ' and ' : ', ']), ...keyPieces(key)];
  });
  return keys.length > MOST_KEYS ? [...shown, ` and ${plural(keys.length - MOST_KEYS, 'more key')}`] : shown;
}

function rankOf({ category }: SentKey): number {
  return isOfPerson(category) ? 0 : category === 'other' ? 2 : 1;
}

function keyPieces({ key, category, form, origins }: SentKey, withOrigins = true): Piece[] {
  return [
    code(key),
    ...(category === 'other' ? [] : [` (${datumWords({ category, form })})`]),
    ...(withOrigins ? fromPieces(origins, '') : []),
  ];
}

function fromPieces(origins: SentKey['origins'], otherwise: string): Piece[] {
  if (origins.length === 0) return otherwise === '' ? [] : [` ${otherwise}`];
  const shown = origins
    .slice(0, MOST_ORIGINS)
    .flatMap(({ kind, name: of }, index): Piece[] => [
      index === 0 ? ' from ' : ', ',
      of === undefined ? `a ${originWords({ kind })}` : `${originWords({ kind })} `,
      ...(of === undefined ? [] : [code(of)]),
    ]);
  return origins.length > MOST_ORIGINS ? [...shown, ' and others'] : shown;
}

function listed(pieces: readonly Piece[], one: string, several = one): Piece[] {
  if (pieces.length === 0) return [];
  const parts = pieces.flatMap((piece, index): Piece[] => {
    if (index === 0) return [piece];
    return [index === pieces.length - 1 ? ' and ' : ', ', piece];
  });
  return [pieces.length === 1 ? one : several, ...parts];
}

/** `3 changes for the weaker, 1 for the stronger, 2 others; 4 parts of containers differ`. */
export function diffSummary(behaviour: readonly BehaviourChange[], parts: number): string {
  if (behaviour.length === 0 && parts === 0) return 'Nothing has changed in what is sent, to whom, and when.';
  const count = (effect: BehaviourChange['effect']): number => behaviour.filter((one) => one.effect === effect).length;
  const counts = [
    [count('weaker'), 'weaker'],
    [count('stronger'), 'stronger'],
    [count('neutral'), 'otherwise different'],
  ] as const;
  const said = counts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : []));
  const what =
    behaviour.length === 0
      ? 'Nothing has changed in what is sent, to whom, and when'
      : `${plural(behaviour.length, 'change')} in behaviour: ${said.join(', ')}`;
  return parts === 0 ? `${what}.` : `${what}; ${plural(parts, 'part')} of containers set up in another way.`;
}

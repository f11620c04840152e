/** A change against the reviewed record, in one line. */

import type { ConsentState } from '../guard.ts';
import type { DataUse } from '../inventory/data.ts';
import { CATEGORY_WORDS, FORM_WORDS, isOfPerson } from '../inventory/words.ts';
import { allOf, listOf, type Phrase, type Said, say, term } from '../phrase.ts';
import type { Outcome } from '../unit.ts';
import type { Change } from './changes.ts';
import type { ReviewedRecord } from './record.ts';

const MOST_NAMES = 6;

/** What has changed, for people: `Meta Pixel now gets “em” (e-mail address, in clear text); the record of 2026-11-03 does not have it.` */
export function changeWords({ what, vendor, account }: Change, date: string): Phrase {
  const who = vendor?.name ?? say`The host`;
  const of = account === undefined ? who : say`${who} (${account})`;
  const record = say`the record of ${date}`;
  switch (what.kind) {
    case 'vendor':
      return withData(say`${who} is used here, and ${record} does not have it`, what.data);
    case 'account': {
      const known = what.known.length === 0 ? say`no account` : list(what.known);
      return withData(say`${of} is an account that ${record} does not have (it has ${known})`, what.data);
    }
    case 'event':
      return withData(say`${of} now gets the event “${what.event}”; ${record} does not have it`, what.data);
    case 'key':
      return say`${of} now gets ${datum(what.datum)}; ${record} does not have it.`;
    case 'form':
      return say`${of} now gets “${what.datum.key}” ${FORM_WORDS[what.datum.form]}; ${record} has it ${FORM_WORDS[what.before]}.`;
    case 'category':
      return say`“${what.datum.key}” for ${of} now holds another kind of data: ${withOrigin(CATEGORY_WORDS[what.datum.category], what.datum)}.`;
    case 'with': {
      const keys = [...new Set(what.data.map(({ key }) => key))].map((key) => say`“${key}”`);
      return keys.length === 1
        ? say`${of} now gets ${list(keys)} with ${what.event}; ${record} has it with others alone.`
        : say`${of} now gets ${list(keys)} with ${what.event}; ${record} has them with others alone.`;
    }
    case 'states': {
      const number = vendor && what.names.length > 1 ? 1 : 0;
      const names = vendor ? say`${list(what.names)} of ${of}` : say`What comes from ${list(what.names)}`;
      const now = say`${names} ${NOW[what.now][number]} ${when(what.states)}`;
      const before = BEFORE[what.before][number];
      return what.gone.length === 0
        ? say`${now}; in ${record} ${before}.`
        : say`${now}; in ${record} ${before}, held by ${list(what.gone)}.`;
    }
    case 'gates':
      return what.names.length === 1
        ? say`${list(what.names)} of ${of} is no longer held by ${list(what.gone)}, as in ${record}.`
        : say`${list(what.names)} of ${of} are no longer held by ${list(what.gone)}, as in ${record}.`;
    case 'feature': {
      const title = term(what.title);
      if (!what.isNew) return say`${title} of ${of} now takes ${list(what.keys)}; ${record} does not have that.`;
      return what.keys.length === 0
        ? say`${title} of ${of} is on; ${record} does not have it.`
        : say`${title} of ${of} is on, for ${list(what.keys)}; ${record} does not have it.`;
    }
    case 'host':
      return what.form === 'script'
        ? say`A script comes from ${what.host} here, and ${record} does not have it.`
        : say`A ${term(what.form)} comes from ${what.host} here, and ${record} does not have it.`;
  }
}

/** Why a change matters, and why it may be none. */
export function changeReason({ writtenBy, readBy }: Pick<ReviewedRecord, 'writtenBy' | 'readBy'>): Phrase {
  const why = say`Somebody has reviewed what is sent, and this is not what they have seen.`;
  if (writtenBy === undefined || writtenBy === readBy) return why;
  return say`${why} The record was written by taglint ${writtenBy}: what this one, ${readBy}, sees for the first time is new, too.`;
}

/** A sentence with what is sent there. */
function withData(sentence: Phrase, data: readonly DataUse[]): Phrase {
  const sorted = [...data].sort((a, b) => Number(isOfPerson(b.category)) - Number(isOfPerson(a.category)));
  const keys = [...new Set(sorted.map(({ key }) => key))];
  return keys.length === 0 ? say`${sentence}.` : say`${sentence}; it gets ${list(keys)}.`;
}

function datum(one: DataUse): Phrase {
  const category = CATEGORY_WORDS[one.category];
  const isPlain = one.form === 'raw' && !isOfPerson(one.category);
  return say`“${one.key}” (${withOrigin(isPlain ? category : say`${category}, ${FORM_WORDS[one.form]}`, one)})`;
}

function withOrigin(what: Phrase, { origins }: DataUse): Phrase {
  const names = origins.flatMap(({ name }) => name ?? []);
  const last = names.at(-1);
  return last === undefined ? what : say`${what}, from ${last.length > 60 ? `${last.slice(0, 59)}…` : last}`;
}

function list(names: readonly Said[]): Said {
  return names.length > MOST_NAMES
    ? say`${listOf(names.slice(0, MOST_NAMES))} and ${names.length - MOST_NAMES} more`
    : allOf(names);
}

function when(states: readonly ConsentState[]): Said {
  if (states.length === 6) return say`in every state`;
  return list(states.map((state) => WHEN[state]));
}

const WHEN: Readonly<Record<ConsentState, Phrase>> = {
  'first-visit': say`on a first visit`,
  refused: say`after a refusal`,
  preferences: say`with preferences alone granted`,
  statistics: say`with statistics alone granted`,
  marketing: say`with marketing alone granted`,
  all: say`with all granted`,
};

/** Of one thing, and of several. */
type Forms = readonly [one: Phrase, several: Phrase];

const NOW: Readonly<Record<Outcome, Forms>> = {
  runs: [say`now runs`, say`now run`],
  limited: [say`now runs in the limited form`, say`now run in the limited form`],
  held: [say`is now fetched`, say`are now fetched`],
  unknown: [say`may now run`, say`may now run`],
  blocked: [say`does not run`, say`do not run`],
};

const BEFORE: Readonly<Record<Outcome, Forms>> = {
  runs: [say`it runs`, say`they run`],
  limited: [say`it runs in the limited form`, say`they run in the limited form`],
  held: [say`it waits for the vendor’s own switch`, say`they wait for the vendor’s own switch`],
  unknown: [say`it may run or not`, say`they may run or not`],
  blocked: [say`it is blocked`, say`they are blocked`],
};

/** A change against the reviewed record, in one line. */

import type { ConsentState } from '../guard.ts';
import type { DataUse } from '../inventory/data.ts';
import { CATEGORY_WORDS, FORM_WORDS, isOfPerson } from '../inventory/words.ts';
import type { Outcome } from '../unit.ts';
import type { Change } from './changes.ts';
import type { ReviewedRecord } from './record.ts';

const MOST_NAMES = 6;

/** What has changed, for people: `Meta Pixel now gets “em” (e-mail address, in clear text); the record of 2026-11-03 does not have it.` */
export function changeWords({ what, vendor, account }: Change, date: string): string {
  const who = vendor?.name ?? 'The host';
  const of = account === undefined ? who : `${who} (${account})`;
  const record = `the record of ${date}`;
  switch (what.kind) {
    case 'vendor':
      return `${who} is used here, and ${record} does not have it${gets(what.data)}.`;
    case 'account': {
      const known = what.known.length === 0 ? 'no account' : list(what.known);
      return `${of} is an account that ${record} does not have (it has ${known})${gets(what.data)}.`;
    }
    case 'event':
      return `${of} now gets the event “${what.event}”; ${record} does not have it${gets(what.data)}.`;
    case 'key':
      return `${of} now gets ${datum(what.datum)}; ${record} does not have it.`;
    case 'form':
      return `${of} now gets “${what.datum.key}” ${FORM_WORDS[what.datum.form]}; ${record} has it ${FORM_WORDS[what.before]}.`;
    case 'category':
      return `“${what.datum.key}” for ${of} now holds another kind of data: ${CATEGORY_WORDS[what.datum.category]}${origin(what.datum)}.`;
    case 'with': {
      const keys = [...new Set(what.data.map(({ key }) => `“${key}”`))];
      return `${of} now gets ${list(keys)} with ${what.event}; ${record} has ${keys.length === 1 ? 'it' : 'them'} with others alone.`;
    }
    case 'states': {
      const number = vendor && what.names.length > 1 ? 1 : 0;
      const names = vendor ? `${list(what.names)} of ${of}` : `What comes from ${list(what.names)}`;
      const gone = what.gone.length === 0 ? '' : `, held by ${list(what.gone)}`;
      const before = `${['it', 'they'][number]} ${BEFORE[what.before][number]}`;
      return `${names} ${NOW[what.now][number]} ${when(what.states)}; in ${record} ${before}${gone}.`;
    }
    case 'gates':
      return `${list(what.names)} of ${of} ${what.names.length === 1 ? 'is' : 'are'} no longer held by ${list(what.gone)}, as in ${record}.`;
    case 'feature':
      return what.isNew
        ? `${what.title} of ${of} is on${what.keys.length === 0 ? '' : `, for ${list(what.keys)}`}; ${record} does not have it.`
        : `${what.title} of ${of} now takes ${list(what.keys)}; ${record} does not have that.`;
    case 'host':
      return `A ${what.form} comes from ${what.host} here, and ${record} does not have it.`;
  }
}

/** Why a change matters, and why it may be none. */
export function changeReason({ writtenBy, readBy }: Pick<ReviewedRecord, 'writtenBy' | 'readBy'>): string {
  const why = 'Somebody has reviewed what is sent, and this is not what they have seen.';
  if (writtenBy === undefined || writtenBy === readBy) return why;
  return `${why} The record was written by taglint ${writtenBy}: what this one, ${readBy}, sees for the first time is new, too.`;
}

function gets(data: readonly DataUse[]): string {
  const sorted = [...data].sort((a, b) => Number(isOfPerson(b.category)) - Number(isOfPerson(a.category)));
  const keys = [...new Set(sorted.map(({ key }) => key))];
  return keys.length === 0 ? '' : `; it gets ${list(keys)}`;
}

function datum(one: DataUse): string {
  const form = one.form === 'raw' && !isOfPerson(one.category) ? '' : `, ${FORM_WORDS[one.form]}`;
  return `“${one.key}” (${CATEGORY_WORDS[one.category]}${form}${origin(one)})`;
}

function origin({ origins }: DataUse): string {
  const names = origins.flatMap(({ name }) => name ?? []);
  const last = names.at(-1);
  return last === undefined ? '' : `, from ${last.length > 60 ? `${last.slice(0, 59)}…` : last}`;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  if (names.length > MOST_NAMES) return `${shown.join(', ')} and ${names.length - MOST_NAMES} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function when(states: readonly ConsentState[]): string {
  if (states.length === 6) return 'in every state';
  return list(states.map((state) => WHEN[state]));
}

const WHEN: Readonly<Record<ConsentState, string>> = {
  'first-visit': 'on a first visit',
  refused: 'after a refusal',
  preferences: 'with preferences alone granted',
  statistics: 'with statistics alone granted',
  marketing: 'with marketing alone granted',
  all: 'with all granted',
};

/** Of one thing, and of several. */
type Forms = readonly [one: string, several: string];

const NOW: Readonly<Record<Outcome, Forms>> = {
  runs: ['now runs', 'now run'],
  limited: ['now runs in the limited form', 'now run in the limited form'],
  held: ['is now fetched', 'are now fetched'],
  unknown: ['may now run', 'may now run'],
  blocked: ['does not run', 'do not run'],
};

const BEFORE: Readonly<Record<Outcome, Forms>> = {
  runs: ['runs', 'run'],
  limited: ['runs in the limited form', 'run in the limited form'],
  held: ['waits for the vendor’s own switch', 'wait for the vendor’s own switch'],
  unknown: ['may run or not', 'may run or not'],
  blocked: ['is blocked', 'are blocked'],
};

/** What a suppression says: which rules, how far, why, until when. */

import { type Phrase, type Said, say } from '../../model/phrase.ts';
import { nearest } from '../../text/nearest.ts';
import { MARK } from './comments.ts';

/** `next`: the next line; `line`: the comment's own; `all`: the whole text that it stands in. */
export type Reach = 'next' | 'line' | 'all';

export interface Directive {
  readonly reach: Reach;
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it is meant to hold, `2027-01-31`. */
  readonly until?: string;
}

const REACHES: Readonly<Record<string, Reach>> = { '-next-line': 'next', '-line': 'line', '': 'all' };
const WORD = /^taglint-disable([\w-]*)/;
/** Two dashes, or what text fields make of them. */
const REASON = /(?:^|\s)(?:--|[–—])(?:\s|$)/;
const UNTIL = /\(\s*until\b([^()]{0,40})\)\s*\.?\s*$/i;

/**
 * @param elsewhere ids that are none of `rules`, and not wrong
 * @returns a message where it cannot be understood
 */
export function readDirective(text: string, rules: readonly string[], elsewhere?: RegExp): Directive | Phrase {
  const [word = '', ending = ''] = WORD.exec(text) ?? [];
  const reach = REACHES[ending.toLowerCase()];
  if (!reach) {
    const known = Object.keys(REACHES).map((one) => MARK + one);
    return say`There is no ${asMeant(word, known)}; a suppression is one of ${known.join(', ')}.`;
  }
  const rest = text.slice(word.length);
  const dashes = REASON.exec(rest);
  const named = (dashes ? rest.slice(0, dashes.index) : rest).split(/[\s,]+/).filter((id) => id !== '');
  const said = dashes ? rest.slice(dashes.index + dashes[0].length) : '';
  const wrong = named.find((id) => !rules.includes(id) && !elsewhere?.test(id));
  if (wrong !== undefined) {
    const meant = asMeant(wrong, rules);
    return dashes || meant !== wrong
      ? say`There is no rule ${meant}.`
      : say`There is no rule ${wrong}; a reason stands behind two dashes.`;
  }
  if (named.length === 0) return say`${word} names no rule: ${word} RULE -- reason.`;
  const date = UNTIL.exec(said);
  const until = date?.[1]?.trim();
  if (until !== undefined && !isDay(until)) return say`“until ${until}” is no date; write (until 2027-01-31).`;
  const reason = (date ? said.slice(0, date.index) : said).replace(/\s+/g, ' ').trim();
  return { reach, rules: [...new Set(named)], reason, ...(until !== undefined && { until }) };
}

/** A word with what it was probably meant to be, where something known is near. */
function asMeant(word: string, known: readonly string[]): Said {
  const meant = nearest(word, known);
  return meant === undefined ? word : say`${word} (did you mean ${meant}?)`;
}

/** A day of the calendar, as `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** How who gets data differs from whom the privacy notice names, for people. */
import type { NoticeDifference, Unnamed } from '../../notice/compare.ts';
import { plural } from '../summary.ts';
import { placeWords } from './words.ts';

/** With the file in which it stands, as messages name it. */
export interface ComparedNotice extends NoticeDifference {
  readonly file: string;
}

/** One line for each difference; a single one where there is none. @param notice the file, as messages name it */
export function noticeLines({ unnamed, unused }: NoticeDifference, notice: string): string[] {
  if (unnamed.length === 0 && unused.length === 0)
    return [`${notice} names everybody who gets data here, and nobody else.`];
  return [
    ...unnamed.map((one) => `${called(one)} gets data here, and ${notice} does not name it: ${places(one)}`),
    ...unused.map(({ text, place }) => `${place}: names ${text}, which gets no data in these files`),
  ];
}

function called({ name, recipient }: Unnamed): string {
  return recipient === undefined ? `the unknown host ${name}` : `${name} (${recipient})`;
}

function places({ places: [first, ...others] }: Unnamed): string {
  if (!first) return '';
  return others.length === 0 ? placeWords(first) : `${placeWords(first)} and ${plural(others.length, 'more place')}`;
}

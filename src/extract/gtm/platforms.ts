/** What consent platforms mean inside a container: their data layer events, their variables, their words. */
import type { Answer, Category, Cmp, CmpEvent } from '../../model/catalog.ts';
import { and, condition, type Guard, not, or } from '../../model/guard.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { answerGuard, grants, matchPath, meansGuard } from '../machine/platform.ts';
import { holds, isNegative, type Test } from './compare.ts';
import { literalPattern } from './regex.ts';

export interface PlatformEvent {
  readonly cmp: Cmp;
  readonly event: CmpEvent;
}

/** The condition that an event of a platform comes on a page load. */
export function eventGrant({ cmp, event }: PlatformEvent, test: Test): Guard {
  if (event.means === 'accept-all') {
    const all: readonly Category[] = ['preferences', 'statistics', 'marketing'];
    return and(...all.map((category) => grants(cmp, event.dataLayer ?? '', test.location, category)));
  }
  const captures = new Map([['category', event.dataLayer ?? '']]);
  return meansGuard(cmp, event.means, test.location, captures, event.category);
}

/** What a variable reads from a platform. */
export interface PlatformRead {
  readonly cmp: Cmp;
  readonly answer: Answer;
  readonly captures: ReadonlyMap<string, string>;
}

/** The read of a platform that a global (`window.x.y`) or a data layer key stands for. */
export function platformRead(catalog: CatalogIndex, name: string): PlatformRead | undefined {
  const path = name
    .replace(/^window\./, '')
    .split('.')
    .slice(0, 12);
  for (const { cmp, read } of catalog.reads.get(path[0] ?? '') ?? []) {
    if (read.use.form !== 'read') continue;
    const captures = matchPath(read.use.path, path);
    if (captures) return { cmp, answer: read, captures };
  }
  for (const { cmp, event } of catalog.dataLayerEvents.values()) {
    for (const payload of event.payload) {
      // Members without a name of their own, and words of a status, mean something on the event alone.
      if (typeof payload.path[0] !== 'string' || payload.values) continue;
      const captures = matchPath(payload.path, path);
      if (captures) return { cmp, answer: payload, captures };
    }
  }
  return undefined;
}

/** What a data layer key means on an event of a platform that carries the answers with it. */
export function eventRead({ cmp, event }: PlatformEvent, key: string, test: Test): PlatformRead | undefined {
  const path = key.split('.').slice(0, 12);
  for (const payload of event.payload) {
    const captures = matchPath(payload.path, path);
    if (!captures) continue;
    // A member that stands for any service answers with yes or no: what is compared with other words is the page's own.
    const isOpen = payload.path.every((segment) => typeof segment !== 'string');
    if (isOpen && !ANSWER.test(test.right)) continue;
    return { cmp, answer: payload, captures };
  }
  return undefined;
}

const ANSWER = /^(?:true|false|1|0|yes|no|granted|denied)$/i;

/** The guard of a comparison with what a platform answers. */
export function compareRead({ cmp, answer, captures }: PlatformRead, test: Test): Guard {
  const { values } = answer;
  if (values) {
    const found = Object.entries(values).filter(([text]) => holds(text, test) === true);
    return found.length === 0
      ? condition('free', test.text, test.location)
      : or(...found.map(([, means]) => meansGuard(cmp, means, test.location, captures, answer.category)));
  }
  const positive = answerGuard(cmp, answer, captures, test.location);
  if (!positive) return compareList(cmp, test);
  if (answer.grantedValue !== undefined && test.right === String(answer.grantedValue)) return positive;
  return isNegative(test.right) ? not(positive) : positive;
}

/** A text or list with the words of what is granted: `,C0001,C0004,` contains `C0004`. */
function compareList(cmp: Cmp, test: Test): Guard {
  const alternatives = test.operator === 'MATCH_REGEX' ? literalPattern(test.right)?.texts : [test.right];
  const sets = (alternatives ?? []).map((text) =>
    text
      .split(/[^\w:.-]+/)
      .map((word) => word.replace(/^\.+|\.+$/g, ''))
      .filter((word) => word !== ''),
  );
  // An empty list, `undefined`, an expression out of reach: whether something is granted, not what.
  if (sets.length === 0 || sets.some((words) => words.length === 0) || isNegative(test.right)) {
    return condition('unresolved', test.text, test.location);
  }
  const granted = (word: string): Guard => grants(cmp, word, test.location);
  return or(...sets.map((words) => and(...words.map(granted))));
}

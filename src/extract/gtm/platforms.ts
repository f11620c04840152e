/** What consent platforms mean inside a container: their data layer events, their variables, their words. */
import type { Category, Cmp, CmpEvent, CmpRead, PathSegment } from '../../model/catalog.ts';
import { ALWAYS, and, atom, condition, type Guard, not, or } from '../../model/guard.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { categoryOf, grants, matchPath } from '../machine/platform.ts';
import { isNegative, type Test } from './compare.ts';
import { literalPattern } from './regex.ts';

export interface PlatformEvent {
  readonly cmp: Cmp;
  readonly event: CmpEvent;
}

/** The condition that an event of a platform comes on a page load. */
export function eventGrant({ cmp, event }: PlatformEvent, test: Test): Guard {
  const word = event.dataLayer ?? '';
  switch (event.means) {
    case 'ready':
      return ALWAYS;
    case 'decision':
      return atom({ kind: 'decided', cmp: cmp.id }, test.location);
    case 'refused':
      return atom({ kind: 'refused', cmp: cmp.id }, test.location);
    case 'granted':
      return event.category === 'necessary' ? ALWAYS : grants(cmp, word, test.location, event.category);
    case 'accept-all': {
      const all: readonly Category[] = ['preferences', 'statistics', 'marketing'];
      return and(...all.map((category) => grants(cmp, word, test.location, category)));
    }
  }
}

/** What a variable reads from a platform. */
export interface PlatformRead {
  readonly cmp: Cmp;
  readonly gives: CmpRead['gives'];
  readonly word: string;
  readonly category: Category | undefined;
  readonly grantedValue: CmpRead['grantedValue'];
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
    if (!captures) continue;
    const word = captures.get('category') ?? [...captures.values()][0] ?? read.category ?? '';
    return { cmp, gives: read.gives, word, category: read.category, grantedValue: read.grantedValue };
  }
  for (const { cmp, event } of catalog.dataLayerEvents.values()) {
    for (const payload of event.payload) {
      const captures = matchPath(payload.path, path);
      if (!captures) continue;
      return {
        cmp,
        gives: payload.gives,
        word: wordOf(payload.path, captures),
        category: undefined,
        grantedValue: undefined,
      };
    }
  }
  return undefined;
}

function wordOf(path: readonly PathSegment[], captures: ReadonlyMap<string, string>): string {
  const last = path[path.length - 1];
  return [...captures.values()][0] ?? (typeof last === 'string' ? last : '');
}

/** The guard of a comparison with what a platform answers. */
export function compareRead(read: PlatformRead, test: Test): Guard {
  if (read.gives === 'list') return compareList(read.cmp, test);
  const positive =
    read.gives === 'decided'
      ? atom({ kind: 'decided', cmp: read.cmp.id }, test.location)
      : (read.category ?? categoryOf(read.cmp, read.word)) === 'necessary'
        ? ALWAYS
        : grants(read.cmp, read.word, test.location, read.category);
  if (read.grantedValue !== undefined && test.right === String(read.grantedValue)) return positive;
  return isNegative(test.right) ? not(positive) : positive;
}

/** A text or list with the words of what is granted: `,C0001,C0004,` contains `C0004`. */
function compareList(cmp: Cmp, test: Test): Guard {
  const alternatives = test.operator === 'MATCH_REGEX' ? literalPattern(test.right)?.texts : [test.right];
  const sets = (alternatives ?? []).map((text) => text.split(/[^\w:.-]+/).filter((word) => word !== ''));
  // An empty list, `undefined`, an expression out of reach: whether something is granted, not what.
  if (sets.length === 0 || sets.some((words) => words.length === 0) || isNegative(test.right)) {
    return condition('unresolved', test.text, test.location);
  }
  const granted = (word: string): Guard =>
    categoryOf(cmp, word) === 'necessary' ? ALWAYS : grants(cmp, word, test.location);
  return or(...sets.map((words) => and(...words.map(granted))));
}

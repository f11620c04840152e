/** Settings with which a page grants words of a platform without a choice. */
import type { ArgPattern } from '../../model/catalog.ts';
import { condition, or } from '../../model/guard.ts';
import { casesOf } from './cases.ts';
import type { Machine } from './machine.ts';
import { globalPath, matchPath, meansGuard, wordsOf } from './platform.ts';
import { type MValue, stringOf } from './values.ts';

const MAX_FITS = 60;

/** Notes what a call or an assignment grants from the start: `CookieConsent.run({ mode: 'opt-out' })`. */
export function notePresets(
  m: Machine,
  path: readonly string[],
  form: 'call' | 'assign',
  args: readonly MValue[],
): void {
  const names = globalPath(m, path);
  for (const { cmp, preset } of m.catalog.presets.get(names[0] ?? '') ?? []) {
    const { use, grants } = preset;
    if (use.form !== form || !m.reached) continue;
    const captures = matchPath(use.path, names);
    if (!captures) continue;
    const fits = use.args.reduce<readonly Captures[]>(
      (known, pattern, index) => known.flatMap((one) => fitsOf(pattern, args[index], one)),
      [captures],
    );
    if (grants === 'by-setting') {
      // What the page itself calls so is its own.
      if (fits.length > 0 && !m.global.cells.has(names[0] ?? ''))
        m.sandbox ??= or(meansGuard(cmp, 'accept-all', undefined, new Map()), condition('unresolved', cmp.name));
      continue;
    }
    const known = m.presets.get(cmp) ?? new Map<string, typeof grants>();
    for (const fit of fits.slice(0, MAX_FITS)) known.set(fit.get('category') ?? fit.get('service') ?? '', grants);
    if (known.size === 0) continue;
    m.presets.set(cmp, known);
    if (!m.seenCmps.has(cmp)) m.seenCmps.set(cmp, undefined);
  }
}

type Captures = ReadonlyMap<string, string>;

/** What a pattern captures, once for every item of a list or member of an object that fits. */
function fitsOf(pattern: ArgPattern, value: MValue | undefined, captures: Captures): readonly Captures[] {
  if ('literal' in pattern) {
    const { literal } = pattern;
    const fits =
      value?.t === 'lit' &&
      (value.v === literal || (typeof literal !== 'boolean' && stringOf(value) === String(literal)));
    return fits ? [captures] : [];
  }
  if ('oneOf' in pattern) return pattern.oneOf.includes(stringOf(value) ?? '') ? [captures] : [];
  if ('capture' in pattern) {
    const words = wordsOf(value);
    return words === undefined ? [captures] : [new Map(captures).set(pattern.capture, words)];
  }
  if ('object' in pattern) {
    if (value?.t !== 'obj') return [];
    const { props } = value;
    return Object.entries(pattern.object).reduce<readonly Captures[]>(
      (known, [key, inner]) => known.flatMap((one) => fitsOf(inner, props.get(key), one)),
      [captures],
    );
  }
  if ('array' in pattern) {
    if (value?.t !== 'arr') return [];
    const { items } = value;
    return pattern.array.reduce<readonly Captures[]>(
      (known, inner, index) => known.flatMap((one) => fitsOf(inner, items[index], one)),
      [captures],
    );
  }
  if ('each' in pattern) {
    if (value?.t !== 'arr') return [];
    return value.items
      .slice(0, MAX_FITS)
      .flatMap((item) => casesOf(item).flatMap(({ value: one }) => fitsOf(pattern.each, one, captures)));
  }
  if (value?.t !== 'obj') return [];
  return [...value.props]
    .slice(0, MAX_FITS)
    .flatMap(([key, member]) => fitsOf(pattern.member, member, new Map(captures).set(pattern.key, key)));
}

/** Personal data that a vendor has met in a site's events, as the vendor's settings for the account tell it. */
import type { UserDataKind } from './catalog.ts';
import { kindOfWord } from './personal-words.ts';
import type { Activity } from './unit.ts';
import { propertyOf, textOf, type Value } from './value.ts';

/** A name of a parameter that the vendor withholds since. */
interface WithheldKey {
  readonly key: string;
  readonly event: string;
  /** What it is a name of: `event parameters`, `page addresses`. */
  readonly place: string;
  /** What the name says that it holds. */
  readonly kind: UserDataKind | undefined;
}

/** The names that a setting lists; nothing where it is another setting. */
export function withheldKeys({ vendor: { withheld }, setting, values }: Activity): readonly WithheldKey[] {
  if (!withheld || setting !== withheld.setting) return [];
  const byEvent = propertyOf(values.params, withheld.under);
  if (byEvent?.kind !== 'object') return [];
  return byEvent.properties.flatMap(({ key: event, value }) =>
    Object.entries(withheld.places).flatMap(([member, place]) =>
      textsIn(propertyOf(value, member)).map((key) => ({ key, event, place, kind: kindOfWord(key) })),
    ),
  );
}

function textsIn(list: Value | undefined): readonly string[] {
  return list?.kind === 'array' ? list.items.flatMap((item) => textOf(item) ?? []) : [];
}

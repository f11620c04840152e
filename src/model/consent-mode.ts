/** Consent modes: what a unit's defaults come to on a first visit, and what is wrong with them. */
import type { Location } from '../text/location.ts';
import { nearest } from '../text/nearest.ts';
import type { ConsentSignals } from './catalog.ts';
import { isCountry } from './countries.ts';
import type { JudgedActivity, Tag, Unit } from './unit.ts';
import { alternativesOf, type Property, propertyOf, textOf, type Value } from './value.ts';

/** The state of one consent mode (`google`, `microsoft`) in a unit. */
export interface ConsentModeFact {
  readonly system: string;
  /** The names of its signals, exactly as they are spelt. */
  readonly signals: readonly string[];
  /** set: a default stands before the tags; platform: the CMP sets it; assumed: the configuration says so; none: nobody does. */
  readonly default: 'set' | 'platform' | 'assumed' | 'none';
  readonly faults: readonly ConsentModeFault[];
  /** Tags that run on a first visit because no default sets a signal that they ask for, while others are set. */
  readonly uncovered: readonly { readonly tag: Tag; readonly signals: readonly string[] }[];
  /** What a first visit ends up with is a denial that nothing in the unit takes back. */
  readonly neverUpdated: JudgedActivity | undefined;
}

/** A command that leaves tags ungoverned on a first visit. The tags' consent finding is this command's. */
export interface ConsentModeFault {
  /**
   * granted: it grants; late: it runs after the tags, or only after the choice; race: it may run after them; ignored: the
   * library does not obey it; misspelt: the signal or region that the tags need is spelt wrongly.
   */
  readonly kind: 'granted' | 'late' | 'race' | 'ignored' | 'misspelt';
  readonly command: JudgedActivity;
  readonly certainty: 'certain' | 'likely' | 'possible';
  /** The signals that it grants or leaves open. */
  readonly signals: readonly string[];
  /** The countries of the regime for which that holds; empty where it holds for all of them. */
  readonly regions: readonly string[];
  /** True where no command grants: the defaults are for other regions, and who is not named counts as granted. */
  readonly elsewhere: boolean;
  /** True where the command names the regions itself, which then are no gap that a list leaves. */
  readonly named: boolean;
  /** Tags of this consent mode that run in full because of it. */
  readonly tags: readonly Tag[];
}

/** Of faults that do not depend on where the visitor is. */
export const EVERYWHERE = { regions: [], elsewhere: false, named: false } as const;

/** The command that a tag's running before consent is reported at, where it is not reported at the tag. */
export function faultOf(unit: Pick<Unit, 'consentModes'>, tag: Tag): ConsentModeFault | undefined {
  for (const { faults } of unit.consentModes) {
    const found = faults.find(
      (fault) => fault.certainty !== 'possible' && fault.kind !== 'race' && fault.tags.includes(tag),
    );
    if (found) return found;
  }
  return undefined;
}

/** The objects of signals that a default or update may be called with. */
export function tablesOf(command: Pick<JudgedActivity, 'values'>): readonly Value[] {
  const signals = command.values.signals ?? command.values.params ?? command.values.value;
  return signals ? alternativesOf(signals) : [];
}

/** A mistake in what a consent command carries. */
export interface SignalProblem {
  readonly kind: 'signal' | 'option' | 'setting' | 'value' | 'region-form' | 'region';
  /** What stands there. */
  readonly text: string;
  /** The signal or option that it stands under, or that was most likely meant. */
  readonly key: string;
  readonly suggestion: string | undefined;
  readonly location: Location | undefined;
}

const REGION_NAMES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', EN: 'GB' };

/** What the library does not understand of a command's signals, values and regions. */
export function signalProblems(table: Value, known: ConsentSignals): readonly SignalProblem[] {
  if (table.kind !== 'object') return [];
  return table.properties.flatMap((property): readonly SignalProblem[] => {
    const { key } = property;
    const location = property.location ?? property.value.location;
    if (known.names.includes(key)) return valueProblems(property, location);
    if (key === 'region' && known.options.includes(key)) return regionProblems(property.value, location);
    if (known.options.includes(key)) return [];
    if (known.settings.includes(key)) return [{ kind: 'setting', text: key, key, suggestion: undefined, location }];
    const signal = nearSignal(key, known.names) ?? signalInOtherWords(key, known.names, table);
    if (signal !== undefined) return [{ kind: 'signal', text: key, key: signal, suggestion: signal, location }];
    const option = nearSignal(key, known.options);
    return option === undefined ? [] : [{ kind: 'option', text: key, key: option, suggestion: option, location }];
  });
}

/** The name that a wrong one most likely means: other custom types are allowed, so that only near ones count. */
export function nearSignal(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return undefined;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace('isation', 'ization');
  const same = names.find((one) => plain(one) === plain(name));
  if (same !== undefined) return same;
  const word = plain(name);
  return word.length < 5 ? undefined : names.find((one) => isClose(word, plain(one)));
}

/** `analytics_consent`, `ads`: a signal's first word with another one behind it, in a table that lacks the signal itself. */
function signalInOtherWords(key: string, names: readonly string[], table: Value): string | undefined {
  const [, first = ''] =
    /^(ad|ads|analytics)(?:[\s_-]?(?:consent|cookies?|tracking|mode|enabled|allowed|status))?$/i.exec(key) ?? [];
  if (first === '') return undefined;
  const stem = first.toLowerCase() === 'ads' ? 'ad' : first.toLowerCase();
  const meant = names.find((name) => name.toLowerCase() === `${stem}_storage`);
  return meant !== undefined && propertyOf(table, meant) === undefined ? meant : undefined;
}

/** Few letters more, fewer or other in one place. Farther names are types of a site's own (`social_storage`). */
function isClose(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= (b.length < 15 ? 2 : 3);
}

function valueProblems({ key, value }: Property, location: Location | undefined): readonly SignalProblem[] {
  return alternativesOf(value).flatMap((one): readonly SignalProblem[] => {
    if (one.kind !== 'literal' || one.value === undefined || one.value === 'granted' || one.value === 'denied')
      return [];
    // A choice between true and false may be a platform's answer that is a text in truth.
    if (value.kind === 'choice' && typeof one.value === 'boolean') return [];
    return [
      {
        kind: 'value',
        text: String(one.value),
        key,
        suggestion: meantValue(one.value),
        location: value.location ?? location,
      },
    ];
  });
}

function meantValue(value: string | number | boolean | null): string | undefined {
  if (value === true || value === 1) return 'granted';
  if (value === false || value === 0 || value === null) return 'denied';
  const text = String(value).trim().toLowerCase();
  if (/^(?:grant|allow|accept|true|yes|on|1$)/.test(text)) return 'granted';
  return /^(?:den|declin|reject|refus|false|no|off|0$)/.test(text) ? 'denied' : nearest(text, ['granted', 'denied']);
}

function regionProblems(value: Value, location: Location | undefined): readonly SignalProblem[] {
  if (value.kind === 'literal' && value.value !== undefined && value.value !== null)
    return [
      {
        kind: 'region-form',
        text: String(value.value),
        key: 'region',
        suggestion: undefined,
        location: value.location ?? location,
      },
    ];
  if (value.kind !== 'array') return [];
  return value.items.flatMap((item): readonly SignalProblem[] => {
    const code = textOf(item);
    if (code === undefined || isRegion(code)) return [];
    const upper = code.trim().toUpperCase().replace('_', '-');
    const suggestion = REGION_NAMES[upper] ?? (isRegion(upper) ? upper : undefined);
    return [{ kind: 'region', text: code, key: 'region', suggestion, location: item.location ?? location }];
  });
}

/** ISO 3166-2: a country, or a country with a subdivision. */
function isRegion(code: string): boolean {
  const match = /^([A-Z]{2})(?:-[A-Z0-9]{1,3})?$/.exec(code);
  return match?.[1] !== undefined && isCountry(match[1]);
}

/** The regions that a command names; undefined where it counts for everybody, null where the list is not known. */
export function regionsOf(table: Value): readonly string[] | undefined | null {
  const region = propertyOf(table, 'region');
  if (!region || (region.kind === 'literal' && region.value === undefined)) return undefined;
  if (region.kind === 'literal') return [String(region.value)];
  // What an empty list means, nobody says.
  if (region.kind !== 'array' || region.open || region.items.length === 0) return null;
  const codes = region.items.map((item) => textOf(item));
  return codes.every((code) => code !== undefined) ? codes.flatMap((code) => code ?? []) : null;
}

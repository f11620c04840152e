/** What a unit does that the reviewed record does not have: new, or weaker than it was. What is gone is no change here. */
import type { Location } from '../../text/location.ts';
import type { Vendor } from '../catalog.ts';
import type { Certainty } from '../finding.ts';
import { CONSENT_STATES, type ConsentState } from '../guard.ts';
import { type DataForm, type DataUse, FORM_RANK } from '../inventory/data.ts';
import { type FeatureUse, featuresOf } from '../inventory/features.ts';
import { type HostUse, hostUsesOf, usesOf, type VendorUse } from '../inventory/uses.ts';
import type { Outcome, Unit } from '../unit.ts';
import { surestVerdict } from '../verdict.ts';
import {
  accountIn,
  dataNamed,
  goneGates,
  isMore,
  isNamed,
  mostOf,
  type ReviewedAccount,
  type ReviewedRecord,
  type ReviewedVendor,
  usesNamed,
} from './record.ts';

/** What has changed. */
export type What =
  | { readonly kind: 'vendor'; readonly data: readonly DataUse[] }
  | { readonly kind: 'account'; readonly known: readonly string[]; readonly data: readonly DataUse[] }
  | { readonly kind: 'event'; readonly event: string; readonly data: readonly DataUse[] }
  | { readonly kind: 'key'; readonly datum: DataUse }
  | { readonly kind: 'form'; readonly datum: DataUse; readonly before: DataForm }
  | { readonly kind: 'category'; readonly datum: DataUse }
  | { readonly kind: 'with'; readonly event: string; readonly data: readonly DataUse[] }
  | {
      readonly kind: 'states';
      /** What does more: events, `load`, `init`. */
      readonly names: readonly string[];
      readonly states: readonly ConsentState[];
      readonly before: Outcome;
      readonly now: Outcome;
      readonly gone: readonly string[];
    }
  | { readonly kind: 'gates'; readonly names: readonly string[]; readonly gone: readonly string[] }
  | { readonly kind: 'feature'; readonly title: string; readonly keys: readonly string[]; readonly isNew: boolean }
  | { readonly kind: 'host'; readonly host: string; readonly form: HostUse['form'] };

export interface Change {
  readonly what: What;
  /** Absent for a host. */
  readonly vendor?: Vendor;
  /** Its id; absent where none is in sight. */
  readonly account?: string;
  readonly location: Location;
  readonly entity?: string;
  readonly certainty: Certainty;
  /** Where the vendor or host stands in the record. */
  readonly recorded?: Location;
  /** Without wording and lines. */
  readonly subject: string;
}

/** @param own domains of the site's own */
export function changesOf(unit: Unit, record: ReviewedRecord, own: readonly string[]): readonly Change[] {
  const found = new Changes();
  for (const use of usesOf(unit)) {
    if (use.dead) continue;
    const vendor = record.vendors.get(use.vendor.id);
    if (!vendor) found.newVendor(use);
    else for (const account of use.accounts.length > 0 ? use.accounts : ['']) compareUse(use, account, vendor, found);
  }
  for (const feature of featuresOf(unit)) if (feature.state === 'on') compareFeature(feature, record, found);
  for (const use of hostUsesOf(unit, own)) if (!use.dead) compareHost(use, record, found);
  return found.all;
}

/** Gathered so that each is told once: a vendor and not all that it gets, several events with one change of states. */
class Changes {
  readonly #found = new Map<string, Change>();

  get all(): readonly Change[] {
    return [...this.#found.values()].map((change) => {
      const names = namesOf(change.what);
      return names.length === 0
        ? change
        : { ...change, subject: `${change.subject} ${[...new Set(names)].sort().join()}` };
    });
  }

  has(subject: string): boolean {
    return this.#found.has(subject);
  }

  add(subject: string, change: Omit<Change, 'subject'>): void {
    const known = this.#found.get(subject);
    this.#found.set(subject, { ...(known ? together(known, change) : change), subject });
  }

  newVendor(use: VendorUse): void {
    this.add(`${use.vendor.id} vendor`, { ...placeOf(use), what: { kind: 'vendor', data: use.data } });
  }
}

/** What is told together: more of it is another change. */
function namesOf(what: What): readonly string[] {
  if (what.kind === 'states' || what.kind === 'gates') return what.names;
  return what.kind === 'with' ? what.data.map(({ key }) => key) : [];
}

/** The first of them, with what the others add. */
function together(first: Change, { what: next }: Omit<Change, 'subject'>): Omit<Change, 'subject'> {
  const { what } = first;
  if ((what.kind === 'states' && next.kind === 'states') || (what.kind === 'gates' && next.kind === 'gates'))
    return { ...first, what: { ...what, names: [...new Set([...what.names, ...next.names])] } };
  if ('data' in what && 'data' in next) return { ...first, what: { ...what, data: [...what.data, ...next.data] } };
  return first;
}

function compareUse(use: VendorUse, id: string, vendor: ReviewedVendor, found: Changes): void {
  const account = accountIn(vendor, id);
  const place = { ...placeOf(use), ...(id !== '' && { account: id }), recorded: vendor.location };
  const about = `${use.vendor.id} ${id}`;
  if (!account) {
    const known = [...vendor.accounts.keys()].filter((one) => one !== '');
    found.add(`${about} account`, { ...place, what: { kind: 'account', known, data: use.data } });
    return;
  }
  const names = use.does === 'event' ? use.events : [use.does];
  for (const name of names) {
    const recorded = usesNamed(account, name);
    if (use.does === 'event' && recorded.length === 0)
      found.add(`${about} event ${name}`, { ...place, what: { kind: 'event', event: name, data: use.data } });
    else
      compareStates(use, name, recorded.length > 0 ? recorded : account.uses, (subject, what, certainty) =>
        found.add(`${about} ${subject}`, { ...place, what, certainty }),
      );
  }
  const known = use.with.filter((name) => !use.events.includes(name) || usesNamed(account, name).length > 0);
  for (const datum of use.data) {
    // An event that is new is told with its keys; what is of a person, or of products, is told by itself all the same.
    if (known.length === 0 && datum.category === 'other') continue;
    compareDatum(datum, known, account, (subject, what) =>
      found.add(`${about} ${subject}`, { ...place, what, location: datum.location, certainty: datum.certainty }),
    );
  }
}

type Add = (subject: string, what: What, certainty: Certainty) => void;

function compareStates(
  use: Pick<VendorUse, 'states' | 'gates'>,
  name: string,
  recorded: ReviewedAccount['uses'],
  add: Add,
): void {
  const before = mostOf(recorded);
  const gone = goneGates(recorded, use.gates);
  const weaker = CONSENT_STATES.flatMap((state) => {
    const { outcome, certainty } = use.states[state];
    const more = isMore(before[state], outcome);
    return more === 'no' ? [] : [{ state, more, outcome, certainty: more === 'perhaps' ? 'possible' : certainty }];
  });
  // One line for what has changed alike.
  for (const first of weaker) {
    const isAlike = (one: (typeof weaker)[number]): boolean =>
      before[one.state] === before[first.state] && one.outcome === first.outcome;
    if (weaker.find(isAlike) !== first) continue;
    const states = weaker.filter(isAlike).map(({ state }) => state);
    const [was, now] = [before[first.state], first.outcome];
    add(
      `${now} was ${was} ${states.join()}`,
      { kind: 'states', names: [name], states, before: was, now, gone },
      first.certainty,
    );
  }
  if (weaker.length === 0 && gone.length > 0)
    add(`gates ${gone.join()}`, { kind: 'gates', names: [name], gone }, 'certain');
}

function compareDatum(
  datum: DataUse,
  names: readonly string[],
  account: ReviewedAccount,
  add: (subject: string, what: What) => void,
): void {
  const { key, form, category } = datum;
  const recorded = dataNamed(account, key);
  const [first] = recorded;
  if (!first) {
    add(`key ${key}`, { kind: 'key', datum });
    return;
  }
  const plainest = recorded.reduce((most, one) => (FORM_RANK[one.form] > FORM_RANK[most.form] ? one : most), first);
  if (FORM_RANK[form] > FORM_RANK[plainest.form])
    add(`form ${key} ${form}`, { kind: 'form', datum, before: plainest.form });
  // What was something of a person may be called otherwise by now; what was not has become it.
  const isKnown = recorded.some(({ categories }) => categories.includes(category));
  if (!isKnown && category !== 'other') add(`category ${key} ${category}`, { kind: 'category', datum });
  const before = recorded.flatMap((one) => one.with);
  for (const event of names)
    if (!before.some((one) => isNamed(one, event))) add(`with ${event}`, { kind: 'with', event, data: [datum] });
}

function compareFeature(feature: FeatureUse, { vendors }: ReviewedRecord, found: Changes): void {
  const { vendor, accounts, title, keys, location } = feature;
  const recorded = vendors.get(vendor.id);
  for (const id of accounts.length > 0 ? accounts : ['']) {
    // What is new is told as a whole.
    if (found.has(`${vendor.id} vendor`) || found.has(`${vendor.id} ${id} account`)) continue;
    const account = recorded && accountIn(recorded, id);
    const known = account?.collects.get(title);
    const more = known ? keys.filter((key) => known.length > 0 && !known.includes(key)) : keys;
    if (known && more.length === 0) continue;
    found.add(`${vendor.id} ${id} feature ${title}${known ? ` ${more.join()}` : ''}`, {
      what: { kind: 'feature', title, keys: more, isNew: known === undefined },
      vendor,
      ...(id !== '' && { account: id }),
      location,
      certainty: 'certain',
      ...(recorded && { recorded: recorded.location }),
    });
  }
}

function compareHost(use: HostUse, { hosts }: ReviewedRecord, found: Changes): void {
  const { host, form, location, entity } = use;
  const recorded = hosts.get(host);
  const common = { location, ...(entity && { entity: entity.name }), ...(recorded && { recorded: recorded.location }) };
  const uses = recorded?.uses.filter(({ what }) => what.includes(form)) ?? [];
  if (uses.length === 0)
    found.add(`host ${host} ${form}`, { ...common, what: { kind: 'host', host, form }, certainty: 'likely' });
  else
    compareStates(
      { states: use.states, gates: [] },
      host,
      uses.map((one) => ({ ...one, gates: [] })),
      (subject, what, certainty) =>
        found.add(`host ${host} ${subject}`, {
          ...common,
          what,
          certainty: certainty === 'certain' ? 'likely' : certainty,
        }),
    );
}

function placeOf({ vendor, location, entity, states }: VendorUse): Omit<Change, 'what' | 'subject'> {
  return {
    vendor,
    location,
    ...(entity && { entity: entity.name }),
    certainty: surestVerdict(states)?.certainty ?? 'certain',
  };
}

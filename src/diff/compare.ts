/** Compares two sides: what their tags do, then how their containers are set up. */
import type { Inventory, InventoryFeature, InventoryVendor } from '../inventory/inventory.ts';
import { CONSENT_STATES } from '../model/guard.ts';
import { FORM_RANK } from '../model/inventory/data.ts';
import type { Outcome } from '../model/unit.ts';
import { type BehaviourChange, type Change, type Diff, EFFECTS, type Effect, type Subject } from './diff.ts';
import { pairsOf } from './pairs.ts';
import { compareContainers, type Renames } from './parts.ts';
import { OUTCOME_RANK, type SentKey, type Side, type TagBehaviour } from './side.ts';

export function compareSides(before: Side, after: Side): Diff {
  const { changes: configuration, renames } = compareContainers(before.containers, after.containers);
  const found = new Changes();
  compareInventories(before.inventory, after.inventory, found);
  compareTags(before.tags, after.tags, renames, found);
  return { behaviour: found.sorted(), configuration };
}

/** Changes with the subjects that changed alike. */
class Changes {
  readonly #found = new Map<string, BehaviourChange>();

  add(effect: Effect, change: Change, subject: Subject): void {
    const key = JSON.stringify([effect, change, subject.vendor?.id]);
    const known = this.#found.get(key);
    const subjects: BehaviourChange['subjects'] = known ? [...known.subjects, subject] : [subject];
    this.#found.set(key, { effect, change, subjects });
  }

  /** Weaker first; within, in the order in which they were found. What changed alike for the same things is one change. */
  sorted(): BehaviourChange[] {
    const joined = new Map<string, BehaviourChange>();
    for (const one of this.#found.values()) {
      const key = JSON.stringify([one.effect, one.change.kind, one.subjects]);
      const known = joined.get(key);
      const change = known ? joinedChange(known.change, one.change) : one.change;
      if (change) joined.set(key, { ...one, change });
      else joined.set(`${key} ${joined.size}`, one);
    }
    const all = [...joined.values()];
    return EFFECTS.flatMap((effect) => all.filter((one) => one.effect === effect));
  }
}

/** Undefined for what is told one by one. */
function joinedChange(one: Change, other: Change): Change | undefined {
  if ('keys' in one && 'keys' in other) return { ...one, keys: [...one.keys, ...other.keys] };
  if (isAboutEvents(one) && isAboutEvents(other)) return { ...one, events: [...one.events, ...other.events] };
  if (isAboutAccounts(one) && isAboutAccounts(other)) return { ...one, accounts: [...one.accounts, ...other.accounts] };
  return undefined;
}

function isAboutEvents(change: Change): change is Extract<Change, { kind: 'event-added' | 'event-removed' }> {
  return change.kind === 'event-added' || change.kind === 'event-removed';
}

function isAboutAccounts(change: Change): change is Extract<Change, { kind: 'account-added' | 'account-removed' }> {
  return change.kind === 'account-added' || change.kind === 'account-removed';
}

function compareInventories(before: Inventory, after: Inventory, found: Changes): void {
  const vendors = pairsOf(before.vendors, after.vendors, [({ id }) => id]);
  for (const vendor of vendors.added)
    found.add('weaker', { kind: 'vendor-added', accounts: idsOf(vendor) }, subjectOf(vendor));
  for (const vendor of vendors.removed)
    found.add('stronger', { kind: 'vendor-removed', accounts: idsOf(vendor) }, subjectOf(vendor));
  for (const [old, now] of vendors.both) {
    const ids = pairsOf(idsOf(old), idsOf(now), [(id) => id]);
    for (const account of ids.added)
      found.add('weaker', { kind: 'account-added', accounts: [account] }, subjectOf(now));
    for (const account of ids.removed)
      found.add('stronger', { kind: 'account-removed', accounts: [account] }, subjectOf(now));
    compareFeatures(old, now, found);
  }
  const hosts = pairsOf(before.hosts, after.hosts, [({ host }) => host]);
  for (const { host, uses } of hosts.added)
    found.add('weaker', { kind: 'host-added' }, { name: host, ...placed(uses[0]?.places[0]) });
  for (const { host } of hosts.removed) found.add('stronger', { kind: 'host-removed' }, { name: host });
  const platforms = pairsOf(before.platforms, after.platforms, [({ id }) => id]);
  for (const { name } of platforms.added) found.add('neutral', { kind: 'platform-added' }, { name });
  for (const { name } of platforms.removed) found.add('neutral', { kind: 'platform-removed' }, { name });
}

function idsOf({ accounts }: InventoryVendor): string[] {
  return accounts.flatMap(({ id }) => id ?? []);
}

function subjectOf({ id, name }: InventoryVendor): Subject {
  return { name, vendor: { id, name } };
}

function placed(place: Subject['place']): Pick<Subject, 'place'> {
  return place ? { place } : {};
}

/** What a vendor's script collects by itself: told of every account that there was and is. */
function compareFeatures(old: InventoryVendor, now: InventoryVendor, found: Changes): void {
  const features = ({ accounts }: InventoryVendor): { account: string; feature: InventoryFeature }[] =>
    accounts.flatMap(({ id = '', features: all }) => all.map((feature) => ({ account: id, feature })));
  const { both } = pairsOf(features(old), features(now), [
    ({ account, feature: { kind, title } }) => `${account} ${kind} ${title}`,
  ]);
  for (const [{ feature: before }, { account, feature: after }] of both) {
    const [was, is] = [featureState(before), featureState(after)];
    if (was === is) continue;
    const [from, to] = [FEATURE_RANK[before.state], FEATURE_RANK[after.state]];
    const effect = to > from || (to === from && after.keys.some((key) => !before.keys.includes(key)));
    found.add(
      effect ? 'weaker' : 'stronger',
      { kind: 'feature-changed', feature: after.title, before: was, after: is },
      { ...subjectOf(now), ...(account !== '' && { accounts: [account] }), ...placed(after.places[0]) },
    );
  }
}

const FEATURE_RANK: Readonly<Record<InventoryFeature['state'], number>> = { off: 0, unknown: 1, on: 2 };

function featureState({ state, keys }: InventoryFeature): string {
  return state === 'on' && keys.length > 0 ? `on (${keys.join(', ')})` : state;
}

function compareTags(
  before: readonly TagBehaviour[],
  after: readonly TagBehaviour[],
  renames: ReadonlyMap<string, Renames>,
  found: Changes,
): void {
  const { both, removed, added } = pairsOf(before, after, [
    ({ file, vendor, entity }) => entity && `${file} ${vendor.id} ${entity.name}`,
    ({ file, vendor, entity }) => (entity && entity.id !== '' ? `${file} ${vendor.id} ${entity.id}` : undefined),
    ({ file, vendor, entity, accounts }) => (entity ? undefined : `${file} ${vendor.id} ${accounts.join()}`),
    // In a file of another name.
    ({ vendor, entity, accounts }) => (entity ? undefined : `${vendor.id} ${accounts.join()}`),
    // For another account.
    ({ file, vendor, entity }) => (entity ? undefined : `${file} ${vendor.id}`),
  ]);
  for (const tag of added) found.add(tag.dead ? 'neutral' : 'weaker', wholeTag('tag-added', tag), tagSubject(tag));
  for (const tag of removed)
    found.add(tag.dead ? 'neutral' : 'stronger', wholeTag('tag-removed', tag), tagSubject(tag));
  for (const [old, now] of both) compareTag(old, now, renames.get(now.file) ?? new Map(), found);
}

function wholeTag(kind: 'tag-added' | 'tag-removed', { states, dead, data, events }: TagBehaviour): Change {
  return { kind, states, dead, data: [...data.values()], events: [...events].sort() };
}

function tagSubject({ vendor, accounts, entity, file, place }: TagBehaviour): Subject {
  const account = accounts.length > 0 ? ` ${accounts.join(', ')}` : '';
  const name = entity ? entity.name : `${vendor.name}${account}${file === '' ? '' : ` in ${file}`}`;
  return { name, vendor, accounts, place };
}

function compareTag(old: TagBehaviour, now: TagBehaviour, renames: Renames, found: Changes): void {
  const subject = tagSubject(now);
  if (old.dead && now.dead) return;
  if (old.dead !== now.dead) {
    found.add(now.dead ? 'stronger' : 'weaker', { kind: now.dead ? 'tag-stopped' : 'tag-started' }, subject);
    return;
  }
  compareData(old, now, renames, (effect, change) => found.add(effect, change, subject));
  compareEvents(old, now, (effect, change) => found.add(effect, change, subject));
  // That a gate is gone shows in the states where it was the only one.
  if (compareStates(old, now, (effect, change) => found.add(effect, change, subject))) return;
  for (const gate of old.gates)
    if (!now.gates.includes(gate)) found.add('weaker', { kind: 'gate-removed', gate }, subject);
  for (const gate of now.gates)
    if (!old.gates.includes(gate)) found.add('stronger', { kind: 'gate-added', gate }, subject);
}

type Tell = (effect: Effect, change: Change) => void;

function compareEvents(old: TagBehaviour, now: TagBehaviour, tell: Tell): void {
  const added = [...now.events].filter((event) => !old.events.has(event)).sort();
  const removed = [...old.events].filter((event) => !now.events.has(event)).sort();
  if (added.length > 0 && removed.length > 0) {
    tell('weaker', { kind: 'event-changed', events: added, before: removed });
    return;
  }
  for (const event of added) tell('weaker', { kind: 'event-added', events: [event] });
  for (const event of removed) tell('stronger', { kind: 'event-removed', events: [event] });
}

function compareData(old: TagBehaviour, now: TagBehaviour, renames: Renames, tell: Tell): void {
  for (const [name, key] of now.data) {
    const before = old.data.get(name);
    if (!before) tell(isTelling(key) ? 'weaker' : 'neutral', { kind: 'key-added', keys: [key] });
    else if (before.form !== key.form) {
      const effect = FORM_RANK[key.form] > FORM_RANK[before.form] ? 'weaker' : 'stronger';
      tell(isTelling(key) ? effect : 'neutral', { kind: 'form-changed', key, before });
    } else if (originsText(before, renames) !== originsText(key, new Map()))
      tell('neutral', { kind: 'origin-changed', key, before });
  }
  for (const [name, key] of old.data)
    if (!now.data.has(name)) tell(isTelling(key) ? 'stronger' : 'neutral', { kind: 'key-removed', keys: [key] });
}

/** Amounts, currencies and settings say nothing of anybody. */
function isTelling({ category }: SentKey): boolean {
  return category !== 'other';
}

function originsText({ origins }: SentKey, renames: Renames): string {
  return origins
    .map(({ kind, name = '' }) => {
      const bare = name.replace(/^\{\{\s*|\s*\}\}$/g, '');
      return `${kind} ${renames.get(bare) ?? bare}`;
    })
    .sort()
    .join();
}

/** @returns whether anything has changed */
function compareStates(old: TagBehaviour, now: TagBehaviour, tell: Tell): boolean {
  const steps = new Map<
    string,
    { readonly before: Outcome; readonly after: Outcome; readonly states: (typeof CONSENT_STATES)[number][] }
  >();
  for (const state of CONSENT_STATES) {
    const [before, after] = [old.states[state], now.states[state]];
    if (before === after) continue;
    const step = steps.get(`${before} ${after}`) ?? { before, after, states: [] };
    steps.set(`${before} ${after}`, step);
    step.states.push(state);
  }
  for (const { before, after, states } of steps.values())
    tell(effectOf(before, after), { kind: 'state-changed', states, before, after });
  return steps.size > 0;
}

/** Where it is not known whether something runs, only the ends tell in which direction it went. */
function effectOf(before: Outcome, after: Outcome): Effect {
  const isOpen = before === 'unknown' || after === 'unknown';
  const ends = [before, after].some((outcome) => outcome === 'blocked') || after === 'runs';
  if (isOpen && !ends) return 'neutral';
  return OUTCOME_RANK[after] > OUTCOME_RANK[before] ? 'weaker' : 'stronger';
}

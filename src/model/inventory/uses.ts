/** Who gets what in one unit: each thing that each of its tags does, with what it sends, when, and behind which gates. */
import type { Location } from '../../text/location.ts';
import type { ActivityKind, Vendor } from '../catalog.ts';
import type { Entity } from '../entity.ts';
import { CONSENT_STATES, type ConsentState } from '../guard.ts';
import { registrable } from '../parties.ts';
import { isForUse } from '../reach.ts';
import type { JudgedActivity, JudgedUnknownScript, Unit, Verdict } from '../unit.ts';
import { alternativesOf, originsOf, propertyOf, textOf, type Value } from '../value.ts';
import { accountsOf } from './accounts.ts';
import { type DataUse, dataOf } from './data.ts';
import { gatesOf } from './gates.ts';

export interface VendorUse {
  readonly vendor: Vendor;
  /** Ids of the accounts that it works for; none where no id is in sight. */
  readonly accounts: readonly string[];
  readonly does: Exclude<ActivityKind, 'consent'>;
  /** Names of the events that it sends; of one without a name the command (`ttq.page`). */
  readonly events: readonly string[];
  readonly data: readonly DataUse[];
  /** What the data travels with: the events, those of the tag whose user data it is, else what is done. */
  readonly with: readonly string[];
  readonly states: Readonly<Record<ConsentState, Verdict>>;
  /** The gates that hold it, sorted; all of them hold it together. */
  readonly gates: readonly string[];
  /** What stands there, shortened. */
  readonly label: string;
  readonly location: Location;
  /** The tag of a container. */
  readonly entity?: Entity;
  /** Nothing makes it run: its tag is paused, or it is blocked in every state. */
  readonly dead: boolean;
}

/** A script, hidden image or frame from a host of which the catalogue knows nothing. */
export interface HostUse extends Pick<VendorUse, 'states' | 'location' | 'entity' | 'dead'> {
  readonly host: string;
  readonly form: 'script' | NonNullable<JudgedUnknownScript['form']>;
}

/** In order of execution. Code that nothing calls and nobody else can call is left out. */
export function usesOf(unit: Unit): readonly VendorUse[] {
  return unit.activities.flatMap((activity) => {
    const { kind } = activity;
    if (kind === 'consent' || !isForUse(activity, false)) return [];
    const data = dataOf(activity);
    // A setting is a matter of its own; what it hands over is not.
    if (kind === 'configure' && data.length === 0) return [];
    return [vendorUse(activity, kind, data, unit)];
  });
}

/** Hosts of the site's own are no third party's. @param own its domains */
export function hostUsesOf({ unknownScripts }: Unit, own: readonly string[]): readonly HostUse[] {
  // Requests with contents go to the site's own hosts as a rule.
  return unknownScripts
    .filter(({ host, reached, sent }) => reached && sent === undefined && !own.includes(registrable(host)))
    .map(({ host, form, states, location, entity }) => ({
      host,
      form: form ?? 'script',
      states,
      location,
      ...(entity && { entity }),
      dead: isDead(states, entity),
    }));
}

function vendorUse(activity: JudgedActivity, does: VendorUse['does'], data: readonly DataUse[], unit: Unit): VendorUse {
  const { vendor, label, location, entity, states } = activity;
  const dead = isDead(states, entity);
  return {
    vendor,
    accounts: accountsOf(activity, unit),
    does,
    events: does === 'event' ? eventsOf(activity) : [],
    data,
    with: withOf(activity, does, unit),
    states,
    gates: dead ? [] : gatesOf(activity, unit),
    label,
    location,
    ...(entity && { entity }),
    dead,
  };
}

function withOf(activity: JudgedActivity, does: VendorUse['does'], { activities }: Unit): readonly string[] {
  if (does === 'event') return eventsOf(activity);
  const { entity, tagShape, vendor } = activity;
  // A tag of a container hands user data over with its own event, a call in code for all that follow.
  const own = does === 'identify' && tagShape ? activities.filter((one) => one.entity === entity) : [];
  const events = own.filter(({ kind, vendor: other }) => kind === 'event' && other === vendor).flatMap(eventsOf);
  return events.length > 0 ? [...new Set(events)].sort() : [does];
}

function isDead(states: VendorUse['states'], entity: Entity | undefined): boolean {
  return entity?.paused === true || CONSENT_STATES.every((state) => states[state].outcome === 'blocked');
}

function eventsOf({ values: { event, pushed }, label, tagShape }: JudgedActivity): readonly string[] {
  const named = event ?? propertyOf(pushed, 'event');
  const names = named ? alternativesOf(named).flatMap((one) => nameIn(one) ?? []) : [];
  if (names.length > 0) return [...new Set(names)].sort();
  // The type of a tag is a word of the export, and that of a template another one wherever it is imported.
  if (tagShape) return [tagShape.unnamed ?? (tagShape.server ? 'incoming event' : 'event')];
  // `pintrk('page')`, `ttq.page()`: the command.
  const [, command = 'event', word] = /^([\w$.]{1,60})(?:\('([\w -]{1,60})')?/.exec(label) ?? [];
  return [word ?? command];
}

/** A name with its holes by what fills them: `purchase_{{ shop }}`. */
function nameIn(value: Value): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return text === '' ? undefined : text;
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : hole(part))).join('');
  return value.kind === 'unknown' ? hole(value) : undefined;
}

function hole(value: Value): string {
  const [origin] = originsOf(value);
  return `{{ ${origin?.name.replace(/^\{\{\s*|\s*\}\}$/g, '') ?? '…'} }}`;
}

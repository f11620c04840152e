/** What taglint says of a page, in the form in which a browser can confirm or refute it. */
import { relative } from 'node:path';
import type { ConsentState } from '../../src/model/guard.ts';
import type { JudgedActivity, Outcome, Unit } from '../../src/model/unit.ts';
import { run } from '../../src/run/run.ts';

/**
 * One thing that may be seen: `load`: a request, `name` is host and path; `init`, `event`, `identify`: something that the
 * vendor's library sends, `name` is what it is called. Without a name: something of that kind that no other claim names.
 */
export interface Subject {
  readonly vendor: string;
  readonly does: 'load' | 'init' | 'event' | 'identify';
  readonly name: string | undefined;
}

export interface Claim extends Subject {
  readonly outcome: Outcome;
}

/** The claims on every page below a folder, by its path from there, for a visit in a state. */
export async function judgePages(folder: string): Promise<ReadonlyMap<string, Unit>> {
  const units = new Map<string, Unit>();
  const { errors } = await run([folder], {
    cwd: folder,
    strictness: 'audit',
    judged: (unit) => void units.set(relative(folder, unit.source.name) === '' ? '' : unit.source.name, unit),
  });
  for (const { path, message } of errors) throw new Error(`${path}: ${message}`);
  return units;
}

export function keyOf({ vendor, does, name }: Subject): string {
  return `${vendor} ${does} ${name ?? '*'}`;
}

/**
 * The claims of a unit in a state. `noscript`: for a browser that runs no scripts, where only such elements of the markup
 * count as stand in a noscript element.
 */
export function claimsOf(unit: Unit, state: ConsentState, noscript = false): Claim[] {
  const claims = new Map<string, Claim>();
  const counted = unit.activities.filter((one) => one.reached && (one.carrier === 'noscript') === noscript);
  const add = (subject: Subject, outcome: Outcome): void => {
    const key = keyOf(subject);
    const known = claims.get(key)?.outcome;
    claims.set(key, { ...subject, outcome: known === undefined ? outcome : either(known, outcome) });
  };
  for (const activity of counted) {
    const { kind, vendor } = activity;
    const { outcome } = activity.states[state];
    if (kind === 'load' && activity.urlKind !== undefined) {
      add({ vendor: vendor.id, does: 'load', name: pathOf(activity.url) }, outcome);
    } else if (kind === 'init' || kind === 'event' || kind === 'identify') {
      const name = kind === 'identify' ? undefined : nameOf(activity);
      // Nothing is sent by a library that is not there.
      add({ vendor: vendor.id, does: kind, name }, both(outcome, libraryIn(unit, vendor.id, state)));
    }
  }
  return [...claims.values()];
}

/** What the unit says of the fetch of a vendor's library: `runs` where it does not fetch it at all. */
function libraryIn(unit: Unit, vendor: string, state: ConsentState): Outcome {
  // All products of Google's tag come with one script.
  const family = vendor.startsWith('google-') || vendor === 'floodlight' ? /^(?:google-|floodlight$)/ : undefined;
  const loads = unit.activities.filter(
    ({ kind, vendor: { id }, urlKind, reached }) =>
      kind === 'load' && urlKind === 'script' && reached && (family ? family.test(id) : id === vendor),
  );
  if (loads.length === 0) return 'runs';
  return loads.map((load) => load.states[state].outcome).reduce(either);
}

const STRONGEST: readonly Outcome[] = ['runs', 'limited', 'unknown', 'held', 'blocked'];

/** What two ways come to: the stronger. */
function either(a: Outcome, b: Outcome): Outcome {
  return STRONGEST.indexOf(a) < STRONGEST.indexOf(b) ? a : b;
}

/** What comes of an activity that needs a library: it is no surer than the library is. */
function both(activity: Outcome, library: Outcome): Outcome {
  if (activity === 'blocked' || library === 'blocked') return 'blocked';
  if (activity === 'held') return 'held';
  return library === 'unknown' ? 'unknown' : activity;
}

/** Host and path of an address in lower case; undefined where a part of it is not known. */
export function pathOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const [path = ''] = url
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .split(/[?#]/, 1);
  return /\uFFFC|^$/.test(path) ? undefined : path.toLowerCase();
}

function nameOf(activity: JudgedActivity): string | undefined {
  const value = activity.kind === 'init' ? activity.values.id : activity.values.event;
  if (value?.kind !== 'literal' || value.value === undefined || value.value === null) return undefined;
  return String(value.value);
}

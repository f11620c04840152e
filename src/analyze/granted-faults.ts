/** Consent defaults that grant: to everybody, to regions of the regime, or to those whom they leave out. */
import { type ConsentModeFault, regionsOf } from '../model/consent-mode.ts';
import type { JudgedActivity } from '../model/unit.ts';
import { alternativesOf, originsOf, propertyOf, textOf, type Value } from '../model/value.ts';
import { countriesOf, isTracking, settingOf } from './consent-mode.ts';
import { FIRST, isFull, type ModeScene } from './mode-scene.ts';

type Given = 'granted' | 'denied' | 'depends' | 'perhaps';

/** How much of a country's visitors a command is for. */
const REACH = { world: 0, country: 1, part: 2 } as const;
type Reach = (typeof REACH)[keyof typeof REACH];

/** What a command grants: signals, with the countries. */
interface Grant {
  readonly signals: Map<string, string[]>;
  possible: boolean;
  elsewhere: boolean;
  named: boolean;
}

export function grantedFaults(scene: ModeScene): readonly ConsentModeFault[] {
  const signals = new Set(
    scene.runs.flatMap(({ activity }) =>
      scene
        .tables(activity)
        .flatMap((table) => (table.kind === 'object' ? table.properties.map(({ key }) => key) : [])),
    ),
  );
  const found = new Map<JudgedActivity, Grant>();
  const countries = countriesOf(scene.input.profile);
  for (const signal of [...signals].filter(isTracking)) {
    if (isTakenBack(scene, signal)) continue;
    for (const country of countries) {
      const given = givenIn(scene, country, signal);
      if (!given) continue;
      const entry = found.get(given.by) ?? { signals: new Map(), possible: true, elsewhere: true, named: true };
      entry.signals.set(signal, [...(entry.signals.get(signal) ?? []), country]);
      if (given.value !== 'perhaps') entry.possible = false;
      if (given.value !== 'elsewhere') entry.elsewhere = false;
      if (!given.named) entry.named = false;
      found.set(given.by, entry);
    }
  }
  return [...found].map(([command, { signals: open, possible, elsewhere, named }]) => {
    const most = [...open.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
    return {
      kind: 'granted',
      command,
      certainty: possible || command.states[FIRST].outcome === 'unknown' ? 'possible' : command.states[FIRST].certainty,
      signals: [...open.keys()],
      regions: most.length === countries.length ? [] : most,
      elsewhere,
      named,
      tags: scene.asking
        .filter((one) => isFull(one.tag) && one.signals.some((signal) => open.has(signal)))
        .map(({ tag }) => tag)
        .filter((tag) => !tag.vendor.purposes.includes('tag-manager')),
    };
  });
}

interface GivenBy {
  readonly by: JudgedActivity;
  readonly value: Given | 'elsewhere';
  /** The command names the country itself. */
  readonly named: boolean;
}

/** What a visitor from a country starts with, where that is a grant, and the command that it is owed to. */
function givenIn(scene: ModeScene, country: string, signal: string): GivenBy | undefined {
  let best: { by: JudgedActivity; value: Given; reach: Reach } | undefined;
  let elsewhere: JudgedActivity | undefined;
  for (const { activity, truth } of scene.runs) {
    for (const table of scene.tables(activity)) {
      if (table.kind !== 'object') return undefined;
      const value = propertyOf(table, signal);
      const codes = regionsOf(table);
      if (!value) {
        if (table.rest.length > 0) return undefined;
        continue;
      }
      if (codes === null) return undefined;
      const given = truth.yes < 2 ? 'depends' : givenAs(scene, value);
      const reach = reachOf(codes, country);
      // What denies in a part of the country leaves the rest of it as it is.
      if (reach === undefined || (reach === REACH.part && given !== 'granted')) {
        elsewhere ??= activity;
        continue;
      }
      if (best && best.reach > reach) continue;
      // A command under a condition that may not hold leaves what was said before.
      const open = truth.no >= 2 && best && best.reach === reach && best.value !== given;
      const by = open && best && given !== 'granted' ? best.by : activity;
      best = { by, value: open ? 'perhaps' : given, reach };
    }
  }
  if (best) {
    const { by, value, reach } = best;
    return value === 'granted' || value === 'perhaps' ? { by, value, named: reach !== REACH.world } : undefined;
  }
  const misspelt =
    elsewhere && scene.problems(elsewhere).some(({ kind }) => kind === 'region' || kind === 'region-form');
  return elsewhere && !misspelt && !scene.mode.platform
    ? { by: elsewhere, value: 'elsewhere', named: false }
    : undefined;
}

function reachOf(codes: readonly string[] | undefined, country: string): Reach | undefined {
  if (codes === undefined) return REACH.world;
  if (codes.includes(country)) return REACH.country;
  return codes.some((code) => code.startsWith(`${country}-`)) ? REACH.part : undefined;
}

function givenAs(scene: ModeScene, value: Value): Given {
  const setting = settingOf(value, (guard) => scene.input.evaluate(guard, FIRST));
  if (setting !== 'depends') return setting;
  // A stored choice is none on a first visit; a page's own setting may be anything.
  const stored = originsOf(value).some(
    ({ kind, name }) => kind === 'cookie' || kind === 'storage' || /consent|cookie|cmp|gdpr|optin|opt_in/i.test(name),
  );
  const texts = alternativesOf(value).map(textOf);
  if (stored || (value.kind === 'choice' && !texts.includes('granted'))) return 'depends';
  return value.kind === 'literal' ? 'depends' : 'perhaps';
}

/** An update that certainly runs denies what the default granted. */
function isTakenBack(scene: ModeScene, signal: string): boolean {
  return scene.mode.updates.some((update) => {
    const { yes, no } = scene.input.evaluate(update.guard, FIRST);
    return (
      yes === 3 &&
      no === 0 &&
      scene.tables(update).every((table) => {
        const value = propertyOf(table, signal);
        return value !== undefined && givenAs(scene, value) === 'denied';
      })
    );
  });
}

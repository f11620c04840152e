/** Which command is to blame where tags of a consent mode run in full on a first visit. */
import { type ConsentModeFact, type ConsentModeFault, EVERYWHERE, tablesOf } from '../model/consent-mode.ts';
import type { JudgedActivity, Tag } from '../model/unit.ts';
import { textOf } from '../model/value.ts';
import { type ConsentMode, isTracking, type Moment } from './consent-mode.ts';
import { grantedFaults } from './granted-faults.ts';
import { lateFaults } from './late-faults.ts';
import { type FaultInput, FIRST, isFull, ModeScene, type Running } from './mode-scene.ts';

/** What the unit says of a consent mode, for the rules. */
export function consentModeFact(mode: ConsentMode, input: FaultInput): ConsentModeFact {
  const scene = new ModeScene(mode, input);
  const faults = faultsOf(scene);
  return {
    system: mode.system,
    signals: input.signals(mode.system),
    default: scene.runs.length > 0 ? 'set' : mode.platform ? 'platform' : mode.assumed ? 'assumed' : 'none',
    faults,
    uncovered: uncovered(scene, tagsOf(faults)),
    neverUpdated: neverUpdated(scene),
  };
}

/** A tag is owed to one command only: what grants comes first, what is ignored last. */
function faultsOf(scene: ModeScene): readonly ConsentModeFault[] {
  if (scene.input.kind === 'server-container') return [];
  const faults: ConsentModeFault[] = [...grantedFaults(scene)];
  for (const more of [lateFaults, misspeltFaults, ignoredFaults]) faults.push(...more(scene, tagsOf(faults)));
  return faults;
}

function tagsOf(faults: readonly ConsentModeFault[]): ReadonlySet<Tag> {
  return new Set(faults.flatMap(({ tags }) => tags));
}

/** Tags in full use whose signals no default sets, though one sets others. */
function uncovered(scene: ModeScene, blamed: ReadonlySet<Tag>): ConsentModeFact['uncovered'] {
  if (scene.runs.length === 0) return [];
  return scene.asking.flatMap(({ tag, moment, signals }) => {
    if (blamed.has(tag) || !isFull(tag)) return [];
    const open = signals.filter((signal) => scene.mode.signal(signal, FIRST, moment) === 'unset');
    return open.length === 0 ? [] : [{ tag, signals: open }];
  });
}

/** The first default that denies, on a page where nothing can ever take it back. */
function neverUpdated(scene: ModeScene): JudgedActivity | undefined {
  const { whole, activities, cmps } = scene.input;
  if (!whole || scene.mode.platform || cmps.some(({ cmp }) => cmp.updatesGoogle)) return undefined;
  if (activities.some((one) => one.ignored || (one.consent === 'update' && !onlyDenies(one)))) return undefined;
  // A platform may come with the tags of a container, which are not in sight.
  if (activities.some(({ kind, vendor }) => kind === 'load' && vendor.purposes.includes('tag-manager')))
    return undefined;
  const denies = ({ activity, truth }: Running): boolean =>
    truth.yes === 3 &&
    scene
      .tables(activity)
      .some(
        (table) =>
          table.kind === 'object' &&
          table.properties.some(({ key, value }) => isTracking(key) && textOf(value) === 'denied'),
      );
  const found = scene.runs.find(denies)?.activity;
  return found && scene.asking.length > 0 ? found : undefined;
}

/** An update that takes back and never gives. */
function onlyDenies(update: JudgedActivity): boolean {
  const tables = tablesOf(update);
  return (
    tables.length > 0 &&
    tables.every(
      (table) =>
        table.kind === 'object' &&
        table.rest.length === 0 &&
        table.properties.every(({ key, value }) => !isTracking(key) || textOf(value) === 'denied'),
    )
  );
}

/** Defaults whose signal or region is spelt so that the library does not know it. */
function misspeltFaults(scene: ModeScene, blamed: ReadonlySet<Tag>): readonly ConsentModeFault[] {
  const faults: ConsentModeFault[] = [];
  for (const { activity } of scene.runs) {
    const problems = scene.problems(activity).filter(({ kind }) => kind !== 'setting' && kind !== 'value');
    if (problems.length === 0) continue;
    const region = problems.some(({ kind }) => kind !== 'signal');
    const open = (signal: string, moment: Moment): boolean =>
      scene.mode.signal(signal, FIRST, moment) === 'unset' && (region || problems.some(({ key }) => key === signal));
    const tags = scene.asking.filter(
      ({ tag, moment, signals }) => !blamed.has(tag) && isFull(tag) && signals.some((signal) => open(signal, moment)),
    );
    if (tags.length === 0) continue;
    faults.push({
      kind: 'misspelt',
      command: activity,
      certainty: 'certain',
      signals: problems.map(({ key }) => key),
      ...EVERYWHERE,
      tags: tags.map(({ tag }) => tag),
    });
  }
  return faults;
}

/** A default that the library does not obey, where no other one is there. */
function ignoredFaults(scene: ModeScene, blamed: ReadonlySet<Tag>): readonly ConsentModeFault[] {
  const command = scene.input.activities.find(
    (one) =>
      one.ignored !== undefined &&
      one.reached &&
      !one.entity?.paused &&
      one.vendor.consentMode?.system === scene.mode.system &&
      (one.ignored.intended ?? 'default') === 'default' &&
      one.states[FIRST].outcome !== 'blocked',
  );
  if (!command || scene.runs.length > 0 || scene.mode.platform) return [];
  const tags = scene.asking.filter(({ tag }) => !blamed.has(tag) && isFull(tag)).map(({ tag }) => tag);
  const { certainty } = command.states[FIRST];
  return [{ kind: 'ignored', command, certainty, signals: [], ...EVERYWHERE, tags }];
}

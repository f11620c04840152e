/** Consent defaults that come too late: after the tags, or only after the choice. */
import { type ConsentModeFault, EVERYWHERE, regionsOf } from '../model/consent-mode.ts';
import { atomsOf } from '../model/guard.ts';
import type { JudgedActivity, Tag } from '../model/unit.ts';
import { propertyOf } from '../model/value.ts';
import { countriesOf, isBefore, type Moment } from './consent-mode.ts';
import { FIRST, type ModeScene } from './mode-scene.ts';
import type { Truth } from './truth.ts';

const PAGE_VIEW = 2;

/** Defaults that execute after the tags that they should govern, or only after the choice. */
export function lateFaults(scene: ModeScene, blamed: ReadonlySet<Tag>): readonly ConsentModeFault[] {
  const late = new Map<
    JudgedActivity,
    { kind: 'late' | 'race'; signals: Set<string>; tags: Tag[]; certain: boolean }
  >();
  const blame = (command: JudgedActivity, kind: 'late' | 'race', signal: string, tag: Tag, certain: boolean): void => {
    const entry = late.get(command) ?? { kind, signals: new Set(), tags: [], certain: false };
    entry.signals.add(signal);
    if (kind === 'late') entry.kind = kind;
    if (certain) entry.certain = true;
    if (!entry.tags.includes(tag)) entry.tags.push(tag);
    late.set(command, entry);
  };
  if (scene.mode.platform || scene.mode.assumed) return [];
  for (const { tag, moment, signals } of scene.asking) {
    if (blamed.has(tag)) continue;
    for (const signal of signals) {
      const sets = settersOf(scene, signal);
      if (sets.some((one) => isBefore(one.activity, moment) && !isRace(one.activity, moment))) continue;
      for (const { activity, truth, afterChoice } of sets) {
        // A container comes after the loader that brings it.
        if (activity.entity && !tag.entity && tag.vendor.purposes.includes('tag-manager')) continue;
        if (isBefore(activity, moment) && !afterChoice) blame(activity, 'race', signal, tag, false);
        else if (afterChoice || truth.yes >= 2) blame(activity, 'late', signal, tag, isCertain(activity, moment, tag));
      }
    }
  }
  return [...late].map(([command, { kind, signals, tags, certain }]) => ({
    kind,
    command,
    certainty: certain && kind === 'late' ? 'certain' : 'likely',
    signals: [...signals],
    ...EVERYWHERE,
    tags,
  }));
}

/** Defaults that set a signal for the regime's countries, those included that only a choice sets off. */
function settersOf(
  scene: ModeScene,
  signal: string,
): { activity: JudgedActivity; truth: Truth; afterChoice: boolean }[] {
  const countries = countriesOf(scene.input.profile);
  return scene.mode.defaults.flatMap((command) => {
    const activity = scene.input.judged.get(command);
    const truth = scene.input.evaluate(command.guard, FIRST);
    if (!activity) return [];
    const afterChoice =
      truth.yes === 0 &&
      atomsOf(command.guard).some(
        ({ atom }) => atom.kind === 'consent' || atom.kind === 'decided' || atom.kind === 'click',
      );
    if (truth.yes === 0 && !afterChoice) return [];
    const sets = scene.tables(activity).some((table) => {
      const codes = regionsOf(table);
      const reaches = !codes || codes.some((code) => countries.includes(code.split('-', 1)[0] ?? ''));
      return table.kind === 'object' ? reaches && propertyOf(table, signal) !== undefined : !afterChoice;
    });
    return sets ? [{ activity, truth, afterChoice }] : [];
  });
}

/** A container fires two tags of one phase in an order of its own; what Custom HTML pushes may come after either. */
function isRace(command: Moment, tag: Moment): boolean {
  const { stage } = command;
  if (!stage || !tag.stage) return false;
  return stage.markup && stage.phase === 0 && tag.stage.phase <= PAGE_VIEW;
}

function isCertain(command: JudgedActivity, moment: Moment, tag: Tag): boolean {
  // The tags behind a tag manager are not in sight.
  if (tag.vendor.purposes.includes('tag-manager')) return false;
  // Which of two libraries is there first, the network decides.
  if (command.entity && command.location.source.root !== tag.activities[0]?.location.source.root) return false;
  const [mine, its] = [command.stage, moment.stage];
  if (!mine || !its) return true;
  return mine.markup || mine.phase > its.phase || mine.priority < its.priority;
}

/** Whether a vendor's automatic feature is switched off for an account, and switches that do not work. */
import type { AutomaticFeature } from './catalog.ts';
import type { Certainty, ReportStep } from './finding.ts';
import { type Phrase, say } from './phrase.ts';
import type { Activity, StepKind, Unit } from './unit.ts';
import { alternativesOf, propertyOf, textOf, type Value } from './value.ts';

export interface SwitchState {
  readonly off: boolean;
  /** A call that was meant to switch the feature off and that the library ignores, with the reason. */
  readonly ignored: ReportStep | undefined;
  /** That call, and what is wrong with it. */
  readonly call?: Activity;
  readonly fault?: SwitchFault;
}

/** value: of another type; id-type: a number for an id; id: another account's; late: too late to count. */
export type SwitchFault = 'value' | 'id-type' | 'id' | 'late';

/** Whether an activity starts the vendor's library: a call that does, or a tag of a type of the vendor's, which brings it along. */
export function startsLibrary({ kind, tagShape }: Activity): boolean {
  return kind === 'init' || (kind === 'event' && tagShape !== undefined && !tagShape.server);
}

/** @param init the activity that starts the vendor's library for an account */
export function switchOf(
  feature: AutomaticFeature,
  init: Activity,
  unit: Pick<Unit, 'activities' | 'settings'>,
): SwitchState {
  let ignored: ReportStep | undefined;
  let faulty: Pick<SwitchState, 'call' | 'fault'> = {};
  if (feature.option !== undefined) {
    const option = propertyOf(init.values.options, feature.option) ?? propertyOf(init.values.params, feature.option);
    if (option && isOneOf(option, feature.off)) return { off: true, ignored };
  }
  const fact = unit.settings.find(
    (one) =>
      one.vendor === init.vendor &&
      one.feature === feature.kind &&
      one.state === 'off' &&
      (!one.entity || one.entity.name === init.entity?.name),
  );
  if (fact) return { off: true, ignored };
  for (const activity of unit.activities) {
    if (activity.vendor !== init.vendor || activity.setting === undefined) continue;
    if (activity.entity?.paused && activity.entity !== init.entity) continue;
    const whole = feature.endedBy.find(({ setting }) => setting === activity.setting);
    if (!whole && activity.setting !== feature.setting) continue;
    const value = activity.values.value ?? activity.values.params;
    if (!value) continue;
    const note = (fault: SwitchFault, why: Phrase): void => {
      if (!ignored) faulty = { call: activity, fault };
      ignored ??= { message: say`${activity.label} is ignored: ${why}`, location: activity.location };
    };
    if (whole ? !isOneOf(value, whole.values) : !switchesOff(feature, value)) {
      const text = textOf(value) ?? (value.kind === 'literal' ? String(value.value) : undefined);
      if (!whole && feature.off.map(String).includes(String(text)))
        note('value', say`the value must be the text “${String(feature.off[0])}”`);
      continue;
    }
    if (!whole && feature.settingId === 'string') {
      const { id } = activity.values;
      if (id?.kind === 'literal' && typeof id.value === 'number') {
        note('id-type', say`the id is a number, it must be a text`);
        continue;
      }
      if (id && isPrintedBare(id)) {
        note(
          'id-type',
          say`the id is printed without quotes, which makes it a number in the browser; it must be a text`,
        );
        continue;
      }
      const wanted = textOf(init.values.id);
      const given = textOf(id);
      if (given !== undefined && wanted !== undefined && given !== wanted) {
        if (!isStarted(given, init, unit)) note('id', say`nothing starts an account ${given}`);
        continue;
      }
    }
    if (comesLate(activity, init, feature)) {
      note(
        'late',
        feature.beforeInit
          ? say`it stands behind ${init.label}`
          : say`it comes later than ${init.label}, when the first events are sent`,
      );
      continue;
    }
    return { off: true, ignored: undefined };
  }
  return { off: false, ignored, ...faulty };
}

/** `{{ settings.pixel_id }}` in a script, with no quotes around and nothing that puts them there: digits are a number then. */
function isPrintedBare(value: Value): boolean {
  const [origin, ...others] = value.kind === 'unknown' ? value.origins : [];
  if (others.length > 0 || origin?.kind !== 'template' || origin.whole || !origin.location) return false;
  const { source, start, end } = origin.location;
  const before = source.text.slice(Math.max(0, start - 12), start);
  // What makes a text of it: a function, or the server's code before it is printed.
  if (/\bString\s{0,2}\(\s{0,2}$/.test(before) || /json|quote|(?:^|[._])js$/i.test(origin.name)) return false;
  return /[,(=:]\s{0,4}$/.test(before) && /^\s{0,4}[),;]/.test(source.text.slice(end, end + 5));
}

function switchesOff({ on, off, othersOff }: AutomaticFeature, value: Value): boolean {
  if (isOneOf(value, off)) return true;
  return othersOff === true && value.kind === 'literal' && value.value !== undefined && !isOneOf(value, on);
}

function isStarted(id: string, { vendor }: Activity, { activities }: Pick<Unit, 'activities'>): boolean {
  return activities.some((one) => one.vendor === vendor && one.kind === 'init' && textOf(one.values.id) === id);
}

/** What runs in one go with the start of the library is in time, as the library reads its queue later. */
function comesLate(activity: Activity, init: Activity, { beforeInit }: AutomaticFeature): boolean {
  if (activity.order < init.order) return false;
  if (beforeInit) return true;
  if (activity.entity !== init.entity) return (activity.stage?.phase ?? 0) > (init.stage?.phase ?? 0);
  const waitedFor = new Set(init.steps.map(({ kind }) => kind));
  return activity.steps.some(({ kind }) => kind !== undefined && WAITS.has(kind) && !waitedFor.has(kind));
}

const WAITS: ReadonlySet<StepKind> = new Set([
  'delay',
  'load',
  'interaction',
  'visibility',
  'click',
  'dismissal',
  'refusal',
  'accept',
  'site-event',
  'cmp-ready',
  'decision',
  'granted',
]);

/** Whether an automatic feature collects, as far as the unit tells; undefined where it does not. */
export function collects(
  feature: AutomaticFeature,
  init: Activity,
  unit: Pick<Unit, 'activities' | 'settings'>,
): Certainty | undefined {
  const fact = unit.settings.find(
    ({ vendor, feature: kind, state }) => vendor === init.vendor && kind === feature.kind && state !== 'followed',
  );
  if (fact && fact.state !== 'off') return 'certain';
  if (switchOf(feature, init, unit).off) return undefined;
  const needed = init.vendor.automatic.find(
    (one) => feature.stoppedBy !== undefined && one !== feature && one.setting === feature.stoppedBy,
  );
  if (needed && switchOf(needed, init, unit).off) return undefined;
  if (feature.byDefault === 'on' || isSwitchedOn(feature, init, unit)) return 'certain';
  if (feature.byDefault === 'off') return undefined;
  return feature.usuallyOn ? 'likely' : 'possible';
}

function isSwitchedOn(feature: AutomaticFeature, { vendor }: Activity, unit: Pick<Unit, 'activities'>): boolean {
  return unit.activities.some(
    (activity) =>
      activity.vendor === vendor &&
      activity.setting !== undefined &&
      activity.setting === feature.setting &&
      activity.values.value !== undefined &&
      isOneOf(activity.values.value, feature.on),
  );
}

/** A literal among the wanted ones, by value and type. */
export function isOneOf(value: Value, wanted: readonly (string | number | boolean)[]): boolean {
  return alternativesOf(value).every(
    (one) => one.kind === 'literal' && one.value !== null && one.value !== undefined && wanted.includes(one.value),
  );
}

/** Why a tag does in a consent state what it does: the conditions, signals and switches that decide. */
import type { CellReason } from '../model/cell-reason.ts';
import type { ConsentState } from '../model/guard.ts';
import type { Activity, JudgedActivity, Verdict } from '../model/unit.ts';
import type { Moment, SignalSetting } from './consent-mode.ts';
import { type EvaluationContext, limitsOf, type Reason, reasonsFor } from './evaluate.ts';

const MAX_REASONS = 6;

export interface BecauseInput {
  readonly settingOf: (system: string, signal: string, state: ConsentState, moment: Moment) => SignalSetting;
  readonly contextOf: (activity: Activity) => EvaluationContext;
  /** When the library asks its consent mode. */
  readonly momentOf: (activity: Activity) => Moment;
  /** The command by which the vendor's own switch holds an activity. */
  readonly heldBy: (activity: Activity, state: ConsentState) => Activity | undefined;
}

/** The reasons for the verdict on a tag in a state; empty where it runs and nothing has been in front of it. */
export function because(
  activities: readonly JudgedActivity[],
  state: ConsentState,
  { outcome, certainty }: Verdict,
  input: BecauseInput,
): readonly CellReason[] {
  const decisive = activities.find(
    (one) => one.states[state].outcome === outcome && one.states[state].certainty === certainty,
  );
  if (!decisive) return [];
  if (decisive.entity?.paused) return [{ kind: 'paused' }];
  const found = reasonsIn(decisive, state, outcome, input);
  return distinct(found).slice(0, MAX_REASONS);
}

function reasonsIn(
  activity: JudgedActivity,
  state: ConsentState,
  outcome: Verdict['outcome'],
  input: BecauseInput,
): CellReason[] {
  const context = input.contextOf(activity);
  const told = (reason: Reason, holds: boolean | undefined): CellReason[] =>
    conditions(reason, holds, activity, state, input);
  const limits = limitsOf(activity.guard, state, context);
  switch (outcome) {
    case 'blocked': {
      const found = limits.found.flatMap((reason) => told(reason, reason.negated));
      return found.length > 0 ? found : [{ kind: 'unreachable' }];
    }
    case 'unknown':
      // What is in front of it may be clear, and only its consent mode is not.
      return limits.level <= 1
        ? limits.found.flatMap((reason) => told(reason, undefined))
        : signals(activity, state, input, (setting) => setting === 'unset' || setting === 'open');
    case 'held': {
      const command = input.heldBy(activity, state);
      return command ? [{ kind: 'switch', command }] : [];
    }
    case 'limited':
      return signals(activity, state, input, (setting) => setting === 'denied');
    case 'runs':
      return [
        ...reasonsFor(activity.guard, state, context).flatMap((reason) => told(reason, !reason.negated)),
        ...signals(activity, state, input, () => true),
      ];
  }
}

/** A condition as a reason; one on a signal is told with the command that sets it. */
function conditions(
  { atom, location }: Reason,
  holds: boolean | undefined,
  activity: Activity,
  state: ConsentState,
  input: BecauseInput,
): CellReason[] {
  if (atom.kind === 'signal') return [signalReason(atom.system, atom.signal, state, activity, input)];
  return [location ? { kind: 'condition', atom, holds, location } : { kind: 'condition', atom, holds }];
}

function signals(
  activity: JudgedActivity,
  state: ConsentState,
  input: BecauseInput,
  counts: (setting: string) => boolean,
): CellReason[] {
  const mode = activity.vendor.consentMode;
  if (!mode || activity.kind === 'configure') return [];
  return mode.signals
    .map((signal) => signalReason(mode.system, signal, state, input.momentOf(activity), input))
    .filter((reason) => reason.kind === 'signal' && counts(reason.setting));
}

function signalReason(
  system: string,
  signal: string,
  state: ConsentState,
  moment: Moment,
  { settingOf }: BecauseInput,
): CellReason {
  const { value, by } = settingOf(system, signal, state, moment);
  return by ? { kind: 'signal', signal, setting: value, command: by } : { kind: 'signal', signal, setting: value };
}

function distinct(reasons: readonly CellReason[]): CellReason[] {
  const found = new Map<string, CellReason>();
  for (const reason of reasons) {
    const key =
      reason.kind === 'condition'
        ? JSON.stringify(reason.atom)
        : `${reason.kind} ${reason.kind === 'signal' ? reason.signal : ''}`;
    if (!found.has(key)) found.set(key, reason);
  }
  return [...found.values()];
}

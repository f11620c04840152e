/** The consent matrix: what each tag does in each consent state, taken from units that are judged already. */
import { faultOf } from '../../model/consent-mode.ts';
import { trailOf } from '../../model/evidence.ts';
import type { ReportStep, TrailStep } from '../../model/finding.ts';
import { asksOf } from '../../model/gate-wording.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import { anyOf, eachOf, inEnglish, say, term, type Wording } from '../../model/phrase.ts';
import { type Activity, needsConsent, type Tag, type Unit, type Verdict } from '../../model/unit.ts';
import { resolveLocation } from '../../text/location.ts';
import { cellSteps } from './reasons.ts';

/** A row. Texts are as the input has them: whoever prints them masks and escapes. */
export interface MatrixTag {
  /** The tag's name in a container, else its vendor's. */
  readonly name: string;
  readonly vendor: string;
  /** Where it begins, which may be another file than the unit's: a script that the page includes. 1-based. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly states: Readonly<Record<ConsentState, Verdict>>;
  /** Its vendor's purposes need a choice. */
  readonly needsConsent: boolean;
  readonly paused: boolean;
  /** What decides: what stands in front of it, then how execution gets there. */
  readonly why: readonly TrailStep[];
  /** What decides each cell; none is empty. */
  readonly reasons: Readonly<Record<ConsentState, readonly TrailStep[]>>;
}

/** The tags of one page, script or container, in order of execution. */
export interface MatrixUnit<Row extends MatrixTag = MatrixTag> {
  readonly file: string;
  /** A server has no first visit: its states are those of the event that comes in. */
  readonly server: boolean;
  /** The pages of the run that load a container; those that put the same in front of it are one entry. */
  readonly pages: readonly { readonly path: string; readonly others: number }[];
  readonly tags: readonly Row[];
  /** Tags of a container that have no row: they only set consent, never fire, or do nothing that the catalogue knows. */
  readonly unlisted: number;
}

/** A row with what it is made of: a tag, or an image or frame of the markup that is part of none. */
export interface MatrixRow {
  readonly row: MatrixTag;
  readonly tag?: Tag;
}

export function matrixUnit(unit: Unit): MatrixUnit {
  return matrixUnitOf(unit, ({ row }) => row, inEnglish);
}

/** The same, with rows that say more. */
export function matrixUnitOf<Row extends MatrixTag>(
  unit: Unit,
  rowOf: (row: MatrixRow) => Row,
  wording: Wording,
): MatrixUnit<Row> {
  const listed = new Set(unit.tags.flatMap(({ entity }) => entity ?? []));
  return {
    file: unit.source.root.name,
    server: unit.kind === 'server-container',
    pages: unit.embedding ? [{ path: unit.embedding.path, others: unit.embedding.others }] : [],
    tags: [
      ...unit.tags.flatMap((tag) => {
        const row = matrixTag(unit, tag, wording);
        return row ? [rowOf({ row, tag })] : [];
      }),
      ...imageRows(unit, wording).map((row) => rowOf({ row })),
    ],
    unlisted: unit.entities.filter((entity) => entity.kind === 'tag' && !listed.has(entity)).length,
  };
}

/** Blocked in every state. */
export function isDead({ states }: Pick<MatrixTag, 'states'>): boolean {
  return CONSENT_STATES.every((state) => states[state].outcome === 'blocked');
}

function matrixTag(unit: Unit, tag: Tag, wording: Wording): MatrixTag | undefined {
  const [first] = tag.activities;
  if (!first) return undefined;
  const { name, vendor, entity } = tag;
  const paused = entity?.paused ?? false;
  const place = resolveLocation(entity?.location ?? first.location);
  return {
    name,
    vendor: vendor.name,
    file: place.file,
    line: place.line,
    column: place.column,
    // A paused tag is judged as if it ran, for what rules say of its content.
    states: paused ? NOWHERE : tag.states,
    needsConsent: needsConsent(vendor),
    paused,
    why: whyOf(unit, tag).map((step) => placed(step, place, wording)),
    reasons: reasonsOf((state) =>
      cellSteps(tag.because(state), state, tag.states[state]).map((step) => placed(step, place, wording)),
    ),
  };
}

function reasonsOf(of: (state: ConsentState) => readonly TrailStep[]): MatrixTag['reasons'] {
  return Object.fromEntries(CONSENT_STATES.map((state) => [state, of(state)])) as MatrixTag['reasons'];
}

const BLOCKED: Verdict = { outcome: 'blocked', certainty: 'certain' };
const NOWHERE: MatrixTag['states'] = {
  'first-visit': BLOCKED,
  refused: BLOCKED,
  preferences: BLOCKED,
  statistics: BLOCKED,
  marketing: BLOCKED,
  all: BLOCKED,
};

/** Images and frames of the markup are part of no tag: whatever holds the tag's script does not hold them. */
function imageRows(unit: Unit, wording: Wording): MatrixTag[] {
  if (unit.kind !== 'page') return [];
  const inTags = new Set(unit.tags.flatMap(({ activities }) => activities));
  const alone = unit.activities.filter(
    (one) => one.kind === 'load' && one.carrier !== 'script' && one.reached && !inTags.has(one),
  );
  return alone.map((activity) => {
    const { vendor, carrier, label, states, location } = activity;
    const { file, line, column } = resolveLocation(location);
    const message = carrier === 'noscript' ? say`${label} for browsers without scripts` : say`${label} in the markup`;
    const steps = [{ message, location }, ...trailOf(activity)];
    const needs = needsConsent(vendor);
    const place = { file, line, column };
    const why = steps.map((step) => placed(step, place, wording));
    return {
      name: vendor.name,
      vendor: vendor.name,
      file,
      line,
      column,
      states,
      needsConsent: needs,
      paused: false,
      why,
      reasons: reasonsOf((state) => cellSteps([], state, states[state]).map((step) => placed(step, place, wording))),
    };
  });
}

function placed({ message, location }: ReportStep, otherwise: Omit<TrailStep, 'message'>, wording: Wording): TrailStep {
  const { file, line, column } = location ? resolveLocation(location) : otherwise;
  return { message: wording(message), file, line, column };
}

function whyOf(unit: Unit, tag: Tag): ReportStep[] {
  const [first] = tag.activities;
  const decisive = tag.gate.kind === 'gated' ? first : tag.gate.first;
  if (!decisive) return [];
  if (tag.entity?.paused) return [{ message: say`the tag is paused` }];
  return [...faultSteps(unit, tag), ...gateSteps(tag), ...trailOf(decisive), ...stateSteps(unit, tag, decisive)];
}

/** What is wrong with the command that sets the tag's consent mode (the end of "the consent command …"). */
const FAULTS = {
  granted: say`the consent command grants on a first visit`,
  late: say`the consent command comes after the tag`,
  race: say`the consent command may come after the tag`,
  ignored: say`the consent command is not obeyed by the library`,
  misspelt: say`the consent command misspells what the tag asks for`,
} as const;

function faultSteps(unit: Unit, tag: Tag): ReportStep[] {
  const fault = faultOf(unit, tag);
  return fault ? [{ message: FAULTS[fault.kind], location: fault.command.location }] : [];
}

function gateSteps({ gate, states, vendor, activities, because }: Tag): ReportStep[] {
  switch (gate.kind) {
    case 'none': {
      const asked = because('first-visit').flatMap((reason) => (reason.kind === 'signal' ? [reason.signal] : []));
      const checks = [...new Set(asked)];
      const message =
        checks.length === 0
          ? say`nothing in front of it asks for a choice`
          : say`its check of ${eachOf(checks)} is all that asks for a choice`;
      return [{ message, location: gate.first.location }];
    }
    case 'ineffective':
      return gate.tests.map((test) => ({
        message: say`what stands in front of it ${asksOf(test)}`,
        location: test.location ?? gate.first.location,
      }));
    case 'wrong-category':
      return [
        {
          message: say`“${gate.word}” (${term(gate.category)}) opens it; ${vendor.name} needs ${anyOf(gate.covering.map(term))}`,
          location: gate.location ?? gate.first.location,
        },
      ];
    case 'late-blocker':
      return [{ message: say`${gate.cmp.name} comes too late to hold it back`, location: gate.first.location }];
    case 'gated': {
      const [first] = activities;
      if (!first) return [];
      const message = isDead({ states })
        ? say`it runs in no state`
        : states['first-visit'].outcome === 'unknown'
          ? say`what it waits for is not known here`
          : states['first-visit'].outcome === 'limited'
            ? say`its consent mode is denied until somebody chooses`
            : say`it waits for a choice`;
      return [{ message, location: first.location }];
    }
  }
}

/** What conditions do not say: who holds or limits the tag in some state, and why something is not known. */
function stateSteps(unit: Unit, { states, vendor }: Tag, decisive: Activity): ReportStep[] {
  const outcomes = new Set(CONSENT_STATES.map((state) => states[state].outcome));
  const system = vendor.consentMode?.system;
  const steps: ReportStep[] = [];
  if (outcomes.has('held')) {
    const revoke = unit.activities.find((one) => one.vendor.id === vendor.id && one.consent === 'revoke');
    if (revoke) steps.push({ message: say`${revoke.label} holds what it would send`, location: revoke.location });
  }
  if (outcomes.has('limited')) {
    const command = unit.activities.find(
      (one) => one.consent === 'default' && one.vendor.consentMode?.system === system && one.order < decisive.order,
    );
    if (command) steps.push({ message: say`${command.label} denies storage by default`, location: command.location });
  }
  const mode = unit.consentModes.find((one) => one.system === system);
  if (outcomes.has('unknown') && mode?.default === 'none')
    steps.push({ message: say`no consent default is set here; one may be on the page (consent.defaults-on-page)` });
  return steps;
}

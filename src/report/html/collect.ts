/** What a report keeps of a judged unit: the unit itself holds the whole file. */
import { BUILT_IN_TRIGGERS } from '../../extract/gtm/events.ts';
import type { Entity, Reference } from '../../model/entity.ts';
import type { Wording } from '../../model/phrase.ts';
import type { JudgedActivity, StepKind, Tag, Unit } from '../../model/unit.ts';
import { matrixUnitOf } from '../matrix/rows.ts';
import type { ReportTag, ReportTrigger, ReportUnit, VisitPhase } from './data.ts';

/** @returns undefined for a unit in which no tag stands */
export function reportUnit(unit: Unit, wording: Wording): ReportUnit | undefined {
  const { tags, ...matrix } = matrixUnitOf(
    unit,
    ({ row, tag }): ReportTag => ({ ...row, ...contextOf(unit, tag) }),
    wording,
  );
  if (tags.length === 0) return undefined;
  return {
    ...matrix,
    kind: unit.kind,
    ...(unit.publicId !== undefined && { publicId: unit.publicId }),
    cmps: unit.cmps.filter(({ loaded }) => loaded).map(({ cmp }) => cmp.name),
    tags,
  };
}

type Context = Pick<ReportTag, 'gate' | 'triggers' | 'callers' | 'exceptions' | 'phase'>;

function contextOf(unit: Unit, tag: Tag | undefined): Context {
  const [first] = tag?.activities ?? [];
  if (!tag || !first) return { gate: 'none', triggers: [], callers: [], exceptions: [], phase: 'page-view' };
  const { entity } = tag;
  return {
    gate: tag.gate.kind,
    triggers: entity ? triggersOf(entity, 'firing') : [],
    callers: entity ? callersOf(unit, entity) : [],
    exceptions: entity ? triggersOf(entity, 'exception').map(({ name }) => name) : [],
    phase: phaseOf(first),
  };
}

function triggersOf({ uses }: Entity, role: Reference['role']): ReportTrigger[] {
  return uses
    .filter((use) => use.role === role && use.kind === 'trigger' && use.state === 'there')
    .map(({ name, target }) => {
      const { name: title = name, type = '' } = target ?? BUILT_IN_TRIGGERS[name] ?? {};
      return { name: title, type };
    });
}

function callersOf({ routes }: Unit, entity: Entity): string[] {
  const callers = routes.flatMap((route) => (route.entity === entity && route.caller ? [route.caller.name] : []));
  return [...new Set(callers)];
}

const CONTAINER_PHASES: readonly VisitPhase[] = [
  'consent-initialization',
  'initialization',
  'page-view',
  'dom-ready',
  'window-loaded',
];

/** What a step of a page's script waits for, as a phase of the visit; steps that wait for a choice say nothing of when. */
const STEP_PHASES: Partial<Readonly<Record<StepKind, VisitPhase>>> = {
  load: 'dom-ready',
  delay: 'delay',
  interaction: 'visitor',
  visibility: 'visitor',
  click: 'visitor',
  dismissal: 'visitor',
  'site-event': 'visitor',
};

function phaseOf({ stage, steps }: JudgedActivity): VisitPhase {
  if (stage) return CONTAINER_PHASES[stage.phase] ?? 'visitor';
  const waits = steps.flatMap(({ kind }) => (kind && STEP_PHASES[kind]) ?? []);
  return waits.includes('visitor') ? 'visitor' : (waits.at(-1) ?? 'page-view');
}

/** The consent matrix: what each tag does in each consent state, taken from units that are judged already. */
import { faultOf } from '../../model/consent-mode.ts';
import { trailOf } from '../../model/evidence.ts';
import type { ReportStep, TrailStep } from '../../model/finding.ts';
import { asksOf } from '../../model/gate-wording.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import { needsConsent, type Tag, type Unit, type Verdict } from '../../model/unit.ts';
import { resolveLocation } from '../../text/location.ts';

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
}

/** The tags of one page, script or container, in order of execution; never empty. */
export interface MatrixUnit {
  readonly file: string;
  readonly tags: readonly MatrixTag[];
}

export function matrixUnit(unit: Unit): MatrixUnit {
  return { file: unit.source.root.name, tags: unit.tags.flatMap((tag) => matrixTag(unit, tag) ?? []) };
}

/** Blocked in every state. */
export function isDead({ states }: Pick<MatrixTag, 'states'>): boolean {
  return CONSENT_STATES.every((state) => states[state].outcome === 'blocked');
}

function matrixTag(unit: Unit, tag: Tag): MatrixTag | undefined {
  const [first] = tag.activities;
  if (!first) return undefined;
  const { name, vendor, entity, states } = tag;
  const place = resolveLocation(entity?.location ?? first.location);
  return {
    name,
    vendor: vendor.name,
    file: place.file,
    line: place.line,
    column: place.column,
    states,
    needsConsent: needsConsent(vendor),
    paused: entity?.paused ?? false,
    why: whyOf(unit, tag).map(({ message, location }) => {
      const { file, line, column } = location ? resolveLocation(location) : place;
      return { message, file, line, column };
    }),
  };
}

function whyOf(unit: Unit, tag: Tag): ReportStep[] {
  const [first] = tag.activities;
  const decisive = tag.gate.kind === 'gated' ? first : tag.gate.first;
  if (!decisive) return [];
  if (tag.entity?.paused) return [{ message: 'the tag is paused' }];
  return [...faultSteps(unit, tag), ...gateSteps(tag), ...trailOf(decisive)];
}

/** What is wrong with the command that sets the tag's consent mode (the end of "the consent command …"). */
const FAULTS = {
  granted: 'grants on a first visit',
  late: 'comes after the tag',
  race: 'may come after the tag',
  ignored: 'is not obeyed by the library',
  misspelt: 'misspells what the tag asks for',
} as const;

function faultSteps(unit: Unit, tag: Tag): ReportStep[] {
  const fault = faultOf(unit, tag);
  return fault ? [{ message: `the consent command ${FAULTS[fault.kind]}`, location: fault.command.location }] : [];
}

function gateSteps({ gate, states, vendor, activities }: Tag): ReportStep[] {
  switch (gate.kind) {
    case 'none':
      return [{ message: 'nothing in front of it asks for a choice', location: gate.first.location }];
    case 'ineffective':
      return gate.tests.map((test) => ({
        message: `what stands in front of it ${asksOf(test)}`,
        location: test.location ?? gate.first.location,
      }));
    case 'wrong-category':
      return [
        {
          message: `“${gate.word}” (${gate.category}) opens it; ${vendor.name} needs ${gate.covering.join(' or ')}`,
          location: gate.location ?? gate.first.location,
        },
      ];
    case 'late-blocker':
      return [{ message: `${gate.cmp.name} comes too late to hold it back`, location: gate.first.location }];
    case 'gated': {
      const [first] = activities;
      if (!first) return [];
      const message = isDead({ states })
        ? 'it runs in no state'
        : states['first-visit'].outcome === 'unknown'
          ? 'what it waits for is not known here'
          : states['first-visit'].outcome === 'limited'
            ? 'its consent mode is denied until somebody chooses'
            : 'it waits for a choice';
      return [{ message, location: first.location }];
    }
  }
}

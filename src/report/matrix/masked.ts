import type { TrailStep } from '../../model/finding.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import { maskPersonalData } from '../mask.ts';
import type { MatrixTag, MatrixUnit } from './rows.ts';

/** A table in which no text that comes from the input shows personal data or a secret. */
export function maskUnit(unit: MatrixUnit): MatrixUnit {
  return { ...unit, tags: unit.tags.map(maskTag) };
}

function maskTag(tag: MatrixTag): MatrixTag {
  const steps = (list: readonly TrailStep[]): TrailStep[] =>
    list.map((step) => ({ ...step, message: maskPersonalData(step.message) }));
  const reasons = { ...tag.reasons };
  for (const state of CONSENT_STATES) reasons[state] = steps(tag.reasons[state]);
  return { ...tag, name: maskPersonalData(tag.name), why: steps(tag.why), reasons };
}

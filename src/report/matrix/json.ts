import type { TrailStep } from '../../model/finding.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import { escapedJson } from '../json.ts';
import { maskUnit } from './masked.ts';
import { isDead, type MatrixTag, type MatrixUnit } from './rows.ts';

export interface MatrixJsonOptions {
  /** With what decides, for every tag and every cell. */
  readonly explain: boolean;
  readonly showValues: boolean;
}

/** The matrix as JSON, `schemas/matrix.schema.json`; keys always in the same order. Ends with a line end. */
export function matrixJson(units: readonly MatrixUnit[], { explain, showValues }: MatrixJsonOptions): string {
  const shown = showValues ? units : units.map(maskUnit);
  const stepJson = ({ message, file, line, column }: TrailStep): TrailStep => ({ message, file, line, column });
  const tagJson = (tag: MatrixTag): Record<string, unknown> => ({
    name: tag.name,
    vendor: tag.vendor,
    file: tag.file,
    line: tag.line,
    column: tag.column,
    states: Object.fromEntries(CONSENT_STATES.map((state) => [state, tag.states[state].outcome])),
    certainty: Object.fromEntries(CONSENT_STATES.map((state) => [state, tag.states[state].certainty])),
    dead: isDead(tag),
    ...(explain && {
      why: tag.why.map(stepJson),
      reasons: Object.fromEntries(CONSENT_STATES.map((state) => [state, tag.reasons[state].map(stepJson)])),
    }),
  });
  return escapedJson({
    units: shown.map(({ file, pages, tags }) => ({
      file,
      ...(pages.length > 0 && { pages: pages.map(({ path }) => path) }),
      tags: tags.map(tagJson),
    })),
  });
}

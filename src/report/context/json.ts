import type { TrailStep } from '../../model/finding.ts';
import { escapedJson } from '../json.ts';
import { maskPersonalData } from '../mask.ts';
import type { ExplainedContext } from './explained.ts';

/** The contexts as JSON, `schemas/context.schema.json`; keys always in the same order. Ends with a line end. */
export function contextJson(contexts: readonly ExplainedContext[], showValues: boolean): string {
  const mask = showValues ? (text: string): string => text : maskPersonalData;
  const step = ({ message, file, line, column }: TrailStep): Record<string, unknown> => ({
    message: mask(message),
    file,
    line,
    column,
  });
  return escapedJson({
    units: contexts.map(({ evidence, pages, reason, ...about }) => ({
      file: about.file,
      kind: about.kind,
      sector: about.sector,
      ...(about.inferredSector && { inferredSector: about.inferredSector }),
      regime: about.regime,
      level: about.level,
      ...(reason !== '' && { reason: mask(reason) }),
      enough: about.enough,
      evidence: evidence.map((one) => ({ ...step(one), points: one.points })),
      pages: pages.map(({ tag, file, where, certainty, evidence: steps }) => ({
        ...(tag !== undefined && { tag: mask(tag) }),
        ...(file !== undefined && { file }),
        where: mask(where),
        certainty,
        evidence: steps.map(step),
      })),
      strengthens: about.strengthens,
    })),
  });
}

import type { TrailStep } from '../../model/finding.ts';
import { escapedJson, findingJson } from '../json.ts';
import { maskPersonalData } from '../mask.ts';
import { maskFinding } from '../masked-result.ts';
import type { ExplainedFinding, Explanation } from './explanation.ts';
import type { Subject } from './subject.ts';

/** The explanation as JSON, `schemas/explanation.schema.json`; keys always in the same order. Ends with a line end. */
export function explanationJson(
  { file, place, findings, subjects, nearest }: Explanation,
  showValues: boolean,
): string {
  const mask = showValues ? (text: string): string => text : maskPersonalData;
  const masked = showValues
    ? findingJson
    : (finding: Explanation['nearest'][number]) => findingJson(maskFinding(finding));
  const step = ({ message, ...at }: TrailStep): Record<string, unknown> => ({
    message: mask(message),
    file: at.file,
    line: at.line,
    column: at.column,
  });
  const subjectJson = (subject: Subject): Record<string, unknown> => ({
    label: mask(subject.label),
    vendor: subject.vendor,
    entity: subject.entity === undefined ? undefined : mask(subject.entity),
    file: subject.file,
    line: subject.line,
    column: subject.column,
    reached: subject.unreached !== true,
    states: subject.cells.map(({ states, outcome, certainty, reasons }) => ({
      states,
      outcome,
      certainty,
      reasons: reasons.map(step),
    })),
    values: subject.values.map(({ name, value, from, origins }) => ({
      name: mask(name),
      value: value === undefined ? undefined : mask(value),
      from: from === '' ? undefined : mask(from),
      origins: origins.map((origin) => ({ ...origin, name: mask(origin.name) })),
    })),
  });
  const explained = ({ finding, subject, law }: ExplainedFinding): Record<string, unknown> => ({
    finding: masked(finding),
    subject: subject && subjectJson(subject),
    law: law.map(({ id, title, kind, year, summary, source, confidence }) => ({
      id,
      title,
      kind,
      year,
      summary,
      source,
      confidence,
    })),
  });
  return escapedJson({
    file,
    line: place.line,
    column: place.column,
    within: place.within,
    findings: findings.map(explained),
    subjects: subjects.map(subjectJson),
    nearest: nearest.map(masked),
  });
}

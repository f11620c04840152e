/** What no rule reports: texts that could not be read, and errors of taglint itself. */
import type { Severity } from '../model/finding.ts';
import { say } from '../model/phrase.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { Reported } from './findings.ts';

/** What stands at a place does not parse. */
export function parseError(message: string, { source, start }: Location, severity: Severity): Reported {
  return {
    rule: 'parse-error',
    unit: source,
    report: {
      message: say`Not read: ${message.replace(/[\s.:;]+$/, '')}.`,
      why: say`What stands here was not looked at.`,
      location: locationOf(source, { start, end: Math.min(source.text.length, start + 1) }),
      severity,
      certainty: 'certain',
      subject: 'parse-error',
      trail: [],
      law: [],
    },
  };
}

/** A rule or a stage threw an error; the run goes on without it. */
export function internalError(source: Source, where: string, error: unknown): Reported {
  return {
    rule: 'internal-error',
    unit: source,
    report: {
      message: say`taglint failed in ${where}: ${error instanceof Error ? error.message : String(error)}`,
      why: say`The rest of the run went on; this is a fault of taglint, not of the input.`,
      remedy: say`Please report it with the input, if you may share it.`,
      location: locationOf(source, { start: 0, end: 0 }),
      severity: 'error',
      certainty: 'certain',
      subject: where,
      trail: [],
      law: [],
    },
  };
}

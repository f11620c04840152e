import { argumentsOf, before, parenthesised, pushingArguments, replaced } from '../../src/model/code-repairs.ts';
import { trailOf } from '../../src/model/evidence.ts';
import type { Certainty, Location, RepairEdit, Report, ReportStep } from '../../src/model/finding.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { IgnoredCommand, JudgedActivity, Unit } from '../../src/model/unit.ts';
import { surestVerdict } from '../../src/model/verdict.ts';

export const rule: Rule = {
  meta: {
    id: 'consent-mode/ignored-command',
    title: 'A consent command that the library silently ignores',
    severity: 'error',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-25', 'GDPR-32'],
    repair: 'safe',
  },
  check(unit, context) {
    for (const command of unit.activities) {
      const { ignored, vendor, entity } = command;
      if (!ignored || !command.reached || entity?.paused) continue;
      const certainty = certaintyOf(command, unit);
      if (certainty === undefined) continue;
      context.report({
        message: messageOf(vendor.name, command.label, ignored),
        why:
          ignored.intended === 'update' || ignored.intended === 'grant'
            ? say`The choice never reaches the tags.`
            : say`Nothing reports the mistake; the tags run as if the command were not there.`,
        remedy: remedyOf(ignored, command.label),
        location: command.location,
        severity: 'error',
        certainty,
        vendor: vendor.name,
        ...(entity ? { entity: entity.name } : {}),
        ...repairOf(command, ignored),
        subject: `${vendor.id} ${ignored.reason} ${ignored.intended ?? ''}`,
        trail: [...trailOf(command), ...atFault(ignored)],
        cause: {
          id: `ignored-command-${vendor.id}-${ignored.reason}`,
          title: say`${vendor.name} ignores the consent commands`,
          remedy: remedyOf(ignored, command.label),
        },
        law: rule.meta.law,
      });
    }
  },
};

/** The command in the form that the library takes. */
function repairOf({ syntax }: JudgedActivity, ignored: IgnoredCommand): Pick<Report, 'fix'> {
  const { reason, wrapper, working, location } = ignored;
  if (reason === 'overwritten') return location ? keepingList(location) : {};
  if (reason !== 'list' && reason !== 'arguments' && reason !== 'object') return {};
  if (wrapper) return fixOf(say`Push the arguments object.`, pushingArguments(wrapper));
  const args = syntax && reason !== 'object' ? argumentsOf(syntax) : undefined;
  if (!syntax || args === undefined) return {};
  const push = syntax.call.source.text.slice(syntax.call.start, syntax.args[0]?.start ?? syntax.call.end).trimEnd();
  const code = working ? `${working}(${args})` : parenthesised(syntax, `(function () { ${push}arguments); })(${args})`);
  return fixOf(say`Push the arguments object.`, [replaced(syntax.call, code)]);
}

/** `dataLayer = []`: what is in the list stays. The place is that of the name, or of the whole assignment. */
function keepingList({ source, start }: Location): Pick<Report, 'fix'> {
  const [, target = '', owner = '', name = ''] =
    /^(((?:window|self|globalThis)\.)?([A-Za-z_$][\w$]*)\s*=\s*)\[\s*\](?=\s*(?:[;,)\n]|$))/.exec(
      source.text.slice(start, start + 200),
    ) ?? [];
  if (name === '') return {};
  const at = start + target.length;
  const kept = `${owner === '' ? 'window.' : owner}${name} || `;
  return fixOf(say`Keep the list that is there.`, [before({ source, start: at, end: at }, kept)]);
}

function fixOf(message: Phrase, edits: readonly RepairEdit[]): Pick<Report, 'fix'> {
  return edits.length > 0 ? { fix: { message, edits } } : {};
}

function messageOf(vendor: string, label: string, { reason, hint }: IgnoredCommand): Phrase {
  return hint === undefined
    ? say`${vendor} ignores ${label}: ${REASONS[reason]}.`
    : say`${vendor} ignores ${label}: ${REASONS[reason]} (${hint}).`;
}

const REASONS: Readonly<Record<IgnoredCommand['reason'], Phrase>> = {
  list: say`a list is pushed, where the library takes the arguments object of a function for a command`,
  object: say`an object is pushed, where the library takes the arguments object of a function for a command`,
  arguments: say`the parts are pushed one by one, where the library takes the arguments object of a function for a command`,
  overwritten: say`the list that it was pushed to is replaced before the library reads it`,
  queue: say`it goes to a list that the library does not read`,
  word: say`it knows no such command`,
};

function remedyOf({ reason, hint }: IgnoredCommand, label: string): Phrase {
  switch (reason) {
    case 'overwritten':
      return say`Write “window.dataLayer = window.dataLayer || []” wherever the list is set up.`;
    case 'queue':
      return say`Push the command to the list that the loader names, or load it without another name.`;
    case 'word':
      return hint === undefined ? say`Correct ${label}.` : say`Use a command that works: ${hint}.`;
    default:
      return say`Define “function gtag() { dataLayer.push(arguments); }” and call it: an arrow function or “…args” will not do.`;
  }
}

/** The wrapper, assignment or loader that makes the library ignore the command. */
function atFault({ reason, location }: IgnoredCommand): ReportStep[] {
  if (!location) return [];
  const message =
    reason === 'overwritten'
      ? say`the list is replaced here`
      : reason === 'queue'
        ? say`this loader reads another list`
        : say`this function pushes the command`;
  return [{ message, location }];
}

/** A command that stands in for one that works (where the function is missing) does no harm that is certain. */
function certaintyOf(command: JudgedActivity, unit: Unit): Certainty | undefined {
  const { ignored, vendor, states } = command;
  const backed = unit.activities.some(
    (one) =>
      one.reached &&
      !one.entity?.paused &&
      one.vendor === vendor &&
      one.consent !== undefined &&
      one.consent === ignored?.intended &&
      one.states['first-visit'].outcome === states['first-visit'].outcome,
  );
  if (backed) return 'possible';
  const verdict = surestVerdict(states);
  if (!verdict) return undefined;
  // A container's other tag or the page's own script may replace the list after the library has read it.
  return ignored?.reason === 'overwritten' || ignored?.reason === 'queue' ? 'likely' : verdict.certainty;
}

import { nearSignal, type SignalProblem, signalProblems, tablesOf } from '../../src/model/consent-mode.ts';
import { entityTitle, trailOf } from '../../src/model/evidence.ts';
import { atomsOf } from '../../src/model/guard.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { meantWord } from '../../src/model/signal-repairs.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import { surestVerdict } from '../../src/model/verdict.ts';

export const rule: Rule = {
  meta: {
    id: 'consent-mode/unknown-signal',
    title: 'A consent signal, value or region that does not exist',
    severity: 'error',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-25', 'GDPR-32'],
    repair: 'suggested',
  },
  check(unit, context) {
    if (unit.kind === 'server-container') return;
    for (const command of unit.activities) {
      const known = command.vendor.consentSignals;
      if (!command.reached || command.entity?.paused) continue;
      if (command.consent === 'default' || command.consent === 'update') {
        const seen = new Set<string>();
        for (const table of known ? tablesOf(command) : []) {
          for (const problem of known ? signalProblems(table, known) : []) {
            const id = `${problem.kind} ${problem.key} ${problem.text} ${problem.location?.start ?? ''}`;
            if (!seen.has(id)) report(problem, command, context);
            seen.add(id);
          }
        }
      } else if (command.tagShape || unit.kind === 'container') required(command, unit, context);
    }
  },
};

function report(problem: SignalProblem, command: JudgedActivity, context: RuleContext): void {
  const { entity, vendor, states } = command;
  const verdict = surestVerdict(states);
  if (!verdict) return;
  const meant = meantWord(problem);
  context.report({
    ...wordingOf(problem, command),
    location: problem.location ?? command.location,
    severity: problem.kind === 'setting' || problem.key === 'wait_for_update' ? 'warning' : 'error',
    certainty: verdict.certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    ...(meant && { suggestions: [meant] }),
    subject: `${vendor.id} ${problem.kind} ${problem.key} ${problem.text}`,
    trail: [...trailOf(command), { message: `carried by ${command.label}`, location: command.location }],
    law: rule.meta.law,
  });
}

function wordingOf(
  problem: SignalProblem,
  { vendor, consent }: JudgedActivity,
): { message: string; why: string; remedy: string } {
  const { kind, text, key, suggestion } = problem;
  const correct = suggestion === undefined ? '' : ` Write ${suggestion}.`;
  switch (kind) {
    case 'signal':
      return {
        message: `${vendor.name} knows no consent signal “${text}”${suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`}.`,
        why:
          consent === 'default'
            ? `${suggestion ?? 'The signal'} stays unset, and what nobody has set counts as granted.`
            : 'The choice does not reach the signal.',
        remedy: `Names are compared exactly.${correct}`,
      };
    case 'option':
      return {
        message: `A consent command has no option “${text}”${suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`}.`,
        why: key === 'region' ? 'The command then counts for the whole world.' : 'The option has no effect.',
        remedy: `Names are compared exactly.${correct}`,
      };
    case 'setting':
      return {
        message: `“${text}” is no consent signal: inside a consent command it does nothing.`,
        why: 'It is a setting of its own.',
        remedy: `Set it by itself: gtag('set', '${text}', true).`,
      };
    case 'value':
      return {
        message: `“${text}” is no value of ${key}: only the texts “granted” and “denied” are.`,
        why: 'The signal is not set to what was meant.',
        remedy: suggestion === undefined ? 'Write “granted” or “denied”.' : `Write “${suggestion}”.`,
      };
    case 'region-form':
      return {
        message: `The region “${text}” is a text; a list of codes is expected.`,
        why: 'The command does not apply where it should.',
        remedy: `Write it as a list of ISO 3166-2 codes: region: ['SE', 'NO'].`,
      };
    case 'region':
      return {
        message: `“${text}” is no region${suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`}: regions are ISO 3166-2 codes.`,
        why: 'The command does not apply to the visitors whom it means.',
        remedy:
          suggestion === undefined
            ? 'List the countries one by one, in capitals: AT, BE, … SE.'
            : `Write ${suggestion}.`,
      };
  }
}

/** A tag of a container that requires a type which no command ever sets: unset counts as granted. */
function required(tag: JudgedActivity, unit: Unit, context: RuleContext): void {
  for (const { system, signals } of unit.consentModes) {
    for (const { atom, location } of atomsOf(tag.guard)) {
      if (atom.kind !== 'signal' || atom.system !== system) continue;
      const meant = nearSignal(atom.signal, signals);
      if (meant === undefined) continue;
      const { entity, vendor } = tag;
      context.report({
        message: `${entity ? entityTitle(entity) : tag.label} requires “${atom.signal}”, which is no consent type (did you mean ${meant}?).`,
        why: 'Nobody sets it, and a type that nobody has set counts as granted: the check lets the tag through.',
        remedy: `Require ${meant}.`,
        location: location ?? entity?.location ?? tag.location,
        severity: 'error',
        certainty: 'likely',
        vendor: vendor.name,
        ...(entity ? { entity: entity.name } : {}),
        subject: `${entity?.name ?? vendor.id} requires ${atom.signal}`,
        trail: trailOf(tag),
        law: rule.meta.law,
      });
      return;
    }
  }
}

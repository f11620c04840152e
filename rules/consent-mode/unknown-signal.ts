import { nearSignal, type SignalProblem, signalProblems, tablesOf } from '../../src/model/consent-mode.ts';
import { entityTitle, trailOf } from '../../src/model/evidence.ts';
import { atomsOf } from '../../src/model/guard.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
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
    trail: [...trailOf(command), { message: say`carried by ${command.label}`, location: command.location }],
    law: rule.meta.law,
  });
}

function wordingOf(
  problem: SignalProblem,
  { vendor, consent }: JudgedActivity,
): { message: Phrase; why: Phrase; remedy: Phrase } {
  const { kind, text, key, suggestion } = problem;
  const named = asMeant(text, suggestion);
  const exactly =
    suggestion === undefined ? say`Names are compared exactly.` : say`Names are compared exactly. Write ${suggestion}.`;
  switch (kind) {
    case 'signal':
      return {
        message: say`${vendor.name} knows no consent signal ${named}.`,
        why:
          consent === 'default'
            ? say`${suggestion ?? say`The signal`} stays unset, and what nobody has set counts as granted.`
            : say`The choice does not reach the signal.`,
        remedy: exactly,
      };
    case 'option':
      return {
        message: say`A consent command has no option ${named}.`,
        why: key === 'region' ? say`The command then counts for the whole world.` : say`The option has no effect.`,
        remedy: exactly,
      };
    case 'setting':
      return {
        message: say`“${text}” is no consent signal: inside a consent command it does nothing.`,
        why: say`It is a setting of its own.`,
        remedy: say`Set it by itself: gtag('set', '${text}', true).`,
      };
    case 'value':
      return {
        message: say`“${text}” is no value of ${key}: only the texts “granted” and “denied” are.`,
        why: say`The signal is not set to what was meant.`,
        remedy: suggestion === undefined ? say`Write “granted” or “denied”.` : say`Write “${suggestion}”.`,
      };
    case 'region-form':
      return {
        message: say`The region “${text}” is a text; a list of codes is expected.`,
        why: say`The command does not apply where it should.`,
        remedy: say`Write it as a list of ISO 3166-2 codes: region: ['SE', 'NO'].`,
      };
    case 'region':
      return {
        message:
          suggestion === undefined
            ? say`“${text}” is no region: regions are ISO 3166-2 codes.`
            : say`“${text}” is no region (did you mean ${suggestion}?): regions are ISO 3166-2 codes.`,
        why: say`The command does not apply to the visitors whom it means.`,
        remedy:
          suggestion === undefined
            ? say`List the countries one by one, in capitals: AT, BE, … SE.`
            : say`Write ${suggestion}.`,
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
        message: say`${entity ? entityTitle(entity) : tag.label} requires “${atom.signal}”, which is no consent type (did you mean ${meant}?).`,
        why: say`Nobody sets it, and a type that nobody has set counts as granted: the check lets the tag through.`,
        remedy: say`Require ${meant}.`,
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

function asMeant(text: string, meant: string | undefined): Phrase {
  return meant === undefined ? say`“${text}”` : say`“${text}” (did you mean ${meant}?)`;
}

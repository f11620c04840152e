import type { ConsentModeFault } from '../../src/model/consent-mode.ts';
import { EEA } from '../../src/model/countries.ts';
import { entityTitle, nameOf, trailOf } from '../../src/model/evidence.ts';
import type { Severity } from '../../src/model/finding.ts';
import { allOf, type Phrase, type Said, say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent-mode/granted-default',
    title: 'A consent default that grants advertising or measurement before any choice',
    severity: 'error',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-7', 'GDPR-25', 'EU-CJEU-PLANET49', 'NL-AP-KRUIDVAT'],
  },
  check(unit, context) {
    if (unit.kind === 'server-container' || context.profile.regime === 'us-opt-out') return;
    for (const { faults } of unit.consentModes) {
      for (const fault of faults) if (fault.kind === 'granted') report(fault, unit, context);
    }
  },
};

const MANY = 6;

function report(fault: ConsentModeFault, unit: Unit, context: RuleContext): void {
  const { command, certainty, tags, elsewhere } = fault;
  const { entity, vendor } = command;
  const who = entity ? entityTitle(entity) : command.label;
  context.report({
    message: messageOf(fault, who),
    why: elsewhere
      ? say`A consent type that nobody has set counts as granted.`
      : say`Tags store and send in full from the first visit on, before anybody has chosen.`,
    remedy: remedyOf(fault),
    location: command.location,
    severity: severityOf(fault),
    certainty,
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} granted`,
    trail: [
      ...trailOf(command),
      ...tags.slice(0, MANY).map((tag) => ({
        message: say`${nameOf(tag.activities[0] ?? command)} runs under it`,
        location: (tag.activities[0] ?? command).location,
      })),
    ],
    cause: {
      id: `granted-default-${unit.kind}`,
      title: say`The consent default grants`,
      remedy: say`Set the consent default to denied.`,
    },
    law: rule.meta.law,
  });
}

function messageOf(fault: ConsentModeFault, who: Said): Phrase {
  const { signals, certainty, elsewhere } = fault;
  const where = placesOf(fault);
  const types = allOf(signals);
  if (elsewhere)
    return say`${who} denies ${types} for other regions only; ${where ?? say`visitors in Europe`} are left without a default.`;
  if (where === undefined)
    return certainty === 'possible'
      ? say`${who} may grant ${types} by default.`
      : say`${who} grants ${types} by default.`;
  return certainty === 'possible'
    ? say`${who} may grant ${types} by default in ${where}.`
    : say`${who} grants ${types} by default in ${where}.`;
}

function remedyOf({ regions, named, elsewhere }: ConsentModeFault): Phrase {
  if (isWide(regions) || elsewhere)
    return say`Set the types to denied for everybody (or for the EEA, the United Kingdom and Switzerland) and grant them in an update after the choice.`;
  const codes = regions.join(', ');
  return named
    ? say`Set the types to denied for ${codes}, and grant them in an update after the choice.`
    : say`Add the missing regions to the default that denies: ${codes}.`;
}

/** Where most of the EEA is covered, what is left over is a gap in a list, not a grant; a region that is named is one. */
function severityOf({ regions, named }: ConsentModeFault): Severity {
  if (isWide(regions)) return 'error';
  if (named && regions.some((code) => code !== 'CH')) return 'error';
  return regions.some((code) => EEA.includes(code)) ? 'warning' : 'note';
}

function placesOf({ regions }: ConsentModeFault): Said | undefined {
  if (regions.length === 0) return undefined;
  return regions.length > MANY
    ? say`${regions.length} countries (${regions.slice(0, 3).join(', ')} …)`
    : regions.join(', ');
}

/** For everybody, or for most countries. */
function isWide(regions: readonly string[]): boolean {
  return regions.length === 0 || regions.length > EEA.length / 2;
}

/** Whether a unit belongs to a sensitive site or page, by its profile or by evidence in the unit itself. */
import type { ReportStep } from './finding.ts';
import { isSensitiveSector, type SiteProfile } from './profile.ts';
import type { RuleContext } from './rule.ts';
import type { SensitiveMatch } from './sensitive.ts';
import type { ContextFact, Unit } from './unit.ts';

export interface Sensitivity {
  /** configured: the profile says so; evident: the unit says so in structured data or in plain words; none. */
  readonly level: 'configured' | 'evident' | 'none';
  readonly reason: string;
  readonly evidence: readonly ReportStep[];
}

const NONE: Sensitivity = { level: 'none', reason: '', evidence: [] };

/** Types of schema.org that only health sites use. Source: schema.org health-lifesci extension. */
const HEALTH_TYPES =
  /\b(?:Pharmacy|Drug|DrugClass|MedicalBusiness|MedicalClinic|MedicalOrganization|MedicalCondition|MedicalWebPage|MedicalProcedure|MedicalTherapy|MedicalTest|Physician|Hospital|DiagnosticLab|Optician|Psychiatric)\b/;
/** The category of words for the trade of a site: that it is a pharmacy's tells nothing yet of one of its pages. */
const TRADES = 'care-sites';

/** Rules ask for every activity; the answer is the unit's. */
const KNOWN = new WeakMap<Unit, Sensitivity>();

export function sensitivityOf(unit: Unit, context: RuleContext): Sensitivity {
  let known = KNOWN.get(unit);
  if (!known) {
    known = judgeSite(unit, context);
    KNOWN.set(unit, known);
  }
  return known;
}

function judgeSite(unit: Unit, context: RuleContext): Sensitivity {
  const { profile } = context;
  if (isSensitiveSector(profile.sector))
    return { level: 'configured', reason: `the site's sector is ${profile.sector}`, evidence: [] };
  const path = sensitivePath(unit, profile);
  if (path !== undefined)
    return { level: 'configured', reason: `the path ${path} is listed as sensitive`, evidence: [] };
  const evidence: ReportStep[] = [];
  let strength = 0;
  for (const fact of unit.context) {
    const weight = weigh(fact, context);
    if (weight === undefined) continue;
    strength += weight.points;
    evidence.push(fact.location ? { message: weight.message, location: fact.location } : { message: weight.message });
  }
  return strength >= 2
    ? { level: 'evident', reason: evidence[0]?.message ?? '', evidence: evidence.slice(0, 4) }
    : NONE;
}

/**
 * Whether a word tells something on such a site. Special categories do by themselves where the word is plain, and in company
 * where the site is about them; children, money and numbers of identity only where the profile says that the site is.
 */
export function tells({ strength, law }: SensitiveMatch, site: Sensitivity): boolean {
  if (strength === 'weak') return false;
  if (!law.includes(SPECIAL)) return site.level === 'configured';
  return strength === 'reveals' || site.level !== 'none';
}

/** The provision on special categories: what a word reveals that falls under it is sensitive on any site. */
const SPECIAL = 'GDPR-9';

function weigh(fact: ContextFact, context: RuleContext): { points: number; message: string } | undefined {
  if (fact.about === 'structured-data') {
    const type = HEALTH_TYPES.exec(fact.text)?.[0];
    return type === undefined ? undefined : { points: 2, message: `structured data says ${type}` };
  }
  const matches = context.sensitive(fact.text);
  const shown = ({ start, end }: SensitiveMatch): string => `${fact.about} says “${fact.text.slice(start, end)}”`;
  const trade = fact.about === 'description' ? undefined : matches.find(({ category }) => category === TRADES);
  if (trade) return { points: 2, message: shown(trade) };
  const match = matches.find(({ strength, law }) => strength !== 'weak' && law.includes(SPECIAL));
  if (!match) return undefined;
  return {
    points: match.strength === 'reveals' ? 2 : 1,
    message: `${shown(match)} (${match.category})`,
  };
}

/** The pattern of the profile that the file or the address of the unit falls under. */
export function sensitivePath(unit: Unit, profile: SiteProfile): string | undefined {
  const paths = [
    unit.source.root.name,
    ...unit.context.filter(({ about }) => about === 'path').map(({ text }) => text),
  ];
  for (const path of paths) {
    const found = sensitivePathIn(`/${path}`, profile);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The pattern of the profile that an address falls under. */
export function sensitivePathIn(address: string, profile: SiteProfile): string | undefined {
  return profile.sensitivePaths.find((pattern) => {
    const fixed = pattern.replace(/\*+$/, '');
    return fixed !== '' && address.includes(fixed);
  });
}

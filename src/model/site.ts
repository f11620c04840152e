/** Whether a unit belongs to a sensitive site or page, by its profile or by evidence in the unit itself. */
import type { ReportStep } from './finding.ts';
import { type Phrase, say, term } from './phrase.ts';
import { isSensitiveSector, type Sector, type SiteProfile } from './profile.ts';
import type { RuleContext } from './rule.ts';
import type { SensitiveMatch } from './sensitive.ts';
import type { ContextFact, Unit } from './unit.ts';

export interface Sensitivity {
  /** configured: the profile says so; evident: the unit says so in structured data or in plain words; none. */
  readonly level: 'configured' | 'evident' | 'none';
  readonly reason: Phrase;
  readonly evidence: readonly ReportStep[];
  /** The sector that the evidence speaks for, where it speaks for one and the profile names none. */
  readonly sector?: Sector;
}

const NONE: Sensitivity = { level: 'none', reason: say``, evidence: [] };

/** Types of schema.org that only health sites use. Source: schema.org health-lifesci extension. */
const HEALTH_TYPES =
  /\b(?:Pharmacy|Drug|DrugClass|MedicalBusiness|MedicalClinic|MedicalOrganization|MedicalCondition|MedicalWebPage|MedicalProcedure|MedicalTherapy|MedicalTest|Physician|Hospital|DiagnosticLab|Optician|Psychiatric)\b/;
/** A vet's practice is often given a type of these, too. */
export const ANIMALS = /\bVeterinar\w*/;
/** The types of them that say that the site sells medicines. */
const PHARMACY_TYPES: ReadonlySet<string> = new Set(['Pharmacy', 'Drug', 'DrugClass']);
/** The categories of words for the trade of a site: that it is a pharmacy's tells nothing yet of one of its pages. */
const TRADES: Readonly<Record<string, Sector>> = { pharmacies: 'pharmacy', 'care-sites': 'healthcare' };
/** Categories that a clinic's site is about, where nothing but its menu or its pages says so. */
const OF_CARE: ReadonlySet<string> = new Set(['conditions', 'mental-health', 'care-pages', 'pregnancy']);

/** Rules ask for every activity; the answer is the unit's. */
const KNOWN = new WeakMap<Unit, Sensitivity>();

export function sensitivityOf(unit: Unit, context: SiteContext): Sensitivity {
  let known = KNOWN.get(unit);
  if (!known) {
    known = judgeSite(unit, context);
    KNOWN.set(unit, known);
  }
  return known;
}

/** What the profile and the rules know of words: all that it takes to tell what a unit is about. */
export type SiteContext = Pick<RuleContext, 'profile' | 'sensitive'>;

/** Something that a unit says of itself, and how much it weighs. */
export interface Evidence {
  readonly points: number;
  readonly step: ReportStep;
  /** The trade that it speaks for. */
  readonly sector?: Sector;
}

/** From this weight on a unit is about something sensitive: one plain word, or two that could be about something else. */
export const ENOUGH = 2;

function judgeSite(unit: Unit, context: SiteContext): Sensitivity {
  const { profile } = context;
  if (isSensitiveSector(profile.sector))
    return { level: 'configured', reason: say`the site's sector is ${term(profile.sector)}`, evidence: [] };
  const path = sensitivePath(unit, profile);
  if (path !== undefined)
    return { level: 'configured', reason: say`the path ${path} is listed as sensitive`, evidence: [] };
  const evidence = evidenceOf(unit, context);
  if (evidence.reduce((sum, { points }) => sum + points, 0) < ENOUGH) return NONE;
  const steps = evidence.map(({ step }) => step);
  const sector = sectorOf(evidence);
  return {
    level: 'evident',
    reason: steps[0]?.message ?? NONE.reason,
    evidence: steps.slice(0, 4),
    ...(sector && { sector }),
  };
}

/** What most of the evidence of a trade speaks for; a site that says as much of two has none. */
function sectorOf(evidence: readonly Evidence[]): Sector | undefined {
  const weights = new Map<Sector, number>();
  for (const { points, sector } of evidence) if (sector) weights.set(sector, (weights.get(sector) ?? 0) + points);
  const [first, second] = [...weights].sort(([, a], [, b]) => b - a);
  return first && first[1] >= ENOUGH && first[1] !== second?.[1] ? first[0] : undefined;
}

/** Everything that a unit says of itself and that weighs something. */
export function evidenceOf({ context: facts }: Unit, context: SiteContext): readonly Evidence[] {
  const of = (...kinds: readonly ContextFact['about'][]): readonly ContextFact[] =>
    facts.filter(({ about }) => kinds.includes(about));
  const told = (weighed: readonly (Evidence | undefined)[]): readonly Evidence[] =>
    weighed.filter((one) => one !== undefined);
  return [
    ...told(facts.filter(({ about }) => !NOT_ALONE.has(about)).map((fact) => weigh(fact, context))),
    ...ofMany((words) => say`lookup tables say ${words}`, of('table'), context),
    ...ofMany((words) => say`routes say ${words}`, of('route'), context),
    // However often a project says it, it is one project that does.
    ...['site' as const, 'package' as const].flatMap((kind) =>
      told(of(kind).map((fact) => weighSite(fact, context))).slice(0, 1),
    ),
  ];
}

/** What is weighed together, or tells of the trade alone. */
const NOT_ALONE: ReadonlySet<ContextFact['about']> = new Set(['table', 'route', 'site', 'package']);

/**
 * What the project calls itself tells its trade and nothing else: a shop may be named after one of its departments, and a package after a
 * customer. A name that lists departments says less.
 */
function weighSite(fact: ContextFact, context: SiteContext): Evidence | undefined {
  const { about, text } = fact;
  const type = HEALTH_TYPES.exec(text)?.[0] === text ? text : undefined;
  const trade = context.sensitive(text).find(({ category }) => Object.hasOwn(TRADES, category));
  const sector = type ? sectorOfType(type) : trade && TRADES[trade.category];
  if (!sector) return undefined;
  const word = type ?? text.slice(trade?.start, trade?.end);
  const says = about === 'package' ? say`the package calls itself “${word}”` : say`the site calls itself “${word}”`;
  const isPlain = about === 'site' && text.split(',').length < 3;
  return { points: isPlain ? 2 : 1, step: stepOf(fact, says), sector };
}

/** Of a menu or a table at least so many entries, and this part of all, are about it: a supermarket's has one for medicines, too. */
const LEAST_ENTRIES = 2;
const LEAST_PART = 1 / 3;

function ofMany(says: (words: string) => Phrase, entries: readonly ContextFact[], context: SiteContext): Evidence[] {
  const told = entries.flatMap((entry) => {
    const match = context.sensitive(entry.text).find(isEvidence);
    return match ? [{ entry, word: `“${entry.text.slice(match.start, match.end)}”`, category: match.category }] : [];
  });
  const [first] = told;
  if (!first || told.length < LEAST_ENTRIES || told.length < entries.length * LEAST_PART) return [];
  const words = [...new Set(told.map(({ word }) => word))].slice(0, 5).join(', ');
  const sector = sectorOfMany(told.map(({ category }) => category));
  return [{ points: 2, step: stepOf(first.entry, says(words)), ...(sector && { sector }) }];
}

/** A menu of medicines is a pharmacy's, one of complaints and consultations a clinic's. */
function sectorOfMany(categories: readonly string[]): Sector | undefined {
  const most = (is: (category: string) => boolean): boolean => categories.filter(is).length * 2 > categories.length;
  if (most((category) => category === 'medicines')) return 'pharmacy';
  return most((category) => OF_CARE.has(category)) ? 'healthcare' : undefined;
}

/** The types that structured data names, but for departments: a supermarket may have a pharmacy. Of what is not JSON, all of it. */
export function schemaTypesIn(text: string): string {
  const own = text.split('"department"', 1)[0] ?? '';
  const types = [...own.matchAll(/"@type"\s{0,5}:\s{0,5}("[^"]{1,80}"|\[[^\]]{1,300}\])/g)].map(
    ([, type = '']) => type,
  );
  return types.length === 0 && !text.includes('"@context"') ? text : types.join(' ');
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

/** A word that is no doubt about something sensitive, if only in company. */
function isEvidence({ strength, law }: SensitiveMatch): boolean {
  return strength !== 'weak' && law.includes(SPECIAL);
}

function weigh(fact: ContextFact, context: SiteContext): Evidence | undefined {
  if (fact.about === 'structured-data') {
    const types = schemaTypesIn(fact.text);
    const type = ANIMALS.test(types) ? undefined : HEALTH_TYPES.exec(types)?.[0];
    if (type === undefined) return undefined;
    return { points: 2, step: stepOf(fact, say`structured data says ${type}`), sector: sectorOfType(type) };
  }
  if (fact.about === 'navigation') {
    const entries = fact.text.split(' | ').map((text) => ({ ...fact, text }));
    return ofMany((words) => say`links of the menu say ${words}`, entries, context)[0];
  }
  const matches = context.sensitive(fact.text);
  const shown = ({ start, end }: SensitiveMatch): Phrase =>
    say`${factName(fact.about)} says “${fact.text.slice(start, end)}”`;
  const trade =
    fact.about === 'description' ? undefined : matches.find(({ category }) => Object.hasOwn(TRADES, category));
  // A folder may be named after a customer, or after what it is an example of.
  if (trade) {
    const sector = TRADES[trade.category];
    return { points: fact.about === 'file' ? 1 : 2, step: stepOf(fact, shown(trade)), ...(sector && { sector }) };
  }
  const match = matches.find(isEvidence);
  if (!match) return undefined;
  return {
    points: match.strength === 'reveals' ? 2 : 1,
    step: stepOf(fact, say`${shown(match)} (${term(match.category)})`),
  };
}

function sectorOfType(type: string): Sector {
  return PHARMACY_TYPES.has(type) ? 'pharmacy' : 'healthcare';
}

/** What a fact is called that says something: `title says “…”`. */
export function factName(about: ContextFact['about']): Phrase {
  return about === 'file' ? say`the path of the file` : term(about);
}

function stepOf({ location }: ContextFact, message: Phrase): ReportStep {
  return location ? { message, location } : { message };
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

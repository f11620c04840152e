/** What the mere visit of one page tells: its address, its title and its structured data, which every tracker reads. */
import type { Certainty, ReportStep } from './finding.ts';
import type { RuleContext } from './rule.ts';
import type { SensitiveMatch } from './sensitive.ts';
import { HEALTH_SITES, type Sensitivity, sensitivePath, sensitivePathIn, sensitivityOf, tells } from './site.ts';
import type { ContextFact, Unit } from './unit.ts';

export interface PageDisclosure {
  /** Where the visitor is, for messages: `on a page about self-tests`. */
  readonly where: string;
  readonly certainty: Certainty;
  readonly evidence: readonly ReportStep[];
}

/** Types of schema.org that name a condition or a treatment, not only the trade of the site. Source: schema.org health-lifesci. */
const CONDITION_TYPES =
  /\b(?:Drug|DrugClass|MedicalCondition|MedicalSignOrSymptom|MedicalProcedure|MedicalTherapy|MedicalTest|MedicalRiskFactor|InfectiousDisease)\b/;

/** Pages on which visitors of a care provider ask for help or are known by name: booking, intake, portal, log-in. */
const CARE_PAGES =
  /\b(?:appointments?|book(?:ing)?[- _](?:an?[- _])?(?:appointment|visit|consultation|time)|intake|questionnaire|symptom[- _]?(?:checker|quiz|test)|my[- _]?(?:health|chart|prescriptions)|patient[- _]?(?:portal|login)|prescriptions?|refill|consultation|boka[- _]?(?:tid|besök)|tidsbokning|mina[- _](?:recept|sidor|journaler)|e-?recept|remiss|timebestilling|bestill[- _]?time|mine[- _]resepter|tidsbestilling|termin[- _]?(?:buchen|buchung|vereinbaren)|online[- _]?termin|terminvereinbarung|e-?rezept|rezept[- _]?(?:einlösen|bestellen)|sprechstunde|anamnese|ajanvaraus|varaa[- _]aika|resepti|afspraak(?:[- _]maken)?|herhaalrecept|rendez-?vous|ordonnance|téléconsultation|cita[- _](?:previa|médica)|pedir[- _]cita|receta|prenota(?:zione)?[- _](?:visita|online)?|ricetta|umów[- _]wizytę|rejestracja[- _]pacjent\w*|recepta|marcação[- _]de[- _]consultas?|receita[- _]médica)\b/i;

/** An expression of a template, in any of the languages that print into markup. */
const EXPRESSION = /\{\{[^}]{0,200}\}|<\?[^?]{0,200}\?>|<%[^%]{0,200}%>|\$?\{[^{}]{1,200}\}|@[A-Za-z][\w.]{0,100}/g;
/** What one product, article or category of many is called in such an expression. */
const OF_THE_PAGE = /product|article|collection|categor|post|produkt|entry|node|page|title|seo/i;
const OF_THE_SITE = /shop|site|store|customer|user|order|blog_?name/i;

/** The answer for a page, or undefined where visiting it tells nothing that is known. */
export function disclosureOf(unit: Unit, context: RuleContext): PageDisclosure | undefined {
  const site = sensitivityOf(unit, context);
  const path = sensitivePath(unit, context.profile);
  if (path !== undefined) {
    return {
      where: `on a page below ${path}`,
      certainty: 'certain',
      evidence: [{ message: `the path ${path} is listed as sensitive` }],
    };
  }
  const words = unit.context
    .filter(({ about }) => about !== 'description' && about !== 'container')
    .flatMap((fact) => tellingWords(fact, site, context));
  const [first] = words;
  if (first)
    return {
      where: `on a page about ${first.topic}`,
      certainty: 'certain',
      evidence: words.map(({ step }) => step).slice(0, 4),
    };
  if (site.level === 'none') return undefined;
  const care = unit.context.find(
    ({ about, text }) => (about === 'title' || about === 'heading' || about === 'path') && CARE_PAGES.test(text),
  );
  if (care) {
    const word = CARE_PAGES.exec(care.text)?.[0] ?? '';
    return {
      where: 'on a page where people ask for care',
      certainty: 'likely',
      evidence: [stepOf(care, `${care.about} says “${word}”`), ...site.evidence],
    };
  }
  const filled = unit.context.find((fact) => isFilledIn(fact));
  return filled && site.level === 'configured'
    ? {
        where: 'on the page of one product or article, by its title',
        certainty: 'likely',
        evidence: [stepOf(filled, `the ${filled.about} of this page is filled in for each product or article`)],
      }
    : undefined;
}

/** The answer for the pages on which alone a tag fires, by what its triggers ask their address or title for. */
export function tagDisclosureOf(
  pages: readonly ContextFact[],
  unit: Unit,
  context: RuleContext,
): PageDisclosure | undefined {
  const site = sensitivityOf(unit, context);
  for (const fact of pages) {
    const path = sensitivePathIn(`${fact.text}/`, context.profile);
    if (path !== undefined)
      return {
        where: `on a page below ${path}`,
        certainty: 'certain',
        evidence: [stepOf(fact, `its trigger asks for ${path}, which is listed as sensitive`)],
      };
    const [word] = tellingWords(fact, site, context);
    if (word) return { where: `on a page about ${word.topic}`, certainty: 'certain', evidence: [asked(word.step)] };
  }
  const care = site.level === 'none' ? undefined : pages.find(({ text }) => CARE_PAGES.test(text));
  if (!care) return undefined;
  const word = CARE_PAGES.exec(care.text)?.[0] ?? '';
  return {
    where: 'on a page where people ask for care',
    certainty: 'likely',
    evidence: [asked(stepOf(care, `${care.about} says “${word}”`)), ...site.evidence],
  };
}

function asked(step: ReportStep): ReportStep {
  return { ...step, message: `fires where the ${step.message}` };
}

function tellingWords(
  fact: ContextFact,
  site: Sensitivity,
  context: RuleContext,
): { readonly topic: string; readonly step: ReportStep }[] {
  if (fact.about === 'structured-data') {
    const type = CONDITION_TYPES.exec(fact.text)?.[0];
    return type === undefined ? [] : [{ topic: type, step: stepOf(fact, `structured data says ${type}`) }];
  }
  const isTelling = (match: SensitiveMatch): boolean =>
    tells(match, site) && (match.strength === 'reveals' || !HEALTH_SITES.test(fact.text.slice(match.start, match.end)));
  return context
    .sensitive(fact.text)
    .filter(isTelling)
    .map(({ start, end, category }) => ({
      topic: category,
      step: stepOf(fact, `${fact.about} says “${fact.text.slice(start, end)}” (${category})`),
    }));
}

/** The address, title or heading comes from an expression of the template, so this file is many pages. */
function isFilledIn({ about, text }: ContextFact): boolean {
  if (about !== 'title' && about !== 'heading' && about !== 'path') return false;
  return (text.match(EXPRESSION) ?? []).some((one) => OF_THE_PAGE.test(one) && !OF_THE_SITE.test(one));
}

function stepOf({ location }: ContextFact, message: string): ReportStep {
  return location ? { message, location } : { message };
}

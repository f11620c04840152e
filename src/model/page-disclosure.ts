/** What the mere visit of one page tells: its address, its title and its structured data, which every tracker reads. */
import type { Certainty, ReportStep } from './finding.ts';
import { atomsOf } from './guard.ts';
import { type Phrase, say, term } from './phrase.ts';
import {
  ANIMALS,
  factName,
  type Sensitivity,
  type SiteContext,
  schemaTypesIn,
  sensitivePath,
  sensitivePathIn,
  sensitivityOf,
  tells,
} from './site.ts';
import type { ContextFact, Tag, Unit } from './unit.ts';

export interface PageDisclosure {
  /** Where the visitor is, for messages: `on a page about self-tests`. */
  readonly where: Phrase;
  readonly certainty: Certainty;
  readonly evidence: readonly ReportStep[];
  /** It rests on what the site is taken for alone: nobody has said so, nor does the page. */
  readonly isInferred?: true;
}

/** Types of schema.org that name a condition or a treatment, not only the trade of the site. Source: schema.org health-lifesci. */
const CONDITION_TYPES =
  /\b(?:Drug|DrugClass|MedicalCondition|MedicalSignOrSymptom|MedicalProcedure|MedicalTherapy|MedicalTest|MedicalRiskFactor|InfectiousDisease)\b/;

/** Pages on which visitors of a care provider ask for help, and those that they see only when they are signed in. */
const PORTAL = 'portal-pages';
const ASKING: readonly string[] = ['care-pages', PORTAL];

/** An expression of a template, in any of the languages that print into markup. */
const EXPRESSION = /\{\{[^}]{0,200}\}|<\?[^?]{0,200}\?>|<%[^%]{0,200}%>|\$?\{[^{}]{1,200}\}|@[A-Za-z][\w.]{0,100}/g;
/** What one product, article or category of many is called in such an expression. */
const OF_THE_PAGE = /product|article|collection|categor|post|produkt|entry|node|page|title|seo/i;
const OF_THE_SITE = /shop|site|store|customer|user|order|blog_?name/i;

/** What tells of a site, and not of the page of it on which a visitor is. */
const OF_THE_WHOLE_SITE: ReadonlySet<ContextFact['about']> = new Set([
  'description',
  'container',
  'navigation',
  'table',
  'site',
  'package',
]);

/** What a page is called says more of it than where it stands and what leads there, which may be a menu. */
const CALLED: readonly ContextFact['about'][] = ['title', 'heading', 'path', 'route', 'structured-data', 'file'];

function rankOf(about: ContextFact['about']): number {
  const rank = CALLED.indexOf(about);
  return rank < 0 ? CALLED.length : rank;
}

/** The answer for a page, or undefined where visiting it tells nothing that is known. */
export function disclosureOf(unit: Unit, context: SiteContext): PageDisclosure | undefined {
  const site = sensitivityOf(unit, context);
  const path = sensitivePath(unit, context.profile);
  if (path !== undefined) {
    return {
      where: say`on a page below ${path}`,
      certainty: 'certain',
      evidence: [{ message: say`the path ${path} is listed as sensitive` }],
    };
  }
  const words = unit.context
    .filter(({ about }) => !OF_THE_WHOLE_SITE.has(about))
    .flatMap((fact) => tellingWords(fact, site, context))
    .sort((a, b) => rankOf(a.about) - rankOf(b.about));
  const [first] = words;
  if (first)
    return {
      where: say`on a page about ${term(first.topic)}`,
      // Most files are called like the address of the page that they become.
      certainty: words.some(({ about }) => about !== 'file') ? 'certain' : 'likely',
      evidence: words.map(({ step }) => step).slice(0, 4),
    };
  if (site.level === 'none') return undefined;
  const care = askingSteps(unit.context.filter(isOfThePage), context);
  if (care.length > 0) return { ...ASKED, evidence: [...care, ...site.evidence] };
  const isInferred = site.level === 'evident';
  // Whatever a pharmacy sells tells something; of another site it is not known what its pages are about.
  if (isInferred && site.sector !== 'pharmacy') return undefined;
  const filled = unit.context.find((fact) => isOfThePage(fact) && isFilledIn(fact));
  return (
    filled && {
      where: say`on the page of one product or article, by its title`,
      certainty: 'likely',
      evidence: [
        stepOf(filled, say`the ${factName(filled.about)} of this page is filled in for each product or article`),
        ...site.evidence,
      ],
      ...(isInferred && { isInferred }),
    }
  );
}

/** The answer for the pages on which alone a tag fires, by what its triggers ask their address or title for. */
export function tagDisclosureOf(
  pages: readonly ContextFact[],
  unit: Unit,
  context: SiteContext,
): PageDisclosure | undefined {
  const site = sensitivityOf(unit, context);
  for (const fact of pages) {
    const path = sensitivePathIn(`${fact.text}/`, context.profile);
    if (path !== undefined)
      return {
        where: say`on a page below ${path}`,
        certainty: 'certain',
        evidence: [stepOf(fact, say`its trigger asks for ${path}, which is listed as sensitive`)],
      };
    const [word] = tellingWords(fact, site, context);
    if (word)
      return { where: say`on a page about ${term(word.topic)}`, certainty: 'certain', evidence: [asked(word.step)] };
  }
  const care = site.level === 'none' ? [] : askingSteps(pages, context);
  return care.length === 0 ? undefined : { ...ASKED, evidence: [...care.map(asked), ...site.evidence] };
}

/**
 * The pages of a template on which alone a tag runs, by the words that a condition in front of it compares with the handle, the
 * category or the address: `{% if collection.handle == 'hiv-tests' %}`.
 */
export function conditionPagesOf(tag: Tag): readonly ContextFact[] {
  const first = tag.activities.find(({ reached }) => reached);
  return (first ? atomsOf(first.guard) : []).flatMap(({ atom, negated, location }): ContextFact[] => {
    if (atom.kind !== 'condition' || negated) return [];
    // The atom has the name alone; what it is compared with stands in the source.
    const text = location?.source.text.slice(location.start, Math.min(location.end, location.start + 300)) ?? atom.text;
    if (!NAMES_A_PAGE.test(text)) return [];
    return [...text.matchAll(QUOTED)].map(([, , word = '']) => ({
      about: 'path',
      text: word,
      ...(location && { location }),
    }));
  });
}

/** What tells the pages of one template apart; not whether two of its words are unlike. */
const NAMES_A_PAGE =
  /^(?!.*(?:!=|<>|\bnot\b|\bunless\b))(?=.*\b(?:collection|category|categories|product|article|blog|page|template|handle|slug|url|path|tags?|type)\b)/is;
const QUOTED = /(["'])([^"']{2,80})\1/g;

/**
 * Where a tag runs for visitors who are signed in: the page is called like a portal, or a condition in front of the tag asks for it.
 * Undefined on a site that is about nothing sensitive: shops have accounts as well.
 */
export function signedInDisclosureOf(tag: Tag, unit: Unit, context: SiteContext): PageDisclosure | undefined {
  const site = sensitivityOf(unit, context);
  if (site.level === 'none') return undefined;
  const pages = tag.entity?.pages ?? (unit.kind === 'page' ? unit.context.filter(isOfThePage) : []);
  const portal = askingSteps(pages, context, [PORTAL]);
  const first = tag.activities.find(({ reached }) => reached);
  const conditions = (first ? atomsOf(first.guard) : []).flatMap(({ atom, negated, location }): ReportStep[] =>
    atom.kind === 'condition' && !negated && SIGNED_IN.test(atom.text)
      ? [{ message: say`runs where ${atom.text.trim().slice(0, 80)}`, ...(location && { location }) }]
      : [],
  );
  const [known = []] = [portal, conditions].filter((steps) => steps.length > 0);
  return known.length === 0 ? undefined : { ...BEHIND_A_LOGIN, evidence: [...known, ...site.evidence] };
}

/** The answer for a page that is called like a portal, whatever stands in front of its tags. */
export function portalDisclosureOf(unit: Unit, context: SiteContext): PageDisclosure | undefined {
  const site = sensitivityOf(unit, context);
  if (site.level === 'none') return undefined;
  const portal = askingSteps(unit.context.filter(isOfThePage), context, [PORTAL]);
  return portal.length === 0 ? undefined : { ...BEHIND_A_LOGIN, evidence: [...portal, ...site.evidence] };
}

const BEHIND_A_LOGIN = { where: say`on a page behind a login`, certainty: 'likely' } as const;

/** Conditions of templates and scripts that hold for visitors who are signed in. */
const SIGNED_IN =
  /\b(?:is_?)?(?:user_?)?(?:logged|signed)_?in\b|\bis_?authenticated\b|^\s*(?:customer|current_?user|patient|member|(?:request|session)\.user)(?:\.id|\.email)?\s*$/i;

const ASKED = { where: say`on a page where people ask for care`, certainty: 'likely' } as const;

/** The first of the facts that says that people ask for care there. */
function askingSteps(facts: readonly ContextFact[], context: SiteContext, categories = ASKING): ReportStep[] {
  for (const fact of facts) {
    const word = context.sensitive(fact.text).find(({ category }) => categories.includes(category));
    if (word) return [stepOf(fact, say`${factName(fact.about)} says “${fact.text.slice(word.start, word.end)}”`)];
  }
  return [];
}

/** A script that makes a page: it has the page's title, its heading, its address or its place in the site. */
export function isPageCode({ kind, context }: Unit): boolean {
  return (
    kind === 'script' &&
    context.some((fact) => isOfThePage(fact) || fact.about === 'breadcrumb' || fact.about === 'structured-data')
  );
}

/** Facts about this one page, or one page of this unit, not about the site. */
function isOfThePage({ about }: ContextFact): boolean {
  return about === 'title' || about === 'heading' || about === 'path' || about === 'file' || about === 'route';
}

function asked(step: ReportStep): ReportStep {
  return { ...step, message: say`fires where the ${step.message}` };
}

function tellingWords(
  fact: ContextFact,
  site: Sensitivity,
  context: SiteContext,
): { readonly topic: string; readonly about: ContextFact['about']; readonly step: ReportStep }[] {
  if (fact.about === 'structured-data') {
    const types = schemaTypesIn(fact.text);
    const type = ANIMALS.test(types) ? undefined : CONDITION_TYPES.exec(types)?.[0];
    return type === undefined
      ? []
      : [{ topic: type, about: fact.about, step: stepOf(fact, say`structured data says ${type}`) }];
  }
  return context
    .sensitive(fact.text)
    .filter((match) => tells(match, site))
    .map(({ start, end, category }) => ({
      topic: category,
      about: fact.about,
      step: stepOf(fact, say`${factName(fact.about)} says “${fact.text.slice(start, end)}” (${term(category)})`),
    }));
}

/** The address, title or heading comes from an expression of the template, so this file is many pages. */
function isFilledIn({ text }: ContextFact): boolean {
  return (text.match(EXPRESSION) ?? []).some((one) => OF_THE_PAGE.test(one) && !OF_THE_SITE.test(one));
}

function stepOf({ location }: ContextFact, message: Phrase): ReportStep {
  return location ? { message, location } : { message };
}

import { runsAt } from '../../src/model/address-guard.ts';
import type { Entity } from '../../src/model/entity.ts';
import { entityTitle, trailOf } from '../../src/model/evidence.ts';
import type { Report, ReportedPage, ReportStep, Severity } from '../../src/model/finding.ts';
import {
  conditionPagesOf,
  disclosureOf,
  isPageCode,
  type PageDisclosure,
  signedInDisclosureOf,
  tagDisclosureOf,
} from '../../src/model/page-disclosure.ts';
import { type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type JudgedActivity, needsConsent, type Tag, type Unit } from '../../src/model/unit.ts';
import { isPseudonymous, userDataOf } from '../../src/model/user-data.ts';
import { placeOf, type Visit, type VisitedPlace } from '../../src/model/visit.ts';

export const rule: Rule = {
  meta: {
    id: 'sensitive/page-context',
    title: 'A tracker learns a sensitive address or title merely by loading',
    severity: 'warning',
    needs: ['tags'],
    raisedBy: ['page'],
    law: [
      'GDPR-9',
      'GDPR-6',
      'NO-DT-NHI',
      'NO-DT-116111',
      'FI-YA',
      'EU-CJEU-META-BKA',
      'US-HIPAA-164-502',
      'US-HHS-OCR',
      'US-FTC-5',
      'US-FTC-CEREBRAL',
    ],
  },
  check(unit, context) {
    if (unit.kind !== 'page' && unit.kind !== 'container' && !isPageCode(unit)) return;
    const tags = unit.tags.filter((tag) => needsConsent(tag.vendor) && !isDead(tag));
    if (tags.length === 0) return;
    if (unit.visit) {
      for (const tag of tags) reportVisit(tag, unit.visit, unit, context);
      return;
    }
    const unitPage = unit.kind === 'container' ? undefined : disclosureOf(unit, context);
    const place = unitPage && placeOf(unit, unit.source.root.name, context);
    for (const tag of tags) {
      const { first, runs } = startOf(tag, place);
      if (!first) continue;
      const signedIn = context.profile.regime === 'us-health' ? signedInDisclosureOf(tag, unit, context) : undefined;
      const pages = tag.entity?.pages ?? (unit.kind === 'page' ? conditionPagesOf(tag) : []);
      const page = (tag.entity?.pages ? undefined : unitPage) ?? tagDisclosureOf(pages, unit, context);
      if (signedIn) report(tag, first, signedIn, BEHIND_A_LOGIN, context);
      else if (page) report(tag, first, runs ? page : { ...page, certainty: 'possible' }, OPEN, context);
    }
  },
};

/** A tag of a container runs on a page that loads it: what its triggers say of the page themselves is told without it. */
function reportVisit(tag: Tag, { place, page, signedIn }: Visit, unit: Unit, context: RuleContext): void {
  const { entity } = tag;
  const { first, runs } = startOf(tag, place);
  if (!first || !entity?.firesOn || tagDisclosureOf(entity.pages ?? [], unit, context)) return;
  const fires = entity.firesOn(place);
  if (fires === false) return;
  const sure = (found: PageDisclosure): PageDisclosure => (fires && runs ? found : { ...found, certainty: 'possible' });
  if (signedIn && context.profile.regime === 'us-health')
    report(tag, first, sure(signedIn), BEHIND_A_LOGIN, context, true);
  else report(tag, first, sure(page), OPEN, context, true);
}

/** What the tag does first on the page, and whether it is known to do it there. */
function startOf(
  { activities }: Tag,
  place: VisitedPlace | undefined,
): { readonly first?: JudgedActivity; readonly runs: boolean } {
  const open = activities.filter(({ reached, restrained }) => reached && restrained === undefined);
  const answers = open.map((first) => ({ first, runs: place ? runsAt(first.guard, place) : true }));
  const found = answers.find(({ runs }) => runs !== false);
  return found ? { first: found.first, runs: found.runs === true } : { runs: false };
}

function isDead({ states }: Tag): boolean {
  return Object.values(states).every(({ outcome }) => outcome === 'blocked');
}

/** What is said of a kind of page, and what a choice about cookies changes there. */
interface Kind {
  readonly why: Phrase;
  readonly remedy: Phrase;
  readonly law: readonly string[];
  /** A choice in a banner lowers the finding. */
  readonly consentCounts: boolean;
}

const OPEN: Kind = {
  why: say`Whatever loads on the page gets its address and title with the cookie and the IP address of the visitor; no event has to be written for that.`,
  remedy: say`Leave trackers off such pages, or send a neutral address and title of your own with every call.`,
  law: rule.meta.law.filter((id) => !id.startsWith('US-')),
  consentCounts: true,
};

/** Under `us-health`: what HIPAA asks for behind a login is no banner. */
const BEHIND_A_LOGIN: Kind = {
  why: say`Behind a login the site knows who the visitor is, and what the tracker gets there is health information about that person: it takes a contract as business associate with the vendor or an authorisation of each visitor, which a choice about cookies is not.`,
  remedy: say`Leave trackers off the pages behind the login.`,
  law: ['US-HIPAA-164-502', 'US-HHS-OCR', 'US-FTC-5', 'US-FTC-CEREBRAL'],
  consentCounts: false,
};

/** @param isVisited the page is not the tag's own: it may be one of many */
function report(
  tag: Tag,
  first: JudgedActivity,
  page: PageDisclosure,
  kind: Kind,
  context: RuleContext,
  isVisited = tag.entity === undefined,
): void {
  const identifiers = tag.activities
    .flatMap((activity) => userDataOf(activity))
    .filter(({ kind, certainty }) => certainty !== 'possible' && !isPseudonymous(kind));
  const { name } = tag.vendor;
  const { entity } = tag;
  // No event is written, so all that can be asked of the visitor has been asked; whether it sufficed is not for the code to say.
  const gated = kind.consentCounts && tag.gate.kind === 'gated';
  const tell = (pages: readonly ReportedPage[]): Told => ({
    message: messageOf(name, entity, whereOf(pages), identifiers.length > 0),
    trail: [
      ...stepsOf(pages),
      ...identifiers
        .slice(0, 3)
        .map(({ key, kind, location }) => ({ message: say`gets ${key} (${term(kind)})`, location })),
      ...trailOf(first).slice(0, 2),
    ],
    cause: {
      id: `page-context ${whereOf(pages)}`,
      title: say`Trackers learn that the visitor is ${whereOf(pages)}`,
      remedy: pages.length > 1 ? say`Leave trackers off these pages.` : say`Leave trackers off this page.`,
    },
  });
  const found: readonly ReportedPage[] = [page];
  context.report({
    ...tell(found),
    why: kind.why,
    remedy: kind.remedy,
    location: first.location,
    severity: entity?.paused ? 'note' : severityOf(page, gated, identifiers.length > 0 || !kind.consentCounts),
    certainty: page.certainty !== 'certain' && gated ? 'possible' : page.certainty,
    vendor: name,
    ...(entity ? { entity: entity.name } : {}),
    // A layout stands around many pages: what is learnt there is one thing, whatever the pages are about.
    subject: [tag.vendor.id, ...(entity ? [entity.name] : []), ...(isVisited ? [] : [page.where])].join(' '),
    ...(isVisited && { pages: { found, tell } }),
    law: kind.law,
  });
}

function severityOf({ isInferred }: PageDisclosure, gated: boolean, isGrave: boolean): Severity {
  if (isGrave) return isInferred ? 'warning' : 'error';
  return gated || isInferred ? 'note' : 'warning';
}

type Told = Pick<Report, 'message' | 'cause' | 'trail'>;

/** Pages that are told one by one. */
const MAX_TOLD = 12;
const MAX_WHERES = 3;

function messageOf(name: string, entity: Entity | undefined, where: Phrase, identified: boolean): Phrase {
  if (!entity)
    return identified
      ? say`${name} learns that the visitor is ${where}, and who the visitor is.`
      : say`${name} learns that the visitor is ${where}.`;
  const tag = entityTitle(entity, 'tag');
  return identified
    ? say`${name} learns from ${tag} that the visitor is ${where}, and who the visitor is.`
    : say`${name} learns from ${tag} that the visitor is ${where}.`;
}

function whereOf(pages: readonly ReportedPage[]): Phrase {
  const wheres = new Map(pages.map(({ where }) => [where.toString(), where]));
  const told = [...wheres.values()].slice(0, MAX_WHERES).reduce((head, where) => say`${head}, or ${where}`);
  const all = wheres.size > MAX_WHERES ? say`${told}, or the like` : told;
  return pages.length > 1 ? say`${all} (${pages.length} pages)` : all;
}

/** All that one page says; of many, what each says first. */
function stepsOf(pages: readonly ReportedPage[]): ReportStep[] {
  const [only] = pages;
  if (only && pages.length === 1) return [...only.evidence];
  const steps = pages.slice(0, MAX_TOLD).flatMap(({ evidence }) => evidence.slice(0, 1));
  const more = pages.length - MAX_TOLD;
  return more > 0
    ? [...steps, { message: more === 1 ? say`and 1 more page say so` : say`and ${more} more pages say so` }]
    : steps;
}

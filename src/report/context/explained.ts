/** What was inferred of a page, script or container, from which evidence, and which rules it makes stricter. */
import type { ReportStep, TrailStep } from '../../model/finding.ts';
import { disclosureOf, isPageCode, type PageDisclosure, tagDisclosureOf } from '../../model/page-disclosure.ts';
import type { SiteProfile } from '../../model/profile.ts';
import type { RuleMeta } from '../../model/rule.ts';
import { ENOUGH, evidenceOf, type Sensitivity, type SiteContext, sensitivityOf } from '../../model/site.ts';
import { needsConsent, type Unit } from '../../model/unit.ts';
import { resolveLocation } from '../../text/location.ts';

/** A step without a place is about the whole file. */
export interface ExplainedStep extends TrailStep {
  /** What it weighs; `enough` of it make the site one about something sensitive. */
  readonly points: number;
}

/** Where visitors are who meet a tag, and how that is known. */
export interface ExplainedPage {
  /** The tag of a container that fires there alone; absent for the whole page. */
  readonly tag?: string;
  /** The page, where the file that is explained is a layout around it. */
  readonly file?: string;
  readonly where: string;
  readonly certainty: PageDisclosure['certainty'];
  readonly evidence: readonly TrailStep[];
}

/** Texts are as the input has them: whoever prints them masks and escapes. */
export interface ExplainedContext {
  readonly file: string;
  readonly kind: Unit['kind'];
  readonly sector: SiteProfile['sector'];
  /** The sector that the evidence speaks for, where the configuration names none. */
  readonly inferredSector?: SiteProfile['sector'];
  readonly regime: SiteProfile['regime'];
  readonly level: Sensitivity['level'];
  /** Empty where nothing is inferred. */
  readonly reason: string;
  readonly enough: number;
  readonly evidence: readonly ExplainedStep[];
  readonly pages: readonly ExplainedPage[];
  /** Ids of the rules that find more here, or graver. */
  readonly strengthens: readonly string[];
}

/** Tags of a container that are told one by one. */
const MAX_PAGES = 200;

/** The context of a judged unit. */
export function explainContext(unit: Unit, context: SiteContext, rules: readonly RuleMeta[]): ExplainedContext {
  const { sector, regime } = context.profile;
  const { level, reason, sector: inferredSector } = sensitivityOf(unit, context);
  const place = (step: ReportStep): TrailStep => placed(step, unit);
  const pages = pagesOf(unit, context).slice(0, MAX_PAGES);
  const has = { site: level !== 'none', page: pages.length > 0 };
  return {
    file: unit.source.root.name,
    kind: unit.kind,
    sector,
    ...(inferredSector && { inferredSector }),
    regime,
    level,
    reason: reason.toString(),
    enough: ENOUGH,
    evidence: evidenceOf(unit, context).map(({ points, step }) => ({ ...place(step), points })),
    pages: pages.map(({ tag, page }) => ({
      ...(tag !== undefined && { tag }),
      where: page.where.toString(),
      certainty: page.certainty,
      evidence: page.evidence.map(place),
    })),
    strengthens: rules.filter(({ raisedBy = [] }) => raisedBy.some((what) => has[what])).map(({ id }) => id),
  };
}

/** What a page below layouts reveals, and the files of these layouts: those in which its trackers and the loaders of its containers stand. */
export function explainBelow(
  file: string,
  unit: Unit,
  context: SiteContext,
): { readonly layouts: readonly string[]; readonly page: ExplainedPage } | undefined {
  const layouts = new Set(
    unit.tags
      .filter(({ vendor }) => needsConsent(vendor) || vendor.purposes.includes('tag-manager'))
      .flatMap(({ activities }) => activities.map(({ location }) => location.source.root.name)),
  );
  layouts.delete(file);
  const page = layouts.size > 0 ? disclosureOf(unit, context) : undefined;
  const first = page?.evidence[0]?.location?.source.root.name;
  // What the layout says itself is told of the layout.
  if (!page || (first !== undefined && layouts.has(first))) return undefined;
  const { where, certainty, evidence } = page;
  const steps = evidence.map((step) => placed(step, unit));
  return { layouts: [...layouts], page: { file, where: where.toString(), certainty, evidence: steps } };
}

/** The context of a layout with what the pages below it reveal. */
export function withBelow(
  layout: ExplainedContext,
  below: readonly ExplainedPage[],
  rules: readonly RuleMeta[],
): ExplainedContext {
  const pages = [...layout.pages, ...below].slice(0, MAX_PAGES);
  const known = new Set(layout.strengthens);
  const strengthens = rules.filter(({ id, raisedBy = [] }) => known.has(id) || raisedBy.includes('page'));
  return { ...layout, pages, strengthens: strengthens.map(({ id }) => id) };
}

function pagesOf(unit: Unit, context: SiteContext): { readonly tag?: string; readonly page: PageDisclosure }[] {
  if (unit.kind === 'page' || isPageCode(unit)) {
    const page = disclosureOf(unit, context);
    return page ? [{ page }] : [];
  }
  return unit.tags.flatMap(({ name, entity }) => {
    const page = entity?.pages && tagDisclosureOf(entity.pages, unit, context);
    return page ? [{ tag: name, page }] : [];
  });
}

function placed({ message, location }: ReportStep, unit: Unit): TrailStep {
  if (!location) return { message: message.toString(), file: unit.source.root.name, line: 1, column: 1 };
  const { file, line, column } = resolveLocation(location);
  return { message: message.toString(), file, line, column };
}

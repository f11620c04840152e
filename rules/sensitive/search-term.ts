import { type ContentItem, contentOf } from '../../src/model/content.ts';
import { tellingActivities, tellingOf } from '../../src/model/data-layer-push.ts';
import { describeOrigin, filledFrom, nameOf, pushesOf, trailOf } from '../../src/model/evidence.ts';
import type { ReportStep } from '../../src/model/finding.ts';
import { say } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { type Sensitivity, sensitivityOf, tells } from '../../src/model/site.ts';
import { typedTextOf } from '../../src/model/typed-text.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'sensitive/search-term',
    title: 'The visitor’s search words are sent from a sensitive site',
    severity: 'error',
    needs: ['activities'],
    raisedBy: ['site'],
    law: ['GDPR-9', 'GDPR-5-1-C', 'EU-CJEU-META-BKA', 'FI-YA'],
  },
  check(unit, context) {
    const site = sensitivityOf(unit, context);
    for (const activity of tellingActivities(unit)) {
      const searched = contentOf(activity).filter(
        (item) => item.role === 'search' && (site.level !== 'none' || reveals(item, site, context)),
      );
      const [first] = searched;
      if (first) report(activity, searched, first, site, unit, context);
      if (site.level !== 'none') reportTyped(activity, site, unit, context);
    }
  },
};

/** A word that stands in the source, as a link to a ready-made search does. */
function reveals({ literal, text }: ContentItem, site: Sensitivity, context: RuleContext): boolean {
  return literal && context.sensitive(text).some((match) => tells(match, site));
}

function report(
  activity: JudgedActivity,
  searched: readonly ContentItem[],
  first: ContentItem,
  site: Sensitivity,
  unit: Unit,
  context: RuleContext,
): void {
  const telling = tellingOf(activity, unit);
  const { vendor, entity } = activity;
  const keys = [...new Set(searched.map(({ key }) => key))];
  context.report({
    message: say`${nameOf(activity)} ${telling.says(say`what the visitor searches for (${keys.join(', ')})`)}.`,
    why: telling.why(
      site.level === 'none'
        ? say`The words reveal something sensitive: people type what they suffer from into the search field.`
        : say`Here ${site.reason}: people type what they suffer from into the search field.`,
    ),
    remedy: say`Leave the words out; if searches are to be counted, send that one was made and whether it found anything.`,
    location: first.location,
    severity: entity?.paused ? 'note' : site.level === 'evident' ? 'warning' : 'error',
    certainty: 'likely',
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} ${keys.sort().join(' ')}`,
    trail: [
      ...searched.slice(0, 4).map(stepOf),
      ...pushesOf(searched.map(({ value }) => value)),
      ...site.evidence,
      ...trailOf(activity).slice(0, 3),
    ],
    ...telling.report,
    law: rule.meta.law,
  });
}

/** Own words of the visitor in a form of such a site: what they suffer from, and why they come. */
function reportTyped(activity: JudgedActivity, site: Sensitivity, unit: Unit, context: RuleContext): void {
  const typed = typedTextOf(activity);
  const [first] = typed;
  if (!first) return;
  const telling = tellingOf(activity, unit);
  const { vendor, entity } = activity;
  const keys = [...new Set(typed.map(({ path }) => path))];
  context.report({
    message: say`${nameOf(activity)} ${telling.says(say`what the visitor writes into a form (${keys.join(', ')})`)}.`,
    why: telling.why(say`Here ${site.reason}: in their own words people tell why they come.`),
    remedy: say`Leave the words out; send that the form was sent, if that.`,
    location: first.location,
    severity: entity?.paused ? 'note' : site.level === 'evident' ? 'warning' : 'error',
    certainty: 'likely',
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} typed ${keys.sort().join(' ')}`,
    trail: [
      ...typed.slice(0, 4).map(({ path, value, location }) => ({
        message: say`${path} is filled from ${describeOrigin(value) ?? ''}`,
        location,
      })),
      ...site.evidence,
      ...trailOf(activity).slice(0, 3),
    ],
    ...telling.report,
    law: rule.meta.law,
  });
}

function stepOf({ key, value, literal, text, location }: ContentItem): ReportStep {
  return { message: literal ? say`${key} is “${text}”` : filledFrom(key, value), location };
}

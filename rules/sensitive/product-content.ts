import { type ContentItem, contentOf } from '../../src/model/content.ts';
import { tellingActivities, tellingOf } from '../../src/model/data-layer-push.ts';
import { filledFrom, nameOf, pushesOf, trailOf } from '../../src/model/evidence.ts';
import type { Certainty, Severity } from '../../src/model/finding.ts';
import { type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import type { SensitiveMatch } from '../../src/model/sensitive.ts';
import { type Sensitivity, sensitivityOf, tells } from '../../src/model/site.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'sensitive/product-content',
    title: 'Product names or categories that reveal something sensitive are sent as event content',
    severity: 'error',
    needs: ['activities'],
    raisedBy: ['site'],
    law: ['GDPR-9', 'GDPR-5-1-C', 'EU-CJEU-LINDEN', 'FI-YA', 'NO-DT-OTHERS', 'US-FTC-GOODRX'],
  },
  check(unit, context) {
    const site = sensitivityOf(unit, context);
    for (const activity of tellingActivities(unit)) {
      const judged = contentOf(activity)
        .filter(({ role }) => role !== 'search')
        .map((item) => judgeItem(item, site, context))
        .filter((one) => one !== undefined);
      report(activity, judged, site, unit, context);
    }
  },
};

interface Judged {
  readonly item: ContentItem;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly reason: Phrase;
  readonly match?: SensitiveMatch;
}

function judgeItem(item: ContentItem, site: Sensitivity, context: RuleContext): Judged | undefined {
  const matches = context.sensitive(item.text).filter((match) => tells(match, site));
  const match = matches.find((one) => one.strength === 'reveals') ?? matches[0];
  if (item.role === 'id' && !(match && item.literal && isSpelledOut(match))) {
    // Ids without names: the vendor's catalogue has the names.
    return site.level === 'none'
      ? undefined
      : { item, severity: 'note', certainty: 'certain', reason: say`${item.key} names the product by its id` };
  }
  if (match && item.literal) {
    return {
      item,
      severity: 'error',
      certainty: 'certain',
      reason: say`${item.key} says “${item.text.slice(match.start, match.end)}” (${term(match.category)})`,
      match,
    };
  }
  if (site.level === 'none') return undefined;
  if (item.literal) {
    // On a pharmacy's site any product's title tells what was bought; a fixed label of the site's own tells nothing.
    const isKnown = site.level === 'configured';
    return item.role === 'name' && (isKnown || site.sector === 'pharmacy')
      ? {
          item,
          severity: isKnown ? 'error' : 'warning',
          certainty: 'likely',
          reason: say`${item.key} carries a product’s name`,
        }
      : undefined;
  }
  return {
    item,
    severity: 'error',
    certainty: item.made ? 'possible' : 'likely',
    reason: filledFrom(item.key, item.value),
  };
}

/** An id that is made of a name (`klamydiatest-hemma`); a few letters of a number of stock mean nothing. */
function isSpelledOut({ start, end }: SensitiveMatch): boolean {
  return end - start >= MIN_SPELLED;
}

const MIN_SPELLED = 6;

const isPossible = ({ certainty }: Judged): boolean => certainty === 'possible';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function report(
  activity: JudgedActivity,
  judged: readonly Judged[],
  site: Sensitivity,
  unit: Unit,
  context: RuleContext,
): void {
  const [worst] = [...judged].sort(
    (a, b) =>
      // What is only possible hides nothing that is more.
      Number(isPossible(a)) - Number(isPossible(b)) ||
      RANK[a.severity] - RANK[b.severity] ||
      Number(b.match !== undefined) - Number(a.match !== undefined),
  );
  const telling = tellingOf(activity, unit);
  if (!worst || (telling.isHandedOn && worst.severity === 'note')) return;
  const { vendor, entity } = activity;
  const alike = judged.filter((one) => one.severity === worst.severity && isPossible(one) === isPossible(worst));
  const keys = [...new Set(alike.map(({ item }) => item.key))];
  context.report({
    message: messageOf(say`${nameOf(activity)} ${telling.says(keys.join(', '))}`, worst),
    why: telling.why(
      worst.match
        ? say`The words tell something private about whoever looks at the product or buys it.`
        : say`Here ${site.reason}: what was looked at or bought is health data as soon as it can be tied to a person.`,
    ),
    remedy: say`Send no names and categories; if the event is needed, send a value and a neutral id that only you can resolve.`,
    location: worst.item.location,
    severity: entity?.paused ? 'note' : worst.severity,
    certainty: telling.certainty(worst.certainty),
    vendor: vendor.name,
    ...(entity ? { entity: entity.name } : {}),
    subject: `${vendor.id} ${entity?.name ?? ''} ${keys.sort().join(' ')}`,
    trail: [
      ...judged.slice(0, 6).map(({ item, reason }) => ({ message: reason, location: item.location })),
      ...pushesOf(judged.map(({ item }) => item.value)),
      ...site.evidence,
      ...trailOf(activity).slice(0, 3),
    ],
    ...telling.report,
    law: unit.kind === 'server-container' ? rule.meta.law.slice(0, 4) : rule.meta.law,
  });
}

function messageOf(what: Phrase, { severity, match }: Judged): Phrase {
  if (severity === 'note') return say`${what} from a sensitive site.`;
  return match ? say`${what}: ${term(match.category)}.` : say`${what}.`;
}

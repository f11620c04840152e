import type { MoneyKeys } from '../../src/model/catalog.ts';
import { nameOf } from '../../src/model/evidence.ts';
import { type Phrase, type Said, say } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { JudgedActivity, Unit } from '../../src/model/unit.ts';
import {
  alternativesOf,
  isEmpty,
  type ObjectValue,
  originsOf,
  type Property,
  propertyOf,
  textOf,
} from '../../src/model/value.ts';

export const rule: Rule = {
  meta: {
    id: 'hygiene/value-without-currency',
    title: 'An amount without its currency, a currency without an amount, or a currency that is none',
    severity: 'warning',
    needs: ['activities'],
    law: [],
  },
  check(unit, context) {
    for (const activity of unit.activities) {
      const { money } = activity.vendor;
      const fault = money && activity.kind === 'event' && activity.reached ? faultOf(unit, activity, money) : undefined;
      if (!fault || activity.entity?.paused) continue;
      context.report({
        message: fault.says(nameOf(activity), activity.vendor.name),
        why: say`The vendor cannot count the amount, or counts it in a wrong currency: revenue and bids that rest on it are wrong.`,
        remedy: fault.remedy,
        location: fault.property.location ?? fault.property.value.location ?? activity.location,
        severity: 'warning',
        certainty: activity.states.all.certainty === 'certain' ? 'certain' : 'likely',
        vendor: activity.vendor.name,
        ...(activity.entity ? { entity: activity.entity.name } : {}),
        subject: `${activity.vendor.id} ${fault.event} ${activity.entity?.name ?? ''}`,
        trail: [],
        cause: {
          id: `money ${activity.vendor.id} ${fault.kind}`,
          title: TITLES[fault.kind],
          remedy: say`Send both: the amount and the three letters of its currency.`,
        },
        law: rule.meta.law,
      });
    }
  },
};

interface Fault {
  readonly kind: keyof typeof TITLES;
  readonly event: string;
  readonly says: (who: Said, vendor: string) => Phrase;
  readonly remedy: Phrase;
  /** The parameter that is there. */
  readonly property: Property;
}

const TITLES = {
  value: say`Amounts without their currency`,
  currency: say`Currencies without an amount`,
  code: say`Currencies that are none`,
} as const;

function faultOf(unit: Unit, activity: JudgedActivity, { value, currency, events }: MoneyKeys): Fault | undefined {
  const event = textOf(activity.values.event);
  const params = activity.values.params;
  if (event === undefined || !events.includes(event) || params?.kind !== 'object' || !isWhole(params)) return undefined;
  const amount = given(params, value);
  const code = given(params, currency);
  if (code && alternativesOf(code.value).some((one) => isNoCode(textOf(one))))
    return {
      kind: 'code',
      event,
      says: (who, vendor) => say`${who} sends “${event}” to ${vendor} with a ${currency} that is none.`,
      remedy: say`Give ${currency} as three letters: EUR, SEK, USD.`,
      property: code,
    };
  if (amount && !code && !isSharedBy(unit, activity, currency))
    return {
      kind: 'value',
      event,
      says: (who, vendor) => say`${who} sends “${event}” to ${vendor} with ${value} and without ${currency}.`,
      remedy: say`Add ${currency} with three letters, from the order where several are in use.`,
      property: amount,
    };
  // Only a sale is nothing without its amount.
  if (code && !amount && /^purchase$/i.test(event) && !isSharedBy(unit, activity, value))
    return {
      kind: 'currency',
      event,
      says: (who, vendor) => say`${who} sends “${event}” to ${vendor} with ${currency} and without ${value}.`,
      remedy: say`Add ${value}: the amount of the order.`,
      property: code,
    };
  return undefined;
}

/** All parameters stand there: nothing unknown, and no object of the data layer, may bring the missing one. */
function isWhole({ properties, rest }: ObjectValue): boolean {
  return (
    rest.length === 0 &&
    !properties.some(({ value }) =>
      originsOf(value).some(({ kind, name }) => kind === 'data-layer' && name === 'ecommerce.items'),
    )
  );
}

function given({ properties }: ObjectValue, key: string): Property | undefined {
  return properties.findLast((property) => property.key === key && !isEmpty(property.value));
}

function isNoCode(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && !/^[a-z]{3}$/i.test(text.trim());
}

/** Parameters of the vendor's configuration go with all its events. */
function isSharedBy({ activities }: Unit, { vendor }: JudgedActivity, key: string): boolean {
  return activities.some(
    (other) =>
      other.vendor === vendor &&
      other.kind !== 'event' &&
      Object.values(other.values).some(
        (value) => propertyOf(value, key) || (value.kind === 'object' && value.rest.length > 0),
      ),
  );
}

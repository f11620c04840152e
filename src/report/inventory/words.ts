/** The words of the inventory for people. */
import type { InventoryDatum, InventoryFeature, InventoryPlace, InventoryUse } from '../../inventory/inventory.ts';
import type { Purpose } from '../../model/catalog.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import type { DataOrigin } from '../../model/inventory/data.ts';
import { CATEGORY_WORDS, FORM_WORDS, isOfPerson } from '../../model/inventory/words.ts';
import type { Outcome } from '../../model/unit.ts';

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  ads: 'advertising',
  analytics: 'analytics',
  replay: 'session recording',
  'ab-testing': 'A/B testing',
  'tag-manager': 'tag management',
  'marketing-automation': 'marketing automation',
  cdp: 'customer data platform',
  affiliate: 'affiliate marketing',
  chat: 'chat',
  embed: 'embedded content',
  captcha: 'protection against programs',
  form: 'forms and bookings',
  font: 'fonts',
};

/** `e-mail address, hashed`; the form of what names nobody is left out. */
export function datumWords({ category, form }: Pick<InventoryDatum, 'category' | 'form'>): string {
  if (form === 'raw' && !isOfPerson(category)) return CATEGORY_WORDS[category].toString();
  return `${CATEGORY_WORDS[category]}, ${FORM_WORDS[form]}`;
}

const ORIGIN_WORDS: Readonly<Record<DataOrigin['kind'], string>> = {
  'form-field': 'form field',
  template: 'template expression',
  'data-layer': 'data layer key',
  'gtm-variable': 'variable',
  url: 'page address',
  cookie: 'cookie',
  storage: 'stored value',
  page: 'page content',
  variable: 'code',
  'event-data': 'event data',
  literal: 'fixed value',
};

export function originWords({ kind, name }: DataOrigin): string {
  return name === undefined ? ORIGIN_WORDS[kind] : `${ORIGIN_WORDS[kind]} ${name}`;
}

const STATE_WORDS: Readonly<Record<ConsentState, string>> = {
  'first-visit': 'first visit',
  refused: 'refused',
  preferences: 'preferences',
  statistics: 'statistics',
  marketing: 'marketing',
  all: 'all',
};

const OUTCOMES: readonly Outcome[] = ['runs', 'limited', 'held', 'unknown'];

/** `runs in every state`, `limited: first visit, refused; runs: all`. */
export function statesWords({ states, dead }: Pick<InventoryUse, 'states' | 'dead'>): string {
  if (dead) return 'never runs';
  const parts = OUTCOMES.flatMap((outcome): string[] => {
    const found = CONSENT_STATES.filter((state) => states[state].outcome === outcome);
    if (found.length === 0) return [];
    if (found.length === CONSENT_STATES.length) return [`${outcome} in every state`];
    return [`${outcome}: ${found.map((state) => STATE_WORDS[state]).join(', ')}`];
  });
  return parts.join('; ');
}

const BY_WORDS = {
  on: {
    code: 'switched on in code',
    default: 'on, as nothing switches it off',
    settings: 'on, by the vendor’s settings',
  },
  off: { code: 'switched off', default: 'switched off', settings: 'off, by the vendor’s settings' },
  unknown: {
    code: 'set in the vendor’s interface, not seen here',
    default: 'not seen here',
    settings: 'not seen here',
  },
} as const;

export function featureWords({ state, by, keys }: Pick<InventoryFeature, 'state' | 'by' | 'keys'>): string {
  return `${BY_WORDS[state][by]}${state === 'on' && keys.length > 0 ? `, for ${keys.join(', ')}` : ''}`;
}

/** `page.html:12`, with the tag of a container. */
export function placeWords({ file, line, entity }: InventoryPlace): string {
  return entity === undefined ? `${file}:${line}` : `${file}:${line} (${entity})`;
}

/** How a tag of a container is made to wait for consent, in the words of Tag Manager's interface. */
import type { Vendor } from './catalog.ts';
import type { SiteProfile } from './profile.ts';
import type { Unit } from './unit.ts';

const SETTINGS = 'Advanced Settings › Consent Settings';

const SIGNALS = {
  necessary: 'ad_storage',
  preferences: 'personalization_storage',
  statistics: 'analytics_storage',
  marketing: 'ad_storage',
} as const;

/** Without a default the check lets everybody pass. */
const DEFAULT_TOO = ' Set a consent default as well: a type that nobody sets counts as granted.';

export function requireConsent(vendor: Vendor, unit: Unit, profile: SiteProfile): string {
  const known =
    unit.embedding !== undefined ||
    profile.defaultsOnPage !== undefined ||
    unit.consentModes.some((mode) => mode.default !== 'none');
  return `Under ${SETTINGS} of the tag require additional consent (${SIGNALS[vendor.category]}), or fire it on an event of your consent platform only.${known ? '' : DEFAULT_TOO}`;
}

export const REQUIRE_CONSENT_OF_ALL = `Under ${SETTINGS} of each tag require additional consent, or fire it on an event of your consent platform only.`;

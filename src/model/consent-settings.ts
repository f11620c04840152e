/** How a tag of a container is made to wait for consent, in the words of Tag Manager's interface. */
import type { Vendor } from './catalog.ts';
import { textAt } from './code-repairs.ts';
import type { Entity } from './entity.ts';
import type { Repair } from './finding.ts';
import { memberSet } from './json-repairs.ts';
import { type Phrase, say } from './phrase.ts';
import type { SiteProfile } from './profile.ts';
import type { Unit } from './unit.ts';

const SETTINGS = 'Advanced Settings › Consent Settings';

const SIGNALS = {
  necessary: 'ad_storage',
  preferences: 'personalization_storage',
  statistics: 'analytics_storage',
  marketing: 'ad_storage',
} as const;

export function requireConsent(vendor: Vendor, unit: Unit, profile: SiteProfile): Phrase {
  const required = say`Under ${SETTINGS} of the tag require additional consent (${SIGNALS[vendor.category]}), or fire it on an event of your consent platform only.`;
  // Without a default the check lets everybody pass.
  return hasDefault(unit, profile)
    ? required
    : say`${required} Set a consent default as well: a type that nobody sets counts as granted.`;
}

/** Whether anybody sets the types that consent settings ask for. */
export function hasDefault(unit: Unit, profile: SiteProfile): boolean {
  return (
    unit.embedding !== undefined ||
    profile.defaultsOnPage !== undefined ||
    unit.consentModes.some((mode) => mode.default !== 'none')
  );
}

/** The consent settings of a tag as the export has them, in the words of the interface or of the API. */
export function consentRequired({ whole }: Entity, vendor: Vendor): Repair | undefined {
  if (!whole) return undefined;
  const isApi = /"type"\s*:\s*"(?:template|boolean|integer|list|map)"/.test(textAt(whole));
  const word = (text: string): string => (isApi ? text.toLowerCase() : text);
  const signal = SIGNALS[vendor.category];
  const edit = memberSet(whole, 'consentSettings', {
    consentStatus: word('NEEDED'),
    consentType: { type: word('LIST'), list: [{ type: word('TEMPLATE'), value: signal }] },
  });
  return edit && { message: say`Require additional consent (${signal}).`, edits: [edit] };
}

export const REQUIRE_CONSENT_OF_ALL = say`Under ${SETTINGS} of each tag require additional consent, or fire it on an event of your consent platform only.`;

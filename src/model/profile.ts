import type { ReviewedRecord } from './reviewed/record.ts';
import type { SiteGate } from './site-gate.ts';

export const SECTORS = [
  'general',
  'pharmacy',
  'healthcare',
  'insurance',
  'bank',
  'dating',
  'religion',
  'politics',
  'children',
] as const;
export type Sector = (typeof SECTORS)[number];

export const REGIMES = ['eu', 'us-opt-out', 'us-health'] as const;
export type Regime = (typeof REGIMES)[number];

export const STRICTNESS = ['default', 'strict', 'audit'] as const;
export type Strictness = (typeof STRICTNESS)[number];

/** What the site is (design, *Site profile*); decides what is sensitive and what a first visit may do. */
export interface SiteProfile {
  readonly sector: Sector;
  readonly regime: Regime;
  /** Hosts of the site's own. */
  readonly hosts?: readonly string[];
  /** Path prefixes or globs of pages that are sensitive by themselves. */
  readonly sensitivePaths: readonly string[];
  /** Answers, for containers, what the page around them sets as the default of Google's consent mode. */
  readonly defaultsOnPage?: 'denied' | 'granted';
  /** What the site's own policy allows, which leaves out all others, and what it forbids: ids of vendors, and hosts. */
  readonly allowed?: readonly string[];
  readonly denied?: readonly string[];
  /** Ids of vendors that the site's authority exempts from consent. */
  readonly exemptVendors: readonly string[];
  /** Ids of consent platforms that the site loads where no linted file shows it. */
  readonly platforms?: readonly string[];
  /** What somebody has reviewed, where that was written down. */
  readonly reviewed?: ReviewedRecord;
  /** Gates that the site declares. */
  readonly gates?: readonly SiteGate[];
}

export const GENERAL_PROFILE: SiteProfile = { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] };

/** Sectors in which what is bought, read or asked is sensitive by itself. */
export function isSensitiveSector(sector: Sector): boolean {
  return sector !== 'general';
}

/** What a page shows of others: video, maps, posts, chats, forms, puzzles against robots, fonts. */
import type { Purpose, Vendor } from './catalog.ts';
import type { Certainty } from './finding.ts';
import type { Atom, Guard } from './guard.ts';
import type { SiteProfile } from './profile.ts';
import { type JudgedActivity, needsConsent, type Tag, type Unit } from './unit.ts';

/** The purposes of embeds; a vendor that tracks as well is judged as a tracker. */
export type EmbedPurpose = Extract<Purpose, 'chat' | 'embed' | 'captcha' | 'form' | 'font'>;

const EMBEDS: readonly EmbedPurpose[] = ['chat', 'embed', 'captcha', 'form', 'font'];

/** What a vendor is embedded for; undefined for trackers, tag managers and what needs no choice. */
export function embedPurpose(vendor: Vendor): EmbedPurpose | undefined {
  if (vendor.category === 'necessary' || needsConsent(vendor)) return undefined;
  return EMBEDS.find((purpose) => vendor.purposes.includes(purpose));
}

/** Something embedded that can load on a first visit without anybody having asked for it. */
export interface Embed {
  readonly vendor: Vendor;
  readonly purpose: EmbedPurpose;
  /** The frame, or the first thing that is fetched of the vendor. */
  readonly first: JudgedActivity;
  readonly certainty: Certainty;
  /** What else belongs to it. */
  readonly others: readonly JudgedActivity[];
  /** The tag of the unit that it belongs to; none for an image in the markup. */
  readonly tag?: Tag;
}

/**
 * The embeds of a unit that load on a first visit. Every frame and image is one; what a script draws is one for its vendor
 * and, in a container, its tag. The script that belongs to a frame is part of it.
 */
export function embedsOf(unit: Unit, profile: SiteProfile): Embed[] {
  if (unit.kind === 'server-container' || profile.regime === 'us-opt-out') return [];
  const embeds: Embed[] = [];
  const add = (vendor: Vendor, activities: readonly JudgedActivity[], tag?: Tag): void => {
    const purpose = embedPurpose(vendor);
    if (!purpose || profile.exemptVendors.includes(vendor.id) || tag?.entity?.paused) return;
    const loading = activities.filter(loads);
    const shown = loading.filter(({ urlKind }) => urlKind === 'frame' || urlKind === 'beacon');
    // Every frame is an embed of its own; what belongs to them or draws them stands with the first.
    const firsts = shown.length > 0 && !tag?.entity ? shown : [...shown, ...loading].slice(0, 1);
    for (const [index, first] of firsts.entries()) {
      const others = index === 0 ? loading.filter((one) => !firsts.includes(one)) : [];
      embeds.push({ vendor, purpose, first, others, certainty: certaintyOf(first), ...(tag ? { tag } : {}) });
    }
  };
  for (const tag of unit.tags) add(tag.vendor, tag.activities, tag);
  for (const activity of unit.activities) {
    if (activity.carrier === 'element' && activity.urlKind === 'beacon') add(activity.vendor, [activity]);
  }
  return embeds;
}

/** Fetches what is shown, or starts what fetches it, on a first visit and without a click on it. */
function loads({ kind, urlKind, carrier, states, guard }: JudgedActivity): boolean {
  if ((kind !== 'load' && kind !== 'init') || urlKind === 'config') return false;
  // What a script asks of a service (to check a puzzle's answer, to find a place) embeds nothing.
  if (urlKind === 'beacon' && carrier === 'script') return false;
  const { outcome } = states['first-visit'];
  if (outcome === 'blocked' || demands(guard, isUse)) return false;
  return outcome !== 'unknown' || !demands(guard, (atom) => atom.kind === 'auto-block');
}

/** What waits for an event of the site (a dialog is opened) may well wait for a click. */
function certaintyOf({ guard, states }: JudgedActivity): Certainty {
  return demands(guard, (atom) => atom.kind === 'site-event') ? 'possible' : states['first-visit'].certainty;
}

/** A click on something in the page; one anywhere is use of the page, and asks for nothing. */
function isUse(atom: Atom): boolean {
  return atom.kind === 'click' && !/^(?:document|window|body|html)?$/.test(atom.target.trim());
}

/** True where a condition holds only if one of these does. */
function demands(guard: Guard, wanted: (atom: Atom) => boolean): boolean {
  switch (guard.op) {
    case 'atom':
      return wanted(guard.atom);
    case 'and':
      return guard.of.some((one) => demands(one, wanted));
    case 'or':
      return guard.of.length > 0 && guard.of.every((one) => demands(one, wanted));
    default:
      return false;
  }
}

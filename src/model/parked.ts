/** Markup that waits for a consent platform to release it. */
import type { Location } from '../text/location.ts';
import type { Cmp } from './catalog.ts';

/** A platform whose attribute, class or type the element has. */
export interface Claim {
  readonly cmp: Cmp;
  readonly attribute: string;
  /** The element is parked in the platform's way: the platform would release it. */
  readonly fits: boolean;
  /** Words that the platform does not know, so that the element stays parked; with the word that was likely meant. */
  readonly unknown: readonly { readonly word: string; readonly meant?: string }[];
}

/** A script, frame or image that does not run as it stands. */
export interface Parked {
  readonly name: string;
  /** What parks it, as it stands there: `data-cookieconsent="marketing"`. */
  readonly subject: string;
  readonly location: Location;
  /** Those that fit first; empty where the attribute is nobody's. */
  readonly claims: readonly Claim[];
  /** The attribute is one that sites make up themselves, too (`data-consent`), whoever else reads it. */
  readonly plain: boolean;
  /** A script of the unit names the attribute or type: it releases what has it. */
  readonly released: boolean;
}

/** What of a page may stand where the unit does not show it. */
export interface Surroundings {
  /** The unit is a whole document, into which no template puts a part that is not in sight. */
  readonly complete: boolean;
  /** Scripts that the page loads and nobody here has read: some, or one that is named after consent. */
  readonly unread: 'none' | 'some' | 'consent';
}

/** Pages and the containers that they load. */
import type { Location } from '../text/location.ts';

/** The page of the run that loads a container: what it sets before the container starts governs the container's tags. */
export interface EmbeddingPage {
  /** The page or script, as findings show it. */
  readonly path: string;
  /** The loader, or what else names the container. */
  readonly location: Location;
  /**
   * How much of the page is in sight. whole: all of it, with its scripts; most: not all of its scripts; part: a fragment, a
   * script, or a page with a script out of sight that is named after consent. Only of the first two it can be said that they do
   * not set a consent default.
   */
  readonly sight: 'whole' | 'most' | 'part';
  /** Further pages of the run that load it in the same way. */
  readonly others: number;
}

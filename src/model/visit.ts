/** Visits of pages that load a container: what its tags learn there, though the container says nothing of these pages. */
import { disclosureOf, type PageDisclosure, portalDisclosureOf } from './page-disclosure.ts';
import type { SiteContext } from './site.ts';
import type { ContextFact, Unit } from './unit.ts';

/** Where a page stands and what it is called: what the triggers of a container ask for. */
export interface VisitedPlace {
  /** Its addresses without a host; empty where they are not known. */
  readonly addresses: readonly string[];
  /** Its file: most are called like the address of the page that they become. */
  readonly file: string;
  readonly titles: readonly string[];
  /** Whether a text is about something sensitive: a trigger that leaves out such pages may mean this one. */
  readonly isAbout: (text: string) => boolean;
}

export interface Visit {
  readonly place: VisitedPlace;
  readonly page: PageDisclosure;
  /** The same under a law that asks for more behind a login, where the page is behind one. */
  readonly signedIn?: PageDisclosure;
}

/**
 * Undefined for a page that reveals nothing by being visited.
 * @param file of the page: the unit may be the layout around it
 */
export function visitOf(page: Unit, file: string, context: SiteContext): Visit | undefined {
  const found = disclosureOf(page, context);
  if (!found) return undefined;
  const signedIn = portalDisclosureOf(page, context);
  return { place: placeOf(page, file, context), page: found, ...(signedIn && { signedIn }) };
}

/** @param file of the page: the unit may be the layout around it */
export function placeOf({ context: facts }: Unit, file: string, context: SiteContext): VisitedPlace {
  const isAbout = (text: string): boolean => context.sensitive(text).some(({ strength }) => strength !== 'weak');
  const of = (about: ContextFact['about']): readonly string[] =>
    facts.filter((fact) => fact.about === about).map(({ text }) => text);
  // A list of routes is many pages: the one that reveals something is visited.
  const routes = of('route').filter(isAbout);
  const listed = routes.map((text) => text.split(' ', 1)[0] ?? '').filter((text) => text.startsWith('/'));
  const addresses = [...of('path').filter((text) => !FILLED_IN.test(text)), ...listed].map(withoutHost);
  return {
    addresses: [...new Set(addresses)].filter((text) => text !== ''),
    file,
    titles: of('title').filter((text) => !FILLED_IN.test(text)),
    isAbout,
  };
}

/** An expression that is filled in later. */
const FILLED_IN = /[{}<>]|\$\w/;

function withoutHost(address: string): string {
  const path = address.trim().replace(/^(?:https?:)?\/\/[^/]*/i, '');
  return path.startsWith('/') ? path : `/${path}`;
}

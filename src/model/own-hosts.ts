/** Whether a host that nobody knows may be the site's own. */
import { registrable } from './parties.ts';
import type { SiteProfile } from './profile.ts';
import type { JudgedUnknownScript, Unit } from './unit.ts';

/** The domains that the unit and the profile call the site's. */
export function ownDomains(unit: Unit, profile: SiteProfile): readonly string[] {
  return [...unit.hosts, ...(profile.hosts ?? [])].map(registrable);
}

/** A host whose pictures and style sheets the page shows as well, or that carries the name of one of the domains. */
export function mayBeOwn({ host, servesAssets }: JudgedUnknownScript, domains: readonly string[]): boolean {
  return servesAssets === true || domains.some((domain) => resembles(host, domain));
}

/** `cdn-exampleshop.net` and `exampleshop.fastdelivery.net` carry the name of `exampleshop.com`. */
function resembles(host: string, site: string): boolean {
  const plain = (text: string): string => text.replaceAll('-', '');
  const brand = plain(site.split('.')[0] ?? '');
  const domain = plain(registrable(host).split('.')[0] ?? '');
  if (brand.length < 2 || domain.length < 2) return false;
  return domain.startsWith(brand) || brand.startsWith(domain) || (brand.length > 3 && plain(host).includes(brand));
}

/** Whose data a name is about: somebody who visits, or the site itself. */
import { isOfLink } from './links.ts';
import type { Origin } from './value.ts';

/** Owners of contact data that is no visitor's: the site's own. */
const OTHERS =
  /\b(?:site|shop|store|company|organi[sz]ation|business|settings|config|options|support|theme|author|vendor|brand|env|author)\b/i;
/** Functions of sites that read what the site is set to: `get_option('admin_email')`. */
const SETTING = /(?:^|[\W_])(?:option|bloginfo|config|settings?|theme_mod|author_meta)\s?\(|admin_?e?mail/i;
/** Those whom a site deals with. */
export const PERSON =
  /^(?:current_?)?(?:user|customer|kund|client|member|patient|person|profile|shopper|visitor|lead|buyer|subscriber|me|account|viewer|employee|student)$/i;

/** Whether a name is about the site or what it is set to: `shop.email`, `get_option('admin_email')`. */
export function isOthers(name: string): boolean {
  if (isOfLink(name) || SETTING.test(name)) return true;
  // `site.user.email`: whose data it is says the nearest owner.
  if (PERSON.test(pathOf(name).at(-2) ?? '')) return false;
  return OTHERS.test(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .split(/[\s.]/)
      .slice(0, -1)
      .join('.'),
  );
}

/** The parts of a path: `current_user.email`, `$order->get_billing_email()`, `{{ customer.email }}`. */
export function pathOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/^\{\{\s*|\s*\}\}$/g, '')
    .split(/\??\.|->|::/)
    .map((part) => part.replace(/^[$@#?]+|[()!]+$/g, '').trim())
    .filter((part) => part !== '' && part !== 'value');
}

/** Objects of scripts that stand for the site; `settings` and `options` of a function hold whatever its caller hands over. */
const SITE = /^(?:site|shop|company|organi[sz]ation|merchant|theme)$/i;

/** Whether all that a value comes from is the site's own, also where user data belongs. */
export function isOfSite(origins: readonly Origin[]): boolean {
  return (
    origins.length > 0 &&
    origins.every(({ kind, name }) =>
      kind === 'template' ? isOthers(name) : kind === 'variable' && SITE.test(pathOf(name).at(-2) ?? ''),
    )
  );
}

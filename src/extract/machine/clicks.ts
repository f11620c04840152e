/** What a click says, by the words of the element that is clicked. */
import { atom, type ClickMeaning, type Guard, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { meaningOfClick, topicOf } from './names.ts';
import { type PageElement, single } from './page-elements.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { bool, type Elem, lit, type MValue } from './values.ts';

/** What a click on an element with these words says; which button of a banner it is, not every script tells. */
export function clickSays(described: string): ClickMeaning {
  const said = meaningOfClick(described);
  return said === 'other' && topicOf(described) !== 'free' ? 'unknown' : said;
}

/** How many elements that one selector finds are told apart. */
const MAX_APART = 8;

/** The elements that a selector finds, where the page has several of them. */
export function apart(m: Machine, selector: string): readonly PageElement[] {
  const found = m.host.find(selector);
  return found.length > 1 && found.length <= MAX_APART ? found : [];
}

/** Whether a click was on an element: told apart inside a handler that hears all clicks (`event.target.matches('#accept')`). */
export function clicked(m: Machine, selector: string, node: ESTree.Node): MValue {
  const at = placeOf(m.script, node);
  const several = apart(m, selector).map(({ said }) => clickSays(`${selector} ${said}`));
  const meanings = several.length > 0 ? several : [clickSays(`${selector} ${m.host.describe(selector) ?? ''}`)];
  return bool(or(...[...new Set(meanings)].map((meaning) => atom({ kind: 'click', meaning, target: selector }, at))));
}

/** What a click has hit, among the buttons inside an element that hears all clicks in it. */
export function target(m: Machine, container: string, at: Location, otherwise: Elem): MValue {
  const [around, ...others] = isWide(container) ? [] : m.host.find(container);
  if (!around || others.length > 0) return otherwise;
  const inside = ['button', 'a', 'input'].map((name) => `${container} ${name}`).join(', ');
  const beside = single(around, { selector: container, at });
  return apart(m, inside).length > 0 ? clickedIn(m, inside, at, otherwise, beside) : otherwise;
}

/** True for what a click on anything at all reaches. */
export function isWide(selector: string): boolean {
  return /^(?:document|document\.(?:body|documentElement)|window|body|html)?$/.test(selector.trim());
}

/** Whether what was clicked has an attribute (with this value): `event.target.dataset.choice === 'accept'`; undefined for other names. */
export function clickedWith(m: Machine, name: string, value: string | undefined, node: ESTree.Node): Guard | undefined {
  const [, key = '', data, attribute] =
    / target(?:\.(id|name|value|className)|\.dataset\.(\w{1,40})| ([a-z][\w-]{0,40}))$/.exec(name) ?? [];
  const asked =
    data === undefined ? (attribute ?? key) : `data-${data.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (asked === '' || (value !== undefined && !/^[\w -]{1,60}$/.test(value))) return undefined;
  const attributed = asked === 'className' ? 'class' : asked;
  const selector = value === undefined ? `[${attributed}]` : `[${attributed}="${value}"]`;
  return m.host.find(selector).length === 0 ? undefined : truthy(clicked(m, selector, node));
}

/**
 * The element in which a click was, if it was in one of those that a selector finds: `event.target.closest('[data-consent]')`.
 *
 * @param like what it is where the page's markup does not tell
 */
export function clickedIn(m: Machine, selector: string, at: Location, like: Elem, none: MValue = lit(null)): MValue {
  const found = m.host.find(selector);
  const on = (one: string): Guard => atom({ kind: 'click', meaning: clickSays(one), target: selector }, at);
  if (found.length === 0 || found.length > MAX_APART)
    return ite(on(`${selector} ${m.host.describe(selector) ?? ''}`), like, none);
  return found.reduceRight<MValue>(
    (rest, one) => ite(on(`${selector} ${one.said}`), single(one, { selector, at }), rest),
    none,
  );
}

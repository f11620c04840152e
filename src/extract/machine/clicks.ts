/** What a click says, by the words of the element that is clicked. */
import { atom, type ClickMeaning, type Guard, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { meaningOfClick, topicOf } from './names.ts';
import { type PageElement, single } from './page-elements.ts';
import { placeOf } from './script-text.ts';
import { bool, type Elem, ite, lit, type MValue } from './values.ts';

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

/** The element in which a click was, if it was in one of those that a selector finds: `event.target.closest('[data-consent]')`. */
export function clickedIn(m: Machine, selector: string, node: ESTree.Node, otherwise: Elem): MValue {
  const at = placeOf(m.script, node);
  const found = m.host.find(selector);
  const on = (one: string): Guard => atom({ kind: 'click', meaning: clickSays(one), target: selector }, at);
  if (found.length === 0 || found.length > MAX_APART)
    return ite(on(`${selector} ${m.host.describe(selector) ?? ''}`), otherwise, lit(null));
  return found.reduceRight<MValue>(
    (none, one) => ite(on(`${selector} ${one.said}`), single(one, { selector, at }), none),
    lit(null),
  );
}

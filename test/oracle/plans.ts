/** Which visits a page gets: told by a comment at its beginning, `<!-- oracle: accept=#yes refuse=.no use=#buy -->`. */
import type { ConsentState } from '../../src/model/guard.ts';
import type { Plan } from './visit.ts';

export interface PlannedVisit {
  readonly state: ConsentState;
  readonly plan: Plan;
  readonly noscript: boolean;
}

/** The button of a banner for every state that a visitor comes to by a choice. */
const BUTTONS = {
  accept: 'all',
  refuse: 'refused',
  preferences: 'preferences',
  statistics: 'statistics',
  marketing: 'marketing',
} as const satisfies Record<string, ConsentState>;

/** @throws Error for a word in the comment that is none of the known ones */
export function plansOf(text: string): { readonly visits: readonly PlannedVisit[]; readonly throws: boolean } {
  const [, comment = ''] = /^\s*(?:<!doctype[^>]*>\s*)?<!--\s*oracle:([\s\S]*?)-->/i.exec(text) ?? [];
  const words = new Map<string, string>();
  for (const word of comment.split(/\s+/).filter((one) => one !== '')) {
    const [name = '', ...rest] = word.split('=');
    if (!(name in BUTTONS) && !['use', 'cmp', 'throws'].includes(name)) throw new Error(`unknown word ${word}`);
    words.set(name, rest.join('='));
  }
  const use = words.get('use');
  const more = use === undefined ? {} : { use };
  const visits: PlannedVisit[] = [{ state: 'first-visit', plan: more, noscript: false }];
  for (const [name, state] of Object.entries(BUTTONS)) {
    const press = words.get(name) ?? (words.has('cmp') ? `[data-oracle="${name}"]` : undefined);
    if (press !== undefined) visits.push({ state, plan: { press, ...more }, noscript: false });
  }
  if (/<noscript/i.test(text)) visits.push({ state: 'first-visit', plan: { scripts: false }, noscript: true });
  return { visits, throws: words.has('throws') };
}

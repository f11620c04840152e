/** Outcomes as the page shows them: each by a word, a shape and a colour. */
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import type { Outcome } from '../../model/unit.ts';
import type { ReportTag } from './data.ts';
import { html, type Markup } from './markup.ts';
import type { Scene } from './scene.ts';

/** The worst first. */
export const OUTCOMES: readonly Outcome[] = ['runs', 'unknown', 'held', 'limited', 'blocked'];

/** What the shapes mean; those that the report has. */
export function legend({ data, words }: Scene): Markup {
  const tags = data.units.flatMap((unit) => unit.tags);
  const there = new Set(tags.flatMap(({ states }) => CONSENT_STATES.map((state) => states[state].outcome)));
  const items = OUTCOMES.filter((outcome) => there.has(outcome));
  return html`<dl class="legend">${items.map(
    (outcome) =>
      html`<div><dt class="o ${outcome}">${words.say(`outcome.${outcome}`)}</dt><dd>${words.say(`outcome.${outcome}.means`)}</dd></div>`,
  )}${tags.some(isBadAnywhere) && html`<div><dt class="o runs bad">${words.say('outcome.runs')}</dt><dd>${words.say('outcome.bad.means')}</dd></div>`}</dl>`;
}

/** Runs although nobody has agreed, and needs that. */
export function isBad({ needsConsent, states }: ReportTag, state: ConsentState): boolean {
  return needsConsent && (state === 'first-visit' || state === 'refused') && states[state].outcome === 'runs';
}

export function isBadAnywhere(tag: ReportTag): boolean {
  return isBad(tag, 'first-visit') || isBad(tag, 'refused');
}

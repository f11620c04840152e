/** Search and filters, which the page's script works with; without scripts they are hidden and all is shown. */
import type { Severity } from '../../model/finding.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import type { Card } from './cards.ts';
import { html, type Markup } from './markup.ts';
import type { Scene } from './scene.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

export function filterBar({ data, words }: Scene, cards: readonly Card[]): Markup {
  const tags = data.units.flatMap((unit) => unit.tags);
  if (cards.length + tags.length === 0) return html``;
  const vendors = new Set([...tags, ...data.result.findings].flatMap(({ vendor }) => vendor ?? []));
  const sorted = [...vendors].sort(new Intl.Collator(words.code).compare);
  const severities = SEVERITIES.map((severity) => {
    const count = cards.filter((card) => card.severity === severity).length;
    return html`<label class="severity ${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${words.say(
      `severity.${severity}`,
    )} <span class="number">${words.number(count)}</span></label>`;
  });
  return html`<form class="filters" id="filters" role="search" aria-label="${words.say('filters')}" data-count="${words.say('filter.count')}" hidden>
<label class="search">${words.say('filter.search')} <input type="search" name="q" placeholder="${words.say('filter.search.hint')}" autocomplete="off" spellcheck="false"></label>
<label>${words.say('filter.vendor')} <select name="vendor"><option value="">${words.say('filter.vendor.all')}</option>${sorted.map(
    (vendor) => html`<option>${vendor}</option>`,
  )}</select></label>
<label>${words.say('filter.state')} <select name="state"><option value="">${words.say('filter.state.all')}</option>${CONSENT_STATES.map(
    (state) => html`<option value="${state}">${words.say(`state.${state}`)}</option>`,
  )}</select></label>
<fieldset><legend>${words.say('filter.severity')}</legend>${severities}</fieldset>
<p class="result"><output id="count"></output><span class="actions"><button type="button" name="reset">${words.say('filter.reset')}</button><button type="button" name="open">${words.say(
    'filter.open',
  )}</button><button type="button" name="close">${words.say('filter.close')}</button></span><span class="keys">${words.say('keys')}</span></p>
</form>
`;
}

/** A first visit, from left to right: what runs before any choice, then what waits for one. */
import { CONSENT_STATES } from '../../../model/guard.ts';
import type { Outcome } from '../../../model/unit.ts';
import type { ReportTag, ReportUnit, VisitPhase } from '../data.ts';
import { grouped } from '../grouped.ts';
import { html, type Markup, short } from '../markup.ts';
import { legend, OUTCOMES } from '../outcomes.ts';
import { name, type Scene } from '../scene.ts';

const PHASES: readonly VisitPhase[] = [
  'consent-initialization',
  'initialization',
  'page-view',
  'dom-ready',
  'window-loaded',
  'delay',
  'visitor',
];

/** Rows beyond these are folded. */
const MOST_SHOWN = 15;

export function timeline(scene: Scene): Markup {
  const { data, words } = scene;
  // A server has no first visit.
  const units = data.units.filter(({ server }) => !server);
  if (units.length === 0) return html``;
  const phases = PHASES.filter((phase) =>
    units.some(({ tags }) => tags.some((tag) => tag.phase === phase && isEarly(tag))),
  );
  const head = html`<thead><tr><th scope="col">${words.say('looked.input')}</th>${phases.map(
    (phase) => html`<th scope="col">${words.say(`phase.${phase}`)}</th>`,
  )}<th scope="col" class="choice">${words.say('timeline.after')}</th></tr></thead>`;
  const table = (some: readonly ReportUnit[], title: string): Markup =>
    html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="timeline">${head}<tbody>${some.map(
      (unit) => unitRow(scene, unit, phases),
    )}</tbody></table></div>`;
  const rest = units.slice(MOST_SHOWN);
  return html`<h3 id="timeline">${words.say('timeline')}</h3>
<p>${words.say('timeline.lead')}</p>
${legend(scene)}
${table(units.slice(0, MOST_SHOWN), words.say('timeline'))}${
  rest.length > 0 &&
  html`<details><summary>${words.count('count.more', rest.length)}</summary>${table(rest, words.count('count.more', rest.length))}</details>`
}`;
}

function isEarly({ states }: ReportTag): boolean {
  return states['first-visit'].outcome !== 'blocked';
}

function unitRow(scene: Scene, { file, tags }: ReportUnit, phases: readonly VisitPhase[]): Markup {
  const early = phases.map((phase) => tags.filter((tag) => tag.phase === phase && isEarly(tag)));
  const waiting = tags.filter(
    (tag) => !isEarly(tag) && CONSENT_STATES.some((state) => tag.states[state].outcome !== 'blocked'),
  );
  return html`<tr><th scope="row">${name(scene, short(file, 80))}</th>${early.map(
    (some) => html`<td>${vendors(scene, some, (tag) => tag.states['first-visit'].outcome)}</td>`,
  )}<td class="choice">${vendors(scene, waiting, () => 'blocked')}</td></tr>`;
}

function vendors({ words }: Scene, tags: readonly ReportTag[], outcomeOf: (tag: ReportTag) => Outcome): Markup {
  if (tags.length === 0) return html``;
  const groups = grouped(tags, (tag) => JSON.stringify([tag.vendor, outcomeOf(tag), tag.needsConsent]));
  const items = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const outcome = outcomeOf(first);
    const bad = outcome === 'runs' && first.needsConsent;
    return [{ outcome, bad, vendor: first.vendor, count: group.length }];
  });
  items.sort(
    (a, b) =>
      Number(b.bad) - Number(a.bad) || OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.count - a.count,
  );
  return html`<ul>${items.map(
    ({ outcome, bad, vendor, count }) =>
      html`<li class="o ${outcome}${bad && ' bad'}"><span>${vendor}${count > 1 && html` ×${words.number(count)}`}</span> <small class="said">${words.say(`outcome.${outcome}`)}</small></li>`,
  )}</ul>`;
}

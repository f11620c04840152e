/** The causes, worst first: each with its places, how it gets there, what to do, and what it rests on. */
import type { Finding, Suggestion } from '../../model/finding.ts';
import { CONSENT_STATES, type ConsentState } from '../../model/guard.ts';
import { placeWithin } from '../place.ts';
import type { Card } from './cards.ts';
import { html, type Markup, short } from './markup.ts';
import { english, name, ruleTitle, type Scene, section } from './scene.ts';

/** So many causes stand open; of more, people choose. */
const MOST_OPEN = 3;
/** So many places of a cause are told in full; more of them are folded, and told in a line each. */
const MOST_TOLD = 6;
const LONGEST_MESSAGE = 1200;

export function causesSection(scene: Scene, cards: readonly Card[]): Markup {
  const { words } = scene;
  const states = activeStates(scene);
  const content =
    cards.length === 0
      ? html`<p class="nothing">${words.say('causes.none')}</p>`
      : cards.map((card, index) => cardMarkup(scene, card, index < MOST_OPEN && card.severity === 'error', states));
  return section(
    'causes',
    words.say('causes'),
    content,
    html`<p class="nothing" id="causes-empty" hidden>${words.say('filter.empty')}</p>`,
  );
}

/** In which states the tag of a finding does anything, by file and tag or vendor. */
function activeStates({ data }: Scene): (finding: Finding) => readonly ConsentState[] | undefined {
  const known = new Map<string, Set<ConsentState>>();
  for (const unit of data.units) {
    for (const tag of unit.tags) {
      const active = CONSENT_STATES.filter((state) => tag.states[state].outcome !== 'blocked');
      for (const key of [`${tag.file}\n${tag.name}`, `${tag.file}\n${tag.vendor}`, `${unit.file}\n${tag.vendor}`]) {
        const states = known.get(key) ?? new Set();
        for (const state of active) states.add(state);
        known.set(key, states);
      }
    }
  }
  return ({ file, entity, vendor }) => {
    const states = known.get(`${file}\n${entity ?? vendor}`) ?? known.get(`${file}\n${vendor}`);
    return states && [...states];
  };
}

function cardMarkup(
  scene: Scene,
  card: Card,
  open: boolean,
  statesOf: (finding: Finding) => readonly ConsentState[] | undefined,
): Markup {
  const { words } = scene;
  const { first, findings, severity } = card;
  const vendors = [...new Set(findings.flatMap(({ vendor }) => vendor ?? []))];
  const states = findings.map(statesOf);
  // What is about no tag belongs to every state.
  const active = states.some((one) => one === undefined) ? '' : [...new Set(states.flat())].join(' ');
  const title = titleOf(scene, card);
  return html`<article class="cause ${severity}" id="cause-${first.fingerprint}" data-severity="${severity}" data-vendors="${JSON.stringify(vendors)}" data-states="${active}">
<details${open && html` open`}>
<summary><span class="severity">${words.say(`severity.${severity}`)}</span><h3>${title}</h3><span class="facts">${facts(scene, card, vendors)}</span></summary>
<div class="body">${body(scene, card)}</div>
</details>
</article>
`;
}

function titleOf(scene: Scene, { first, by }: Card): string {
  const { data } = scene;
  if (by === 'cause' && first.causeTitle !== undefined) return scene.shown(short(first.causeTitle, 240));
  const rule = data.rules.find(({ id }) => id === first.rule);
  return ruleTitle(scene, rule ?? { id: first.rule, title: first.rule });
}

function facts(scene: Scene, { findings, first }: Card, vendors: readonly string[]): Markup {
  const { words } = scene;
  const where = first.entity ?? first.file;
  const parts = [
    vendors.length > 0 &&
      html`<span>${words.list(
        vendors.map((one) => short(one, 60)),
        3,
      )}</span>`,
    findings.length > 1
      ? html`<span>${words.count('count.places', findings.length)}</span>`
      : html`<span>${name(scene, short(where, 80))}</span>`,
    first.certainty !== 'certain' && html`<span>${words.say(`certainty.${first.certainty}`)}</span>`,
  ];
  return html`${parts}`;
}

function body(scene: Scene, { first, findings, by }: Card): Markup {
  const { words } = scene;
  const single = by === 'finding';
  const law = [...new Set(findings.flatMap((finding) => finding.law))];
  // One more than fits is not worth folding.
  const told = findings.length <= MOST_TOLD + 1 ? findings : findings.slice(0, MOST_TOLD);
  const rest = findings.slice(told.length);
  const places = told.map((finding) => place(scene, finding, { told: true, message: !single }));
  const folded = rest.map((finding) => place(scene, finding, { told: false, message: true }));
  const said = single ? first.message : '';
  return html`${said !== '' && html`<p class="message">${scene.shown(short(said, LONGEST_MESSAGE))}</p>`}
${why(scene, first.rule)}
${fix(scene, first)}
<h4>${words.say('cause.where')}</h4>
<ul class="places">${places}</ul>${
    folded.length > 0 &&
    html`<details class="rest"><summary>${words.count('cause.more-places', folded.length)}</summary><ul class="places">${folded}</ul></details>`
  }
<div class="basis"><h4>${words.say('cause.law')}</h4><p>${lawLinks(scene, law)} <span class="rule"><code>${first.rule}</code></span></p></div>`;
}

function why({ words }: Scene, id: string): Markup {
  const text = words.rule(id);
  return text ? html`<h4>${words.say('cause.why')}</h4><p class="message">${text.why}</p>` : html``;
}

function fix(scene: Scene, { rule, remedy }: Finding): Markup {
  const { words } = scene;
  const said = remedy === undefined ? words.rule(rule)?.remedy : scene.shown(short(remedy, LONGEST_MESSAGE));
  return said === undefined ? html`` : html`<div class="fix"><h4>${words.say('cause.fix')}</h4><p>${said}</p></div>`;
}

function place(scene: Scene, finding: Finding, { told, message }: { told: boolean; message: boolean }): Markup {
  const { words } = scene;
  const { file, line, column, excerpt, entity, fingerprint, trail } = finding;
  // The tag is named already.
  const path = entity !== undefined && finding.path[0]?.label.includes(entity) ? finding.path.slice(1) : finding.path;
  const within = placeWithin(
    { ...finding, path },
    { folder: (folder) => words.say('place.folder', { folder }), line: (at) => words.say('place.line', { at }) },
  );
  const repairs = [...(finding.fix ? [finding.fix] : []), ...(finding.suggestions ?? [])];
  return html`<li id="finding-${fingerprint}" tabindex="-1"><p class="at">${
    entity !== undefined && html`<b>${name(scene, short(entity))}</b> `
  }<span class="file">${name(scene, short(file))}:${line}:${column}</span>${
    within !== '' && html` <span class="within">${name(scene, short(within, 240))}</span>`
  } <a class="link" href="#finding-${fingerprint}" aria-label="${words.say('cause.link')}">#</a></p>${
    message &&
    finding.message !== '' &&
    html`<p class="message">${scene.shown(short(finding.message, LONGEST_MESSAGE))}</p>`
  }${told && excerpt !== '' && html`<pre><code>${scene.shown(excerpt)}</code></pre>`}${told && trail.length > 0 && trailMarkup(scene, finding)}${
    told && repairs.length > 0 && repairsMarkup(scene, repairs)
  }</li>`;
}

function trailMarkup(scene: Scene, { trail, file: own }: Finding): Markup {
  const { words } = scene;
  const steps = trail.map(
    ({ message, file, line, column }) =>
      html`<li>${scene.shown(short(message, 400))} <span class="file">${
        file !== own && html`${name(scene, short(file))}:`
      }${line}:${column}</span></li>`,
  );
  return html`<details class="trail"${steps.length <= 6 && html` open`}><summary>${words.say('cause.trail')} (${steps.length})</summary><ol>${steps}</ol></details>`;
}

function repairsMarkup(scene: Scene, repairs: readonly Suggestion[]): Markup {
  const { words } = scene;
  return html`<p class="repairs"><b>${words.say('cause.repairs')}:</b> ${repairs.map(
    ({ message }, index) => html`${index > 0 && ' · '}${scene.shown(short(message, 240))}`,
  )}</p>`;
}

function lawLinks(scene: Scene, ids: readonly string[]): Markup {
  const { data } = scene;
  const links = ids.map((id) => {
    const entry = data.law.find((one) => one.id === id);
    return html`<a href="#law-${id}">${entry?.title ?? id}</a>`;
  });
  return english(
    scene,
    links.map((link, index) => html`${index > 0 && '; '}${link}`),
  );
}

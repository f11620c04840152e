/** Who gets what: a block a vendor, as a record of processing wants it. */
import { behavioursOf, useName } from '../../inventory/behaviours.ts';
import type { InventoryAccount, InventoryDatum, InventoryVendor } from '../../inventory/inventory.ts';
import { CONSENT_STATES } from '../../model/guard.ts';
import { isOfPerson } from '../../model/inventory/words.ts';
import type { Verdict } from '../../model/unit.ts';
import { html, type Markup, short } from './markup.ts';
import { english, name, type Scene, section } from './scene.ts';

const MOST_OPEN = 6;
const MOST_ORIGINS = 4;
const MOST_DATA = 60;

export function inventorySection(scene: Scene): Markup {
  const { data, words } = scene;
  const { vendors, hosts } = data.inventory;
  const none = vendors.length + hosts.length === 0;
  const hostRows = hosts.map(({ host, uses }) => {
    const places = uses.flatMap((use) => use.places);
    return html`<tr><th scope="row">${name(scene, short(host))}</th><td>${uses.map((use) => html`<div>${stateWords(scene, use.states)}</div>`)}</td><td>${words.count(
      'count.places',
      places.length,
    )}</td></tr>`;
  });
  return section(
    'inventory',
    words.say('inventory'),
    html`<p>${none ? words.say('inventory.none') : words.say('inventory.lead')}</p>
${vendors.map((vendor) => vendorBlock(scene, vendor, vendors.length <= MOST_OPEN))}${
  hosts.length > 0 &&
  html`<h3>${words.say('inventory.hosts')}</h3><div class="wide" tabindex="0" role="region" aria-label="${words.say('inventory.hosts')}"><table class="plain"><thead><tr><th scope="col">${words.say(
    'inventory.host',
  )}</th><th scope="col">${words.say('inventory.runs')}</th><th scope="col">${words.say('cause.where')}</th></tr></thead><tbody>${hostRows}</tbody></table></div>`
}`,
  );
}

function vendorBlock(scene: Scene, vendor: InventoryVendor, open: boolean): Markup {
  const { words } = scene;
  const { recipient, countries, purposes, category, cookies, accounts } = vendor;
  const facts = [
    [words.say('inventory.recipient'), recipient],
    [
      words.say('inventory.country'),
      words.list(
        countries.map((code) => words.country(code)),
        8,
      ),
    ],
    [
      words.say('inventory.purpose'),
      words.list(
        purposes.map((purpose) => words.say(`purpose.${purpose}`)),
        8,
      ),
    ],
    [words.say('inventory.category'), words.say(`category.${category}`)],
    ...(cookies.length > 0 ? [[words.say('inventory.cookies'), words.list(cookies, 12)] as const] : []),
  ] as const;
  return html`<details class="vendor-block"${open && html` open`} data-vendor="${vendor.name}"><summary><h3>${vendor.name}</h3> <span class="facts">${recipient} · ${words.count(
    'count.accounts',
    accounts.filter(({ id }) => id !== undefined).length,
  )}</span></summary>
<dl class="record">${facts.map(([key, value]) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>
${accounts.map((account) => accountBlock(scene, vendor.name, account))}</details>
`;
}

function accountBlock(scene: Scene, vendor: string, { id, uses, data, features }: InventoryAccount): Markup {
  const { words } = scene;
  const behaviours = behavioursOf(uses).map(({ uses: alike, states, gates, dead, places }) => {
    const names = [...new Set(alike.map(useName))].map((one) => scene.shown(short(one, 60)));
    return html`<li>${words.list(names, 8)}: ${dead ? words.say('inventory.dead') : stateWords(scene, states)}${
      gates.length > 0 &&
      html`; ${words.say('inventory.behind')} ${english(scene, words.list(gates.map((gate) => scene.shown(short(gate, 80)))))}`
    } <small>${words.count('count.places', places.length)}</small></li>`;
  });
  const rows = data.slice(0, MOST_DATA).map((datum) => datumRow(scene, datum));
  const more = data.length - rows.length;
  const label = words.say('inventory.data');
  return html`<div class="account"><h4>${id === undefined ? words.say('inventory.no-account') : name(scene, short(id))}</h4>
<ul>${behaviours}${features.map(
    ({ title, state }) =>
      html`<li>${words.say('inventory.collects')} ${featureTitle(scene, title)}: ${words.say(`feature.${state}`)}</li>`,
  )}</ul>${
    rows.length > 0 &&
    html`<div class="wide" tabindex="0" role="region" aria-label="${label}: ${vendor} ${scene.shown(short(id ?? ''))}"><table class="plain"><thead><tr><th scope="col">${label}</th><th scope="col">${words.say(
      'inventory.kind',
    )}</th><th scope="col">${words.say('inventory.form')}</th><th scope="col">${words.say('inventory.origin')}</th><th scope="col">${words.say(
      'inventory.with',
    )}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  }${more > 0 && html`<p>${words.count('count.more', more)}</p>`}</div>`;
}

function datumRow(scene: Scene, datum: InventoryDatum): Markup {
  const { words } = scene;
  const { key, category, form, origins } = datum;
  const from = origins.slice(0, MOST_ORIGINS).map(({ kind, name: what }) => {
    const general = words.say(`origin.${kind}`);
    return what === undefined
      ? html`<div>${general}</div>`
      : html`<div>${general} ${name(scene, short(what, 80))}</div>`;
  });
  const personal = isOfPerson(category);
  return html`<tr><th scope="row"><code>${scene.shown(short(key, 80))}</code></th><td${personal && html` class="personal"`}>${personal && '● '}${words.say(
    `data.${category}`,
  )}</td><td>${words.say(`form.${form}`)}</td><td>${from}</td><td>${words.list(
    datum.with.map((one) => scene.shown(short(one, 60))),
  )}</td></tr>`;
}

/** In which states it runs; shorter where that is all or none. */
function stateWords({ words }: Scene, states: Readonly<Record<(typeof CONSENT_STATES)[number], Verdict>>): string {
  const outcomes = new Map<Verdict['outcome'], string[]>();
  for (const state of CONSENT_STATES) {
    const { outcome } = states[state];
    const list = outcomes.get(outcome) ?? [];
    list.push(words.say(`state.${state}`));
    outcomes.set(outcome, list);
  }
  const said = [...outcomes].filter(([outcome]) => outcome !== 'blocked' || outcomes.size === 1);
  return said
    .map(([outcome, list]) => {
      const where = list.length === CONSENT_STATES.length ? words.say('inventory.every-state') : words.list(list, 6);
      return `${words.say(`outcome.${outcome}`)} (${where})`;
    })
    .join('; ');
}

/** What a vendor's interface alone words is English everywhere. */
function featureTitle(scene: Scene, title: string): Markup {
  const own = scene.words.term(title);
  return own === title ? english(scene, title) : html`${own}`;
}

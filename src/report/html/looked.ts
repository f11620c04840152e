/** The first section: what was looked at, and what was not. */
import { html, type Markup, short } from './markup.ts';
import { english, name, type Scene, section } from './scene.ts';

/** So many inputs and skipped files are in sight; the rest is folded. */
const MOST_SHOWN = 12;

export function lookedSection(scene: Scene): Markup {
  const { data, words } = scene;
  const { stats } = data.result;
  const tags = data.units.reduce((sum, unit) => sum + unit.tags.length, 0);
  const vendors = new Set(data.units.flatMap((unit) => unit.tags.map(({ vendor }) => vendor))).size;
  const figures = [
    [stats.files, 'looked.files'],
    [stats.parsed, 'looked.parsed'],
    [tags, 'looked.tags'],
    [vendors, 'looked.vendors'],
    [data.rules.length, 'looked.rules'],
  ] as const;
  const { sector, regime } = data.profile;
  return section(
    'looked',
    words.say('looked'),
    html`<ul class="figures">${figures.map(([n, key]) => html`<li><b>${words.number(n)}</b> ${words.count(key, n)}</li>`)}</ul>
<p>${words.say('looked.profile', { sector: words.say(`sector.${sector}`), regime: words.say(`regime.${regime}`) })}</p>
${inputs(scene)}
<h3>${words.say('not-looked')}</h3>
${notLooked(scene)}`,
  );
}

function inputs(scene: Scene): Markup {
  const { data, words } = scene;
  if (data.units.length === 0) return html``;
  const rows = data.units.map(
    ({ file, kind, tags, cmps, publicId }) =>
      html`<tr><th scope="row">${name(scene, short(file))}${
        publicId !== undefined && html` <small>${name(scene, publicId)}</small>`
      }</th><td>${words.say(`kind.${kind}`)}</td><td>${words.count('count.tags', tags.length)}</td><td>${
        cmps.length > 0 ? words.list(cmps) : words.say('looked.none')
      }</td></tr>`,
  );
  const table = html`<div class="wide" tabindex="0" role="region" aria-label="${words.say('looked.inputs')}"><table class="plain"><thead><tr><th scope="col">${words.say(
    'looked.input',
  )}</th><th scope="col">${words.say('looked.kind')}</th><th scope="col">${words.say('matrix.tag')}</th><th scope="col">${words.say(
    'looked.platform',
  )}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  if (rows.length <= MOST_SHOWN) return table;
  return html`<details><summary>${words.say('looked.inputs')} (${words.number(rows.length)})</summary>${table}</details>`;
}

function notLooked(scene: Scene): Markup {
  const { data, words } = scene;
  const { skipped, stats } = data.result;
  const unlisted = data.units.reduce((sum, unit) => sum + unit.unlisted, 0);
  const counted = [
    [stats.unresolved, 'not-looked.unresolved'],
    [stats.hidden ?? 0, 'not-looked.hidden'],
    [stats.suppressed, 'not-looked.suppressed'],
    [unlisted, 'not-looked.unlisted'],
  ] as const;
  const files = skipped.map(
    ({ file, reason }) =>
      html`<li>${name(scene, short(file))}${reason !== '' && html` — ${english(scene, short(scene.shown(reason)))}`}</li>`,
  );
  const list =
    files.length > MOST_SHOWN
      ? html`<details><summary>${words.count('not-looked.skipped', files.length)}</summary><ul>${files}</ul></details>`
      : html`${words.count('not-looked.skipped', files.length)}<ul>${files}</ul>`;
  return html`<ul>${files.length > 0 && html`<li>${list}</li>`}${counted.map(
    ([n, key]) => n > 0 && html`<li>${words.count(key, n)}</li>`,
  )}<li>${words.say('not-looked.always')}</li></ul>`;
}

/** The rules that ran, and what the findings rest on. */
import { html, type Markup } from './markup.ts';
import { english, ruleTitle, type Scene, section } from './scene.ts';

export function rulesSection(scene: Scene): Markup {
  const { data, words } = scene;
  const found = new Map<string, number>();
  for (const { rule } of data.result.findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  const rows = data.rules.map(
    ({ id, title, severity }) =>
      html`<tr><th scope="row"><code>${id}</code></th><td>${ruleTitle(scene, { id, title })}</td><td><span class="severity ${severity}">${words.say(
        `severity.${severity}`,
      )}</span></td><td class="number">${words.number(found.get(id) ?? 0)}</td></tr>`,
  );
  return section(
    'rules',
    words.say('rules'),
    html`<p>${words.count('rules.lead', data.rules.length)}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words.say('rules.rule')}"><table class="plain"><thead><tr><th scope="col">${words.say(
      'rules.rule',
    )}</th><th scope="col">${words.say('rules.finds')}</th><th scope="col">${words.say('rules.severity')}</th><th scope="col">${words.say(
      'rules.found',
    )}</th></tr></thead><tbody>${rows}</tbody></table></div>
${lawList(scene)}`,
  );
}

function lawList(scene: Scene): Markup {
  const { data, words } = scene;
  const cited = new Set(data.result.findings.flatMap(({ law }) => law));
  const entries = data.law.filter(({ id }) => cited.has(id));
  if (entries.length === 0) return html``;
  return html`<h3 id="law">${words.say('law')}</h3>
<p>${words.say('law.lead')}</p>
<dl class="law">${entries.map(
    ({ id, title, summary, source, confidence }) =>
      html`<dt id="law-${id}" tabindex="-1">${english(scene, title)} <code>${id}</code>${
        confidence === 'unverified' && html` <small>${words.say('cause.unverified')}</small>`
      }</dt><dd>${english(scene, summary)} <small>${words.say('law.source')}: ${english(scene, source)}</small></dd>`,
  )}</dl>`;
}

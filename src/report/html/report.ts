/** The report for people: one HTML file that loads nothing and sends nothing. Core code: a browser makes the same page. */
import { pageAssets } from '../../generated/report-page.ts';
import { maskPersonalData } from '../mask.ts';
import { cardsOf } from './cards.ts';
import { causesSection } from './causes.ts';
import type { HtmlReportOptions, ReportData } from './data.ts';
import { filterBar } from './filters.ts';
import { inventorySection } from './inventory.ts';
import { loadLanguage } from './languages/load.ts';
import { Words } from './languages/texts.ts';
import { lookedSection } from './looked.ts';
import { html, type Markup, trusted } from './markup.ts';
import { matrixSection } from './matrix.ts';
import { picturesSection } from './pictures/section.ts';
import { prepared } from './prepare.ts';
import { rulesSection } from './rules.ts';
import type { Scene } from './scene.ts';
import { verdictSection } from './verdict.ts';

/** @returns the whole page; ends with a line end */
export async function htmlReport(data: ReportData, options: HtmlReportOptions): Promise<string> {
  const words = new Words(await loadLanguage(options.language));
  const scene: Scene = {
    data: prepared(data, options, words),
    words,
    shown: options.showValues ? (text) => text : maskPersonalData,
  };
  const cards = cardsOf(scene.data.result.findings);
  const parts = [
    ['looked', lookedSection(scene)],
    ['verdict', verdictSection(scene, cards)],
    ['causes', causesSection(scene, cards)],
    ['matrix', matrixSection(scene)],
    ['pictures', picturesSection(scene)],
    ['inventory', inventorySection(scene)],
    ['rules', rulesSection(scene)],
  ] as const;
  const title = options.title ?? words.say('title');
  const page = html`<!doctype html>
<html lang="${words.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(options.logo)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}${options.client !== undefined && ` – ${options.client}`}</title>
<style>${trusted(pageAssets.style)}</style>
</head>
<body>
<a class="skip" href="#causes">${words.say('skip-link')}</a>
${masthead(scene, title, options)}
<div class="columns">
<nav aria-label="${words.say('contents')}"><ol>${parts.map(([id]) => html`<li><a href="#${id}">${words.say(id)}</a></li>`)}</ol></nav>
<main id="top">
${parts.map(([id, content]) => html`${id === 'causes' && html`<div class="filtered">${filterBar(scene, cards)}`}${content}${id === 'matrix' && html`</div>`}`)}
</main>
</div>
<footer><p>${words.say('disclaimer')}</p>${options.anonymize && html`<p>${words.say('anonymous')}</p>`}<p>${words.say('made-by', { version: data.result.taglint })}</p></footer>
<script>${trusted(pageAssets.script)}</script>
</body>
</html>
`;
  return page.toString();
}

/** Nothing is loaded; what runs and how it looks is what the project has written, by its hash. */
function policy(logo: string | undefined): string {
  const rules = [
    "default-src 'none'",
    `script-src '${pageAssets.scriptHash}'`,
    `style-src '${pageAssets.styleHash}'`,
    ...(logo === undefined ? [] : ['img-src data:']),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ];
  return rules.join('; ');
}

function masthead({ words }: Scene, title: string, { client, reviewer, date, logo }: HtmlReportOptions): Markup {
  const facts = [
    [words.say('client'), client],
    [words.say('reviewer'), reviewer],
    [words.say('date'), date === undefined ? undefined : words.date(date)],
  ] as const;
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  return html`<header>${logo !== undefined && html`<img src="${logo}" alt="">`}<div><h1>${title}</h1>${
    known.length > 0 && html`<dl>${known.map(([key, value]) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>`
  }</div></header>`;
}

import { type ConfigurationChange, type Diff, EFFECTS, type Effect, type FieldChange } from '../../diff/diff.ts';
import { pageAssets } from '../../generated/report-page.ts';
import { type Content, html, type Markup, short, trusted } from '../html/markup.ts';
import { behaviourPhrase, diffSummary, EFFECT_WORDS, type Phrase } from './phrases.ts';
import { shownChange } from './values.ts';

const CLASSES: Readonly<Record<Effect, string>> = { weaker: 'bad', stronger: 'good', neutral: 'attention' };
const MOST_FIELDS = 60;

type Shown = (text: string) => string;

/** The difference as one page that loads nothing, in the look of the report. Ends with a line end. */
export function diffHtml({ behaviour, configuration }: Diff, shown: Shown): string {
  const there = EFFECTS.filter((effect) => behaviour.some((one) => one.effect === effect));
  const sections = there.map((effect) => {
    const found = behaviour.filter((one) => one.effect === effect);
    return html`<section id="${effect}" class="${CLASSES[effect]}"><h2>${EFFECT_WORDS[effect].heading}</h2><ul>${found.map(
      (one) => {
        const [{ place }] = one.subjects;
        const at = place && html` <span class="file">${short(shown(place.file))}:${place.line}</span>`;
        return html`<li>${set(behaviourPhrase(one), shown)}${at}</li>`;
      },
    )}</ul></section>`;
  });
  const links = there.map((effect) => html`<li><a href="#${effect}">${EFFECT_WORDS[effect].word}</a></li>`);
  const parts =
    configuration.length > 0 &&
    html`<section id="configuration"><h2>Configuration</h2>${configuration.map((part) => partMarkup(part, shown))}</section>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${pageAssets.styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>What changes for visitors</title>
<style>${trusted(pageAssets.style)}</style>
</head>
<body>
<header><div><h1>What changes for visitors</h1></div></header>
<div class="columns">
<nav aria-label="Contents"><ol>${links}${configuration.length > 0 && html`<li><a href="#configuration">Configuration</a></li>`}</ol></nav>
<main id="top">
<section><p>${diffSummary(behaviour, configuration.length)}</p></section>
${sections}
${parts}
</main>
</div>
<footer><p>taglint gives engineering findings, not legal advice.</p></footer>
</body>
</html>
`;
  return page.toString();
}

function set(phrase: Phrase, shown: Shown): Content {
  return phrase.map((piece) => {
    if (typeof piece === 'string') return piece;
    return 'name' in piece
      ? html`<strong>${short(shown(piece.name))}</strong>`
      : html`<code>${short(shown(piece.code))}</code>`;
  });
}

function partMarkup({ what, kind, name, file, renamedFrom, fields }: ConfigurationChange, shown: Shown): Markup {
  const was = renamedFrom !== undefined && html`, before <strong>${short(shown(renamedFrom))}</strong>`;
  const where = file !== '' && html` <span class="file">${short(shown(file))}</span>`;
  const list = what === 'removed' ? [] : fields.slice(0, MOST_FIELDS);
  const more =
    fields.length > MOST_FIELDS && what !== 'removed' && html`<p>… ${fields.length - MOST_FIELDS} more fields</p>`;
  return html`<details open><summary>${what} ${kind} <strong>${short(shown(name))}</strong>${was}${where}</summary>${
    list.length > 0 && html`<dl>${list.map((field) => fieldMarkup(field, what, shown))}</dl>`
  }${more}</details>`;
}

function fieldMarkup(field: FieldChange, what: ConfigurationChange['what'], shown: Shown): Markup {
  const change = shownChange(field);
  const label = html`<dt><code>${short(shown(field.field))}</code></dt>`;
  if (change.kind === 'lines') {
    const more = change.omitted > 0 ? `\n… ${change.omitted} more lines` : '';
    // Line ends are shown as such elsewhere: here each line stands for itself.
    return html`${label}<dd><pre>${change.lines.map((line) => html`${shown(line)}${trusted('\n')}`)}${more}</pre></dd>`;
  }
  const value = (text: string | undefined): Content =>
    text === undefined ? 'not set' : html`<code>${shown(text)}</code>`;
  return html`${label}<dd>${what === 'added' ? value(change.after) : [value(change.before), ' → ', value(change.after)]}</dd>`;
}

/** Writes the inputs of the benchmark. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { container, manyTags } from './container.ts';
import { type Random, random } from './random.ts';
import { type Written, writeApplication, writeTheme } from './repositories.ts';
import { consentDefault, gtag, gtm, metaPixel } from './snippets.ts';

const seed = 20240829;
const pages = 1000;
const pageSize = 20_000;
const words = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor'.split(' ');

export interface Inputs {
  /** 3 KB with the snippets of a tag manager, a Google tag and a consent default. */
  readonly tagged: string;
  /** 3 KB with one script of its own and no tag. */
  readonly clean: string;
  /** A folder of pages of 20 KB, each with 13 scripts (12 inline); every fifth has trackers. */
  readonly folder: string;
  readonly pages: number;
  readonly folderBytes: number;
  /** A tag manager's export: 400 tags, 400 triggers, 400 variables. */
  readonly container: string;
  readonly containerBytes: number;
  /** The same, 15 times as large. */
  readonly largeContainer: string;
  readonly largeContainerBytes: number;
  /** 100,000 tags in one chain of sequences. */
  readonly manyTags: string;
  readonly manyTagsBytes: number;
  /** A theme: a layout, parts that parts include, libraries that every page loads. */
  readonly theme: string;
  readonly themeSize: Written;
  /** An application of TSX components. */
  readonly application: string;
  readonly applicationSize: Written;
}

/** @param target an empty folder */
export function writeInputs(target: string): Inputs {
  const numbers = random(seed);
  const tagged = join(target, 'tagged.html');
  const clean = join(target, 'clean.html');
  const containerFile = join(target, 'container.json');
  const folder = join(target, 'pages');
  writeFileSync(tagged, page([consentDefault, gtm, gtag], [], 3_000, numbers));
  writeFileSync(clean, page([], [ownScript(1, numbers)], 3_000, numbers));
  let folderBytes = 0;
  for (let index = 0; index < pages; index++) {
    const text = index % 5 === 0 ? trackedPage(numbers) : ownPage(numbers);
    const section = join(folder, `section-${index % 20}`);
    mkdirSync(section, { recursive: true });
    writeFileSync(join(section, `page-${index}.html`), text);
    folderBytes += text.length;
  }
  const text = container(numbers);
  writeFileSync(containerFile, text);
  const largeContainer = join(target, 'large-container.json');
  const largeText = container(numbers, 6000);
  writeFileSync(largeContainer, largeText);
  const manyFile = join(target, 'many-tags.json');
  const manyText = manyTags();
  writeFileSync(manyFile, manyText);
  const theme = join(target, 'theme');
  const application = join(target, 'application');
  return {
    tagged,
    clean,
    folder,
    pages,
    folderBytes,
    container: containerFile,
    containerBytes: text.length,
    largeContainer,
    largeContainerBytes: largeText.length,
    manyTags: manyFile,
    manyTagsBytes: manyText.length,
    theme,
    themeSize: writeTheme(theme, numbers),
    application,
    applicationSize: writeApplication(application, numbers),
  };
}

function ownPage(numbers: Random): string {
  return page(['<script src="/assets/app.js" defer></script>'], ownScripts(12, numbers), pageSize, numbers);
}

/** As many scripts as an ordinary page: one loaded from elsewhere, twelve inline. */
function trackedPage(numbers: Random): string {
  return page([consentDefault, gtag, metaPixel], ownScripts(9, numbers), pageSize, numbers);
}

function page(head: readonly string[], scripts: readonly string[], size: number, numbers: Random): string {
  const start = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>${sentence(5, numbers)}</title>
<link rel="stylesheet" href="/assets/site.css">
${head.join('\n')}
</head>
<body>
`;
  const end = '</body>\n</html>\n';
  const room = size - start.length - end.length - scripts.join('\n').length;
  const parts: string[] = [];
  let length = 0;
  let next = 0;
  while (length < room) {
    const part = `<section class="card"><h2>${sentence(4, numbers)}</h2><p>${sentence(30, numbers)}</p>
<a href="/p/${numbers.below(10_000)}" onclick="return openCard(this)">${sentence(2, numbers)}</a></section>
`;
    parts.push(part);
    length += part.length;
    // Scripts stand between the sections, as templates leave them.
    const due = Math.floor((length / room) * scripts.length);
    for (; next < Math.min(due, scripts.length); next++) parts.push(`${scripts[next]}\n`);
  }
  for (; next < scripts.length; next++) parts.push(`${scripts[next]}\n`);
  return `${start}${parts.join('')}${end}`;
}

function ownScripts(count: number, numbers: Random): string[] {
  return Array.from({ length: count }, (_, index) => ownScript(index, numbers));
}

/** About 450 characters of a site's own code, different on every page. */
function ownScript(index: number, numbers: Random): string {
  const id = numbers.below(1_000_000);
  return `<script>
(function () {
  var box = document.getElementById('box-${index}-${id}');
  var state = { open: false, count: ${numbers.below(100)}, label: '${sentence(3, numbers)}' };
  function draw() {
    if (!box) { return; }
    box.className = state.open ? 'box open' : 'box';
    box.setAttribute('data-count', String(state.count));
  }
  if (box) {
    box.addEventListener('click', function () { state.open = !state.open; state.count += 1; draw(); });
  }
  for (var i = 0; i < state.count; i++) { if (i % 7 === ${numbers.below(7)}) { state.label += '.'; } }
  draw();
})();
</script>`;
}

function sentence(length: number, numbers: Random): string {
  return Array.from({ length }, () => words[numbers.below(words.length)]).join(' ');
}

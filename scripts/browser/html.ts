/** The document of the page, as it is before its script runs. */
import { DEFAULTS_ON_PAGE } from '../../src/browser/protocol.ts';
import { pageAssets } from '../../src/generated/report-page.ts';
import { REGIMES, SECTORS, STRICTNESS } from '../../src/model/profile.ts';

/**
 * Nothing may be fetched from anywhere, and nothing sent: scripts and styles come from beside the page, the worker is put
 * together by the page itself.
 */
const POLICY = [
  "default-src 'none'",
  // The report in its frame is ruled by this policy too: its own script and style are named by their hashes.
  `script-src 'self' '${pageAssets.scriptHash}'`,
  `style-src 'self' '${pageAssets.styleHash}'`,
  'worker-src blob:',
  "connect-src 'none'",
  "img-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

export function pageText(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Try taglint</title>
<link rel="stylesheet" href="page.css">
<script src="page.js" defer></script>
</head>
<body>
<a class="skip" href="#results">To the findings</a>
<header class="bar">
<a class="brand" href="../index.html">taglint</a>
<p class="promise">Nothing that you put here leaves this page.</p>
<nav aria-label="Documentation"><a href="../guide.html">Guide</a> <a href="../rules.html">Rules</a></nav>
</header>
<main>
<h1>What do these tags send, to whom, and before whose consent?</h1>
<div class="controls">
<div class="actions">
<button type="button" id="open-files">Open files</button>
<button type="button" id="open-folder">Open a folder</button>
<details class="menu" id="examples"><summary>Examples</summary></details>
<details class="menu" id="save"><summary>Save</summary></details>
<button type="button" id="configure">Configure</button>
<button type="button" id="link">Copy a link</button>
</div>
<div class="options">
${select('sector', 'Sector', SECTORS)}
${select('regime', 'Law', REGIMES, { eu: 'EU', 'us-opt-out': 'US, opt-out', 'us-health': 'US, health data' })}
${select('strictness', 'Strictness', STRICTNESS)}
<span id="defaults-choice" hidden>${select('defaults', 'Consent default on its pages', ['', ...DEFAULTS_ON_PAGE], { '': 'not known' })}</span>
</div>
</div>
<div class="link-line" id="link-line"></div>
<div class="desk">
<section class="input" aria-labelledby="input-title">
<h2 id="input-title" class="hidden-title">Files</h2>
<ul class="files" id="files"></ul>
<div class="editor" id="editor"></div>
<div class="file-line"><label>File name <input id="file-name" type="text" autocomplete="off" spellcheck="false" maxlength="300"></label>
<span id="file-kind"></span></div>
</section>
<section class="output" id="results" aria-labelledby="results-title" tabindex="-1">
<h2 id="results-title" class="hidden-title">Results</h2>
<div id="status" class="status" role="status"></div>
<div id="views"></div>
</section>
</div>
<noscript><p class="notice">This page judges in your browser, and needs scripts for that. The command <code>npx taglint</code> does the same.</p></noscript>
</main>
<footer><p class="closing">Engineering findings, not legal advice. The policy of this page forbids every connection: what you open is read, judged and
forgotten here. It is made with <a href="licenses.txt">the work of others</a>.</p></footer>
<input type="file" id="file-input" multiple hidden aria-label="Files to open">
<input type="file" id="folder-input" webkitdirectory hidden aria-label="Folder to open">
<div class="drop" id="drop" hidden><p class="drop-text">Drop exports, templates, scripts or a folder</p></div>
</body>
</html>
`;
}

function select(
  id: string,
  label: string,
  values: readonly string[],
  names: Readonly<Record<string, string>> = {},
): string {
  const options = values.map((value) => `<option value="${value}">${names[value] ?? value}</option>`).join('');
  return `<label>${label} <select id="${id}">${options}</select></label>`;
}

import { interest } from '../generated/interest.ts';
import { compiledStart } from '../parse/compiled/detect.ts';
import { looksLikeGtmTemplate } from '../parse/gtm-template-head.ts';
import { jsonStart } from '../text/json-positions.ts';

/**
 * What a file is to the linter: `html` (a page or template), `script`, `container` (a GTM export, or a container as it is published), `json` (another JSON
 * document, such as a pixel's configuration), `gtm-template` (a custom template of Tag Manager), `other` (nothing that is read).
 */
export type FileKind = 'html' | 'script' | 'container' | 'gtm-template' | 'json' | 'other';

/** What a file's name says: `unknown` names need a look at the content, `prose` and `ignored` ones are never opened in a walk. */
export type NameKind = 'html' | 'script' | 'json' | 'unknown' | 'prose' | 'ignored';

const HTML_NAMES =
  'html htm xhtml shtml xht liquid njk nunjucks j2 jinja jinja2 twig hbs handlebars mustache ejs erb rhtml eex leex heex php ' +
  'phtml php5 php7 inc vue svelte astro cshtml vbhtml razor aspx ascx asp master jsp jspx jspf tag tpl ftl ftlh vm vtl gohtml ' +
  'gotmpl tmpl mako dwt cfm edge latte volt marko';
const SCRIPT_NAMES = 'js mjs cjs ts mts cts jsx tsx';
const JSON_NAMES = 'json jsonc json5 webmanifest';
/** Prose: not opened unless it is named, and then it may be a snippet that somebody has saved. */
const PROSE_NAMES = 'md markdown mdx rst adoc txt log';
/** Names that hold no tags, or whose tags are no markup: they are not opened unless they are named one by one. */
const IGNORED_NAMES =
  'css scss sass less styl map lock csv tsv yml yaml toml ini cfg conf env properties sql ' +
  'svg png jpg jpeg gif webp avif ico bmp tif tiff psd ai eps woff woff2 ttf otf eot mp3 mp4 webm ogg ogv wav mov avi flac m4a ' +
  'pdf doc docx xls xlsx ppt pptx odt zip gz tgz bz2 xz br 7z rar tar jar war wasm bin exe dll so dylib class pyc o a node ' +
  'db sqlite parquet snap sh bash zsh fish bat ps1 py pyi rb go rs java kt kts scala swift c h cc cpp hpp cs fs m mm pl pm lua ' +
  'r jl ex exs erl hs clj dart proto graphql gql tf bicep po pot mo resx strings';

const NAME_KINDS: ReadonlyMap<string, NameKind> = new Map([
  ...HTML_NAMES.split(' ').map((name): [string, NameKind] => [name, 'html']),
  ...SCRIPT_NAMES.split(' ').map((name): [string, NameKind] => [name, 'script']),
  ...JSON_NAMES.split(' ').map((name): [string, NameKind] => [name, 'json']),
  ...PROSE_NAMES.split(' ').map((name): [string, NameKind] => [name, 'prose']),
  ...IGNORED_NAMES.split(' ').map((name): [string, NameKind] => [name, 'ignored']),
]);

/** Suffixes that the last extension alone would tell wrong. */
const DOUBLE: readonly (readonly [suffix: string, kind: NameKind])[] = [
  ['.d.ts', 'ignored'],
  ['.d.mts', 'ignored'],
  ['.d.cts', 'ignored'],
  ['.js.liquid', 'html'],
  ['.css.liquid', 'ignored'],
  ['.scss.liquid', 'ignored'],
];
/** Endings behind which the real one stands: `page.html.erb` is told by `erb`, `page.html.dist` by `html`. */
const WRAPPERS = new Set(['dist', 'example', 'sample', 'template', 'bak', 'orig', 'in']);

const TESTS = /\.(?:test|spec|cy|e2e|stories)\.[cm]?[jt]sx?$/i;

/** A script of a test runner or a component workbench: it runs in front of no visitor. */
export function isTestName(path: string): boolean {
  return TESTS.test(path);
}

/** Whether a walk opens a file of that name; one that is named is looked at whatever its name. */
export function isWalked(path: string): boolean {
  const kind = kindOfName(path);
  return kind !== 'prose' && kind !== 'ignored';
}

/** The kind that a path's extension stands for. */
export function kindOfName(path: string): NameKind {
  const name = path.slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1).toLowerCase();
  const double = DOUBLE.find(([suffix]) => name.endsWith(suffix));
  if (double) return double[1];
  const parts = name.split('.').slice(1);
  while (parts.length > 1 && WRAPPERS.has(parts[parts.length - 1] ?? '')) parts.pop();
  return NAME_KINDS.get(parts[parts.length - 1] ?? '') ?? 'unknown';
}

/** How much of a text the looks at its beginning go through. */
const HEAD = 65_536;
const MARKUP = /<(?:!doctype\s+html|html|head|body|script|noscript|iframe|img|link|meta|div|template)\b/i;
/** A vendor of the catalogue by its globals or addresses, or a data layer. */
const SCRIPT = new RegExp(`${interest}|\\bdataLayer\\b\\s{0,4}[.(=[]`);

/**
 * What a file is, by its name and by its content. A container is one by its content whatever its name; a file whose name
 * says nothing is told by what stands in it.
 */
export function classify(path: string, text: string): FileKind {
  const byName = kindOfName(path);
  // A published container is saved under the name of a script, a page, or none.
  if (compiledStart(text) >= 0) return 'container';
  if (byName !== 'html' && startsLikeJson(text, byName) && looksLikeContainer(text)) return 'container';
  if (byName === 'json') return 'json';
  if (looksLikeGtmTemplate(text)) return 'gtm-template';
  if (byName === 'html') return 'html';
  if (byName === 'script') return 'script';
  const head = text.slice(0, HEAD);
  if (MARKUP.test(head)) return 'html';
  if (/^\uFEFF?\s*[{[]/.test(head) && isJson(text)) return 'json';
  // What a program in another language names is in no page; nothing here reads it.
  if (byName !== 'ignored' && SCRIPT.test(text)) return 'script';
  // Markup far below a long head: only where nothing else was recognised, so that the scan is rarely paid for.
  return MARKUP.test(text) ? 'html' : 'other';
}

function startsLikeJson(text: string, kind: NameKind): boolean {
  // A script may hold such an object as a literal; only a whole document under a script's name (`x.json.js`) counts.
  if (kind === 'script') return /^\uFEFF?\s*\{\s*"/.test(text.slice(0, HEAD));
  const start = jsonStart(text);
  return text.charAt(start) === '{' || text.charAt(start) === '[';
}

const ENTITY_LIST =
  /"(?:tag|trigger|variable|builtInVariable|customTemplate|client|transformation|gtagConfig)"\s*:\s*\[/;
const CONTAINER_KEY = /"containerVersion"\s*:\s*\{/;
const CONTAINER_ID = /"(?:containerVersionId|containerId|accountId|publicId|exportFormatVersion)"\s*:/;
const ENTITY_ID = /"(?:tagId|triggerId|variableId|templateId|clientId|firingTriggerId|tagFiringOption)"\s*:/;
const ENTITY_BODY = /"(?:parameter|firingTriggerId|customEventFilter|templateData)"\s*:/;

/**
 * True for a GTM export (`containerVersion` with entities), for the raw API's shapes (a container version without that
 * wrapper, a workspace, a list of tags, one tag), well-formed or not: a broken export is to be reported as one.
 */
export function looksLikeContainer(text: string): boolean {
  if (CONTAINER_KEY.test(text)) return ENTITY_LIST.test(text) || /"container"\s*:\s*\{/.test(text);
  if (ENTITY_LIST.test(text) && CONTAINER_ID.test(text)) return ENTITY_ID.test(text) || /"parameter"\s*:/.test(text);
  if (/"(?:tag|trigger|variable)"\s*:\s*\[/.test(text) && ENTITY_ID.test(text)) return ENTITY_BODY.test(text);
  return ENTITY_ID.test(text) && CONTAINER_ID.test(text) && ENTITY_BODY.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return true;
  } catch {
    return false;
  }
}

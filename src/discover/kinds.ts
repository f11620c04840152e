/** What the names of files say. */

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

/**
 * Scripts and style sheets that a template hands to its framework, which writes the element: `wp_enqueue_script('x', 'https://…')`,
 * `wp_add_inline_script('x', 'code')`, `<%= javascript_include_tag 'https://…' %>`.
 */
import { ALWAYS, condition, type Guard, not } from '../../model/guard.ts';
import { choiceOf } from '../../parse/template/choice.ts';
import type { TemplateHole, TemplateScan } from '../../parse/template/index.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { topicOf } from '../machine/names.ts';
import type { EchoedMarkup } from './echoed-markup.ts';
import { serverCondition } from './question.ts';
import { type Chain, chainAt, type FilledText, interpolated } from './string-chains.ts';

const FILE_CALL =
  /\bwp_(enqueue|register)_(script|style)\s{0,9}\(\s{0,99}(['"])([\w.-]{1,100})\3\s{0,9},\s{0,99}(['"])((?:https?:)?\/\/[^'"\s]{1,1000})\5/g;
/** Calls whose argument is the code of a script. */
const CODE_CALL =
  /\b(?:wp_add_inline_script\s{0,9}\(\s{0,99}(?:'[^']{1,100}'|"[^"]{1,100}")\s{0,9},|wp_print_inline_script_tag\s{0,9}\(|wc_enqueue_js\s{0,9}\(|(?:->|::)(?:registerJs|addScriptDeclaration|addInlineScript)\s{0,9}\()\s{0,99}(?=['"])/g;
/** `$secureRenderer->renderTag('script', [], $code, false)` of Magento: the code is a variable that was put together before. */
const TAG_CALL =
  /(?:->|::)renderTag\s{0,9}\(\s{0,20}["']script["']\s{0,9},\s{0,20}(?:\[[^\]]{0,200}\]|array\([^()]{0,200}\)|null|\$\w{1,60})\s{0,9},\s{0,20}\$(\w{1,60})/g;
/** Hooks of the administration, which no visitor sees. */
const BACKSTAGE = /^(?:admin_|login_|customize_|enqueue_block_editor|network_admin|wp_print_admin)/;
const MAX_FOUND = 60;
const MAX_CODE = 30_000;
const MAX_PARTS = 60;

/** What the source hands over, each as the element that is written for it. */
export function handedScripts(source: Source): readonly EchoedMarkup[] {
  const { text } = source;
  if (!text.includes('<?')) return [];
  const found: EchoedMarkup[] = [];
  for (const match of /\bwp_(?:enqueue|register)_s/.test(text) ? text.matchAll(FILE_CALL) : []) {
    if (found.length >= MAX_FOUND) break;
    const [whole, verb, kind, , handle = '', , url = ''] = match;
    if (verb === 'register' && !isEnqueued(text, handle)) continue;
    const from = match.index + whole.length - 1 - url.length;
    const html = kind === 'script' ? `<script src="${url}"></script>` : `<link rel="stylesheet" href="${url}">`;
    hand(source, found, match.index, html, { start: from, end: from + url.length });
  }
  for (const match of text.matchAll(CODE_CALL)) {
    if (found.length >= MAX_FOUND) break;
    const from = match.index + match[0].length;
    const code = chainAt(text.slice(0, from + MAX_CODE), from);
    if (!code) continue;
    const span = { start: from + 1, end: code.end };
    hand(source, found, match.index, `<script>${code.text}</script>`, span, code.filled);
  }
  for (const match of text.matchAll(TAG_CALL)) {
    const code = found.length < MAX_FOUND ? joinedIn(text.slice(0, match.index), match[1] ?? '') : undefined;
    if (code) hand(source, found, match.index, `<script>${code.text}</script>`, code.span, code.filled);
  }
  return found;
}

/** What a variable holds to which strings are joined: `$code = "…"; $code .= "…";`, also heredocs. */
function joinedIn(
  code: string,
  name: string,
): (FilledText & { readonly span: { start: number; end: number } }) | undefined {
  const set = new RegExp(`\\$${name}\\s{0,9}\\.?=\\s{0,99}(?=['"]|<<<["']?(\\w{1,40})["']?\\r?\\n)`, 'g');
  const parts: FilledText[] = [];
  let span: { start: number; end: number } | undefined;
  for (const match of code.matchAll(set)) {
    // The text of one that is named for scripts is read where it stands.
    if (/script|^js$/i.test(match[1] ?? '')) return undefined;
    const from = match.index + match[0].length;
    const part =
      match[1] === undefined ? chainAt(code.slice(0, from + MAX_CODE), from) : heredocAt(code, from, match[1]);
    if (!part || parts.length >= MAX_PARTS) break;
    parts.push(part);
    span ??= { start: from + 1, end: part.end };
  }
  return (
    span && { text: parts.map(({ text }) => text).join('\n'), filled: parts.flatMap(({ filled }) => filled), span }
  );
}

function heredocAt(code: string, from: number, name: string): Chain | undefined {
  const start = code.indexOf('\n', from) + 1;
  const length = code.slice(start, start + MAX_CODE).search(new RegExp(`^[ \\t]*${name}\\b`, 'm'));
  if (length < 0) return undefined;
  return { ...interpolated(code.slice(start, start + length)), end: start + length };
}

function hand(
  source: Source,
  found: EchoedMarkup[],
  at: number,
  html: string,
  span: { start: number; end: number },
  filled: readonly string[] = [],
): void {
  const { text } = source;
  const before = text.slice(functionAround(text, at), at);
  if (isComment(text, at) || isBackstage(text, before)) return;
  found.push({ html, filled, location: locationOf(source, span), at, guard: statementGuard(before) });
}

/** A call that stands behind a question in its own statement; the conditions around it are the template's own. */
function statementGuard(before: string): Guard {
  const statement = before.slice(
    Math.max(before.lastIndexOf(';'), before.lastIndexOf('{'), before.lastIndexOf('}')) + 1,
  );
  const asks = /cookie/i.test(statement) || topicOf(statement.slice(-200)) !== 'free';
  if (asks) return condition('unresolved', 'code of the server');
  return /\b(?:function|fn|class)\b/.test(before) ? condition('named', 'code of the server') : ALWAYS;
}

function isEnqueued(text: string, handle: string): boolean {
  return new RegExp(`wp_enqueue_\\w+\\(\\s{0,9}["']${handle.replace(/\./g, '\\.')}["']`).test(text);
}

/** Where the function begins in which an offset stands; at most a few thousand characters before it. */
function functionAround(text: string, offset: number): number {
  const from = Math.max(0, offset - 6000);
  const at = text.slice(from, offset).lastIndexOf('function');
  return at < 0 ? from : from + at;
}

/** The function is handed to hooks of the administration alone, or its name says so. */
function isBackstage(text: string, before: string): boolean {
  const name = /^function\s{1,9}&?\s{0,9}(\w{1,100})/.exec(before)?.[1];
  if (name === undefined)
    return /\bis_admin\s{0,9}\(\s{0,9}\)\s{0,9}\)/.test(before) && !/!\s{0,9}is_admin/.test(before);
  const hooks = [...text.matchAll(/\badd_(?:action|filter)\s{0,9}\(\s{0,9}['"](\w{1,100})['"]\s{0,9},([^;]{1,300});/g)]
    .filter(([, , handler = '']) => new RegExp(`\\b${name}\\b`).test(handler))
    .map(([, hook = '']) => hook);
  return hooks.length > 0 ? hooks.every((hook) => BACKSTAGE.test(hook)) : /admin|editor|login|customi[sz]e/i.test(name);
}

function isComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/\/\*[^*]{0,200}\*\//g, '');
  return /(?:^|\s)(?:\/\/|#|\*)/.test(line) || text.lastIndexOf('/*', offset) > text.lastIndexOf('*/', offset);
}

/** Helpers that print the element of an address: `javascript_include_tag 'https://…'`, `{{ 'https://…' | script_tag }}`. */
const SCRIPT_HELPER = /^(?:javascript_include_tag|script_tag|javascript_tag|script|js|include_javascript|javascript)$/;
const STYLE_HELPER = /^(?:stylesheet_link_tag|stylesheet_tag|css|style|stylesheet)$/;

/** The elements that helpers print in the text of a template. */
export function printedElements(source: Source, scan: TemplateScan | undefined): readonly EchoedMarkup[] {
  const found: EchoedMarkup[] = [];
  for (const hole of scan?.holes ?? []) {
    const url = /["']((?:https?:)?\/\/[^"'\s]{1,1000})["']/.exec(hole.expression.slice(0, 1500))?.[1];
    if (url === undefined || found.length >= MAX_FOUND || !isText(scan?.masked ?? '', hole)) continue;
    const first = /^[$\w>.:-]*?(\w+)[\s(]/.exec(hole.expression)?.[1] ?? '';
    const names = [first, ...hole.filters];
    const html = names.some((name) => SCRIPT_HELPER.test(name))
      ? `<script src="${url}"></script>`
      : names.some((name) => STYLE_HELPER.test(name))
        ? `<link rel="stylesheet" href="${url}">`
        : undefined;
    if (html === undefined) continue;
    const start = hole.expressionStart + hole.expression.indexOf(url);
    const location = locationOf(source, { start, end: start + url.length });
    // `… if cookies[:consent] == 'yes'`
    const choice = choiceOf(hole.expression);
    const place = { source, language: hole.language, gates: undefined };
    const asked = choice ? serverCondition(choice.condition, location, place) : ALWAYS;
    const guard = choice?.no.includes(url) ? not(asked) : asked;
    found.push({
      html,
      location,
      at: hole.start,
      guard,
    });
  }
  return found;
}

/** True where an expression stands between elements: neither in a tag nor in a script. */
function isText(masked: string, { start, end }: TemplateHole): boolean {
  const before = masked.slice(Math.max(0, start - 200), start).trimEnd();
  const after = masked.slice(end, end + 200).trimStart();
  return (
    (before === '' || /[>;}]$/.test(before)) && (after === '' || after.startsWith('<') || !/^[;=,)"'>]/.test(after))
  );
}

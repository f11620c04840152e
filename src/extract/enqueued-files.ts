/** Scripts and style sheets that a theme or plug-in of WordPress hands to the page: `wp_enqueue_script('x', 'https://…')`. */
import { locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { type EchoedMarkup, inFrontOf } from './echoed-markup.ts';

const CALL =
  /\bwp_(enqueue|register)_(script|style)\s{0,9}\(\s{0,99}(['"])([\w.-]{1,100})\3\s{0,9},\s{0,99}(['"])((?:https?:)?\/\/[^'"\s]{1,1000})\5/g;
/** Hooks of the administration, which no visitor sees. */
const BACKSTAGE = /^(?:admin_|login_|customize_|enqueue_block_editor|network_admin|wp_print_admin)/;
const MAX_FOUND = 60;

/** The files that the source hands to the page, each as the element that WordPress writes for it. */
export function enqueuedFiles(source: Source): readonly EchoedMarkup[] {
  const { text } = source;
  if (!text.includes('<?') || !/\bwp_(?:enqueue|register)_s/.test(text)) return [];
  const found: EchoedMarkup[] = [];
  for (const match of text.matchAll(CALL)) {
    if (found.length >= MAX_FOUND) break;
    const [whole, verb, kind, , handle = '', , url = ''] = match;
    if (verb === 'register' && !isEnqueued(text, handle)) continue;
    const start = functionAround(text, match.index);
    const before = text.slice(start, match.index);
    if (isComment(text, match.index) || isBackstage(text, before)) continue;
    const from = match.index + whole.length - 1 - url.length;
    found.push({
      html: kind === 'script' ? `<script src="${url}"></script>` : `<link rel="stylesheet" href="${url}">`,
      location: locationOf(source, { start: from, end: from + url.length }),
      island: match.index,
      guard: inFrontOf(before, before),
    });
  }
  return found;
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
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /(?:^|\s)(?:\/\/|#|\*)/.test(line) || text.lastIndexOf('/*', offset) > text.lastIndexOf('*/', offset);
}

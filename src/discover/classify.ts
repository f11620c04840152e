/** What a file is, by its name and by its content. */
import { interest } from '../generated/interest.ts';
import { compiledStart } from '../parse/compiled/detect.ts';
import { looksLikeGtmTemplate } from '../parse/gtm-template-head.ts';
import { jsonStart } from '../text/json-positions.ts';
import { type FileKind, kindOfName, type NameKind } from './kinds.ts';

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

/** Markup in the strings of a server's script: `<?php echo '<script src="…"></script>'; ?>`. */
import { ALWAYS, condition, type Guard } from '../model/guard.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { HOLE } from './catalog-index.ts';
import { topicOf } from './machine/names.ts';

export interface EchoedMarkup {
  readonly html: string;
  readonly location: Location;
  /** Where the island begins that holds it. */
  readonly island: number;
  readonly guard: Guard;
}

const ISLAND = /<\?(?:php\b|=)/g;
const STRING = String.raw`'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"`;
/** A variable, a member or a call: what is joined with strings. */
const VALUE = String.raw`\$?[\w\\]+(?:(?:->|::)\$?\w+)*(?:\[(?:[^\[\]'"]|${STRING}){0,100}\])*(?:\((?:[^()'"]|${STRING}|\((?:[^()'"]|${STRING}){0,200}\)){0,200}\))?`;
/** Strings with what is joined to them, or comments. */
const TEXT = new RegExp(
  String.raw`(?:${STRING})(?:\s{0,40}\.\s{0,40}(?:${STRING}|${VALUE}))*|\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*`,
  'g',
);
const PIECE = new RegExp(`${STRING}|${VALUE}`, 'g');
/** Only whole elements: what is put together from pieces is not known well enough. */
const WHOLE = /<script\b[\s\S]*<\/script|<(?:img|iframe|link)\b[^>]*>/i;

const MAX_ISLANDS = 200;
const MAX_ISLAND = 30_000;
const MAX_FOUND = 40;

/** Elements that strings in the islands of a source hold whole, with what stands in front of them as far as it can be told. */
export function echoedMarkup(source: Source): readonly EchoedMarkup[] {
  const { text } = source;
  if (!text.includes('<?')) return [];
  const found: EchoedMarkup[] = [];
  let islands = 0;
  for (const opened of text.matchAll(ISLAND)) {
    if (++islands > MAX_ISLANDS) break;
    const start = opened.index + opened[0].length;
    const close = text.indexOf('?>', start);
    const island = text.slice(start, Math.min(close < 0 ? text.length : close, start + MAX_ISLAND));
    if (!/<(?:script|img|iframe|link)/i.test(island)) continue;
    for (const match of island.matchAll(TEXT)) {
      const quote = match[0][0];
      if ((quote !== "'" && quote !== '"') || found.length >= MAX_FOUND) continue;
      const html = joined(match[0]);
      if (!WHOLE.test(html)) continue;
      const from = start + match.index + 1;
      const end = start + match.index + match[0].length;
      found.push({
        html,
        location: locationOf(source, { start: from, end: /['"]$/.test(match[0]) ? end - 1 : end }),
        island: opened.index,
        guard: inFrontOf(island.slice(0, match.index), island),
      });
    }
  }
  return found;
}

/** The text of strings and what is joined to them, with HOLE for what is not known. */
function joined(chain: string): string {
  let text = '';
  for (const [piece] of chain.matchAll(PIECE)) {
    const quote = piece[0];
    text +=
      quote !== "'" && quote !== '"'
        ? HOLE
        : piece
            .slice(1, -1)
            .replace(/\\(["'\\])/g, '$1')
            .replace(quote === '"' ? /\\n/g : /\\(?!.)/g, ' ');
  }
  return text;
}

/** The code between the island's begin and the string is not evaluated: what it may hold back is not known. */
export function inFrontOf(before: string, island: string): Guard {
  if (/cookie/i.test(island.replace(/https?:[^\s'"]*/g, '')) || topicOf(before.slice(-200)) !== 'free')
    return condition('unresolved', 'code of the server');
  if (/\b(?:function|fn|class)\b|\bif\s*\(|\?/.test(before)) return condition('named', 'code of the server');
  return ALWAYS;
}

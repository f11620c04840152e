/** Markup in the strings of a server's script: `<?php echo '<script src="…"></script>'; ?>`. */
import { ALWAYS, and, condition, type Guard, not } from '../../model/guard.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { HOLE } from '../catalog-index.ts';
import { topicOf } from '../machine/names.ts';
import { serverCondition } from './question.ts';
import { type Chain, chainAt, type FilledText, interpolated, valueEnd } from './string-chains.ts';

export interface EchoedMarkup {
  readonly html: string;
  /** The expressions of the server that fill it where it holds HOLE, where they are known. */
  readonly filled?: readonly string[];
  readonly location: Location;
  /** Where it is printed; the template's conditions around it hold for it. */
  readonly at: number;
  /** What the code in front of it puts there besides those. */
  readonly guard: Guard;
}

const ISLAND = /<\?(?:php\b|=)/g;
/** The beginning of a string or heredoc, or a comment. */
const TEXT = /['"]|<<<[ \t]*['"]?(\w{1,40})['"]?\r?\n|\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*/g;
/** Only whole elements: what is put together from pieces is not known well enough. */
const WHOLE = /<script\b[\s\S]*<\/script|<(?:img|iframe|link)\b[^>]*>/i;
const MAX_ISLANDS = 200;
const MAX_ISLAND = 30_000;
const MAX_FOUND = 40;

/** Elements that strings in the islands of a source hold whole. */
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
    if (/<(?:script|img|iframe|link)/i.test(island) || /<<<[ \t]*['"]?\w*script/i.test(island))
      readIsland(source, start, island, opened[0] === '<?=', found);
  }
  return found;
}

function readIsland(source: Source, start: number, island: string, short: boolean, found: EchoedMarkup[]): void {
  for (let match = TEXT.exec(island); match !== null && found.length < MAX_FOUND; match = TEXT.exec(island)) {
    const quote = match[0][0];
    let { index: from } = match;
    let made: FilledText;
    let end = from + match[0].length;
    if (quote === '<') {
      const heredoc = heredocAt(island, end, match[1] ?? '');
      if (heredoc === undefined) continue;
      from = end;
      made = heredoc;
      end = heredoc.end;
      TEXT.lastIndex = end;
    } else if (quote === "'" || quote === '"') {
      const chain = chainAt(island, from);
      // A string that does not end here: nothing behind it is read rightly.
      if (chain === undefined) break;
      made = formatted(chain, island, from, chain.end);
      from += 1;
      end = /['"]/.test(island[chain.end - 1] ?? '') ? chain.end - 1 : chain.end;
      TEXT.lastIndex = chain.end;
    } else continue;
    const { text: html, filled } = made;
    if (!WHOLE.test(html)) continue;
    const location = locationOf(source, { start: start + from, end: start + end });
    const guard = inFrontOf(island.slice(0, match.index), location, island, short);
    found.push({ html, filled, location, at: start + from, guard });
  }
  TEXT.lastIndex = 0;
}

/** The text of a heredoc whose first line begins at `from`; one that is named for scripts holds the code of one. */
function heredocAt(island: string, from: number, name: string): Chain | undefined {
  const closer = new RegExp(`\\n[ \\t]*${name}\\b`, 'g');
  closer.lastIndex = from - 1;
  const close = closer.exec(island);
  if (close === null) return undefined;
  const { text, filled } = interpolated(island.slice(from, close.index));
  const code = /script|^js$/i.test(name) && !/<script/i.test(text) ? `<script>${text}</script>` : text;
  return { text: code, filled, end: close.index };
}

const FORMAT = /\bv?s?printf\s{0,9}\(\s{0,40}$/;
const COMMA = /^\s{0,40},\s{0,40}/;

/** What `printf` makes of a text and the arguments behind it. */
function formatted(made: FilledText, island: string, start: number, end: number): FilledText {
  const { text } = made;
  if (!text.includes('%') || !FORMAT.test(island.slice(Math.max(0, start - 60), start))) return made;
  const given: FilledText[] = [];
  for (let at = end; given.length < 10; ) {
    const comma = COMMA.exec(island.slice(at, at + 90))?.[0];
    if (comma === undefined) break;
    at += comma.length;
    const chain = chainAt(island, at);
    const close = chain?.end ?? valueEnd(island, at);
    if (close < 0) break;
    given.push(chain ?? { text: HOLE, filled: [island.slice(at, close)] });
    at = close;
  }
  const filled: string[] = [];
  let next = 0;
  const before = [...made.filled];
  const put = text.replace(/%(?:(\d)\$)?[sdu]|\uFFFC/g, (sign, index?: string) => {
    if (sign === HOLE) {
      filled.push(before.shift() ?? '');
      return HOLE;
    }
    const one = given[index ? Number(index) - 1 : next++];
    filled.push(...(one?.filled ?? ['']));
    return one?.text ?? HOLE;
  });
  return { text: put, filled };
}

const PRINTS = /^\s*(?:echo|print|v?printf)\b[\s(]*(?:[\w\\]+\s*\(\s*)?(?=[\s\S]*$)/;

/**
 * What the statement in front of the string says. The conditions around it are the template's own; a string that is kept for
 * later may be printed under any.
 */
function inFrontOf(before: string, at: Location, island: string, short: boolean): Guard {
  const statement = before.slice(
    Math.max(before.lastIndexOf(';'), before.lastIndexOf('{'), before.lastIndexOf('}')) + 1,
  );
  const named = /\b(?:function|fn|class)\b/.test(before) ? condition('named', 'code of the server', at) : ALWAYS;
  const printed = PRINTS.exec(statement)?.[0] ?? (short && before === statement ? '' : undefined);
  if (printed !== undefined) {
    const rest = statement.slice(printed.length).trim();
    if (rest === '' || /^[(.\s]*$/.test(rest)) return named;
    const asked = /^([\s\S]{1,300}?)\?\s*$/.exec(rest)?.[1];
    const place = { source: at.source, language: 'php', gates: undefined } as const;
    if (asked !== undefined) return and(named, serverCondition(asked, at, place));
    const otherwise = /^([\s\S]{1,300}?)\?[^?]{0,300}:\s*$/.exec(rest)?.[1];
    if (otherwise !== undefined) return and(named, not(serverCondition(otherwise, at, place)));
  }
  if (/cookie/i.test(island.replace(/https?:[^\s'"]*/g, '')) || topicOf(before.slice(-200)) !== 'free')
    return condition('unresolved', 'code of the server', at);
  if (named !== ALWAYS || /\bif\s*\(|\?/.test(before)) return condition('named', 'code of the server', at);
  return ALWAYS;
}

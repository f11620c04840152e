import { callNames, trimmed } from '../expression.ts';
import type { IslandSink, LanguageReader } from '../language.ts';
import { type AngleIsland, scanAngle } from './angle.ts';
import { readBraces } from './braces.ts';
import { type BraceDialect, lineEnd, type MutedRange, quietCode, regexEnd, stringEnd } from './code.ts';

const DIALECT: BraceDialect = {
  colons: false,
  outputs: new Set(),
  exits: new Set(['return']),
  includes: new Set(),
  loopCall: /(?:\.(?:forEach|map|each)|\beach)\s*\(/,
};

/** EJS, and the templates of Underscore and Lodash. */
export const ejs: LanguageReader = {
  id: 'ejs',
  scan(text, sink) {
    scanAngle(text, sink, (island) => readIsland(text, island, sink));
  },
};

function readIsland(text: string, island: AngleIsland, sink: IslandSink): void {
  const { start, end, codeStart, codeEnd } = island;
  const muted = lexScript(text, codeStart, codeEnd);
  const quiet = quietCode(text, codeStart, codeEnd, muted);
  const read = readBraces(text, quiet, codeStart, DIALECT);
  const code = trimmed(text, codeStart, codeEnd);
  const prints = /^[=-]/.test(island.mark);
  if (prints && !read.crosses) sink.hole(start, end, code.text, code.start, callNames(code.text));
  else if (quiet.trim() === '' && code.text !== '') sink.comment(start, end, code.text);
  else sink.statement(start, end);
  sink.steps(read.steps);
  const included = /^(?:include|partial)\s*\(?\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`|([\w./-]+))/.exec(code.text);
  const target = included?.[1] ?? included?.[2] ?? included?.[3] ?? included?.[4];
  if (target !== undefined) sink.include({ start, end, kind: 'include', target });
}

/** Strings, templates, comments and regular expressions of a piece of JavaScript. Those that are cut off by the island end there. */
function lexScript(text: string, start: number, end: number): MutedRange[] {
  const muted: MutedRange[] = [];
  let at = start;
  while (at < end) {
    const sign = text[at];
    let stop = -1;
    let kind: MutedRange['kind'] = 'string';
    if (sign === '"' || sign === "'" || sign === '`') stop = stringEnd(text, at, end);
    else if (sign === '/' && text[at + 1] === '/') {
      stop = lineEnd(text, at, end);
      kind = 'comment';
    } else if (sign === '/' && text[at + 1] === '*') {
      const close = text.slice(at + 2, end).indexOf('*/');
      stop = close < 0 ? end : at + close + 4;
      kind = 'comment';
    } else if (sign === '/') stop = regexEnd(text, start, at, end);
    if (stop < 0) at += 1;
    else {
      muted.push({ start: at, end: stop, kind });
      at = stop;
    }
  }
  return muted;
}

import { callNames, trimmed } from '../expression.ts';
import type { IslandSink, LanguageReader } from '../language.ts';
import { type AngleIsland, scanAngle } from './angle.ts';
import { lineEnd, type MutedRange, quietCode, regexEnd, stringEnd } from './code.ts';
import { readRuby } from './ruby.ts';

/** ERB: Rails, Sinatra, Middleman. */
export const erb: LanguageReader = {
  id: 'erb',
  scan(text, sink) {
    scanAngle(text, sink, (island) => readIsland(text, island, sink));
  },
};

function readIsland(text: string, island: AngleIsland, sink: IslandSink): void {
  const { start, end, codeStart, codeEnd } = island;
  const muted = lexRuby(text, codeStart, codeEnd);
  const quiet = quietCode(text, codeStart, codeEnd, muted);
  const read = readRuby(text, quiet, codeStart);
  const code = trimmed(text, codeStart, codeEnd);
  if (island.mark.startsWith('=') && !read.crosses) sink.hole(start, end, code.text, code.start, names(code.text));
  else if (quiet.trim() === '' && code.text !== '') sink.comment(start, end, code.text);
  else sink.statement(start, end);
  sink.steps(read.steps);
  const included =
    /^(render|erb|partial|haml)\b\s*\(?\s*(?:(?:partial:|:partial\s*=>|template:)\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|:(\w+))/.exec(
      code.text,
    );
  const target = included?.[2] ?? included?.[3] ?? included?.[4];
  if (included?.[1] !== undefined && target !== undefined) sink.include({ start, end, kind: included[1], target });
}

/** Calls with parentheses, the command before an argument (`raw x`, `j x`) and conversions (`.to_json`). */
function names(code: string): string[] {
  const found = callNames(code);
  const command = /^([a-z_]\w*[?!]?)\s+["':@\w]/.exec(code)?.[1];
  if (command !== undefined) found.unshift(command);
  for (const match of code.slice(0, 4000).matchAll(/\.(to_\w+|html_safe|hexdigest|downcase|strip)\b(?!\s*\()/g)) {
    if (match[1] !== undefined) found.push(match[1]);
  }
  return found;
}

/** Strings, comments and regular expressions of a piece of Ruby. */
function lexRuby(text: string, start: number, end: number): MutedRange[] {
  const muted: MutedRange[] = [];
  let at = start;
  while (at < end) {
    const sign = text[at];
    let stop = -1;
    let kind: MutedRange['kind'] = 'string';
    if (sign === '"' || sign === "'" || sign === '`') stop = stringEnd(text, at, end);
    else if (sign === '#') {
      stop = lineEnd(text, at, end);
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

import { DelimiterFinder } from '../finder.ts';
import type { IslandSink } from '../language.ts';

/** The code of one `<% %>`, without delimiters, marks and trim signs. */
export interface AngleIsland {
  readonly start: number;
  readonly end: number;
  readonly codeStart: number;
  readonly codeEnd: number;
  /** The characters directly after `<%`: `=`, `-`, `==`, `_` or nothing. */
  readonly mark: string;
}

/**
 * Reads `<% %>` islands. The first `%>` closes, also inside a string: neither engine looks at the code. `<%# %>` is a comment, `<%%` prints `<%`.
 */
export function scanAngle(text: string, sink: IslandSink, read: (island: AngleIsland) => void): void {
  const finder = new DelimiterFinder(text);
  let at = 0;
  for (;;) {
    const start = finder.next('<%', at);
    if (start < 0) return;
    if (text[start + 2] === '%') {
      at = start + 3;
      continue;
    }
    const close = finder.next('%>', start + 2);
    if (close < 0) return;
    const end = close + 2;
    at = end;
    if (text[start + 2] === '#') {
      sink.comment(start, end, text.slice(start + 3, Math.max(start + 3, close)));
      continue;
    }
    const mark = /^(?:==?|-|_)/.exec(text.slice(start + 2, start + 4))?.[0] ?? '';
    const codeStart = Math.min(start + 2 + mark.length, close);
    const trim = close > codeStart && /[-_]/.test(text[close - 1] ?? '') ? 1 : 0;
    read({ start, end, codeStart, codeEnd: close - trim, mark });
  }
}

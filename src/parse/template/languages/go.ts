import { headline, trimmed, withoutStrings } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader, StepCondition } from '../language.ts';
import { expectsValue } from './percent.ts';

const STATEMENT = /^(?:if|else|with|range|end|define|block|template|break|continue|return)\b/;
const PARTIAL =
  /\b(partial|partialCached|template|block|templates\.Exec\w*)\s+(?:\(\s*printf\s+)?(?:"([^"\n]*)"|`([^`]*)`)/;

/** The templates of Go (html/template, Hugo, Helm, Gin). */
export const go: LanguageReader = {
  id: 'go',
  scan(text, sink) {
    const finder = new DelimiterFinder(text);
    let at = 0;
    for (;;) {
      const start = finder.next('{{', at);
      if (start < 0) return;
      at = readAction(text, start, finder, sink);
    }
  },
};

function readAction(text: string, start: number, finder: DelimiterFinder, sink: IslandSink): number {
  const comment = /^\{\{-?\s{0,5}\/\*/.exec(text.slice(start, start + 12))?.[0];
  if (comment !== undefined) {
    const end = finder.next('*/', start + comment.length);
    const close = end < 0 ? -1 : finder.next('}}', end);
    if (close >= 0) {
      sink.comment(start, close + 2, text.slice(start + comment.length, end));
      return close + 2;
    }
  }
  // `{{< shortcode >}}` and `{{% shortcode %}}`.
  const shortcode = /^\{\{[<%]/.test(text.slice(start, start + 3));
  const close = finder.close('}}', start + 2, { quotes: true, backquotes: true, braces: false });
  if (close < 0) return start + 2;
  const end = close + 2;
  if (shortcode) {
    sink.statement(start, end);
    return end;
  }
  const from = text[start + 2] === '-' ? start + 3 : start + 2;
  const to = text[close - 1] === '-' && close - 1 > from ? close - 1 : close;
  const inner = trimmed(text, from, Math.max(from, to));
  // An object of a script, a function's body: no action.
  if (/[;{]|=>/.test(withoutStrings(inner.text))) {
    finder.charge(close - start);
    return start + 2;
  }
  readInner(text, start, end, inner, sink);
  return end;
}

function readInner(
  text: string,
  start: number,
  end: number,
  inner: { text: string; start: number },
  sink: IslandSink,
): void {
  const included = PARTIAL.exec(inner.text);
  const assigns = /^\$\w*(?:\s*,\s*\$\w+)?\s*:?=[^=]/.test(inner.text);
  const markup = included !== null && !expectsValue(text, start);
  if (inner.text === '' || assigns || markup || STATEMENT.test(inner.text)) sink.statement(start, end);
  else sink.hole(start, end, inner.text, inner.start, functions(inner.text));
  const target = included?.[2] ?? included?.[3];
  if (included?.[1] !== undefined && target !== undefined) {
    sink.include({ start, end, kind: included[1].startsWith('templates') ? 'partial' : included[1], target });
  }
  const step = stepOf(start, end, inner);
  if (step !== undefined) sink.steps([step]);
}

function stepOf(start: number, end: number, inner: { text: string; start: number }): BlockStep | undefined {
  const header = headline(inner.text);
  const word = /^\w+/.exec(inner.text)?.[0];
  const conditionFrom = (length: number): StepCondition => {
    const { text, start: at } = trimmed(inner.text, length, inner.text.length);
    // `{{ if $x := .Param }}` tests what it sets.
    const value = /^\$\w*\s*:?=\s*(?!=)/.exec(text)?.[0].length ?? 0;
    return { text: text.slice(value), start: inner.start + at + value, negated: false };
  };
  if (word === 'if' || word === 'with') {
    return { type: 'open', start, end, kind: 'if', closer: 'end', header, condition: conditionFrom(word.length) };
  }
  if (word === 'range') return { type: 'open', start, end, kind: 'loop', closer: 'end', header };
  if (word === 'define' || word === 'block') return { type: 'open', start, end, kind: 'other', closer: 'end', header };
  if (word === 'end') return { type: 'close', start, end, closer: 'end' };
  if (word !== 'else') return undefined;
  const further = /^else\s+(?:if|with)\s/.exec(inner.text)?.[0];
  if (further === undefined) return { type: 'next', start, end };
  return { type: 'next', start, end, condition: conditionFrom(further.length) };
}

/** Functions called: the first word of a command with arguments, of each `( … )`, and what stands behind `|`. */
function functions(expression: string): string[] {
  const bare = withoutStrings(expression.slice(0, 4000));
  const names: string[] = [];
  const first = /^([A-Za-z_][\w.]*)(?=\s+[^|\s])/.exec(bare)?.[1];
  if (first !== undefined) names.push(first);
  for (const match of bare.matchAll(/\(\s*([A-Za-z_][\w.]*)\s|\|\s*([A-Za-z_][\w.]*)/g)) {
    const name = match[1] ?? match[2];
    if (name !== undefined) names.push(name);
  }
  return names;
}

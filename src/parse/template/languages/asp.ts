/** Classic ASP: VBScript between `<%` and `%>`. */
import { callNames, headline, trimmed } from '../expression.ts';
import type { BlockStep, LanguageReader } from '../language.ts';
import { type AngleIsland, scanAngle } from './angle.ts';

export const asp: LanguageReader = {
  id: 'asp',
  scan(text, sink) {
    scanAngle(text, sink, (island) => {
      const { start, end, codeStart, codeEnd, mark } = island;
      const code = trimmed(text, codeStart, codeEnd);
      if (mark.startsWith('=')) sink.hole(start, end, code.text, code.start, callNames(code.text));
      else sink.statement(start, end);
      sink.steps(stepsOf(text, island));
    });
  },
};

/** Statements that close with a word of their own. */
const CLOSERS: readonly (readonly [opens: RegExp, closer: string])[] = [
  [/^for\s+(?:each\s+)?\w/i, 'next'],
  [/^do\b/i, 'loop'],
  [/^while\b/i, 'wend'],
  [/^(?:public\s+|private\s+)?(?:default\s+)?sub\s+\w/i, 'end sub'],
  [/^(?:public\s+|private\s+)?(?:default\s+)?function\s+\w/i, 'end function'],
  [/^with\b/i, 'end with'],
  [/^class\s+\w/i, 'end class'],
];
const CLOSES = /^(?:next|loop|wend|end\s+(?:if|sub|function|with|class|select))\b/i;

/** The statements of an island: one a line, or several with colons between them. */
function stepsOf(text: string, { codeStart, codeEnd }: AngleIsland): BlockStep[] {
  const steps: BlockStep[] = [];
  let at = codeStart;
  for (const line of text.slice(codeStart, codeEnd).split('\n')) {
    for (const { code, start } of statementsIn(line, at)) {
      const step = stepOf(code, start);
      if (step) steps.push(step);
    }
    at += line.length + 1;
  }
  return steps;
}

function statementsIn(line: string, at: number): { code: string; start: number }[] {
  // Strings and the comment behind the code.
  const quiet = line
    .replace(/"[^"]*"/g, (string) => '"'.repeat(string.length))
    .replace(/'.*$/, (rest) => ' '.repeat(rest.length));
  const found: { code: string; start: number }[] = [];
  let from = 0;
  for (const part of quiet.split(':')) {
    const { text, start } = trimmed(line, from, from + part.trimEnd().length);
    if (text !== '') found.push({ code: text, start: at + start });
    from += part.length + 1;
  }
  return found;
}

function stepOf(code: string, start: number): BlockStep | undefined {
  const end = start + code.length;
  const header = headline(code);
  // With more behind `Then` the statement ends with its line.
  const asked = /^(else\s*)?if\s+([\s\S]*?)\s+then$/i.exec(code);
  if (asked) {
    const text = asked[2] ?? '';
    const condition = { text, start: start + code.indexOf(text, 2), negated: false };
    return asked[1]
      ? { type: 'next', start, end, condition }
      : { type: 'open', start, end, kind: 'if', closer: 'end if', header, condition };
  }
  if (/^else$/i.test(code)) return { type: 'next', start, end };
  const subject = /^select\s+case\s+(.+)$/i.exec(code)?.[1];
  if (subject !== undefined) return { type: 'switch', start, end, closer: 'end select', header, subject };
  if (/^case\s+else$/i.test(code)) return { type: 'next', start, end };
  const values = /^case\s+(.+)$/i.exec(code)?.[1];
  if (values !== undefined)
    return {
      type: 'case',
      start,
      end,
      values: values.split(',').map((one) => one.trim()),
      valueStart: end - values.length,
      or: '||',
    };
  if (CLOSES.test(code)) {
    const closer = code
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^(next|loop).*$/, '$1');
    return { type: 'close', start, end, closer };
  }
  const opened = CLOSERS.find(([opens]) => opens.test(code));
  if (!opened) return undefined;
  const kind = /^(?:next|loop|wend)$/.test(opened[1]) ? 'loop' : 'other';
  return { type: 'open', start, end, kind, closer: opened[1], header };
}

import { callNames, firstString, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { IslandSink, LanguageReader } from '../language.ts';
import { readBraces } from './braces.ts';
import {
  type BraceCode,
  type BraceDialect,
  type CodeStatement,
  type MutedRange,
  quietCode,
  stringEnd,
} from './code.ts';
import { expectsValue } from './percent.ts';

const DIALECT: BraceDialect = {
  colons: true,
  outputs: new Set(['echo', 'print', 'printf', 'vprintf']),
  exits: new Set(['return', 'exit', 'die', 'wp_die']),
  includes: new Set([
    'include',
    'include_once',
    'require',
    'require_once',
    'get_template_part',
    'get_header',
    'get_footer',
    'get_sidebar',
  ]),
  loopCall: /\b(?:array_map|array_walk|each)\s*\(/,
};

/** Calls that print, by the naming customs of theme functions: `the_title()`, `_e()`, `esc_html_e()`, `bloginfo()`. */
const PRINTING_CALL =
  /^(?:the_\w+|\w*_e|_ex|bloginfo|language_attributes|body_class|post_class|wc_product_class|var_dump|print_r)\s*\(/;
/** An island that prints inside its blocks is one value if it is short; a long one is a program. */
const LONGEST_PRINTING_BLOCK = 1000;
const SINGLE_CALL = /^\\?[A-Za-z_][\w\\]*(?:(?:::|->)\w+)*\s*\(/;

/** PHP, by full tags, `<?=` and short tags. */
export const php: LanguageReader = {
  id: 'php',
  scan(text, sink) {
    const opener = /<\?(?:php(?!\w)|=|(?=\s))/gi;
    const finder = new DelimiterFinder(text);
    for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
      const code = lexPhp(text, opener.lastIndex, finder);
      readIsland(text, match.index, match[0] === '<?=', opener.lastIndex, code, sink);
      opener.lastIndex = code.end;
    }
  },
};

interface PhpCode {
  /** Where the code ends: at `?>` or at the end of the file. */
  readonly codeEnd: number;
  readonly end: number;
  readonly muted: readonly MutedRange[];
}

/** Finds the end of PHP code. Strings, heredocs and block comments hide `?>`; line comments do not. */
function lexPhp(text: string, start: number, finder: DelimiterFinder): PhpCode {
  const muted: MutedRange[] = [];
  const sign = /['"`#]|\/[/*]|<<<|\?>/g;
  sign.lastIndex = start;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const at = match.index;
    const found = match[0];
    if (found === '?>') return { codeEnd: at, end: at + 2, muted };
    // `#[` begins an attribute.
    if (found === '#' && text[at + 1] === '[') continue;
    let end = at + found.length;
    if (found === '#' || found === '//') end = lineCommentEnd(text, end, finder);
    else if (found === '/*') {
      const close = finder.next('*/', end);
      end = close < 0 ? text.length : close + 2;
    } else if (found === '<<<') {
      const heredoc = heredocEnd(text, at);
      if (heredoc === undefined) continue;
      end = heredoc;
    } else end = stringEnd(text, at, text.length);
    muted.push({ start: at, end, kind: found === '#' || found.startsWith('/') ? 'comment' : 'string' });
    sign.lastIndex = end;
  }
  return { codeEnd: text.length, end: text.length, muted };
}

function lineCommentEnd(text: string, from: number, finder: DelimiterFinder): number {
  let end = text.length;
  for (const needle of ['\n', '\r', '?>']) {
    const at = finder.next(needle, from);
    if (at >= 0) end = Math.min(end, at);
  }
  return end;
}

/** Offset after a heredoc or nowdoc that starts at `start`; undefined if it is a shift. */
function heredocEnd(text: string, start: number): number | undefined {
  const opener = /<<<[ \t]*(?:"(\w+)"|'(\w+)'|([A-Za-z_]\w*))\r?\n?/y;
  opener.lastIndex = start;
  const match = opener.exec(text);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || name === undefined || !/[\r\n]$/.test(match[0])) return undefined;
  const closer = new RegExp(`[\\r\\n][ \\t]*${name}\\b`, 'g');
  closer.lastIndex = opener.lastIndex - 1;
  return closer.exec(text) === null ? text.length : closer.lastIndex;
}

function readIsland(
  text: string,
  start: number,
  short: boolean,
  codeStart: number,
  code: PhpCode,
  sink: IslandSink,
): void {
  const quiet = quietCode(text, codeStart, code.codeEnd, code.muted);
  if (quiet.trim() === '' && code.muted.length > 0) {
    const comment = trimmed(text, codeStart, code.codeEnd);
    sink.comment(start, code.end, comment.text);
    return;
  }
  const read = readBraces(text, quiet, codeStart, DIALECT);
  const printed = short ? expressionOf(text, codeStart, code.codeEnd) : printedBy(text, start, codeStart, code, read);
  if (printed !== undefined && !read.crosses) {
    sink.hole(start, code.end, printed.text, printed.start, callNames(printed.text));
  } else sink.statement(start, code.end);
  sink.steps(read.steps);
  for (const statement of read.includes) {
    const { start: from, end, word } = statement;
    sink.include({ start: from, end, kind: word, target: includeTarget(text, statement) });
  }
}

/** What an island prints, if it does. */
function printedBy(
  text: string,
  start: number,
  codeStart: number,
  code: PhpCode,
  read: BraceCode,
): { text: string; start: number } | undefined {
  const first = read.outputs[0];
  const whole = expressionOf(text, codeStart, code.codeEnd);
  if (first !== undefined) {
    const plain = read.outputs.every((output) => output.depth === 0);
    const last = read.outputs[read.outputs.length - 1] ?? first;
    // The words after `printf` are a call, those after `echo` an expression.
    const from = first.word.endsWith('printf') ? first.start : first.from;
    // `if ($a) echo 'b';` prints a choice.
    const asks = /^\s*if\s*\(/.test(text.slice(codeStart, first.start));
    if (plain && !asks) return expressionOf(text, from, last.end);
    return whole.text.length <= LONGEST_PRINTING_BLOCK ? whole : undefined;
  }
  if (read.statements !== 1 || read.includes.length > 0) return undefined;
  if (PRINTING_CALL.test(whole.text)) return whole;
  return SINGLE_CALL.test(whole.text) && expectsValue(text, start) ? whole : undefined;
}

function expressionOf(text: string, start: number, end: number): { text: string; start: number } {
  const whole = trimmed(text, start, end);
  return whole.text.endsWith(';') ? trimmed(text, whole.start, whole.start + whole.text.length - 1) : whole;
}

/** Reads code that stands between words of another language: `@php … @endphp`, `{php} … {/php}`. */
export function readPhp(
  text: string,
  range: { readonly start: number; readonly end: number; readonly codeStart: number; readonly codeEnd: number },
  sink: IslandSink,
): void {
  const { start, end, codeStart, codeEnd } = range;
  const body = text.slice(codeStart, codeEnd);
  const muted = lexPhp(body, 0, new DelimiterFinder(body)).muted.map((one) => ({
    ...one,
    start: one.start + codeStart,
    end: one.end + codeStart,
  }));
  readIsland(text, start, false, codeStart, { codeEnd, end, muted }, sink);
}

function includeTarget(text: string, statement: CodeStatement): string {
  const argument = text.slice(statement.from, Math.min(statement.end, statement.from + 500));
  return firstString(argument) ?? argument.trim().replace(/^\(\s*|\s*\)$/g, '');
}

/** Edits of code, for the repairs of rules. They keep to the way in which the code around them is written. */
import type { CallSyntax, WrapperSyntax } from './call-syntax.ts';
import type { Location, RepairEdit } from './finding.ts';
import type { Activity } from './unit.ts';

export function textAt({ source, start, end }: Location): string {
  return source.text.slice(start, end);
}

export function replaced(location: Location, text: string): RepairEdit {
  return { location, text };
}

/** Puts a text in front of a place. */
export function before({ source, start }: Location, text: string): RepairEdit {
  return { location: { source, start, end: start }, text };
}

/** Puts a text behind a place. */
export function behind({ source, end }: Location, text: string): RepairEdit {
  return { location: { source, start: end, end }, text };
}

/** What stands in front of the arguments, `fbq(`, where it is one name, on window or not. */
export function calleeOf({ call, args }: CallSyntax): { readonly head: string; readonly name: string } | undefined {
  const head = call.source.text.slice(call.start, args[0]?.start ?? call.end);
  const name = /^(?:(?:window|self|globalThis)\s*\??\.\s*)?([A-Za-z_$][\w$]*)\s*(?:\?\.\s*)?\(\s*$/.exec(head)?.[1];
  return name === undefined ? undefined : { head: head.trimEnd(), name };
}

/** The argument that a pattern of the vendor's captures under a name. */
export function argumentFor({ vendor, kind }: Activity, syntax: CallSyntax, capture: string): Location | undefined {
  const callee = calleeOf(syntax);
  for (const { does, use } of vendor.calls) {
    if (does !== kind || use.path.length !== 1 || use.path[0] !== callee?.name) continue;
    const arg = syntax.args[use.args.findIndex((pattern) => 'capture' in pattern && pattern.capture === capture)];
    if (arg) return arg;
  }
  return undefined;
}

/** A text in the quotes that a call is written with; other quotes may end what the call stands in. */
export function quotedLike({ args }: CallSyntax, text: string): string {
  const mark = args.map((arg) => textAt(arg).charAt(0)).find((first) => first === "'" || first === '"') ?? "'";
  return `${mark}${text.replace(/['"\\]/g, '\\$&')}${mark}`;
}

/** Puts calls in front of another one, so that they run where and when that one does. */
export function callsBefore({ call, statement }: CallSyntax, calls: readonly string[]): readonly RepairEdit[] {
  if (!statement) return [before(call, `(${calls.join(', ')}, `), behind(call, ')')];
  const { text } = statement.source;
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const indent = text.slice(lineStart, statement.start);
  const isOwnLine = /^\s*$/.test(indent) && (lineStart > 0 || !statement.source.nesting);
  const semicolon = textAt(statement).endsWith(';') ? ';' : '';
  const written = isOwnLine
    ? calls.map((one) => `${one}${semicolon}${lineEndBefore(text, lineStart)}${indent}`)
    : calls.map((one) => `${one}; `);
  return [before(statement, written.join(''))];
}

/** How the line before a place ends, or the first line where there is none. */
export function lineEndBefore(text: string, offset: number): string {
  const last = text.lastIndexOf('\n', offset - 1);
  const at = last >= 0 ? last : text.indexOf('\n');
  return at > 0 && text.charAt(at - 1) === '\r' ? '\r\n' : '\n';
}

const MEMBER = /^(?:(["'`]?)([\w$-]+)\1(\s*:\s*)([\s\S]+)|[A-Za-z_$][\w$]*)$/;
/** What must not be said twice. */
const EFFECTS = /\+\+|--|(?:^|[^=!<>])=(?![=>])|\b(?:await|yield|function)\b|=>/;

/**
 * Puts members with other keys and the same value behind a member of an object.
 * @returns undefined where it is no member that is written out, or its value does something
 */
export function membersBehind(member: Location, keys: readonly string[]): RepairEdit | undefined {
  const parts = MEMBER.exec(textAt(member));
  if (!parts) return undefined;
  const [whole, quote = '', , colon = ': ', value = whole] = parts;
  if (EFFECTS.test(value)) return undefined;
  const { text } = member.source;
  const lineStart = text.lastIndexOf('\n', member.start - 1) + 1;
  const indent = text.slice(lineStart, member.start);
  const next = text.slice(member.end, member.end + 2);
  const isOwnLine = lineStart > 0 && /^\s*$/.test(indent);
  const gap = isOwnLine
    ? `${lineEndBefore(text, lineStart)}${indent}`
    : /^(?:,\S|\})/.test(next) && !colon.includes(' ')
      ? ''
      : ' ';
  return behind(member, keys.map((key) => `,${gap}${quote}${key}${quote}${colon}${value}`).join(''));
}

/** Lets a wrapper push its `arguments`. */
export function pushingArguments({ pushed, arrow }: WrapperSyntax): readonly RepairEdit[] {
  const own = replaced(pushed, 'arguments');
  if (!arrow) return [own];
  // `this` is another one in a function.
  if (/\bthis\b/.test(textAt(arrow.whole))) return [];
  return [
    before(arrow.whole, 'function '),
    replaced(arrow.arrow, arrow.expression ? ' { ' : ' '),
    own,
    ...(arrow.expression ? [behind(arrow.expression, '; }')] : []),
  ];
}

/** What is pushed, whole or in a list, as the arguments of a call. */
export function argumentsOf({ args }: CallSyntax): string | undefined {
  const [first] = args;
  const last = args[args.length - 1];
  if (!first || !last) return undefined;
  const text = first.source.text.slice(first.start, last.end);
  const list = args.length === 1 && text.startsWith('[') && text.endsWith(']');
  return list ? text.slice(1, -1).trim().replace(/\s*,$/, '') : text;
}

/** An expression that begins with a parenthesis in the place of a call: what is in front of it must have ended. */
export function parenthesised({ call, statement }: CallSyntax, code: string): string {
  if (!statement) return code;
  const head = call.source.text.slice(Math.max(0, call.start - 400), call.start);
  const line = head.slice(head.trimEnd().lastIndexOf('\n') + 1);
  const ends = /(?:^|[;{>])\s*$/.test(head) && !line.includes('//');
  return ends ? code : `;${code}`;
}

/** Takes a statement out, with its line where it has one to itself. */
export function lineRemoved(statement: Location): RepairEdit {
  const { source, start, end } = statement;
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const after = /^[ \t]*\r?\n/.exec(text.slice(end, end + 400))?.[0];
  const isOwnLine = /^[ \t]*$/.test(text.slice(lineStart, start)) && (lineStart > 0 || !source.nesting);
  return isOwnLine && after !== undefined
    ? replaced({ source, start: lineStart, end: end + after.length }, '')
    : replaced({ source, start, end: end + (/^[ \t]*/.exec(text.slice(end, end + 400))?.[0].length ?? 0) }, '');
}

/** Moves a consent default in front of the tags that it should govern. */
import type { CallSyntax } from './call-syntax.ts';
import { before, calleeOf, callsBefore, lineEndBefore, lineRemoved, textAt } from './code-repairs.ts';
import type { ConsentModeFault } from './consent-mode.ts';
import type { Location, Repair, RepairEdit } from './finding.ts';
import { atomsOf } from './guard.ts';
import { startTagOf } from './markup-repairs.ts';
import { say } from './phrase.ts';
import type { JudgedActivity, Unit } from './unit.ts';

/**
 * The command in front of the first of the tags: in the same script, or in one of its own. Undefined where it says what only its place
 * knows, or a condition decides on it or on the tags.
 */
export function defaultFirst({ command, tags }: ConsentModeFault, unit: Unit): Repair | undefined {
  const { syntax, vendor, guard } = command;
  const statement = syntax?.statement;
  const queue = vendor.queue?.name;
  if (!syntax || !statement || command.entity || queue === undefined || unit.kind === 'container') return undefined;
  if (calleeOf(syntax)?.name !== vendor.queueCommand || !isFixed(syntax) || !isCallAlone(syntax)) return undefined;
  if (atomsOf(guard).some(({ atom }) => !CHOICES.has(atom.kind))) return undefined;
  const governed = tags
    .flatMap(({ activities }) => activities)
    .filter((one) => one.reached && one.consent === undefined && one.carrier !== 'noscript');
  const edits = inScript(governed, syntax) ?? inMarkup(governed, syntax, queue, unit);
  return edits && { message: say`Move the default in front of the first tag.`, edits };
}

/** Who waits for a choice may as well come before it; what includes a part includes all of it. */
const CHOICES: ReadonlySet<string> = new Set(['consent', 'decided', 'click', 'includer']);

function isUnconditional({ guard }: JudgedActivity): boolean {
  return atomsOf(guard).every(({ atom }) => atom.kind === 'includer');
}

/** Nothing but words, keys and numbers: it says the same wherever it stands. */
function isFixed({ args }: CallSyntax): boolean {
  return args.every((arg) => {
    const left = textAt(arg)
      .replace(/'[^'\\\n]*'|"[^"\\\n]*"/g, '0')
      .replace(/(?:\b[A-Za-z_$][\w$]*|\b0)\s*:/g, '')
      .replace(/\b(?:true|false|\d+)\b/g, '');
    return /^[\s{}[\],]*$/.test(left);
  });
}

function isCallAlone({ call, statement }: CallSyntax): boolean {
  return statement !== undefined && /^\s*;?$/.test(statement.source.text.slice(call.end, statement.end));
}

/** In front of the first command of the tags, where that stands in the same script and above. */
function inScript(governed: readonly JudgedActivity[], syntax: CallSyntax): readonly RepairEdit[] | undefined {
  const { call, statement } = syntax;
  if (!statement) return undefined;
  const first = governed.find(({ kind }) => kind !== 'load');
  const target = first?.syntax?.statement;
  if (!first?.syntax || !target || target.source !== statement.source || target.start > statement.start)
    return undefined;
  if (!isUnconditional(first)) return undefined;
  return [...callsBefore(first.syntax, [textAt(call)]), lineRemoved(statement)];
}

/** In a script of its own in front of the first element of the tags. */
function inMarkup(
  governed: readonly JudgedActivity[],
  { call, statement }: CallSyntax,
  queue: string,
  unit: Unit,
): readonly RepairEdit[] | undefined {
  if (!statement || unit.kind !== 'page') return undefined;
  const places = governed.map(({ location }) => startTagOf(location));
  const [first] = places.flatMap((tag) => tag ?? []).toSorted((a, b) => a.start - b.start);
  const holder = statement.source;
  if (!first || places.includes(undefined) || first.source !== unit.source || holder.root !== unit.source)
    return undefined;
  const at = governed.find((_, index) => places[index]?.start === first.start);
  if (!at || !isUnconditional(at)) return undefined;
  return [before(first, scriptWith(textAt(call), queue, calleeNameOf(call), first)), removed(statement)];
}

function calleeNameOf(call: Location): string {
  return /^(?:\w+\s*\.\s*)?([\w$]+)/.exec(textAt(call))?.[1] ?? '';
}

function scriptWith(command: string, queue: string, name: string, { source, start }: Location): string {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const lines = [
    `window.${queue} = window.${queue} || [];`,
    `function ${name}() { ${queue}.push(arguments); }`,
    `${command};`,
  ];
  if (!/^[ \t]*$/.test(indent)) return `<script>${lines.join(' ')}</script>`;
  const end = lineEndBefore(text, start);
  return `<script>${lines.map((line) => `${end}${indent}  ${line}`).join('')}${end}${indent}</script>${end}${indent}`;
}

/** Takes a statement out, and with it a script that holds nothing else. */
function removed(statement: Location): RepairEdit {
  const { source, start, end } = statement;
  const rest = source.text.slice(0, start) + source.text.slice(end);
  const tag = rest.trim() === '' ? startTagOf(statement) : undefined;
  const close = tag && /^<\/script\s*>/i.exec(tag.source.text.slice(tag.end + source.text.length))?.[0];
  return tag && close !== undefined
    ? lineRemoved({ source: tag.source, start: tag.start, end: tag.end + source.text.length + close.length })
    : lineRemoved(statement);
}

/** What people leave in the code of a container by mistake, and what its compiler may refuse. */
import type { Flaw } from '../../model/entity.ts';
import { childNodes } from '../../parse/child-nodes.ts';
import type { ESTree } from '../../parse/script.ts';
import { newestSyntax } from '../../parse/script-edition.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import type { Scope } from './scope.ts';

/** Longer code is a library. */
const MAX_CODE = 200_000;
const MAX_DEPTH = 200;
const MAX_FLAWS = 20;
const REFERENCE = /\{\{[^{}]{1,300}\}\}/g;

/** A script of a part of a container. */
export interface PartCode {
  /** What the places are in. */
  readonly source: Source;
  /** With references masked. */
  readonly code: string;
  /** What positions in the code are short of those in the source. */
  readonly start: number;
  /** Whether the container’s compiler reads it; other code is handed to the browser as it stands. */
  readonly compiled: boolean;
}

/** Flaws of a script; none for one that does not parse. */
export function codeFlaws(scope: Scope, { source, code, start, compiled }: PartCode): Flaw[] {
  const leftovers = /\b(?:debugger|alert|console)\b/.test(code);
  if (code.length > MAX_CODE || !(leftovers || compiled)) return [];
  const parsed = scope.parser.parse(code, 'js');
  if (!parsed.ok) return [];
  const place = ({ range }: ESTree.Node): Location => {
    const [from, to] = range ?? [0, 0];
    return locationOf(source, { start: Math.max(0, from + start), end: to + start });
  };
  const newest = compiled ? newestSyntax(parsed.program) : undefined;
  const syntax: Flaw[] = newest
    ? [{ kind: 'syntax', syntax: newest.name, edition: newest.edition, location: place(newest.node) }]
    : [];
  return leftovers ? [...syntax, ...leftoversIn(parsed.program, place)] : syntax;
}

/** The text with other parts' names masked: same length, so positions stay. */
export function maskReferences(text: string): string {
  return text.replace(REFERENCE, (all) => (/debug/i.test(all) ? DEBUG : '$').padEnd(all.length, '_'));
}

const DEBUG = '$d';

function leftoversIn(program: ESTree.Program, place: (node: ESTree.Node) => Location): Flaw[] {
  const found: Flaw[] = [];
  // Output that only a debug switch lets through is meant to stay.
  const visit = (node: ESTree.Node, switched: boolean, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_FLAWS) return;
    const kind = switched ? undefined : leftoverOf(node);
    if (kind) found.push({ kind, location: place(node) });
    const behind = switched || isSwitch(node);
    for (const child of childNodes(node)) visit(child, behind, depth + 1);
  };
  visit(program, false, 0);
  return found;
}

const OUTPUT: ReadonlySet<string> = new Set(['log', 'debug', 'dir', 'table', 'trace']);

function leftoverOf(node: ESTree.Node): 'breakpoint' | 'dialog' | 'output' | undefined {
  if (node.type === 'DebuggerStatement') return 'breakpoint';
  if (node.type !== 'CallExpression') return undefined;
  const name = calleeOf(node.callee);
  if (name === 'alert' || name === 'window.alert') return 'dialog';
  return name?.startsWith('console.') && OUTPUT.has(name.slice('console.'.length)) ? 'output' : undefined;
}

function calleeOf(callee: ESTree.Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  const object = calleeOf(callee.object);
  return object === undefined ? undefined : `${object}.${callee.property.name}`.replace(/^window\.(?=console)/, '');
}

/** A condition that asks for a debug switch. */
function isSwitch(node: ESTree.Node): boolean {
  const test =
    node.type === 'IfStatement' || node.type === 'ConditionalExpression'
      ? node.test
      : node.type === 'LogicalExpression'
        ? node.left
        : undefined;
  return test !== undefined && asksForDebug(test, 0);
}

function asksForDebug(node: ESTree.Node, depth: number): boolean {
  if (depth > 20) return false;
  if (node.type === 'Identifier' && (/debug|verbose|preview|\bdev\b/i.test(node.name) || node.name.startsWith(DEBUG)))
    return true;
  if (node.type === 'Literal' && typeof node.value === 'string' && /debug|preview/i.test(node.value)) return true;
  return childNodes(node).some((child) => asksForDebug(child, depth + 1));
}

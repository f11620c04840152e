/** What parts of a container hold that does nothing, and what was left in them by mistake. */
import type { Flaw } from '../../model/entity.ts';
import type { ContainerCondition, ContainerTag, ContainerTrigger, ContainerVariable } from '../../parse/container.ts';
import { parseHtml } from '../../parse/html.ts';
import type { ESTree } from '../../parse/script.ts';
import type { JsonPath } from '../../text/json-positions.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { childNodes } from './code-names.ts';
import { beyondRe2, whyInvalid } from './regex.ts';
import type { Scope } from './scope.ts';

/** Longer markup does something. */
const MAX_EMPTY = 20_000;
/** Longer code is a library. */
const MAX_CODE = 200_000;
const MAX_DEPTH = 200;
const MAX_FLAWS = 20;
const REFERENCE = /\{\{[^{}]{1,300}\}\}/g;
/** Elements that show or do nothing in markup that a script inserts. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'noscript',
  'template',
  'br',
  'p',
  'span',
  'div',
  'html',
  'head',
  'body',
]);

/** Flaws of a Custom HTML tag. */
export function tagFlaws(scope: Scope, tag: ContainerTag): Flaw[] {
  if (tag.type !== 'html') return [];
  const html = tag.parameters.get('html');
  const text = html?.value ?? '';
  const nothing = text.length <= MAX_EMPTY ? withoutEffect(scope, text) : undefined;
  if (nothing) return [{ kind: 'without-effect', why: nothing, location: scope.places.at([...tag.path, 'name']) }];
  if (!html || !mayHoldLeftovers(text)) return [];
  const source = scope.places.nested([...html.path, 'value'], `tag "${tag.name}"`);
  if (!source) return [];
  const masked = maskReferences(source.text);
  return scriptsOf(masked).flatMap(({ start, end }) => leftovers(scope, source, masked.slice(start, end), start));
}

/** Flaws of a variable: leftovers in custom JavaScript, expressions of a regular expression table that match nothing. */
export function variableFlaws(scope: Scope, variable: ContainerVariable): Flaw[] {
  const { parameters, name } = variable;
  const code = parameters.get('javascript');
  if (code?.value !== undefined && mayHoldLeftovers(code.value)) {
    const source = scope.places.nested([...code.path, 'value'], `variable "${name}"`);
    // The function stands alone and has no name: brackets make an expression of it.
    if (source) return leftovers(scope, source, `(${maskReferences(source.text).trimEnd().replace(/;$/, '')})`, -1);
  }
  if (variable.type !== 'remm') return [];
  return (parameters.get('map')?.list ?? []).flatMap(({ map }) => {
    const key = map.find((cell) => cell.key === 'key');
    return key?.value === undefined ? [] : patternFlaw(scope, key.value, [...key.path, 'value']);
  });
}

/** Flaws of a trigger: regular expressions that match nothing. */
export function triggerFlaws(scope: Scope, { eventFilters, filters, listenerFilters }: ContainerTrigger): Flaw[] {
  return [...eventFilters, ...filters, ...listenerFilters].flatMap((condition) =>
    isPattern(condition) ? patternFlaw(scope, condition.right, condition.path, condition.negate) : [],
  );
}

function isPattern({ operator }: ContainerCondition): boolean {
  return operator === 'MATCH_REGEX' || operator === 'URL_MATCHES';
}

function patternFlaw(scope: Scope, pattern: string, path: JsonPath, negated = false): Flaw[] {
  // What a variable puts into the expression is not known.
  if (pattern.includes('{{')) return [];
  const invalid = whyInvalid(pattern);
  const why = invalid ?? beyondRe2(pattern);
  if (why === undefined) return [];
  const refusedBy = invalid === undefined ? 're2' : 'all';
  return [{ kind: 'pattern', pattern, why, refusedBy, negated, location: scope.places.at(path) }];
}

/** Why markup that a tag inserts has no effect; undefined where it has one. */
function withoutEffect(scope: Scope, text: string): Extract<Flaw, { kind: 'without-effect' }>['why'] | undefined {
  if (text.trim() === '') return 'empty';
  const masked = maskReferences(text);
  const { elements } = parseHtml(masked);
  const shown = withoutComments(masked).trim();
  if (shown === '') return 'comment';
  if (elements.length === 0) return isCode(scope, shown) ? 'bare-code' : undefined;
  const outer = elements.filter(({ parent }) => !parent);
  const outside = outer.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), masked);
  if (withoutComments(outside).trim() !== '') return undefined;
  const scripts = elements.filter(({ name }) => name === 'script');
  if (outer.every(({ name }) => name === 'noscript')) return 'noscript';
  const isIdle = elements.every(({ name, attributes, content, parent }) => {
    if (parent?.name === 'noscript') return true;
    if (name !== 'script' && name !== 'style') return WITHOUT_EFFECT.has(name) && attributes.size === 0;
    return !attributes.has('src') && isBlank(scope, masked.slice(content.start, content.end), name);
  });
  return isIdle && scripts.length > 0 ? 'comment' : undefined;
}

function isBlank(scope: Scope, code: string, name: string): boolean {
  if (code.trim() === '') return true;
  if (name === 'style' || holdsCode(code)) return false;
  const parsed = scope.parser.parse(code, 'js');
  return parsed.ok && parsed.program.body.every(({ type }) => type === 'EmptyStatement');
}

/** True where something stands behind the comments with which a script begins; what looks like markup is left to the parser. */
function holdsCode(code: string): boolean {
  let at = 0;
  for (;;) {
    while (/[\s;]/.test(code.charAt(at))) at++;
    const end = code.startsWith('//', at) ? '\n' : code.startsWith('/*', at) ? '*/' : undefined;
    if (end === undefined) break;
    const found = code.indexOf(end, at + 2);
    if (found < 0) return false;
    at = found + end.length;
  }
  return at < code.length && !/[<#-]/.test(code.charAt(at));
}

/** Statements without a script element: they are shown to visitors as text. */
function isCode(scope: Scope, text: string): boolean {
  if (!/[=(]/.test(text) || !/[;)]\s*$/.test(text)) return false;
  const parsed = scope.parser.parse(text, 'js');
  return parsed.ok && parsed.program.body.some(isEffect);
}

function isEffect(node: ESTree.Node): boolean {
  if (node.type === 'VariableDeclaration' || node.type === 'FunctionDeclaration') return true;
  if (node.type !== 'ExpressionStatement') return false;
  return node.expression.type === 'CallExpression' || node.expression.type === 'AssignmentExpression';
}

function withoutComments(text: string): string {
  let rest = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!--', at);
    if (open < 0) return rest + text.slice(at);
    rest += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return rest;
    at = close + 3;
  }
}

/** Same length: positions stay. */
function maskReferences(text: string): string {
  return text.replace(REFERENCE, (all) => (/debug/i.test(all) ? DEBUG : '$').padEnd(all.length, '_'));
}

const DEBUG = '$d';

function mayHoldLeftovers(text: string): boolean {
  return text.length <= MAX_CODE && /\b(?:debugger|alert|console)\b/.test(text);
}

function scriptsOf(masked: string): { start: number; end: number }[] {
  return parseHtml(masked).elements.flatMap(({ name, content }) => (name === 'script' ? [content] : []));
}

/** @param start what the positions in the code are short of those in the source */
function leftovers(scope: Scope, source: Source, code: string, start: number): Flaw[] {
  const parsed = scope.parser.parse(code, 'js');
  if (!parsed.ok) return [];
  const found: Flaw[] = [];
  const place = (node: ESTree.Node): Location => {
    const [from, to] = node.range ?? [0, 0];
    return locationOf(source, { start: Math.max(0, from + start), end: to + start });
  };
  // Output that only a debug switch lets through is meant to stay.
  const visit = (node: ESTree.Node, switched: boolean, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_FLAWS) return;
    const kind = switched ? undefined : leftoverOf(node);
    if (kind) found.push({ kind, location: place(node) });
    const behind = switched || isSwitch(node);
    for (const child of childNodes(node)) visit(child, behind, depth + 1);
  };
  visit(parsed.program, false, 0);
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

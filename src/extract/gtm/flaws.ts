/** What parts of a container hold that does nothing, and what was left in them by mistake. */
import type { Flaw } from '../../model/entity.ts';
import type { ContainerCondition, ContainerTag, ContainerTrigger, ContainerVariable } from '../../parse/container.ts';
import { parseHtml } from '../../parse/html.ts';
import type { ESTree } from '../../parse/script.ts';
import type { JsonPath } from '../../text/json-positions.ts';
import { codeFlaws, maskReferences } from './code-flaws.ts';
import { beyondRe2, whyInvalid } from './regex.ts';
import type { Scope } from './scope.ts';

/** Longer markup does something. */
const MAX_EMPTY = 20_000;
/** Types of script elements whose code Tag Manager’s compiler reads; what has another type is handed on as it stands. */
const COMPILED: ReadonlySet<string> = new Set(['', 'text/javascript', 'application/javascript']);
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
  const source = html && scope.places.nested([...html.path, 'value'], `tag "${tag.name}"`);
  if (!source) return [];
  const masked = maskReferences(source.text);
  return parseHtml(masked).elements.flatMap(({ name, attributes, content: { start, end } }) => {
    if (name !== 'script' || attributes.has('src')) return [];
    const compiled = isCompiled(scope) && COMPILED.has((attributes.get('type') ?? '').trim().toLowerCase());
    return codeFlaws(scope, { source, code: masked.slice(start, end), start, compiled });
  });
}

/** Code of a published container has been compiled, code of a server container is for no browser. */
function isCompiled({ container }: Scope): boolean {
  return !container.compiled && !container.server;
}

/** Flaws of a variable: leftovers in custom JavaScript, expressions of a regular expression table that match nothing. */
export function variableFlaws(scope: Scope, variable: ContainerVariable): Flaw[] {
  const { parameters, name } = variable;
  const code = parameters.get('javascript');
  if (code?.value !== undefined) {
    const source = scope.places.nested([...code.path, 'value'], `variable "${name}"`);
    if (!source) return [];
    // The function stands alone and has no name: brackets make an expression of it.
    const expression = `(${maskReferences(source.text).trimEnd().replace(/;$/, '')})`;
    return codeFlaws(scope, { source, code: expression, start: -1, compiled: isCompiled(scope) });
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

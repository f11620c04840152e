/**
 * Copies of jQuery among the files of a site. The machine knows what its functions do (`libraries.ts`, `builtins.ts`): evaluated
 * like any other code they would hide from it what is done with them, and cost more than the rest of the page.
 *
 * Source: code.jquery.com, 1.4 to 3.7, as published, minified and slim.
 */
import type { ESTree } from '../../parse/script.ts';

/** Nothing else has both: the prototype under its short name, and the function that gives the names back. */
const PROTOTYPE = /\.fn\s{0,3}=\s{0,3}[\w$]{1,20}\.prototype\b/;
const GIVES_BACK = /\bnoConflict\b/;
/** From 1.11 on it says at its beginning where it cannot work. */
const REFUSAL = 'requires a window with a document';
const BANNER = /\bjQuery (?:JavaScript Library )?v\d+\.\d/;
const MIN_LENGTH = 20_000;
const MAX_LENGTH = 400_000;
/** How far the beginning goes, comments included. */
const HEAD = 2_000;

/** The statements of a script but for those that are such a library as a whole: what else stands in the file is the site's. */
export function withoutLibraries(program: ESTree.Program, text: string): ESTree.Program {
  if (text.length < MIN_LENGTH || !GIVES_BACK.test(text)) return program;
  let end = 0;
  const body = program.body.filter((node) => {
    const before = text.slice(Math.max(end, (node.range?.[0] ?? 0) - HEAD), node.range?.[0]);
    end = node.range?.[1] ?? end;
    return !isJquery(node, text, before);
  });
  return body.length === program.body.length ? program : { ...program, body };
}

/** @param before what stands between the statement and the one in front of it */
function isJquery(node: ESTree.Node, text: string, before: string): boolean {
  const call = node.type === 'ExpressionStatement' ? calledAtOnce(node.expression) : undefined;
  const [start, end] = node.range ?? [0, 0];
  if (!call || end - start < MIN_LENGTH || end - start > MAX_LENGTH) return false;
  const [first, second] = call.arguments;
  const head = text.slice(start, Math.min(start + HEAD, end));
  const isNew = second?.type === 'FunctionExpression' && head.includes(REFUSAL);
  const isOld =
    first?.type === 'Identifier' && first.name === 'window' && BANNER.test(`${before}${head.slice(0, 400)}`);
  if (!isNew && !isOld) return false;
  const own = text.slice(start, end);
  return PROTOTYPE.test(own) && GIVES_BACK.test(own);
}

/** `!function (a, b) { … }(…)`, `(function (a, b) { … })(…)`. */
function calledAtOnce(expression: ESTree.Node): ESTree.CallExpression | undefined {
  const call = expression.type === 'UnaryExpression' ? expression.argument : expression;
  return call.type === 'CallExpression' && call.callee.type === 'FunctionExpression' ? call : undefined;
}

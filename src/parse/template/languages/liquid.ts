import type { BlockStep, LanguageReader } from '../language.ts';
import { filters, includeOf, type PercentDialect, PercentScan, type PercentTag } from './percent.ts';

const DIALECT: PercentDialect = {
  hashComments: false,
  outputClose: { quotes: true, braces: false },
  // Liquid tags end at the first delimiter, also inside quotes.
  tagClose: { quotes: false, braces: false },
  bodies: {
    raw: 'text',
    comment: 'comment',
    doc: 'comment',
    schema: 'blank',
    stylesheet: 'blank',
    javascript: 'script',
  },
  conditionals: new Set(['if', 'unless', 'ifchanged']),
  negated: new Set(['unless']),
  loops: new Set(['for', 'tablerow']),
  blocks: new Set(['capture', 'form', 'paginate', 'style', 'block', 'highlight']),
  switches: new Set(['case']),
  cases: new Set(['when']),
  outputs: new Set(['cycle', 'link', 'post_url', 'asset_path']),
  silent: new Set(['assign', 'increment', 'decrement', 'break', 'continue', 'layout', 'seo', 'feed_meta', '']),
  includes: new Set([
    'render',
    'include',
    'section',
    'sections',
    'include_relative',
    'include_cached',
    'layout',
    'content_for',
  ]),
  closers: {},
  custom,
};

/** Liquid: Shopify, Jekyll, Eleventy. */
export const liquid: LanguageReader = {
  id: 'liquid',
  scan(text, sink) {
    new PercentScan(text, sink, DIALECT).run();
  },
};

function custom(tag: PercentTag, scan: PercentScan): boolean {
  if (tag.name === '#') {
    scan.sink.comment(tag.start, tag.end, tag.args);
    return true;
  }
  if (tag.name === 'echo') {
    scan.sink.hole(tag.start, tag.end, tag.args, tag.argsStart, filters(tag.args));
    return true;
  }
  if (tag.name !== 'liquid') return false;
  readLiquidTag(tag, scan);
  return true;
}

/** `{% liquid %}`: one tag a line, without delimiters. It is an output if one of them is an echo. */
function readLiquidTag(tag: PercentTag, scan: PercentScan): void {
  const steps: BlockStep[] = [];
  const lines: PercentTag[] = [];
  for (const match of tag.args.matchAll(/[^\r\n]+/g)) {
    const line = /^\s*(#|[\w.]+)[^\S\r\n]*/.exec(match[0]);
    if (line?.[1] === undefined) continue;
    const start = tag.argsStart + match.index;
    const args = match[0].slice(line[0].length).trimEnd();
    lines.push({ start, end: start + match[0].length, name: line[1], args, argsStart: start + line[0].length });
  }
  const echoes = lines.filter((line) => line.name === 'echo');
  const only = echoes.length === 1 ? echoes[0] : undefined;
  if (echoes.length === 0) scan.sink.statement(tag.start, tag.end);
  else {
    const expression = only ?? tag;
    const names = echoes.flatMap((echo) => filters(echo.args));
    scan.sink.hole(tag.start, tag.end, expression.args, expression.argsStart, names);
  }
  for (const line of lines) {
    if (DIALECT.includes.has(line.name)) scan.sink.include(includeOf(line));
    const step = scan.step(line);
    if (step !== undefined) steps.push(step);
  }
  // Steps that leave the island would cut through a mask; the language does not allow them.
  if (isClosed(steps)) scan.sink.steps(steps);
}

function isClosed(steps: readonly BlockStep[]): boolean {
  let depth = 0;
  for (const step of steps) {
    if (step.type === 'open' || step.type === 'switch') depth += 1;
    else if (depth === 0) return false;
    else if (step.type === 'close') depth -= 1;
  }
  return depth === 0;
}

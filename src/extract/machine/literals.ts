/** Literals, and what templates put into them. */
import type { ESTree } from '../../parse/script.ts';
import { ite, mapCases } from './cases.ts';
import type { Machine } from './machine.ts';
import { holesIn, placeOf } from './script-text.ts';
import { lit, type MValue, unknownValue } from './values.ts';

export function literalOf(m: Machine, node: ESTree.Literal): MValue {
  const at = placeOf(m.script, node);
  const { value } = node;
  if (typeof value === 'string') {
    const [start, end] = node.range ?? [0, 0];
    const holes = m.script.holes.length > 0 ? holesIn(m.script, start, end) : [];
    if (holes.length === 0) return lit(value, at);
    const parts = partsOf(m, start + 1, end - 1);
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && typeof only !== 'string') return inQuotes(only);
    return { t: 'text', parts, at };
  }
  if (value === null && !('regex' in node && node.regex)) return lit(null, at);
  if (typeof value === 'number' || typeof value === 'boolean') return lit(value, at);
  if ('regex' in node && node.regex) return unknownValue(`/${node.regex.pattern}/`, [], at);
  return unknownValue('', [], at);
}

/** Yes and no are words in quotes: `'{{variable}}' === 'true'`. */
function inQuotes(value: MValue): MValue {
  return mapCases(value, (one) => {
    if (one.t === 'lit' && typeof one.v === 'boolean') return lit(String(one.v), one.at);
    return one.t === 'bool' && one.granted === undefined && !one.unworded
      ? ite(one.guard, lit('true'), lit('false'))
      : one;
  });
}

/** The fixed part of a template literal, with the holes that template syntax makes in it. */
export function textBetween(m: Machine, quasi: ESTree.TemplateElement): (string | MValue)[] {
  const cooked = quasi.value.cooked ?? quasi.value.raw;
  const [start, end] = quasi.range ?? [0, 0];
  if (m.script.holes.length === 0 || holesIn(m.script, start, end).length === 0) return [cooked];
  return partsOf(m, start, end);
}

/** Splits the inside of a literal at its holes; the pieces between them are unescaped one by one. */
function partsOf(m: Machine, start: number, end: number): (string | MValue)[] {
  const parts: (string | MValue)[] = [];
  let at = start;
  for (const hole of holesIn(m.script, start, end)) {
    if (hole.start > at) parts.push(unescaped(m.script.masked.slice(at, hole.start)));
    parts.push(hole.value());
    at = Math.max(at, hole.end);
  }
  if (at < end) parts.push(unescaped(m.script.masked.slice(at, end)));
  return parts;
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
};

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_all, braced, four, two, one) => {
      const code = braced ?? four ?? two;
      if (typeof code === 'string') {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      }
      return SIMPLE[String(one)] ?? String(one);
    },
  );
}

/** Text of literals and holes; only literals make a literal. */
export function joined(parts: readonly (string | MValue)[], m: Machine, node: ESTree.Node): MValue {
  const flat: (string | MValue)[] = [];
  const add = (part: string | MValue): void => {
    const text = typeof part === 'string' ? part : part.t === 'lit' ? String(part.v ?? '') : undefined;
    const last = flat[flat.length - 1];
    if (text !== undefined && typeof last === 'string') flat[flat.length - 1] = last + text;
    else if (text !== undefined && text !== '') flat.push(text);
    else if (text !== undefined) return;
    else if (typeof part !== 'string' && part.t === 'text') for (const inner of part.parts) add(inner);
    else flat.push(part);
  };
  for (const part of parts) add(part);
  const at = placeOf(m.script, node);
  const [first] = flat;
  if (flat.length === 0) return lit('', at);
  if (flat.length === 1 && typeof first === 'string') return lit(first, at);
  if (flat.length === 1 && typeof first === 'object' && first.t === 'stored') return first;
  if (flat.length > 200) return unknownValue('text', [], at);
  return { t: 'text', parts: flat, at };
}

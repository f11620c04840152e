/** Edits of markup, for the repairs of rules. */
import { behind, lineRemoved, replaced, textAt } from './code-repairs.ts';
import type { Location, RepairEdit } from './finding.ts';

/** An attribute as it is written. */
interface Attribute {
  readonly name: string;
  readonly nameAt: Location;
  /** Without its quotes; absent where it has no value. */
  readonly valueAt?: Location;
}

/** Longer start tags hold more than attributes. */
const MAX_TAG = 4000;
const TAG = /^<([a-z]+)(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>/i;
const TAG_BEFORE = /<script(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>$/i;
const ATTRIBUTE = /\s+([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gy;

/**
 * The start tag of the element that a place is, or of the script element that it stands in; undefined where none is written out, or a
 * template decides on its attributes.
 */
export function startTagOf({ source, start, end }: Location): Location | undefined {
  const { nesting } = source;
  const own = TAG.exec(source.text.slice(start, Math.min(end, start + MAX_TAG)))?.[0];
  let tag: Location | undefined;
  if (own !== undefined) tag = { source, start, end: start + own.length };
  else if (nesting?.label === 'script' && nesting.map.isShift) {
    const { base } = nesting.map;
    const found = TAG_BEFORE.exec(nesting.parent.text.slice(Math.max(0, base - MAX_TAG), base))?.[0];
    if (found !== undefined) tag = { source: nesting.parent, start: base - found.length, end: base };
  }
  return tag && !/\{%|@(?:if|else|end)|\{\{[#/]/.test(textAt(tag)) ? tag : undefined;
}

/** The attributes of a start tag. */
export function attributesIn(tag: Location): readonly Attribute[] {
  const text = textAt(tag);
  const { source } = tag;
  const found: Attribute[] = [];
  ATTRIBUTE.lastIndex = /^<[a-z]+/i.exec(text)?.[0].length ?? text.length;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    const [whole, name = '', value] = match;
    const end = tag.start + match.index + whole.length;
    const from = tag.start + match.index + whole.indexOf(name);
    const quote = value !== undefined && /^["']/.test(value) ? 1 : 0;
    found.push({
      name: name.toLowerCase(),
      nameAt: { source, start: from, end: from + name.length },
      ...(value !== undefined && { valueAt: { source, start: end - value.length + quote, end: end - quote } }),
    });
  }
  return found;
}

/** Puts attributes in front of those that a start tag has. */
export function attributesAdded(
  { source, start }: Location,
  attributes: readonly (readonly [string, string])[],
): RepairEdit {
  const name = /^<[a-z]+/i.exec(source.text.slice(start, start + 40))?.[0] ?? '<';
  const at = { source, start, end: start + name.length };
  return behind(at, attributes.map(([key, value]) => ` ${key}="${value}"`).join(''));
}

/** Replaces the value of an attribute, which keeps its quotes. Undefined where it stands without quotes, or has none. */
export function attributeSet({ valueAt }: Attribute, value: string): RepairEdit | undefined {
  return valueAt && /["']/.test(valueAt.source.text.charAt(valueAt.end)) ? replaced(valueAt, value) : undefined;
}

/** Where an attribute stands, with the space in front of it. */
export function attributeRemoved({ nameAt, valueAt }: Attribute): Location {
  const { source } = nameAt;
  const { text } = source;
  let { start } = nameAt;
  while (/\s/.test(text.charAt(start - 1))) start--;
  const end = valueAt ? valueAt.end + (/["']/.test(text.charAt(valueAt.end)) ? 1 : 0) : nameAt.end;
  return { source, start, end };
}

const EMPTY_ELEMENT = /^(?:link|img)$/;

/** Longer elements are more than a snippet. */
const MAX_ELEMENT = 20_000;

/** The end of an element that has no elements in it, where it can be seen. */
export function elementEnd({ source, end }: Location, name: string): Location | undefined {
  if (EMPTY_ELEMENT.test(name)) return { source, start: end, end };
  const text = source.text.slice(end, end + MAX_ELEMENT);
  const close = new RegExp(`</${name}\\s*>`, 'i').exec(text);
  if (!close) return undefined;
  const at = end + close.index + close[0].length;
  return { source, start: at, end: at };
}

/** Takes an element out that holds nothing, and the `noscript` around it where that holds nothing else. */
export function elementRemoved(place: Location): RepairEdit | undefined {
  const tag = startTagOf(place);
  // A script that has the place in it holds something.
  if (!tag || tag.source !== place.source) return undefined;
  const { source } = tag;
  const { text } = source;
  const name = /^<([a-z]+)/i.exec(textAt(tag))?.[1]?.toLowerCase() ?? '';
  const close = new RegExp(`^\\s*</${name}\\s*>`, 'i').exec(text.slice(tag.end, tag.end + MAX_TAG))?.[0];
  if (close === undefined && !EMPTY_ELEMENT.test(name)) return undefined;
  const end = tag.end + (close?.length ?? 0);
  const head = /<noscript\s*>\s*$/i.exec(text.slice(Math.max(0, tag.start - MAX_TAG), tag.start))?.[0];
  const tail = /^\s*<\/noscript\s*>/i.exec(text.slice(end, end + MAX_TAG))?.[0];
  return head !== undefined && tail !== undefined
    ? lineRemoved({ source, start: tag.start - head.length, end: end + tail.length })
    : lineRemoved({ source, start: tag.start, end });
}

/** Edits of JSON, for the repairs of rules. They keep to the indentation and the spaces of what is around them. */
import { JsonPositions } from '../text/json-positions.ts';
import { writeJsonString } from '../text/json-string.ts';
import { before, replaced, textAt } from './code-repairs.ts';
import type { Entity } from './entity.ts';
import type { Location, Repair, RepairEdit } from './finding.ts';
import { say } from './phrase.ts';

/** What a value is set to. */
export type JsonValue = string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * Sets a member of an object: in its place where it is there, behind the last one where it is not.
 * @returns undefined for what is no object with members
 */
export function memberSet(object: Location, key: string, value: JsonValue): RepairEdit | undefined {
  const { source, start } = object;
  const positions = new JsonPositions(source.text, start);
  const keys = keysOf(object);
  const last = keys[keys.length - 1];
  const style = styleOf(object);
  const end = last === undefined ? undefined : positions.value([last])?.end;
  if (!style || end === undefined) return undefined;
  const there = positions.value([key]);
  if (there) return replaced({ source, ...there }, written(value, style, style.indent));
  const member = `${written(key, style, '')}${style.colon}${written(value, style, style.indent)}`;
  return before({ source, start: end, end }, `,${style.gap}${member}`);
}

/** Puts an item behind the last one of a list, in the way of that one. Undefined for what is no list with items. */
function itemAppended(list: Location, value: JsonValue): RepairEdit | undefined {
  const { source, start } = list;
  const items = parsed(list);
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const positions = new JsonPositions(source.text, start);
  const [first, last] = [positions.value([0]), positions.value([items.length - 1])];
  if (!first || !last) return undefined;
  const space = source.text.slice(start + 1, first.start);
  const item = { source, ...last };
  const style = styleOf(item) ?? styleOf({ source, ...first });
  if (!style) return undefined;
  const indent = indentOf(space);
  return before(
    { source, start: last.end, end: last.end },
    `,${indent === undefined ? style.space : space}${written(value, style, indent ?? style.outer)}`,
  );
}

/** Sets a parameter of a tag: the value of the one with that key, or one more. */
export function parameterSet(tag: Location, key: string, value: string): RepairEdit | undefined {
  const { source, start } = tag;
  const positions = new JsonPositions(source.text, start);
  const list = positions.value(['parameter']);
  if (!list) return undefined;
  const items = parsed({ source, ...list });
  if (!Array.isArray(items)) return undefined;
  const at = items.findIndex((one: unknown) => memberOf(one, 'key') === key);
  const type = /^(?:true|false)$/.test(value) ? 'BOOLEAN' : 'TEMPLATE';
  const word = items.some((one: unknown) => memberOf(one, 'type') === 'template') ? type.toLowerCase() : type;
  if (at < 0) return itemAppended({ source, ...list }, { type: word, key, value });
  const item = positions.value(['parameter', at]);
  return item && memberSet({ source, ...item }, 'value', value);
}

/** Takes the parameters with those keys out of a tag. Undefined where it has none of them. */
export function parametersRemoved(tag: Location, keys: readonly string[]): RepairEdit | undefined {
  const { source, start } = tag;
  const positions = new JsonPositions(source.text, start);
  const list = positions.value(['parameter']);
  const items = list && parsed({ source, ...list });
  if (!list || !Array.isArray(items)) return undefined;
  const kept = items.map((one: unknown) => !keys.some((key) => memberOf(one, 'key') === key));
  if (!kept.includes(false)) return undefined;
  const at = (index: number): Location | undefined => {
    const span = positions.value(['parameter', index]);
    return span && { source, ...span };
  };
  const spans = items.map((_: unknown, index) => at(index));
  const first = kept.indexOf(true);
  if (first < 0) return replaced({ source, ...list }, '[]');
  // What is left, with what stands in front of the first item and behind the last.
  const texts = spans.flatMap((span, index) => (span && kept[index] ? [textAt(span)] : []));
  const [head, last] = [spans[0], spans[spans.length - 1]];
  const second = spans[1];
  if (!head || !last) return undefined;
  const between = second ? source.text.slice(head.end, second.start) : ',';
  return replaced({ source, start: head.start, end: last.end }, texts.join(between));
}

/** Takes an item out of its list. */
function itemRemoved({ source, start, end }: Location): RepairEdit | undefined {
  const { text } = source;
  const next = spaceEnd(text, end);
  const behind = text.charAt(next);
  const from = spaceStart(text, start);
  const front = text.charAt(from - 1);
  if (front !== '[' && front !== ',') return undefined;
  if (behind === ',') return replaced({ source, start, end: spaceEnd(text, next + 1) }, '');
  if (behind !== ']') return undefined;
  return replaced({ source, start: front === ',' ? from - 1 : from, end: front === ',' ? end : next }, '');
}

/** Takes a part of a container out of the export, where it stands in a list. */
export function removalOf({ name, whole }: Entity): Repair | undefined {
  const edit = whole && itemRemoved(whole);
  return edit && { message: say`Delete “${name}”.`, edits: [edit] };
}

/** How an object is written. */
interface Style {
  /** Its members stand on lines of their own. */
  readonly isOpen: boolean;
  /** What stands between its members, and between the key and the value of one. */
  readonly gap: string;
  readonly colon: string;
  /** The indentation of its members, of itself, and the difference. */
  readonly indent: string;
  readonly outer: string;
  readonly unit: string;
  readonly lineEnd: string;
  /** What stands inside the braces of an object on one line, and behind a comma. */
  readonly padding: string;
  readonly space: string;
  readonly document: string;
}

function styleOf(object: Location): Style | undefined {
  const { source, start } = object;
  const [first] = keysOf(object);
  const positions = new JsonPositions(source.text, start);
  const key = first === undefined ? undefined : positions.key([first]);
  const value = first === undefined ? undefined : positions.value([first]);
  if (!key || !value) return undefined;
  const head = source.text.slice(start + 1, key.start);
  const colon = source.text.slice(key.end, value.start);
  const indent = indentOf(head);
  const tail = source.text.slice(spaceStart(source.text, object.end - 1), object.end - 1);
  const outer = indentOf(tail) ?? '';
  const unit =
    indent !== undefined && indent.length > outer.length && indent.startsWith(outer)
      ? indent.slice(outer.length)
      : '  ';
  const space = /\s/.test(colon) ? ' ' : '';
  return {
    isOpen: indent !== undefined,
    gap: indent === undefined ? space : head,
    colon,
    indent: indent ?? '',
    outer,
    unit,
    lineEnd: head.includes('\r\n') ? '\r\n' : '\n',
    padding: indent === undefined ? head : '',
    space,
    document: source.text,
  };
}

/** @param indent of the line on which the value begins */
function written(value: JsonValue, style: Style, indent: string): string {
  if (typeof value === 'string') return `"${writeJsonString(value, style.document)}"`;
  const isList = isListOf(value);
  const inner = indent + style.unit;
  const parts = isList
    ? value.map((one) => written(one, style, inner))
    : Object.entries(value).map(
        ([key, one]) => `${written(key, style, '')}${style.colon}${written(one, style, inner)}`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (style.isOpen)
    return `${open}${parts.map((part) => `${style.lineEnd}${inner}${part}`).join(',')}${style.lineEnd}${indent}${close}`;
  const padding = isList ? '' : style.padding;
  return `${open}${padding}${parts.join(`,${style.space}`)}${padding}${close}`;
}

function isListOf(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The white space behind its last line end; undefined where it has none. */
function indentOf(space: string): string | undefined {
  const at = space.lastIndexOf('\n');
  return at < 0 ? undefined : space.slice(at + 1);
}

function keysOf(object: Location): readonly string[] {
  const value = parsed(object);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function parsed(location: Location): unknown {
  try {
    return JSON.parse(textAt(location));
  } catch {
    return undefined;
  }
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

function spaceStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** What a template's expression prints, as a value that scripts and attributes can be evaluated with. */
import { atom, not } from '../../model/guard.ts';
import type { Origin, Transform } from '../../model/value.ts';
import { choiceOf, literalOf } from '../../parse/template/choice.ts';
import { callNames, pipeNames, withoutStrings } from '../../parse/template/expression.ts';
import type { TemplateHole } from '../../parse/template/index.ts';
import { type Part, type Structure, structureOf, unencoded } from '../../parse/template/structure.ts';
import { type Location, locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { printed } from '../gates/text.ts';
import { ite } from '../machine/cases.ts';
import { isHash, isRedaction, topicOf } from '../machine/names.ts';
import { arr, bool, lit, type MValue, obj, unknownValue } from '../machine/values.ts';
import { cookieRead, isCookie } from './cookie.ts';
import { type Place, serverCondition } from './question.ts';
import { definitionOf, membersOf } from './variables.ts';

const DEEPEST = 5;
const LONGEST_NAME = 120;

/** The value of an expression: what it reads, what it writes out, the alternatives that it prints, or no more than its own words. */
export function valueOfHole(hole: TemplateHole, place: Place): MValue {
  const at = locationOf(place.source, { start: hole.start, end: hole.end });
  const known = place.gates?.test(printed(hole.expression), undefined, at);
  if (known) return bool(known);
  return readValue(hole.expression, { at, place, filters: hole.filters, begins: hole.expressionStart, depth: 0 });
}

/** The value of an expression in the code of a server. */
export function valueOfCode(expression: string, at: Location, source: Source): MValue {
  const place: Place = { source, language: 'php', gates: undefined };
  return readValue(expression, { at, place, filters: functionsIn(expression), begins: undefined, depth: 0 });
}

interface Reading {
  readonly at: Location;
  readonly place: Place;
  /** Functions and filters that are applied in it, where that is known otherwise than by its text. */
  readonly filters: readonly string[];
  /** Where the expression begins in the source, where it stands in the hole. */
  readonly begins: number | undefined;
  readonly depth: number;
}

function readValue(expression: string, reading: Reading): MValue {
  const { at, place, depth } = reading;
  if (depth >= DEEPEST) return named(expression, reading);
  const deeper = { ...reading, depth: depth + 1 };
  const choice = choiceOf(expression) ?? choiceOf(unencoded(expression).text);
  if (choice) {
    const guard = serverCondition(choice.condition, at, place);
    const aside = { ...deeper, begins: undefined };
    return ite(guard, readValue(choice.yes, aside), readValue(choice.no, aside));
  }
  const structure = structureOf(expression);
  if (structure) return writtenOut(structure, reading);
  const plain = printed(expression).trim();
  if (depth > 0) {
    const text = literalOf(plain);
    if (text !== undefined) return lit(text, at);
    if (/^\d{1,15}$/.test(plain)) return lit(Number(plain), at);
    if (/^(?:true|false)$/i.test(plain)) return lit(/^true$/i.test(plain), at);
    if (/^(?:null|nil|None)$/i.test(plain)) return lit(null, at);
  }
  const variable = (ESCAPED.exec(plain)?.slice(1).find(Boolean) ?? unencoded(plain).text).match(/^[$@]?(\w+)$/)?.[1];
  const definition = variable === undefined ? undefined : definitionOf(place.source, variable);
  const whole = named(expression, reading, definition);
  if (variable !== undefined) {
    const known = structureOf(definition ?? '');
    const members = membersOf(place.source, variable);
    const entries = [...(known?.entries ?? []), ...members.map(([key, text]) => ({ key, value: { text, start: 0 } }))];
    if (entries.length > 0) {
      const merged = known?.merged ?? [];
      return writtenOut({ entries, merged }, { ...deeper, begins: undefined }, known ? undefined : whole);
    }
  }
  if (definition !== undefined && speaks(definition)) return readValue(definition, { ...deeper, begins: undefined });
  const address = definition === undefined ? undefined : addressIn(definition);
  if (address !== undefined) return { t: 'text', parts: [address, whole], at };
  if (!speaks(plain)) return whole;
  if (COMPARES.test(plain.replace(/"[^"]*"|'[^']*'/g, "''"))) return bool(serverCondition(plain, at, place));
  return isCookie(plain, '') ? (cookieValue(plain, at) ?? whole) : whole;
}

const ENCODES =
  /^(?:(?:wp_)?json_encode|json|tojson|to_json|as_json|toJson|jsonify|stringify|Serialize|SerializeObject)$/;

/** The value of an expression of which only the words are known. @param definition what a variable of this name is set to */
function named(expression: string, { at, filters: known, depth }: Reading, definition = ''): MValue {
  const filters = [...(depth === 0 ? known : functionsIn(expression)), ...functionsIn(definition)];
  const transforms: Transform[] = [];
  if (filters.some(isHash)) transforms.push('hash');
  if (filters.some(isRedaction) || ASKS.test(withoutStrings(expression.trim()))) transforms.push('redact');
  const origins = [expression, definition]
    .map((text) => unencoded(text).text.replace(/\s+/g, ' ').slice(0, LONGEST_NAME))
    .filter((name) => name !== '' && literalOf(name) === undefined)
    .map(
      (name): Origin => ({ kind: 'template', name, location: at, ...(filters.some(encodes) ? { whole: true } : {}) }),
    );
  const name = printed(expression.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_NAME);
  return unknownValue(name, origins, at, transforms);
}

/** A question about a value, whose answer is no more than yes or no. */
const ASKS = /^(?:!(?![.=])|not\b|isset\b|empty\b)|[=!]==?|\s(?:eq|ne)\s|\?$/;

function encodes(name: string): boolean {
  return ENCODES.test(name);
}

function functionsIn(expression: string): readonly string[] {
  return [...callNames(expression), ...pipeNames(expression)];
}

/** An object or list that stands in an expression. @param more what it may hold besides */
function writtenOut({ entries, merged }: Structure, reading: Reading, more?: MValue): MValue {
  const { place, begins, depth } = reading;
  const deeper = (value: Part): Reading => {
    const start = begins === undefined ? undefined : begins + value.start;
    const at = start === undefined ? reading.at : locationOf(place.source, { start, end: start + value.text.length });
    return { ...reading, at, begins: start, depth: depth + 1 };
  };
  const values = entries.map(({ key, value }) => ({ key, value: readValue(value.text, deeper(value)) }));
  if (entries.length > 0 && values.every(({ key }) => key === undefined)) return arr(values.map(({ value }) => value));
  const made = obj(reading.at);
  for (const { key, value } of values) {
    if (key === undefined) made.rest.push(value);
    else {
      made.props.set(key, value);
      if ('at' in value && value.at) made.places.set(key, value.at);
    }
  }
  for (const value of merged) made.rest.push(readValue(value.text, deeper(value)));
  if (more) made.rest.push(more);
  return made;
}

/** `esc_url($src)`, `src | safeURL`: still the variable's value. */
const ESCAPED =
  /^(?:(?:esc_(?:url|attr|html|js)|esc_url_raw|htmlspecialchars|h|e|url|raw|safeURL)\s*\(\s*([$@]?\w+)\s*(?:,[^()]*)?\)|([$@]?\w+)\s*\|\s*(?:safeURL|raw|safe|escape|e|url))$/;

/** The fixed beginning of an address that a variable is set to: `apply_filters('x', '//cdn.example/tag.js?id=' . $id)`. */
function addressIn(definition: string): string | undefined {
  const address = /["']((?:https?:)?\/\/[\w.-]{3,200}\/[^"'\s]{0,500})["']/.exec(definition)?.[1];
  // What a format puts in is not known.
  return address?.split(/%[\dsvd]|\{\d?\}|\$\{|\{\{|\{\$/, 1)[0];
}

const COMPARES = /[=!]=|&&|\|\||^!(?!\.)|^not\b|\b(?:isset|empty|has|exists|present\?)\b\s*\(?|\s(?:and|or|eq|ne)\s/;

function speaks(expression: string): boolean {
  return isCookie(expression, '') || topicOf(expression) === 'consent';
}

function cookieValue(expression: string, at: Location): MValue | undefined {
  const { key, member, fallback } = cookieRead(expression);
  if (key === undefined) return undefined;
  const stored: MValue = { t: 'stored', store: 'cookie', key, at, ...(member === undefined ? {} : { member }) };
  if (fallback === undefined || fallback === '') return stored;
  const present = atom({ kind: 'storage', store: 'cookie', key, test: 'present' }, at);
  return ite(not(present), lit(fallback, at), stored);
}

/** What a template's expression prints, as a value that scripts and attributes can be evaluated with. */
import { atom, not } from '../../model/guard.ts';
import type { Origin, Transform } from '../../model/value.ts';
import { choiceOf, literalOf } from '../../parse/template/choice.ts';
import type { TemplateHole } from '../../parse/template/index.ts';
import { type Location, locationOf } from '../../text/location.ts';
import { printed } from '../gates/text.ts';
import { isHash, isRedaction, topicOf } from '../machine/names.ts';
import { bool, ite, lit, type MValue, unknownValue } from '../machine/values.ts';
import { cookieRead, isCookie } from './cookie.ts';
import { type Place, serverCondition } from './question.ts';
import { definitionOf } from './variables.ts';

const DEEPEST = 3;
const LONGEST_NAME = 120;

/** The value of an expression: what it reads, the alternatives that it prints, or no more than its own words. */
export function valueOfHole(hole: TemplateHole, place: Place): MValue {
  const at = locationOf(place.source, { start: hole.start, end: hole.end });
  const known = place.gates?.test(printed(hole.expression), undefined, at);
  if (known) return bool(known);
  const name = hole.expression.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
  const origin: Origin = { kind: 'template', name, location: at };
  const transforms: Transform[] = [];
  if (hole.filters.some(isHash)) transforms.push('hash');
  if (hole.filters.some(isRedaction)) transforms.push('redact');
  const whole = (expression: string): MValue =>
    unknownValue(printed(expression.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_NAME), [origin], at, transforms);
  return readValue(hole.expression, { at, place, whole, depth: 0 });
}

interface Reading {
  readonly at: Location;
  readonly place: Place;
  /** The value of an expression of which only the words are known. */
  readonly whole: (expression: string) => MValue;
  readonly depth: number;
}

function readValue(expression: string, reading: Reading): MValue {
  const { at, place, depth } = reading;
  if (depth >= DEEPEST) return reading.whole(expression);
  const deeper = { ...reading, depth: depth + 1 };
  const choice = choiceOf(expression);
  if (choice) {
    const guard = serverCondition(choice.condition, at, place);
    return ite(guard, readValue(choice.yes, deeper), readValue(choice.no, deeper));
  }
  const plain = printed(expression).trim();
  if (depth > 0) {
    const text = literalOf(plain);
    if (text !== undefined) return lit(text, at);
    if (/^(?:true|false)$/i.test(plain)) return lit(/^true$/i.test(plain), at);
    if (/^(?:null|nil|None)$/.test(plain)) return lit(null, at);
  }
  const variable = (ESCAPED.exec(plain)?.slice(1).find(Boolean) ?? plain).match(/^[$@]?(\w+)$/)?.[1];
  const definition = variable === undefined ? undefined : definitionOf(place.source, variable);
  if (definition !== undefined && speaks(definition)) return readValue(definition, deeper);
  const address = definition === undefined ? undefined : addressIn(definition);
  if (address !== undefined) return { t: 'text', parts: [address, reading.whole(expression)], at };
  if (!speaks(plain)) return reading.whole(expression);
  if (COMPARES.test(plain.replace(/"[^"]*"|'[^']*'/g, "''"))) return bool(serverCondition(plain, at, place));
  return isCookie(plain, '') ? (cookieValue(plain, at) ?? reading.whole(expression)) : reading.whole(expression);
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

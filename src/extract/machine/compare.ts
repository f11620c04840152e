/** Comparisons as conditions. */
import { ALWAYS, and, atom, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { Literal } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import { namedAnswer } from '../templates/named-answer.ts';
import { clickedWith } from './clicks.ts';
import { declaredEquals } from './declared.ts';
import type { Machine } from './machine.ts';
import { isConsentWord, isRefusalWord, isRegimeCountry, subjectOf } from './names.ts';
import { isChoice } from './page-elements.ts';
import { listContains } from './platform.ts';
import { placeOf, snippet } from './script-text.ts';
import { storedAs } from './stores.ts';
import { choose, defined, storedPresent, truthy } from './truth.ts';
import { type Bool, isAlwaysThere, isPrinted, type MValue, nameOf, type Stored } from './values.ts';

/** The condition `left === right` (loose and strict equality are told apart only for null). */
export function equals(m: Machine, left: MValue, right: MValue, node: ESTree.Node, loose = false): Guard {
  if (left.t === 'ite') {
    return choose(left.guard, equals(m, left.yes, right, node, loose), equals(m, left.no, right, node, loose));
  }
  if (right.t === 'ite') return equals(m, right, left, node, loose);
  if (left.t === 'lit' && right.t !== 'lit') return equals(m, right, left, node, loose);
  const place = placeOf(m.script, node);
  if (right.t === 'lit') {
    const wanted = right.v;
    if (left.t === 'lit') return same(left.v, wanted, loose) ? ALWAYS : NEVER;
    if (wanted === null || wanted === undefined) {
      // Storage answers null where nothing is stored, cookie helpers undefined or an empty text.
      return not(left.t === 'stored' ? storedPresent(left, place) : defined(left, place));
    }
    switch (left.t) {
      case 'stored':
        return storedEquals(left, wanted, place);
      case 'bool':
        return boolEquals(left, wanted);
      case 'list':
        return typeof wanted !== 'boolean' && wanted !== ''
          ? truthy(listContains(left, String(wanted), place))
          : condition('free', left.cmp.name, place);
      case 'index':
        return wanted === -1 ? not(left.found) : left.found;
      case 'typeof':
        return typeIs(left.of, String(wanted), place);
      case 'event':
      case 'unknown':
        if (typeof wanted === 'string' && (left.t === 'event' || / target[. ]/.test(left.name))) {
          const name = nameOf(left);
          const known = clickedWith(m, name, wanted, node);
          const meaning = eventTarget(name, wanted);
          if (known || meaning)
            return known ?? atom({ kind: 'click', meaning: meaning ?? 'other', target: wanted }, place);
        }
        break;
      case 'obj':
      case 'arr':
      case 'keyed':
      case 'fn':
      case 'class':
        return NEVER;
      default:
    }
    const declared = declaredEquals(m, left, String(wanted), place);
    if (declared) return declared;
    if (isPrinted(left))
      return namedAnswer(left.name, /^(?:true|1)$/.test(String(wanted)) ? undefined : String(wanted), place);
    return unknownEquals(`${nameOf(left)} ${typeof wanted === 'string' ? wanted : ''}`, wanted, place);
  }
  if (isIdentity(left) && isIdentity(right)) return sameThing(left, right) ? ALWAYS : NEVER;
  return condition(subjectOf(snippet(m.script, node, 120)), snippet(m.script, node), place);
}

/** What a yes or no equals; before a choice it may be neither. */
function boolEquals({ guard, granted, decided, applies }: Bool, wanted: string | number | boolean): Guard {
  if (applies && typeof wanted === 'boolean') return wanted ? ALWAYS : NEVER;
  const word = String(wanted);
  const refused = decided ? and(decided, not(guard)) : not(guard);
  const refuses = wanted === false || /^(?:0|false|no)$/i.test(word) || isRefusalWord(word);
  if (granted !== undefined) {
    if (String(granted) === word) return guard;
    return decided && !refuses ? not(decided) : refused;
  }
  return refuses ? refused : guard;
}

/** Objects, lists and functions are equal to themselves alone. */
function isIdentity(value: MValue): boolean {
  return value.t === 'obj' || value.t === 'arr' || value.t === 'keyed' || value.t === 'fn' || value.t === 'class';
}

function sameThing(left: MValue, right: MValue): boolean {
  return left === right || (left.t === 'fn' && right.t === 'fn' && left.node === right.node);
}

function same(left: Literal, right: Literal, loose: boolean): boolean {
  if (left === right) return true;
  if (!loose) return false;
  if (left === null || left === undefined || right === null || right === undefined) {
    return (left ?? null) === (right ?? null);
  }
  return String(left) === String(right) || Number(left) === Number(right);
}

/** A text that is no answer: the name of a cookie. */
function isName(text: string): boolean {
  if (isConsentWord(text) || isRefusalWord(text)) return false;
  return (
    /^[\w.-]*[a-z][\w.-]*$/i.test(text) && !/^(?:true|false|yes|no|on|off|ok|y|n|ja|nej|nein|oui|non|si)$/i.test(text)
  );
}

function storedEquals(left: Stored, wanted: string | number | boolean, place: ReturnType<typeof placeOf>): Guard {
  // What is not there, made a text of.
  if (wanted === '' || wanted === 'null' || wanted === 'undefined') return not(storedPresent(left, place));
  // A part of the cookies that is a name alone: `if (key === 'consent') return value`.
  const word = String(wanted);
  if (left.store === 'cookie' && left.key === undefined && left.member === undefined && isName(word))
    return atom({ kind: 'storage', store: 'cookie', key: word, test: 'present' }, place);
  const text = left.member === undefined ? String(wanted) : `${left.member}:${String(wanted)}`;
  const equal = atom({ kind: 'storage', store: left.store, key: left.key, test: 'equals', text }, place);
  return left.present ? and(left.present, equal) : equal;
}

function unknownEquals(name: string, wanted: Literal, place: ReturnType<typeof placeOf>): Guard {
  const text = String(wanted);
  const topic = subjectOf(name);
  // A list of the boxes that are ticked: `[...form.querySelectorAll(':checked')].map((box) => box.name)`.
  if (/:checked/.test(name) && isChoice(text)) return atom({ kind: 'click', meaning: 'accept', target: text }, place);
  // `country === 'US'`: the visitors of the regime are elsewhere.
  if (topic === 'place') {
    return isRegimeCountry(text) === false
      ? not(condition('region', name.trim(), place))
      : condition('place', name.trim(), place);
  }
  // `list.indexOf('x') === -1`: it is not there.
  if (wanted === -1 && (topic === 'consent' || topic === 'opt-out')) return not(condition(topic, name.trim(), place));
  if (topic === 'region' && wanted === false) return not(condition(topic, name.trim(), place));
  if (topic === 'consent' && (wanted === false || isRefusalWord(text)))
    return not(condition('consent', name.trim(), place));
  if (topic === 'opt-out' && wanted === false) return not(condition('opt-out', name.trim(), place));
  if (topic !== 'free') return condition(topic, name.trim(), place);
  if (isConsentWord(text)) return condition('consent', name.trim(), place);
  return condition(isRefusalWord(text) ? 'opt-out' : 'free', name.trim(), place);
}

function eventTarget(name: string, id: string): 'accept' | 'refuse' | undefined {
  if (!/target|id|type|action|dataset/.test(name)) return undefined;
  if (/accept|allow|agree|godk|till[aå]t|akzept/i.test(id)) return 'accept';
  return /declin|reject|deny|avvis|ablehn/i.test(id) ? 'refuse' : undefined;
}

function typeIs(of: MValue, type: string, place: ReturnType<typeof placeOf>): Guard {
  switch (of.t) {
    case 'lit':
      return typeof of.v === type || (of.v === null && type === 'object') ? ALWAYS : NEVER;
    case 'fn':
    case 'class':
      return type === 'function' ? ALWAYS : NEVER;
    case 'obj':
    case 'arr':
      return type === 'object' ? ALWAYS : NEVER;
    case 'bool':
      return type === 'boolean' ? ALWAYS : NEVER;
    case 'ite':
      return or(and(of.guard, typeIs(of.yes, type, place)), and(not(of.guard), typeIs(of.no, type, place)));
    case 'stored':
      return type === 'undefined' ? not(storedPresent(of, place)) : storedPresent(of, place);
    case 'list': {
      const there = truthy(of, place);
      return type === 'undefined' ? not(there) : there;
    }
    default: {
      if (isAlwaysThere(of)) return type === 'object' ? ALWAYS : NEVER;
      // Whether a library is there says nothing of a choice, whatever its name.
      const there = condition('free', `typeof ${nameOf(of)}`, place);
      return type === 'undefined' ? not(there) : there;
    }
  }
}

const ORDER = new Set(['<', '<=', '>', '>=']);

/** `<`, `<=`, `>`, `>=`, and membership operators. */
export function compare(m: Machine, operator: string, left: MValue, right: MValue, node: ESTree.Node): Guard {
  const place = placeOf(m.script, node);
  if (left.t === 'ite' || right.t === 'ite') {
    const split = left.t === 'ite' ? left : right;
    if (split.t === 'ite') {
      const one = (value: MValue): Guard =>
        left.t === 'ite' ? compare(m, operator, value, right, node) : compare(m, operator, left, value, node);
      return or(and(split.guard, one(split.yes)), and(not(split.guard), one(split.no)));
    }
  }
  if (ORDER.has(operator)) {
    if (left.t === 'index' && right.t === 'lit') return indexIs(left.found, operator, Number(right.v));
    if (right.t === 'index' && left.t === 'lit') return indexIs(right.found, mirror(operator), Number(left.v));
    if (left.t === 'lit' && right.t === 'lit' && typeof left.v === 'number' && typeof right.v === 'number') {
      const [a, b] = [left.v, right.v];
      return (operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b)
        ? ALWAYS
        : NEVER;
    }
    if (left.t === 'stored' && right.t === 'lit') return storedIs(m, left, operator, right.v, node);
    if (right.t === 'stored' && left.t === 'lit') return storedIs(m, right, mirror(operator), left.v, node);
    // How long ago it was stored, and the like.
    if (left.t === 'stored' || right.t === 'stored') return condition('free', snippet(m.script, node), place);
  }
  return condition(subjectOf(snippet(m.script, node, 120)), snippet(m.script, node), place);
}

/** `level >= 2`: what is not stored counts as nought. */
function storedIs(m: Machine, of: Stored, operator: string, than: Literal, node: ESTree.Node): Guard {
  const limit = Number(than);
  const nought =
    operator === '>' ? 0 > limit : operator === '>=' ? 0 >= limit : operator === '<' ? 0 < limit : 0 <= limit;
  const at = placeOf(m.script, node);
  const passes = storedAs(of, snippet(m.script, node, 40), at);
  return nought ? or(not(storedPresent(of, at)), passes) : passes;
}

function indexIs(found: Guard, operator: string, than: number): Guard {
  if (operator === '>' || operator === '>=') return than >= -1 && !(operator === '>=' && than <= -1) ? found : ALWAYS;
  return than <= 0 ? not(found) : condition('free', 'position in a text');
}

function mirror(operator: string): string {
  return operator.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<'));
}

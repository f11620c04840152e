/** Methods of texts, and tests of texts with patterns. */
import { condition, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { mapCases } from './cases.ts';
import { equals } from './compare.ts';
import { joined } from './literals.ts';
import type { Machine } from './machine.ts';
import { listContains } from './platform.ts';
import { placeOf } from './script-text.ts';
import { storedIn, storedMethod } from './stored-methods.ts';
import { storedContains, storedMatch } from './stores.ts';
import { arr, bool, FALSE, lit, type MValue, stringOf, unknownValue } from './values.ts';

/** Whether a text fits a pattern, as the condition that it is. */
export function regexTest(m: Machine, pattern: string, subject: MValue | undefined, node: ESTree.Node): MValue {
  if (subject?.t === 'ite') return mapCases(subject, (one) => regexTest(m, pattern, one, node));
  if (subject?.t === 'lit' && (subject.v === null || subject.v === undefined)) return FALSE;
  const inner = pattern.replace(/^\/|\/\w*$/g, '');
  const words = wordsOfPattern(inner);
  if (words && subject?.t === 'lit') return lit(words.includes(String(subject.v).toLowerCase()));
  if (words && subject?.t === 'stored' && subject.key !== undefined)
    return bool(or(...words.map((word) => equals(m, subject, lit(word), node))));
  if (subject?.t === 'stored') return bool(storedContains(subject, inner, placeOf(m.script, node)));
  if (subject?.t === 'list') return listContains(subject, inner, placeOf(m.script, node));
  return bool(condition('free', pattern, placeOf(m.script, node)));
}

/** The answers that a pattern lists: `^(1|true|yes)$`; undefined for any other pattern. */
function wordsOfPattern(pattern: string): readonly string[] | undefined {
  const list = /^\^(?:\((?:\?:)?([\w|-]{1,100})\)|([\w-]{1,40}))\$$/.exec(pattern);
  return (list?.[1] ?? list?.[2])?.toLowerCase().split('|');
}

/** The literal text of a regular expression given as a value, or of a text. */
export function needleOf(value: MValue | undefined): string | undefined {
  if (!value) return undefined;
  const text = stringOf(value);
  if (text !== undefined) return text;
  if (value.t === 'unknown' && value.name.startsWith('/')) return value.name.replace(/^\/|\/\w*$/g, '');
  if (value.t === 'text')
    return value.parts
      .map((part) => (typeof part === 'string' ? part : (stringOf(part) ?? '')))
      .join('')
      .replace(/^\/|\/$/g, '');
  return undefined;
}

/** A method of a text, known or with holes; undefined for one of which nothing is known. */
export function textMethod(
  m: Machine,
  of: MValue,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const text = stringOf(of);
  const [first] = args;
  if (text === undefined) {
    const whole = storedIn(of);
    if (whole && /^(?:split|match|includes|indexOf|search|startsWith)$/.test(key))
      return storedMethod(m, whole, key, args, node);
    if (key === 'test' && of.t === 'text' && first?.t === 'stored')
      return bool(storedContains(first, needleOf(of), placeOf(m.script, node)));
    if (key === 'exec' && of.t === 'text' && first?.t === 'stored')
      return storedMatch(first, needleOf(of), placeOf(m.script, node));
    return /^(?:replace|trim|toLowerCase|toUpperCase|toString|slice|substring|concat|normalize)$/.test(key)
      ? of
      : undefined;
  }
  const argument = stringOf(first);
  switch (key) {
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return lit(text.toLowerCase());
    case 'toUpperCase':
      return lit(text.toUpperCase());
    case 'trim':
    case 'toString':
    case 'valueOf':
      return lit(key === 'trim' ? text.trim() : text);
    case 'concat':
      return joined([of, ...args], m, node);
    case 'split':
      if (argument === undefined) return undefined;
      return arr(
        text
          .split(argument)
          .slice(0, 100)
          .map((part) => lit(part)),
      );
    case 'replace':
    case 'replaceAll': {
      const by = stringOf(args[1]);
      if (argument === undefined || by === undefined || first?.t !== 'lit') return unknownValue('text');
      return lit(key === 'replace' ? text.replace(argument, () => by) : text.replaceAll(argument, () => by));
    }
    case 'includes':
    case 'startsWith':
    case 'endsWith':
    case 'indexOf': {
      if (argument === undefined) return undefined;
      if (key === 'indexOf') return lit(text.indexOf(argument));
      return lit(
        key === 'includes'
          ? text.includes(argument)
          : key === 'startsWith'
            ? text.startsWith(argument)
            : text.endsWith(argument),
      );
    }
    case 'slice':
    case 'substring':
    case 'substr': {
      const [from, to] = args.map((arg) => (arg.t === 'lit' && typeof arg.v === 'number' ? arg.v : undefined));
      if (from === undefined) return unknownValue('text');
      return lit(
        key === 'slice'
          ? text.slice(from, to)
          : key === 'substring'
            ? text.substring(from, to)
            : text.slice(from, to === undefined ? undefined : from + to),
      );
    }
    case 'charAt':
      return lit(text.charAt(first?.t === 'lit' && typeof first.v === 'number' ? first.v : 0));
    case 'replaceWith':
      return undefined;
    default:
      return undefined;
  }
}

/** Methods of texts, lists, stored values, promises and platforms' word lists. */

import { ALWAYS, and, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { answerMethod } from './answers.ts';
import { clicked } from './clicks.ts';
import { equals } from './compare.ts';
import { listen } from './handlers.ts';
import { recordPush } from './ignored.ts';
import { joined } from './literals.ts';
import type { Machine } from './machine.ts';
import { matchedParameter, partNamed } from './named-parts.ts';
import { UNRESOLVED } from './names.ts';
import { listContains } from './platform.ts';
import { callPromise } from './promises.ts';
import { recordCall } from './record.ts';
import { since } from './scope.ts';
import { placeOf } from './script-text.ts';
import { foundUnder, storedContains, storedMatch } from './stores.ts';
import { callOnItems } from './unknown-lists.ts';
import {
  type Arr,
  arr,
  bool,
  FALSE,
  ite,
  lit,
  type MValue,
  mapCases,
  nameOf,
  type Stored,
  stringOf,
  truthy,
  UNDEF,
  unknownValue,
} from './values.ts';

/** The result of a method that the machine knows, or undefined. */
export function callMethodOf(
  m: Machine,
  of: MValue,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  switch (of.t) {
    case 'arr':
      return listMethod(m, of, key, args, node);
    case 'stored':
      return storedMethod(m, of, key, args, node);
    case 'list':
      return wordListMethod(m, of, key, args, node);
    case 'lit':
    case 'text':
      return textMethod(m, of, key, args, node);
    case 'promise':
      return callPromise(m, of, key, args, node);
    case 'event':
      if (/^(?:closest|matches|contains)$/.test(key)) return clicked(m, stringOf(args[0]) ?? '', node);
      return of.cmp ? answerMethod(m, of, key, args, node) : undefined;
    case 'unknown': {
      if (key === 'test' && of.name.startsWith('/')) return regexTest(m, of.name, args[0], node);
      if (key === 'exec' && of.name.startsWith('/') && args[0]?.t === 'stored')
        return storedMatch(args[0], needleOf(of), placeOf(m.script, node));
      if (key === 'exec' && of.name.startsWith('/')) {
        const parameter = matchedParameter(args[0], needleOf(of), node, m);
        if (parameter) return parameter;
      }
      if (key === 'match' || key === 'split') {
        const parameter = matchedParameter(of, needleOf(args[0]), node, m);
        if (parameter) return key === 'match' ? parameter : mapCases(parameter, (one) => (one.t === 'lit' ? of : one));
      }
      if (key === 'get' || key === 'getAll' || key === 'has') {
        const name = stringOf(args[0]);
        const part = name === undefined ? undefined : partNamed(m, of, name, `${of.name}.get()`, node);
        // That something is there is no more than yes or no.
        if (part) return key === 'has' && part.t === 'unknown' ? unknownValue(part.name) : part;
      }
      if (/^(?:entries|values)$/.test(key) && of.origins.some(({ whole }) => whole)) return of;
      if (
        /^(?:toLowerCase|toUpperCase|trim|toString|normalize|replace|replaceAll|slice|substring|substr|split|join|padStart|charAt|val|text)$/.test(
          key,
        )
      ) {
        const transforms =
          key === 'toLowerCase' || key === 'trim'
            ? [...new Set([...of.transforms, 'normalise' as const])]
            : of.transforms;
        return unknownValue(of.name, of.origins, of.at, transforms);
      }
      if (key === 'contains' && / target\.classList$/.test(of.name))
        return clicked(m, `.${stringOf(args[0]) ?? ''}`, node);
      if (/^(?:includes|indexOf|search|match|startsWith|some|has)$/.test(key)) {
        const place = placeOf(m.script, node);
        const found = equals(m, of, args[0] ?? UNDEF, node);
        return key === 'indexOf' || key === 'search'
          ? { t: 'index', found }
          : bool(found.op === 'const' ? condition('free', nameOf(of), place) : found);
      }
      if (key === 'then' && args[0]?.t === 'fn') {
        const topic = truthy(of);
        const named =
          topic.op === 'atom' && topic.atom.kind === 'condition' && topic.atom.topic !== 'free'
            ? topic
            : condition('named', of.name);
        const [callback] = args;
        m.under(named, () => m.callValue(callback, [unknownValue(`${of.name} result`)], undefined, node));
        return of;
      }
      return callOnItems(m, of, key, args, node);
    }
    case 'global':
      return callOnItems(m, of, key, args, node);
    default:
      return undefined;
  }
}

function regexTest(m: Machine, pattern: string, subject: MValue | undefined, node: ESTree.Node): MValue {
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
function needleOf(value: MValue | undefined): string | undefined {
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

function storedMethod(
  m: Machine,
  of: Stored,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const needle = needleOf(args[0]);
  switch (key) {
    case 'includes':
    case 'startsWith':
    case 'endsWith':
    case 'some':
    case 'every':
    case 'has':
    case 'test':
      if (args[0]?.t === 'fn') return bool(truthy(m.callValue(args[0], [of], undefined, node)));
      return bool(storedContains(of, needle, placeOf(m.script, node)));
    case 'indexOf':
    case 'search':
    case 'lastIndexOf':
    case 'findIndex':
      return { t: 'index', found: storedContains(of, needle, placeOf(m.script, node)) };
    case 'match':
    case 'exec':
      return storedMatch(of, needle, placeOf(m.script, node));
    case 'split': {
      // `('; ' + document.cookie).split('; name=')`: two parts where the cookie is there.
      if (needle === undefined || !/[\w-]=$/.test(needle) || of.key !== undefined) return of;
      const one = storedMatch(of, needle, placeOf(m.script, node));
      return arr([lit(''), one], { when: [ALWAYS, one.present ?? ALWAYS] });
    }
    case 'find':
    case 'filter':
    case 'findLast': {
      const [callback] = args;
      if (callback?.t !== 'fn') return of;
      const found = truthy(m.callValue(callback, [of], undefined, node));
      const one = foundUnder(of, found);
      return key === 'filter' ? arr([one], { when: [found] }) : ite(found, one, UNDEF);
    }
    case 'map':
    case 'flatMap':
    case 'forEach': {
      const [callback] = args;
      if (callback?.t === 'fn') m.callValue(callback, [of], undefined, node);
      return key === 'forEach' ? UNDEF : of;
    }
    case 'reduce': {
      const [callback, initial] = args;
      if (callback?.t !== 'fn') return of;
      return m.callValue(callback, [initial ?? of, of], undefined, node);
    }
    default:
      if (
        /^(?:toString|valueOf|trim|split|slice|substring|substr|replace|replaceAll|toLowerCase|toUpperCase|pop|shift|join|get|at|concat|reverse|charAt|getItem|normalize|json)$/.test(
          key,
        )
      ) {
        if (key === 'get' && needle !== undefined)
          return of.key === undefined ? { ...of, key: needle } : { ...of, member: needle };
        return of;
      }
      return undefined;
  }
}

function wordListMethod(
  m: Machine,
  of: Extract<MValue, { t: 'list' }>,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [callback] = args;
  if (callback?.t === 'fn') {
    const found = truthy(m.callValue(callback, [of], undefined, node));
    if (key === 'some' || key === 'every') return bool(found);
    if (key === 'find') return ite(found, of, UNDEF);
    if (key === 'findIndex') return { t: 'index', found };
    return key === 'filter' ? arr([of], { when: [found] }) : of;
  }
  const word = needleOf(args[0]);
  if (/^(?:split|toString|trim|toLowerCase|filter|map|concat|join|replace|slice)$/.test(key)) return of;
  if (word === undefined) return undefined;
  const found = listContains(of, word, placeOf(m.script, node));
  if (key === 'indexOf' || key === 'search') return { t: 'index', found: truthy(found) };
  return /^(?:includes|match|has|some|test)$/.test(key) ? found : undefined;
}

function textMethod(
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

/** What is stored, where it stands between fixed texts: `'; ' + document.cookie`. */
function storedIn(of: MValue): Stored | undefined {
  if (of.t !== 'text') return undefined;
  const open = of.parts.filter((part) => typeof part !== 'string');
  const [only] = open;
  return open.length === 1 && typeof only === 'object' && only.t === 'stored' ? only : undefined;
}

const MAX_ITEMS = 12;

function listMethod(m: Machine, of: Arr, key: string, args: readonly MValue[], node: ESTree.Node): MValue | undefined {
  const [callback] = args;
  const items = (): readonly MValue[] =>
    of.items.length === 0 && of.open ? [unknownValue('item')] : of.items.slice(0, MAX_ITEMS);
  const each = (visit: (value: MValue, index: number) => void): void => {
    for (const [index, item] of items().entries()) {
      if (callback)
        m.under(of.when?.[index] ?? ALWAYS, () =>
          visit(m.callValue(callback, [item, lit(index), of], undefined, node), index),
        );
    }
  };
  const test = (): Guard[] => {
    const guards: Guard[] = [];
    each((value, index) => void guards.push(and(of.when?.[index] ?? ALWAYS, truthy(value))));
    return guards;
  };
  switch (key) {
    case 'push':
    case 'unshift':
      if (of.items.length < 500) add(m, of, args);
      if (spreads(node) && args.some((arg) => arg.t === 'unknown')) of.open = true;
      for (const arg of args) if (arg.t === 'arr' && arg.isArguments) recordCall(m, ['', 'push'], [arg], 'call', node);
      recordPush(m, of, args, node);
      return lit(of.items.length);
    case 'forEach':
      each(() => undefined);
      return UNDEF;
    case 'map':
    case 'flatMap': {
      const mapped: MValue[] = [];
      each((value) => void mapped.push(value));
      return arr(mapped, { open: of.open, ...(of.when ? { when: of.when } : {}) });
    }
    case 'filter': {
      if (callback?.t === 'global')
        return arr([...of.items], { open: of.open, when: items().map((item) => truthy(item)) });
      const when = test();
      const kept = of.items
        .slice(0, MAX_ITEMS)
        .map((item, index) => ({ item, guard: when[index] ?? ALWAYS }))
        .filter(({ guard }) => guard !== NEVER);
      return arr(
        kept.map(({ item }) => item),
        { open: of.open, when: kept.map(({ guard }) => guard) },
      );
    }
    case 'find':
    case 'findLast': {
      let found: MValue = UNDEF;
      for (const [index, item] of [...items().entries()].reverse()) {
        const here = of.when?.[index] ?? ALWAYS;
        if (callback) found = ite(and(here, truthy(m.callValue(callback, [item], undefined, node))), item, found);
      }
      return found;
    }
    case 'some':
      return bool(or(...test()));
    case 'every':
      return bool(and(...test().map((one, index) => or(not(of.when?.[index] ?? ALWAYS), one))));
    case 'reduce': {
      let sum = args[1] ?? items()[0] ?? UNDEF;
      for (const item of args[1] ? items() : items().slice(1))
        if (callback) sum = m.callValue(callback, [sum, item], undefined, node);
      return sum;
    }
    case 'join': {
      const separator = stringOf(callback) ?? ',';
      return joined(
        of.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
        m,
        node,
      );
    }
    case 'concat':
      return arr([...of.items, ...args.flatMap((arg) => (arg.t === 'arr' ? arg.items : [arg]))], {
        open: of.open || m.isUnbounded || args.some((arg) => arg.t === 'unknown' || (arg.t === 'arr' && arg.open)),
      });
    case 'slice':
      return arr(
        callback
          ? of.items.slice(callback.t === 'lit' && typeof callback.v === 'number' ? callback.v : 0)
          : [...of.items],
        { open: of.open },
      );
    case 'splice':
      return splice(m, of, args);
    case 'pop':
    case 'shift':
      return take(of, key);
    case 'entries':
      return arr(
        of.items.map((item, index) => arr([lit(index), item])),
        { open: of.open, ...(of.when ? { when: of.when } : {}) },
      );
    case 'values':
    case 'toSorted':
    case 'toReversed':
      return arr([...of.items], { open: of.open, ...(of.when ? { when: of.when } : {}) });
    case 'contains': {
      // Classes come and go: one that the markup does not have may be there.
      const there = of.items.some((item) => callback && equals(m, callback, item, node) === ALWAYS);
      return there ? bool(ALWAYS) : unknownValue('class');
    }
    case 'includes':
    case 'indexOf': {
      if (!callback) return FALSE;
      const found = or(
        ...items().map((item, index) => and(of.when?.[index] ?? ALWAYS, equals(m, callback, item, node))),
      );
      return key === 'includes' ? bool(found) : { t: 'index', found };
    }
    case 'reverse':
    case 'sort':
    case 'flat':
      return of;
    default:
      if (listen(m, of, key, args, node)) return of;
      return undefined;
  }
}

function spreads(node: ESTree.Node): boolean {
  return node.type === 'CallExpression' && node.arguments.some(({ type }) => type === 'SpreadElement');
}

/** `splice`: what it takes out of the list is what it gives; a list of unknown bounds keeps its items. */
function splice(m: Machine, of: Arr, args: readonly MValue[]): MValue {
  const [from, count, ...added] = args;
  const start = from?.t === 'lit' && typeof from.v === 'number' ? from.v : undefined;
  const length = count === undefined ? of.items.length : count.t === 'lit' ? Number(count.v) : undefined;
  if (start === undefined || length === undefined || Number.isNaN(length))
    return arr([...of.items], { open: of.open, ...(of.when ? { when: of.when } : {}) });
  const when = of.when && [...of.when];
  const taken = when?.splice(start, length, ...added.map(() => ALWAYS));
  const made = m.objectPaths.get(of);
  const here = made ? since(m.path, made) : ALWAYS;
  const items = of.items.slice(start, start < 0 ? undefined : start + length);
  // Under a condition the list may still be what it was.
  if (here === ALWAYS) {
    of.items.splice(start, length, ...added);
    if (when) of.when = when;
  } else add(m, of, added);
  return arr(items, { open: of.open, ...(taken ? { when: taken } : {}) });
}

/** A longer list whose items are there under conditions gives one of them: which one, is not known. */
const MAX_TAKEN = 12;

/** `pop`, `shift`: the item is taken out where it is there. */
function take(of: Arr, key: 'pop' | 'shift'): MValue {
  const item = key === 'pop' ? of.items.pop() : of.items.shift();
  const { when } = of;
  if (!item || !when) return item ?? UNDEF;
  const here = when[key === 'pop' ? of.items.length : 0] ?? ALWAYS;
  of.when = key === 'pop' ? when.slice(0, -1) : when.slice(1);
  // Where it is not there, it is the next one.
  const left = of.items.map((value, index) => ({ value, guard: of.when?.[index] ?? ALWAYS }));
  const next = key === 'pop' ? left.reverse() : left;
  let otherwise: MValue = next.length > MAX_TAKEN ? unknownValue(nameOf(item) || UNRESOLVED) : UNDEF;
  for (const { value, guard } of next.slice(0, MAX_TAKEN).reverse()) otherwise = ite(guard, value, otherwise);
  return ite(here, item, otherwise);
}

/** Items pushed under a condition are in the list under that condition. */
function add(m: Machine, of: Arr, args: readonly MValue[]): void {
  const made = m.objectPaths.get(of);
  const here = made ? since(m.path, made) : ALWAYS;
  if (here !== ALWAYS || of.when) {
    of.when = [...of.items.map((_, index) => of.when?.[index] ?? ALWAYS), ...args.map(() => here)];
  }
  of.items.push(...args);
  if (m.isUnbounded) of.open = true;
}

/** JSON.parse, decodeURIComponent and the like: the value stays what it is. */
export function passThrough(value: MValue | undefined): MValue {
  if (!value) return UNDEF;
  return mapCases(value, (one) => (one.t === 'lit' && typeof one.v === 'string' ? unknownValue('parsed') : one));
}

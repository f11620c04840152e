/** Functions of the template API that stand for what the language and its library have elsewhere. */
import { condition } from '../../../model/guard.ts';
import { mapCases } from '../../machine/cases.ts';
import type { Machine } from '../../machine/machine.ts';
import { nativeFunction, newPromise } from '../../machine/promises.ts';
import { placeOf } from '../../machine/script-text.ts';
import { bool, global, lit, type MValue, nameOf, obj, UNDEF, unknownValue } from '../../machine/values.ts';
import { type Api, callBack } from './call.ts';

/** The library's own objects and functions by the names of the API. */
const LIBRARY: Readonly<Record<string, string>> = {
  JSON: 'JSON',
  Math: 'Math',
  Object: 'Object',
  localStorage: 'localStorage',
  makeString: 'String',
  makeNumber: 'Number',
  makeInteger: 'parseInt',
  encodeUri: 'encodeURIComponent',
  encodeUriComponent: 'encodeURIComponent',
  decodeUri: 'decodeURIComponent',
  decodeUriComponent: 'decodeURIComponent',
  callLater: 'setTimeout',
};

/** The value of `require(name)` where the browser has the same, perhaps under another name. */
export function libraryValue(m: Machine, name: string): MValue | undefined {
  if (name === 'Promise') return promises(m);
  const there = Object.hasOwn(LIBRARY, name) ? LIBRARY[name] : undefined;
  return there === undefined ? undefined : global([there]);
}

/** `Promise.create((resolve, reject) => …)` and `Promise.all([…])`. */
function promises(m: Machine): MValue {
  const made = obj();
  const create = nativeFunction(m, 'Promise.create', ([executor], node) => newPromise(m, executor, node));
  made.props.set('create', create);
  made.props.set('all', global(['Promise', 'all']));
  m.objectPaths.set(made, m.path);
  return made;
}

/** `getType(value)`: as `typeof`, with words of its own for lists and null. */
const getType: Api = ({ args }) =>
  mapCases(args[0] ?? UNDEF, (one): MValue => {
    switch (one.t) {
      case 'lit':
        return lit(one.v === null ? 'null' : typeof one.v);
      case 'arr':
        return lit('array');
      case 'obj':
        return lit('object');
      case 'fn':
        return lit('function');
      case 'bool':
        return lit('boolean');
      case 'text':
        return lit('string');
      default:
        return { t: 'typeof', of: one };
    }
  });

/** `sha256(value, done, failed, options)`; `sha256Sync(value, options)` gives it back. */
const digest: Api = (call) => {
  const { m, args, node } = call;
  const hashed = mapCases(args[0] ?? UNDEF, (one) => m.callUnknown('sha256', [one], node));
  callBack(call, args[1], [hashed], false);
  return hashed;
};

const createRegex: Api = ({ args }) => {
  const [pattern] = args;
  return unknownValue(pattern?.t === 'lit' ? `/${String(pattern.v)}/` : 'pattern');
};

const testRegex: Api = ({ m, args, node }) => {
  const [pattern, text] = args;
  // What decides is the text: it is a digest already, or it is none.
  if (pattern?.t === 'unknown' && text?.t === 'unknown')
    return bool(condition('free', `${nameOf(text)} matches ${pattern.name}`, placeOf(m.script, node)));
  return m.callValue({ t: 'method', of: pattern ?? UNDEF, name: 'test' }, text ? [text] : [], undefined, node);
};

const addEventCallback: Api = (call) => {
  callBack(call, call.args[0], [], false);
  return UNDEF;
};

const nothing: Api = () => UNDEF;

export const LANGUAGE: Readonly<Record<string, Api>> = {
  getType,
  sha256: digest,
  sha256Sync: digest,
  hmacSha256: digest,
  createRegex,
  testRegex,
  addEventCallback,
  logToConsole: nothing,
};

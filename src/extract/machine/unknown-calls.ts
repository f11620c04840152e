/** Calls of functions whose code is out of sight: what their names and arguments say. */
import { condition } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { runCallbacks } from './callbacks.ts';
import { casesOf } from './cases.ts';
import { recordUrl } from './fetches.ts';
import { usePlugin } from './frameworks.ts';
import { insertArguments } from './insertions.ts';
import { newKeyed } from './keyed.ts';
import type { Machine } from './machine.ts';
import { isParameterReader, parameter } from './named-parts.ts';
import { cookieWriter, isScriptLoader, isStorageReader, topicOf } from './names.ts';
import { listContains, platformGlobal } from './platform.ts';
import { carriedBy, carrying, throughCall } from './provenance.ts';
import { storedState } from './render.ts';
import { callUnseenClient } from './requests.ts';
import { placeOf } from './script-text.ts';
import { store } from './stores.ts';
import { truthy } from './truth.ts';
import { arr, bool, global, lit, type MValue, nameOf, stringOf, UNDEF, unknownValue } from './values.ts';

/** A call known only by name: a stored value, a digest, a loader of scripts, or something that may run its callbacks. */
export function callUnknown(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node, of?: MValue): MValue {
  const at = placeOf(m.script, node);
  if (isStorageReader(name)) {
    const key = stringOf(args[0]);
    const stored: MValue = { t: 'stored', store: 'unknown', key, at };
    return /(?:^|\.)use[A-Z]/.test(name) ? storedState(m, stored, args[1], node) : stored;
  }
  const does = cookieWriter(name);
  if (does) store(m, 'unknown', stringOf(args[0]), does === 'delete' ? UNDEF : (args[1] ?? unknownValue('')));
  // What a parser makes of a stored text is that text's content: `cookie.parse(document.cookie)`.
  const whole = args[0] && storedIn(args[0]);
  if (whole && /(?:parse|decode|deserialize|unescape|toObject)\w*$/i.test(name)) return whole;
  const told = toldAbout(args, name, at);
  if (told) return told;
  insertArguments(m, args, node);
  callUnseenClient(m, name, args, node);
  if (/(?:^|\.)use$/.test(name)) usePlugin(m, args, node);
  const url = stringOf(args[0]);
  if (url !== undefined && isScriptLoader(name)) {
    m.under(condition('named', `${name}()`, at), () => recordUrl(m, args[0] ?? UNDEF, 'script', `${name}()`, node));
  }
  // What a helper promises is what it makes of its arguments.
  const asked = url !== undefined && isParameterReader(name) ? parameter(url, `${name}()`, at) : undefined;
  const promised =
    /\.then$/.test(name) && of?.t === 'global' && of.carries
      ? { argument: carrying(global(of.path.slice(0, -1), at), of.carries) }
      : {};
  runCallbacks(m, name, args, node, { topic: callbackTopic(name), ...promised });
  const picked = selected(m, name, args) ?? asked;
  if (picked) return picked;
  const handed = of?.t === 'unknown' || (of?.t === 'global' && of.carries) ? [of, ...args] : args;
  const carried = throughCall(name, carriedBy(handed));
  if (of?.t === 'global') return carrying(platformGlobal(m, [...of.path, '()'], at), carried);
  const inner = args.find((arg) => nameOf(arg) !== '');
  const shown = name === '' ? 'function' : name.slice(-80);
  const isNamed = inner && carried?.transforms.some((one) => one !== 'helper');
  return carrying(unknownValue(`${shown}()${isNamed ? ` ${nameOf(inner)}` : ''}`, [], at), carried);
}

/** `in_array('marketing', categories)`: a helper out of sight that looks a word up in what a platform grants. */
function toldAbout(args: readonly MValue[], name: string, at: Location): MValue | undefined {
  const list = args.find((arg) => arg.t === 'list');
  if (list?.t !== 'list' || list.values || /^console\b/.test(name)) return undefined;
  const word = args.map(stringOf).find((text) => text !== undefined);
  if (word === undefined) return args.length === 1 ? undefined : unknownValue(`${name.slice(-80)}() consent`);
  const found = listContains(list, word, at);
  return /inArray$|index/i.test(name) && !/^in_/.test(name) ? { t: 'index', found: truthy(found) } : found;
}

/** `useStore((state) => state.consent.marketing)`, `list.find((entry) => …)`: what the function picks says what the value is about. */
function selected(m: Machine, name: string, args: readonly MValue[]): MValue | undefined {
  const fn = args.find((arg) => arg.t === 'fn');
  if (fn?.t !== 'fn' || !/(?:^|[.:\]])(?:use[A-Z]\w*|find|some|filter|findLast|findIndex|select)$/.test(name))
    return undefined;
  const result = m.callFunction(fn, [unknownValue(`${name.slice(-60)} item`)], undefined);
  if (result.t === 'bool') return { ...result };
  // `entry && entry.event === 'granted'`: whether there is such an entry.
  if (result.t === 'ite' && /(?:find|some|filter|findLast)$/.test(name)) return bool(truthy(result));
  const about = nameOf(result);
  return about === '' ? undefined : unknownValue(about);
}

/** `new URLSearchParams('ads=1&stats=0')`. */
export function parametersOf(m: Machine, text: string, node: ESTree.Node): MValue {
  const pairs = [...new URLSearchParams(text.slice(0, 2000))];
  return newKeyed(m, 'map', arr(pairs.map(([key, value]) => arr([lit(key), lit(value)]))), node);
}

/** What is stored, also where an empty text stands in for it: `document.cookie || ''`. */
function storedIn(value: MValue): MValue | undefined {
  const [first, second, ...others] = casesOf(value);
  if (first?.value.t !== 'stored' || others.length > 0) return undefined;
  return !second || stringOf(second.value) === '' ? first.value : undefined;
}

function callbackTopic(name: string): 'consent' | 'opt-out' | 'named' {
  const topic = topicOf(name);
  return topic === 'consent' || topic === 'opt-out' ? topic : 'named';
}

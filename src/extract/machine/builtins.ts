/** Functions of the language, the browser and the libraries that nearly every page uses. */

import { ALWAYS, atom, condition, type Guard } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { runCallbacks } from './callbacks.ts';
import { mapCases } from './cases.ts';
import { callMethodOf, passThrough } from './collections.ts';
import { createElement, selectElement } from './dom.ts';
import { noteDynamic } from './dynamic.ts';
import { recordUrl } from './fetches.ts';
import { submitting } from './forms.ts';
import { callFramework } from './frameworks.ts';
import { listen } from './handlers.ts';
import { insertMarkup } from './insertions.ts';
import { parsedJson } from './json.ts';
import { hyperscript } from './jsx.ts';
import { itemsOf } from './keyed.ts';
import { callLibrary } from './libraries.ts';
import { dispatch } from './listeners.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { requireCall } from './modules.ts';
import { callObjectFunction, hasMember } from './objects.ts';
import { membersOf } from './page-elements.ts';
import { PHASE } from './phase.ts';
import { all, nativeFunction, newDeferred, race, withResolvers } from './promises.ts';
import { carriedBy, carrying, throughCall } from './provenance.ts';
import { callReactive } from './reactive.ts';
import { contextOf, createContext, stateOf } from './render.ts';
import { callClient } from './requests.ts';
import { placeOf } from './script-text.ts';
import { callStateHook } from './state-hooks.ts';
import { callStateStore } from './state-stores.ts';
import { stepsTo } from './steps.ts';
import { readStored, store } from './stores.ts';
import { callStreams } from './streams.ts';
import { TIMERS, timer } from './timers.ts';
import { truthy } from './truth.ts';
import { isUnseen } from './unknown-lists.ts';
import { arr, bool, global, lit, type MValue, nameOf, obj, stringOf, UNDEF, unknownValue } from './values.ts';
import { setMember } from './writes.ts';

/** `React.createElement`, `h` of a package: elements without JSX. */
function isHyperscript(path: readonly string[]): boolean {
  const name = path.join('.');
  return (
    /^(?:React|Preact|preact)\.(?:createElement|h)$/.test(name) ||
    /^module:(?:react|preact|preact\/compat|vue|solid-js\/h)(?:\.default)?\.(?:createElement|createVNode|h)$/.test(
      name,
    ) ||
    /^module:(?:react|preact)\/jsx-(?:dev-)?runtime\.jsx(?:s|DEV)?$/.test(name)
  );
}

const HOOKS = new Set([
  'useEffect',
  'useLayoutEffect',
  'useInsertionEffect',
  'useIsomorphicLayoutEffect',
  'afterUpdate',
  'nextTick',
  'useMount',
]);

/** The result of a function that the machine knows, or undefined. `path` is the name as it was called, without `window`. */
export function callBuiltin(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const name = path.join('.');
  const head = path[0] ?? '';
  const last = path[path.length - 1] ?? '';
  const [first] = args;
  if (path.length === 1 && TIMERS.has(name)) {
    noteDynamic(m, 'timer', first, node);
    return timer(m, name, args, node);
  }
  const hook = /^module:(?:react|vue|svelte|preact\/hooks|solid-js)$/.test(head) ? last : path.length <= 2 ? last : '';
  if (HOOKS.has(hook) && first && (path.length === 1 || head.startsWith('module:') || head === 'React')) {
    m.step(
      say`runs in ${hook}()`,
      node,
      () => {
        m.tasks.afterwards(() => void m.callValue(first, [], undefined, node));
        return UNDEF;
      },
      'load',
    );
    return UNDEF;
  }
  const library =
    callLibrary(m, path, args, node) ??
    callStateStore(m, path, args, node) ??
    callStreams(m, path, args, node) ??
    callClient(m, path, args, node);
  if (library) return library;
  if (isHyperscript(path) && node.type === 'CallExpression') return hyperscript(m, args, node);
  const kept = callStateHook(m, hook, args, node);
  if (kept) return kept;
  // Form libraries hand all fields of the form: `onSubmit={handleSubmit(send)}`.
  if (last === 'handleSubmit' && path.includes('()') && first?.t === 'fn') return submitting(m, first, node);
  // Runes have a dot in their names: `$derived.by(…)`.
  const reactive = callReactive(m, hook !== '' && head.startsWith('$') ? name : hook, args, node);
  const made = reactive ?? callFramework(m, hook, args, node);
  if (made) return made;
  if (hook === 'useState' || hook === 'useRef' || hook === 'useSignal') return state(m, hook, first, node);
  // React Router gives a pair, whose first is what Next.js gives alone.
  if (hook === 'useSearchParams') {
    const at = placeOf(m.script, node);
    return unknownValue('useSearchParams()', [{ kind: 'url', name: '?', whole: true, location: at }], at);
  }
  if (hook === 'createContext') return createContext(first);
  if ((hook === 'useContext' || hook === 'use') && first && contextOf(first)) return contextOf(first)?.value ?? UNDEF;
  if (/^(?:useCallback|memo|forwardRef|dynamic|lazy|observer)$/.test(hook)) return first;
  if (hook === 'useMemo' && first) return m.callValue(first, [], undefined, node);
  if (head === 'Object' || head === 'Reflect') {
    const result = callObjectFunction(m, name, args, node);
    if (result) return result;
  }
  switch (name) {
    case 'document.createElement':
    case 'document.createElementNS':
      return createElement(m, args[name.endsWith('NS') ? 1 : 0], node);
    case 'document.getElementById':
      return selectElement(m, `#${stringOf(first) ?? ''}`, node);
    case 'document.querySelector':
    case 'document.querySelectorAll':
    case 'document.getElementsByClassName':
    case 'document.getElementsByName':
    case 'document.getElementsByTagName': {
      const text = stringOf(first) ?? '';
      const prefix = last === 'getElementsByClassName' ? '.' : '';
      return selectElement(m, last === 'getElementsByName' ? `[name=${text}]` : prefix + text, node);
    }
    case 'document.write':
    case 'document.writeln':
      for (const arg of args) noteDynamic(m, 'write', arg, node);
      for (const arg of args) insertMarkup(m, arg, node, true);
      return UNDEF;
    case 'document.head.insertAdjacentHTML':
    case 'document.body.insertAdjacentHTML':
      if (args[1]) insertMarkup(m, args[1], node, false);
      return UNDEF;
    case 'JSON.parse':
      return first
        ? mapCases(first, (one) => (one.t === 'lit' || one.t === 'text' ? parsedJson(one) : passThrough(one)))
        : UNDEF;
    case 'decodeURIComponent':
    case 'decodeURI':
    case 'unescape':
    case 'atob':
    case 'encodeURIComponent':
    case 'String':
    case 'escape':
    case 'structuredClone':
    case 'Object.freeze':
    case 'Object.seal':
    case 'Number':
    case 'parseInt':
    case 'parseFloat':
      if (/^(?:Number|parse)/.test(name)) return first ? mapCases(first, numberOf) : lit(Number.NaN);
      return first
        ? mapCases(
            first,
            (one) => converted(name, one) ?? (one.t === 'obj' || one.t === 'text' ? one : passThrough(one)),
          )
        : UNDEF;
    case 'JSON.stringify':
      // Maps, sets and the data of forms have no members of their own.
      return first?.t === 'keyed' ? lit('{}') : (first ?? UNDEF);
    case 'Boolean':
      return bool(truthy(first ?? UNDEF, placeOf(m.script, node)));
    case 'Array.from':
    case 'Array.of':
      if (name === 'Array.of') return arr([...args]);
      if (first?.t === 'keyed') return itemsOf(first);
      if (first?.t === 'elem') return mapped(m, arr([...membersOf(m, first)], { open: !first.found }), args[1], node);
      if (first && (first.t === 'unknown' || (args[1] && isUnseen(m, first)))) return mapped(m, first, args[1], node);
      return first?.t === 'arr' || first?.t === 'stored'
        ? mapped(m, first, args[1], node)
        : carrying(unknownValue(nameOf(first ?? UNDEF)), first && carriedBy([first]));
    case 'crypto.subtle.digest':
    case 'msCrypto.subtle.digest': {
      const digest = unknownValue(`${name}()`, [], placeOf(m.script, node), ['hash']);
      return { t: 'promise', value: carrying(digest, throughCall(name, carriedBy(args))) };
    }
    case 'Symbol':
      return lit(`@@${stringOf(first) ?? ''} ${node.range?.[0] ?? 0}`);
    case 'Symbol.for':
      return { t: 'lit', v: `@@${stringOf(first) ?? ''}` };
    case '$.globalEval':
    case 'jQuery.globalEval':
    case 'eval': {
      noteDynamic(m, 'eval', first, node);
      const code = stringOf(first);
      if (code !== undefined) m.host.markup(`<script>${code}</script>`, placeOf(m.script, node), true);
      return unknownValue('eval()');
    }
    case 'Promise.resolve':
      return first?.t === 'promise' ? first : { t: 'promise', value: first ?? UNDEF };
    case 'Promise.reject':
      return { t: 'promise', value: first ?? UNDEF, rejected: ALWAYS };
    case 'Promise.withResolvers':
      return withResolvers(m);
    case '$.Deferred':
    case 'jQuery.Deferred':
      return newDeferred(m);
    case '$.when':
    case 'jQuery.when':
      return all(m, args, false);
    case 'Promise.race':
    case 'Promise.any':
      return first?.t === 'arr' ? race(m, first.items) : { t: 'promise', value: unknownValue('promises') };
    case 'Promise.all':
    case 'Promise.allSettled':
      return first?.t === 'arr'
        ? all(m, first.items, name === 'Promise.allSettled')
        : { t: 'promise', value: unknownValue('promises') };
    case 'require':
    case 'require.resolve':
      return name === 'require' && first ? requireCall(m, first) : first;
    case 'document.documentElement.classList.contains':
    case 'document.body.classList.contains':
      return unknownValue(`class ${stringOf(first) ?? ''}`);
    case 'importScripts':
    case '$.getScript':
    case 'jQuery.getScript':
      recordUrl(m, first ?? UNDEF, 'script', `${name}()`, node);
      runCallbacks(m, 'ready', args.slice(1), node, { topic: 'free' });
      return { t: 'promise', value: unknownValue(name) };
    case '$':
    case 'jQuery':
      return jquery(m, first, args, node);
    case 'dispatchEvent':
    case 'document.dispatchEvent':
    case 'window.dispatchEvent':
    case 'document.body.dispatchEvent':
      dispatch(m, first, node);
      return UNDEF;
    case 'localStorage.getItem':
    case 'sessionStorage.getItem':
      return readStored(m, head === 'localStorage' ? 'local' : 'session', stringOf(first), placeOf(m.script, node));
    case 'localStorage.hasOwnProperty':
    case 'sessionStorage.hasOwnProperty':
      return hasMember(m, global([head]), first ?? UNDEF, node);
    case 'customElements.define':
      if (args[1]) defineElement(m, args[1], node);
      return UNDEF;
    case 'document.importNode':
      return first ?? UNDEF;
    case 'confirm':
      return bool(asked(m, first, node));
    case 'document.createEvent':
      return createEvent(m);
    case 'localStorage.setItem':
    case 'sessionStorage.setItem':
      store(m, head === 'localStorage' ? 'local' : 'session', stringOf(first), args[1] ?? UNDEF);
      return UNDEF;
    case 'localStorage.removeItem':
    case 'sessionStorage.removeItem':
      store(m, head === 'localStorage' ? 'local' : 'session', stringOf(first), UNDEF);
      return UNDEF;
    default:
  }
  if (/^(?:localStorage|sessionStorage)\./.test(name) || head === 'console' || head === 'Math')
    return unknownValue(`${name}()`);
  // A fragment of markup whose scripts run once it stands in the page.
  if (last === 'createContextualFragment' && first) {
    insertMarkup(m, first, node, true);
    return unknownValue('fragment');
  }
  // Stores that answer later.
  if (
    /^(?:get|getItem|getAll)$/.test(last) &&
    /^(?:cookieStore|localforage|idbKeyval|AsyncStorage|module:(?:localforage|idb-keyval|@react-native-async-storage.{0,20}))$/.test(
      head,
    )
  ) {
    const where = head === 'cookieStore' ? 'cookie' : 'local';
    return { t: 'promise', value: { t: 'stored', store: where, key: stringOf(first), at: placeOf(m.script, node) } };
  }
  // `cookies().get('consent')`, `request.cookies.get('consent')`.
  if (
    /^(?:get|getItem|getJSON)$/.test(last) &&
    path.some((part) => /^(?:cookies?|COOKIES|cookieStore|Cookies|module:.{0,40}cookies?.{0,20})$/.test(part))
  ) {
    return readStored(m, 'cookie', stringOf(first), placeOf(m.script, node));
  }
  if (
    /^(?:set|remove|delete)$/.test(last) &&
    path.some((part) => /^(?:cookies?|cookieStore|Cookies|module:.{0,40}cookies?.{0,20})$/.test(part))
  )
    store(m, 'cookie', stringOf(first), last === 'set' ? (args[1] ?? unknownValue('')) : UNDEF);
  if (/^(?:\$|jQuery)\.(?:cookie|removeCookie)$/.test(name) && (args.length > 1 || last === 'removeCookie'))
    store(m, 'cookie', stringOf(first), last === 'cookie' && args[1] && !isNull(args[1]) ? args[1] : UNDEF);
  if (/^(?:\$|jQuery)\.cookie$/.test(name) && args.length === 1)
    return { t: 'stored', store: 'cookie', key: stringOf(first), at: placeOf(m.script, node) };
  return undefined;
}

function isNull(value: MValue): boolean {
  return value.t === 'lit' && (value.v === null || value.v === undefined);
}

const CONVERSIONS: Readonly<Record<string, (text: string) => string>> = {
  String: (text) => text,
  encodeURIComponent: (text) => text,
  decodeURIComponent,
  decodeURI,
  // Every two or four digits behind a % stand for one character.
  unescape: (text) => text.replace(/%u([\da-f]{4})|%([\da-f]{2})/gi, (_, four, two) => characterOf(four ?? two)),
};

function characterOf(digits: unknown): string {
  return String.fromCharCode(Number.parseInt(String(digits), 16));
}

/** What the functions that turn texts into others make of a literal. */
function converted(name: string, value: MValue): MValue | undefined {
  if (value.t !== 'lit' || !Object.hasOwn(CONVERSIONS, name)) return undefined;
  try {
    const made = CONVERSIONS[name]?.(String(value.v ?? ''));
    return made === undefined ? undefined : lit(made, value.at);
  } catch {
    // No text of that encoding: the browser throws there too.
    return undefined;
  }
}

/** A state hook: its value is the initial one until the page's code sets it. */
function state(m: Machine, hook: string, initial: MValue | undefined, node: ESTree.Node): MValue {
  if (hook === 'useState' || hook === 'useSignal') return stateOf(m, initial, node);
  const value = initial ?? UNDEF;
  const box = obj(placeOf(m.script, node));
  m.objectPaths.set(box, m.path);
  box.props.set(hook === 'useRef' ? 'current' : 'value', value);
  return box;
}

/** `customElements.define('x-y', Class)`: the page shows one. */
function defineElement(m: Machine, cls: MValue, node: ESTree.Node): void {
  const steps = stepsTo(m, 'load', say`a custom element of the page`, placeOf(m.script, node));
  m.tasks.later(PHASE.ready, m.path, steps, () => {
    const made = cls.t === 'class' ? m.callValue(cls, [], undefined, node) : UNDEF;
    const connected = made.t === 'obj' ? memberOf(m, made, 'connectedCallback') : undefined;
    if (connected?.t === 'fn') m.callFunction(connected, [], made);
  });
}

/** What is stored stays what it is when it is read as a number. */
function numberOf(value: MValue): MValue {
  if (value.t !== 'lit') return value;
  return typeof value.v === 'string' ? lit(Number.parseFloat(value.v)) : lit(Number(value.v ?? 0));
}

/** `confirm('May we …?')`: an answer to a question about cookies is a choice. */
function asked(m: Machine, question: MValue | undefined, node: ESTree.Node): Guard {
  const text = stringOf(question) ?? '';
  const at = placeOf(m.script, node);
  return /cookie|kakor|consent|track|samtyck|einwillig|privacy/i.test(text)
    ? atom({ kind: 'click', meaning: 'accept', target: 'confirm()' }, at)
    : condition('free', 'confirm()', at);
}

/** `document.createEvent('Event')`: an event that gets its name later. */
function createEvent(m: Machine): MValue {
  const made = obj();
  m.objectPaths.set(made, m.path);
  for (const name of ['initEvent', 'initCustomEvent', 'initMouseEvent', 'initUIEvent']) {
    const init = nativeFunction(m, name, ([type, , , detail]) => {
      made.props.set('type', type ?? UNDEF);
      if (detail && name === 'initCustomEvent') {
        const said = obj();
        said.props.set('detail', detail);
        made.props.set('init', said);
      }
      return UNDEF;
    });
    made.props.set(name, init);
  }
  return made;
}

/** `Array.from(list, callback)`. */
function mapped(m: Machine, list: MValue, callback: MValue | undefined, node: ESTree.Node): MValue {
  return callback ? (callMethodOf(m, list, 'map', [callback], node) ?? list) : list;
}

function jquery(m: Machine, first: MValue | undefined, args: readonly MValue[], node: ESTree.Node): MValue {
  if (first?.t === 'fn') {
    const steps = stepsTo(m, 'load', say`runs when the document is ready`, placeOf(m.script, node));
    m.tasks.later(
      PHASE.ready,
      m.path,
      steps,
      () => void m.callValue(first, [global(['jQuery'])], undefined, node),
      first,
    );
    return selectElement(m, 'document', node);
  }
  const text = stringOf(first);
  const tag = /^\s*<\s*([a-z]+)/i.exec(text ?? (first?.t === 'text' ? String(first.parts[0]) : ''))?.[1];
  if (tag !== undefined && first) {
    const element = createElement(m, { t: 'lit', v: tag }, node);
    if (!/^<[a-z]+\s*\/?>(?:<\/[a-z]+>)?$/i.test(text?.trim() ?? '')) element.markup = first;
    if (args[1]?.t !== 'obj') return element;
    for (const [key, value] of args[1].props) {
      if (value.t !== 'fn' || !listen(m, element, key, [value], node)) setMember(m, element, key, value, node);
    }
    return element;
  }
  if (first?.t === 'elem') return first;
  return selectElement(m, text ?? nameOf(first ?? UNDEF), node);
}

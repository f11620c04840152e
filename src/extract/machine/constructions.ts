/** What `new` makes. */
import type { ESTree } from '../../parse/script.ts';
import { newBuilder } from './builders.ts';
import { runCallbacks } from './callbacks.ts';
import { argumentsOf } from './calls.ts';
import { casesOf, mapCases } from './cases.ts';
import { instantiate } from './classes.ts';
import { noteDynamic } from './dynamic.ts';
import { dataOf, formData } from './forms.ts';
import { listen } from './handlers.ts';
import { newKeyed } from './keyed.ts';
import type { Machine } from './machine.ts';
import { addressObject, allParameters } from './named-parts.ts';
import { newProxy } from './objects.ts';
import { newAddress, newParameters } from './parameters.ts';
import { nativeFunction, newPromise } from './promises.ts';
import { carriedBy, carrying, throughCall } from './provenance.ts';
import { recordCall } from './record.ts';
import type { Scope } from './scope.ts';
import { placeOf, snippet } from './script-text.ts';
import { newStream } from './streams.ts';
import { parametersOf } from './unknown-calls.ts';
import { arr, global, type MValue, stringOf, UNDEF, unknownValue } from './values.ts';
import { newXhr } from './xhr.ts';

/** `new X(…)`: a vendor's use, an object of the page's own class, a promise, a list, an address. */
export function evaluateNew(m: Machine, node: ESTree.NewExpression, scope: Scope): MValue {
  const callee = m.evaluate(node.callee, scope);
  const args = argumentsOf(m, node, scope);
  const at = placeOf(m.script, node);
  if (callee.t === 'class') return instantiate(m, callee, args, node);
  if (callee.t === 'fn') {
    const made: MValue = { t: 'obj', props: new Map(), places: new Map(), rest: [], at };
    m.objectPaths.set(made, m.path);
    const prototype = callee.props.get('prototype');
    if (prototype?.t === 'obj') made.proto = prototype;
    const result = m.callFunction(callee, args, made, node);
    return result.t === 'obj' ? result : made;
  }
  const path = callee.t === 'global' ? callee.path : [];
  const name = path.join('.');
  recordCall(m, path, args, 'new', node);
  const built = newBuilder(m, path, args, node) ?? newStream(m, name, args);
  if (built) return built;
  switch (name) {
    case 'Image':
      return {
        t: 'elem',
        tag: 'img',
        props: new Map(),
        places: new Map(),
        selector: 'new Image()',
        created: true,
        path: m.path,
        inserted: false,
        at,
      };
    case 'XMLHttpRequest':
      return newXhr(m, node);
    case 'Promise':
      return newPromise(m, args[0], node);
    case 'Array':
      return arr([], { open: args.length > 0, at });
    case 'URL': {
      const address = addressObject(args[0], at) ?? newAddress(m, args[0], node);
      if (address) return address;
      break;
    }
    case 'FormData':
      if (args[0]) return formData(m, args[0], node);
      return newParameters(m, undefined, node) ?? UNDEF;
    case 'URLSearchParams': {
      const parameters = allParameters(args[0], at);
      if (parameters) return parameters;
      const [of] = args;
      if (of?.t === 'unknown' && of.origins.some(({ whole }) => whole)) return of;
      const data = of?.t === 'keyed' ? dataOf(of) : undefined;
      if (data) return data;
      if (args[0] && casesOf(args[0]).some(({ value }) => value.t === 'stored'))
        return mapCases(args[0], (one) => (one.t === 'lit' ? parametersOf(m, String(one.v ?? ''), node) : one));
      const put = newParameters(m, of, node);
      if (put) return put;
      break;
    }
    case 'Map':
    case 'WeakMap':
      return newKeyed(m, 'map', args[0], node);
    case 'Set':
    case 'WeakSet':
      return newKeyed(m, 'set', args[0], node);
    case 'Proxy':
      return newProxy(m, args[0] ?? UNDEF, args[1] ?? UNDEF, node);
    case 'Function': {
      noteDynamic(m, 'constructor', args[args.length - 1], node);
      const code = stringOf(args[args.length - 1]);
      if (code === undefined) break;
      return nativeFunction(m, 'Function', () => {
        m.host.markup(`<script>${code}</script>`, at, true);
        return unknownValue('Function()');
      });
    }
    case 'RegExp': {
      const pattern = stringOf(args[0]);
      return pattern === undefined
        ? { t: 'text', parts: ['/', args[0] ?? '', '/'], at }
        : unknownValue(`/${pattern}/`, [], at);
    }
    case 'CustomEvent':
    case 'Event':
    case 'MouseEvent':
    case 'PointerEvent':
    case 'SubmitEvent':
      return {
        t: 'obj',
        props: new Map([
          ['type', args[0] ?? UNDEF],
          ['init', args[1] ?? UNDEF],
        ]),
        places: new Map(),
        rest: [],
        at,
      };
    default:
  }
  if (listen(m, callee, name, args, node)) return unknownValue(name);
  runCallbacks(m, name === '' ? snippet(m.script, node.callee, 40) : name, args, node, { topic: 'named' });
  return carrying(global([...path, '()'], at), throughCall(name, carriedBy(args)));
}

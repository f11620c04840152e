/** `new XMLHttpRequest()`: the address stands in `open`, what goes along in `send`, what is made of the answer in handlers. */
import type { ESTree } from '../../parse/script.ts';
import { runCallbacks } from './callbacks.ts';
import { recordUrl } from './fetches.ts';
import type { Machine } from './machine.ts';
import { nativeFunction } from './promises.ts';
import { placeOf } from './script-text.ts';
import { type Fn, lit, type MValue, obj, stringOf, UNDEF, unknownValue } from './values.ts';

const HANDLERS = ['load', 'loadend', 'readystatechange', 'error', 'timeout', 'abort', 'progress'];
/** A script in which one of these stands may read what is answered. */
const READS_ANSWER = /\bon(?:load|loadend|readystatechange)\b|\.response(?:Text|XML|Type)?\b|['"`]load(?:end)?['"`]/;

export function newXhr(m: Machine, node: ESTree.Node): MValue {
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  made.rest.push(unknownValue('XMLHttpRequest()'));
  // As handlers find it in the end; that all went well says nothing of the answer.
  made.props.set('readyState', lit(4));
  made.props.set('status', unknownValue('response.status'));
  let address: MValue = UNDEF;
  const handle = (name: string, fn: MValue | undefined): void => {
    if (fn?.t === 'fn') runCallbacks(m, `XMLHttpRequest.on${name}`, [{ ...fn, self: made }], node, { topic: 'free' });
  };
  made.setters = new Map(
    HANDLERS.map((name): [string, Fn] => [
      `on${name}`,
      nativeFunction(m, `on${name}`, ([fn]) => {
        handle(name, fn);
        return UNDEF;
      }),
    ]),
  );
  const methods: Readonly<Record<string, NonNullable<Fn['native']>>> = {
    open: ([, url]) => {
      address = url ?? UNDEF;
      return UNDEF;
    },
    addEventListener: ([name, fn]) => {
      handle(stringOf(name) ?? 'load', fn);
      return UNDEF;
    },
    send: ([body], at = node) => {
      const silent = !READS_ANSWER.test(m.script.masked);
      recordUrl(m, address, 'beacon', 'XMLHttpRequest.send()', at, { body, silent });
      return UNDEF;
    },
  };
  for (const [name, native] of Object.entries(methods)) made.props.set(name, nativeFunction(m, name, native));
  return made;
}

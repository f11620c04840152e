/** Parameters that a script puts together to send them: `new URLSearchParams({ … })`, `new FormData()`, `new URL('https://…')`. */
import { ALWAYS } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { newKeyed } from './keyed.ts';
import type { Machine } from './machine.ts';
import { nativeFunction } from './promises.ts';
import { placeOf } from './script-text.ts';
import { type Keyed, lit, type MValue, obj, stringOf, unknownValue } from './values.ts';

const MAX_TEXT = 2000;

/** Parameters from nothing, an object, pairs or a text; undefined for what is not in sight. */
export function newParameters(m: Machine, from: MValue | undefined, node: ESTree.Node): Keyed | undefined {
  const text = stringOf(from);
  if (from && from.t !== 'obj' && from.t !== 'arr' && text === undefined) return undefined;
  const made = newKeyed(m, 'map', from?.t === 'arr' ? from : undefined, node);
  if (made.t !== 'keyed') return undefined;
  const sent: Keyed = { ...made, sent: true };
  m.objectPaths.set(sent, m.path);
  const put = (key: string, value: MValue): void => void sent.entries.push({ key: lit(key), value, here: ALWAYS });
  if (text !== undefined) for (const [key, value] of new URLSearchParams(text.slice(0, MAX_TEXT))) put(key, lit(value));
  if (from?.t === 'obj') {
    for (const [key, value] of from.props) put(key, value);
    sent.open = from.rest.length > 0;
  }
  return sent;
}

/** `new URL('https://…')`: an address whose parameters are set one by one; undefined where it is not in sight. */
export function newAddress(m: Machine, from: MValue | undefined, node: ESTree.Node): MValue | undefined {
  const head = from?.t === 'text' ? from.parts[0] : stringOf(from);
  if (!from || typeof head !== 'string' || !/^https?:\/\//i.test(head)) return undefined;
  const parameters = newParameters(m, undefined, node);
  if (!parameters) return undefined;
  const text = stringOf(from) ?? '';
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  const between = text.includes('?') ? '&' : '?';
  const whole = (): MValue => ({
    t: 'text',
    parts: [...(from.t === 'text' ? from.parts : [text]), between, parameters],
  });
  made.props.set('searchParams', parameters);
  for (const name of ['toString', 'toJSON']) made.props.set(name, nativeFunction(m, name, whole));
  made.getters = new Map([['href', nativeFunction(m, 'href', whole)]]);
  made.rest.push(unknownValue('URL()'));
  return made;
}

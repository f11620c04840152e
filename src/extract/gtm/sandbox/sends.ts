/** Functions of the template API that load something, send something, or call what stands on the page. */

import { type FetchKind, recordUrl } from '../../machine/fetches.ts';
import { nativeFunction } from '../../machine/promises.ts';
import { global, lit, type MValue, obj, stringOf, UNDEF, unknownValue } from '../../machine/values.ts';
import { setMember } from '../../machine/writes.ts';
import { type Api, callBack, noteEffect, pathOf, type SandboxCall, windowMember } from './call.ts';

/** A request whose callbacks follow the address: done, failed. */
function fetches(kind: FetchKind): Api {
  return (call) => {
    const { m, name, args, node } = call;
    noteEffect(call, true);
    recordUrl(m, args[0] ?? UNDEF, kind, `${name}()`, node);
    callBack(call, args[1], [], false);
    callBack(call, args[2], [], true);
    return UNDEF;
  };
}

/**
 * `sendHttpRequest(url, options, body)` and the older forms with a callback: `sendHttpGet(url, callback, options)`. What stands
 * in the body is what is sent.
 */
const request: Api = (call) => {
  const { m, name, args, node } = call;
  noteEffect(call, true);
  // Options come before the body, a callback before both.
  const body = args.slice(args[1]?.t === 'fn' ? 3 : 2).at(0);
  recordUrl(m, args[0] ?? UNDEF, 'beacon', `${name}()`, node, { body });
  const answer = obj();
  answer.rest.push(unknownValue('response'));
  callBack(call, args[1], [lit(200), obj(), unknownValue('response body')], false);
  return { t: 'promise', value: answer };
};

/** `callInWindow('fbq', 'track', …)`. */
const callInWindow: Api = (call) => {
  const { m, args, node } = call;
  const [named, ...rest] = args;
  const path = pathOf(stringOf(named) ?? '');
  noteEffect(call, false);
  if (path.length === 0) return unknownValue('callInWindow()');
  const [parent, last] = [path.slice(0, -1), path.at(-1) ?? ''];
  const of = windowMember(m, parent, node);
  const fn = windowMember(m, path, node);
  if (fn.t === 'fn') return m.callFunction(fn, rest, of, node);
  return of.t === 'global' ? m.callValue(global([...of.path, last]), rest, undefined, node) : UNDEF;
};

/** A function that the code gets by its name on the window: calling it is a call of the page's. */
function pageFunction(call: SandboxCall, path: readonly string[]): MValue {
  const { m, node } = call;
  return nativeFunction(m, path.join('.'), (args, at) => {
    noteEffect(call, false);
    return m.callValue(global(path), args, undefined, at ?? node);
  });
}

const createQueue: Api = (call) => pageFunction(call, [...pathOf(stringOf(call.args[0]) ?? 'queue'), 'push']);

const createArgumentsQueue: Api = (call) => pageFunction(call, pathOf(stringOf(call.args[0]) ?? 'queue'));

const setInWindow: Api = ({ m, args, node }) => {
  const path = pathOf(stringOf(args[0]) ?? '');
  const [key] = path.slice(-1);
  if (key !== undefined) setMember(m, windowMember(m, path.slice(0, -1), node), key, args[1] ?? UNDEF, node);
  return lit(true);
};

/** `aliasInWindow(to, from)`. */
const aliasInWindow: Api = (call) => {
  const from = pathOf(stringOf(call.args[1]) ?? '');
  return setInWindow({ ...call, args: [call.args[0] ?? UNDEF, windowMember(call.m, from, call.node)] });
};

const sends: Api = (call) => {
  noteEffect(call, true);
  return { t: 'promise', value: unknownValue(`${call.name}()`) };
};

export const SENDS: Readonly<Record<string, Api>> = {
  injectScript: fetches('script'),
  injectHiddenIframe: fetches('frame'),
  sendPixel: fetches('beacon'),
  sendPixelFromBrowser: fetches('beacon'),
  sendHttpRequest: request,
  sendHttpGet: request,
  sendEventToGoogleAnalytics: sends,
  callInWindow,
  createQueue,
  createArgumentsQueue,
  setInWindow,
  aliasInWindow,
};

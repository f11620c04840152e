/** Requests of scripts, by whichever client: what is asked, and what goes along. */
import { ALWAYS } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { runCallbacks } from './callbacks.ts';
import { recordUrl } from './fetches.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { nativeFunction } from './promises.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { arr, type Fn, lit, type MValue, obj, stringOf, UNDEF, unknownValue } from './values.ts';

/**
 * How a client takes what goes along: `options` among others (`fetch(url, { body })`), or as a `body` of its own, with the options
 * behind it (`axios.post(url, body, options)`).
 */
type Style = 'options' | 'body';

interface Client {
  /** What calling the client itself takes; undefined where it is no function. */
  readonly call?: Style;
  /** What its methods take that send something (`post`, `put`, `patch`), and what `get` takes where that is not options. */
  readonly methods?: Style;
  readonly get?: Style;
  /** Its method that makes a client with settings of its own. */
  readonly makes?: string;
}

/** Clients of browsers and servers, by their global name or their package. */
const CLIENTS: ReadonlyMap<string, Client> = new Map<string, Client>([
  ['fetch', { call: 'options' }],
  ['$fetch', { call: 'options', makes: 'create' }],
  ['module:ofetch.ofetch', { call: 'options', makes: 'create' }],
  ['module:ofetch.$fetch', { call: 'options', makes: 'create' }],
  ['module:node-fetch', { call: 'options' }],
  ['module:cross-fetch', { call: 'options' }],
  ['module:cross-fetch.fetch', { call: 'options' }],
  ['module:isomorphic-fetch', { call: 'options' }],
  ['module:isomorphic-unfetch', { call: 'options' }],
  ['module:undici.fetch', { call: 'options' }],
  ['module:undici.request', { call: 'options' }],
  ['UrlFetchApp.fetch', { call: 'options' }],
  ['$.ajax', { call: 'options' }],
  ['jQuery.ajax', { call: 'options' }],
  ['$', { methods: 'body', get: 'body' }],
  ['jQuery', { methods: 'body', get: 'body' }],
  ['axios', { call: 'options', methods: 'body', makes: 'create' }],
  ['module:axios', { call: 'options', methods: 'body', makes: 'create' }],
  ['ky', { call: 'options', methods: 'options', makes: 'create' }],
  ['module:ky', { call: 'options', methods: 'options', makes: 'create' }],
  ['module:got', { call: 'options', methods: 'options', makes: 'extend' }],
  ['module:request', { call: 'options', methods: 'options', makes: 'defaults' }],
  ['module:request-promise', { call: 'options', methods: 'options', makes: 'defaults' }],
  ['module:request-promise-native', { call: 'options', methods: 'options', makes: 'defaults' }],
  ['module:needle', { methods: 'body' }],
]);

const METHODS = ['get', 'getJSON', 'post', 'put', 'patch', 'request'];
const BODIES = ['body', 'data', 'json', 'form', 'payload'];
const QUERIES = ['params', 'searchParams', 'query', 'qs'];
const BASES = ['baseURL', 'baseUrl', 'prefixUrl'];

/** The request that a call of such a client is, by its path; undefined for other calls. */
export function callClient(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  // A package as a whole is what it exports, whichever way it is imported.
  const names = path[0]?.startsWith('module:') && path[1] === 'default' ? [path[0], ...path.slice(2)] : path;
  const name = names.join('.');
  if (name === 'navigator.sendBeacon') return request(m, name, 'body', args, node, { beacon: true });
  if (/^module:(?:node:)?https?\.(?:request|get)$/.test(name)) {
    runCallbacks(m, shown(name), args, node, { topic: 'free' });
    return written(m, shown(name), args, node);
  }
  const called = CLIENTS.get(name)?.call;
  if (called) return request(m, shown(name), called, args, node);
  const method = names[names.length - 1] ?? '';
  const client = CLIENTS.get(names.slice(0, -1).join('.'));
  if (!client) return undefined;
  if (method === client.makes) return instance(m, shown(names.slice(0, -1).join('.')), client, args[0], node);
  if (!client.methods || !METHODS.includes(method)) return undefined;
  return request(m, shown(name), styleOf(client, method), args, node);
}

/** Methods of a client out of sight whose first argument is a whole address: `this.http.post(url, body)`. */
export function callUnseenClient(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node): void {
  const [, method = ''] = /(?:^|\.)(post|put|patch|request)$/i.exec(name) ?? [];
  const [address] = args;
  const head = address?.t === 'text' ? address.parts[0] : stringOf(address);
  if (method === '' || typeof head !== 'string' || !/^https:\/\//i.test(head)) return;
  request(m, name.slice(-40), method === 'request' ? 'options' : 'body', args, node);
}

/** `axios.create({ baseURL })`: a client that puts its own address in front. */
function instance(m: Machine, name: string, client: Client, settings: MValue | undefined, node: ESTree.Node): Fn {
  const base = optionOf(settings, BASES);
  const made = nativeFunction(m, name, (args, at) =>
    client.call ? request(m, name, client.call, args, at ?? node, { settings }) : UNDEF,
  );
  // What leads to the client leads to its address.
  if (base) made.props.set('baseURL', base);
  for (const method of METHODS)
    made.props.set(
      method,
      nativeFunction(m, `${name}.${method}`, (args, at) =>
        request(m, `${name}.${method}`, styleOf(client, method), args, at ?? node, { settings }),
      ),
    );
  return made;
}

/** What is only asked for has no body; `request` takes everything as options. */
function styleOf({ methods = 'options', get = 'options' }: Client, method: string): Style {
  if (method === 'request') return 'options';
  return method.startsWith('get') ? get : methods;
}

function shown(name: string): string {
  return name.replace(/^module:/, '');
}

/** `https.request({ hostname, path }, …)` of Node.js: what goes along is written to it. */
function written(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node): MValue {
  const made = obj(placeOf(m.script, node));
  m.objectPaths.set(made, m.path);
  made.rest.push(unknownValue(`${name}()`));
  const bodies: MValue[] = [];
  const add = (body: MValue | undefined): void => {
    if (body && body.t !== 'fn') bodies.push(body);
  };
  const address = writtenAddress(m, args);
  made.props.set(
    'write',
    nativeFunction(m, 'write', ([body]) => {
      add(body);
      return lit(true);
    }),
  );
  made.props.set(
    'end',
    nativeFunction(m, 'end', ([body], at = node) => {
      add(body);
      const [only, ...others] = bodies;
      recordUrl(m, address, 'beacon', `${name}()`, at, { body: others.length > 0 ? arr(bodies) : only });
      return made;
    }),
  );
  return made;
}

function writtenAddress(m: Machine, args: readonly MValue[]): MValue {
  const [first = UNDEF] = args;
  if (first.t !== 'obj') return first;
  const whole = memberOf(m, first, 'href');
  const host = optionOf(first, ['hostname', 'host']);
  return (
    whole ?? (host ? under({ t: 'text', parts: ['https://', host] }, optionOf(first, ['path']) ?? lit('/')) : UNDEF)
  );
}

/** A request of a script; what it is asked for says what the answer is about. */
function request(
  m: Machine,
  name: string,
  style: Style,
  [first = UNDEF, second, third]: readonly MValue[],
  node: ESTree.Node,
  { beacon = false, settings }: { readonly beacon?: boolean; readonly settings?: MValue | undefined } = {},
): MValue {
  const given = first.t === 'obj' ? memberOf(m, first, 'href') : undefined;
  const isSettings = first.t === 'obj' && !given;
  const inOptions = style === 'options' || isSettings;
  const options = isSettings ? first : inOptions ? second : third;
  const at = isSettings ? optionOf(first, ['url', 'uri']) : (given ?? first);
  const sent = inOptions ? optionOf(options, BODIES) : second;
  const silent =
    beacon ||
    stringOf(optionOf(options, ['mode'])) === 'no-cors' ||
    truthy(optionOf(options, ['keepalive']) ?? UNDEF) === ALWAYS;
  const address = under(optionOf(options, BASES) ?? optionOf(settings, BASES), at ?? UNDEF);
  const body = both(sent, optionOf(options, QUERIES));
  const headers = optionOf(options, ['headers']) ?? optionOf(settings, ['headers']);
  recordUrl(m, address, 'beacon', `${name}()`, node, { body, headers, silent });
  return { t: 'promise', value: unknownValue(`${name}(${(stringOf(first) ?? '').slice(0, 60)})`) };
}

/** The first of several options that is set. */
function optionOf(options: MValue | undefined, names: readonly string[]): MValue | undefined {
  if (options?.t !== 'obj') return undefined;
  for (const name of names) {
    const value = options.props.get(name);
    if (value) return value;
  }
  return undefined;
}

function both(body: MValue | undefined, query: MValue | undefined): MValue | undefined {
  return body && query ? arr([body, query]) : (body ?? query);
}

/** An address below a client's own; a whole one stands for itself. */
function under(base: MValue | undefined, address: MValue): MValue {
  const text = stringOf(address);
  const head = text ?? (address.t === 'text' && typeof address.parts[0] === 'string' ? address.parts[0] : '');
  if (!base || /^(?:https?:)?\/\//i.test(head)) return address;
  const front = stringOf(base)?.replace(/\/$/, '');
  const between = head.startsWith('/') ? '' : '/';
  const rest = address.t === 'text' ? address.parts : [text ?? address];
  return { t: 'text', parts: [front ?? base, between, ...rest] };
}

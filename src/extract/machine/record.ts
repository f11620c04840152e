/** Turns uses of vendors' globals and addresses into activities. */
import type { ArgPattern, Option, UsePattern, Vendor, VendorCall, Where } from '../../model/catalog.ts';
import { ALWAYS, and, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { Carrier } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { valuesOfAddress } from '../address-data.ts';
import { matchWildcard } from '../catalog-index.ts';
import { addActivity } from './activities.ts';
import { callSyntaxOf } from './call-syntax.ts';
import { registerCallbackName } from './callbacks.ts';
import { casesOf } from './cases.ts';
import { equals } from './compare.ts';
import { freeze } from './freeze.ts';
import { noEffectOf, recordMisspelt, recordReplaced } from './ignored.ts';
import type { Machine } from './machine.ts';
import { matchPath } from './platform.ts';
import { notePresets } from './presets.ts';
import { mayBeQueue, recordPushedData } from './pushed-data.ts';
import { queueFormOf } from './queue-form.ts';
import { placeOf } from './script-text.ts';
import { addressOf, holesOf } from './text-address.ts';
import { noteHost } from './unknown-scripts.ts';
import { global, lit, type MValue, stringOf } from './values.ts';

/** Records what a call (or `new`) of a global means to the vendors; returns the vendor whose pattern or global it is. */
export function recordCall(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  form: 'call' | 'new',
  node: ESTree.Node,
): Vendor | undefined {
  const owner = m.catalog.vendorGlobals.get(path[0] ?? '');
  // `dataLayer.push(arguments)` without the usual function around it.
  const last = path[path.length - 1];
  const [queued] = args;
  if (form === 'call' && last === 'push' && queued?.t === 'arr' && queued.isArguments && !m.stub) {
    for (const name of m.catalog.queueCommands) recordCall(m, [name], queued.items, 'call', node);
    return owner;
  }
  const candidates = m.catalog.calls.get(path[0] ?? '');
  if (!candidates) return owner;
  let found: Vendor | undefined;
  // What the patterns so far leave over, where an argument is one of several texts (`ok ? 'grant' : 'revoke'`).
  let left: Guard = ALWAYS;
  // The first pattern that fits decides: for the whole call, or for each argument of a queue's push.
  const taken = new Set<MValue>();
  for (const { vendor, call } of candidates) {
    if (call.use.form !== form || (found && left === NEVER && !call.each)) continue;
    const captures = matchPath(call.use.path, path) ?? matchModule(call.use.path, path);
    if (!captures) continue;
    for (const list of call.each ? args.filter((arg) => !taken.has(arg)).map((arg) => [arg]) : [args]) {
      const values = matchArgs(call, list, captures);
      if (!values) continue;
      found ??= vendor;
      if (call.each) for (const arg of list) taken.add(arg);
      const when = call.each ? ALWAYS : and(left, conditionOf(call, list));
      if (!call.each) left = and(left, not(conditionOf(call, list)));
      if (m.stub !== vendor && when !== NEVER) {
        const made = {
          text: label(path, list, form, call),
          node,
          location: placeOf(m.script, node),
          queue: queueOf(m, path),
        };
        m.under(when, () => addUse(m, vendor, call, values, list, made));
      }
    }
  }
  if (!found && form === 'call') recordMisspelt(m, path, args, node);
  return found ?? owner;
}

/** A package as a whole (`require`, `import * as`) and its default export are one where it exports in only one of the two ways. */
function matchModule(pattern: UsePattern['path'], path: readonly string[]): ReadonlyMap<string, string> | undefined {
  const [head = '', second, ...rest] = path;
  if (!head.startsWith('module:')) return undefined;
  return second === 'default'
    ? matchPath(pattern, [head, ...rest])
    : matchPath(pattern, [head, 'default', ...path.slice(1)]);
}

/** The list that the page's own function pushes a vendor's commands to. */
function queueOf(m: Machine, path: readonly string[]): string | undefined {
  const [name = ''] = path;
  if (path.length !== 1 || !m.catalog.queueCommands.includes(name)) return undefined;
  const own = m.overrides.get(name) ?? m.global.cells.get(name)?.value;
  return own?.t === 'fn' ? queueFormOf(own).queue : undefined;
}

/** `window.name = value`, `name = value`, `var name = value` at the top. */
export function recordAssignment(m: Machine, path: readonly string[], value: MValue, node: ESTree.Node): void {
  registerCallbackName(m, path, value);
  notePresets(m, path, 'assign', [value]);
  const [name = ''] = path;
  if (path.length === 1 && m.catalog.queues.has(name)) recordReplaced(m, name, value, node);
  // The list that a loader's address names, filled before the loader stands there.
  else if (path.length === 1 && value.t === 'arr' && mayBeQueue(name)) recordPushedData(m, name, value.items, node);
  // Properties of window whose names hold an id stand under no name.
  for (const { vendor, call } of [...(m.catalog.calls.get(name) ?? []), ...(m.catalog.calls.get('') ?? [])]) {
    if (call.use.form !== 'assign') continue;
    const captures = matchPath(call.use.path, path);
    if (!captures) continue;
    const use = { text: `${path.join('.')} = …`, node, location: placeOf(m.script, node) };
    let found = false;
    for (const { guard, value: one } of answersOf(call, value)) {
      const values = matchArgs(call, [one], captures);
      if (!values) continue;
      found = true;
      m.under(guard, () => addUse(m, vendor, call, values, [one], use));
    }
    // A switch may be turned one way or the other by one assignment.
    if (found && !isSwitch(call)) return;
  }
}

/** A pattern that asks for a certain value, not for any. */
function isSwitch({ use }: VendorCall): boolean {
  return use.args.some((pattern) => 'literal' in pattern);
}

/** The answers that a switch may be set to, each with its condition. */
function answersOf(call: VendorCall, value: MValue): readonly { guard: Guard; value: MValue }[] {
  if (!isSwitch(call)) return [{ guard: ALWAYS, value }];
  return casesOf(value).flatMap((one) =>
    one.value.t === 'bool'
      ? [
          { guard: and(one.guard, one.value.guard), value: lit(true) },
          { guard: and(one.guard, not(one.value.guard)), value: lit(false) },
        ]
      : [one],
  );
}

/** Records what a plugin does that a configuration lists with these options. The first pattern that fits decides. */
export function recordPlugin(m: Machine, { vendor, calls }: PluginUse, options: MValue, use: Use): void {
  for (const call of calls) {
    const values = matchArgs(call, [options], new Map());
    if (!values) continue;
    addUse(m, vendor, call, values, [options], use);
    return;
  }
}

interface PluginUse {
  readonly vendor: Vendor;
  readonly calls: readonly VendorCall[];
}

/** What was written where a vendor is used. */
export interface Use {
  readonly text: string;
  readonly node: ESTree.Node;
  readonly location: Location;
  readonly queue?: string | undefined;
}

/** Adds what a use does, under the conditions that its options make. */
function addUse(
  m: Machine,
  vendor: Vendor,
  call: VendorCall,
  captured: ReadonlyMap<string, MValue>,
  args: readonly MValue[],
  use: Use,
): void {
  m.under(not(oneHolds(m, call.unless, captured, use.node)), () => {
    if (m.guard === NEVER) return;
    const held = oneHolds(m, call.holds, captured, use.node);
    const consent = { vendor, carrier: 'script', label: use.text, args: [], location: use.location } as const;
    if (held !== NEVER)
      m.under(held, () => addActivity(m, { ...consent, kind: 'consent', consent: 'revoke', values: {} }));
    const signals = call.setsDefault === undefined ? undefined : captured.get(call.setsDefault);
    if (signals)
      addActivity(m, { ...consent, kind: 'consent', consent: 'default', values: { signals: freeze(signals) } });
    const pushed = call.does === 'configure' ? undefined : captured.get('pushed');
    if (pushed) addActivity(m, { ...consent, kind: 'configure', values: { pushed: freeze(pushed) } });
    const own = pushed ? new Map([...captured].filter(([name]) => name !== 'pushed')) : captured;
    if (call.hands.length === 0) add(m, vendor, call, own, args, use);
    for (const { capture, names } of call.hands) {
      const fn = captured.get(capture);
      const handed = names.map((name) => global([name]));
      if (fn?.t === 'fn') m.callFunction(fn, handed, undefined, use.node);
    }
  });
}

/** The condition under which one of the options has one of its values. */
function oneHolds(
  m: Machine,
  options: readonly Option[],
  captured: ReadonlyMap<string, MValue>,
  node: ESTree.Node,
): Guard {
  const guards = options.map(({ path: [capture = '', ...members], values }): Guard => {
    const value = members.reduce<MValue | undefined>(
      (of, key) => (of?.t === 'obj' ? of.props.get(key) : undefined),
      captured.get(capture),
    );
    if (!value) return NEVER;
    return or(
      ...values.map((wanted) => {
        if (wanted === true) return m.test(value, node);
        return wanted === false ? not(m.test(value, node)) : equals(m, value, lit(wanted), node);
      }),
    );
  });
  return or(...guards);
}

function matchArgs(
  call: VendorCall,
  args: readonly MValue[],
  captures: ReadonlyMap<string, string>,
): Map<string, MValue> | undefined {
  const found = new Map<string, MValue>();
  for (const [name, text] of captures) found.set(name, { t: 'lit', v: text });
  for (const [index, pattern] of call.use.args.entries()) {
    if (!matchArg(pattern, args[index], found)) return undefined;
  }
  return call.where.every((where) => fits(where, found.get(where.capture))) ? found : undefined;
}

/** The condition under which arguments that may be one of several texts are those of the pattern. */
function conditionOf(call: VendorCall, args: readonly MValue[]): Guard {
  const guards = call.use.args.map((pattern, index): Guard => {
    const value = args[index];
    if (value?.t !== 'ite' || !('literal' in pattern || 'oneOf' in pattern)) return ALWAYS;
    const fitting = casesOf(value).filter(({ value: one }) => matchArg(pattern, one, new Map()));
    return or(...fitting.map(({ guard }) => guard));
  });
  return and(...guards);
}

function matchArg(pattern: ArgPattern, value: MValue | undefined, found: Map<string, MValue>): boolean {
  if ('capture' in pattern) {
    if (value && pattern.capture !== '') found.set(pattern.capture, value);
    return true;
  }
  if (!value) return false;
  if ('literal' in pattern || 'oneOf' in pattern) {
    const wanted = 'literal' in pattern ? [pattern.literal] : pattern.oneOf;
    return casesOf(value).some(({ value: one }) => {
      const text = stringOf(one);
      return wanted.some((want) => (one.t === 'lit' && one.v === want) || (typeof want === 'string' && text === want));
    });
  }
  if ('object' in pattern) {
    if (value.t !== 'obj') return false;
    // What the pattern does not name is sent too.
    if (!found.has('params')) found.set('params', value);
    return Object.entries(pattern.object).every(([key, inner]) => {
      const member = value.props.get(key);
      return member || 'capture' in inner ? matchArg(inner, member, found) || 'capture' in inner : false;
    });
  }
  if (value.t !== 'arr' || !('array' in pattern)) return false;
  return pattern.array.every((inner, index) => matchArg(inner, value.items[index], found));
}

function fits(where: Where, value: MValue | undefined): boolean {
  if (!value) return false;
  const text = addressOf(value);
  if (text === undefined || text === '' || text.startsWith('\uFFFC')) return where.unknown;
  return where.values.some((wanted) => matchWildcard(wanted, text) !== undefined);
}

/** How a call is named in messages: with its first word, and a consent command with all its words. */
function label(path: readonly string[], args: readonly MValue[], form: 'call' | 'new', { does }: VendorCall): string {
  const texts = args.slice(0, does === 'consent' ? 2 : 1).map(stringOf);
  const known = texts.includes(undefined) ? texts.slice(0, texts.indexOf(undefined)) : texts;
  const words = known.map((text) => `'${(text ?? '').slice(0, 40)}'`);
  const shown = [...words, ...(args.length > words.length ? ['…'] : [])].join(', ');
  const name = path
    .join('.')
    .replace(/^module:/, '')
    .replaceAll('.()', '()');
  return `${form === 'new' ? 'new ' : ''}${name}(${shown})`;
}

function add(
  m: Machine,
  vendor: Vendor,
  call: VendorCall,
  captured: ReadonlyMap<string, MValue>,
  args: readonly MValue[],
  { text, node, location, queue }: Use,
): void {
  // There are many events, and no repair puts anything beside one.
  const syntax = callSyntaxOf(m.script, node, call.does !== 'event');
  const values: Record<string, Value> = {};
  for (const [name, value] of captured) values[name] = freeze(value);
  const ignored = noEffectOf(call, captured);
  addActivity(m, {
    kind: call.does,
    vendor,
    carrier: 'script',
    label: text,
    values,
    args: args.map((arg) => freeze(arg)),
    location,
    ...(syntax && { syntax }),
    ...(call.consent ? { consent: call.consent } : {}),
    ...(ignored ? { ignored } : {}),
    ...(queue === undefined ? {} : { queue }),
    ...(call.setting === undefined ? {} : { setting: call.setting }),
    ...(call.restrained === undefined ? {} : { restrained: call.restrained }),
    ...(call.limitsSale ? { limitsSale: call.limitsSale } : {}),
    ...(call.server && { server: call.server }),
  });
}

/** How an address is fetched. */
export type FetchKind = 'script' | 'frame' | 'style' | 'beacon';

/** A fetch of an address. */
export interface Fetch {
  readonly url: string;
  readonly kind: FetchKind;
  readonly carrier: Carrier;
  /** A hash beside the address fixes what comes from it. */
  readonly pinned?: boolean;
  /** An image or frame that nobody is meant to see, in markup that a script injects. */
  readonly hidden?: boolean;
  /** What fetches, for the label: `<script>`, `written markup`. */
  readonly by: string;
  readonly place: Location;
  /** What stands in each hole of the address. */
  readonly holes?: readonly Value[];
  /** What is sent along. */
  readonly body?: Value;
  readonly headers?: Value;
  /** Nobody reads what is answered: it is there to tell the host something. */
  readonly silent?: boolean;
}

/** Notes a load for every vendor whose address this is, where the machine stands. */
export function recordLoad(m: Machine, fetch: Fetch): void {
  const { url, kind, carrier, by, place, holes, body, headers } = fetch;
  const matches = m.catalog.matchUrl(url);
  if (matches.length === 0) noteHost(m, fetch);
  for (const match of matches) {
    const { kind: listed, restrained, server } = match.pattern;
    addActivity(m, {
      kind: 'load',
      vendor: match.vendor,
      carrier,
      label: `${by} ${shortUrl(url)}`,
      values: { ...valuesOfAddress(match, url, place, holes), ...(body && { body }) },
      args: [],
      location: place,
      url,
      urlKind: listed === 'config' || (listed === 'beacon' && carrier === 'script') ? listed : kind,
      ...(restrained === undefined ? {} : { restrained }),
      ...(server && { server }),
      ...(server && headers && { headers }),
    });
  }
}

/** What else is known of a request. */
interface Sent extends Pick<Fetch, 'silent'> {
  readonly place?: Location;
  readonly body?: MValue | undefined;
  readonly headers?: MValue | undefined;
}

/** A request of a script to an address: a script, frame or beacon of a vendor, or a platform's loader. */
export function recordUrl(
  m: Machine,
  address: MValue,
  kind: FetchKind,
  by: string,
  node: ESTree.Node,
  { place = placeOf(m.script, node), body, headers, silent = false }: Sent = {},
): void {
  const sent = { ...(body && { body: freeze(body) }), ...(headers && { headers: freeze(headers) }) };
  for (const { guard, value } of casesOf(address)) {
    const url = addressOf(value);
    if (url === undefined) continue;
    const cmp = m.catalog.matchCmpUrl(url);
    if (cmp) m.seenCmps.set(cmp, place);
    const carrier = m.noscript ? 'noscript' : 'script';
    const holes = holesOf(value).map((hole) => freeze(hole));
    m.under(guard, () => recordLoad(m, { url, kind, carrier, by, place, holes, silent, ...sent }));
  }
}

/** An address for messages: without its query, holes as `…`. */
export function shortUrl(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '').replaceAll('\uFFFC', '…').slice(0, 100);
}

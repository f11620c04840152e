/** Turns uses of vendors' globals and addresses into activities. */
import type { ArgPattern, Vendor, VendorCall, Where } from '../../model/catalog.ts';
import { ALWAYS, and, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { Carrier } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { valuesOfAddress } from '../address-data.ts';
import { matchWildcard } from '../catalog-index.ts';
import { addActivity } from './activities.ts';
import { registerCallbackName } from './callbacks.ts';
import { freeze } from './freeze.ts';
import { noEffectOf, recordMisspelt, recordReplaced } from './ignored.ts';
import type { Machine } from './machine.ts';
import { noteOptOut } from './opt-out.ts';
import { matchPath } from './platform.ts';
import { queueFormOf } from './queue-form.ts';
import { placeOf } from './script-text.ts';
import { addressOf } from './text-address.ts';
import { casesOf, type MValue, stringOf } from './values.ts';

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
    const captures = matchPath(call.use.path, path);
    if (!captures) continue;
    for (const list of call.each ? args.filter((arg) => !taken.has(arg)).map((arg) => [arg]) : [args]) {
      const values = matchArgs(call, list, captures);
      if (!values) continue;
      found ??= vendor;
      if (call.each) for (const arg of list) taken.add(arg);
      const when = call.each ? ALWAYS : and(left, conditionOf(call, list));
      if (!call.each) left = and(left, not(conditionOf(call, list)));
      if (m.stub !== vendor && when !== NEVER)
        m.under(when, () =>
          add(m, vendor, call, values, list, label(path, list, form), placeOf(m.script, node), queueOf(m, path)),
        );
    }
  }
  if (!found && form === 'call') recordMisspelt(m, path, args, node);
  return found ?? owner;
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
  noteOptOut(m, path, 'assign', [value]);
  const [name = ''] = path;
  if (path.length === 1 && m.catalog.queues.has(name)) recordReplaced(m, name, value, node);
  const candidates = m.catalog.calls.get(path[0] ?? '');
  if (!candidates) return;
  for (const { vendor, call } of candidates) {
    if (call.use.form !== 'assign') continue;
    const captures = matchPath(call.use.path, path);
    const values = captures && matchArgs(call, [value], captures);
    if (!values) continue;
    add(m, vendor, call, values, [value], `${path.join('.')} = …`, placeOf(m.script, node));
    return;
  }
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
  const text = value && addressOf(value);
  if (text === undefined || text === '' || text.startsWith('\uFFFC')) return where.unknown;
  return where.values.some((wanted) => matchWildcard(wanted, text) !== undefined);
}

function label(path: readonly string[], args: readonly MValue[], form: 'call' | 'new'): string {
  const [first] = args;
  const text = stringOf(first);
  const shown =
    text === undefined ? (args.length > 0 ? '…' : '') : `'${text.slice(0, 40)}'${args.length > 1 ? ', …' : ''}`;
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
  text: string,
  location: Location,
  queue?: string,
): void {
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
    ...(call.consent ? { consent: call.consent } : {}),
    ...(ignored ? { ignored } : {}),
    ...(queue === undefined ? {} : { queue }),
    ...(call.setting === undefined ? {} : { setting: call.setting }),
  });
}

/** How an address is fetched. */
export type FetchKind = 'script' | 'frame' | 'style' | 'beacon';

/** A fetch of an address. */
export interface Fetch {
  readonly url: string;
  readonly kind: FetchKind;
  readonly carrier: Carrier;
  /** What fetches, for the label: `<script>`, `written markup`. */
  readonly by: string;
  readonly place: Location;
}

/** Notes a load for every vendor whose address this is, where the machine stands. */
export function recordLoad(m: Machine, { url, kind, carrier, by, place }: Fetch): void {
  for (const match of m.catalog.matchUrl(url)) {
    const { kind: listed, restrained, server } = match.pattern;
    addActivity(m, {
      kind: 'load',
      vendor: match.vendor,
      carrier,
      label: `${by} ${shortUrl(url)}`,
      values: valuesOfAddress(match, url, place),
      args: [],
      location: place,
      url,
      urlKind: listed === 'config' || (listed === 'beacon' && carrier === 'script') ? listed : kind,
      ...(restrained === undefined ? {} : { restrained }),
      ...(server && { server }),
    });
  }
}

/** A request of a script to an address: a script, frame or beacon of a vendor, or a platform's loader. */
export function recordUrl(
  m: Machine,
  address: MValue,
  kind: FetchKind,
  by: string,
  node: ESTree.Node,
  place: Location = placeOf(m.script, node),
): void {
  for (const { guard, value } of casesOf(address)) {
    const url = addressOf(value);
    if (url === undefined) continue;
    const cmp = m.catalog.matchCmpUrl(url);
    if (cmp) m.seenCmps.set(cmp, place);
    const carrier = m.noscript ? 'noscript' : 'script';
    m.under(guard, () => recordLoad(m, { url, kind, carrier, by, place }));
  }
}

/** An address for messages: without its query, holes as `…`. */
export function shortUrl(url: string): string {
  return (url.split(/[?#]/, 1)[0] ?? '').replaceAll('\uFFFC', '…').slice(0, 100);
}

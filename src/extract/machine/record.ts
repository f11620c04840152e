/** Turns uses of vendors' globals and addresses into activities. */
import type { Vendor, VendorCall } from '../../model/catalog.ts';
import { ALWAYS, and, type Guard, NEVER, not } from '../../model/guard.ts';
import type { Value } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { addActivity } from './activities.ts';
import { callSyntaxOf } from './call-syntax.ts';
import { registerCallbackName } from './callbacks.ts';
import { casesOf } from './cases.ts';
import { freeze } from './freeze.ts';
import { noEffectOf, recordMisspelt, recordReplaced } from './ignored.ts';
import type { Machine } from './machine.ts';
import { matchPath } from './platform.ts';
import { notePresets } from './presets.ts';
import { mayBeQueue, recordPushedData } from './pushed-data.ts';
import { queueFormOf } from './queue-form.ts';
import { placeOf } from './script-text.ts';
import { conditionOf, matchArgs, matchModule, oneHolds } from './use-patterns.ts';
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

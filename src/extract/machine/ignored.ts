/** Consent commands that the library behind a queue ignores: pushed in a wrong form, lost with their queue, misspelt. */
import type { ArgPattern, ConsentCommand, Vendor, VendorCall } from '../../model/catalog.ts';
import { ALWAYS } from '../../model/guard.ts';
import { say, term } from '../../model/phrase.ts';
import type { Activity, IgnoredCommand } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import { nearest } from '../../text/nearest.ts';
import { parameterOf } from '../address-data.ts';
import { HOLE } from '../catalog-index.ts';
import { addActivity } from './activities.ts';
import { sameGuard } from './atoms.ts';
import { callSyntaxOf, wrapperSyntaxOf } from './call-syntax.ts';
import { casesOf } from './cases.ts';
import { freeze } from './freeze.ts';
import type { Machine } from './machine.ts';
import { recordPushedData } from './pushed-data.ts';
import { queueFormOf } from './queue-form.ts';
import { placeOf } from './script-text.ts';
import { type Arr, type Fn, type MValue, stringOf } from './values.ts';

interface Meant {
  readonly vendor: Vendor;
  readonly command: ConsentCommand;
  readonly signals: MValue | undefined;
  /** `consent', 'default`: the words of the command. */
  readonly words: readonly string[];
}

const REASONS = { list: 'list', object: 'object', separate: 'arguments' } as const;

/** Why the library ignores what a queue's function pushes (a list of its own making instead of `arguments`), or undefined. */
export function ignoredForm(m: Machine, name: string, fn: MValue | undefined): IgnoredCommand['reason'] | undefined {
  if (fn?.t !== 'fn' || !m.catalog.queueCommands.includes(name)) return undefined;
  const { form } = queueFormOf(fn);
  return form === 'arguments' || form === 'unknown' ? undefined : REASONS[form];
}

/** Records a call of such a function, where it is a consent command. */
export function recordIgnoredCall(
  m: Machine,
  name: string,
  fn: Fn,
  reason: IgnoredCommand['reason'],
  args: readonly MValue[],
  node: ESTree.Node,
): void {
  const meant = meantBy(m, name, args);
  if (!meant) return;
  const location = placeOf(fn.script, fn.node);
  const wrapper = wrapperSyntaxOf(fn, queueFormOf(fn).pushed ?? []);
  add(
    m,
    meant,
    { reason, intended: meant.command, location, ...(wrapper && { wrapper }) },
    `${name}(${quoted(meant)}, …)`,
    args,
    { location: placeOf(m.script, node) },
  );
}

/** Something is pushed to a list that may be a library's queue: a command in a form that the library does not know. */
export function recordPush(m: Machine, list: Arr | string, args: readonly MValue[], node: ESTree.Node): void {
  if (m.stub || m.catalog.queues.size === 0) return;
  const [first] = args;
  if (!first || (first.t === 'arr' && first.isArguments)) return;
  const pushedTo = typeof list === 'string' ? list : nameOfQueue(m, list);
  if (pushedTo !== undefined) recordPushedData(m, pushedTo, args, node);
  const words = first.t === 'arr' ? first.items : args.length > 1 ? args : undefined;
  for (const [queue, { command }] of m.catalog.queues) {
    const meant = words ? meantBy(m, command, words) : first.t === 'obj' ? meantByObject(m, command, first) : undefined;
    if (!meant) continue;
    const name = pushedTo;
    if (name === undefined || (name !== queue && !/layer/i.test(name))) continue;
    const reason = first.t === 'arr' ? 'list' : first.t === 'obj' ? 'object' : 'arguments';
    const shown = first.t === 'arr' ? `[${quoted(meant)}, …]` : first.t === 'obj' ? '{ … }' : `${quoted(meant)}, …`;
    // A list that a wrapper gathers (`…args`) is the caller's command.
    const gathered = first.t === 'arr' && first.at === undefined;
    const called = gathered
      ? m.steps.findLast((step) => step.message.toString().startsWith('called as'))?.location
      : undefined;
    const working = hands(m, command, name) ? command : undefined;
    const syntax = gathered ? undefined : callSyntaxOf(m.script, node);
    add(
      m,
      meant,
      { reason, intended: meant.command, ...(working !== undefined && { working }) },
      `${name}.push(${shown})`,
      args,
      { location: called ?? placeOf(m.script, node), ...(syntax && { syntax }) },
    );
    return;
  }
}

/** A new list takes a queue's place: commands that were pushed to the old one are lost. */
export function recordReplaced(m: Machine, name: string, value: MValue, node: ESTree.Node): void {
  const lists = casesOf(value).flatMap(({ value: one }) => (one.t === 'arr' ? [one] : []));
  const known = m.queues.get(name) ?? [];
  const fresh = value.t === 'arr' && !known.includes(value);
  m.queues.set(name, [...known, ...lists].slice(-20));
  for (const list of lists) if (!known.includes(list)) recordPushedData(m, name, list.items, node);
  if (!fresh || !m.reached) return;
  for (const [index, activity] of m.activities.entries()) {
    if (activity.queue !== name || activity.consent === undefined || !activity.reached) continue;
    if (m.path.all !== ALWAYS && !sameGuard(m.path.all, activity.guard)) continue;
    const { consent, ...rest } = activity;
    const lost: Activity = {
      ...rest,
      ignored: { reason: 'overwritten', intended: consent, location: placeOf(m.script, node) },
    };
    m.activities[index] = lost;
  }
}

/** A call of a vendor's function whose words come near to a consent command and are none. */
export function recordMisspelt(m: Machine, path: readonly string[], args: readonly MValue[], node: ESTree.Node): void {
  const texts = [
    ...path,
    ...partsOf(args)
      .slice(0, 2)
      .map((arg) => stringOf(arg) ?? ''),
  ];
  if (m.stub || !texts.some((text) => /consent|conset|concent|revoke/i.test(text))) return;
  for (const { vendor, call } of m.catalog.calls.get(path[0] ?? '') ?? []) {
    if (call.consent === undefined || call.use.form !== 'call' || call.use.path.length !== path.length) continue;
    const wanted = [...call.use.path, ...wordsOf(call)];
    const parts = partsOf(args);
    const given = [...path, ...wordsOf(call).map((_, index) => stringOf(parts[index]) ?? '')];
    const wrong = given.filter((text, index) => text !== wanted[index]);
    const [only] = wrong;
    const index = only === undefined ? -1 : given.indexOf(only);
    const meant = wanted[index];
    if (wrong.length !== 1 || only === undefined || typeof meant !== 'string' || index === 0) continue;
    if (nearest(only, [meant]) === undefined) continue;
    const hint = say`the command is ${shownCall(call)}`;
    add(
      m,
      { vendor, command: call.consent, signals: undefined, words: [] },
      { reason: 'word', intended: call.consent, hint },
      shownGiven(path, args),
      args,
      { location: placeOf(m.script, node) },
    );
    return;
  }
}

/** A pattern of the catalogue that stands for a command without effect, where what is handed over is known. */
export function noEffectOf(call: VendorCall, captured: ReadonlyMap<string, MValue>): IgnoredCommand | undefined {
  if (call.noEffect === undefined) return undefined;
  const value = captured.get('value');
  const takesValue = call.use.args.some((pattern) => 'capture' in pattern && pattern.capture === 'value');
  if (takesValue && !(value && casesOf(value).every(({ value: one }) => isNoWord(one)))) return undefined;
  return { reason: 'word', hint: term(call.noEffect) };
}

/** True for what is known, and none of the words that the patterns before have taken: another text, a table of signals. */
function isNoWord(value: MValue): boolean {
  return (value.t === 'lit' && value.v !== undefined) || value.t === 'obj' || value.t === 'arr';
}

function meantBy(m: Machine, command: string, items: readonly MValue[]): Meant | undefined {
  for (const { vendor, call } of m.catalog.calls.get(command) ?? []) {
    if (call.consent === undefined || call.use.path.length !== 1) continue;
    const words = wordsOf(call);
    if (words.length === 0 || !words.every((word, index) => stringOf(items[index]) === word)) continue;
    return { vendor, command: call.consent, signals: items[words.length], words };
  }
  return undefined;
}

/** `{ consent: 'default', … }` and `{ 0: 'consent', 1: 'default', … }`. */
function meantByObject(m: Machine, command: string, value: Extract<MValue, { t: 'obj' }>): Meant | undefined {
  const listed = ['0', '1', '2'].flatMap((key) => value.props.get(key) ?? []);
  const named = [...value.props].flatMap(([key, inner]): MValue[] => [{ t: 'lit', v: key }, inner, value]);
  return meantBy(m, command, listed) ?? meantBy(m, command, named.slice(0, 3));
}

/** The parts of a command: the arguments, or the items of the one list that a queue takes. */
function partsOf(args: readonly MValue[]): readonly MValue[] {
  const [only] = args;
  return args.length === 1 && only?.t === 'arr' ? only.items : args;
}

function shownGiven(path: readonly string[], args: readonly MValue[]): string {
  const parts = partsOf(args);
  const shown = `${parts.length > 0 ? `'${stringOf(parts[0]) ?? '…'}'` : ''}${parts.length > 1 ? ', …' : ''}`;
  return `${path.join('.')}(${parts === args ? shown : `[${shown}]`})`;
}

function wordsOf(call: VendorCall): string[] {
  const words: string[] = [];
  const [only] = call.use.args;
  const patterns = call.use.args.length === 1 && only && 'array' in only ? only.array : call.use.args;
  for (const pattern of patterns) {
    const word = literalOf(pattern);
    if (word === undefined) break;
    words.push(word);
  }
  return words;
}

function literalOf(pattern: ArgPattern): string | undefined {
  return 'literal' in pattern && typeof pattern.literal === 'string' ? pattern.literal : undefined;
}

function shownCall(call: VendorCall): string {
  const args = wordsOf(call).map((word) => `'${word}'`);
  const [only] = call.use.args;
  const list = call.use.args.length === 1 && only && 'array' in only ? only.array : undefined;
  if (args.length < (list ?? call.use.args).length) args.push('…');
  return `${call.use.path.join('.')}(${list ? `[${args.join(', ')}]` : args.join(', ')})`;
}

function quoted({ words }: Meant): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/** Whether a function on window hands what it is called with over to a list, as the library takes it. */
function hands(m: Machine, command: string, queue: string): boolean {
  const fn = m.global.cells.get(command)?.value;
  // What another file defines is not there wherever this one is included.
  if (fn?.t !== 'fn' || fn.script.source.root !== m.script.source.root) return false;
  const own = queueFormOf(fn);
  return own.form === 'arguments' && own.queue === queue;
}

/** The name on window under which a list stands. */
function nameOfQueue(m: Machine, list: Arr): string | undefined {
  for (const [name, cell] of m.global.cells) {
    if (cell.value === list || (cell.value.t === 'ite' && casesOf(cell.value).some(({ value }) => value === list)))
      return name;
  }
  return undefined;
}

function add(
  m: Machine,
  { vendor, signals }: Meant,
  ignored: IgnoredCommand,
  label: string,
  args: readonly MValue[],
  place: Pick<Activity, 'location' | 'syntax'>,
): void {
  addActivity(m, {
    kind: 'consent',
    vendor,
    carrier: 'script',
    label,
    values: signals ? { signals: freeze(signals) } : {},
    args: args.map((arg) => freeze(arg)),
    ...place,
    ignored,
  });
}

/**
 * Commands that stand in a queue which none of the loaders in sight reads: their address names another one.
 * @param activities those of the whole unit
 */
export function unreadQueues(m: Machine, activities: readonly Activity[]): readonly Activity[] {
  for (const [name, { vendor }] of m.catalog.queues) {
    const system = vendor.consentMode?.system;
    const loads = activities.filter(
      (one) => one.kind === 'load' && one.urlKind === 'script' && one.vendor.consentMode?.system === system,
    );
    const read = new Set(loads.map(({ url }) => parameterOf(url ?? '', vendor.queue?.parameter ?? '') ?? name));
    if (loads.length === 0 || [...read].some((one) => one.includes(HOLE))) continue;
    const listOf = (queue: string): MValue | undefined => m.global.cells.get(queue)?.value;
    const isRead = (queue: string): boolean =>
      [...read].some((one) => one === queue || (listOf(one) !== undefined && listOf(one) === listOf(queue)));
    const [loader] = loads;
    return activities.map((one) => {
      const { consent, ...rest } = one;
      if (consent === undefined || one.queue === undefined || one.vendor !== vendor) return one;
      if ((one.queue !== name && !m.global.cells.has(one.queue)) || isRead(one.queue)) return one;
      const hint = say`the loader reads ${[...read].join(', ')}`;
      return {
        ...rest,
        ignored: { reason: 'queue', intended: consent, hint, ...(loader ? { location: loader.location } : {}) },
      };
    });
  }
  return activities;
}

/** Calls: who is called decides what they mean. */
import type { Vendor } from '../../model/catalog.ts';
import { ALWAYS, not } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { callBuilder } from './builders.ts';
import { callBuiltin } from './builtins.ts';
import { registerPlatformCallback, runCallbacks } from './callbacks.ts';
import { ite, mapCases } from './cases.ts';
import { constructParent, instantiate, superMember } from './classes.ts';
import { callMethodOf } from './collections.ts';
import { callElement, classOf, createElement } from './dom.ts';
import { raise } from './exceptions.ts';
import { listen } from './handlers.ts';
import { ignoredForm, recordIgnoredCall, recordPush } from './ignored.ts';
import { keyedMethod } from './keyed.ts';
import { emit } from './listeners.ts';
import type { Machine } from './machine.ts';
import { getMember, memberOf, readInjected, whereThere } from './members.ts';
import { hostElement } from './page-elements.ts';
import { memberKey } from './patterns.ts';
import { platformGlobal, platformRead } from './platform.ts';
import { insertedByPlatform } from './platform-inserts.ts';
import { notePresets } from './presets.ts';
import { carrying } from './provenance.ts';
import { callBox, rerun } from './reactive.ts';
import { isBox } from './reactive-values.ts';
import { recordCall } from './record.ts';
import { setState } from './render.ts';
import type { Scope } from './scope.ts';
import { placeOf } from './script-text.ts';
import { callStream } from './streams.ts';
import { scriptGuard } from './triggers.ts';
import { callUnknown } from './unknown-calls.ts';
import { isUnseen } from './unknown-lists.ts';
import { type Carried, global, type MValue, nameOf, stringOf, UNDEF, unknownValue } from './values.ts';

export function evaluateCall(m: Machine, node: ESTree.CallExpression, scope: Scope): MValue {
  const { callee } = node;
  if (
    callee.type === 'MemberExpression' ||
    (callee.type === 'ChainExpression' && callee.expression.type === 'MemberExpression')
  ) {
    const member = callee.type === 'ChainExpression' ? callee.expression : callee;
    if (member.type === 'MemberExpression') {
      const of = m.evaluate(member.object, scope);
      const key = memberKey(m, member, scope);
      if (member.object.type === 'Super' && key !== undefined) {
        const method = superMember(m, scope, key);
        const args = argumentsOf(m, node, scope);
        return method ? callValue(m, method, args, of, node) : UNDEF;
      }
      if (key !== undefined && (member.optional || node.optional)) {
        const args = argumentsOf(m, node, scope);
        return whereThere(m, of, member, (one) => callMethod(m, one, key, args, node));
      }
      const args = argumentsOf(m, node, scope);
      if (key === undefined) {
        // A table of functions, asked with what is stored: `handlers[choice]()`.
        const fn =
          of.t === 'obj' && /^(?:Identifier|ThisExpression)$/.test(member.object.type)
            ? m.evaluate(member, scope)
            : UNDEF;
        return fn.t === 'ite' ? callValue(m, fn, args, of, node) : callUnknown(m, `${nameOf(of)}[]`, args, node);
      }
      return callMethod(m, of, key, args, node);
    }
  }
  if (callee.type === 'Super') {
    const args = argumentsOf(m, node, scope);
    const cls = scope.homeClass;
    if (cls) constructParent(m, cls, args, scope.thisValue);
    return UNDEF;
  }
  const fn = m.evaluate(callee, scope);
  const args = argumentsOf(m, node, scope);
  // A stub that the page defines under a vendor's name, also inside a function (`function gtag() { … }`).
  if (fn.t === 'fn' && callee.type === 'Identifier' && m.catalog.calls.has(callee.name) && isStub(fn.node)) {
    m.overrides.set(callee.name, fn);
    return callGlobal(m, [callee.name], args, node);
  }
  return callValue(m, fn, args, undefined, node);
}

/** `function gtag() { dataLayer.push(arguments) }` and the like: a queue in front of the vendor's library. */
function isStub(node: ESTree.Node): boolean {
  if (!('body' in node) || !node.body || typeof node.body !== 'object' || !('body' in node.body)) return false;
  const statements: unknown = node.body.body;
  return Array.isArray(statements) && statements.length <= 2;
}

export function argumentsOf(m: Machine, node: { arguments: readonly ESTree.Node[] }, scope: Scope): MValue[] {
  const values: MValue[] = [];
  for (const argument of node.arguments) {
    if (argument.type !== 'SpreadElement') {
      values.push(m.evaluate(argument, scope));
      continue;
    }
    const spread = m.evaluate(argument.argument, scope);
    if (spread.t === 'arr') values.push(...spread.items);
    else if (spread.t === 'unknown')
      values.push(unknownValue(spread.name, spread.origins, spread.at, spread.transforms));
    else values.push(unknownValue(nameOf(spread)));
  }
  return values;
}

export function callValue(
  m: Machine,
  fn: MValue,
  args: readonly MValue[],
  self: MValue | undefined,
  node: ESTree.Node,
): MValue {
  switch (fn.t) {
    case 'fn':
      return m.callFunction(fn, args, self, node);
    case 'global':
      return callGlobal(m, fn.path, args, node);
    case 'ite': {
      const yes = m.under(fn.guard, () => callValue(m, fn.yes, args, self, node));
      const no = m.under(not(fn.guard), () => callValue(m, fn.no, args, self, node));
      return ite(fn.guard, yes, no);
    }
    case 'method':
      return callMethod(m, fn.of, fn.name, args, node);
    case 'class':
      return instantiate(m, fn, args, node);
    case 'lit':
      return UNDEF;
    case 'bool':
      return UNDEF;
    case 'obj':
      // A signal is read by a call.
      return isBox(fn) ? getMember(m, fn, 'value', node) : callUnknown(m, nameOf(fn), args, node);
    default:
      return callUnknown(m, nameOf(fn), args, node);
  }
}

function callMethod(m: Machine, of: MValue, key: string, args: readonly MValue[], node: ESTree.Node): MValue {
  if (
    (key === 'call' || key === 'apply' || key === 'bind') &&
    (of.t === 'fn' || (of.t === 'global' && !isNamedSo(m, of.path, key)) || of.t === 'method')
  ) {
    return indirect(m, of, key, args, node);
  }
  const injected = readInjected(m, of, key);
  if (injected) return callValue(m, injected, args, undefined, node);
  switch (of.t) {
    case 'ite': {
      const yes = m.under(of.guard, () => callMethod(m, of.yes, key, args, node));
      const no = m.under(not(of.guard), () => callMethod(m, of.no, key, args, node));
      return ite(of.guard, yes, no);
    }
    case 'global': {
      if (of.path.length === 0) {
        const target = getMember(m, of, key, node);
        if (target.t === 'fn' || target.t === 'class' || target.t === 'ite')
          return callValue(m, target, args, of, node);
        return callGlobal(m, [key], args, node);
      }
      return callGlobal(m, [...of.path, key], args, node, of.carries);
    }
    case 'obj': {
      const method = memberOf(m, of, key);
      if (method) return callValue(m, method, args, of, node);
      const element = hostElement(of);
      if (element) return callElement(m, element, key, args, node);
      const built = callBuilder(m, of, key, args, node);
      if (built) return built;
      const boxed = callStream(m, of, key, args, node) ?? callBox(m, of, key, args, node);
      if (boxed) return boxed;
      if (key === 'setState') return setState(m, of, args[0], node);
      if (listen(m, of, key, args, node) || emit(m, of, key, args, node)) return of;
      return callUnknown(m, `${nameOf(of.rest[0] ?? of)}.${key}`, args, node);
    }
    case 'fn':
    case 'class': {
      const getter = of.t === 'class' ? of.getters.get(key) : undefined;
      const method = getter ? m.callFunction(getter, [], of) : of.props.get(key);
      return method ? callValue(m, method, args, of, node) : callUnknown(m, `${nameOf(of)}.${key}`, args, node);
    }
    case 'arr':
      if (/^\d{1,3}$/.test(key)) return callValue(m, getMember(m, of, key, node), args, of, node);
      return callMethodOf(m, of, key, args, node) ?? callUnknown(m, key, args, node, of);
    case 'keyed':
      return keyedMethod(m, of, key, args, node) ?? UNDEF;
    case 'elem':
      return callElement(m, of, key, args, node);
    case 'method':
      // `element.classList.contains('name')`
      return of.of.t === 'elem' && of.name === 'classList' && key === 'contains'
        ? classOf(m, of.of, stringOf(args[0]) ?? '', node)
        : (callMethodOf(m, of, key, args, node) ?? callUnknown(m, key, args, node, of));
    case 'unknown': {
      if (m.catalog.calls.has(of.name.split('.')[0] ?? ''))
        recordCall(m, [...of.name.split('.'), key], args, 'call', node);
      if (listen(m, of, key, args, node) || emit(m, of, key, args, node)) return of;
      // A document or renderer that was handed in.
      if (key === 'createElement' && stringOf(args[0]) !== undefined) return createElement(m, args[0], node);
      const method = callMethodOf(m, of, key, args, node);
      return method ?? callUnknown(m, of.name === '' ? key : `${of.name}.${key}`, args, node, of);
    }
    case 'lit':
      if (of.v === null || of.v === undefined) {
        if (m.throws) raise(m, ALWAYS);
        return UNDEF;
      }
      return callMethodOf(m, of, key, args, node) ?? callUnknown(m, key, args, node, of);
    default:
      return callMethodOf(m, of, key, args, node) ?? callUnknown(m, key, args, node, of);
  }
}

/** A vendor's own method that is called like one of functions: `ChatWidget.call('set_email', email)`. */
function isNamedSo(m: Machine, path: readonly string[], key: string): boolean {
  const known = m.catalog.calls.get(path[0] ?? '') ?? [];
  return known.some(({ call: { use } }) => use.path.length === path.length + 1 && use.path.at(-1) === key);
}

/** `f.call(this, …)`, `f.apply(this, list)`, `f.bind(this, …)`. */
function indirect(m: Machine, of: MValue, key: string, args: readonly MValue[], node: ESTree.Node): MValue {
  const [self, ...rest] = args;
  if (key === 'bind') {
    if (of.t !== 'fn' || of.native) return of;
    // An arrow function keeps its own `this`; one that is bound already keeps that.
    const bound = [...(of.bound ?? []), ...rest];
    return { ...of, self: of.bound ? of.self : (self ?? of.self), bound };
  }
  const list = rest[0];
  const given = key === 'call' ? rest : list?.t === 'arr' ? list.items : list ? [unknownValue(nameOf(list))] : [];
  const borrowed = borrowedMethod(of);
  if (borrowed !== undefined && self) {
    const result = mapCases(self, (one) =>
      borrowed === 'slice' && isUnseen(m, one) ? one : (callMethodOf(m, one, borrowed, given, node) ?? NOT_CALLED),
    );
    if (result !== NOT_CALLED) return result;
  }
  return callValue(m, of, given, self, node);
}

const NOT_CALLED: MValue = { t: 'lit', v: undefined };

/** `[].slice.call(list)`, `Array.prototype.map.call(list, …)`: a method of lists, lent to what may be none. */
function borrowedMethod(of: MValue): string | undefined {
  if (of.t === 'method') return of.of.t === 'arr' && of.of.items.length === 0 ? of.name : undefined;
  const [head, member, name, more] = of.t === 'global' ? of.path : [];
  return head === 'Array' && member === 'prototype' && more === undefined ? name : undefined;
}

/**
 * Calls what a script puts in the place of a function of the browser (`document.createElement = …`). What is put there calls the
 * browser's own in the end: so does a call of the same name from within.
 * @returns undefined where the browser's own is to be called
 */
function callReplaced(m: Machine, name: string, call: () => MValue): MValue | undefined {
  if (m.replaced.has(name)) return undefined;
  m.replaced.add(name);
  const result = call();
  m.replaced.delete(name);
  // Old libraries teach browsers new elements that way: it makes elements still.
  return name.startsWith('document.createElement') && result.t !== 'elem' ? undefined : result;
}

/** A call of something that the unit does not define, or of a vendor's global. */
function callGlobal(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
  carries?: Carried,
): MValue {
  const at = placeOf(m.script, node);
  const [head = ''] = path;
  const defined = path.length === 1 ? (m.overrides.get(head) ?? m.global.cells.get(head)?.value) : undefined;
  const ignored = ignoredForm(m, head, defined);
  if (defined?.t === 'fn' && ignored) {
    recordIgnoredCall(m, head, defined, ignored, args, node);
    return muted(m, m.catalog.vendorGlobals.get(head), () => m.callFunction(defined, args, undefined, node));
  }
  if (path[path.length - 1] === 'push' && path.length === 2 && !m.catalog.vendorGlobals.has(head))
    recordPush(m, head, args, node);
  // A script of a framework's waits for its trigger: `useScriptName({ scriptOptions: { trigger } })`.
  const trigger = /^useScript[A-Z]/.test(path[path.length - 1] ?? '') ? scriptGuard(m, args[0], node) : ALWAYS;
  const record = (): Vendor | undefined => m.under(trigger, () => recordCall(m, path, args, 'call', node));
  const vendor = record();
  if (vendor && trigger !== ALWAYS)
    m.roots.push(
      rerun(
        m,
        say`runs in ${path.join('.')}()`,
        node,
        () => void m.under(scriptGuard(m, args[0], node), () => recordCall(m, path, args, 'call', node)),
      ),
    );
  notePresets(m, path, 'call', args);
  if (path.length === 2 && head === 'history' && /^(?:push|replace)State$/.test(path[1] ?? '')) m.moves ??= at;
  if (insertedByPlatform(m, path, args, node)) return unknownValue();
  const platform = platformRead(m, path, 'call', args, at);
  if (platform) {
    if (!args.some((arg) => arg.t === 'fn') || !registerPlatformCallback(m, path, args, node))
      runCallbacks(m, nameOf(global(path)), args, node, { topic: 'free' });
    return platform;
  }
  if (registerPlatformCallback(m, path, args, node)) return unknownValue();
  const own =
    m.overrides.get(path.join('.')) ?? (path.length === 1 ? m.global.cells.get(path[0] ?? '')?.value : undefined);
  if (own?.t === 'fn' && path.length > 1) {
    const result = callReplaced(m, path.join('.'), () =>
      muted(m, vendor, () => m.callFunction(own, args, undefined, vendor ? undefined : node)),
    );
    if (result) return result;
  } else if (own?.t === 'fn') {
    // The page's own stub of a vendor's function: it may load the library; its calls were recorded above.
    return muted(m, vendor, () => m.callFunction(own, args, undefined, vendor ? undefined : node));
  }
  if (own?.t === 'ite' && !vendor) return callValue(m, own, args, undefined, node);
  const builtin = callBuiltin(m, path, args, node);
  if (builtin) return builtin;
  const last = path[path.length - 1] ?? '';
  const of = global(path.slice(0, -1));
  if (listen(m, of, last, args, node) || (path.length > 1 && emit(m, of, last, args, node))) return of;
  if (vendor) {
    runCallbacks(m, path.join('.'), args, node, { topic: 'free' });
    return global([...path, '()'], at);
  }
  // A text in another form is that text.
  if (
    /^(?:to(?:Locale)?(?:Lower|Upper)Case|trim(?:Start|End)?|toString|valueOf|normalize)$/.test(last) &&
    path.length > 1
  ) {
    const text = platformGlobal(m, path.slice(0, -1), at);
    if (text.t === 'global' && !text.platform) return carrying(text, carries);
  }
  const listed = path.length > 1 ? callMethodOf(m, carrying(of, carries), last, args, node) : undefined;
  if (listed) return listed;
  const callee = carrying(global(path), carries);
  return callUnknown(m, path.join('.').replaceAll('.()', '()'), args, node, callee);
}

/** Runs a vendor's own stub: its calls were recorded where they were made. */
function muted(m: Machine, vendor: Vendor | undefined, run: () => MValue): MValue {
  const before = m.stub;
  m.stub = vendor ?? before;
  try {
    return run();
  } finally {
    m.stub = before;
  }
}

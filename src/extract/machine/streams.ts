/** Streams of values (RxJS): what stands between a source and those who subscribe to it. */
import { condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite } from './cases.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { nativeFunction, resolvedUnder } from './promises.ts';
import { effect, getterBox, rerun } from './reactive.ts';
import { asBox, box, isBox, sameValue } from './reactive-values.ts';
import { since } from './scope.ts';
import { placeOf } from './script-text.ts';
import { arr, type MValue, type Obj, obj, UNDEF, unknownValue } from './values.ts';

/** Hands on what the stream holds, under the conditions under which it holds anything. */
type Tell = (value: MValue) => void;
type Each = (tell: Tell) => void;

const STREAMS = new WeakMap<Obj, Each>();
/** What a source without a first value holds before anything was said to it. */
const NOTHING: MValue = unknownValue('');

/** Operators that let everything through, at once or later. */
const PASSING =
  /^(?:take|distinct|debounce|throttle|audit|sample|delay|share|catchError|retry|finalize|timeout|defaultIfEmpty)/;
/** Operators that let through what passes a test. */
const TESTING = /^(?:filter|first|find|(?:take|skip)While|last|single)$/;
/** Operators whose function gives another stream, or a promise. */
const FLATTENING = /^(?:switch|merge|concat|exhaust|flat)Map$/;

/** The result of a function of RxJS, or undefined. `path` begins with the module. */
export function callStreams(
  m: Machine,
  path: readonly string[],
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [head = '', name = ''] = path;
  if (path.length !== 2) return undefined;
  if (/^module:@angular\/core\/rxjs-interop$/.test(head)) return interop(m, name, args, node);
  if (!/^module:rxjs(?:\/operators)?$/.test(head)) return undefined;
  const [first] = args;
  switch (name) {
    case 'of':
      return stream((tell) => void args.forEach(tell));
    case 'merge':
      return args.some((arg) => eachOf(m, arg, node)) ? stream(all(m, args, node)) : undefined;
    case 'combineLatest':
    case 'zip':
    case 'forkJoin':
      return first?.t === 'arr' && first.items.some((item) => eachOf(m, item, node))
        ? stream(together(m, first.items, node))
        : undefined;
    case 'firstValueFrom':
    case 'lastValueFrom':
      return first && promised(m, first, node);
    case 'startWith':
      return operator(m, name, node, (each) => (tell) => {
        for (const arg of args) tell(arg);
        each(tell);
      });
    case 'withLatestFrom':
      return operator(
        m,
        name,
        node,
        (each) => (tell) => each((value) => together(m, [stream(once(value)), ...args], node)(tell)),
      );
    case 'skip':
      return operator(m, name, node, (each) => later(m, each));
    case 'map':
      return (
        first &&
        operator(m, name, node, (each) => (tell) => each((value) => tell(m.callValue(first, [value], undefined, node))))
      );
    case 'tap':
      return operator(
        m,
        name,
        node,
        (each) => (tell) =>
          each((value) => {
            const told = first?.t === 'obj' ? first.props.get('next') : first;
            if (told) m.callValue(told, [value], undefined, node);
            tell(value);
          }),
      );
    default:
  }
  if (FLATTENING.test(name) && first)
    return operator(
      m,
      name,
      node,
      (each) => (tell) =>
        each((value) => {
          const inner = m.callValue(first, [value], undefined, node);
          const of = eachOf(m, inner, node);
          if (of) of(tell);
          else tell(inner.t === 'promise' ? inner.value : unknownValue(name, [], placeOf(m.script, node)));
        }),
    );
  if (TESTING.test(name))
    return operator(
      m,
      name,
      node,
      (each) => (tell) =>
        each((value) => {
          if (!first || (first.t === 'lit' && !first.v)) tell(value);
          else m.under(m.test(m.callValue(first, [value], undefined, node), node), () => tell(value));
        }),
    );
  return PASSING.test(name) ? operator(m, name, node, (each) => each) : undefined;
}

/** `new BehaviorSubject(false)`, `new Subject()`, `new ReplaySubject(1)`; undefined for other classes. */
export function newStream(m: Machine, name: string, args: readonly MValue[]): MValue | undefined {
  if (name === 'module:rxjs.BehaviorSubject') return box(m, args[0] ?? UNDEF);
  return /^module:rxjs\.(?:Subject|ReplaySubject|AsyncSubject)$/.test(name) ? box(m, NOTHING) : undefined;
}

/** Methods of streams, and of the sources that can be read as one. */
export function callStream(
  m: Machine,
  of: Obj,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  if (key !== 'pipe' && key !== 'subscribe' && key !== 'asObservable') return undefined;
  const each = eachOf(m, of, node);
  if (!each) return undefined;
  if (key === 'asObservable') return of;
  if (key === 'pipe') return piped(m, of, args, node);
  const [first] = args;
  const listener = first?.t === 'obj' ? first.props.get('next') : first;
  const run = (): void => each((value) => void (listener && m.callValue(listener, [value], undefined, node)));
  effect(m, rerun(m, say`runs in ${key}()`, node, run));
  return unknownValue('subscription');
}

function piped(m: Machine, source: Obj, operators: readonly MValue[], node: ESTree.Node): MValue {
  let made: MValue = source;
  for (const one of operators) {
    const before = eachOf(m, made, node);
    if (!before) return made;
    const next: MValue = one.t === 'fn' ? m.callValue(one, [made], undefined, node) : UNDEF;
    if (eachOf(m, next, node)) made = next;
    else {
      // What an operator out of sight lets through is not known.
      const passes = condition('unresolved', 'pipe()', placeOf(m.script, node));
      made = stream((tell) => m.under(passes, () => before(() => tell(unknownValue('pipe()')))));
    }
  }
  return made;
}

function stream(each: Each): Obj {
  const made = asBox(obj());
  STREAMS.set(made, each);
  return made;
}

/** An operator is a function from one stream to the next, as sites write their own. */
function operator(m: Machine, name: string, node: ESTree.Node, make: (each: Each) => Each): MValue {
  return nativeFunction(m, name, ([source]) => {
    const each = source && eachOf(m, source, node);
    return each ? stream(make(each)) : UNDEF;
  });
}

/** How a value tells what it holds, if it is a stream or a source of one. */
function eachOf(m: Machine, of: MValue, node: ESTree.Node): Each | undefined {
  if (of.t === 'ite') {
    const yes = eachOf(m, of.yes, node);
    const no = eachOf(m, of.no, node);
    if (!yes || !no) return undefined;
    return (tell) => {
      m.under(of.guard, () => yes(tell));
      m.under(not(of.guard), () => no(tell));
    };
  }
  if (of.t === 'global' && /^module:rxjs\.(?:EMPTY|NEVER)$/.test(of.path.join('.'))) return () => {};
  if (!isBox(of)) return undefined;
  return STREAMS.get(of) ?? ((tell) => held(m, getMember(m, of, 'value', node), tell));
}

/** A source that holds something under some conditions only tells it under these. */
function held(m: Machine, value: MValue, tell: Tell): void {
  if (value === NOTHING) return;
  if (value.t !== 'ite' || !holdsNothing(value)) {
    tell(value);
    return;
  }
  m.under(value.guard, () => held(m, value.yes, tell));
  m.under(not(value.guard), () => held(m, value.no, tell));
}

function holdsNothing(value: MValue, depth = 0): boolean {
  if (value.t !== 'ite' || depth > 8) return value === NOTHING;
  return holdsNothing(value.yes, depth + 1) || holdsNothing(value.no, depth + 1);
}

function all(m: Machine, sources: readonly MValue[], node: ESTree.Node): Each {
  return (tell) => {
    for (const source of sources) eachOf(m, source, node)?.(tell);
  };
}

/** What several streams hold at the same time, as a list. */
function together(m: Machine, sources: readonly MValue[], node: ESTree.Node): Each {
  return (tell) => {
    const next = (index: number, values: readonly MValue[]): void => {
      const source = sources[index];
      if (!source) tell(arr([...values]));
      else (eachOf(m, source, node) ?? once(unknownValue('stream')))((value) => next(index + 1, [...values, value]));
    };
    next(0, []);
  };
}

function once(value: MValue): Each {
  return (tell) => tell(value);
}

/** What comes after the first value: that of a source in sight is what it began with. */
function later(m: Machine, each: Each): Each {
  let before: MValue | undefined;
  return (tell) =>
    each((value) => {
      before ??= value;
      if (sameValue(value, before)) return;
      if (value.t === 'ite' && sameValue(value.no, before)) m.under(value.guard, () => tell(value.yes));
      else tell(value);
    });
}

/** What a stream holds at this moment, and under which condition it holds anything. */
function now(m: Machine, each: Each, otherwise: MValue): { readonly value: MValue; readonly guard: Guard } {
  const { path } = m;
  let value = otherwise;
  let guard: Guard = NEVER;
  each((one) => {
    const when = since(m.path, path);
    value = ite(when, one, value);
    guard = or(guard, when);
  });
  return { value, guard };
}

/** `firstValueFrom(stream)` */
function promised(m: Machine, source: MValue, node: ESTree.Node): MValue | undefined {
  const each = eachOf(m, source, node);
  if (!each) return undefined;
  const { value, guard } = now(m, each, UNDEF);
  return resolvedUnder(m, guard, value);
}

/** Angular's bridges between signals and streams. */
function interop(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node): MValue | undefined {
  const [first, second] = args;
  const each = first && eachOf(m, first, node);
  if (name === 'takeUntilDestroyed') return operator(m, name, node, (one) => one);
  if (name === 'toObservable') return each && first;
  if (name !== 'toSignal' || !each) return undefined;
  const initial = (second?.t === 'obj' ? second.props.get('initialValue') : undefined) ?? UNDEF;
  return getterBox(m, () => now(m, each, initial).value);
}

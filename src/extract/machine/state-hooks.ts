/** Hooks that keep or read state beside `useState`: reducers, stores out of the framework, signals. */

import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { nativeFunction } from './promises.ts';
import { callReactive, effect, rerun } from './reactive.ts';
import { isBox } from './reactive-values.ts';
import { stateOf } from './render.ts';
import { arr, type Fn, type MValue, UNDEF } from './values.ts';
import { setMember } from './writes.ts';

/** The result of such a hook, or undefined. `name` is the last part of its path. */
export function callStateHook(
  m: Machine,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [first, second, third] = args;
  switch (name) {
    case 'useReducer':
      return first?.t === 'fn' ? reducer(m, first, initialOf(m, second, third, node), node) : undefined;
    case 'useSyncExternalStore':
      return second?.t === 'fn' ? m.callFunction(second, [], undefined, node) : undefined;
    case 'createSignal':
      return signal(m, first, node);
    case 'createEffect':
    case 'createRenderEffect':
      if (first)
        effect(
          m,
          rerun(m, say`runs in ${name}()`, node, () => void m.callValue(first, [], undefined, node)),
        );
      return UNDEF;
    default:
      return undefined;
  }
}

function initialOf(m: Machine, initial: MValue | undefined, make: MValue | undefined, node: ESTree.Node): MValue {
  const start = initial ?? UNDEF;
  return make?.t === 'fn' ? nativeFunction(m, 'initial', () => m.callFunction(make, [start], undefined, node)) : start;
}

/** `useReducer(reduce, initial)`: a state that is set to what the reducer makes of it. */
function reducer(m: Machine, reduce: Fn, initial: MValue, node: ESTree.Node): MValue {
  const state = stateOf(m, initial, node);
  if (state.t !== 'arr') return state;
  const [value = UNDEF, set] = state.items;
  const dispatch = nativeFunction(m, 'dispatch', ([action]) => {
    const next = nativeFunction(m, 'next', ([before]) =>
      m.callFunction(reduce, [before ?? UNDEF, action ?? UNDEF], undefined, node),
    );
    return set?.t === 'fn' ? m.callFunction(set, [next], undefined) : UNDEF;
  });
  return arr([value, dispatch]);
}

/** `createSignal(initial)`: a function that reads and one that sets. */
function signal(m: Machine, initial: MValue | undefined, node: ESTree.Node): MValue | undefined {
  const made = callReactive(m, 'ref', [initial ?? UNDEF], node);
  if (!isBox(made)) return undefined;
  const read = nativeFunction(m, 'signal', () => getMember(m, made, 'value', node));
  const set = nativeFunction(m, 'set', ([next]) => {
    const value = next?.t === 'fn' ? m.callFunction(next, [getMember(m, made, 'value', node)], undefined, node) : next;
    setMember(m, made, 'value', value ?? UNDEF, node);
    return UNDEF;
  });
  return arr([read, set]);
}

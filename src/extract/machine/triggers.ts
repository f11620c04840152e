/** Triggers: what the scripts of a framework's wait for. */
import { ALWAYS, condition, type Guard, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { topicOf } from './names.ts';
import { nativeFunction } from './promises.ts';
import { asBox, isBox } from './reactive-values.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { type MValue, nameOf, obj, stringOf } from './values.ts';

/** The condition under which a script of a framework's is loaded: `{ trigger }`, `{ scriptOptions: { trigger } }`. */
export function scriptGuard(m: Machine, options: MValue | undefined, node: ESTree.Node): Guard {
  if (options?.t !== 'obj') return ALWAYS;
  const inner = options.props.get('scriptOptions');
  const trigger = options.props.get('trigger') ?? (inner?.t === 'obj' ? inner.props.get('trigger') : undefined);
  return trigger ? triggerGuard(m, trigger, node) : ALWAYS;
}

/** The condition under which a trigger lets a script load. */
export function triggerGuard(m: Machine, trigger: MValue, node: ESTree.Node): Guard {
  const word = stringOf(trigger);
  // Words of time: the page is ready, idle, interacted with. Only `manual` waits for a call.
  if (word !== undefined) return word === 'manual' ? condition('named', 'load()', placeOf(m.script, node)) : ALWAYS;
  if (trigger.t === 'obj' && !isBox(trigger)) return ALWAYS;
  return holds(m, trigger, node);
}

/** The condition under which a reference, promise or answer says yes. */
function holds(m: Machine, value: MValue, node: ESTree.Node): Guard {
  if (isBox(value)) return truthy(getMember(m, value, 'value', node), placeOf(m.script, node));
  if (value.t === 'promise') {
    const { settled } = value.pending ?? { settled: undefined };
    if (!settled) return ALWAYS;
    return settled.length === 0
      ? condition('unresolved', 'a promise', placeOf(m.script, node))
      : or(...settled.map(({ path }) => path.all));
  }
  if (value.t === 'fn') {
    // A function that is handed what loads the script, or one that answers.
    return condition('named', nameOf(value) || 'trigger', placeOf(m.script, node));
  }
  const name = nameOf(value);
  return value.t === 'unknown' || value.t === 'global'
    ? condition(topicOf(name), name, placeOf(m.script, node))
    : truthy(value, placeOf(m.script, node));
}

/** `useScriptTriggerConsent({ consent })`: what is handed in decides, else the site's call of `accept()`. */
export function consentTrigger(m: Machine, options: MValue, node: ESTree.Node): MValue {
  const consent = options.t === 'obj' ? options.props.get('consent') : undefined;
  const made = asBox(obj());
  made.getters = new Map([
    [
      'value',
      nativeFunction(m, 'consent', () =>
        consent
          ? { t: 'bool', guard: holds(m, consent, node) }
          : { t: 'bool', guard: condition('consent', 'useScriptTriggerConsent()', placeOf(m.script, node)) },
      ),
    ],
  ]);
  return made;
}

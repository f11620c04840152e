/** When a value is truthy, and when it is there at all. */
import { ALWAYS, and, atom, condition, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { Location } from '../../text/location.ts';
import { namedAnswer } from '../templates/named-answer.ts';
import { leadsToAnswer } from './answer-paths.ts';
import { subjectOf } from './names.ts';
import { isAlwaysThere, isPrinted, type MValue, nameOf, type Stored } from './values.ts';

/** True where the value is there: the condition that `if (value)` puts in front of what follows. */
export function truthy(value: MValue, at?: Location): Guard {
  switch (value.t) {
    case 'lit':
      return value.v ? ALWAYS : NEVER;
    case 'obj':
    case 'arr':
    case 'keyed':
    case 'fn':
    case 'class':
    case 'promise':
    case 'typeof':
      return ALWAYS;
    case 'elem':
      return value.created || value.found ? ALWAYS : condition('free', value.selector, at);
    case 'bool':
      // A text is there whatever it says.
      return typeof value.granted === 'string' ? (value.decided ?? ALWAYS) : value.guard;
    case 'index':
      // -1 is truthy: a common mistake; position 0 is the only falsy one.
      return condition('free', 'position in a text', at);
    case 'stored':
      return storedPresent(value, at);
    case 'list':
      // A status that knows of nothing before a choice is there once one was made.
      return value.values && !Object.values(value.values).includes('ready')
        ? atom({ kind: 'decided', cmp: value.cmp.id }, at)
        : condition('free', value.cmp.name, at);
    case 'text': {
      if (value.parts.some((part) => typeof part === 'string' && part !== '')) return ALWAYS;
      return or(...value.parts.map((part) => (typeof part === 'string' ? NEVER : truthy(part, at))));
    }
    case 'ite':
      return choose(value.guard, truthy(value.yes, at), truthy(value.no, at));
    case 'global':
    case 'event':
    case 'method':
    case 'unknown': {
      const name = nameOf(value);
      if (value.t === 'event' && value.here && value.path.length === 0) return value.here;
      if (isAlwaysThere(value) || (value.t === 'event' && leadsToAnswer(value))) return ALWAYS;
      if (value.t === 'global' && value.platform)
        return condition(value.platform === 'there' ? 'free' : 'consent', name, at);
      if (isPrinted(value)) return namedAnswer(name, undefined, at ?? value.at);
      return condition(subjectOf(name), name, at);
    }
  }
}

/** `guard ? yes : no` as a condition, as short as it can be. */
export function choose(guard: Guard, yes: Guard, no: Guard): Guard {
  if (yes === no) return yes;
  if (no === NEVER) return and(guard, yes);
  if (yes === NEVER) return and(not(guard), no);
  if (yes === ALWAYS) return or(guard, no);
  if (no === ALWAYS) return or(not(guard), yes);
  return or(and(guard, yes), and(not(guard), no));
}

/** The condition under which a stored value is there. */
export function storedPresent(value: Stored, at?: Location): Guard {
  const place = at ?? value.at;
  if (value.member !== undefined) {
    const { store, key, member: text } = value;
    const there = atom({ kind: 'storage', store, key, test: 'contains', text }, place);
    return value.present ? and(value.present, there) : there;
  }
  if (value.present) return value.present;
  return atom({ kind: 'storage', store: value.store, key: value.key, test: 'present' }, place);
}

/** The condition under which a value is neither null nor undefined. */
export function defined(value: MValue, at?: Location): Guard {
  switch (value.t) {
    case 'lit':
      return value.v === null || value.v === undefined ? NEVER : ALWAYS;
    case 'stored': {
      // What a page keeps of a choice has all its members: `false` is there, too.
      const { member, ...record } = value;
      return member?.includes('.') ? storedPresent(value, at) : storedPresent(record, at);
    }
    case 'bool':
      return value.decided ?? ALWAYS;
    case 'ite':
      return or(and(value.guard, defined(value.yes, at)), and(not(value.guard), defined(value.no, at)));
    case 'event':
      return leadsToAnswer(value) ? ALWAYS : condition('free', nameOf(value), at);
    case 'global':
    case 'unknown':
      return condition('free', nameOf(value), at);
    default:
      return ALWAYS;
  }
}

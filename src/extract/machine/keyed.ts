/** `Map`, `Set` and their weak kin: entries that are there under conditions. */
import { ALWAYS, and, type Guard, NEVER, not, or } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { ite, mapCases } from './cases.ts';
import { equals } from './compare.ts';
import type { Machine } from './machine.ts';
import { lengthOf } from './members.ts';
import { partNamed } from './named-parts.ts';
import { since } from './scope.ts';
import { choose } from './truth.ts';
import { isUnseen, itemOf } from './unknown-lists.ts';
import { type Arr, arr, bool, type Keyed, type MValue, stringOf, UNDEF, unknownValue } from './values.ts';

const MAX_ENTRIES = 60;

/** `new Map(…)`, `new Set(…)`; what is made of a stored text is that text's content. */
export function newKeyed(m: Machine, kind: Keyed['kind'], from: MValue | undefined, node: ESTree.Node): MValue {
  if (from?.t === 'ite') {
    const { guard, yes, no } = from;
    return ite(guard, newKeyed(m, kind, yes, node), newKeyed(m, kind, no, node));
  }
  if (from?.t === 'stored' || from?.t === 'list') return from;
  const made: Keyed = { t: 'keyed', kind, entries: [], open: false };
  m.objectPaths.set(made, m.path);
  if (!from || (from.t === 'lit' && (from.v === null || from.v === undefined))) return made;
  const items = from.t === 'keyed' ? itemsOf(from) : from;
  if (kind === 'set' && isUnseen(m, items)) {
    const item = itemOf(items);
    made.entries.push({ key: item, value: item, here: ALWAYS });
  }
  if (items.t !== 'arr') {
    made.open = true;
    return made;
  }
  made.open = items.open;
  for (const [index, item] of items.items.slice(0, MAX_ENTRIES).entries()) {
    const here = items.when?.[index] ?? ALWAYS;
    if (kind === 'set') made.entries.push({ key: item, value: item, here });
    else if (item.t === 'arr') made.entries.push({ key: item.items[0] ?? UNDEF, value: item.items[1] ?? UNDEF, here });
    else made.open = true;
  }
  return made;
}

/** A field of a form by its name: what the script has put there, else what the visitor has. */
function fieldNamed(m: Machine, of: Keyed, key: MValue, node: ESTree.Node): MValue {
  const name = stringOf(key);
  const known = of.entries.find((entry) => name !== undefined && stringOf(entry.key) === name);
  if (known) return ite(known.here, known.value, UNDEF);
  const { form } = of;
  return (form && name !== undefined ? partNamed(m, form, name, `${form.name}.get()`, node) : form) ?? UNDEF;
}

/** What iterating gives: the values of a set, the pairs of a map. */
export function itemsOf(of: Keyed): Arr {
  return arr(
    of.entries.map(({ key, value }) => (of.kind === 'set' ? value : arr([key, value]))),
    { open: of.open, ...whenOf(of) },
  );
}

function whenOf(of: Keyed): { when?: readonly Guard[] } {
  return of.entries.every(({ here }) => here === ALWAYS) ? {} : { when: of.entries.map(({ here }) => here) };
}

/** How many entries there are. */
export function sizeOf(of: Keyed): MValue {
  return of.open || of.form ? unknownValue('size') : lengthOf(itemsOf(of));
}

export function keyedMethod(
  m: Machine,
  of: Keyed,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [key = UNDEF, second = UNDEF] = args;
  switch (name) {
    case 'append':
    case 'set':
      put(m, of, key, second, node);
      return of;
    case 'add':
      put(m, of, key, key, node);
      return of;
    case 'getAll':
    case 'get': {
      if (of.form) return fieldNamed(m, of, key, node);
      let found: MValue = of.open ? unknownValue('entry') : UNDEF;
      for (const entry of of.entries) found = ite(and(entry.here, equals(m, entry.key, key, node)), entry.value, found);
      return found;
    }
    case 'has': {
      if (of.form) {
        const field = fieldNamed(m, of, key, node);
        // That something is there is no more than yes or no.
        return field.t === 'unknown' ? unknownValue(`${of.form.name}.has()`) : field;
      }
      const there = or(...of.entries.map((entry) => and(entry.here, equals(m, entry.key, key, node))));
      return of.open && there === NEVER ? unknownValue('entry') : bool(there);
    }
    case 'delete':
      for (const entry of of.entries) {
        const gone = and(conditionHere(m, of), equals(m, entry.key, key, node));
        entry.here = and(entry.here, not(gone));
      }
      return unknownValue('entry');
    case 'clear':
      for (const entry of of.entries) entry.here = and(entry.here, not(conditionHere(m, of)));
      return UNDEF;
    case 'forEach':
      for (const entry of [...of.entries])
        m.under(entry.here, () => m.callValue(key, [entry.value, entry.key, of], undefined, node));
      return UNDEF;
    case 'keys':
    case 'values':
      return arr(
        of.entries.map((entry) => (name === 'keys' ? entry.key : entry.value)),
        { open: of.open, ...whenOf(of) },
      );
    case 'entries':
      return arr(
        of.entries.map((entry) => arr([entry.key, entry.value])),
        { open: of.open, ...whenOf(of) },
      );
    case 'toString':
      return of.sent ? of : undefined;
    default:
      return undefined;
  }
}

function conditionHere(m: Machine, of: Keyed): Guard {
  const made = m.objectPaths.get(of);
  return made ? since(m.path, made) : ALWAYS;
}

function put(m: Machine, of: Keyed, key: MValue, value: MValue, node: ESTree.Node): void {
  const when = conditionHere(m, of);
  mapCases(key, (one) => {
    for (const entry of of.entries) {
      if (equals(m, entry.key, one, node) !== ALWAYS) continue;
      entry.value = entry.here === NEVER ? value : ite(when, value, entry.value);
      entry.here = choose(when, ALWAYS, entry.here);
      return one;
    }
    if (of.entries.length < MAX_ENTRIES) of.entries.push({ key: one, value, here: when });
    else of.open = true;
    return one;
  });
}

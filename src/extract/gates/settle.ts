/** Puts declared gates in the place of what they are made of: tests of stored values, and terms that stand together. */
import { type Atom, and, type Guard, not, or } from '../../model/guard.ts';
import type { ExtractedUnit } from '../extracted.ts';
import { granting, type SiteGates } from './site-gates.ts';

/** A text that says no. */
const REFUSING =
  /^(?:false|0|no|n|off|none|denied|deny|declined?|rejected?|refused?|disabled|opt(?:ed)?-?out|necessary|essential|dismiss(?:ed)?)$/i;

type Stored = Extract<Atom, { kind: 'storage' }>;

/** The unit with the site's gates in its conditions. */
export function settled(unit: ExtractedUnit, gates: SiteGates): ExtractedUnit {
  const { hints, unknownScripts, writes } = unit;
  const known = new WeakMap<Guard, Guard>();
  const read = <T extends { readonly guard: Guard }>(fact: T): T => {
    const guard = settle(fact.guard, gates, known);
    return guard === fact.guard ? fact : { ...fact, guard };
  };
  return {
    ...unit,
    activities: unit.activities.map(read),
    ...(hints && { hints: hints.map(read) }),
    ...(unknownScripts && { unknownScripts: unknownScripts.map(read) }),
    ...(writes && { writes: writes.map(read) }),
  };
}

function settle(guard: Guard, gates: SiteGates, known: WeakMap<Guard, Guard>): Guard {
  if (guard.op === 'const') return guard;
  const before = known.get(guard);
  if (before) return before;
  const made = changed(guard, gates, known);
  known.set(guard, made);
  return made;
}

function changed(guard: Exclude<Guard, { op: 'const' }>, gates: SiteGates, known: WeakMap<Guard, Guard>): Guard {
  if (guard.op === 'atom') {
    const { atom, location } = guard;
    if (atom.kind !== 'storage') return guard;
    const gate = gates.stored.find(({ asks }) => asksFor(asks, atom));
    return gate ? granting(gate, location) : guard;
  }
  if (guard.op === 'not') {
    const inner = settle(guard.of, gates, known);
    return inner === guard.of ? guard : not(inner);
  }
  const parts = guard.op === 'and' ? together(guard.of, gates) : guard.of;
  const inner = parts.map((one) => settle(one, gates, known));
  if (parts === guard.of && inner.every((one, index) => one === guard.of[index])) return guard;
  return guard.op === 'and' ? and(...inner) : or(...inner);
}

/** The operands with the gate in the place of all its terms. */
function together(operands: readonly Guard[], gates: SiteGates): readonly Guard[] {
  let left = operands;
  for (const operand of operands) {
    const gate = partOf(operand, gates)?.gate;
    if (gate?.asks.kind !== 'expression' || !left.includes(operand)) continue;
    const { all } = gate.asks;
    const found = all.map((term, index) =>
      left.find((one) => {
        const part = partOf(one, gates);
        return part?.gate === gate && part.index === index && (one.op === 'not') === term.negated;
      }),
    );
    if (found.includes(undefined)) continue;
    const first = found[0];
    const location = first?.op === 'not' ? first.of : first;
    const guard = granting(gate, location?.op === 'atom' ? location.location : undefined);
    left = [...left.filter((one) => !found.includes(one)), guard];
  }
  return left;
}

function partOf(guard: Guard, gates: SiteGates): ReturnType<SiteGates['parts']['get']> {
  return gates.parts.get(guard.op === 'not' ? guard.of : guard);
}

/** Whether a test of a stored value asks what a gate declares. */
function asksFor(gate: SiteGates['stored'][number]['asks'], atom: Stored): boolean {
  if (atom.store !== 'unknown' && (atom.store === 'cookie') !== (gate.store === 'cookie')) return false;
  if (
    atom.key === undefined ||
    !(gate.key.endsWith('*') ? atom.key.startsWith(gate.key.slice(0, -1)) : atom.key === gate.key)
  )
    return false;
  const text = plain(atom.text);
  const { path, value } = gate;
  if (text === undefined) return path === undefined && value === undefined && atom.test === 'present';
  if (path === undefined) return value === undefined ? !REFUSING.test(text) : text === plain(value);
  const member = plain(path);
  if (value !== undefined) return text === `${member}:${plain(value)}`;
  return text === member || (text.startsWith(`${member}:`) && !REFUSING.test(text.slice(`${member}:`.length)));
}

/** A text of a JSON without its quotes: `"ads": true`, `ads=true` and `ads true` are `ads:true`. */
function plain(text: string | undefined): string | undefined {
  return text
    ?.replace(/["'{}]/g, '')
    .trim()
    .replace(/\s*[:=]\s*|\s+/g, ':')
    .toLowerCase();
}

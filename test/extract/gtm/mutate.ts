/** Containers with wrong values in them. */
import fc from 'fast-check';

type Container = Record<string, unknown> | unknown[];

/** Every object and list in a value. */
function containers(value: unknown, found: Container[] = []): Container[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value as Container);
  for (const inner of Object.values(value)) containers(inner, found);
  return found;
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    '{{',
    '{{V}}',
    '{{Id}}',
    '{{{{V}}}}',
    '__proto__',
    'constructor',
    '2147479553',
    [],
    {},
    [[]],
    [null],
    { value: [] },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A document with other values, or none, at the places that the picks say. */
export function mutate(text: string, picks: readonly (readonly [number, number, unknown])[], indent = 0): string {
  const value: unknown = JSON.parse(text);
  for (const [which, where, given] of picks) {
    // A copy: the generator's own values must not be tied into circles.
    const replacement = structuredClone(given);
    const all = containers(value);
    const target = all[which % Math.max(1, all.length)];
    if (target === undefined) continue;
    if (Array.isArray(target)) {
      const index = where % (target.length + 1);
      if (where % 3 === 0) target.splice(index, 1);
      else target[index] = replacement;
    } else {
      const keys = Object.keys(target);
      const key = keys[where % Math.max(1, keys.length)] ?? 'key';
      if (where % 3 === 0) delete target[key];
      else target[key] = replacement;
    }
  }
  return JSON.stringify(value, null, indent);
}

/** Which object or list, which of its entries, and what comes into its place. */
export const picks = fc.array(fc.tuple(fc.nat(), fc.nat(), junk), { minLength: 1, maxLength: 12 });

/** Values that components watch: references, stores, reactive objects. */
import { sameGuard } from './atoms.ts';
import type { Machine } from './machine.ts';
import { Cell, type Path } from './scope.ts';
import { lit, type MValue, type Obj, obj } from './values.ts';

const BOXES = new WeakSet<Obj>();
const OBSERVED = new WeakSet<Obj>();

/** An object whose member `value` is what it stands for (`ref(false)`, a store). */
export function box(m: Machine, value: MValue): Obj {
  const made = obj();
  made.props.set('value', value);
  m.objectPaths.set(made, m.path);
  return asBox(made);
}

export function asBox(made: Obj): Obj {
  BOXES.add(made);
  OBSERVED.add(made);
  return made;
}

export function isBox(value: MValue | undefined): value is Obj {
  return value?.t === 'obj' && BOXES.has(value);
}

/** An object whose members are shown. */
export function observe(made: Obj): Obj {
  OBSERVED.add(made);
  return made;
}

export function isObserved(made: Obj): boolean {
  return OBSERVED.has(made);
}

/** Whether a value says the same as another, as far as what is rendered depends on it. */
export function sameValue(left: MValue, right: MValue, depth = 0): boolean {
  if (left === right) return true;
  if (left.t !== right.t || depth > 8) return false;
  switch (left.t) {
    case 'lit':
      return right.t === 'lit' && left.v === right.v;
    case 'ite':
      return (
        right.t === 'ite' &&
        sameGuard(left.guard, right.guard) &&
        sameValue(left.yes, right.yes, depth + 1) &&
        sameValue(left.no, right.no, depth + 1)
      );
    case 'bool':
      return right.t === 'bool' && sameGuard(left.guard, right.guard);
    case 'stored':
      return (
        right.t === 'stored' && left.key === right.key && left.store === right.store && left.member === right.member
      );
    case 'unknown':
      return right.t === 'unknown' && left.name === right.name;
    case 'global':
      return right.t === 'global' && left.path.join('.') === right.path.join('.');
    case 'fn':
      return right.t === 'fn' && left.node === right.node;
    case 'obj':
      if (right.t !== 'obj' || left.props.size !== right.props.size) return false;
      for (const [key, value] of left.props) {
        const other = right.props.get(key);
        if (!other || !sameValue(value, other, depth + 1)) return false;
      }
      return true;
    case 'arr':
      return (
        right.t === 'arr' &&
        left.items.length === right.items.length &&
        left.items.every((item, index) => sameValue(item, right.items[index] ?? lit(undefined), depth + 1))
      );
    default:
      return true;
  }
}

/** A name that stands for a member of an object (`consent` in a template for `consent.value`). */
export class MemberCell extends Cell {
  readonly #read: () => MValue;
  readonly #write: (value: MValue) => void;

  constructor(path: Path, read: () => MValue, write: (value: MValue) => void) {
    super(lit(undefined), path);
    this.#read = read;
    this.#write = write;
    this.value = read();
  }

  override read(): MValue {
    return this.#read();
  }

  override write(value: MValue): void {
    this.#write(value);
  }
}

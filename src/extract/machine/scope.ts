import { ALWAYS, and, condition, type Guard, givenThat } from '../../model/guard.ts';
import { sameGuard } from './atoms.ts';
import { ite } from './cases.ts';
import type { Cls, MValue } from './values.ts';

/** The conditions under which the machine is where it is, as a chain shared between branches. */
export interface Path {
  readonly parent: Path | undefined;
  readonly guard: Guard;
  readonly depth: number;
  /** All conditions up to here. */
  readonly all: Guard;
}

export const ROOT: Path = { parent: undefined, guard: ALWAYS, depth: 0, all: ALWAYS };

export function enter(path: Path, guard: Guard): Path {
  if (guard.op === 'const' && guard.value) return path;
  // The same condition, met again further on (a function that calls itself, a handler of a handler).
  for (let at: Path | undefined = path, steps = 0; at && steps < 40; at = at.parent, steps++) {
    if (at.guard !== ALWAYS && sameGuard(at.guard, guard)) return path;
  }
  return new Link(path, guard);
}

/** All conditions together are asked for at few places of a path: they are put together where they are. */
class Link implements Path {
  readonly parent: Path;
  readonly guard: Guard;
  readonly depth: number;
  #all: Guard | undefined;

  constructor(parent: Path, guard: Guard) {
    this.parent = parent;
    this.guard = guard;
    this.depth = parent.depth + 1;
  }

  get all(): Guard {
    this.#all ??= and(this.parent.all, this.guard);
    return this.#all;
  }
}

const MAX_SINCE = 24;

/** The conditions of `path` that do not already hold at `from`. */
export function since(path: Path, from: Path): Guard {
  let here: Path | undefined = path;
  let there: Path | undefined = from;
  const guards: Guard[] = [];
  while (here && here !== there) {
    // A guard holds no more than this; the rest is replaced.
    if (guards.length >= MAX_SINCE) {
      guards.push(condition('unresolved', 'too many conditions'));
      break;
    }
    if (there && there.depth > here.depth) there = there.parent;
    else if (there && there.depth === here.depth) {
      guards.push(here.guard);
      here = here.parent;
      there = there.parent;
    } else {
      guards.push(here.guard);
      here = here.parent;
    }
  }
  return and(...guards.reverse());
}

/** A value with alternatives, without those that the conditions of a path rule out. */
export function narrowed(value: MValue, path: Path): MValue {
  let here = value;
  while (here.t === 'ite') {
    const holds = givenThat(path.all, here.guard);
    if (holds === undefined) return here;
    here = holds ? here.yes : here.no;
  }
  return here;
}

/** A variable. What is written under a condition keeps the old value as the alternative. */
export class Cell {
  value: MValue;
  /** Where it was declared: conditions that held there hold for every use of it. */
  readonly path: Path;
  /** A component shows it: what is rendered changes with it. */
  watched = false;

  constructor(value: MValue, path: Path) {
    this.value = value;
    this.path = path;
  }

  /** The value where the conditions of `path` hold. */
  read(path: Path): MValue {
    return narrowed(this.value, path);
  }

  write(value: MValue, path: Path): void {
    this.value = ite(since(path, this.path), value, this.value);
  }
}

export class Scope {
  readonly parent: Scope | undefined;
  readonly cells = new Map<string, Cell>();
  /** Function scopes hold `var` declarations. */
  readonly isFunction: boolean;
  self: MValue | undefined;
  /** The class whose members stand in this scope. */
  home: Cls | undefined;

  constructor(parent: Scope | undefined, isFunction: boolean) {
    this.parent = parent;
    this.isFunction = isFunction;
  }

  find(name: string): Cell | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const cell = scope.own(name);
      if (cell) return cell;
    }
    return undefined;
  }

  /** The variable of that name in this scope alone. */
  own(name: string): Cell | undefined {
    return this.cells.get(name);
  }

  get functionScope(): Scope {
    let scope: Scope = this;
    while (!scope.isFunction && scope.parent) scope = scope.parent;
    return scope;
  }

  get thisValue(): MValue | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) if (scope.self) return scope.self;
    return undefined;
  }

  get homeClass(): Cls | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) if (scope.home) return scope.home;
    return undefined;
  }

  declare(name: string, value: MValue, path: Path): Cell {
    const cell = new Cell(value, path);
    this.cells.set(name, cell);
    return cell;
  }
}

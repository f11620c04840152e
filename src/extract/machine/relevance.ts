/**
 * Which functions can lead to a vendor at all. Functions that nothing calls are evaluated for what they would send; in an
 * application most of them have nothing to do with tags, and evaluating them would take longer than everything else.
 */
import type { Machine } from './machine.ts';
import type { Fn, MValue } from './values.ts';

const IDENTIFIER = /[A-Za-z_$][\w$]*/g;
/** Longer functions are evaluated without a look at their names. */
const MAX_TEXT = 60_000;
const MAX_DEPTH = 4;
const MAX_PROPERTIES = 60;

export class Relevance {
  readonly #machine: Machine;
  readonly #interest: RegExp;
  readonly #known = new Map<object, boolean>();

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#interest = machine.catalog.interest;
  }

  /** False only where neither the function's text nor anything that its names stand for speaks of a vendor. */
  isRelevant(fn: Fn): boolean {
    const known = this.#known.get(fn.node);
    if (known !== undefined) return known;
    // A function that refers to itself adds nothing to what the rest of it tells.
    this.#known.set(fn.node, false);
    const [start, end] = fn.node.range ?? [0, 0];
    const relevant = this.#text(fn.script.masked.slice(start, end), fn);
    this.#known.set(fn.node, relevant);
    return relevant;
  }

  #text(text: string, at: Pick<Fn, 'scope' | 'self'>): boolean {
    if (text.length > MAX_TEXT || this.#interest.test(text)) return true;
    const { vendorGlobals } = this.#machine.catalog;
    for (const name of new Set(text.match(IDENTIFIER))) {
      if (vendorGlobals.has(name) || name === 'dataLayer') return true;
      const value = name === 'this' ? (at.self ?? at.scope.self) : at.scope.find(name)?.value;
      if (value && this.#value(value, 0)) return true;
    }
    return false;
  }

  #value(value: MValue, depth: number): boolean {
    switch (value.t) {
      case 'fn':
        return this.isRelevant(value) || this.#all(value.props.values(), value, depth);
      case 'class': {
        const known = this.#known.get(value.node);
        if (known !== undefined) return known;
        this.#known.set(value.node, false);
        const [start, end] = value.node.range ?? [0, 0];
        const text = value.script.masked.slice(start, end);
        const relevant = this.#text(text, { scope: value.scope, self: undefined });
        this.#known.set(value.node, relevant);
        return relevant;
      }
      case 'global':
        return this.#interest.test(`${value.path.join('.')}(`) || this.#interest.test(`'${value.path[0] ?? ''}'`);
      case 'lit':
        return typeof value.v === 'string' && this.#interest.test(value.v);
      case 'obj':
        return this.#all([...value.props.values(), ...value.rest], value, depth);
      case 'arr':
        return this.#all(value.items, value, depth);
      case 'ite':
        return this.#value(value.yes, depth) || this.#value(value.no, depth);
      case 'text':
        return value.parts.some((part) =>
          typeof part === 'string' ? this.#interest.test(part) : this.#value(part, depth),
        );
      default:
        return false;
    }
  }

  /** Whether any part of a value is relevant; what is too deep or too large to look through may be. */
  #all(parts: Iterable<MValue>, whole: object, depth: number): boolean {
    const known = this.#known.get(whole);
    if (known !== undefined && !('node' in whole)) return known;
    if (depth >= MAX_DEPTH) return true;
    if (!('node' in whole)) this.#known.set(whole, false);
    let count = 0;
    let relevant = false;
    for (const part of parts) {
      relevant = ++count > MAX_PROPERTIES || this.#value(part, depth + 1);
      if (relevant) break;
    }
    if (!('node' in whole)) this.#known.set(whole, relevant);
    return relevant;
  }
}

/**
 * Which functions can lead to a vendor at all. Functions that nothing calls are evaluated for what they would send, and handlers for
 * what they do when something happens; in an application or a library most of them have nothing to do with tags, and
 * evaluating them would take longer than everything else.
 */
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { speaksOfChoice } from './names.ts';
import { mayPushTellingData } from './pushed-data.ts';
import type { Scope } from './scope.ts';
import type { ScriptText } from './script-text.ts';
import type { Arr, Cls, Fn, MValue, Obj } from './values.ts';

const IDENTIFIER = /[A-Za-z_$][\w$]*/g;
/** Longer functions are evaluated without a look at their names. */
const MAX_TEXT = 200_000;
/** Alternatives of a value that are looked through. */
const MAX_NESTED = 200;
/** Functions and objects that are looked at; beyond them all may be relevant. */
const MAX_NODES = 20_000;

/** Addresses, and the words of those who set or ask what a tag asks. */
const LEADS_ON = /https?:|['"]\/\/|\bscript\b|storage|cookie|track|pixel|analytics/i;

/** What stands for a function or class (its text: closures of one text are one), for an object or list, and for what is set on a function. */
type Key = ESTree.Node | Obj | Arr | Fn['props'];

interface Code {
  readonly node: ESTree.Node;
  readonly script: ScriptText;
  readonly scope: Scope;
  readonly self: MValue | undefined;
}

/**
 * The functions and objects of a unit, each with what its names stand for. What speaks of a vendor is relevant, and with it all that
 * refers to it, round in circles too.
 */
export class Relevance {
  readonly #machine: Machine;
  readonly #speaks: (text: string) => boolean;
  readonly #seen = new Set<Key>();
  readonly #relevant = new Set<Key>();
  readonly #referrers = new Map<Key, Key[]>();
  readonly #waiting: (() => void)[] = [];
  /** Where the closures of a text were made. */
  readonly #scopes = new Map<ESTree.Node, Set<Scope>>();

  /** @param widely what stores, loads or asks for a choice counts as well: others may go by it */
  constructor(machine: Machine, widely = false) {
    this.#machine = machine;
    const { interest } = machine.catalog;
    this.#speaks = (text) =>
      interest.test(text) || mayPushTellingData(text) || (widely && (LEADS_ON.test(text) || speaksOfChoice(text)));
  }

  /** False only where neither the function's text nor anything that its names stand for speaks of a vendor. */
  isRelevant(fn: Fn): boolean {
    const { node, scope } = fn;
    if (fn.native || this.#seen.size > MAX_NODES) return true;
    const scopes = this.#scopes.get(node) ?? new Set();
    this.#scopes.set(node, scopes);
    if (!scopes.has(scope)) {
      scopes.add(scope);
      // Another closure of a text that was looked at: its names stand for something else.
      if (this.#seen.has(node)) this.#code(node, fn);
      else this.#visit(node, () => this.#code(node, fn));
    }
    for (const value of fn.bound ?? []) this.#refer(node, value);
    while (this.#waiting.length > 0) this.#waiting.pop()?.();
    return this.#relevant.has(node);
  }

  /** Whether a statement speaks of a vendor, or names something that does. */
  leads(node: ESTree.Node, script: ScriptText, scope: Scope): boolean {
    if (this.#seen.size > MAX_NODES) return true;
    this.#visit(node, () => this.#code(node, { node, script, scope, self: undefined }));
    while (this.#waiting.length > 0) this.#waiting.pop()?.();
    return this.#relevant.has(node);
  }

  /** Whether a function's own text speaks of a vendor. */
  speaks({ node, script }: Fn): boolean {
    const [start, end] = node.range ?? [0, 0];
    return this.#speaks(script.masked.slice(start, end));
  }

  /** Looks at something once; what it refers to is looked at later, so that nothing is nested deeply. */
  #visit(key: Key, look: () => void): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#seen.size > MAX_NODES) this.#mark(key);
    else this.#waiting.push(look);
  }

  #mark(key: Key): void {
    const marked = [key];
    for (let at = marked.pop(); at; at = marked.pop()) {
      if (this.#relevant.has(at)) continue;
      this.#relevant.add(at);
      marked.push(...(this.#referrers.get(at) ?? []));
    }
  }

  #code(key: Key, code: Code | Fn | Cls): void {
    const { node, script, scope } = code;
    const self = 'self' in code ? code.self : undefined;
    const [start, end] = node.range ?? [0, 0];
    const text = script.masked.slice(start, end);
    if (text.length > MAX_TEXT || this.#speaks(text)) {
      this.#mark(key);
      return;
    }
    const { vendorGlobals } = this.#machine.catalog;
    for (const name of new Set(text.match(IDENTIFIER))) {
      if (vendorGlobals.has(name) || name === 'dataLayer') {
        this.#mark(key);
        return;
      }
      const value = name === 'this' ? (self ?? scope.self) : scope.find(name)?.value;
      if (value) this.#refer(key, value);
    }
  }

  /** Notes that `from` refers to a value. */
  #refer(from: Key, value: MValue): void {
    const values = [value];
    for (let count = 0; values.length > 0; count++) {
      const at = values.pop();
      if (!at) break;
      if (count > MAX_NESTED) {
        this.#mark(from);
        return;
      }
      switch (at.t) {
        case 'fn':
          this.#link(from, at.node, () => this.#code(at.node, at));
          if (at.props.size > 0) this.#link(at.node, at.props, () => this.#all(at.props, at.props.values()));
          break;
        case 'class':
          this.#link(from, at.node, () => this.#code(at.node, at));
          break;
        case 'obj':
          this.#link(from, at, () => {
            this.#all(at, at.props.values());
            this.#all(at, at.rest);
          });
          break;
        case 'arr':
          this.#link(from, at, () => this.#all(at, at.items));
          break;
        case 'ite':
          values.push(at.yes, at.no);
          break;
        case 'text':
          for (const part of at.parts) {
            if (typeof part !== 'string') values.push(part);
            else if (this.#speaks(part)) this.#mark(from);
          }
          break;
        case 'global':
          if (this.#speaks(`${at.path.join('.')}(`) || this.#speaks(`'${at.path[0] ?? ''}'`)) this.#mark(from);
          break;
        case 'lit':
          if (typeof at.v === 'string' && this.#speaks(at.v)) this.#mark(from);
          break;
        default:
      }
    }
  }

  #all(from: Key, values: Iterable<MValue>): void {
    for (const value of values) this.#refer(from, value);
  }

  #link(from: Key, to: Key, look: () => void): void {
    if (from === to) return;
    if (this.#relevant.has(to)) this.#mark(from);
    else {
      const known = this.#referrers.get(to);
      if (known) known.push(from);
      else this.#referrers.set(to, [from]);
    }
    this.#visit(to, look);
  }
}

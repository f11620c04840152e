/** The gates that a site declares, as the readers of scripts, templates, markup and containers ask for them. */
import { and, atom, condition, type Guard, not } from '../../model/guard.ts';
import { type GateQuestion, type GateTerm, SITE, type SiteGate } from '../../model/site-gate.ts';
import type { Location } from '../../text/location.ts';
import { topicOf } from '../machine/names.ts';
import { componentName, termOf } from './read.ts';
import { gateText } from './text.ts';

/** Attributes that hold the address of parked markup. */
const SRC_ATTRIBUTES = ['data-src', 'data-consent-src', 'data-lazy-src', 'data-url', 'data-href'];

/** An attribute of the site's own on an element. */
export interface MarkedElement {
  readonly guard: Guard;
  /** `data-consent="marketing"`. */
  readonly subject: string;
  /** The attribute with the parked address. */
  readonly srcAttribute?: string;
}

/** A condition that is one of several terms of a gate. */
export interface GatePart {
  readonly gate: SiteGate;
  readonly index: number;
}

type Asking<Kind extends GateQuestion['kind']> = SiteGate & { readonly asks: Extract<GateQuestion, { kind: Kind }> };

export class SiteGates {
  /** Length of the longest text that can be a gate, as it is written somewhere. */
  readonly longest: number;
  readonly stored: readonly Asking<'stored'>[];
  readonly parts = new WeakMap<Guard, GatePart>();
  readonly #terms = new Map<string, { readonly term: GateTerm; readonly gate: Asking<'expression'> }[]>();
  readonly #events = new Map<string, Asking<'event'>[]>();
  readonly #callbacks = new Map<string, SiteGate[]>();
  readonly #attributes: readonly Asking<'attribute'>[];
  readonly #components: readonly Asking<'component'>[];

  constructor(gates: readonly SiteGate[]) {
    this.stored = gates.filter((gate) => isAsking(gate, 'stored'));
    this.#attributes = gates.filter((gate) => isAsking(gate, 'attribute'));
    this.#components = gates.filter((gate) => isAsking(gate, 'component'));
    let longest = 0;
    for (const gate of gates) {
      if (isAsking(gate, 'expression')) {
        for (const term of gate.asks.all) {
          push(this.#terms, keyOf(term.subject, term.value), { term, gate });
          longest = Math.max(longest, term.subject.length + (term.value?.length ?? 0));
        }
      } else if (isAsking(gate, 'event')) push(this.#events, gate.asks.name, gate);
      else if (gate.asks.kind === 'callback') push(this.#callbacks, gate.asks.call, gate);
    }
    // Room for spaces, `window.` and other ways to write the same.
    this.longest = longest === 0 ? 0 : longest * 2 + 40;
  }

  /** True where functions that take a callback are declared. */
  get hasCallbacks(): boolean {
    return this.#callbacks.size > 0;
  }

  /**
   * The condition that an expression is positive, or has the value with which it is compared; undefined where it is no gate.
   * One of several terms is a condition of its own until all are met (`settled`).
   */
  test(subject: string, value: string | undefined, at: Location | undefined): Guard | undefined {
    if (subject.length > this.longest) return undefined;
    const asked = termOf(subject, value, false);
    const found = this.#terms.get(keyOf(asked.subject, asked.value));
    const entry = found?.find(({ gate }) => gate.asks.all.length === 1) ?? found?.[0];
    if (!entry) return undefined;
    const { term, gate } = entry;
    let guard: Guard;
    if (gate.asks.all.length === 1) {
      const granted = granting(gate, at);
      guard = term.negated ? not(granted) : granted;
    } else {
      guard = condition(topicOf(subject), subject, at);
      this.parts.set(guard, { gate, index: gate.asks.all.indexOf(term) });
    }
    return asked.negated ? not(guard) : guard;
  }

  /** The condition of a comparison with a text: with the declared one, or with a word for yes or no. */
  compared(subject: string, value: string, isNegative: boolean, at: Location | undefined): Guard | undefined {
    const exact = this.test(subject, value, at);
    if (exact) return exact;
    const plain = /^(?:1|yes|granted|0|no|denied)$/i.test(value) ? this.test(subject, undefined, at) : undefined;
    return plain && isNegative ? not(plain) : plain;
  }

  /** The condition that the handler of an event runs under. */
  event(name: string, at: Location | undefined): Guard | undefined {
    const known = this.#events.get(name) ?? this.#events.get(name.split('.')[0] ?? '');
    const all = known?.filter(({ asks }) => asks.path === undefined) ?? [];
    return all.length === 0 ? undefined : and(...all.map((gate) => granting(gate, at)));
  }

  /** Names of the declared events. */
  get events(): readonly string[] {
    return [...this.#events].flatMap(([name, all]) => (all.some(({ asks }) => asks.path === undefined) ? [name] : []));
  }

  /** True where members of an event are declared. */
  hasMembers(event: string): boolean {
    return this.#events.get(event)?.some(({ asks }) => asks.path !== undefined) === true;
  }

  /** What a member of an event says, and the value with which it is positive. */
  member(
    event: string,
    path: readonly string[],
    at: Location | undefined,
  ): { readonly guard: Guard; readonly value?: string } | undefined {
    const wanted = path.join('.');
    const gate = this.#events.get(event)?.find(({ asks }) => asks.path === wanted);
    if (!gate) return undefined;
    const { value } = gate.asks;
    return { guard: granting(gate, at), ...(value === undefined ? {} : { value }) };
  }

  /** The condition under which a function runs its callback; `call` is the call without the callback. */
  callback(call: string, at: Location | undefined): Guard | undefined {
    const found = this.#callbacks.get(gateText(call));
    return found && and(...found.map((gate) => granting(gate, at)));
  }

  /** The condition under which a component renders what stands in it; `words` tells the texts of a property. */
  component(
    name: string,
    words: (property: string) => readonly string[] | undefined,
    at: Location | undefined,
  ): Guard | undefined {
    if (this.#components.length === 0) return undefined;
    const wanted = componentName(name);
    const found = this.#components.filter(
      ({ asks }) =>
        asks.name === wanted &&
        Object.entries(asks.props).every(([key, value]) => {
          const given = words(key);
          return given !== undefined && (value === '' || given.includes(value));
        }),
    );
    return found.length === 0 ? undefined : and(...found.map((gate) => granting(gate, at)));
  }

  /** What an attribute of the site's own says of an element. */
  marked(attribute: (name: string) => string | undefined, at: Location | undefined): MarkedElement | undefined {
    const guards: Guard[] = [];
    let subject: string | undefined;
    let srcAttribute: string | undefined;
    for (const gate of this.#attributes) {
      const { name, value } = gate.asks;
      const written = attribute(name);
      if (written === undefined) continue;
      const words = written.toLowerCase().split(/[\s,;|]+/);
      if (value !== undefined && written.trim().toLowerCase() !== value && !words.includes(value)) continue;
      guards.push(granting(gate, at));
      subject ??= written === '' ? name : `${name}="${written.slice(0, 60)}"`;
      srcAttribute ??= [...SRC_ATTRIBUTES, `${name}-src`].find((one) => (attribute(one) ?? '') !== '');
    }
    if (subject === undefined) return undefined;
    return { guard: and(...guards), subject, ...(srcAttribute === undefined ? {} : { srcAttribute }) };
  }
}

/** All categories of a gate are granted. */
export function granting(gate: SiteGate, at: Location | undefined): Guard {
  return and(...gate.categories.map((category) => atom({ kind: 'consent', cmp: SITE, category, word: gate.text }, at)));
}

function isAsking<Kind extends GateQuestion['kind']>(gate: SiteGate, kind: Kind): gate is Asking<Kind> {
  return gate.asks.kind === kind;
}

function keyOf(subject: string, value: string | undefined): string {
  return value === undefined ? subject : `${subject}=='${value}'`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

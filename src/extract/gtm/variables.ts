/** The values of a container's variables, evaluated when they are asked for and only once. */
import { childrenOf, literal, type Origin, originsOf, unknown, type Value } from '../../model/value.ts';
import type { ContainerParameter, ContainerVariable } from '../../parse/container.ts';
import type { Location } from '../../text/location.ts';
import { isHash } from '../machine/names.ts';
import { builtInOrigin } from './built-ins.ts';
import { partsOf } from './references.ts';
import { nameOf, type Scope } from './scope.ts';
import { readVariable, withDefault } from './variable-types.ts';

/** References nest: a constant in a lookup table in a text. Deeper than this nobody builds. */
const MAX_DEPTH = 24;
/** A value made of more parts is not carried along: references to references multiply. */
const MAX_PARTS = 2000;
const MAX_ORIGINS = 8;

export class Variables {
  readonly #scope: () => Scope;
  readonly #known = new Map<string, Value>();
  readonly #active = new Set<string>();

  constructor(scope: () => Scope) {
    this.#scope = scope;
  }

  /** The value of `{{name}}`. A name that the container does not know stays unknown, and so does one that refers to itself. */
  value(name: string, location: Location | undefined): Value {
    const known = this.#known.get(name) ?? this.#evaluate(name);
    return location ? { ...known, location } : known;
  }

  /** The value of a text with references. */
  text(text: string, location: Location | undefined): Value {
    const parts = partsOf(text);
    const [first] = parts;
    if (first === undefined) return literal('', location);
    if (parts.length === 1)
      return typeof first === 'string' ? literal(first, location) : this.value(first.reference, location);
    const values = parts.map((part) => (typeof part === 'string' ? part : this.value(part.reference, location)));
    if (values.every((value) => typeof value === 'string' || value.kind === 'literal')) {
      return literal(values.map((value) => (typeof value === 'object' ? textOf(value) : value)).join(''), location);
    }
    const value: Value = { kind: 'text', parts: values };
    return bounded(location ? { ...value, location } : value);
  }

  #evaluate(name: string): Value {
    const scope = this.#scope();
    const variable = scope.variable(name);
    const own: Origin = variable
      ? { kind: 'gtm-variable', name: `{{${name}}}`, location: nameOf(scope, variable) }
      : { kind: 'gtm-variable', name: `{{${name}}}` };
    if (this.#active.has(name) || this.#active.size >= MAX_DEPTH) {
      scope.giveUp();
      return unknown([own]);
    }
    this.#active.add(name);
    const raw = variable ? format(scope, variable, readVariable(scope, variable)) : unknown(builtInOrigin(scope, name));
    this.#active.delete(name);
    const value = withOrigin(bounded(raw), own, 0);
    this.#known.set(name, value);
    return value;
  }
}

/** What the interface calls "format value". */
function format(scope: Scope, variable: ContainerVariable, value: Value): Value {
  const { letters, whenUndefined, whenNull, whenTrue, whenFalse } = variable.format;
  const given = (parameter: ContainerParameter | undefined, otherwise: Value): Value =>
    parameter?.value === undefined ? otherwise : scope.textValue(parameter.value, nameOf(scope, variable));
  const change = (at: Value): Value => {
    if (at.kind === 'choice') {
      return { ...at, alternatives: at.alternatives.map((one) => ({ guard: one.guard, value: change(one.value) })) };
    }
    if (at.kind !== 'literal') return at;
    if (at.value === undefined) return given(whenUndefined, at);
    if (at.value === null) return given(whenNull, at);
    if (at.value === true) return given(whenTrue, at);
    if (at.value === false) return given(whenFalse, at);
    if (typeof at.value !== 'string' || letters === undefined) return at;
    return literal(letters === 'lower' ? at.value.toLowerCase() : at.value.toUpperCase());
  };
  const changed = change(value);
  if (whenUndefined?.value === undefined || changed.kind !== 'unknown') return changed;
  return withDefault(changed, given(whenUndefined, literal(undefined)), variable.name);
}

/** Adds the variable to the origins of what is unknown; a stored value keeps its key first. */
function withOrigin(value: Value, own: Origin, depth: number): Value {
  // What stands deeper and came through another variable names that one.
  if (depth > 1 && (depth > MAX_DEPTH || originsOf(value).some(({ kind }) => kind === 'gtm-variable'))) return value;
  if (value.kind === 'unknown') {
    const [first] = value.origins;
    const stored = first?.kind === 'cookie' || first?.kind === 'storage';
    const origins = stored ? [first, own, ...value.origins.slice(1)] : [own, ...value.origins];
    // Out of sight, a name such as `email_sha256` is all that tells a digest.
    const hashed =
      value.transforms.includes('hash') || ![own, first].some((origin) => origin && isHash(bare(origin.name)));
    const transforms = hashed ? value.transforms : [...value.transforms, 'hash' as const];
    return { ...value, origins: distinct(origins), transforms };
  }
  if (value.kind !== 'choice') return value;
  const alternatives = value.alternatives.map((one) => ({
    guard: one.guard,
    value: withOrigin(one.value, own, depth + 1),
  }));
  return { ...value, alternatives };
}

function bare(name: string): string {
  return name.replace(/^\{\{|\}\}$/g, '').trim();
}

function distinct(origins: readonly Origin[]): Origin[] {
  const found = new Map(origins.map((origin) => [`${origin.kind} ${origin.name}`, origin]));
  return [...found.values()].slice(0, MAX_ORIGINS);
}

/** The value, or an unknown with the first of its origins where it has grown too large. */
function bounded(value: Value): Value {
  let left = MAX_PARTS;
  const origins: Origin[] = [];
  const count = (at: Value, depth: number): void => {
    left -= 1;
    if (depth > 40) left = -1;
    if (at.kind === 'unknown' && origins.length < MAX_ORIGINS * 4) origins.push(...at.origins);
    for (const child of childrenOf(at)) {
      if (left < 0) return;
      count(child, depth + 1);
    }
  };
  count(value, 0);
  return left >= 0 ? value : unknown(distinct(origins), value.location);
}

function textOf(value: Value): string {
  return value.kind === 'literal' ? String(value.value) : '';
}

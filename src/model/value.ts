import type { Location } from '../text/location.ts';
import type { FieldKind } from './form-field.ts';
import type { Guard } from './guard.ts';

/** Where a value comes from. */
export type OriginKind =
  | 'form-field'
  | 'template'
  | 'data-layer'
  | 'gtm-variable'
  | 'url'
  | 'cookie'
  | 'storage'
  | 'page'
  | 'variable'
  | 'event-data';

export interface Origin {
  readonly kind: OriginKind;
  /** What a person would look for: `#email`, `customer.email`, `ecommerce.items`, `{{DL - email}}`. */
  readonly name: string;
  /** All that is there: every parameter of an address, every field of a form, of which this may be one. */
  readonly whole?: true;
  /** What the field in the markup asks for, where that says more than its name. */
  readonly asks?: FieldKind;
  readonly location?: Location;
}

/**
 * `hash`: the value went through a digest; it is still personal data. `perhaps-hash`: on some ways through the code, or as far as
 * it could be evaluated. `redact`: replaced or masked. `helper`: it was handed to a function out of sight whose name does not say
 * that the result still holds it.
 */
export type Transform = 'hash' | 'perhaps-hash' | 'normalise' | 'redact' | 'helper';

interface Common {
  /** The expression that gave the value. */
  readonly location?: Location;
  /** Where a page pushes what a container reads from the data layer. */
  readonly filledAt?: Location;
}

export type Literal = string | number | boolean | null | undefined;

export interface LiteralValue extends Common {
  readonly kind: 'literal';
  readonly value: Literal;
}

export interface Property {
  readonly key: string;
  readonly value: Value;
  readonly location?: Location;
}

export interface ObjectValue extends Common {
  readonly kind: 'object';
  readonly properties: readonly Property[];
  /** More keys may be there (a spread of something unknown); its origin is then the last of `rest`. */
  readonly rest: readonly Value[];
}

export interface ArrayValue extends Common {
  readonly kind: 'array';
  readonly items: readonly Value[];
  /** Items may be missing (a list filled in a loop, a spread). */
  readonly open: boolean;
}

/** Text put together of literals and holes: `'/p/' + slug`, `` `${a}-${b}` ``, `"{{ x }}"`. */
export interface TextValue extends Common {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
}

/** One of several values, by conditions; the last alternative holds when no other does. */
export interface ChoiceValue extends Common {
  readonly kind: 'choice';
  readonly alternatives: readonly { readonly guard: Guard; readonly value: Value }[];
}

/** Not known before run time; the origins say where to look. */
export interface UnknownValue extends Common {
  readonly kind: 'unknown';
  readonly origins: readonly Origin[];
  readonly transforms: readonly Transform[];
}

/** What is known of an argument (design, *Words*). */
export type Value = LiteralValue | ObjectValue | ArrayValue | TextValue | ChoiceValue | UnknownValue;

export const UNDEFINED: LiteralValue = { kind: 'literal', value: undefined };

export function literal(value: Literal, location?: Location): LiteralValue {
  return location ? { kind: 'literal', value, location } : { kind: 'literal', value };
}

export function unknown(
  origins: readonly Origin[] = [],
  location?: Location,
  transforms: readonly Transform[] = [],
): UnknownValue {
  return location ? { kind: 'unknown', origins, transforms, location } : { kind: 'unknown', origins, transforms };
}

/** The literal text of a value, or undefined where it is none or not known. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'literal' && (typeof value.value === 'string' || typeof value.value === 'number')) {
    return String(value.value);
  }
  return undefined;
}

/** The value under a key, or undefined. */
export function propertyOf(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== 'object') return undefined;
  return value.properties.findLast((property) => property.key === key)?.value;
}

/** All values that a value can turn out to be: itself, or the alternatives of a choice (nested ones too). */
export function alternativesOf(value: Value): readonly Value[] {
  if (value.kind !== 'choice') return [value];
  return value.alternatives.flatMap((alternative) => alternativesOf(alternative.value));
}

/** True for what sends nothing: undefined, null, the empty string, an empty object, a choice of only such values. */
export function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'literal':
      return value.value === undefined || value.value === null || value.value === '';
    case 'object':
      return value.rest.length === 0 && value.properties.every((property) => isEmpty(property.value));
    case 'array':
      return !value.open && value.items.every(isEmpty);
    case 'text':
      return value.parts.every((part) => (typeof part === 'string' ? part === '' : isEmpty(part)));
    case 'choice':
      return value.alternatives.every((alternative) => isEmpty(alternative.value));
    case 'unknown':
      return false;
  }
}

/** Every origin in a value, nested ones included, without repetition. */
export function originsOf(value: Value): readonly Origin[] {
  const found = new Map<string, Origin>();
  const visit = (at: Value, depth: number): void => {
    if (depth > 8) return;
    if (at.kind === 'unknown') for (const origin of at.origins) found.set(`${origin.kind} ${origin.name}`, origin);
    else for (const child of childrenOf(at)) visit(child, depth + 1);
  };
  visit(value, 0);
  return [...found.values()];
}

/** True where a value may hold what an origin says, but for all that is in sight may be only an answer about it. */
export function isUnsure(value: Value, origin: Origin): boolean {
  return value.kind === 'unknown' && value.transforms.includes('helper') && !origin.name.endsWith(')');
}

/** True where every part that is not literal went through the transform. */
export function isTransformed(value: Value, transform: Transform): boolean {
  if (value.kind === 'unknown') return value.transforms.includes(transform);
  const children = childrenOf(value).filter((child) => child.kind !== 'literal');
  return children.length > 0 && children.every((child) => isTransformed(child, transform));
}

/** The values directly inside a value. */
export function childrenOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'object':
      return [...value.properties.map((property) => property.value), ...value.rest];
    case 'array':
      return value.items;
    case 'text':
      return value.parts.filter((part): part is Value => typeof part !== 'string');
    case 'choice':
      return value.alternatives.map((alternative) => alternative.value);
    default:
      return [];
  }
}

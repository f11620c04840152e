/** From the machine's values to the model's, and back. */
import { ALWAYS } from '../../model/guard.ts';
import {
  literal,
  type Origin,
  type Property,
  type Transform,
  UNDEFINED,
  unknown,
  type Value,
} from '../../model/value.ts';
import { ite } from './cases.ts';
import { digestedOf } from './digests.ts';
import { dataOf } from './forms.ts';
import { ownName } from './provenance.ts';
import { arr, lit, type MValue, nameOf, obj, stringOf, unknownValue } from './values.ts';

const MAX_DEPTH = 8;
const MAX_ITEMS = 60;

/** What rules see of a value. Deep and long values are cut; what is cut counts as unknown. */
export function freeze(value: MValue, depth = 0): Value {
  if (depth > MAX_DEPTH) return unknown(originsFrom(value), undefined, value.t === 'unknown' ? value.transforms : []);
  const at = 'at' in value ? value.at : undefined;
  switch (value.t) {
    case 'lit':
      return literal(value.v, at);
    case 'obj': {
      const properties: Property[] = [];
      for (const [key, inner] of value.props) {
        if (properties.length >= MAX_ITEMS || inner.t === 'fn') continue;
        const location = value.places.get(key);
        properties.push({ key, value: freeze(inner, depth + 1), ...(location ? { location } : {}) });
      }
      const rest = value.rest.slice(0, 4).map((inner) => freeze(inner, depth + 1));
      return at ? { kind: 'object', properties, rest, location: at } : { kind: 'object', properties, rest };
    }
    case 'arr': {
      const items = value.items.slice(0, MAX_ITEMS).map((inner) => freeze(inner, depth + 1));
      const open = value.open || value.items.length > MAX_ITEMS;
      return at ? { kind: 'array', items, open, location: at } : { kind: 'array', items, open };
    }
    case 'text': {
      const parts = value.parts
        .slice(0, MAX_ITEMS)
        .map((part) => (typeof part === 'string' ? part : freeze(part, depth + 1)));
      return at ? { kind: 'text', parts, location: at } : { kind: 'text', parts };
    }
    case 'ite': {
      const digested = digestedOf(value);
      if (digested) return freeze(digested, depth);
      return {
        kind: 'choice',
        alternatives: [
          { guard: value.guard, value: freeze(value.yes, depth + 1) },
          { guard: ALWAYS, value: freeze(value.no, depth + 1) },
        ],
      };
    }
    case 'bool':
      return {
        kind: 'choice',
        alternatives: [
          { guard: value.guard, value: literal(true) },
          { guard: ALWAYS, value: literal(false) },
        ],
      };
    case 'stored': {
      const name = [value.key ?? (value.store === 'cookie' ? 'document.cookie' : 'storage'), value.member]
        .filter(Boolean)
        .join('.');
      const origin: Origin = {
        kind: value.store === 'cookie' ? 'cookie' : 'storage',
        name,
        ...(at ? { location: at } : {}),
      };
      return unknown([origin], at);
    }
    case 'keyed': {
      const data = dataOf(value);
      if (data || !value.sent) return data ? freeze(data, depth) : unknown([], at);
      const properties = value.entries.slice(0, MAX_ITEMS).flatMap(({ key, value: inner }): Property[] => {
        const name = stringOf(key);
        return name === undefined ? [] : [{ key: name, value: freeze(inner, depth + 1) }];
      });
      return { kind: 'object', properties, rest: [] };
    }
    case 'promise':
      return freeze(value.value, depth + 1);
    case 'fn':
    case 'class':
      return UNDEFINED;
    default:
      return unknown(originsFrom(value), at, transformsOf(value));
  }
}

function originsFrom(value: MValue): readonly Origin[] {
  if (value.t === 'unknown' && value.origins.length > 0) return value.origins;
  const carried = value.t === 'global' ? (value.carries?.origins ?? []) : [];
  return nameOf(value) === '' ? carried : [ownName(value), ...carried];
}

function transformsOf(value: MValue): readonly Transform[] {
  if (value.t === 'unknown') return value.transforms;
  return value.t === 'global' ? (value.carries?.transforms ?? []) : [];
}

/** A value of the model (what a container's variable or a template expression gives) for the machine. */
export function thaw(value: Value): MValue {
  switch (value.kind) {
    case 'literal':
      return lit(value.value, value.location);
    case 'object': {
      const made = obj(value.location);
      for (const { key, value: inner } of value.properties) made.props.set(key, thaw(inner));
      made.rest = value.rest.map(thaw);
      return made;
    }
    case 'array':
      return arr(value.items.map(thaw), { open: value.open });
    case 'text':
      return { t: 'text', parts: value.parts.map((part) => (typeof part === 'string' ? part : thaw(part))) };
    case 'choice': {
      const { location } = value;
      let result: MValue = lit(undefined);
      for (const { guard, value: inner } of [...value.alternatives].reverse())
        result = ite(guard, thaw(inner.location || !location ? inner : { ...inner, location }), result);
      return result;
    }
    case 'unknown': {
      const [first] = value.origins;
      if (first?.kind === 'cookie') return { t: 'stored', store: 'cookie', key: first.name };
      return unknownValue(first?.name ?? '', value.origins, value.location, value.transforms);
    }
  }
}

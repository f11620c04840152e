/** Data that a template digests on its way. */
import type { Activity } from '../../../model/unit.ts';
import type { Value } from '../../../model/value.ts';

const MAX_DEPTH = 12;

/**
 * Templates digest what is no digest yet, in loops over keys and lists: which values come out untouched is out of reach. Where the
 * code digests anything, what it sends in a body counts as digested.
 */
export function withDigests(activity: Activity): Activity {
  const { params } = activity.values;
  if (activity.kind !== 'load' || !params) return activity;
  return { ...activity, values: { ...activity.values, params: digested(params, 0) } };
}

function digested(value: Value, depth: number): Value {
  if (depth > MAX_DEPTH) return value;
  const inner = (one: Value): Value => digested(one, depth + 1);
  switch (value.kind) {
    case 'unknown':
      return value.transforms.includes('hash') ? value : { ...value, transforms: [...value.transforms, 'hash'] };
    case 'object': {
      const properties = value.properties.map((one) => ({ ...one, value: inner(one.value) }));
      return { ...value, properties, rest: value.rest.map(inner) };
    }
    case 'array':
      return { ...value, items: value.items.map(inner) };
    case 'text':
      return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? part : inner(part))) };
    case 'choice':
      return { ...value, alternatives: value.alternatives.map((one) => ({ ...one, value: inner(one.value) })) };
    case 'literal':
      return value;
  }
}

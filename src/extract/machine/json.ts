import { arr, type Lit, lit, type MValue, obj, UNDEF, unknownValue } from './values.ts';

const MAX_DEPTH = 6;
const MAX_ENTRIES = 100;

/** `JSON.parse` of a known text. */
export function parsedJson(text: Lit): MValue {
  if (typeof text.v !== 'string') return text;
  try {
    const value: unknown = JSON.parse(text.v);
    return fromJson(value, 0);
  } catch {
    return UNDEF;
  }
}

/** A JSON value for the machine; what stands too deep in it is not looked at. */
export function fromJson(value: unknown, depth = 0): MValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return lit(value);
  if (depth >= MAX_DEPTH || typeof value !== 'object') return unknownValue();
  if (Array.isArray(value)) return arr(value.slice(0, MAX_ENTRIES).map((item) => fromJson(item, depth + 1)));
  const made = obj();
  for (const [key, inner] of Object.entries(value).slice(0, MAX_ENTRIES))
    made.props.set(key, fromJson(inner, depth + 1));
  return made;
}

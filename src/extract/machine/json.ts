import { arr, type Lit, lit, type MValue, obj, type Text, UNDEF, unknownValue } from './values.ts';

const MAX_DEPTH = 6;
const MAX_ENTRIES = 100;
/** Stands in a text for the value of this number. */
const FILLED = /\uE000(\d+)\uE001/;

/** `JSON.parse` of a known text, or of one in which values stand that are not known. */
export function parsedJson(text: Lit | Text): MValue {
  if (text.t === 'lit' && typeof text.v !== 'string') return text;
  const values: MValue[] = [];
  try {
    const value: unknown = JSON.parse(text.t === 'lit' ? String(text.v) : withMarks(text, values));
    return fromJson(value, 0, values);
  } catch {
    return text.t === 'lit' ? UNDEF : text;
  }
}

/** The text with a mark for each value; one that stands outside of the quotes gets some. */
function withMarks({ parts }: Text, values: MValue[]): string {
  let json = '';
  let quoted = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      json += part;
      for (const sign of part.match(/\\[\s\S]|"/g) ?? []) if (sign === '"') quoted = !quoted;
      continue;
    }
    const mark = `\uE000${values.push(part) - 1}\uE001`;
    json += quoted ? mark : `"${mark}"`;
  }
  return json;
}

/** A JSON value for the machine; what stands too deep in it is not looked at. @param values what stands for the marks in its texts */
export function fromJson(value: unknown, depth = 0, values: readonly MValue[] = []): MValue {
  if (typeof value === 'string' && values.length > 0) return filled(value, values);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return lit(value);
  if (depth >= MAX_DEPTH || typeof value !== 'object') return unknownValue();
  if (Array.isArray(value)) return arr(value.slice(0, MAX_ENTRIES).map((item) => fromJson(item, depth + 1, values)));
  const made = obj();
  for (const [key, inner] of Object.entries(value).slice(0, MAX_ENTRIES))
    made.props.set(key, fromJson(inner, depth + 1, values));
  return made;
}

function filled(text: string, values: readonly MValue[]): MValue {
  const pieces = text.split(FILLED);
  const parts = pieces
    .map((piece, index): string | MValue => (index % 2 === 0 ? piece : (values[Number(piece)] ?? UNDEF)))
    .filter((part) => part !== '');
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return typeof only === 'string' ? lit(only) : only;
  return parts.length === 0 ? lit('') : { t: 'text', parts };
}

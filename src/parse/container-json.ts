/** Fields of a container's JSON, of which any may have another type than expected or be missing. */

export type Json = Readonly<Record<string, unknown>>;

/** `CUSTOM_EVENT` for both `CUSTOM_EVENT` and `customEvent`. */
export function enumWord(value: unknown): string {
  const word = text(value) ?? '';
  return /[a-z]/.test(word) ? word.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase() : word;
}

/** The value of a parameter object (`{ type, value }`) or of a plain scalar. */
export function scalar(value: unknown): string | undefined {
  return text(value) ?? text(record(value)?.value);
}

/** A scalar as text. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** True for `true` and for its text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Ids, also where they stand as the paths of the API: `accounts/1/containers/2/workspaces/3/triggers/4`. */
export function ids(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((id) => text(id)?.replace(/^accounts\/.*\//, '') ?? []);
}

/** The items of a list; none of anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as an object, where it is one. */
export function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** A piece of a text of the container: characters as they stand, or the name of a variable. */
export type TextPart = string | { readonly reference: string };

/** A text with more references than this is read no further. */
const MAX_PARTS = 64;

/** Splits `Order {{ID}} of {{Customer}}` into its pieces; the names are trimmed. */
export function partsOf(text: string): TextPart[] {
  if (!text.includes('{{')) return text === '' ? [] : [text];
  const parts: TextPart[] = [];
  let last = 0;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    if (match.index > last) parts.push(text.slice(last, match.index));
    parts.push({ reference: (match[1] ?? '').trim() });
    last = match.index + match[0].length;
    if (parts.length >= MAX_PARTS) break;
  }
  if (last < text.length) parts.push(text.slice(last));
  return parts;
}

/** The variable that a text consists of, or undefined where it holds anything else. */
export function soleReference(text: string): string | undefined {
  const parts = partsOf(text.trim());
  const [first] = parts;
  return parts.length === 1 && typeof first === 'object' ? first.reference : undefined;
}

/** Names of the variables in a text. */
export function referencesIn(text: string | undefined): string[] {
  return text === undefined ? [] : partsOf(text).flatMap((part) => (typeof part === 'string' ? [] : [part.reference]));
}

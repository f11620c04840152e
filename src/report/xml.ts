import { clean } from './terminal.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * An attribute of XML 1.0, with the blank before it. Characters that XML forbids, even as references, and those that a
 * terminal would obey stand as visible escapes.
 */
export function attribute(name: string, value: string | number): string {
  return ` ${name}="${xmlText(String(value))}"`;
}

/** Text of XML 1.0, also fit for attributes. */
export function xmlText(text: string): string {
  return clean(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

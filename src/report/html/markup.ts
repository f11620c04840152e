/** HTML that is safe by construction: whatever is put into a template is escaped, unless it is markup already. */
import { clean } from '../terminal.ts';

/** A piece of HTML. Only `html` makes one, and `trusted` of what the project itself has written. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand between the parts of a template; nothing is shown of `undefined` and `false`. */
export type Content = string | number | Markup | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Texts become text, whatever they hold: fit for elements and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = parts[0] ?? '';
  values.forEach((value, index) => {
    text += htmlOf(value) + (parts[index + 1] ?? '');
  });
  return new Markup(text);
}

/** What the project has written itself: style, script, numbers of a picture. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function htmlOf(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(htmlOf).join('');
  return clean(String(value)).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A value for scripts to read; no text in it ends its element. */
export function dataBlock(id: string, value: unknown): Markup {
  const text = JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return html`<script type="application/json" id="${id}">${trusted(text)}</script>`;
}

/** A text of an input that keeps its place: names are short, whatever somebody has called a tag. */
export function short(text: string, most = 160): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** What a sentence says, in English, and what it is made of, so that a report can say it in another language. */

/** What stands in a phrase: a name, a number, or what another phrase says. */
export type Said = string | number | Phrase;

/** How a phrase is worded: in English, or in the language that somebody asked for. */
export type Wording = (phrase: Phrase) => string;

/** English with places for values. Its pattern, `{0} runs before {1}`, is the key of its translations. */
export class Phrase {
  readonly parts: readonly string[];
  readonly values: readonly Said[];

  constructor(parts: readonly string[], values: readonly Said[]) {
    this.parts = parts;
    this.values = values;
  }

  /** The key under which catalogues have it. */
  get pattern(): string {
    return patternOf(this.parts);
  }

  /** In English, worked out when somebody asks: most phrases are never read. */
  toString(): string {
    const { parts, values } = this;
    let text = parts[0] ?? '';
    for (let at = 1; at < parts.length; at++) text += `${values[at - 1] ?? ''}${parts[at]}`;
    return text;
  }

  /** Outputs for programs hold texts. */
  toJSON(): string {
    return this.toString();
  }
}

/** Words for people: `` say`${name} runs before any choice` ``. Names and code alone need none. */
export function say(parts: readonly string[], ...values: Said[]): Phrase {
  return new Phrase(parts, values);
}

/** A word of a fixed vocabulary, or what the catalogue says in so many words: a phrase of its own. */
export function term(words: string): Phrase {
  return new Phrase([words], []);
}

/** The English of a phrase with a number for each value. */
function patternOf(parts: readonly string[]): string {
  return parts.reduce((text, part, at) => `${text}{${at - 1}}${part}`);
}

/** `a`, `a and b`, `a, b and c`; empty for no items. */
export function allOf(items: readonly Said[]): Said {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : say`${listOf(items.slice(0, -1))} and ${last}`;
}

/** `a`, `a and b`, `a and b and c`; empty for no items. */
export function eachOf(items: readonly Said[]): Said {
  return items.length === 0 ? '' : items.reduce((head, item) => say`${head} and ${item}`);
}

/** `a`, `a or b`, `a or b or c`; empty for no items. */
export function anyOf(items: readonly Said[]): Said {
  return items.length === 0 ? '' : items.reduce((head, item) => say`${head} or ${item}`);
}

/** Items with the same sign between each two. */
export function listOf(items: readonly Said[], between = ', '): Phrase {
  return new Phrase(['', ...items.slice(1).map(() => between), ''].slice(0, items.length + 1), items);
}

/** The wording that everybody gets who asks for none. */
export const inEnglish: Wording = (phrase) => phrase.toString();

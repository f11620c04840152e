/** How a page says things: one catalogue of texts a language, filled in and counted. */

import { inEnglish, term, type Wording } from '../../../model/phrase.ts';
import type { en } from './en.ts';
import type { Language } from './load.ts';
import type { RuleText, RuleTexts } from './rule-texts.ts';

/** A text that goes by a number, `{n}`. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** What every language has: the keys of the English catalogue, no more and no fewer. */
export type Texts = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Counted };

/** The keys of texts, and of those that go by a number. */
export type TextKey = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts];
export type CountedKey = Exclude<keyof Texts, TextKey>;

export type Values = Readonly<Record<string, string | number>>;

/** A language at work. */
export class Words {
  readonly code: string;
  readonly #texts: Texts;
  readonly #rules: RuleTexts;
  readonly #wording: Wording;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  constructor({ code, texts, rules, wording = inEnglish }: Language) {
    this.code = code;
    this.#texts = texts;
    this.#rules = rules;
    this.#wording = wording;
    this.#plurals = new Intl.PluralRules(code);
    this.#numbers = new Intl.NumberFormat(code);
  }

  /** A text, with what stands for its names. */
  say(key: TextKey, values: Values = {}): string {
    return this.#fill(this.#texts[key], values);
  }

  /** A text by its number, which it calls `{n}`. */
  count(key: CountedKey, n: number, values: Values = {}): string {
    const { one, other } = this.#texts[key];
    return this.#fill(this.#plurals.select(n) === 'one' ? one : other, { n, ...values });
  }

  /** What the catalogue says in so many words; in English where no translation is known. */
  term(words: string): string {
    return this.#wording(term(words));
  }

  /** What holds of every finding of a rule; undefined for those that a configuration declares. */
  rule(id: string): RuleText | undefined {
    return Object.hasOwn(this.#rules, id) ? this.#rules[id] : undefined;
  }

  /** True for a rule of the project's own. */
  isRule(id: string): boolean {
    return this.rule(id) !== undefined;
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** Names as an enumeration of at most so many; the rest is counted. */
  list(names: readonly string[], most = 4): string {
    const shown = names.length > most + 1 ? names.slice(0, most) : names;
    const rest = names.length - shown.length;
    const parts = rest > 0 ? [...shown, this.count('count.more', rest)] : [...shown];
    return new Intl.ListFormat(this.code, { type: 'conjunction' }).format(parts);
  }

  /** A country by its code. */
  country(code: string): string {
    try {
      return new Intl.DisplayNames(this.code, { type: 'region' }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** `2026-11-30` as people write it. */
  date(day: string): string {
    return new Intl.DateTimeFormat(this.code, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  }

  #fill(text: string, values: Values): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? this.number(value) : value;
    });
  }
}

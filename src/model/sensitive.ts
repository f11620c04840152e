/**
 * The vocabulary of sensitive content: names of products, pages and events that reveal health, sex life or another
 * special category (GDPR Article 9). The words stand in YAML under `rules/catalog/sensitive/`;
 * `scripts/catalog/sensitive-schema.ts` checks them and compiles them into `SensitiveData`.
 */

/**
 * How much a word gives away. `reveals`: by itself, in any shop. `in-context`: only where the site or the page is about
 * health (a painkiller in a pharmacy). `weak`: evidence of what a page is about, never an error (vitamins).
 */
export type SensitiveStrength = 'reveals' | 'in-context' | 'weak';

/** The language of a term; `any` for names that are the same everywhere (substances, brands, acronyms). */
export type SensitiveLanguage = 'sv' | 'en' | 'de' | 'nb' | 'any';

/**
 * Where a term may stand. `word`: a whole word, with the simple inflection of its language. `stem`: at the start of a
 * word, whatever follows. `part`: anywhere in a word, so also inside a compound.
 */
export type SensitiveMode = 'word' | 'stem' | 'part';

/**
 * A word or phrase as the YAML writes it. Where this is more than ASCII words with spaces or hyphens between them, its
 * folded spellings follow, words separated by a space: `["ångest", "angest", "aangest"]`. They are worked out when the
 * catalogue is compiled.
 */
export type SensitiveTerm = string | readonly [term: string, ...spellings: string[]];

/** A group of sensitive words: one YAML file. */
export interface SensitiveCategory {
  /** Stable id, such as `self-tests`. */
  readonly id: string;
  /** What a person reads: "Self-tests". */
  readonly title: string;
  /** Ids of provisions and decisions, such as `GDPR-9`. */
  readonly law: readonly string[];
}

/** Terms that share category, language, strength and mode. */
export interface SensitiveTerms {
  /** Index into `SensitiveData.categories`. */
  readonly category: number;
  readonly language: SensitiveLanguage;
  readonly strength: SensitiveStrength;
  readonly mode: SensitiveMode;
  readonly terms: readonly SensitiveTerm[];
}

/** Words and phrases inside which no term counts: "terms and conditions", "great depression". */
export interface SensitiveTraps {
  readonly mode: SensitiveMode;
  readonly language: SensitiveLanguage;
  readonly phrases: readonly SensitiveTerm[];
}

/** Company in which some terms do not count: "cancer" beside "zodiac", any medicine beside "dog". */
export interface SensitiveContextTrap {
  /** Categories whose terms do not count in this company. */
  readonly categories: readonly string[];
  /** Terms that do not count in this company, as written in the category's file. */
  readonly terms: readonly string[];
  /** The company: whole words, inflected. */
  readonly words: readonly SensitiveTerm[];
  /** The company: beginnings of words. */
  readonly stems: readonly SensitiveTerm[];
}

/** The compiled vocabulary: plain data, small enough to be loaded with the program. */
export interface SensitiveData {
  readonly categories: readonly SensitiveCategory[];
  readonly terms: readonly SensitiveTerms[];
  readonly traps: readonly SensitiveTraps[];
  readonly contextTraps: readonly SensitiveContextTrap[];
}

/** A sensitive word found in a text. */
export interface SensitiveMatch {
  /** `SensitiveCategory.id`. */
  readonly category: string;
  readonly strength: SensitiveStrength;
  /** The term of the vocabulary, as the YAML writes it. */
  readonly term: string;
  readonly language: SensitiveLanguage;
  /** Offsets of the whole word or phrase in the text that was searched (the compound, not the part), end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The category's law ids. */
  readonly law: readonly string[];
}

/** Finds sensitive words in short texts: product names, paths, event names, titles. */
export interface SensitiveMatcher {
  /**
   * All matches, in the order of the text, none overlapping: where several terms stand in one place, the longest
   * phrase wins, then the strongest term. Linear in the length of the text; never throws.
   */
  find(text: string): readonly SensitiveMatch[];
}

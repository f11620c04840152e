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

/** `any` for names that are the same everywhere (substances, brands, acronyms). */
export const SENSITIVE_LANGUAGES = [
  'any',
  'sv',
  'nb',
  'da',
  'fi',
  'de',
  'nl',
  'en',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
] as const;

/** The language of a term. */
export type SensitiveLanguage = (typeof SENSITIVE_LANGUAGES)[number];

/**
 * The terms of a lexicon as the YAML writes them, one value after the other: `*klamydia*,hiv=hivi=hiv-infektion|klamydiatest*`.
 * In front of `=` stand the letters under which a term is met, where it does not begin with them. One text, because it is
 * loaded with the program: thousands of keys would weigh more than the lists. `*` behind a word: whatever follows
 * (`test* ciążow*`); a single word between two stands anywhere in a word, so also inside a compound.
 */
export type SensitiveIndex = string;

/** A group of sensitive words: one YAML file. */
export interface SensitiveCategory {
  /** Stable id, such as `self-tests`. */
  readonly id: string;
  /** What a person reads: "Self-tests". */
  readonly title: string;
  /** Ids of provisions and decisions, such as `GDPR-9`. */
  readonly law: readonly string[];
}

/** What terms of one category, language and strength stand for. */
export interface SensitiveMeaning {
  /** Index into `SensitiveData.categories`. */
  readonly category: number;
  readonly language: SensitiveLanguage;
  readonly strength: SensitiveStrength;
}

/** A word or phrase that stands for nothing but itself, such as a trap in which no term counts ("great depression"). */
export interface SensitiveWord {
  readonly language: SensitiveLanguage;
}

/** Company in which some terms do not count: "cancer" beside "zodiac", any medicine beside "dog". */
export interface SensitiveCompany {
  readonly language: SensitiveLanguage;
  /** Categories whose terms do not count in this company. */
  readonly categories: readonly string[];
  /** Terms that do not count in this company. */
  readonly terms: readonly string[];
}

/** A strength beside a dosage form, which makes a medicine of a name that nobody knows. */
export interface SensitiveDoses {
  readonly meaning: SensitiveMeaning;
  /** Units of strength, folded. */
  readonly units: readonly string[];
  /** Words for the size of a pack, folded. */
  readonly packs: readonly string[];
  readonly forms: SensitiveLexicon<SensitiveWord>;
  /** What is no medicine, though it is sold by strength. */
  readonly unless: SensitiveLexicon<SensitiveWord>;
}

/** A word of a pair: a party's name, and being a member of it. */
export interface SensitivePairWord extends SensitiveWord {
  /** Index into `SensitivePairs.meanings`. */
  readonly pair: number;
  readonly side: 0 | 1;
}

/** What tells nothing alone, and something together: "Mitglied" and "SPD", "cholesterol" and "test". */
export interface SensitivePairs {
  readonly meanings: readonly SensitiveMeaning[];
  readonly words: SensitiveLexicon<SensitivePairWord>;
}

/** A compiled lexicon: the numbers in its index count its values. */
export interface SensitiveLexicon<T> {
  readonly values: readonly T[];
  readonly index: SensitiveIndex;
}

/** The compiled vocabulary: plain data, loaded with the program. */
export interface SensitiveData {
  readonly categories: readonly SensitiveCategory[];
  readonly terms: SensitiveLexicon<SensitiveMeaning>;
  /** Words and phrases inside which no term counts. */
  readonly traps: SensitiveLexicon<SensitiveWord>;
  readonly company: SensitiveLexicon<SensitiveCompany>;
  readonly doses?: SensitiveDoses;
  readonly pairs?: SensitivePairs;
}

/** A sensitive word found in a text. */
export interface SensitiveMatch {
  /** `SensitiveCategory.id`. */
  readonly category: string;
  readonly strength: SensitiveStrength;
  /** The term of the vocabulary, as the YAML writes it but for `*`. */
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

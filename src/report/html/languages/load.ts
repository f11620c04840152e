/** The texts of a language; only those of the page are loaded. */
import type { Wording } from '../../../model/phrase.ts';
import type { LanguageCode } from './codes.ts';
import { wordingOf } from './phrases.ts';
import type { RuleTexts } from './rule-texts.ts';
import type { Texts } from './texts.ts';

export interface Language {
  readonly code: LanguageCode;
  readonly texts: Texts;
  readonly rules: RuleTexts;
  /** How it words what is said in English; absent for English. */
  readonly wording?: Wording;
}

/** How a language words what rules report; undefined for English, which needs no catalogue. */
export async function loadWording(code: LanguageCode): Promise<Wording | undefined> {
  switch (code) {
    case 'en':
      return undefined;
    case 'sv':
      return wordingOf((await import('./sv/phrases.ts')).svPhrases);
    case 'de':
      return wordingOf((await import('./de/phrases.ts')).dePhrases);
  }
}

export async function loadLanguage(code: LanguageCode): Promise<Language> {
  const [texts, wording] = await Promise.all([loadTexts(code), loadWording(code)]);
  return { code, ...texts, ...(wording && { wording }) };
}

async function loadTexts(code: LanguageCode): Promise<Pick<Language, 'texts' | 'rules'>> {
  switch (code) {
    case 'en': {
      const [{ en: texts }, { enRules: rules }] = await Promise.all([import('./en.ts'), import('./en-rules.ts')]);
      return { texts, rules };
    }
    case 'sv': {
      const [{ sv: texts }, { svRules: rules }] = await Promise.all([import('./sv.ts'), import('./sv-rules.ts')]);
      return { texts, rules };
    }
    case 'de': {
      const [{ de: texts }, { deRules: rules }] = await Promise.all([import('./de.ts'), import('./de-rules.ts')]);
      return { texts, rules };
    }
  }
}

/** The texts of a language; only those of the page are loaded. */
import type { LanguageCode } from './codes.ts';
import type { RuleTexts } from './rule-texts.ts';
import type { Texts } from './texts.ts';

export interface Language {
  readonly code: LanguageCode;
  readonly texts: Texts;
  readonly rules: RuleTexts;
}

export async function loadLanguage(code: LanguageCode): Promise<Language> {
  switch (code) {
    case 'en': {
      const [{ en: texts }, { enRules: rules }] = await Promise.all([import('./en.ts'), import('./en-rules.ts')]);
      return { code, texts, rules };
    }
    case 'sv': {
      const [{ sv: texts }, { svRules: rules }] = await Promise.all([import('./sv.ts'), import('./sv-rules.ts')]);
      return { code, texts, rules };
    }
    case 'de': {
      const [{ de: texts }, { deRules: rules }] = await Promise.all([import('./de.ts'), import('./de-rules.ts')]);
      return { code, texts, rules };
    }
  }
}

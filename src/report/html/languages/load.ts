/** The texts of a language; only those of the page are loaded. */
import type { LanguageCode } from '../data.ts';
import type { Texts } from './texts.ts';

export async function loadLanguage(code: LanguageCode): Promise<Texts> {
  switch (code) {
    case 'en':
      return (await import('./en.ts')).en;
  }
}

import type { LanguageModule } from '../language.ts';
import type { TemplateLanguage } from '../types.ts';
import { ejs } from './ejs.ts';
import { erb } from './erb.ts';
import { handlebars } from './handlebars.ts';
import { jinja } from './jinja.ts';
import { liquid } from './liquid.ts';
import { php } from './php.ts';

const MODULES: Readonly<Record<TemplateLanguage, LanguageModule>> = { php, erb, ejs, liquid, jinja, handlebars };

/** All languages. */
export const LANGUAGES: readonly LanguageModule[] = Object.values(MODULES);

/** The module that reads a language. */
export function moduleOf(language: TemplateLanguage): LanguageModule {
  return MODULES[language];
}

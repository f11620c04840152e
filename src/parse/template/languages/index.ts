import type { LanguageModule } from '../language.ts';
import type { TemplateLanguage } from '../types.ts';
import { blade } from './blade.ts';
import { ejs } from './ejs.ts';
import { erb } from './erb.ts';
import { freemarker } from './freemarker.ts';
import { go } from './go.ts';
import { handlebars } from './handlebars.ts';
import { jinja } from './jinja.ts';
import { jsp } from './jsp.ts';
import { liquid } from './liquid.ts';
import { php } from './php.ts';
import { razor } from './razor.ts';
import { smarty } from './smarty.ts';
import { thymeleaf } from './thymeleaf.ts';
import { velocity } from './velocity.ts';

const MODULES: Readonly<Record<TemplateLanguage, LanguageModule>> = {
  php,
  erb,
  ejs,
  jsp,
  razor,
  liquid,
  jinja,
  blade,
  freemarker,
  velocity,
  smarty,
  thymeleaf,
  handlebars,
  go,
};

/** All languages. */
export const LANGUAGES: readonly LanguageModule[] = Object.values(MODULES);

/** The module that reads a language. */
export function moduleOf(language: TemplateLanguage): LanguageModule {
  return MODULES[language];
}

import type { LanguageReader } from '../language.ts';
import type { TemplateLanguage } from '../types.ts';
import { asp } from './asp.ts';
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
import { coldfusion, fluid, isml, xslt } from './tags.ts';
import { thymeleaf } from './thymeleaf.ts';
import { velocity } from './velocity.ts';

const READERS: Readonly<Record<TemplateLanguage, LanguageReader>> = {
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
  isml,
  coldfusion,
  fluid,
  xslt,
  asp,
};

/** What reads a language. */
export function readerOf(language: TemplateLanguage): LanguageReader {
  return READERS[language];
}

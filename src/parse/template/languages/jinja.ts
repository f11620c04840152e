import type { LanguageReader } from '../language.ts';
import { type PercentDialect, PercentScan, type PercentTag } from './percent.ts';

const AWARE = { quotes: true, braces: false };

const DIALECT: PercentDialect = {
  hashComments: true,
  outputClose: { quotes: true, braces: true },
  tagClose: AWARE,
  bodies: { raw: 'text', verbatim: 'text', comment: 'comment' },
  conditionals: new Set(['if', 'ifequal', 'ifnotequal', 'ifchanged', 'ifAsync', 'unless']),
  negated: new Set(['ifnotequal', 'unless']),
  loops: new Set(['for', 'asyncEach', 'asyncAll', 'while']),
  blocks: new Set([
    'block',
    'set',
    'with',
    'macro',
    'call',
    'filter',
    'autoescape',
    'spaceless',
    'embed',
    'apply',
    'cache',
    'trans',
    'blocktrans',
    'blocktranslate',
    'localize',
    'language',
    'sandbox',
    'component',
    'addtoblock',
    'compress',
    'scripts',
    'js',
    'css',
  ]),
  switches: new Set(['switch']),
  cases: new Set(['case']),
  outputs: new Set([
    'url',
    'static',
    'translate',
    'csrf_token',
    'now',
    'get_static_prefix',
    'get_media_prefix',
    'cycle',
    'firstof',
    'asset',
    'print',
    'templatetag',
    'widthratio',
    'lorem',
    'querystring',
    'path',
    'image',
    'page_url',
    'slugurl',
  ]),
  silent: new Set(['load', 'do', 'break', 'continue', 'deprecated', 'flush', 'debug', 'types', '']),
  includes: new Set(['include', 'extends', 'import', 'from', 'embed', 'use', 'include_cached', 'render_block']),
  closers: { endeach: 'asyncEach', endall: 'asyncAll' },
  custom,
};

/** Jinja2, Django, Twig and Nunjucks: one syntax with different keywords. */
export const jinja: LanguageReader = {
  id: 'jinja',
  scan(text, sink) {
    new PercentScan(text, sink, DIALECT).run();
  },
};

/** `{% trans "Buy" %}` prints a text (Django); `{% trans %}` opens a block (Jinja, Twig). */
function custom(tag: PercentTag, scan: PercentScan): boolean {
  if (tag.name !== 'trans' || !/^["'_]|^\w+(?:\.\w+)*\s*\|/.test(tag.args)) return false;
  if (/\sas\s+\w+$/.test(tag.args)) scan.sink.statement(tag.start, tag.end);
  else scan.sink.hole(tag.start, tag.end, tag.args, tag.argsStart, ['trans']);
  return true;
}

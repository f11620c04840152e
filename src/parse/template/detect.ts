import { FAMILIES, type LanguageFamily, type LanguageSigns, SIGNS } from './signs.ts';
import type { TemplateLanguage } from './types.ts';

/** Plain scripts and data: `{{` and `<` are ordinary there, so only clear statement islands count. */
const CODE = new Set(['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'jsx', 'tsx', 'css', 'scss', 'less']);
/** Formats with a parser of their own, in which braces mean something else. */
const NEVER = new Set(['json', 'map', 'yml', 'yaml', 'toml', 'vue', 'svelte', 'astro', 'csv', 'lock']);

/**
 * The template languages of a text: by the extensions of its name first (`theme.liquid`, `page.html.twig`, `pixel.js.erb`), then by what
 * stands in it. At most one language of each family, in the order in which they are read. `{{ }}` is taken as `handlebars`
 * where no language of the server claims it. A path may have either kind of slash, or be empty.
 */
export function detectTemplateLanguages(path: string, text: string): readonly TemplateLanguage[] {
  const name = path.toLowerCase().replaceAll('\\', '/');
  const parts = name
    .slice(name.lastIndexOf('/') + 1)
    .split('.')
    .slice(1);
  const last = parts[parts.length - 1] ?? '';
  const named = byExtension(parts);
  if (named === undefined && NEVER.has(last)) return [];
  const code = named === undefined && CODE.has(last);
  const found = new Map<LanguageFamily, TemplateLanguage>();
  if (named !== undefined) found.set(SIGNS[named].family, named);
  for (const family of FAMILIES) {
    if (family === 'mustache' || found.has(family) || !mayHold(named, family)) continue;
    const language = strongest(family, text, name, code);
    if (language !== undefined) found.set(family, language);
  }
  const mustaches = strongest('mustache', text, name, code);
  // `{{ }}` belongs to the server's language; but what that prints verbatim may be for the client.
  const claimed = found.has('percent') && !/\{%[-+~]?\s*(?:raw|verbatim)\b|@verbatim\b|@\{\{/.test(text);
  if (mustaches !== undefined && !claimed && !found.has('mustache')) found.set('mustache', mustaches);
  return FAMILIES.flatMap((family) => found.get(family) ?? []);
}

const LANGUAGES = Object.entries(SIGNS) as readonly (readonly [TemplateLanguage, LanguageSigns])[];

/** The language that the name tells. The last extension counts, or the one before a plain one: `index.erb.html`. */
function byExtension(parts: readonly string[]): TemplateLanguage | undefined {
  const named = (extension: string): TemplateLanguage | undefined =>
    LANGUAGES.find(([, { extensions }]) => extensions.includes(extension))?.[0];
  // `page.blade.php` is no plain PHP.
  const whole = named(parts.slice(-2).join('.'));
  if (whole !== undefined) return whole;
  for (const part of parts.slice(-2).reverse()) {
    const language = named(part);
    if (language !== undefined) return language;
    if (part !== 'html' && part !== 'htm') return undefined;
  }
  return undefined;
}

/** A file of a named template language holds no second server language, but PHP can print any text, and Blade becomes PHP. */
function mayHold(named: TemplateLanguage | undefined, family: LanguageFamily): boolean {
  if (named === undefined || SIGNS[named].family === 'php') return true;
  return SIGNS[named].family === family || (named === 'blade' && family === 'php');
}

function strongest(family: LanguageFamily, text: string, path: string, code: boolean): TemplateLanguage | undefined {
  let best: TemplateLanguage | undefined;
  let most = 0;
  for (const [language, signs] of LANGUAGES) {
    if (signs.family !== family) continue;
    const strength = signs.sniff(text, path, code);
    if (strength > most) {
      most = strength;
      best = language;
    }
  }
  return best;
}

import type { SensitiveLanguage } from '../model/sensitive.ts';

/**
 * Simple inflection, undone: endings that a noun or adjective takes, folded like the words they end. Anything more (umlaut
 * plurals, lost vowels) is written out in the vocabulary.
 */

/** An ending, and what stands in its place in the word's basic form. */
interface Ending {
  readonly ending: string;
  readonly replacement: string;
  readonly languages: readonly SensitiveLanguage[];
}

/** A basic form that a word may come from, and the languages in which it would. */
export interface BasicForm {
  readonly form: string;
  readonly languages: readonly SensitiveLanguage[];
}

/** Below this length an ending is no ending: `aid` + `s`, `hiv` + `e`. */
const MIN_FORM = 4;

const SCANDINAVIAN = 's n ns en ens et ets er ers ar ars r na nas erna ernas arna arnas ene enes';
const GERMAN = 's e en n er es em ern';

const REPLACED: readonly Ending[] = [
  { ending: 'or', replacement: 'a', languages: ['sv'] },
  { ending: 'orna', replacement: 'a', languages: ['sv'] },
  { ending: 'ornas', replacement: 'a', languages: ['sv'] },
  { ending: 'ies', replacement: 'y', languages: ['en'] },
];

const ENDINGS_BY_LAST_LETTER = index([
  ...SCANDINAVIAN.split(' ').map((ending): Ending => ({ ending, replacement: '', languages: ['sv', 'nb'] })),
  ...GERMAN.split(' ').map((ending): Ending => ({ ending, replacement: '', languages: ['de'] })),
  ...['s', 'es'].map((ending): Ending => ({ ending, replacement: '', languages: ['en'] })),
  ...['s', 'en', 'et', 'n'].map((ending): Ending => ({ ending, replacement: '', languages: ['any'] })),
  ...REPLACED,
]);

/** The basic forms that a folded word may be an inflection of; never the word itself. */
export function basicForms(word: string): readonly BasicForm[] {
  const endings = ENDINGS_BY_LAST_LETTER.get(word.charAt(word.length - 1));
  if (endings === undefined || word.length <= MIN_FORM) return [];
  const forms: BasicForm[] = [];
  for (const { ending, replacement, languages } of endings) {
    const length = word.length - ending.length;
    if (length + replacement.length < MIN_FORM || !word.endsWith(ending)) continue;
    forms.push({ form: word.slice(0, length) + replacement, languages });
  }
  return forms;
}

function index(endings: readonly Ending[]): ReadonlyMap<string, readonly Ending[]> {
  const byLast = new Map<string, Ending[]>();
  for (const ending of endings) {
    const last = ending.ending.charAt(ending.ending.length - 1);
    const group = byLast.get(last);
    if (group === undefined) byLast.set(last, [ending]);
    else group.push(ending);
  }
  return byLast;
}

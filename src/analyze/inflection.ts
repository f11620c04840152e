import { SENSITIVE_LANGUAGES, type SensitiveLanguage } from '../model/sensitive.ts';

/**
 * Simple inflection, undone: endings that a noun or adjective takes, folded like the words they end. Anything more (umlaut
 * plurals, lost vowels, most cases of Finnish and Polish) is written out in the vocabulary, or left open there with `*`.
 */

/** A set of languages: one bit for each. */
export type Languages = number;

/** Every language. */
export const ALL_LANGUAGES: Languages = 2 ** SENSITIVE_LANGUAGES.length - 1;

/** The set of one language. */
export function setOf(language: SensitiveLanguage): Languages {
  return 1 << SENSITIVE_LANGUAGES.indexOf(language);
}

/** A basic form that a word may come from, and the languages in which it would. */
export interface BasicForm {
  readonly form: string;
  readonly languages: Languages;
}

/** An ending, and what stands in its place in the word's basic form. */
interface Ending {
  readonly ending: string;
  readonly replacement: string;
  readonly languages: Languages;
}

/** Below this length an ending is no ending: `aid` + `s`, `hiv` + `e`. */
const MIN_FORM = 4;

const SCANDINAVIAN = 's n ns en ens et ets er ers ar ars r na nas erna ernas arna arnas ene enes';

/** By language: endings, each behind what it replaces (`a>or`: `klinika` is found as `klinikor`). */
const ENDINGS: Readonly<Record<SensitiveLanguage, string>> = {
  any: 's en et n',
  sv: `${SCANDINAVIAN} a a>or a>orna a>ornas`,
  nb: `${SCANDINAVIAN} e t e>a`,
  da: `${SCANDINAVIAN} e t erne ernes`,
  fi: 'n t a na ta in en an ssa sta lla lta lle ksi iin ien ja jen ia ita i>in i>it i>eja',
  de: 's e en n er es em ern',
  nl: 's e n en je jes tje tjes l>llen k>kken n>nnen s>ssen p>ppen t>tten m>mmen',
  en: 's es y>ies',
  fr: 's x e es al>aux el>elle el>elles if>ive if>ives x>se x>ses er>ere er>eres ien>ienne',
  es: 's es o>a o>as z>ces',
  it: 'o>i e>i a>e o>a o>e a>he o>hi a>i io>i',
  pt: 's es ao>oes al>ais el>eis m>ns o>a o>as',
  pl: 'y i e a u em ow om ami ach a>y a>i a>e a>o a>u ek>ki ek>ka o>a y>e y>ego y>ej y>ych',
};

const ENDINGS_BY_LAST_LETTER = index();

/** Articles and prepositions that come and go inside a phrase: `test de grossesse`, `/test-grossesse`. */
const FUNCTION_WORDS = new Set(
  (
    'a an al au aux con contra contre contro d da das de degli dei del dell della delle dello des di do dos du el en for fur fuer ' +
    'gegen l la las le les lo los mod mot na of os para per por pour the tegen till til van voor'
  ).split(' '),
);

/** Whether a folded word is one that phrases pass over. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

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

function index(): ReadonlyMap<string, readonly Ending[]> {
  const merged = new Map<string, Ending>();
  for (const language of SENSITIVE_LANGUAGES) {
    for (const text of ENDINGS[language].split(' ')) {
      const [replacement, ending] = text.includes('>') ? text.split('>') : ['', text];
      if (ending === undefined || replacement === undefined) continue;
      const languages = (merged.get(text)?.languages ?? 0) | setOf(language);
      merged.set(text, { ending, replacement, languages });
    }
  }
  const byLast = new Map<string, Ending[]>();
  for (const ending of merged.values()) {
    const last = ending.ending.charAt(ending.ending.length - 1);
    const group = byLast.get(last);
    if (group === undefined) byLast.set(last, [ending]);
    else group.push(ending);
  }
  return byLast;
}

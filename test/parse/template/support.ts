import { expect } from 'vitest';
import type { TemplateBranch, TemplateLanguage, TemplateScan } from '../../../src/parse/template/index.ts';
import { scanTemplate } from '../../../src/parse/template/scan.ts';

/** Scans a text that must hold template syntax. */
export function scan(text: string, ...languages: TemplateLanguage[]): TemplateScan {
  const found = scanTemplate(text, languages);
  if (found === undefined) throw new Error(`no template syntax found in ${text}`);
  expect(found.masked).toHaveLength(text.length);
  return found;
}

/** One branch in short: `!` for negated, `else` for a plain else, `A < B` for "A unless an earlier B held". */
function brief(branch: TemplateBranch): string {
  const own = branch.kind === 'if' ? signed(branch.condition ?? 'else', branch.negated) : branch.kind;
  const earlier = branch.excluded.map((excluded) => signed(excluded.condition, excluded.negated));
  return earlier.length === 0 ? own : `${own} < ${earlier.join(', ')}`;
}

function signed(text: string, negated: boolean): string {
  return negated ? `!(${text})` : text;
}

/** The branches around the first occurrence of `mark`, outermost first. */
export function guards(text: string, mark: string, ...languages: TemplateLanguage[]): string[] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`${mark} is not in the text`);
  return scan(text, ...languages)
    .branchesAt(at)
    .map(brief);
}

/** The masked text with fillers shortened to `T` and runs of spaces to one. */
export function shape(text: string, ...languages: TemplateLanguage[]): string {
  return scan(text, ...languages)
    .masked.replace(/T[0-9a-z]*_*/g, 'T')
    .replace(/ +/g, ' ')
    .trim();
}

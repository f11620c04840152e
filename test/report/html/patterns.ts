/** The sentences that rules, the model and the engine say, as catalogues have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

export interface Pattern {
  /** `{0} runs before {1}`. */
  readonly text: string;
  /** `rules/consent/example.ts:12`. */
  readonly place: string;
  /** Words in a place for a value, which a catalogue never sees: `${more ? 'runs' : 'run'}`. */
  readonly loose: readonly string[];
}

/** The file of a language that a sentence belongs into, by the first of these that its place begins with. */
const CATALOGUES: readonly (readonly [start: string, name: string])[] = [
  ['rules/hygiene/', 'security'],
  ['src/model/gate-wording.ts', 'gates'],
  ['src/model/own-consent-wording.ts', 'gates'],
  ['src/model/consent-', 'gates'],
  ['src/model/reviewed/', 'policy'],
  ['src/model/inventory/words.ts', 'words'],
  ['src/model/form-field.ts', 'words'],
  ['src/model/entity-words.ts', 'words'],
  ['src/model/', 'evidence'],
  ['src/analyze/', 'evidence'],
  ['src/extract/', 'ways'],
  ['src/report/matrix/', 'cells'],
  ['src/', 'run'],
];

export function catalogueOf(place: string): string {
  const found = CATALOGUES.find(([start]) => place.startsWith(start));
  return found?.[1] ?? place.split('/')[1] ?? '';
}

/** Every template with the tag `say`, in the order of the files. */
export function patternsIn(folders: readonly string[]): readonly Pattern[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('src/generated/'))
      .sort()
      .flatMap(patternsOf),
  );
}

function patternsOf(file: string): Pattern[] {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes('say`')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'say') {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ text: patternOf(node.template), place: `${file}:${line + 1}`, loose: looseIn(node.template) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function patternOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, { literal }, index) => `${text}{${index}}${literal.text}`,
    template.head.text,
  );
}

/** Texts that a value may be, wherever they do not go through a call that makes a phrase of them. */
function looseIn(template: ts.TemplateLiteral): string[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [];
  const found: string[] = [];
  const visit = (node: ts.Expression): void => {
    if (ts.isStringLiteral(node) && /[A-Za-z]/.test(node.text)) found.push(node.text);
    else if (ts.isTemplateExpression(node) && /[A-Za-z]{2}/.test(patternOf(node).replace(/\{\d+\}/g, '')))
      found.push(node.getText());
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(visit);
    else if (ts.isParenthesizedExpression(node)) visit(node.expression);
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach(visit);
  };
  for (const { expression } of template.templateSpans) visit(expression);
  return found;
}

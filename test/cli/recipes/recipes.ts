/** The recipes of the documentation, as files. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../command.ts';

/** The text that docs/recipes.md gives for a file. */
export function recipe(file: string): string {
  const page = readFileSync(join(root, 'docs/recipes.md'), 'utf8');
  const start = page.indexOf(`<!-- file: ${file} -->\n\`\`\``);
  if (start < 0) throw new Error(`docs/recipes.md gives no ${file}`);
  const code = page.indexOf('\n', page.indexOf('```', start)) + 1;
  return page.slice(code, page.indexOf('```', code));
}

/** Where a tool is: below a folder that the environment names, or on the path; undefined where it is nowhere. */
export function toolPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [process.env.TAGLINT_TOOLS ?? '', ...folders]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

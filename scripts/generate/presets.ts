/** The presets of configurations: each is a configuration itself, `rules/presets/<name>.yml`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENDING = '.yml';

/** The text of every preset by its name, in the order of the names. */
export function presetTexts(folder: string): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -ENDING.length), readFileSync(join(folder, name), 'utf8')]),
  );
}

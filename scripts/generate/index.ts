/** Makes `src/generated/`: the compiled catalogue, the sensitive vocabulary, the rule registry and the rules' pages. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCatalog } from '../catalog/compile.ts';
import { loadSensitive } from '../catalog/load-sensitive.ts';
import { jsonModule } from './module-text.ts';
import { registryModule, ruleDocs, ruleFiles } from './rules.ts';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

const outputs = ['catalog.ts', 'sensitive.ts', 'rules.ts', 'rule-docs.ts'] as const;
const folder = join(root, 'src/generated');

/**
 * Writes every generated module whose text has changed.
 * @throws Error naming file (and line) of an invalid catalogue file, or of a rule without its page
 */
export function generate(): void {
  // Paths in messages are relative to the project, whatever folder the command was started in.
  process.chdir(root);
  const rules = ruleFiles('rules');
  const texts: Record<(typeof outputs)[number], string> = {
    'catalog.ts': jsonModule({
      name: 'catalog',
      type: 'Catalog',
      from: '../model/catalog.ts',
      value: compileCatalog('rules/catalog'),
    }),
    'sensitive.ts': jsonModule({
      name: 'sensitive',
      type: 'SensitiveData',
      from: '../model/sensitive.ts',
      value: loadSensitive('rules/catalog/sensitive'),
    }),
    'rules.ts': registryModule(rules),
    'rule-docs.ts': jsonModule({
      name: 'ruleDocs',
      type: 'Readonly<Record<string, string>>',
      value: ruleDocs(rules),
    }),
  };
  mkdirSync(folder, { recursive: true });
  for (const name of outputs) write(join(folder, name), texts[name]);
  for (const name of readdirSync(folder)) {
    if (!outputs.some((output) => name.startsWith(output))) rmSync(join(folder, name), { recursive: true });
  }
}

/** Runs `generate` when a generated module is missing or older than what it is made from. */
export function generateIfStale(): void {
  const oldest = Math.min(...outputs.map((name) => modified(join(folder, name))));
  if (oldest < newest([join(root, 'rules'), join(root, 'scripts')])) generate();
}

/** The file appears whole or not at all, because tests that run at the same time may be reading it. */
function write(file: string, text: string): void {
  if (modified(file) > 0 && readFileSync(file, 'utf8') === text) {
    const now = new Date();
    utimesSync(file, now, now);
    return;
  }
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  console.log(`generated ${relative(root, file)}`);
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count too: removing a file changes nothing else. */
function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    latest = Math.max(latest, modified(path));
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name);
      latest = Math.max(latest, entry.isDirectory() ? newest([inner]) : modified(inner));
    }
  }
  return latest;
}

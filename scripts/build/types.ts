/** Writes the declarations of the API. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const folder = resolve('dist/types');

/** @throws Error with the compiler's messages */
export function declarations(): void {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.types.json'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`declarations: ${stdout}`);
  prune(join(folder, 'src/index.d.ts'));
}

/** Keeps only what the entry reaches: the insides of the program are no part of the API. */
function prune(entry: string): void {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.[^']+)'/g,
    )) {
      const target = resolve(dirname(file), specifier).replace(/\.[jt]s$/, '.d.ts');
      if (!existsSync(target)) throw new Error(`${file}: ${specifier} has no declarations`);
      visit(target);
    }
  };
  visit(entry);
  removeOthers(folder, reached);
}

/** @returns whether anything is left in the folder */
function removeOthers(current: string, keep: ReadonlySet<string>): boolean {
  let left = false;
  for (const name of readdirSync(current)) {
    const path = join(current, name);
    const kept = statSync(path).isDirectory() ? removeOthers(path, keep) : keep.has(path);
    if (!kept) rmSync(path, { recursive: true });
    left ||= kept;
  }
  return left;
}

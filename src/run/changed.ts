/** A run over what has changed: the files, and what has to be looked at beside them. */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Changes } from '../discover/changes.ts';
import { type DiscoverOptions, isGlob } from '../discover/discover.ts';
import { type Discovered, discover, type FileTree, type PathError } from '../discover/index.ts';
import { isInside } from '../discover/inside.ts';
import { say } from '../model/phrase.ts';
import { type Input, InputReader } from './input.ts';
import { mayBeTakenIn, relatedTo } from './related.ts';
import { type Candidate, scan } from './scan.ts';
import { realFolder } from './stdin.ts';

export interface Surroundings {
  /** All files, changed or not. */
  readonly inputs: readonly Input[];
  readonly roots: readonly string[];
  readonly tree: FileTree;
  readonly reader: InputReader;
  /** What is to be judged. */
  readonly candidates: readonly Candidate[];
  /** What may be pages of theirs, and holds nothing itself. */
  readonly beside: readonly Input[];
}

export class ChangedRun {
  readonly #paths: readonly string[];
  readonly #changes: Changes;
  readonly #options: DiscoverOptions;

  constructor(paths: readonly string[], changes: Changes, options: DiscoverOptions) {
    this.#paths = paths;
    this.#changes = changes;
    this.#options = options;
  }

  /** The changed files below the paths. A path that has not changed is no mistake, one that is nowhere is. */
  async find(): Promise<Discovered> {
    const { changed, skipped, asFound = false } = this.#changes;
    const found = await discover(this.#paths, { ...this.#options, tree: changed, asFound });
    const elsewhere = this.#paths.filter((path) => this.#isElsewhere(path));
    const missing = found.errors.filter(({ path, code }) => {
      if (elsewhere.includes(path)) return false;
      return code !== 'missing' || this.#isNowhere(path);
    });
    const message = say`is not in the repository ${this.#changes.root ?? ''}`;
    return {
      ...found,
      errors: [...missing, ...elsewhere.map((path): PathError => ({ path, code: 'missing', message }))],
      skipped: [...found.skipped, ...skipped.map(({ file, reason }) => ({ file: this.#shown(file), reason }))],
    };
  }

  /** What the changed files are judged with; undefined where nothing in them can be found. */
  async surroundings(files: readonly Input[], candidates: readonly Candidate[]): Promise<Surroundings | undefined> {
    if (candidates.length === 0 && !files.some(({ path }) => mayBeTakenIn(path))) return undefined;
    const tree = this.#changes.whole();
    const found = await discover(this.#wider(), { ...this.#options, tree });
    const inputs = new Map<string, Input>(found.files.map((input) => [input.absolute, input]));
    for (const input of files) inputs.set(input.absolute, input);
    const all = [...inputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    // What cannot be looked at there is told by a run over all.
    const reader = new InputReader(() => undefined, tree);
    const scanned = scan(all, { reader, skip: () => undefined, progress: () => undefined });
    const changed = new Set(files.map(({ path }) => path));
    const related = relatedTo(changed, scanned.candidates, ({ input }) => reader.peek(input) ?? '');
    const judged = new Set(related.map(({ input }) => input));
    const others = scanned.candidates.filter(({ input }) => !judged.has(input)).map(({ input }) => input);
    return {
      inputs: all,
      roots: found.roots,
      tree,
      reader,
      candidates: related,
      beside: [...others, ...scanned.beside, ...found.contents],
    };
  }

  /** A file that is named alone stands among all others. */
  #wider(): string[] {
    const { cwd } = this.#options;
    const paths = this.#paths.map((path) => {
      if (path.startsWith('!')) return path;
      const absolute = resolve(cwd, path);
      if (this.#isFolder(absolute)) return path;
      return isInside(cwd, absolute) ? '.' : dirname(absolute);
    });
    return [...new Set(paths)];
  }

  #isFolder(absolute: string): boolean {
    try {
      return this.#changes.whole().kindOf(absolute) === 'folder';
    } catch {
      return false;
    }
  }

  #isElsewhere(path: string): boolean {
    const { root } = this.#changes;
    if (root === undefined) return false;
    const absolute = resolve(this.#options.cwd, path);
    return !path.startsWith('!') && !isGlob(path) && !isInside(root, absolute) && !isInside(root, realFolder(absolute));
  }

  #isNowhere(path: string): boolean {
    const absolute = resolve(this.#options.cwd, path);
    if (isGlob(path) || existsSync(absolute)) return false;
    return !this.#changes.removed.some((removed) => isInside(absolute, removed));
  }

  #shown(absolute: string): string {
    const { cwd } = this.#options;
    return (isInside(cwd, absolute) ? relative(cwd, absolute) : absolute).split(sep).join('/');
  }
}

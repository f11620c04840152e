/** Repairs what is found: changes texts, lints them again, and so on, and writes files when nothing is left to change. */
import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf } from '../discover/discover.ts';
import { decodeText, encodeText, readInput } from '../discover/index.ts';
import { isInside } from '../discover/inside.ts';
import { isSnapshotFolder } from '../discover/snapshots.ts';
import { chooseRepairs, repairOf } from '../engine/repairs.ts';
import type { Finding, RepairKind, Skipped } from '../model/finding.ts';
import { byFile } from '../report/causes.ts';
import { applyEdits } from '../text/edit.ts';
import { type Run, type RunOptions, run } from './run.ts';
import { realFolder } from './stdin.ts';
import { writeWhole } from './write.ts';

export interface FixOptions extends RunOptions {
  readonly repairs: RepairKind;
  /** The findings that are to be repaired; undefined where they cannot be told. */
  readonly select: (run: Run) => Promise<readonly Finding[] | undefined>;
}

/** What became of a file. */
export interface Change {
  /** As findings show it. */
  readonly path: string;
  readonly absolute: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface FixedRun {
  /** The last run, in which the files count as repaired. */
  readonly run: Run;
  readonly changes: readonly Change[];
  /** Findings that were there and are no longer. */
  readonly fixed: number;
  /** Files with something to repair that were left as they are, with the reason. */
  readonly left: readonly Skipped[];
}

/** A repair may uncover the next one; more rounds than that are repairs that undo each other. */
const MOST_ROUNDS = 10;

/** Lints and repairs in memory. @returns undefined where `select` tells no findings */
export async function fixRun(paths: readonly string[], options: FixOptions): Promise<FixedRun | undefined> {
  const { repairs, select, ...asked } = options;
  const texts = new Texts(options);
  const again = (): Promise<Run> => {
    const { overlay, stdin } = texts;
    return run(paths, { ...asked, overlay, ...(stdin && { stdin }) });
  };
  const made = new Set<string>();
  let last = await run(paths, asked);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = await select(last);
    if (!findings) return undefined;
    const repaired = texts.repair(last, findings, repairs);
    if (repaired.length === 0) break;
    for (const finding of repaired) made.add(keyOf(finding));
    const before = last;
    last = await again();
    if (texts.undoBroken(before, last)) last = await again();
  }
  const there = new Set(last.result.findings.map(keyOf));
  const fixed = [...made].filter((key) => !there.has(key)).length;
  return { run: last, changes: texts.changes, fixed, left: texts.left };
}

/** Writes what was repaired. @returns the files that could not be written, with the reason; they are as they were */
export function writeChanges(changes: readonly Change[]): Skipped[] {
  return changes.flatMap(({ path, absolute, before, after }): Skipped[] => {
    const now = readInput(absolute);
    if (!now.ok || Buffer.compare(now.bytes, before) !== 0)
      return [{ file: path, reason: 'it has changed since it was read' }];
    try {
      writeWhole(absolute, after, { followLinks: true });
      return [];
    } catch (error) {
      return [{ file: path, reason: error instanceof Error ? error.message : String(error) }];
    }
  });
}

/** The files as they stand after the repairs so far. */
class Texts {
  readonly #options: FixOptions;
  readonly #roots: readonly string[];
  readonly #changes = new Map<string, Change>();
  readonly #left = new Map<string, string>();
  /** The files that the last round changed, as they were before it. */
  #last = new Map<string, Uint8Array>();

  constructor(options: FixOptions) {
    this.#options = options;
    this.#roots = [realFolder(options.cwd)];
  }

  /** What stands for a file on standard input, as it is now. */
  get stdin(): RunOptions['stdin'] {
    const { stdin } = this.#options;
    const changed = stdin && this.#changes.get(stdin.name);
    return changed ? { ...stdin, bytes: changed.after } : stdin;
  }

  get overlay(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#changes.values()].map(({ absolute, after }) => [realFolder(absolute), after]));
  }

  get changes(): readonly Change[] {
    return [...this.#changes.values()].filter(({ before, after }) => Buffer.compare(before, after) !== 0);
  }

  get left(): Skipped[] {
    return [...this.#left].map(([file, reason]) => ({ file, reason }));
  }

  /** One round: what can be repaired at once. @returns the findings whose repair was made */
  repair({ files, project }: Run, found: readonly Finding[], kind: RepairKind): readonly Finding[] {
    this.#last = new Map();
    const repaired: Finding[] = [];
    const inputs = new Set(files.map((file) => resolve(project, file)));
    for (const [path, findings] of byFile(found)) {
      if (this.#left.has(path) || !findings.some((finding) => repairOf(finding, kind))) continue;
      const change = this.#changes.get(path) ?? this.#open(path, inputs);
      if (!change) continue;
      const text = decodeText(change.after);
      const chosen = chooseRepairs(findings, kind);
      const next = encodeText(applyEdits(text, chosen.edits), change.before);
      if (!next) {
        this.#left.set(path, 'its encoding cannot say what a repair writes, or it is not written in one');
        continue;
      }
      if (Buffer.compare(next, change.after) === 0) continue;
      this.#last.set(path, change.after);
      this.#changes.set(path, { ...change, after: next });
      repaired.push(...chosen.findings);
    }
    return repaired;
  }

  /** Takes back what a repair has made unreadable. @returns true where that was so */
  undoBroken(before: Run, after: Run): boolean {
    const broken = [...this.#last].filter(([path]) => faultsIn(after, path) > faultsIn(before, path));
    for (const [path, bytes] of broken) {
      const change = this.#changes.get(path);
      if (change) this.#changes.set(path, { ...change, after: bytes });
      this.#left.set(path, 'a repair would leave it unreadable');
    }
    return broken.length > 0;
  }

  /** A file that may be changed. */
  #open(path: string, inputs: ReadonlySet<string>): Change | undefined {
    const { cwd, stdin } = this.#options;
    const absolute = resolve(cwd, path);
    if (stdin?.name === path) return { path, absolute, before: stdin.bytes, after: stdin.bytes };
    const read = readInput(absolute);
    const reason = inputs.has(absolute) ? this.#refusal(absolute) : 'it is not among the given paths';
    if (reason !== undefined || !read.ok) {
      this.#left.set(path, reason ?? (read.ok ? '' : read.reason.toString()));
      return undefined;
    }
    return { path, absolute, before: read.bytes, after: read.bytes };
  }

  /** Why a file is not to be written. */
  #refusal(absolute: string): string | undefined {
    if (isSnapshotFolder(dirname(absolute))) return 'it is a copy of what a vendor publishes';
    try {
      const isLink = lstatSync(absolute).isSymbolicLink();
      const target = realpathSync(absolute);
      const roots = [...this.#roots, realFolder(dirname(absolute))];
      if (isLink && !roots.some((root) => isInside(root, target)))
        return 'it is a symbolic link that leads outside the given paths';
      const { mode } = statSync(target);
      if ((mode & 0o222) === 0) return 'it is read-only';
      accessSync(target, constants.W_OK);
      return undefined;
    } catch (error) {
      return reasonOf(error).toString();
    }
  }
}

function faultsIn({ result }: Run, path: string): number {
  return result.findings.filter(
    ({ file, rule }) => file === path && (rule === 'parse-error' || rule === 'internal-error'),
  ).length;
}

function keyOf({ file, fingerprint }: Finding): string {
  return `${file} ${fingerprint}`;
}

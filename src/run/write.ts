/** Writes files. */
import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from '../discover/discover.ts';

export interface WriteOptions {
  /** Writes where a link at the path leads, and into a pipe or a device that stands there; otherwise takes their place. */
  readonly followLinks?: boolean;
}

/**
 * Writes a file so that nobody ever sees half of it: beside it, and then in its place. The permissions of a file that was there
 * stay.
 * @throws Error saying why, in words that name no other file; what was there is as it was
 */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  { followLinks = false }: WriteOptions = {},
): void {
  try {
    writeOrThrow(file, content, followLinks);
  } catch (error) {
    throw new Error(whyNot(error, file), { cause: error });
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let isShielded = false;

/**
 * A signal ends the process between two writes and not in one, so that no draft is left. It ends as if nothing had caught the
 * signal: shells tell 130 for Ctrl-C.
 */
function shield(): void {
  if (isShielded) return;
  isShielded = true;
  const end = (signal: NodeJS.Signals): void => {
    drop();
    process.kill(process.pid, signal);
  };
  const drop = (): void => {
    isShielded = false;
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  // By then a signal that came meanwhile has been told.
  setImmediate(drop);
}

function writeOrThrow(file: string, content: string | Uint8Array, followLinks: boolean): void {
  const before = (followLinks ? statSync : lstatSync)(file, { throwIfNoEntry: false });
  if (followLinks && before && !before.isFile()) {
    writeFileSync(file, content);
    return;
  }
  const target = followLinks && before ? realpathSync(file) : file;
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
  if (before?.isDirectory()) throw new Error('it is a folder');
  shield();
  // Nothing that is there under this name is followed or written into.
  rmSync(draft, { force: true });
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    if (before?.isFile()) chmodSync(draft, before.mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The system speaks of the draft, of which nobody who asked for the file knows. */
function whyNot(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `there is no folder ${dirname(file)}`;
  if (code === 'ENOTDIR') return `${dirname(file)} is no folder`;
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'there is no space left';
  // `EBUSY: resource busy, rename 'draft' -> 'file'`
  return reasonOf(error)
    .toString()
    .replace(/, \w+ '[\s\S]*$/, '');
}

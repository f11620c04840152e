import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that nobody ever sees half of it: beside it, and then in its place. Symbolic links stay, and so do the
 * permissions of a file that was there; pipes and devices are written to.
 * @throws Error of the file system
 */
export function writeWhole(file: string, text: string): void {
  const before = statSync(file, { throwIfNoEntry: false });
  if (before && !before.isFile()) {
    writeFileSync(file, text);
    return;
  }
  const target = before ? realpathSync(file) : file;
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
  try {
    // An existing file of that name is none of ours.
    writeFileSync(draft, text, { flag: 'wx' });
    if (before) chmodSync(draft, before.mode);
    renameSync(draft, target);
  } catch (error) {
    if (!isThere(error)) rmSync(draft, { force: true });
    throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

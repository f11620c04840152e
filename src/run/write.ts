/** Writes files. */
import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface WriteOptions {
  /** Writes where a link at the path leads, and into a pipe or a device that stands there; otherwise takes their place. */
  readonly followLinks?: boolean;
}

/**
 * Writes a file so that nobody ever sees half of it: beside it, and then in its place. The permissions of a file that was there
 * stay.
 * @throws Error of the file system; what was there is as it was
 */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  { followLinks = false }: WriteOptions = {},
): void {
  const before = (followLinks ? statSync : lstatSync)(file, { throwIfNoEntry: false });
  if (followLinks && before && !before.isFile()) {
    writeFileSync(file, content);
    return;
  }
  const target = followLinks && before ? realpathSync(file) : file;
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
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

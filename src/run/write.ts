/** Writes files. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file that is either wholly there or as it was; throws where that cannot be. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    // Nothing that is there under this name is followed or written into.
    rmSync(draft, { force: true });
    writeFileSync(draft, content, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

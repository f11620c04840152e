/** Standard input as an input of a run. */
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder below which a text from standard input may refer to files. */
export function rootOf(absolute: string): string {
  return realFolder(dirname(absolute));
}

/** A folder without symbolic links, as far as it is there. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

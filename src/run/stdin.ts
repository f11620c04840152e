/** Standard input as an input of a run. */
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder below which a text from standard input may refer to files. */
export function rootOf(absolute: string): string {
  const folder = dirname(absolute);
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

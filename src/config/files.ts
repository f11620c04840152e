/** Files that a configuration speaks of. */
import { resolve } from 'node:path';
import { configuredLayer, isIgnored } from '../discover/ignore-files.ts';

/** Where a configuration lies, and what the paths of findings are relative to. */
export interface ConfigPlace {
  readonly folder: string;
  readonly cwd: string;
}

/** Tells whether a file, by the path that findings show, is meant by patterns with .gitignore's meaning. */
export function fileMatcher(patterns: readonly string[], { folder, cwd }: ConfigPlace): (file: string) => boolean {
  const layers = configuredLayer(folder, patterns);
  // What ends in a slash is a folder, which a pattern may mean by that slash alone.
  return (file) => isIgnored(resolve(cwd, file), /[\\/]$/.test(file), layers);
}

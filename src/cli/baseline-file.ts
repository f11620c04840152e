/** Where the baseline of a run is; whether one is there decides if anything else of baselines is loaded. */
import { join, relative, resolve } from 'node:path';
import { DISK, type FileTree, isFileIn } from '../discover/tree.ts';
import { BASELINE_NAME } from '../run/project.ts';
import type { Run } from '../run/run.ts';

export interface BaselineFile {
  readonly file: string;
  /** As messages name it: relative to the current folder. */
  readonly shown: string;
  readonly tree: FileTree;
}

/** The file that the option names, else the one in the folder of the project. */
export function baselineFile({ project, settings }: Run, flag: string | boolean): BaselineFile {
  const cwd = process.cwd();
  const file = typeof flag === 'string' ? resolve(cwd, flag) : join(project, BASELINE_NAME);
  // What somebody names may be in no repository.
  const isNamed = typeof flag === 'string' && !isFileIn(settings, file);
  return { file, shown: relative(cwd, file) || file, tree: isNamed ? DISK : settings };
}

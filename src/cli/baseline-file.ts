/** Where the baseline of a run is; whether one is there decides if anything else of baselines is loaded. */
import { join, relative, resolve } from 'node:path';
import { BASELINE_NAME } from '../run/project.ts';
import type { Run } from '../run/run.ts';

export interface BaselineFile {
  readonly file: string;
  /** As messages name it: relative to the current folder. */
  readonly shown: string;
}

/** The file that the option names, else the one in the folder of the project. */
export function baselineFile({ project }: Run, flag: string | boolean): BaselineFile {
  const cwd = process.cwd();
  const file = typeof flag === 'string' ? resolve(cwd, flag) : join(project, BASELINE_NAME);
  return { file, shown: relative(cwd, file) || file };
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../command.ts';
import { GIT_ENVIRONMENT, Repository } from '../repository.ts';

/** A repository that has taglint among its dependencies. */
export class Project extends Repository {
  constructor(files: Readonly<Record<string, string>> = {}) {
    super({ 'package.json': '{ "private": true }\n', '.gitignore': 'node_modules/\n', ...files });
    const bin = join(this.path, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    chmodSync(join(root, 'dist/cli.js'), 0o755);
    symlinkSync(join(root, 'dist/cli.js'), join(bin, 'taglint'));
  }

  /** Runs a program with the tools on its path. */
  run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Said {
    const { PATH = '' } = process.env;
    const folders = [join(this.path, 'node_modules/.bin'), dirname(process.execPath)];
    if (process.env.TAGLINT_TOOLS) folders.push(process.env.TAGLINT_TOOLS);
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.path,
      env: { PATH: [...folders, PATH].join(':'), HOME: this.path, CI: '1', ...GIT_ENVIRONMENT, ...env },
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  }
}

export interface Said {
  readonly status: number | null;
  /** On both outputs. */
  readonly said: string;
}

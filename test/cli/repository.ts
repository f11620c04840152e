/** Repositories of tests: real ones, made by git. */
import { execFileSync } from 'node:child_process';
import { Folder } from './command.ts';

/** What git is told whatever the machine's configuration says. */
export const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
} as const;

/** A folder that is a repository, for one test. */
export class Repository extends Folder {
  constructor(files: Readonly<Record<string, string>> = {}) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Runs git in it and gives what it prints. */
  git(...args: readonly string[]): string {
    return this.#run(args, '');
  }

  /** Stores a text and gives its id. */
  hash(text: string): string {
    return this.#run(['hash-object', '-w', '--stdin'], text).trim();
  }

  /** Stages a file under any name. */
  addToIndex(mode: string, blob: string, name: Uint8Array): void {
    const entry = Buffer.concat([Buffer.from(`${mode} ${blob} 0\t`), name, Buffer.from('\0')]);
    this.#run(['update-index', '-z', '--index-info'], entry);
  }

  #run(args: readonly string[], input: string | Uint8Array): string {
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: this.path, ...GIT_ENVIRONMENT };
    return execFileSync('git', args, { cwd: this.path, env, input, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Commits all that is there. */
  commit(message = 'next'): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }
}

/** Runs git: by its command, with fixed arguments, without a shell. */
import { spawnSync } from 'node:child_process';

/** git is missing, refuses, or the folder is none of a repository; the message says which. */
export class GitError extends Error {
  /** What git itself ended with; absent where it could not be run. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.name = 'GitError';
    this.status = status;
  }
}

/** Lists of a repository with a million files are shorter. */
const MOST_OUTPUT = 512 * 1024 * 1024;

/** No monitor that a configuration names is started, nothing is fetched or written, and messages are in one language. */
const CONFIGURATION = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
} as const;

/**
 * @param folder where git is run
 * @returns what it wrote
 * @throws GitError
 */
export function git(folder: string, args: readonly string[], input: string | Uint8Array = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', [...CONFIGURATION, ...args], {
    cwd: folder,
    input,
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, ...ENVIRONMENT },
    windowsHide: true,
  });
  if (error) throw new GitError(whyNot(error));
  if (status === 0) return stdout;
  const [said = ''] = stderr.toString('utf8').trim().split('\n');
  throw new GitError(said.replace(/^fatal: /, '') || `git ended with ${status}`, status ?? undefined);
}

function whyNot(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'git is not there (it is run by its name)';
  return `git cannot be run: ${error.message}`;
}

/** The folder of the repository's files, without links. @throws GitError outside of a repository and in one without files */
export function rootOfRepository(folder: string): string {
  return git(folder, ['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, '');
}

/** The commit that a revision names; undefined where there is none. */
export function commitOf(root: string, revision: string): string | undefined {
  // No revision begins with a dash: it would be read as an option.
  if (revision.startsWith('-') || revision.includes('\0')) return undefined;
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
      .toString('latin1')
      .trim();
  } catch (error) {
    if (error instanceof GitError && error.status !== undefined) return undefined;
    throw error;
  }
}

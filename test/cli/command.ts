/** Runs the built command as a user would. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/build/bundle.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'dist/cli.js');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Bundles the command where it is missing or older than what it is made from; test files that run at once build once. */
export async function buildCommand(): Promise<void> {
  const lock = join(tmpdir(), 'taglint-test-build');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // A run that was killed leaves its lock.
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 60_000) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    const built = statSync(command, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (built < Math.max(...['src', 'rules', 'package.json'].map((path) => newest(join(root, path))))) await bundle();
  } finally {
    rmdirSync(lock);
  }
}

/** Generated modules are left out: they are touched by every run, and change only with the rules. */
function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inner = readdirSync(path).filter((name) => name !== 'generated');
  return Math.max(stats.mtimeMs, ...inner.map((name) => newest(join(path, name))));
}

export interface Call {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Not synchronous, so that several calls run at once. */
export function taglint(args: readonly string[], { cwd, input = '', env = {} }: Call): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [command, ...args], { cwd, env: { PATH, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    // A command that does not read its input closes it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A folder with the given files, for one test. */
export class Folder implements Disposable {
  readonly path: string;

  constructor(files: Readonly<Record<string, string>>) {
    this.path = mkdtempSync(join(tmpdir(), 'taglint-cli-'));
    this.write(files);
  }

  /** Writes files, over those that are there. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

import { spawnSync } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  /** The exit code that is right; 0 unless given. */
  readonly status?: number;
}

/**
 * Runs a program to its end, without standard input.
 * @throws Error with everything it printed, when its exit code is another than expected
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): { stdout: string } {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], {
    cwd: options.cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status === (options.status ?? 0)) return { stdout };
  throw new Error(`${command} ${args.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
}

/** A terminal in which the built command runs, for what it asks there. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './command.ts';
import { toolPath } from './recipes/recipes.ts';

/** `script` of util-linux makes terminals; that of other systems has other options. */
const maker = toolPath('script') ?? '';
export const hasTerminals =
  maker !== '' && /util-linux/.test(spawnSync(maker, ['--version'], { encoding: 'utf8' }).stdout ?? '');

export const KEYS = { enter: '\r', down: '\u001b[B', up: '\u001b[A', escape: '\u001b', interrupt: '\u0003' } as const;

/** A question that is not asked by then never will be. */
const PATIENCE = 20_000;

export class Terminal implements Disposable {
  /** What stands on it, without colours and movements. */
  text = '';
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  #waiting: (() => void)[] = [];

  /** @param args words without anything that a shell would read otherwise */
  constructor(args: readonly string[], cwd: string) {
    const words = [process.execPath, join(root, 'dist/cli.js'), ...args].map((word) => `'${word}'`);
    const { PATH = '' } = process.env;
    this.#child = spawn(
      maker,
      ['--quiet', '--return', '--command', `stty cols 120 rows 50; ${words.join(' ')}`, '/dev/null'],
      {
        cwd,
        env: { PATH, TERM: 'xterm', GIT_CONFIG_GLOBAL: '/dev/null' },
      },
    );
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: movements begin with one
      this.text += text.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
      this.#told();
    });
    this.ended = new Promise((resolve) => this.#child.on('close', resolve));
    void this.ended.then(() => this.#told());
  }

  /** Waits for a text behind what was waited for before, and presses keys. */
  async answer(question: string, ...keys: readonly string[]): Promise<void> {
    const at = await this.#find(question);
    this.text = this.text.slice(at + question.length);
    for (const key of keys) {
      this.#child.stdin?.write(key);
      // A key is one that is pressed, not a part of what is pasted.
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  [Symbol.dispose](): void {
    this.#child.kill();
  }

  async #find(question: string): Promise<number> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const at = this.text.indexOf(question);
      if (at >= 0) return at;
      if (this.#child.exitCode !== null || Date.now() > end)
        throw new Error(`no question “${question}”:\n${this.text}`);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        setTimeout(resolve, 500);
      });
    }
  }

  #told(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

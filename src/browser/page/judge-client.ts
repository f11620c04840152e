/** Jobs for the worker: one at a time, the newest wins, and none takes longer than it may. */
import { TIME_LIMIT } from '../limits.ts';
import type { Job, JobMessage, Judged, PartName, Reply } from '../protocol.ts';
import { loadPart } from './part-loader.ts';

export type Answer =
  | { readonly kind: 'judged'; readonly judged: Judged; readonly without: readonly PartName[] }
  | { readonly kind: 'document'; readonly text: string; readonly without: readonly PartName[] }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'timeout' }
  /** A newer job took its place. */
  | { readonly kind: 'outdated' };

/** A job that a newer one waits for may take so much longer. */
const GRACE = 1_500;

interface Waiting {
  readonly job: Job;
  readonly answer: (answer: Answer) => void;
}

export class JudgeClient {
  readonly #onLoading: (parts: readonly PartName[]) => void;
  /** What the worker has beside the core. */
  #parts: readonly PartName[] = ['vocabulary'];
  #without: readonly PartName[] = [];
  #worker: Worker | undefined;
  /** Ends the job that the worker has. */
  #end: ((answer: Extract<Answer, { kind: 'outdated' }>) => void) | undefined;
  #isBusy = false;
  #waiting: Waiting | undefined;
  #lastId = 0;

  /** @param onLoading told when parts are fetched, and of none when they are there */
  constructor(onLoading: (parts: readonly PartName[]) => void) {
    this.#onLoading = onLoading;
  }

  /** Fetches what every job needs, so that it is there when the first one comes. */
  async prepare(): Promise<void> {
    await Promise.allSettled([...this.#parts, 'core' as const].map(loadPart));
  }

  judge(job: Job): Promise<Answer> {
    return new Promise((answer) => {
      this.#waiting?.answer({ kind: 'outdated' });
      this.#waiting = { job, answer };
      if (!this.#isBusy) void this.#next();
      const end = this.#end;
      if (end) setTimeout(() => this.#end === end && end({ kind: 'outdated' }), GRACE);
    });
  }

  async #next(): Promise<void> {
    const next = this.#waiting;
    if (!next) return;
    this.#waiting = undefined;
    this.#isBusy = true;
    next.answer(await this.#answer(next.job));
    this.#isBusy = false;
    await this.#next();
  }

  async #answer(job: Job): Promise<Answer> {
    for (;;) {
      const worker = await this.#start();
      if (!worker) return { kind: 'failed', message: 'The rules could not be loaded. Reload the page to try again.' };
      const reply = await this.#ask(worker, job);
      if (reply.kind !== 'needs') {
        if (reply.kind === 'timeout' || reply.kind === 'outdated') this.#stop();
        return reply.kind === 'judged' || reply.kind === 'document' ? { ...reply, without: this.#without } : reply;
      }
      this.#stop();
      await this.#fetch(reply.parts);
    }
  }

  /** A part that cannot be had is gone without, and that is told. */
  async #fetch(parts: readonly PartName[]): Promise<void> {
    this.#onLoading(parts);
    for (const part of parts) {
      const there = await loadPart(part).then(
        () => true,
        () => false,
      );
      if (there) this.#parts = [...this.#parts, part];
      else this.#without = [...this.#without, part];
    }
    this.#onLoading([]);
  }

  async #start(): Promise<Worker | undefined> {
    if (this.#worker) return this.#worker;
    const names: readonly PartName[] = ['core', ...this.#parts];
    this.#onLoading(names);
    try {
      const [core = '', ...texts] = await Promise.all(names.map(loadPart));
      const parts = texts.map((text, index) => `${JSON.stringify(names[index + 1])}:${text},\n`);
      const code = ['globalThis.taglintParts={', ...parts, `};(${core})();`];
      const address = URL.createObjectURL(new Blob(code, { type: 'text/javascript' }));
      this.#worker = new Worker(address, { name: 'taglint' });
      return this.#worker;
    } catch {
      return undefined;
    } finally {
      this.#onLoading([]);
    }
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(worker: Worker, job: Job): Promise<Reply | Extract<Answer, { kind: 'timeout' | 'outdated' | 'failed' }>> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => end({ kind: 'timeout' }), TIME_LIMIT);
      const end = (reply: Parameters<typeof resolve>[0]): void => {
        clearTimeout(timer);
        this.#end = undefined;
        worker.onmessage = null;
        worker.onerror = null;
        resolve(reply);
      };
      this.#end = end;
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.id === id) end(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#stop();
        end({ kind: 'failed', message: event.message || 'The worker has ended.' });
      };
      const message: JobMessage = { id, job, without: this.#without };
      worker.postMessage(message);
    });
  }
}

/** One file from one address: bounded in time, size, attempts and in where it may come from. Never rejects. */
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { version } from '../generated/version.ts';

export type Download =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `absent`: the host has nothing at this address, which is an answer too. */
  | { readonly ok: false; readonly reason: string; readonly absent?: true };

export interface DownloadLimits {
  /** Milliseconds for one attempt, from the connection to the last byte. */
  readonly timeout: number;
  readonly attempts: number;
  /** Milliseconds before the second attempt; each further one waits four times as long. */
  readonly delay: number;
  /** Bytes, also of what comes compressed. */
  readonly size: number;
}

const DEFAULT_LIMITS: DownloadLimits = { timeout: 20_000, attempts: 3, delay: 500, size: 20 * 1024 * 1024 };

const MAX_REDIRECTS = 3;
/** The longest wait that a host may ask for. */
const LONGEST_DELAY = 30_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const ABSENT = new Set([404, 410]);

const HEADERS = { accept: '*/*', 'accept-encoding': 'gzip', 'user-agent': `taglint/${version}` };

const unzip = promisify(gunzip);

/** What one attempt came to; `again` where another one may do better, after the milliseconds that the host asks for. */
type Attempt = Download & { readonly again?: { readonly after: number } };

/** Downloads through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name, if any. */
export class Downloader {
  readonly #limits: DownloadLimits;
  readonly #agent = new EnvHttpProxyAgent();

  constructor(limits: Partial<DownloadLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
  }

  async get(address: URL): Promise<Download> {
    const { attempts, delay } = this.#limits;
    for (let attempt = 1; ; attempt++) {
      const { again, ...download } = await this.#attempt(address);
      if (again === undefined) return download;
      if (attempt >= attempts) {
        const tries = attempts > 1 ? ` (${attempts} attempts)` : '';
        return download.ok ? download : { ...download, reason: `${download.reason}${tries}` };
      }
      const backOff = delay * 4 ** (attempt - 1) * (0.75 + Math.random() / 2);
      await wait(Math.min(Math.max(backOff, again.after), LONGEST_DELAY));
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #attempt(address: URL): Promise<Attempt> {
    // One clock for all of it: a host that sends a byte a second holds nobody up.
    const signal = AbortSignal.timeout(this.#limits.timeout);
    let at = address;
    try {
      for (let redirects = 0; ; redirects++) {
        const response = await before(signal, request(at, { dispatcher: this.#agent, signal, headers: HEADERS }));
        if (!REDIRECTS.has(response.statusCode)) return await this.#answer(response, signal);
        discard(response);
        const next = target(header(response, 'location'), at);
        if (!next) return { ok: false, reason: 'redirects to nowhere' };
        if (next.protocol !== at.protocol || next.host !== at.host) {
          return { ok: false, reason: `redirects to another host (${next.host.slice(0, 100)}), which is not followed` };
        }
        if (redirects === MAX_REDIRECTS) return { ok: false, reason: `redirects more than ${MAX_REDIRECTS} times` };
        at = next;
      }
    } catch (error) {
      const reason = signal.aborted ? `no answer within ${this.#limits.timeout / 1000} s` : reasonOf(error);
      return { ok: false, reason, again: { after: 0 } };
    }
  }

  async #answer(response: Dispatcher.ResponseData, signal: AbortSignal): Promise<Attempt> {
    const { statusCode } = response;
    if (statusCode !== 200) {
      discard(response);
      const reason = `status ${statusCode}`;
      if (ABSENT.has(statusCode)) return { ok: false, reason, absent: true };
      const mayPass = statusCode === 408 || statusCode === 429 || statusCode >= 500;
      return { ok: false, reason, ...(mayPass && { again: { after: secondsOf(header(response, 'retry-after')) } }) };
    }
    const encoding = header(response, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
    if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== '') {
      discard(response);
      return { ok: false, reason: 'compressed in a way that was not asked for' };
    }
    const received = await this.#received(response, signal);
    if (!received) return this.#tooLarge();
    if (encoding !== 'gzip') return { ok: true, bytes: received };
    try {
      return { ok: true, bytes: await unzip(received, { maxOutputLength: this.#limits.size }) };
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return this.#tooLarge();
      return { ok: false, reason: 'the compressed text is damaged', again: { after: 0 } };
    }
  }

  /** @returns undefined where there is more than the limit */
  async #received({ body }: Dispatcher.ResponseData, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      signal.throwIfAborted();
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.length;
      if (size > this.#limits.size) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }

  #tooLarge(): Attempt {
    return { ok: false, reason: `more than ${Math.round(this.#limits.size / 1024 / 1024)} MB` };
  }
}

/** Does not wait longer than the signal says: a proxy that hangs up is asked again and again by the library, whatever the signal. */
async function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}

/** Closes the connection: what a host sends behind an answer that is not wanted may have no end. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined).destroy();
}

function header({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

function target(location: string | undefined, from: URL): URL | undefined {
  return location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

function secondsOf(text: string | undefined): number {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) * 1000 : 0;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** An error of the network in words that a person can use. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host is not known here (no network, or a proxy that is not set?)';
    case 'ECONNREFUSED':
      return 'the connection is refused';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return 'the connection broke off';
    default:
      return error instanceof Error && error.message !== '' ? error.message.slice(0, 200) : 'the connection failed';
  }
}

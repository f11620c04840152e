import { createServer, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Download, Downloader, type DownloadLimits } from '../../src/online/download.ts';
import { type Answer, TestServer } from './server.ts';

const QUICK: Partial<DownloadLimits> = { timeout: 5_000, attempts: 3, delay: 1, size: 100_000 };

// Whatever proxy the machine has, it is none for the loopback interface.
beforeEach(() => {
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) vi.stubEnv(name, '');
});
afterEach(() => vi.unstubAllEnvs());

interface Got {
  readonly download: Download;
  readonly asked: readonly string[];
}

async function get(answers: Readonly<Record<string, Answer | string>>, limits = QUICK): Promise<Got> {
  await using server = new TestServer(answers);
  const downloader = new Downloader(limits);
  try {
    const download = await downloader.get(new URL('/file', await server.listen()));
    return { download, asked: server.asked };
  } finally {
    await downloader.close();
  }
}

const textOf = (download: Download): string => (download.ok ? Buffer.from(download.bytes).toString() : '');
const reasonOf = (download: Download): string => (download.ok ? '' : download.reason);

it('gives what the host answers', async () => {
  const { download, asked } = await get({ '/file': 'hello' });
  expect(textOf(download)).toBe('hello');
  expect(asked).toEqual(['/file']);
});

it('says who asks, and takes compressed answers', async () => {
  const { download } = await get({
    '/file': (response, { headers }) => {
      expect(headers['user-agent']).toMatch(/^taglint\/\d/);
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'.repeat(1000)));
    },
  });
  expect(textOf(download)).toHaveLength(5000);
});

it('gives up on a host that never answers', async () => {
  const { download, asked } = await get({ '/file': () => undefined }, { ...QUICK, timeout: 50 });
  expect(reasonOf(download)).toBe('no answer within 0.05 s (3 attempts)');
  expect(asked).toHaveLength(3);
});

it('gives up on a host that sends a byte now and then', async () => {
  const drip = (response: ServerResponse): void => {
    response.write('x');
    const timer = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(timer));
  };
  const { download } = await get({ '/file': drip }, { ...QUICK, timeout: 100, attempts: 1 });
  expect(reasonOf(download)).toBe('no answer within 0.1 s');
});

it.each([500, 502, 503, 429, 408])('asks again after status %i', async (status) => {
  const { download, asked } = await get({
    '/file': (response, _, count) => void (count < 3 ? response.writeHead(status).end('no') : response.end('yes')),
  });
  expect(textOf(download)).toBe('yes');
  expect(asked).toHaveLength(3);
});

it('does not ask for ever', async () => {
  const { download, asked } = await get({ '/file': (response) => void response.writeHead(503).end() });
  expect(reasonOf(download)).toBe('status 503 (3 attempts)');
  expect(asked).toHaveLength(3);
});

it.each([404, 410])('takes status %i for an answer', async (status) => {
  const { download, asked } = await get({ '/file': (response) => void response.writeHead(status).end() });
  expect(download).toEqual({ ok: false, reason: `status ${status}`, absent: true });
  expect(asked).toHaveLength(1);
});

it.each([204, 206, 304, 400, 401, 403])('does not take status %i for one', async (status) => {
  const { download, asked } = await get({ '/file': (response) => void response.writeHead(status).end() });
  expect(download).toEqual({ ok: false, reason: `status ${status}` });
  expect(asked).toHaveLength(1);
});

const redirect =
  (location: string): Answer =>
  (response) =>
    void response.writeHead(302, { location }).end('moved');

it('follows redirects on the same host', async () => {
  const { download, asked } = await get({ '/file': redirect('/other?x=1'), '/other?x=1': 'there' });
  expect(textOf(download)).toBe('there');
  expect(asked).toEqual(['/file', '/other?x=1']);
});

it.each([
  ['http://localhost:9/file', 'localhost:9'],
  ['//evil.test/file', 'evil.test'],
  ['http://127.0.0.1:1/file', '127.0.0.1:1'],
  ['https://127.0.0.1/file', '127.0.0.1'],
  ['file:///etc/passwd', ''],
  ['data:text/javascript,1', ''],
])('does not follow one to %s', async (location, host) => {
  const { download, asked } = await get({ '/file': redirect(location) });
  expect(reasonOf(download)).toBe(`redirects to another host (${host}), which is not followed`);
  expect(asked).toHaveLength(1);
});

it('leaves a circle of redirects', async () => {
  const { download, asked } = await get({ '/file': redirect('/again'), '/again': redirect('/file') });
  expect(reasonOf(download)).toBe('redirects more than 3 times');
  expect(asked).toHaveLength(4);
});

it('does without a redirect that says no address', async () => {
  const { download } = await get({ '/file': (response) => void response.writeHead(301).end() });
  expect(reasonOf(download)).toBe('redirects to nowhere');
});

it('stops at the size limit, without asking again', async () => {
  let written = 0;
  const endless: Answer = (response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000;
    };
    response.on('drain', more);
    more();
  };
  const { download, asked } = await get({ '/file': endless }, { ...QUICK, size: 1024 * 1024 });
  expect(reasonOf(download)).toBe('more than 1 MB');
  expect(asked).toHaveLength(1);
  expect(written).toBeLessThan(20 * 1024 * 1024);
});

it('stops at the size limit in compressed answers too', async () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(100_000);
  const { download } = await get(
    { '/file': (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb) },
    { ...QUICK, size: 1024 * 1024 },
  );
  expect(reasonOf(download)).toBe('more than 1 MB');
});

it('does not take damaged or unknown compression', async () => {
  const encoded = (encoding: string, body: Buffer): Answer => {
    return (response) => void response.writeHead(200, { 'content-encoding': encoding }).end(body);
  };
  const cut = gzipSync('hello'.repeat(1000)).subarray(0, 30);
  expect(reasonOf((await get({ '/file': encoded('gzip', cut) })).download)).toContain('damaged');
  expect(reasonOf((await get({ '/file': encoded('br', cut) })).download)).toContain('not asked for');
});

it('asks again for what broke off, and says so', async () => {
  const cut: Answer = (response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half');
    setTimeout(() => response.destroy(), 5);
  };
  const { download, asked } = await get({ '/file': cut });
  expect(reasonOf(download)).toBe('the connection broke off (3 attempts)');
  expect(asked).toHaveLength(3);
  const chunked: Answer = (response) => {
    response.write('half');
    setTimeout(() => response.destroy(), 5);
  };
  expect(reasonOf((await get({ '/file': chunked })).download)).toContain('the connection broke off');
});

it('says that nobody listens', async () => {
  const downloader = new Downloader(QUICK);
  const server = new TestServer({});
  const address = await server.listen();
  await server[Symbol.asyncDispose]();
  expect(reasonOf(await downloader.get(new URL(address)))).toContain('the connection is refused');
  await downloader.close();
});

/** A proxy that answers what a test wants to the wish for a tunnel. */
async function throughProxy(tunnel: (socket: Duplex) => void): Promise<{ wanted: string[]; download: Download }> {
  const wanted: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    wanted.push(url);
    tunnel(socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  vi.stubEnv('http_proxy', `http://127.0.0.1:${address.port}`);
  const downloader = new Downloader({ ...QUICK, attempts: 1, timeout: 500 });
  const download = await downloader.get(new URL('http://vendor.test/file'));
  await downloader.close();
  proxy.closeAllConnections();
  proxy.close();
  return { wanted, download };
}

it('goes through the proxy of the environment', async () => {
  const { wanted, download } = await throughProxy((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello'));
  });
  expect(wanted).toEqual(['vendor.test:80']);
  expect(textOf(download)).toBe('hello');
});

it('is not held up by a proxy that refuses, hangs up or never answers', async () => {
  const refused = await throughProxy((socket) => void socket.end('HTTP/1.1 403 no\r\n\r\n'));
  expect(reasonOf(refused.download)).toContain('403');
  const hungUp = await throughProxy((socket) => void socket.destroy());
  expect(hungUp.download.ok).toBe(false);
  const silent = await throughProxy(() => undefined);
  expect(reasonOf(silent.download)).toBe('no answer within 0.5 s');
});

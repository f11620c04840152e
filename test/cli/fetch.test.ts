/** `taglint fetch` as a user runs it, against a server that stands for all hosts; and that nothing else opens a connection. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../online/server.ts';
import { buildCommand, Folder, type Outcome, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const ID = '1234567890123456';
const PAGE = `<script type="text/plain">0</script><script>fbq('init', '${ID}');</script>`;
const SETTINGS = `/connect.facebook.net/signals/config/json/${ID}`;
const settings = (on: boolean): string =>
  JSON.stringify({
    matchingConfig: { enableAutomaticMatching: on, enabledAutomaticMatchingFields: on ? ['em', 'ph'] : [] },
  });
const QUIET = ['--rule', 'consent/fires-before-consent=off'];

async function fetched(
  folder: Folder,
  answers: Readonly<Record<string, string>>,
  args: string[] = [],
): Promise<Outcome> {
  await using server = new TestServer(answers);
  return await taglint(['fetch', '--mirror', await server.listen(), ...QUIET, ...args], { cwd: folder.path });
}

describe('taglint fetch', () => {
  it('keeps what it downloads, and lints it with the files', async () => {
    using folder = new Folder({ 'page.html': PAGE });
    const { status, stdout, stderr } = await fetched(folder, { [SETTINGS]: settings(true) }, ['--sector', 'pharmacy']);
    expect(stderr).toContain(`meta-signals-json/${ID}: stored as .taglint/snapshots/meta-signals-json/${ID}/`);
    expect(stderr).toContain('on: Automatic Advanced Matching of Meta Pixel: em, ph');
    expect(stdout).toContain('data/automatic-advanced-matching');
    expect(status).toBe(1);
  });

  it('leaves a copy that plain taglint lints too, without asking anybody', async () => {
    using folder = new Folder({ 'page.html': PAGE });
    await fetched(folder, { [SETTINGS]: settings(true) });
    const { status, stdout } = await taglint(['--sector', 'pharmacy', ...QUIET], { cwd: folder.path, env: GUARDED });
    expect(stdout).toContain(`.taglint/snapshots/meta-signals-json/${ID}/`);
    expect(status).toBe(1);
  });

  it('--check fails on the switch, and on that alone', async () => {
    using folder = new Folder({ 'page.html': PAGE });
    const first = await fetched(folder, { [SETTINGS]: settings(false) });
    expect(first.status).toBe(0);
    const same = await fetched(folder, { [SETTINGS]: settings(false) }, ['--check']);
    expect(same.status).toBe(0);
    const other = await fetched(folder, { [SETTINGS]: `${settings(false)} ` }, ['--check']);
    expect(other.stderr).toContain('other code, the same settings');
    expect(other.status).toBe(0);
    const flipped = await fetched(folder, { [SETTINGS]: settings(true) }, ['--check']);
    expect(flipped.stderr).toContain('on: Automatic Advanced Matching of Meta Pixel: em, ph; was off\n');
    expect({ status: flipped.status, stdout: flipped.stdout }).toEqual({ status: 1, stdout: '' });
    await fetched(folder, { [SETTINGS]: settings(true) });
    const back = await fetched(folder, { [SETTINGS]: settings(false) }, ['--check']);
    expect(back.stderr).toContain('off: Automatic Advanced Matching of Meta Pixel: em, ph; was on\n');
    expect(back.status).toBe(1);
  });

  it('--check fails on a pixel without a copy, and on settings that are gone', async () => {
    using folder = new Folder({ 'page.html': PAGE });
    const before = await fetched(folder, { [SETTINGS]: settings(false) }, ['--check']);
    expect(before.stderr).toContain('no copy to compare with');
    expect(before.status).toBe(1);
    await fetched(folder, { [SETTINGS]: settings(false) });
    const gone = await fetched(folder, {}, ['--check']);
    expect(gone.stderr).toContain('there is nothing any more');
    expect(gone.status).toBe(1);
  });

  it('fails where a host gives no usable answer', async () => {
    using folder = new Folder({ 'page.html': PAGE });
    const { status, stderr } = await fetched(folder, { [SETTINGS]: '<html>error</html>' });
    expect(stderr).toContain('the answer is no JSON');
    expect(status).toBe(2);
    const script = `/connect.facebook.net/signals/config/${ID}`;
    // One of the two addresses is enough.
    const one = await fetched(folder, { [SETTINGS]: '<html>error</html>', [script]: 'fbq.version = "1";' });
    expect(one.status).toBe(0);
    const both = await fetched(folder, { [SETTINGS]: '<html>error</html>', [script]: '<html>error</html>' });
    expect(both.status).toBe(2);
  });

  it('says that there is nothing to fetch', async () => {
    using folder = new Folder({
      'page.html': CLEAN_PAGE,
      'template.html': `<script>fbq('init', '{{ id }}');</script>`,
    });
    const { status, stderr } = await fetched(folder, {});
    expect(stderr).toContain('nothing to fetch');
    expect(status).toBe(3);
    expect((await fetched(folder, {}, ['mistyped'])).status).toBe(3);
  });

  it.each([['--offline', {}] as const, ['--check', { TAGLINT_OFFLINE: '1' }] as const])(
    'refuses with %s %j',
    async (option, env) => {
      using folder = new Folder({ 'page.html': PAGE });
      const { status, stderr } = await taglint(['fetch', option], { cwd: folder.path, env: { ...GUARDED, ...env } });
      expect(stderr).toContain('nothing is fetched');
      expect(status).toBe(2);
    },
  );

  it.each([
    ['--timeout', '0'],
    ['--timeout', 'soon'],
    ['--mirror', 'file:///tmp'],
    ['--mirror', 'x'],
  ])('does not take %s %s', async (...args) => {
    using folder = new Folder({ 'page.html': PAGE });
    expect((await taglint(['fetch', ...args], { cwd: folder.path, env: GUARDED })).status).toBe(2);
  });
});

/** Ends the process with 99 as soon as anything asks for a connection or a name. */
const GUARD = `
const stop = () => { require('node:fs').writeSync(2, 'a connection was opened'); process.exit(99); };
require('node:net').Socket.prototype.connect = stop;
require('node:dgram').Socket.prototype.send = stop;
const dns = require('node:dns');
for (const part of [dns, dns.promises]) for (const name of Object.keys(part)) if (/^(lookup|resolve)/.test(name)) part[name] = stop;
globalThis.fetch = stop;
`;
const guard = new Folder({ 'guard.cjs': GUARD });
const GUARDED = { NODE_OPTIONS: `--require=${join(guard.path, 'guard.cjs')}` };

describe('a connection', () => {
  it('is opened by taglint fetch, so the guard of these tests works', async () => {
    using folder = new Folder({ 'page.html': PAGE });
    for (const address of ['http://127.0.0.1:9', 'https://mirror.test']) {
      const args = ['fetch', '--mirror', address];
      expect((await taglint(args, { cwd: folder.path, env: GUARDED })).status, address).toBe(99);
    }
  });

  it.each([[[]], [['matrix']], [['--format', 'json', '--strictness', 'audit']], [['rules']]])(
    'is not opened by taglint %j',
    async (args) => {
      using folder = new Folder({
        'page.html': PIXEL_PAGE + PAGE,
        'remote.html':
          '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script><script src="//127.0.0.1:9/x.js"></script>',
        'GTM-ABC1234.json': CONTAINER,
        'app.ts': `const id: string = '${ID}'; import('https://127.0.0.1:9/x.js'); fbq('init', id);`,
        '.taglint.yml': 'site: { sector: pharmacy }\n',
      });
      const { status, stderr } = await taglint(args, { cwd: folder.path, env: GUARDED });
      expect(stderr).not.toContain('a connection was opened');
      expect([0, 1]).toContain(status);
    },
  );
});

it('is described where people look', async () => {
  const { stdout } = await taglint(['fetch', '--help'], { cwd: '.' });
  for (const option of ['--check', '--offline', '--timeout', '--mirror', '--sector']) expect(stdout).toContain(option);
  expect(readFileSync('README.md', 'utf8')).toContain('taglint fetch --check');
});

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, taglint } from './command.ts';

beforeAll(buildCommand, 120_000);

const HTTP = '<script src="http://static.hotjar.com/c/hotjar-1000001.js"></script>\n';
const HTTPS = HTTP.replace('http:', 'https:');
const ONLY = ['--no-config', '--only', 'security/insecure-transport'];

function textOf({ path }: Folder, name: string): string {
  return readFileSync(join(path, name), 'utf8');
}

describe('--fix', () => {
  it('writes files, says how many, and prints what is left', async () => {
    using folder = new Folder({ 'a.html': HTTP, 'b.html': HTTP });
    const { status, stdout, stderr } = await taglint([...ONLY, '--fix'], { cwd: folder.path });
    expect([status, stderr]).toEqual([0, 'taglint: 2 findings repaired in 2 files\n']);
    expect(stdout).toContain('No findings.');
    expect([textOf(folder, 'a.html'), textOf(folder, 'b.html')]).toEqual([HTTPS, HTTPS]);
  });

  it('takes what follows for a path', async () => {
    using folder = new Folder({ 'a.html': HTTP, 'b.html': HTTP });
    await taglint([...ONLY, '--fix', 'a.html'], { cwd: folder.path });
    expect([textOf(folder, 'a.html'), textOf(folder, 'b.html')]).toEqual([HTTPS, HTTP]);
  });

  it('knows its kinds', async () => {
    using folder = new Folder({ 'a.html': HTTP });
    expect((await taglint([...ONLY, '--fix=suggested'], { cwd: folder.path })).status).toBe(0);
    const { status, stderr } = await taglint([...ONLY, '--fix=sugested'], { cwd: folder.path });
    expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean suggested?')]);
  });

  it('cannot repair standard input in its place', async () => {
    using folder = new Folder({});
    const { status, stderr } = await taglint([...ONLY, '--fix', '-'], { cwd: folder.path, input: HTTP });
    expect([status, stderr]).toEqual([2, expect.stringContaining('--fix-dry-run')]);
  });

  it('leaves what the baseline knows, and with --quiet what is no error', async () => {
    using folder = new Folder({ 'a.html': HTTP });
    await taglint([...ONLY, '--fix', '--quiet'], { cwd: folder.path });
    expect(textOf(folder, 'a.html')).toBe(HTTP);
    await taglint(['baseline', '--no-config'], { cwd: folder.path });
    await taglint([...ONLY, '--fix'], { cwd: folder.path });
    expect(textOf(folder, 'a.html')).toBe(HTTP);
    await taglint([...ONLY, '--fix', '--no-baseline'], { cwd: folder.path });
    expect(textOf(folder, 'a.html')).toBe(HTTPS);
  });
});

describe('--fix-dry-run', () => {
  it.each(['a.html', 'sub folder/ä "b".html', 'line\nend.html', 'crlf.html', 'open.html'])(
    '%s: prints a diff that Git applies, and writes nothing',
    async (name) => {
      const text = name.startsWith('crlf') ? HTTP.replace('\n', '\r\n') : name.startsWith('open') ? HTTP.trim() : HTTP;
      using folder = new Folder({ [name]: text });
      const { status, stdout, stderr } = await taglint([...ONLY, '--fix-dry-run', '.'], { cwd: folder.path });
      expect([status, stderr]).toEqual([0, 'taglint: 1 finding would be repaired in 1 file\n']);
      expect(textOf(folder, name)).toBe(text);
      writeFileSync(join(folder.path, 'repairs.diff'), stdout);
      execFileSync('git', ['apply', 'repairs.diff'], { cwd: folder.path });
      expect(textOf(folder, name)).toBe(text.replace('http:', 'https:'));
    },
  );

  it('reads standard input', async () => {
    using folder = new Folder({});
    const { stdout } = await taglint([...ONLY, '--fix-dry-run', '--stdin-filename', 'page.html'], {
      cwd: folder.path,
      input: HTTP,
    });
    expect(stdout).toContain(`+${HTTPS}`);
  });

  it('prints nothing where nothing is to repair', async () => {
    using folder = new Folder({ 'a.html': HTTPS });
    const { stdout, stderr } = await taglint([...ONLY, '--fix-dry-run'], { cwd: folder.path });
    expect([stdout, stderr]).toEqual(['', 'taglint: 0 findings would be repaired in 0 files\n']);
  });
});

it('programs get the edits of a repair, and people are told of it', async () => {
  using folder = new Folder({ 'a.html': HTTP });
  const print = async (...more: string[]): Promise<string> =>
    (await taglint([...ONLY, ...more], { cwd: folder.path })).stdout;
  const at = HTTP.indexOf(':');
  expect(JSON.parse(await print('--format', 'json')).findings[0].fix).toEqual({
    message: 'Write https.',
    edits: [{ start: at, end: at, text: 's' }],
  });
  const [change] = JSON.parse(await print('--format', 'sarif')).runs[0].results[0].fixes[0].artifactChanges;
  expect(change.replacements).toEqual([
    {
      deletedRegion: { startLine: 1, startColumn: at + 1, endLine: 1, endColumn: at + 1 },
      insertedContent: { text: 's' },
    },
  ]);
  expect(await print()).toMatch(/instead\. \(fixable with\s+--fix\)[\s\S]*1 is fixable with --fix\./);
});

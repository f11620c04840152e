import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { GIT_ENVIRONMENT, Repository } from './repository.ts';
import { CLEAN_PAGE, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const command = join(root, 'dist/cli.js');
const RULE = 'consent/fires-before-consent';
const FORMATS = [
  'stylish',
  'compact',
  'github',
  'junit',
  'checkstyle',
  'markdown',
  'agent',
  'gitlab',
  'sarif',
  'rdjson',
];

/** Runs a line of a shell, in which `taglint` is the command. */
function shell(line: string, folder: Folder): { readonly status: number | null; readonly said: string } {
  const { PATH = '' } = process.env;
  const script = `taglint() { "${process.execPath}" "${command}" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder.path,
    env: { PATH, ...GIT_ENVIRONMENT },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

describe('whoever reads the output', () => {
  const pages = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`page${index}.html`, PIXEL_PAGE]));

  it('may stop early: the exit code stays, and other outputs are written', () => {
    using folder = new Folder(pages);
    const line = 'taglint --verbose --format json=all.json --format stylish . | head -1; echo "${PIPESTATUS[0]}"';
    expect(shell(line, folder)).toEqual({
      status: 0,
      said: 'page0.html\n1\ntaglint: 80 findings written to all.json\n',
    });
    expect(JSON.parse(folder.read('all.json')).findings).toHaveLength(80);
    expect(shell('taglint rules | true; echo "${PIPESTATUS[0]}"', folder).said).toBe('0\n');
  });

  it.runIf(existsSync('/dev/full'))('may have no room: that is said, and is a failure', () => {
    using folder = new Folder(pages);
    const { status, said } = shell('taglint . >/dev/full', folder);
    expect(status).toBe(2);
    expect(said).toMatch(/^taglint: cannot write to standard output: ENOSPC/);
    expect(shell('taglint --format json -o /dev/full .', folder).status).toBe(2);
  });

  it('may not be there at all', () => {
    using folder = new Folder({ 'page.html': CLEAN_PAGE });
    expect([0, 2]).toContain(shell('taglint page.html >&- 2>&-', folder).status);
  });
});

describe('a signal', () => {
  function manyPages(): Folder {
    const pages = Array.from({ length: 250 }, (_, index) => [`page${index}.html`, PIXEL_PAGE] as const);
    return new Folder(Object.fromEntries(pages));
  }

  it('ends a run with 130, and leaves no half of a file', async () => {
    using folder = manyPages();
    const ends: string[] = [];
    for (const after of [100, 250, 400, 600, 800]) {
      folder.write({ 'all.json': 'before' });
      const child = spawn(process.execPath, [command, '--format', 'json', '-o', 'all.json', '.'], { cwd: folder.path });
      const end = new Promise<string>((resolve) => {
        child.on('close', (status, signal) => resolve(signal ?? String(status)));
      });
      setTimeout(() => child.kill('SIGINT'), after);
      ends.push(await end);
      const text = folder.read('all.json');
      if (text !== 'before') expect(JSON.parse(text).findings).toHaveLength(500);
      expect(readdirSync(folder.path).filter((name) => name.includes('.tmp'))).toEqual([]);
    }
    expect(ends).toContain('SIGINT');
  }, 60_000);

  it('is 130 to a shell', async () => {
    using folder = manyPages();
    const line = `trap : INT; "${process.execPath}" "${command}" . >/dev/null; echo $?`;
    const child = spawn('bash', ['--norc', '-c', line], { cwd: folder.path, detached: true });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const end = new Promise((resolve) => child.on('close', resolve));
    setTimeout(() => child.pid && process.kill(-child.pid, 'SIGINT'), 200);
    await end;
    expect(said).toBe('130\n');
  });

  it('ends a run whose output nobody reads', async () => {
    using folder = manyPages();
    const args = ['--format', 'json=done.json', '--format', 'stylish', '--verbose', '.'];
    const child = spawn(process.execPath, [command, ...args], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const end = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    while (!existsSync(join(folder.path, 'done.json'))) await new Promise((resolve) => setTimeout(resolve, 50));
    setTimeout(() => child.kill('SIGINT'), 200);
    expect(await end).toBe('SIGINT');
    child.stdout.destroy();
  }, 60_000);
});

describe('what may not be written or read', () => {
  /** Root may do everything: those who are not are tried as they are, root as somebody else. */
  const others = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

  function asOther(args: readonly string[], cwd: string) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '' },
      encoding: 'utf8',
      ...others,
    });
    return { status, stdout, stderr };
  }

  const canRead = spawnSync(process.execPath, [command, '--version'], others).status === 0;

  it.runIf(canRead)('a folder that is read-only: outputs, baseline and repairs say so, and change nothing', () => {
    const page = '<script async src="http://static.hotjar.com/c/hotjar-1.js?sv=6"></script>\n';
    using folder = new Folder({ 'page.html': page, '.taglint-baseline.json': '{ "version": 1, "findings": [] }\n' });
    chmodSync(folder.path, 0o555);
    for (const args of [['--format', 'json', '-o', 'out.json'], ['baseline'], ['--fix']]) {
      const { status, stderr } = asOther([...args, 'page.html'], folder.path);
      expect({ args, status }).toEqual({ args, status: args[0] === '--fix' ? 1 : 2 });
      expect(stderr).toMatch(/^taglint: .*(?:permission denied|read-only)/m);
      expect(stderr).not.toMatch(/\.tmp|at file:/);
    }
    chmodSync(folder.path, 0o755);
    expect(readdirSync(folder.path).sort()).toEqual(['.taglint-baseline.json', 'page.html']);
    expect(folder.read('page.html')).toBe(page);
  });

  it.runIf(canRead)('a file or folder that may not be read: that is said, and the others are judged', () => {
    using folder = new Folder({ 'page.html': PIXEL_PAGE, 'secret.html': PIXEL_PAGE, 'closed/page.html': PIXEL_PAGE });
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, 'secret.html'), 0o000);
    chmodSync(join(folder.path, 'closed'), 0o000);
    const { status, stdout, stderr } = asOther(['--format', 'compact', '.'], folder.path);
    chmodSync(join(folder.path, 'closed'), 0o755);
    expect(status).toBe(2);
    expect(stdout).toContain('page.html:6:44');
    expect(stderr).toContain('taglint: secret.html: cannot be read: permission denied');
    expect(stderr).toContain('taglint: closed: cannot be read: permission denied');
  });
});

describe('names of files', () => {
  const odd = [
    'new\nline.html',
    '-o.html',
    '--config=page.html',
    'a b.html',
    '!not.html',
    '[id].html',
    '\u001b[31mred.html',
    '\u202egnp.html',
  ];

  it('of any kind are found, and obeyed in no format', async () => {
    using folder = new Folder(Object.fromEntries(odd.map((name) => [name, PIXEL_PAGE])));
    folder.write({ 'x\n::error::injected\n.html': PIXEL_PAGE });
    const { findings } = JSON.parse((await taglint(['--format', 'json', '.'], { cwd: folder.path })).stdout);
    const files = new Set(findings.map(({ file }: { file: string }) => file));
    expect(files).toEqual(new Set([...odd, 'x\n::error::injected\n.html']));
    for (const format of FORMATS) {
      const { status, stdout } = await taglint(['--format', format, '--verbose', '.'], { cwd: folder.path });
      expect({ format, status }).toEqual({ format, status: 1 });
      expect(stdout).not.toContain('\u001b');
      expect(stdout).not.toContain('\u202e');
      expect(stdout).not.toMatch(/^::error::injected/m);
    }
  }, 60_000);

  it('are one line of a message', async () => {
    using folder = new Folder({});
    const { status, stderr } = await taglint(['no\nsuch.html'], { cwd: folder.path });
    expect({ status, stderr }).toEqual({ status: 3, stderr: 'taglint: no\\u{a}such.html: no such file or folder\n' });
  });

  it('that look like options go behind two dashes, which is said', async () => {
    using folder = new Folder({ '-page.html': PIXEL_PAGE });
    expect(await taglint(['--', '-page.html'], { cwd: folder.path })).toMatchObject({ status: 1 });
    expect(await taglint(['./-page.html'], { cwd: folder.path })).toMatchObject({ status: 1 });
    const { status, stderr } = await taglint(['-page.html'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('taglint: there is a file -page.html: names go behind --');
  });

  it.runIf(process.platform === 'linux')('that are no text are told by their bytes', async () => {
    using folder = new Folder({ 'café.html': PIXEL_PAGE });
    const path = (name: string): Buffer => Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from(name, 'latin1')]);
    writeFileSync(path('caf\xe9.html'), PIXEL_PAGE);
    mkdirSync(path('d\xff'));
    writeFileSync(path('d\xff/page.html'), '<script src="pixel.js"></script>');
    writeFileSync(path('d\xff/pixel.js'), PIXEL);
    const { status, stdout, stderr } = await taglint(['--format', 'compact', '--only', RULE, '.'], {
      cwd: folder.path,
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.match(/^.*?:\d+/gm)).toEqual(['caf\\xe9.html:6', 'café.html:6', 'd\\xff/pixel.js:3']);
    // Shown with its code.
    expect((await taglint(['.'], { cwd: folder.path })).stdout).toContain('│ n.queue=[];t=b.createElement(e)');
    using repository = new Repository();
    writeFileSync(
      Buffer.concat([Buffer.from(`${repository.path}/`), Buffer.from('caf\xe9.html', 'latin1')]),
      PIXEL_PAGE,
    );
    repository.commit();
    repository.git('rm', '--quiet', '--cached', '-r', '.');
    const since = await taglint(['--since', 'HEAD', '--format', 'compact', '--only', RULE], { cwd: repository.path });
    expect(since).toMatchObject({ status: 1, stdout: expect.stringMatching(/^caf\\xe9\.html:6/) });
  });
});

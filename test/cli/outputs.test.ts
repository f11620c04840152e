import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const read = (folder: Folder, name: string): string => readFileSync(join(folder.path, name), 'utf8');

describe('formats', () => {
  it('go to several places at once, files first', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const args = ['--format', 'sarif=out.sarif', '--format', 'stylish', '--format', 'json=-x y.json', 'a.html'];
    const { status, stdout, stderr } = await taglint(args, { cwd: folder.path });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^a\.html\n/);
    expect(stderr).toBe('taglint: 2 findings written to out.sarif\ntaglint: 2 findings written to -x y.json\n');
    expect(JSON.parse(read(folder, 'out.sarif'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{}, {}] }] });
    expect(JSON.parse(read(folder, '-x y.json'))).toMatchObject({ version: 1 });
  });

  it('take --output for the one without a file', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const args = ['--format', 'sarif=out.sarif', '--format', 'compact', '-o', 'log.txt', 'a.html'];
    expect((await taglint(args, { cwd: folder.path })).stdout).toBe('');
    expect(read(folder, 'log.txt')).toMatch(/^a\.html:\d+:\d+: error: /);
  });

  it.each([
    [['--format', 'srif'], 'There is no format srif (did you mean sarif?)'],
    [['--format', 'sarif='], 'Expected a file behind sarif=.'],
    [['--format', 'json', '--format', 'sarif'], 'json and sarif would go to one place'],
    [['--format', 'json=a', '-o', 'b'], 'every --format has a file'],
    [['--format', 'json=a', '--format', 'sarif=a'], 'two formats would go to a'],
  ])('%j fails the run with a message', async (args, message) => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    const { status, stdout, stderr } = await taglint([...args, 'a.html'], { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('tell of a container by tag, with the page of the rule', async () => {
    using folder = new Folder({ 'c.json': CONTAINER });
    const { stdout } = await taglint(['--format', 'sarif', 'c.json'], { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              name: 'taglint',
              rules: expect.arrayContaining([
                expect.objectContaining({
                  id: 'consent/fires-before-consent',
                  help: { text: expect.stringContaining('first visit'), markdown: expect.any(String) },
                }),
              ]),
            },
          },
        },
      ],
    });
    expect(stdout).toContain('tag \\"Meta - base\\"');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, type Outcome, root, taglint } from './command.ts';
import { GIT_ENVIRONMENT, Repository } from './repository.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const WITH_MAIL = PIXEL_PAGE.replace(
  "fbq('init', '1234567890123456')",
  "fbq('init', '1234567890123456', { em: user.email })",
);
const KEY = 'now sends em (e-mail address, in clear text) from code user.email; it was not sent before.';

function diff(folder: Folder, args: readonly string[]): Promise<Outcome> {
  return taglint(['diff', '--no-color', ...args], { cwd: folder.path, env: GIT_ENVIRONMENT });
}

/** Sentences may be broken into lines. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('taglint diff', () => {
  it('compares two files, and fails where something is weaker if that was asked for', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.html': WITH_MAIL });
    const { status, stdout, stderr } = await diff(folder, ['a.html', 'b.html']);
    expect(flat(stdout)).toContain(`! Meta Pixel 1234567890123456 ${KEY} b.html:`);
    expect(stdout).toContain('1 change in behaviour: 1 weaker.');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect((await diff(folder, ['a.html', 'b.html', '--fail-on', 'weaker'])).status).toBe(1);
    expect((await diff(folder, ['b.html', 'a.html', '--fail-on', 'weaker'])).status).toBe(0);
    expect((await diff(folder, ['b.html', 'a.html', '--fail-on', 'any'])).status).toBe(1);
  });

  it('compares two folders, file by file', async () => {
    using folder = new Folder({
      'old/x.html': PIXEL_PAGE,
      'old/same.html': PIXEL_PAGE,
      'new/x.html': WITH_MAIL,
      'new/same.html': PIXEL_PAGE,
    });
    const { stdout } = await diff(folder, ['old', 'new']);
    expect(flat(stdout)).toContain(`Meta Pixel 1234567890123456 in x.html ${KEY}`);
    expect(stdout).toContain('1 change in behaviour');
  });

  it('compares revisions of a repository, and the working tree with one', async () => {
    using folder = new Repository({ 'page.html': PIXEL_PAGE, 'sub/clean.html': CLEAN_PAGE });
    folder.commit();
    folder.write({ 'page.html': WITH_MAIL });
    expect(flat((await diff(folder, [])).stdout)).toContain(`in page.html ${KEY}`);
    expect(flat((await diff(folder, ['page.html'])).stdout)).toContain(KEY);
    expect((await diff(folder, ['sub'])).stdout).toContain('Nothing has changed');
    folder.git('add', '.');
    folder.commit();
    expect((await diff(folder, [])).stdout).toContain('Nothing has changed');
    for (const range of ['HEAD~1..HEAD', 'HEAD~1...HEAD', 'HEAD~1..', 'HEAD~1'])
      expect(flat((await diff(folder, [range])).stdout)).toContain(KEY);
    expect((await diff(folder, ['HEAD~1..HEAD', 'sub'])).stdout).toContain('Nothing has changed');
  });

  it('says what it cannot find', async () => {
    using folder = new Repository({ 'page.html': PIXEL_PAGE });
    folder.commit();
    const unknown = await diff(folder, ['mian..HEAD']);
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toContain('mian..HEAD is neither on disk nor a revision of this repository');
    expect((await diff(folder, ['page.html', 'other.html'])).status).toBe(2);
    using outside = new Folder({ 'a.html': PIXEL_PAGE });
    expect((await diff(outside, ['main..HEAD'])).status).toBe(2);
  });

  it('does not take a container that is broken for one without tags', async () => {
    using folder = new Folder({ 'a.json': CONTAINER, 'b.json': CONTAINER.slice(0, -20) });
    const { status, stderr } = await diff(folder, ['a.json', 'b.json']);
    expect(status).toBe(2);
    expect(stderr).toContain('b.json');
  });

  it('is JSON of the published schema, Markdown, and a page that loads nothing', async () => {
    const hostile = '</script><img src=x onerror=alert(1)> \u202e eva@example.com';
    using folder = new Folder({
      'a.json': CONTAINER,
      'b.json': CONTAINER.replace('Meta - base', JSON.stringify(hostile).slice(1, -1)).replace('PageView', 'Lead'),
    });
    const json = await diff(folder, ['a.json', 'b.json', '--format', 'json']);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'schemas/diff.schema.json'), 'utf8')));
    validate(JSON.parse(json.stdout));
    expect(validate.errors).toBeNull();
    const markdown = await diff(folder, ['a.json', 'b.json', '--format', 'markdown']);
    expect(markdown.stdout).toMatch(/^## What changes for visitors\n/);
    const page = await diff(folder, ['a.json', 'b.json', '--format', 'html']);
    expect(page.stdout).toContain("default-src 'none'");
    const text = await diff(folder, ['a.json', 'b.json']);
    for (const { stdout } of [json, markdown, page, text]) {
      expect(stdout).not.toMatch(/\u202e|eva@example\.com/);
    }
    expect(page.stdout).not.toContain('<img');
    expect(markdown.stdout.replace(/`+[^`]*`+/g, '')).not.toMatch(/(?<!\\)<img/);
  });
});

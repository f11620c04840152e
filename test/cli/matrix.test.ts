import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

/** The pixel behind a category that the visitor has to grant. */
const GATED_PAGE = `<!doctype html>
<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" id="Cookiebot"></script>
<script type="text/plain" data-cookieconsent="marketing">
${PIXEL}</script>
`;

const documentSchema = z.object({
  units: z.array(
    z.object({
      file: z.string(),
      tags: z.array(
        z.object({
          name: z.string(),
          vendor: z.string(),
          file: z.string(),
          line: z.number(),
          states: z.record(z.string(), z.string()),
          dead: z.boolean(),
          why: z.array(z.object({ message: z.string(), line: z.number() })).optional(),
          reasons: z.record(z.string(), z.array(z.object({ message: z.string(), line: z.number() })).min(1)).optional(),
        }),
      ),
    }),
  ),
});

async function matrixJson(args: readonly string[], folder: Folder): Promise<z.infer<typeof documentSchema>> {
  const { stdout } = await taglint(['matrix', '--format', 'json', ...args], { cwd: folder.path });
  const document: unknown = JSON.parse(stdout);
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'schemas/matrix.schema.json'), 'utf8')));
  validate(document);
  expect(validate.errors).toBeNull();
  return documentSchema.parse(document);
}

/** Lines of a table without its spaces: `Meta Pixel|3|runs|…`. */
function rows(stdout: string): string[] {
  return stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/g, '|'));
}

describe('taglint matrix', () => {
  it('tells what every tag does in every state, and fails for nothing that it finds', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.html': GATED_PAGE, 'c.html': CLEAN_PAGE });
    const { status, stdout, stderr } = await taglint(['matrix'], { cwd: folder.path });
    expect(rows(stdout)).toContain('tag|line|first visit|refused|preferences|statistics|marketing|all');
    expect(rows(stdout)).toContain('Meta Pixel|6|runs|runs|runs|runs|runs|runs');
    expect(rows(stdout)).toContain('Meta Pixel|6|blocked|blocked|blocked|blocked|runs|runs');
    expect(stdout).not.toContain('c.html');
    expect(stdout).toContain('2 tags in 2 files.');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('stays within the columns that there are', async () => {
    const { stdout } = await taglint(['matrix', 'examples'], { cwd: root });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('reads containers: tags by name, their vendors below', async () => {
    using folder = new Folder({ 'GTM.json': CONTAINER });
    const { units } = await matrixJson(['GTM.json'], folder);
    expect(units[0]?.tags.map(({ name, vendor }) => `${name}: ${vendor}`)).toContain('Meta - base: Meta Pixel');
  });

  it('is JSON of the published schema', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.html': GATED_PAGE, 'c.html': CLEAN_PAGE });
    const { units } = await matrixJson([], folder);
    expect(units.map(({ file }) => file)).toEqual(['a.html', 'b.html']);
    expect(units[1]?.tags).toMatchObject([
      { name: 'Meta Pixel', dead: false, states: { 'first-visit': 'blocked', marketing: 'runs' } },
    ]);
    expect(units[1]?.tags[0]?.why).toBeUndefined();
  });

  it('--explain says what decides', async () => {
    using folder = new Folder({
      'a.html': PIXEL_PAGE,
      'late.html': `<script>setTimeout(function () {\n${PIXEL}}, 3000);</script>`,
      'b.html': GATED_PAGE,
    });
    const { units } = await matrixJson(['--explain'], folder);
    const why = Object.fromEntries(units.map(({ file, tags }) => [file, tags[0]?.why?.map(({ message }) => message)]));
    expect(why['a.html']).toEqual(['nothing in front of it asks for a choice']);
    expect(why['late.html']?.[0]).toBe('what stands in front of it only waits (3000 ms)');
    expect(why['b.html']?.[0]).toBe('it waits for a choice');
    expect(Object.keys(units[0]?.tags[0]?.reasons ?? {})).toHaveLength(6);
    const { stdout } = await taglint(['matrix', '--explain', 'late.html'], { cwd: folder.path });
    expect(stdout).toContain('what stands in front of it only waits (3000 ms) (1:9)');
  });

  it('names the file where a tag of a page stands in another', async () => {
    using folder = new Folder({ 'a.html': '<script src="pixel.js"></script>', 'pixel.js': PIXEL });
    const { units } = await matrixJson([], folder);
    expect(units.map(({ file, tags }) => [file, tags.map((tag) => tag.file)])).toEqual([['a.html', ['pixel.js']]]);
    expect((await taglint(['matrix', '.'], { cwd: folder.path })).stdout).toContain('in pixel.js');
  });

  it('reads the configuration', async () => {
    const page = `<script>if (window.shopAllows('ads')) {\n${PIXEL}}</script>`;
    using folder = new Folder({
      'a.html': page,
      '.taglint.yml': "consent:\n  gates:\n    - expression: shopAllows('ads')\n      category: marketing\n",
    });
    const { units } = await matrixJson([], folder);
    expect(units[0]?.tags[0]?.states).toMatchObject({
      'first-visit': 'blocked',
      statistics: 'blocked',
      marketing: 'runs',
    });
  });

  it('reads standard input, writes to a file', async () => {
    using folder = new Folder({});
    const piped = await taglint(['matrix', '--stdin-filename', 'page.html'], { cwd: folder.path, input: PIXEL_PAGE });
    expect(piped.stdout).toContain('page.html');
    const written = await taglint(['matrix', '-o', 'out.txt', '-'], { cwd: folder.path, input: PIXEL_PAGE });
    expect(written).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(folder.path, 'out.txt'), 'utf8')).toContain('Meta Pixel');
  });

  it('lets no name move the terminal, and masks personal data', async () => {
    const name = 'evil \u001b[2J\u202e eva@example.com';
    using folder = new Folder({ 'GTM.json': CONTAINER.replace('Meta - base', JSON.stringify(name).slice(1, -1)) });
    const { stdout } = await taglint(['matrix', '--no-color'], { cwd: folder.path });
    expect(stdout).toContain('evil \\x1b[2J');
    for (const hidden of ['\u001b', '\u202e', 'eva@example']) expect(stdout).not.toContain(hidden);
    const { stdout: json } = await taglint(['matrix', '--format', 'json'], { cwd: folder.path });
    for (const hidden of ['\u001b', '\u202e', 'eva@example']) expect(json).not.toContain(hidden);
  });

  it('says that there are no tags, and that there was nothing to look at', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    expect(await taglint(['matrix'], { cwd: folder.path })).toMatchObject({
      status: 0,
      stdout:
        'No tags: nothing here loads or calls a vendor that taglint knows.\nLooked at 1 file, 0 of them with something to judge.\n',
    });
    expect(await taglint(['matrix', 'missing'], { cwd: folder.path })).toMatchObject({ status: 3, stdout: '' });
    expect(await matrixJson(['a.html'], folder)).toEqual({ units: [] });
  });

  it('a container that is no JSON fails the run', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'GTM.json': CONTAINER.slice(0, -20) });
    const { status, stdout, stderr } = await taglint(['matrix'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stdout).toContain('Meta Pixel');
    expect(stderr).toContain('GTM.json:');
  });

  const corpus = join(root, '../shared/corpus/gtm');
  it.skipIf(!existsSync(corpus))('finds every real container of the collection readable', async () => {
    const { status, stdout } = await taglint(['matrix', '--explain', corpus], { cwd: root });
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/undefined|\[object/);
  });
});

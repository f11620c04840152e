import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const FORMULA = '=HYPERLINK("https://evil.example")';

describe('taglint inventory', () => {
  it('prints who gets what, and fails for nothing that it finds', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'c.html': CLEAN_PAGE });
    const { status, stdout, stderr } = await taglint(['inventory'], { cwd: folder.path });
    expect(stdout).toContain(
      'Meta Pixel\n  Meta Platforms Ireland Limited / Meta Platforms, Inc. (IE, US); advertising\n',
    );
    expect(stdout).toContain('load, init, PageView; runs in every state; a.html:');
    expect(stdout).toContain('1 vendor, 1 account.');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('is JSON of the published schema', async () => {
    const { stdout } = await taglint(['inventory', '--format', 'json', 'examples'], { cwd: root });
    const validate = new Ajv2020().compile(
      JSON.parse(readFileSync(join(root, 'schemas/inventory.schema.json'), 'utf8')),
    );
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    expect(JSON.parse(stdout).vendors.map(({ id }: { id: string }) => id)).toContain('meta');
  });

  it('writes tables for spreadsheets in which nothing is a formula', async () => {
    using folder = new Folder({
      'GTM.json': CONTAINER.replace(
        "fbq('track', 'PageView')",
        `fbq('track', '${FORMULA.replaceAll('"', '\\\\\\"')}')`,
      ),
    });
    const { stdout } = await taglint(['inventory', '--format', 'csv'], { cwd: folder.path });
    expect(stdout.split('\r\n')[0]).toContain('"vendor","name","recipient","countries"');
    expect(stdout).not.toMatch(/"[=+@-]/);
  });

  it('drafts a record of processing', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { stdout } = await taglint(['inventory', '--format', 'markdown', '-o', 'record.md'], { cwd: folder.path });
    expect(stdout).toBe('');
    const text = readFileSync(join(folder.path, 'record.md'), 'utf8');
    expect(text).toContain('| Recipient | Purpose | Categories of data | Country |');
    expect(text).toContain('| advertising | page address, IP address, browser');
    expect(text).toContain('Ireland<br>United States (third country)');
  });

  it('lets no name move the terminal, and masks personal data', async () => {
    const name = 'evil \u001b[2J\u202e eva@example.com';
    using folder = new Folder({ 'GTM.json': CONTAINER.replace('Meta - base', JSON.stringify(name).slice(1, -1)) });
    for (const format of ['table', 'json', 'csv', 'markdown']) {
      const { stdout } = await taglint(['inventory', '--no-color', '--format', format], { cwd: folder.path });
      for (const hidden of ['\u001b', 'eva@example']) expect(stdout, format).not.toContain(hidden);
    }
  });

  it('says that there is nothing', async () => {
    using folder = new Folder({ 'a.html': CLEAN_PAGE });
    const { status, stdout } = await taglint(['inventory'], { cwd: folder.path });
    expect({ status, first: stdout.split('\n')[0] }).toEqual({
      status: 0,
      first: 'No vendors: nothing here loads or calls one that taglint knows.',
    });
    expect(await taglint(['inventory', 'missing'], { cwd: folder.path })).toMatchObject({ status: 3, stdout: '' });
  });
});

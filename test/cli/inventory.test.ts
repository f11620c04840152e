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

  describe('--compare', () => {
    const compare = (folder: Folder, ...args: readonly string[]) =>
      taglint(['inventory', '--compare', 'notice.yml', ...args], { cwd: folder.path });

    it('tells who is missing in the notice, and who in the files', async () => {
      using folder = new Folder({ 'a.html': PIXEL_PAGE, 'notice.yml': 'vendors:\n  - Hotjar\nothers: [Fortnox]\n' });
      for (const format of ['table', 'markdown']) {
        const { status, stdout } = await compare(folder, '--format', format);
        expect(status).toBe(1);
        expect(stdout.replace(/\\/g, '').replace(/\n {2}/g, ' ')).toContain(
          'notice.yml:2:5: names Hotjar, which gets no data in these files',
        );
        expect(stdout).toContain('Meta Pixel');
      }
      const { status, stderr } = await compare(folder, '--format', 'csv');
      expect(status).toBe(1);
      expect(stderr).toContain('gets data here, and notice.yml does not name it: a.html:');
      const { stdout: json } = await compare(folder, '--format', 'json');
      expect(JSON.parse(json).notice).toMatchObject({
        file: 'notice.yml',
        unnamed: [{ vendor: 'meta', places: [{ file: 'a.html' }, {}, {}] }],
        unused: [{ name: 'Hotjar', place: 'notice.yml:2:5' }],
      });
      const validate = new Ajv2020().compile(
        JSON.parse(readFileSync(join(root, 'schemas/inventory.schema.json'), 'utf8')),
      );
      validate(JSON.parse(json));
      expect(validate.errors).toBeNull();
    });

    it('passes where both are the same', async () => {
      using folder = new Folder({ 'a.html': PIXEL_PAGE, 'notice.yml': 'vendors: [meta]\n' });
      const { status, stdout } = await compare(folder);
      expect(status).toBe(0);
      expect(stdout).toContain('notice.yml names everybody who gets data here, and nobody else.');
    });

    it.each<[text: string, complaint: string]>([
      ['vendors:\n  - Metta Pixel\n', 'notice.yml:2:5: there is no vendor "Metta Pixel" (did you mean Meta Pixel?)'],
      [
        'vendors:\n  - Our bookkeeping\n',
        'notice.yml:2:5: there is no vendor "Our bookkeeping"; what taglint does not know belongs under others',
      ],
      ['vendor: [meta]\n', 'notice.yml:1:1: "vendor" is no key of the notice (did you mean vendors?)'],
      ['vendors: meta\n', 'notice.yml:1:10: vendors: expected a list'],
    ])('refuses %j', async (text, complaint) => {
      using folder = new Folder({ 'a.html': PIXEL_PAGE, 'notice.yml': text });
      const { status, stdout, stderr } = await compare(folder);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(complaint);
    });
  });
});

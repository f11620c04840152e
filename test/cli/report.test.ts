import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

describe('taglint report', () => {
  it('writes one page of all that it finds, and fails for nothing that it finds', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'b.json': CONTAINER, 'c.html': CLEAN_PAGE });
    const args = ['report', '-o', 'report.html', '--client', 'Acme', '--reviewer', 'N. N.', '--date', '2026-02-28'];
    const { status, stdout, stderr } = await taglint(args, { cwd: folder.path });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(/^taglint: \d+ findings written to report\.html\n$/);
    const $ = load(readFileSync(join(folder.path, 'report.html'), 'utf8'));
    expect($('header dd').text()).toBe('AcmeN. N.February 28, 2026');
    expect($('.figures').text()).toContain('3 files');
    expect($('.cause').length).toBeGreaterThan(0);
    expect($('table.matrix').length).toBe(2);
  });

  it('prints the page where no file is named', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { stdout } = await taglint(['report', 'a.html'], { cwd: folder.path });
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(stdout.endsWith('</html>\n')).toBe(true);
  });

  it('leaves out rules that are switched off', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { stdout } = await taglint(['report', '--rule', 'consent/fires-before-consent=off'], { cwd: folder.path });
    expect(stdout.includes('consent/fires-before-consent')).toBe(false);
  });

  it('holds the logo', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE, 'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    const { stdout } = await taglint(['report', '--logo', 'logo.svg'], { cwd: folder.path });
    expect(load(stdout)('header img').attr('src')).toMatch(/^data:image\/svg\+xml;base64,/);
  });

  it('speaks the language that is asked for, and keeps names to itself', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { stdout } = await taglint(['report', '--lang', 'sv', '--anonymize', 'a.html'], { cwd: folder.path });
    expect(stdout).toContain('<html lang="sv">');
    expect(stdout).toContain('En spårare kan köras vid första besöket');
    expect(stdout.includes('a.html')).toBe(false);
  });

  it.each([
    [['--lang', 'fr'], 'There is no language fr; known are en, sv, de.'],
    [['--anonymize', '--client', 'Acme'], "option '--anonymize' cannot be used with option '--client <name>'"],
    [['--logo', 'a.html'], 'a.html: no image that a report can hold'],
    [['--logo', 'none.png'], 'none.png'],
    [['--date', '2026-06-31'], 'Expected a day'],
    [['--date', 'today'], 'Expected a day'],
  ])('writes nothing for %j', async (args, said) => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { status, stderr } = await taglint(['report', '-o', 'r.html', ...args], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(existsSync(join(folder.path, 'r.html'))).toBe(false);
  });

  it('writes no report of nothing', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const { status } = await taglint(['report', 'b.html', '-o', 'r.html'], { cwd: folder.path });
    expect(status).toBe(3);
    expect(existsSync(join(folder.path, 'r.html'))).toBe(false);
  });
});

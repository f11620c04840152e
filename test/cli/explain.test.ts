import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeOf, placesIn } from '../../src/cli/place.ts';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const GATED_PAGE = `<!doctype html>
<title>t</title>
<input name="email" id="email">
<script>
function getCookie(name) {
  return (document.cookie.match('(^|;) ?' + name + '=([^;]*)') || [])[2];
}
if (getCookie('optout') !== '1') {
${PIXEL.replace("'1234567890123456');", "'1234567890123456', { em: document.getElementById('email').value });")}
}
</script>
`;
const INIT_LINE = GATED_PAGE.split('\n').findIndex((line) => line.includes("fbq('init'")) + 1;

const step = z.object({ message: z.string(), file: z.string(), line: z.number(), column: z.number() });
const subject = z.object({
  label: z.string(),
  vendor: z.string(),
  entity: z.string().optional(),
  reached: z.boolean(),
  states: z.array(z.object({ states: z.array(z.string()), outcome: z.string(), reasons: z.array(step) })),
  values: z.array(
    z.object({ name: z.string(), value: z.string().optional(), origins: z.array(z.object({ name: z.string() })) }),
  ),
});
const finding = z.object({
  rule: z.string(),
  certainty: z.string(),
  file: z.string(),
  line: z.number(),
  column: z.number(),
});
const documentSchema = z.object({
  file: z.string(),
  line: z.number().optional(),
  findings: z.array(z.object({ finding, subject: subject.optional(), law: z.array(z.object({ id: z.string() })) })),
  subjects: z.array(subject),
  nearest: z.array(finding),
});

/** The document of a place, held against its schema. */
async function explained(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  input = '',
): Promise<z.infer<typeof documentSchema>> {
  using folder = new Folder(files);
  const { stdout } = await taglint(['explain', '--format', 'json', ...args], { cwd: folder.path, input });
  const document: unknown = JSON.parse(stdout);
  const schemaOf = (name: string): object => JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'));
  const validate = new Ajv2020()
    .addSchema(schemaOf('findings.schema.json'))
    .compile(schemaOf('explanation.schema.json'));
  validate(document);
  expect(validate.errors).toBeNull();
  return documentSchema.parse(document);
}

describe('taglint explain FILE:LINE', () => {
  it('tells how a finding comes about, what decides in each state, where values come from, and the law', async () => {
    using folder = new Folder({ 'a.html': GATED_PAGE });
    const { status, stdout, stderr } = await taglint(['explain', `a.html:${INIT_LINE}`], { cwd: folder.path });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^a\.html:\d+:\d+ {2}error {2}data\/advanced-matching$/m);
    for (const heading of [
      'How it comes about',
      'In each consent state',
      'What it carries, and from where',
      'What to do',
      'What it rests on',
    ])
      expect(stdout).toMatch(new RegExp(`^${heading}`, 'm'));
    expect(stdout).toMatch(/first visit.*: runs, .*cookie “optout” is not there/);
    expect(stdout).toMatch(/user\.em: from form field #email \(\d+:\d+\)/);
    expect(stdout).toContain('GDPR-32: GDPR Art. 32');
    expect(stdout).toContain('not legal advice');
    // What several findings rest on is told once.
    expect(stdout.match(/GDPR-5-1-C: GDPR Art/g)).toHaveLength(1);
    expect(stdout).toMatch(/GDPR-5-1-C.*: see above/);
  });

  it('tells the same to programs', async () => {
    const document = await explained({ 'a.html': GATED_PAGE }, [`a.html:${INIT_LINE}`]);
    const matching = document.findings.find((one) => one.finding.rule === 'data/advanced-matching');
    expect(matching?.subject).toMatchObject({ vendor: 'Meta Pixel', reached: true });
    expect(matching?.subject?.values).toContainEqual(
      expect.objectContaining({ name: 'user.em', origins: [expect.objectContaining({ name: '#email' })] }),
    );
    expect(matching?.subject?.states.flatMap(({ states }) => states)).toHaveLength(6);
    expect(matching?.law.length).toBeGreaterThan(0);
    expect(document).toMatchObject({ subjects: [], nearest: [] });
  });

  it('takes a column: that of one finding leaves out the others of its line', async () => {
    const files = { 'a.html': GATED_PAGE };
    const all = await explained(files, [`a.html:${INIT_LINE}`]);
    expect(all.findings.length).toBeGreaterThan(1);
    const [one] = all.findings;
    const { findings } = await explained(files, [`a.html:${INIT_LINE}:${one?.finding.column}`]);
    expect(findings.length).toBeLessThan(all.findings.length);
    expect(findings.map((each) => each.finding)).toContainEqual(one?.finding);
  });

  it('tells all findings of a file that is named alone', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const linted = await taglint(['--format', 'json'], { cwd: folder.path });
    const { findings } = await explained({ 'a.html': PIXEL_PAGE }, ['a.html']);
    expect(findings.map((one) => one.finding)).toEqual(
      z.object({ findings: z.array(finding) }).parse(JSON.parse(linted.stdout)).findings,
    );
  });

  it('where there is no finding, says what stands there and which findings are nearest', async () => {
    const page = `${PIXEL_PAGE}<script type="text/plain" data-cookieconsent="marketing">fbq('track', 'Lead')</script>\n`;
    using folder = new Folder({ 'a.html': page });
    const { status, stdout } = await taglint(['explain', 'a.html:2'], { cwd: folder.path });
    expect(status).toBe(3);
    expect(stdout).toMatch(/^No finding at a\.html:2\.$/m);
    expect(stdout).toMatch(/^Nearest:\n {2}a\.html:\d+:\d+ {2}error {2}consent\/fires-before-consent/m);
    // PageView is the same tag as the loader, which the finding stands at; the finding's evidence passes it.
    const line = page.split('\n').findIndex((text) => text.includes('PageView')) + 1;
    const document = await explained({ 'a.html': page }, [`a.html:${line}`]);
    expect(document.subjects).toMatchObject([{ label: "fbq('track', …)", vendor: 'Meta Pixel' }]);
    expect(document.nearest[0]).toMatchObject({ rule: 'consent/fires-before-consent' });
  });

  it('judges a part of a page with the page', async () => {
    const files = {
      'index.html': '<!doctype html><title>t</title>{% include "pixel.html" %}',
      'pixel.html': `<script>${PIXEL}</script>`,
    };
    const whole = await explained(files, ['pixel.html']);
    expect(whole.findings[0]?.finding).toMatchObject({ certainty: 'certain' });
  });

  it('tells of places in containers, by line, by the tag, and by the line in its text', async () => {
    const files = { 'GTM-TEST.json': CONTAINER };
    const all = await explained(files, ['GTM-TEST.json']);
    const first = all.findings.find((one) => one.finding.rule === 'consent/fires-before-consent');
    const { line = 0, column = 0 } = first?.finding ?? {};
    expect(first?.subject).toMatchObject({ entity: 'Meta - base' });
    const byTag = await explained(files, ['GTM-TEST.json', '--within', 'tag "Meta - base"']);
    expect(byTag.findings).toEqual(all.findings);
    const byPlace = await explained(files, [`GTM-TEST.json:${line}:${column}`]);
    expect(byPlace.findings).toContainEqual(first);
    using folder = new Folder(files);
    const { stdout } = await taglint(['explain', `GTM-TEST.json:${line}:${column}`], { cwd: folder.path });
    const [, within = ''] = /^ {2}in (tag .*)$/m.exec(stdout) ?? [];
    expect(within).toMatch(/line \d+:\d+$/);
    for (const place of [within, `in ${within}`, within.replace(/:\d+$/, '')])
      expect((await explained(files, ['GTM-TEST.json', '--within', place])).findings).toContainEqual(first);
    expect((await explained(files, ['GTM-TEST.json', '--within', 'tag "Meta"'])).findings).toEqual([]);
    expect((await explained(files, ['GTM-TEST.json', '--within', 'line 999'])).findings).toEqual([]);
  });

  it('knows names with colons, those of Windows, and standard input', async () => {
    for (const name of ['a:12.html', 'C:\\shop\\a.html', 'a.html:3', 'a b.html', '-a.html']) {
      const place = name.startsWith('-') ? `./${name}:4` : `${name}:4`;
      const { file } = await explained({ [name]: PIXEL_PAGE }, [place]);
      expect(file).toBe(name);
    }
    const fromPipe = await explained({}, ['-', '--stdin-filename', 'x.html'], PIXEL_PAGE);
    expect(fromPipe).toMatchObject({ file: 'x.html' });
    expect(fromPipe.findings.length).toBeGreaterThan(0);
    const { line } = fromPipe.findings[0]?.finding ?? {};
    for (const place of [`-:${line}`, `x.html:${line}`]) {
      const { findings } = await explained({}, ['--stdin-filename', 'x.html', '--', place], PIXEL_PAGE);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it('says what is wrong with a place that is none', async () => {
    using folder = new Folder({ 'a.html': PIXEL_PAGE });
    const [missing, beyond, neither] = await Promise.all(
      ['b.html:3', 'a.html:900', 'b.html'].map((place) => taglint(['explain', place], { cwd: folder.path })),
    );
    expect(missing).toEqual({ status: 3, stdout: '', stderr: 'taglint: b.html: no such file\n' });
    expect(beyond).toMatchObject({ status: 3, stdout: '' });
    expect(beyond?.stderr).toMatch(/a\.html has \d+ lines: there is no line 900/);
    expect(neither).toMatchObject({ status: 2, stdout: '' });
  });

  it('tells of what is suppressed and of what is only possible where that is asked for', async () => {
    const page = PIXEL_PAGE.replace(
      '<script>',
      '<!-- taglint-disable consent/fires-before-consent -- trial -->\n<script>',
    );
    using folder = new Folder({ 'a.html': page });
    const { stderr } = await taglint(['explain', 'a.html:1'], { cwd: folder.path });
    expect(stderr).toContain('--no-suppressions');
    const { stdout } = await taglint(['explain', 'a.html', '--no-suppressions'], { cwd: folder.path });
    expect(stdout).toContain('consent/fires-before-consent');
  });

  it('masks personal data, and obeys no name', async () => {
    const name = 'a\u001b[31m.html';
    const page = GATED_PAGE.replace("document.getElementById('email').value", "'anna.svensson@example.com'");
    using folder = new Folder({ [name]: page });
    for (const format of ['stylish', 'json']) {
      const { stdout } = await taglint(['explain', name, '--format', format], { cwd: folder.path });
      expect(stdout).toContain('a…@…');
      expect(stdout).not.toContain('anna.svensson');
      expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    }
    const { stdout } = await taglint(['explain', name, '--show-values'], { cwd: folder.path });
    expect(stdout).toContain('anna.svensson@example.com');
  });
});

describe('a place as people write it', () => {
  it('means the file that is there', () => {
    const there =
      (...names: string[]) =>
      (name: string) =>
        names.includes(name);
    expect(placeOf('a.html:3:4', there('a.html'))).toEqual({ file: 'a.html', line: 3, column: 4 });
    expect(placeOf('a.html:3:4:', there('a.html'))).toEqual({ file: 'a.html', line: 3, column: 4 });
    expect(placeOf('a.html:3', there('a.html'))).toEqual({ file: 'a.html', line: 3 });
    expect(placeOf('a:1:2', there('a:1'))).toEqual({ file: 'a:1', line: 2 });
    expect(placeOf('a:1:2', there('a:1:2'))).toEqual({ file: 'a:1:2' });
    expect(placeOf('C:\\a.html:7', there('C:\\a.html'))).toEqual({ file: 'C:\\a.html', line: 7 });
    expect(placeOf('a.html:3', there())).toEqual({ file: 'a.html', line: 3 });
    expect(placesIn('a')).toEqual([{ file: 'a' }]);
  });
});

/** Published containers among other files: told by their content, judged by themselves, never read as a script. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../src/run/run.ts';
import { published, tag } from '../parse/compiled/build.ts';

const html = '<script type="text/gtmscript">fbq("init","1234567890123456");fbq("track","PageView");</script>';
const container = published({ tags: [tag(4, 'html', { html })], id: 'GTM-ABCD12' });

const folder = mkdtempSync(join(tmpdir(), 'published-'));
const files: Readonly<Record<string, string>> = {
  'site/page.html': '<!doctype html><title>x</title><script async src="gtm.js"></script><p>hello</p>',
  'site/gtm.js': container,
  'saved/js(1)': container,
  'saved/js.html': container,
  'plain/gtm.js': published({ tags: [tag(1, 'googtag', { tagId: 'G-1' })], id: 'GTM-ABCD13' }).split('var aa')[0] ?? '',
  'cut/gtm.js': container.slice(0, container.indexOf('"vtp_html"')),
};

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Findings on consent, and texts that were not read. */
const found = async (path: string): Promise<string[]> => {
  const { result } = await run([path], { cwd: folder });
  const wanted = result.findings.filter(({ rule }) => !rule.startsWith('data/'));
  return wanted.map(({ rule, file, entity }) => `${file}: ${rule}${entity ? ` of ${entity}` : ''}`);
};

it('below a page that refers to it', async () => {
  expect(await found('site')).toEqual(['site/gtm.js: consent/fires-before-consent of tag 4']);
});

it('under any name', async () => {
  expect(await found('saved')).toEqual([
    'saved/js(1): consent/fires-before-consent of tag 4',
    'saved/js.html: consent/fires-before-consent of tag 4',
  ]);
});

it('also where it names no vendor', async () => {
  expect(await found('plain')).toEqual(['plain/gtm.js: consent-mode/missing-default of tag 1']);
});

it('from standard input', async () => {
  const stdin = { name: 'gtm.js', bytes: Buffer.from(container) };
  const { result } = await run([], { cwd: folder, stdin });
  expect(result.findings.map(({ rule }) => rule)).toContain('consent/fires-before-consent');
});

it('where it breaks off', async () => {
  const { result } = await run(['cut'], { cwd: folder });
  expect(result.findings).toMatchObject([{ rule: 'parse-error', severity: 'error' }]);
  expect(result.findings[0]?.line).toBeGreaterThan(10);
});

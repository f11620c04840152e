/** The documentation in a real browser: searched, in light and dark, by keyboard, without anything from elsewhere. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { buildSite } from '../../scripts/site/build.ts';
import { findChromium } from '../oracle/chromium.ts';
import { openBrowser } from '../oracle/visit.ts';

const chromium = findChromium();
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let context: BrowserContext | undefined;
let folder: string;
const asked: string[] = [];

describe.skipIf(chromium === undefined)('the documentation in a browser', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taglint-docs-'));
    buildSite(root, folder, `${pathToFileURL(folder).href}/`);
    browser = await openBrowser(chromium ?? '');
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => asked.push(`error: ${error.message}`));
    await page.goto(`${pathToFileURL(folder).href}/${path}`);
    return page;
  };

  it('finds pages by keyboard, from any page', async () => {
    const page = await open('rules/consent/fires-before-consent.html');
    await page.keyboard.press('/');
    await page.keyboard.type('session replay masking');
    await page.locator('#search-hits a').first().waitFor();
    expect(await page.locator('#search-status').textContent()).toMatch(/^\d+ found$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/rules\/data\/session-replay-unmasked\.html/);
    await page.keyboard.press('/');
    await page.keyboard.type('qqqqqqq');
    await page.getByText('Nothing found').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#search-words').inputValue()).toBe('');
    expect(await page.locator('#search-status').textContent()).toBe('');
  });

  it('shows its pages without scripts, and no search then', async () => {
    const page = await open('index.html', { javaScriptEnabled: false });
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('h1').first().isVisible()).toBe(true);
  });

  it.each(
    [
      'index.html',
      'guide.html',
      'rules.html',
      'rules/consent/fires-before-consent.html',
      'consent-states.html',
      '404.html',
    ].flatMap((path) => (['light', 'dark'] as const).map((scheme) => [path, scheme] as const)),
  )('%s can be used by anybody, %s', async (path, scheme) => {
    const page = await open(path, { colorScheme: scheme });
    await page.locator('#search-words').fill('consent');
    await page.locator('#search-hits a').first().waitFor();
    await page.evaluate(axe);
    const violations: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`))',
    );
    expect(violations).toEqual([]);
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background === 'rgb(255, 255, 255)').toBe(scheme === 'light');
  });

  it('asks nobody for anything, and nothing in it fails', () => {
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });
});

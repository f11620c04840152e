/** The report in a real browser: that it opens without a complaint, filters, links, keys, print, and for people who see or hear differently. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../oracle/chromium.ts';
import { largeContainer } from '../report/html/large-container.ts';
import { dataOf, reportFrom, reportOf } from '../report/html/made.ts';
import { finding, result } from '../report/sample.ts';

const SHOP = {
  'checkout.html': `<script>
fbq('init', '1234567890123456', { em: document.querySelector('#email').value });
fbq('track', 'ViewContent', { content_name: 'Klamydiatest' });
</script>
<form><input id="email" type="email" name="email"></form>`,
  'gated.html': `<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000" id="Cookiebot"></script>
<script type="text/plain" data-cookieconsent="marketing">ttq.load('C0ABCDEFGHIJKL');</script>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>
<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); } gtag('config', 'G-ABCDEF1234');</script>`,
  'container.json': largeContainer(12),
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'taglint-report-'));
let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: set TAGLINT_CHROMIUM');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened extends AsyncDisposable {
  readonly page: Page;
  readonly address: string;
  /** What the browser complained of or asked the network for. */
  readonly complaints: readonly string[];
}

/** How far the page is wider than its window. */
const TOO_WIDE = 'document.documentElement.scrollWidth - innerWidth';

let files = 0;

/** Opens a report from a file, as people do. */
async function open(html: string, fragment = '', options: BrowserContextOptions = {}): Promise<Opened> {
  files += 1;
  const file = join(folder, `report-${files}.html`);
  writeFileSync(file, html);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(request.url());
  });
  const address = pathToFileURL(file).href;
  await page.goto(address + fragment);
  return { page, address, complaints, [Symbol.asyncDispose]: () => context.close() };
}

const shop = await reportOf(SHOP);

async function shownCauses(page: Page): Promise<number> {
  return page.locator('.cause:visible').count();
}

/** What axe finds, by rule, with the first element of each. */
async function violations(page: Page): Promise<string[]> {
  // A page whose policy allows no other script still lets the debugger run one.
  const results: AxeResults = await page.evaluate(`${axe};axe.run(document, { resultTypes: ['violations'] })`);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

describe('in a browser', () => {
  it('opens without a complaint, and asks for nothing', async () => {
    await using opened = await open(shop);
    expect(opened.complaints).toEqual([]);
    expect(await opened.page.locator('#filters').isVisible()).toBe(true);
  });

  it('shows everything without scripts', async () => {
    await using opened = await open(shop, '', { javaScriptEnabled: false });
    expect(await opened.page.locator('#filters').isVisible()).toBe(false);
    expect(await shownCauses(opened.page)).toBe(await opened.page.locator('.cause').count());
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is accessible in %s at %i pixels', async (colorScheme, width) => {
    for (const html of [shop, await reportOf(SHOP, { language: 'sv' })]) {
      await using opened = await open(html, '', { colorScheme, viewport: { width, height: 900 } });
      const { page } = opened;
      await page.locator('button[name=open]').click();
      await page.locator('tr.tag td.o button').first().click();
      expect(await violations(page)).toEqual([]);
    }
  });

  it('fits a phone: nothing but tables and pictures scrolls sideways', async () => {
    await using opened = await open(shop, '', { viewport: { width: 360, height: 740 } });
    const wide = await opened.page.evaluate(TOO_WIDE);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describe('filters', () => {
  it('by words, vendor, severity and state show what is meant, count it, and stand in the address', async () => {
    await using opened = await open(shop);
    const { page } = opened;
    const all = await shownCauses(page);
    await page.locator('input[name=q]').fill('klamydia');
    expect(await shownCauses(page)).toBe(1);
    expect(page.url()).toMatch(/#q=klamydia$/);
    expect(await page.locator('#count').textContent()).toBe(
      `1 of ${all} causes, 0 of ${await page.locator('tr.tag').count()} tags`,
    );
    await page.locator('button[name=reset]').click();
    expect(await shownCauses(page)).toBe(all);
    expect(page.url()).not.toContain('#');
    await page.locator('select[name=vendor]').selectOption('TikTok Pixel');
    expect(await page.locator('tr.tag:visible').allTextContents()).not.toEqual([]);
    expect(await page.locator('tbody[data-vendor="Meta Pixel"]:visible').count()).toBe(0);
    await page.locator('button[name=reset]').click();
    await page.locator('input[value=error]').uncheck();
    expect(await page.locator('.cause.error:visible').count()).toBe(0);
    expect(page.url()).toContain('severity=warning%2Cnote');
    await page.locator('button[name=reset]').click();
    await page.locator('select[name=state]').selectOption('refused');
    const states = await page
      .locator('tr.tag:visible')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-states')));
    expect(states.filter((one) => !one?.split(' ').includes('refused'))).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('come from the address, and say where nothing is left', async () => {
    await using opened = await open(shop, '#q=nothing-like-this&severity=error');
    const { page } = opened;
    expect(await shownCauses(page)).toBe(0);
    expect(await page.locator('#causes-empty').isVisible()).toBe(true);
    expect(await page.locator('input[value=note]').isChecked()).toBe(false);
    await page.goto(`${opened.address}#vendor=No+such+vendor`);
    expect(await page.locator('select[name=vendor]').inputValue()).toBe('');
  });
});

describe('links', () => {
  it('to a finding open it, wherever it is folded away', async () => {
    const ids = [...shop.matchAll(/id="(finding-[^"]+)"/g)].map(([, id]) => id);
    await using opened = await open(shop, `#${ids.at(-1)}`);
    const { page } = opened;
    const target = page.locator(`[id="${ids.at(-1)}"]`);
    expect(await target.isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.id')).toBe(ids.at(-1));
    await page.goto(`${opened.address}#${ids[0]}&severity=error`);
    expect(await page.locator(`[id="${ids[0]}"]`).isVisible()).toBe(true);
    expect(await page.locator('.cause.note:visible').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('of any form do no harm', async () => {
    for (const fragment of ['#%', '#finding-%E0%A4%A', '#nothing', '#javascript:alert(1)', '#=', '#q=%3Cscript%3E']) {
      await using opened = await open(shop, fragment);
      expect(opened.complaints).toEqual([]);
    }
  });
});

describe('keys', () => {
  it('walk through the causes, search, and clear', async () => {
    await using opened = await open(shop);
    const { page } = opened;
    const current = (): Promise<unknown> => page.evaluate("document.activeElement.closest('.cause')?.id");
    const ids = await page.locator('.cause').evaluateAll((cards) => cards.map(({ id }) => id));
    await page.keyboard.press('j');
    expect(await current()).toBe(ids[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await current()).toBe(ids[0]);
    const isOpen = (): Promise<boolean> =>
      page
        .locator('.cause details')
        .first()
        .evaluate((one) => one.hasAttribute('open'));
    const before = await isOpen();
    await page.keyboard.press('o');
    expect(await isOpen()).toBe(!before);
    await page.keyboard.press('/');
    await page.keyboard.type('jok');
    expect(await page.locator('input[name=q]').inputValue()).toBe('jok');
    await page.keyboard.press('Escape');
    expect(await page.locator('input[name=q]').inputValue()).toBe('');
    expect(await shownCauses(page)).toBe(ids.length);
  });

  it('move in the matrix, where a cell tells what decides it', async () => {
    await using opened = await open(shop);
    const { page } = opened;
    const first = page.locator('tr.tag td.o button').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const explained = page.locator('tr.explained');
    expect(await explained.textContent()).toContain('first visit: runs (in full)');
    expect(await explained.textContent()).toContain('nothing in front of it asks for a choice');
    expect(await first.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    expect(await explained.count()).toBe(1);
    expect(await explained.textContent()).toContain('refused: runs');
    await page.keyboard.press('Escape');
    expect(await explained.count()).toBe(0);
  });
});

describe('on paper', () => {
  it('everything is open, and nothing is there that only a screen can use', async () => {
    await using opened = await open(shop);
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('hostile names', () => {
  it.each([
    ['an end of the script', '</script><script>alert(1)</script>'],
    ['an image', '<img src=x onerror=alert(1)>'],
    ['an address', 'javascript:alert(1)'],
    ['marks that turn the text', 'abc\u202egnp.exe\u2066\u200f'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['an attribute', '" autofocus onfocus=alert(1) x="'],
  ])('like %s are harmless', async (_, text) => {
    const container = JSON.parse(largeContainer(3));
    for (const tag of container.containerVersion.tag) tag.name = text;
    for (const trigger of container.containerVersion.trigger) trigger.name = text;
    const data = await dataOf({ 'c.json': JSON.stringify(container) });
    const hostile = [
      ...data.result.findings,
      finding({ message: text, entity: text, file: text, vendor: text, excerpt: text, remedy: text, fingerprint: 'x' }),
    ];
    const html = await reportFrom({ ...data, result: { ...result(hostile), skipped: [{ file: text, reason: text }] } });
    await using opened = await open(html, '', { viewport: { width: 390, height: 800 } });
    await opened.page.locator('tr.tag td.o button').first().click();
    await opened.page.locator('select[name=vendor]').selectOption({ index: 1 });
    expect(opened.complaints).toEqual([]);
    expect(await opened.page.locator('img, [onerror], [onfocus], a:not([href^="#"])').count()).toBe(0);
    expect(await opened.page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
  });
});

describe('500 tags', () => {
  it('are less than 2 MB, open, and are folded by cause and vendor', async () => {
    const html = await reportOf({ 'large.json': largeContainer(500) });
    expect(html.length).toBeLessThan(2_000_000);
    await using opened = await open(html);
    const { page } = opened;
    expect(opened.complaints).toEqual([]);
    expect(await page.locator('tr.tag').count()).toBeGreaterThanOrEqual(500);
    expect(await page.locator('tr.tag:visible').count()).toBeLessThan(20);
    expect(await page.locator('.cause').count()).toBeLessThan(150);
    expect(await page.locator('.places > li:visible').count()).toBeLessThan(30);
    await page.locator('tr.vendor button').first().click();
    expect(await page.locator('tr.tag:visible').count()).toBeGreaterThan(20);
    await page.locator('input[name=q]').fill('Meta - 8 -');
    expect(await page.locator('tr.tag:not([hidden])').count()).toBeGreaterThanOrEqual(1);
  });
});

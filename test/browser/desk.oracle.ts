/** The page in a real browser: it says what the command says, and anybody can use it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { judge } from '../../src/browser/judge.ts';
import { render } from '../../src/cli/render.ts';
import { CONSENT_STATES } from '../../src/model/guard.ts';
import { GENERAL_PROFILE } from '../../src/model/profile.ts';
import { type MatrixUnit, matrixUnit } from '../../src/report/matrix/rows.ts';
import { run } from '../../src/run/run.ts';
import { findChromium } from '../oracle/chromium.ts';
import { openBrowser } from '../oracle/visit.ts';
import { builtPage, choose, type Opened, openPage, saved, settled, textField, violations } from './page.ts';

const chromium = findChromium();
const example = (path: string): string => readFileSync(join(root, 'examples/bad', path), 'utf8');
/** Real exports: looked at in place where they are, skipped where they are not. */
const corpus = join(root, '../shared/corpus/gtm');
const REAL = ['ofarukakal__gtm-workspace_25d33c5.json', 'michael-chen-au__gtm-import-container-shopify-ecom.json'];

let browser: Browser;
let folder: string;
let opened: Opened;

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  opened = await openPage(browser, folder, options);
  return opened.page;
}

/** What the command says of a file. */
async function commanded(name: string, text: string): Promise<{ json: unknown; matrix: readonly MatrixUnit[] }> {
  const cwd = mkdtempSync(join(tmpdir(), 'taglint-commanded-'));
  writeFileSync(join(cwd, name), text);
  const matrix: MatrixUnit[] = [];
  const judged = (unit: Parameters<typeof matrixUnit>[0]): void => void matrix.push(matrixUnit(unit));
  const outcome = await run([name], { cwd, profile: GENERAL_PROFILE, judged });
  const flags = { config: false, baseline: false, suppressions: true, failOn: 'never' } as const;
  const json = timeless(await render(outcome.result, outcome, { format: 'json' }, flags));
  rmSync(cwd, { recursive: true, force: true });
  return { json, matrix };
}

function timeless(text: string): unknown {
  return JSON.parse(text.replace(/"milliseconds": \d+/, '"milliseconds": 0'));
}

/** The rows of the matrix as they stand in the page. */
async function shownMatrix(page: Page): Promise<unknown> {
  await page.locator('#tab-matrix').click();
  return page
    .locator('.matrix tbody tr:not(.why)')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('.tag-name')?.textContent,
        ...[...row.querySelectorAll('.outcome')].map((cell) => cell.className.replace(/^outcome | wrong$/g, '')),
      ]),
    );
}

describe.skipIf(chromium === undefined)('the page in a browser', () => {
  beforeAll(async () => {
    folder = await builtPage();
    browser = await openBrowser(chromium ?? '');
  });
  afterEach(() => opened?.context.close());
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('judges what is typed, and shows it where it stands', async () => {
    const page = await open();
    await textField(page).fill(example('checkout.html'));
    expect(await settled(page)).toMatch(/^\d+ errors/);
    expect(await page.locator('.finding').count()).toBeGreaterThan(3);
    await page.locator('.cm-lintRange-error').first().hover();
    await page.locator('.cm-tooltip .hover').first().waitFor();
    await page.locator('.cm-content').fill('');
    await page.locator('.welcome').waitFor();
    expect(await page.locator('.cm-lintRange').count()).toBe(0);
    expect(opened.problems).toEqual([]);
  });

  it('is a plain field at first, and keeps what stands in it when the editor comes', async () => {
    const page = await open();
    expect(opened.requests.toSorted()).toEqual(['', 'examples.js', 'page.css', 'page.js']);
    await page.locator('.plain-editor').pressSequentially("fbq('init', '1');\nfbq('track', 'PageView');");
    await page.keyboard.press('ArrowLeft');
    await page.locator('.cm-content').waitFor();
    await page.keyboard.type('/**/');
    expect(await page.locator('.cm-line').allTextContents()).toEqual([
      "fbq('init', '1');",
      "fbq('track', 'PageView')/**/;",
    ]);
    expect(opened.problems).toEqual([]);
  });

  it('goes on with the plain field where the editor cannot be had', async () => {
    const page = await open({ missing: new Set(['editor.js']) });
    await textField(page).fill(example('checkout.html'));
    expect(await settled(page)).toMatch(/error/);
    await page.locator('.place:visible').nth(1).click();
    const selected =
      "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.querySelector('.plain-editor'))";
    expect(await page.evaluate(selected)).toBe('t.src=v');
  });

  const containers = [
    ['gtm-container.json', (): string => example('gtm-container.json')] as const,
    ...REAL.map((name) => [name, (): string => readFileSync(join(corpus, name), 'utf8')] as const),
  ];
  it.each(containers)('says of %s what the command says', async (name, read) => {
    if (name !== 'gtm-container.json' && !existsSync(join(corpus, name))) {
      console.log(`${name} is not here: skipped`);
      return;
    }
    const text = read();
    const page = await open();
    await choose(page, { [name]: text });
    const { json, matrix } = await commanded(name, text);
    expect(timeless(await saved(page, /JSON/))).toEqual(json);
    expect(await shownMatrix(page)).toEqual(
      matrix.flatMap(({ tags }) =>
        tags.map((tag) => [tag.name, ...CONSENT_STATES.map((state) => tag.states[state].outcome)]),
      ),
    );
    expect(opened.problems).toEqual([]);
  });

  it('judges several files together, and leads to the one that a finding is in', async () => {
    const page = await open();
    const verdict = await choose(page, {
      'index.html':
        '<script src="https://connect.facebook.net/en_US/fbevents.js"></script><script src="pixel.js"></script>',
      'pixel.js': "fbq('init','100000000000001');\nfbq('track','Purchase',{em:'anna@example.com'});\n",
    });
    expect(verdict).toMatch(/error/);
    expect(await page.locator('.file').count()).toBe(2);
    await page.locator('.finding').filter({ hasText: 'data/' }).locator('.place').first().click();
    expect(await page.locator('.file.active').textContent()).toContain('pixel.js');
    await page.getByRole('button', { name: 'Close index.html' }).click();
    expect(await page.locator('.file').count()).toBe(1);
  });

  it('takes what is dropped', async () => {
    const page = await open();
    const transfer = await page.evaluateHandle(`(() => {
      const made = new DataTransfer();
      made.items.add(new File([${JSON.stringify(example('checkout.html'))}], 'checkout.html'));
      return made;
    })()`);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    expect(await page.locator('#drop').isVisible()).toBe(true);
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
    expect(await settled(page)).toMatch(/error/);
    expect(await page.locator('#drop').isVisible()).toBe(false);
    expect(await page.locator('#file-name').inputValue()).toBe('checkout.html');
  });

  it('takes a folder, without what is no part of a site', async () => {
    const chosen = mkdtempSync(join(tmpdir(), 'taglint-folder-'));
    mkdirSync(join(chosen, 'shop/node_modules/a'), { recursive: true });
    writeFileSync(join(chosen, 'shop/checkout.html'), example('checkout.html'));
    writeFileSync(join(chosen, 'shop/README.md'), '# Shop');
    writeFileSync(join(chosen, 'shop/node_modules/a/index.js'), "fbq('init','1')");
    const page = await open();
    await page.locator('#folder-input').setInputFiles(join(chosen, 'shop'));
    expect(await settled(page)).toMatch(/error/);
    expect(await page.locator('.file-name').allTextContents()).toEqual(['checkout.html']);
    expect(await page.locator('#file-name').inputValue()).toBe('shop/checkout.html');
    rmSync(chosen, { recursive: true, force: true });
  });

  it('repairs in the text what a rule can repair', async () => {
    const page = await open();
    await choose(page, { 'gtm-container.json': example('gtm-container.json') });
    const before = await page.locator('.finding').count();
    await page.locator('#status').evaluate((status) => status.classList.remove('done'));
    await page.locator('.repair', { hasText: 'Take em, ph out' }).first().click();
    await settled(page);
    expect(await page.locator('.finding').count()).toBe(before - 1);
    expect(opened.problems).toEqual([]);
  });

  it('asks of a container what its pages set, and judges it by that', async () => {
    const page = await open();
    expect(await page.locator('#defaults').isVisible()).toBe(false);
    await choose(page, { 'gtm-container.json': example('gtm-container.json') });
    expect(await page.locator('.outcome.unknown').count()).toBeGreaterThan(0);
    await page.locator('#status').evaluate((status) => status.classList.remove('done'));
    await page.locator('#defaults').selectOption('denied');
    await settled(page);
    expect(await page.locator('.outcome.unknown').count()).toBe(0);
    expect(await page.locator('.outcome.limited').count()).toBeGreaterThan(0);
  });

  it('judges anew by sector, law and strictness, and under another name', async () => {
    const page = await open();
    const text = "<script>fbq('init','1');fbq('track','ViewContent',{content_name:'Klamydiatest'})</script>";
    await choose(page, { 'a.html': text });
    const verdicts: string[] = [];
    for (const act of [
      () => page.locator('#sector').selectOption('pharmacy'),
      () => page.locator('#strictness').selectOption('audit'),
      () =>
        page
          .locator('#file-name')
          .fill('notes.txt')
          .then(() => page.locator('#file-name').press('Enter')),
    ]) {
      await page.locator('#status').evaluate((status) => status.classList.remove('done'));
      await act();
      verdicts.push(await settled(page));
    }
    expect(new Set(verdicts).size).toBeGreaterThan(1);
    expect(await page.locator('.file.active').textContent()).toBe('notes.txt');
  });

  it('takes a configuration, a record and a notice, and says so', async () => {
    const page = await open();
    const texts = {
      'checkout.html': example('checkout.html'),
      '.taglint.yml': 'site: { sector: pharmacy, regime: us-health }\nrules: { consent/fires-before-consent: off }\n',
    };
    await choose(page, texts);
    await expect.poll(() => page.locator('#sector').inputValue()).toBe('pharmacy');
    expect(await page.locator('#sector').isDisabled()).toBe(true);
    expect(await page.locator('.looked').textContent()).toContain('.taglint.yml decides');
    expect(await page.locator('.finding').allTextContents()).not.toContainEqual(
      expect.stringContaining('fires-before'),
    );
    const files = Object.entries(texts).map(([path, text]) => ({ path, text, explicit: true }));
    const options = { sector: 'general', regime: 'eu', strictness: 'default' } as const;
    const outcome = await judge({ files, options, document: 'json' });
    expect(timeless(await saved(page, /JSON/))).toEqual(outcome.kind === 'document' && timeless(outcome.text));
    // What only says how to judge comes to what is open.
    await choose(page, { 'notice.yml': 'vendors: [Criteo]\n' });
    await page.locator('.compared', { hasText: 'names Criteo, which gets no data' }).waitFor();
    expect(await page.locator('.file').count()).toBe(3);
    expect(await page.locator('#file-kind').textContent()).toBe('read as whom the privacy notice names');
    await page.locator('#link').click();
    const { hash } = new URL(await page.locator('#link-line input').inputValue());
    await page.getByRole('button', { name: 'Close .taglint.yml' }).click();
    await expect.poll(() => page.locator('#sector').isDisabled()).toBe(false);
    expect(await page.locator('#sector').inputValue()).toBe('general');
    await page.locator('#configure').click();
    await expect.poll(() => page.locator('#sector').isDisabled()).toBe(true);
    await page.locator('.cm-content', { hasText: 'sector: general' }).fill('site: { sector: pharmcy }\n');
    await page.locator('.looked', { hasText: '.taglint.yml:1:17' }).waitFor();
    expect(opened.problems).toEqual([]);
    await opened.context.close();
    const again = await open({ fragment: hash });
    await settled(again);
    await expect.poll(() => again.locator('#sector').inputValue()).toBe('pharmacy');
  });

  it('gives links that hold the texts behind #, and opens them', async () => {
    const page = await open();
    await page.locator('#sector').selectOption('pharmacy');
    await textField(page).fill(example('self-test.html'));
    const verdict = await settled(page);
    await page.locator('#link').click();
    const address = await page.locator('#link-line input').inputValue();
    expect(new URL(address).search).toBe('');
    const { hash } = new URL(address);
    await opened.context.close();
    const again = await open({ fragment: hash });
    expect(await settled(again)).toBe(verdict);
    expect(await again.locator('#sector').inputValue()).toBe('pharmacy');
    expect(opened.requests.join('\n')).not.toContain(hash.slice(1, 40));
    await again.locator('.cm-content', { hasText: 'Klamydia' }).waitFor();
  });

  it('shows the report, and saves it', async () => {
    const page = await open();
    await choose(page, { 'checkout.html': example('checkout.html') });
    await page.locator('#tab-report').click();
    const frame = page.frameLocator('iframe.report');
    await frame.locator('#verdict').waitFor();
    expect(await frame.locator('h1').textContent()).toContain('review');
    await page.locator('.report-line select').selectOption('sv');
    await page.frameLocator('iframe.report').locator('html[lang="sv"]').waitFor();
    expect(await page.locator('.progress').textContent()).toBe('');
    await page.locator('.report-line select').selectOption('en');
    await page.frameLocator('iframe.report').locator('html[lang="en"]').waitFor();
    await page.locator('#tab-matrix').click();
    await page.locator('#tab-report').click();
    await page.frameLocator('iframe.report').locator('html[lang="en"]').waitFor();
    const text = await saved(page, /Report/);
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain('checkout.html');
    expect(opened.problems).toEqual([]);
  });

  it('saves SARIF, and who gets what', async () => {
    const page = await open();
    await choose(page, { 'checkout.html': example('checkout.html') });
    const log: unknown = JSON.parse(await saved(page, /SARIF/));
    expect(log).toMatchObject({ version: '2.1.0' });
    expect(await saved(page, /Who gets what/)).toMatch(/Meta Platforms/);
  });

  it('offers examples, by the keyboard too', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.locator('#examples > summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await settled(page)).toMatch(/error/);
    await page.locator('#tab-findings').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.matrix').isVisible()).toBe(true);
    await page.locator('.cell').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('tr.why').first().isVisible()).toBe(true);
    await page.locator('#tab-matrix').focus();
    await page.keyboard.press('Home');
    await page.locator('.place:visible').nth(1).focus();
    await page.keyboard.press('Enter');
    expect(
      await page.evaluate('document.activeElement.id + document.activeElement.shadowRoot.activeElement.className'),
    ).toContain('cm-content');
    // The editor is no trap.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('editor');
    await page.locator('#save > summary').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('#save').getAttribute('open')).toBeNull();
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 375, height: 700 }, isMobile: true, hasTouch: true }],
  ] as const)('violates no rule of accessibility, and nothing sticks out: %s', async (_, options) => {
    const page = await open(options);
    expect(await violations(page)).toEqual([]);
    await choose(page, {
      'gtm-container.json': example('gtm-container.json'),
      'checkout.html': example('checkout.html'),
    });
    await page.locator('#link').click();
    for (const view of ['findings', 'matrix', 'report']) {
      await page.locator(`#tab-${view}`).click();
      if (view === 'report') await page.frameLocator('iframe.report').locator('#verdict').waitFor();
      for (const details of await page.locator('.panel details:visible').all())
        await details.evaluate('(one) => { one.open = true }');
      if (view === 'matrix') await page.locator('.cell').first().click();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      if (view !== 'report') expect(await violations(page), view).toEqual([]);
    }
  });
});

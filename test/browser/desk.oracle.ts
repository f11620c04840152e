/** The page in a real browser: what it shows, that it asks nobody for anything, and that anybody can use it. */
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { findChromium } from '../oracle/chromium.ts';
import { openBrowser } from '../oracle/visit.ts';
import { builtPage, type Opened, openPage, settled } from './page.ts';

const chromium = findChromium();
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const example = (path: string): string => readFileSync(join(root, 'examples/bad', path), 'utf8');

let browser: Browser;
let folder: string;
let opened: Opened;

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

  const open = async (options: Parameters<typeof openPage>[2] = {}): Promise<Page> => {
    opened = await openPage(browser, folder, options);
    return opened.page;
  };

  it('judges what is pasted, and shows it where it stands', async () => {
    const page = await open();
    await page.locator('.cm-content').fill(example('checkout.html'));
    expect(await settled(page)).toMatch(/^\d+ errors/);
    expect(await page.locator('.finding').count()).toBeGreaterThan(3);
    expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0);
    expect(opened.problems).toEqual([]);
  });

  it('violates no rule of accessibility', async () => {
    const page = await open();
    await page.locator('.cm-content').fill(example('checkout.html'));
    await settled(page);
    await page.evaluate(axe);
    const violations: unknown = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`,
    );
    expect(violations).toEqual([]);
  });
});

/** The built page, opened in a browser that never leaves the machine. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildPage } from '../../scripts/browser/build.ts';
import { root } from '../../scripts/generate/index.ts';

const ORIGIN = 'https://static-host.example';
/** Where a static host may put it. */
const BASE = '/some/project/try/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every request, by its path below the page or its whole address. */
  readonly requests: readonly string[];
  /** Errors of scripts, and what the browser complains of. */
  readonly problems: readonly string[];
}

export async function builtPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'taglint-desk-'));
  await buildPage(root, folder);
  return folder;
}

/** Opens the page from a made-up host; what lies beside it is served, everything else is noted and fails. */
export async function openPage(
  browser: Browser,
  folder: string,
  { fragment = '', ...options }: BrowserContextOptions & { readonly fragment?: string } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const requests: string[] = [];
  const problems: string[] = [];
  await context.route('**', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const isOurs = origin === ORIGIN && pathname.startsWith(BASE);
    requests.push(isOurs ? pathname.slice(BASE.length) : route.request().url());
    const name = pathname.slice(BASE.length) || 'index.html';
    if (!isOurs || !/^[\w.-]+$/.test(name)) return route.abort();
    try {
      return route.fulfill({
        body: readFileSync(join(folder, name)),
        contentType: TYPES[extname(name)] ?? 'application/octet-stream',
      });
    } catch {
      return route.fulfill({ status: 404 });
    }
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  await page.goto(`${ORIGIN}${BASE}${fragment}`);
  return { context, page, requests, problems };
}

/** Waits until what is open is judged. @returns the verdict */
export async function settled(page: Page): Promise<string> {
  await page.locator('#status:not(.busy):not(.idle) .verdict').waitFor({ timeout: 120_000 });
  return (await page.locator('.verdict').textContent()) ?? '';
}

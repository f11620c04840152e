/** The built page, opened in a browser that never leaves the machine. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { buildPage } from '../../scripts/browser/build.ts';
import { root } from '../../scripts/generate/index.ts';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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
  {
    fragment = '',
    init,
    missing = new Set(),
    ...options
  }: BrowserContextOptions & {
    readonly fragment?: string;
    readonly init?: string;
    readonly missing?: ReadonlySet<string>;
  } = {},
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
    if (missing.has(name)) return route.abort();
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
  if (init !== undefined) await page.addInitScript(init);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  await page.goto(`${ORIGIN}${BASE}${fragment}`);
  return { context, page, requests, problems };
}

/** Puts files into the page as if somebody had chosen them. */
export async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<string> {
  await page.locator('#status').evaluate((status) => status.classList.remove('done'));
  const chosen = Object.entries(files).map(([name, text]) => ({ name, mimeType: '', buffer: Buffer.from(text) }));
  await page.locator('#file-input').setInputFiles(chosen);
  return settled(page);
}

/** Where text is put in, whichever editor is there. */
export function textField(page: Page): Locator {
  return page.locator('.plain-editor, .cm-content');
}

/** What the page saves by that choice of its menu. */
export async function saved(page: Page, choice: RegExp): Promise<string> {
  await page.locator('#save > summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#save').getByRole('button', { name: choice }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

/** What axe-core has to say against the page. */
export async function violations(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`);
}

/** Waits until what is open is judged. @returns the verdict */
export async function settled(page: Page): Promise<string> {
  await page.locator('#status.done .verdict').waitFor({ timeout: 120_000 });
  return (await page.locator('.verdict').textContent()) ?? '';
}

/** Visits to a page in a real browser that never leaves the machine. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { CatalogIndex } from '../../src/extract/catalog-index.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { pathOf, type Subject } from './claims.ts';
import { stubOf } from './stubs.ts';

const ORIGIN = 'https://shop.example';
const index = new CatalogIndex(catalog);

/** What was requested or sent on a visit. */
export interface Sighting extends Subject {
  /** Sent under a consent mode that denies the storage. */
  readonly limited: boolean;
}

export interface Visit {
  readonly sightings: readonly Sighting[];
  /** Errors of scripts, and files of the page that are not there. */
  readonly errors: readonly string[];
}

/** The button that is used, by a name of the banner's or by a selector. `undefined`: none, it is a first visit. */
export interface Plan {
  readonly press?: string;
  /** Elements that any visitor may click, none of them the banner's. */
  readonly use?: string;
  /** A browser that runs no scripts. */
  readonly scripts?: boolean;
  /** Waits longer in real time: for a machine that is busy. */
  readonly patient?: boolean;
}

const ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS, headless: true });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** Scrolls to the end, and touches as a finger would that scrolls. */
const READ_ON = `
  scrollTo(0, document.documentElement.scrollHeight);
  for (const name of ['scroll', 'touchstart']) document.dispatchEvent(new Event(name, { bubbles: true }));
`;

/** Goes away: what is sent at the end is sent before the page is gone. */
const LEAVE = `
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  for (const name of ['beforeunload', 'pagehide', 'unload']) dispatchEvent(new Event(name));
`;

/** Clicks on all elements that a selector means; the result is their number. */
function clickOn(selector: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => element.click()).length`;
}

/** A page in a profile of its own, empty at the beginning of every visit. */
export class Visitor {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #folder: string;
  #sightings: Sighting[] = [];
  #errors: string[] = [];
  #open = 0;
  #quietSince = 0;
  #patient = false;

  private constructor(context: BrowserContext, page: Page, folder: string) {
    this.#context = context;
    this.#page = page;
    this.#folder = folder;
  }

  static async open(browser: Browser, folder: string, scripts = true): Promise<Visitor> {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      javaScriptEnabled: scripts,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      viewport: { width: 1000, height: 700 },
    });
    const visitor = new Visitor(context, await context.newPage(), folder);
    await visitor.#prepare();
    return visitor;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #prepare(): Promise<void> {
    await this.#context.route('**/*', (route) => this.#answer(route));
    await this.#context.exposeBinding('__oracle', (_source, sighting: Sighting) => {
      this.#sightings.push({ ...sighting, limited: sighting.limited === true });
    });
    await this.#context.clock.install();
    this.#page.on('pageerror', (error) => this.#errors.push(String(error)));
    this.#page.on('dialog', (dialog) => void dialog.dismiss());
  }

  /** With a plan to press a button: what comes after that, and after a reload. Else what comes on a first visit. */
  async visit(path: string, { press, use, scripts, patient = false }: Plan): Promise<Visit> {
    const page = this.#page;
    const url = `${ORIGIN}/${path}`;
    this.#patient = patient;
    await this.#forget(url);
    this.#sightings = [];
    this.#errors = [];
    await page.goto(url, { waitUntil: 'load' });
    await this.#settle();
    if (scripts === false) return this.#seen();
    if (press !== undefined) {
      await this.#wait([1000]);
      this.#sightings = [];
      const pressed = await page.evaluate(clickOn(press));
      if (pressed === 0) throw new Error(`there is nothing to press at ${press} on ${path}`);
      await this.#settle();
      await this.#wait([3000]);
      await page.goto(url, { waitUntil: 'load' });
      await this.#settle();
    }
    await this.#wait([100, 2900]);
    await this.#browse(use);
    await this.#wait([100, 2900, 4000, 3000]);
    await page.evaluate(LEAVE);
    await this.#settle(15);
    return this.#seen();
  }

  /** Cookies and storage as on a first visit; every page stands on the same origin. */
  async #forget(url: string): Promise<void> {
    await this.#context.clearCookies();
    if (!this.#page.url().startsWith(ORIGIN)) return;
    await this.#page.goto(`${new URL(url).origin}/blank`);
    await this.#page.evaluate('localStorage.clear(), sessionStorage.clear()');
  }

  #seen(): Visit {
    return { sightings: this.#sightings, errors: this.#errors };
  }

  /** Reads on: scrolls, moves the mouse, uses the keyboard. Clicks nothing unless the page says where. */
  async #browse(use: string | undefined): Promise<void> {
    const page = this.#page;
    await page.mouse.move(200, 200);
    await page.mouse.move(220, 260);
    await page.keyboard.press('Tab');
    await page.evaluate(READ_ON);
    await this.#settle(25);
    if (use !== undefined) {
      await page.evaluate(clickOn(use));
      await this.#settle();
    }
  }

  /** Lets the page's clock run: whatever waits for a timer need not be waited for. */
  async #wait(steps: readonly number[]): Promise<void> {
    for (const step of steps) {
      await this.#page.clock.runFor(step);
      await this.#settle();
    }
  }

  /** Waits in real time until nothing is under way. */
  async #settle(quiet = 8): Promise<void> {
    const wanted = this.#patient ? quiet * 12 : quiet;
    this.#quietSince = performance.now();
    const end = this.#quietSince + 10_000;
    while (performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (this.#open === 0 && performance.now() - this.#quietSince >= wanted) return;
    }
  }

  async #answer(route: Route): Promise<void> {
    this.#open++;
    try {
      await this.#fulfill(route);
    } catch {
      // The page went away.
    } finally {
      this.#open--;
      this.#quietSince = performance.now();
    }
  }

  async #fulfill(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    const headers = { 'access-control-allow-origin': '*' };
    for (const { vendor } of index.matchUrl(url))
      this.#sightings.push({ vendor: vendor.id, does: 'load', name: pathOf(url), limited: false });
    if (url.startsWith(`${ORIGIN}/`)) {
      const { pathname } = new URL(url);
      if (pathname === '/blank') {
        await route.fulfill({ contentType: 'text/html', body: '' });
        return;
      }
      const file = join(this.#folder, normalize(decodeURIComponent(pathname)));
      if (existsSync(file) && statSync(file).isFile()) {
        await route.fulfill({ headers, contentType: TYPES[extname(file)] ?? 'text/plain', body: readFileSync(file) });
        return;
      }
      const stub = stubFor(url);
      if (stub === undefined && !/favicon|\.(?:png|jpe?g|svg|gif|css|php)$/.test(pathname))
        this.#errors.push(`there is no ${pathname}`);
      await route.fulfill({
        status: stub === undefined ? 404 : 200,
        headers,
        contentType: 'text/javascript',
        body: stub ?? '',
      });
      return;
    }
    switch (request.resourceType()) {
      case 'script':
        await route.fulfill({ headers, contentType: 'text/javascript', body: stubFor(url) ?? '' });
        return;
      case 'document':
        await route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html><title>stub</title>' });
        return;
      default:
        await route.fulfill({ status: 204, headers, body: '' });
    }
  }
}

/** A platform that speaks the TCF and stands in no catalogue. */
const TCF_PLATFORM = /^https:\/\/cmp\.tcf\.example\//;

function stubFor(url: string): string | undefined {
  if (TCF_PLATFORM.test(url)) return stubOf('iab-tcf');
  const cmp = index.matchCmpUrl(url);
  if (cmp) return stubOf(cmp.id);
  for (const { vendor } of index.matchUrl(url)) {
    const stub = stubOf(vendor.id);
    if (stub !== undefined) return stub;
  }
  return undefined;
}

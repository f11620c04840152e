/** The page's judge: what it says of texts is what the command says of the same files. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';
import { judge } from '../../src/browser/judge.ts';
import type { Job, JudgeOptions, TextFile } from '../../src/browser/protocol.ts';
import type { LintFlags } from '../../src/cli/options.ts';
import { render } from '../../src/cli/render.ts';
import { lintFiles, type SiteProfile } from '../../src/index.ts';
import type { LintResult } from '../../src/model/finding.ts';
import { GENERAL_PROFILE } from '../../src/model/profile.ts';
import { maskResult } from '../../src/report/masked-result.ts';
import { run as runPaths } from '../../src/run/run.ts';

const options: JudgeOptions = { sector: 'pharmacy', regime: 'eu', strictness: 'default' };
const folder = mkdtempSync(join(tmpdir(), 'taglint-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const example = (path: string): string => readFileSync(join(root, 'examples/bad', path), 'utf8');

async function judged(texts: Readonly<Record<string, string>>, over: Partial<Job> = {}): Promise<LintResult> {
  const files = Object.entries(texts).map(([path, text]): TextFile => ({ path, text, explicit: false }));
  const outcome = await judge({ files, options, ...over });
  if (outcome.kind !== 'judged') throw new Error(outcome.kind);
  return outcome.judged.result;
}

let runs = 0;

/** The same files on a disk. */
async function onDisk(texts: Readonly<Record<string, string>>): Promise<LintResult> {
  runs += 1;
  const cwd = join(folder, String(runs));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const profile: Partial<SiteProfile> = { sector: options.sector, regime: options.regime };
  return maskResult(await lintFiles(['.'], { cwd, config: false, profile, strictness: options.strictness }));
}

const timeless = ({ stats, ...result }: LintResult): unknown => ({ ...result, stats: { ...stats, milliseconds: 0 } });

const PIXEL = "fbq('init','100000000000001'); fbq('track','PageView');";
const LOADER = '<script src="https://connect.facebook.net/en_US/fbevents.js"></script>';

describe('what the page says of files is what the command says', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a page', { 'checkout.html': example('checkout.html') }],
    ['a template', { 'product.liquid': example('product.liquid') }],
    ['a container', { 'gtm-container.json': example('gtm-container.json') }],
    ['a settings file', { 'signals.js': example('signals-config-100000000000001.js') }],
    ['a snippet whose name says nothing', { snippet: example('cart-pixel.js') }],
    ['a page with its scripts', { 'shop/index.html': `${LOADER}<script src="/js/a.js"></script>`, 'js/a.js': PIXEL }],
    [
      'a page with a module that imports another',
      {
        'index.html': `${LOADER}<script type="module" src="./js/main.js"></script>`,
        'js/main.js': "import { start } from './pixel';\nstart();",
        'js/pixel.ts': `export function start(): void { ${PIXEL} }`,
      },
    ],
    [
      'templates that take in others',
      {
        'layouts/base.twig': `<html><head>{% include 'partials/pixel.twig' %}</head>{% block body %}{% endblock %}</html>`,
        'pages/home.twig': `{% extends 'layouts/base.twig' %}{% block body %}<p>Hej</p>{% endblock %}`,
        'partials/pixel.twig': `${LOADER}<script>${PIXEL}</script>`,
      },
    ],
    [
      'a page and the container that it loads',
      {
        'index.html':
          "<script>window.dataLayer=[];function gtag(){dataLayer.push(arguments)}gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied',ad_user_data:'denied',ad_personalization:'denied'})</script><script src='https://www.googletagmanager.com/gtm.js?id=GTM-BJORKEN'></script>",
        'gtm-container.json': example('gtm-container.json'),
      },
    ],
    ['TypeScript', { 'pixel.ts': `const id: string = '1'; fbq('init', id as string); fbq('track', 'PageView');` }],
    ['a broken container', { 'export.json': example('gtm-container.json').slice(0, 900) }],
    ['nothing of interest', { 'index.html': '<p>Hej</p>', 'a.js': 'alert(1)' }],
    ['line ends of another system', { 'checkout.html': example('checkout.html').replaceAll('\n', '\r\n') }],
    ['a byte order mark', { 'checkout.html': `\uFEFF${example('checkout.html')}` }],
  ])('%s', async (_, texts) => {
    expect(timeless(await judged(texts))).toEqual(timeless(await onDisk(texts)));
  });

  it('says of the examples what the command says of them', async () => {
    const names = ['cart-pixel.js', 'category.html', 'newsletter.html', 'order-confirmation.liquid', 'self-test.html'];
    const texts = Object.fromEntries(names.map((name) => [name, example(name)]));
    const result = await judged(texts);
    expect(result.findings.length).toBeGreaterThan(10);
    expect(timeless(result)).toEqual(timeless(await onDisk(texts)));
  });

  it('writes the documents that the command writes', async () => {
    const text = example('gtm-container.json');
    const cwd = join(folder, 'documents');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'gtm-container.json'), text);
    const files = [{ path: 'gtm-container.json', text, explicit: true }];
    for (const document of ['json', 'sarif'] as const) {
      const outcome = await judge({ files, options, document });
      const run = await runPaths(['gtm-container.json'], { cwd, profile: { ...GENERAL_PROFILE, sector: 'pharmacy' } });
      const flags: LintFlags = { config: false, baseline: false, suppressions: true, failOn: 'never' };
      const printed = await render(run.result, run, { format: document }, flags);
      const same = (written: string): unknown =>
        JSON.parse(written.replace(/"milliseconds": \d+/g, '"milliseconds": 0'));
      expect(outcome.kind === 'document' && same(outcome.text)).toEqual(same(printed));
    }
  });
});

it('masks what is personal', async () => {
  const text = `<script>fbq('init', '1', { em: 'anna.andersson@example.com' });</script>${LOADER}`;
  expect(JSON.stringify(await judged({ 'a.html': text }))).not.toContain('anna.andersson@example.com');
});

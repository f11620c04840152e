import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowed } from '../../src/discover/narrowed.ts';
import { DISK } from '../../src/discover/tree.ts';
import type { Finding } from '../../src/model/finding.ts';
import { run } from '../../src/run/run.ts';
import { CONTAINER, PIXEL } from '../cli/samples.ts';

/** Where the files of the sites stand, and how others refer to them. */
const PARTS = ['head', 'pixel', 'form', 'footer'] as const;
const SCRIPTS = ['track', 'app', 'util'] as const;
const PAGES = ['templates/index.liquid', 'templates/cart.liquid', 'templates/page.care.liquid', 'about.html'] as const;
const LAYOUT = 'layout/theme.liquid';
const EXPORT = 'gtm.json';

/** Its tag runs on an event of the pages, and sends what they push. */
const WAITING = CONTAINER.replace('2147479553', '7').replace(
  '"tag": [',
  `"trigger": [{ "accountId": "1", "containerId": "2", "triggerId": "7", "name": "buy", "type": "CUSTOM_EVENT", "customEventFilter": [{
    "type": "EQUALS", "parameter": [{ "type": "TEMPLATE", "key": "arg0", "value": "{{_event}}" }, { "type": "TEMPLATE", "key": "arg1", "value": "buy" }] }] }],
   "tag": [`,
);

const line = fc.oneof(
  fc.constantFrom(...PARTS).map((name) => `{% render '${name}' %}`),
  fc.constantFrom(...PARTS).map((name) => `{% if customer.cookie_consent %}{% render '${name}' %}{% endif %}`),
  fc.constantFrom(...SCRIPTS).map((name) => `<script src="/js/${name}.js"></script>`),
  fc.constantFrom(
    `<script>${PIXEL}</script>`,
    '<script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>',
    '<form><input type="email" name="email"><input name="phone"></form>',
    "<script>gtag('consent','default',{ad_storage:'denied',analytics_storage:'denied'});</script>",
    '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-TEST"></script>',
    "<script>fbq('track','Purchase',{em: customer.email})</script>",
    '<button onclick="track(form.email.value)">x</button>',
    '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-OTHER"></script>',
    "<script>dataLayer.push({event:'buy',mail:customer.email})</script>",
    "{% layout 'theme' %}",
    '<p>nothing</p>',
    '<h1>HIV test at home</h1>',
  ),
);
const markup = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);
const code = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SCRIPTS).map((name) => `import './${name}.js';`),
      fc.constantFrom(
        PIXEL,
        "export function track(mail) { fbq('track', 'Lead', { em: mail }); }",
        "import { track } from './track.js'; track(document.querySelector('[name=email]').value);",
        "dataLayer.push({ event: 'buy', mail: 'a@example.com' });",
        'console.log(1);',
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((lines) => `${lines.join('\n')}\n`);

const texts: readonly (readonly [path: string, text: fc.Arbitrary<string>])[] = [
  ...[LAYOUT, ...PAGES, ...PARTS.map((name) => `snippets/${name}.liquid`)].map((path) => [path, markup] as const),
  ...SCRIPTS.map((name) => [`js/${name}.js`, code] as const),
  [EXPORT, fc.constantFrom(CONTAINER, WAITING)],
  ['app/layout.tsx', fc.constant(`export default function Layout() { ${PIXEL} return <Outlet />; }`)],
  ['app/hiv-test/page.tsx', fc.constantFrom('export default () => <p>x</p>;', "dataLayer.push({ event: 'buy' });")],
];
const site = fc
  .tuple(...texts.map(([path, text]) => fc.option(text.map((written) => ({ path, written })))))
  .map((files) => files.flatMap((file) => (file ? [file] : [])));

describe('a run over what has changed', () => {
  it('finds what a run over everything finds there', async () => {
    await fc.assert(
      fc.asyncProperty(site, fc.infiniteStream(fc.boolean()), async (files, choices) => {
        const root = realpathSync(mkdtempSync(join(tmpdir(), 'taglint-changes-')));
        try {
          for (const { path, written } of files) {
            mkdirSync(dirname(join(root, path)), { recursive: true });
            writeFileSync(join(root, path), written);
          }
          const changed = files.map(({ path }) => path).filter(() => choices.next().value);
          const whole = await run([], { cwd: root, strictness: 'strict' });
          const part = await run([], {
            cwd: root,
            strictness: 'strict',
            changes: {
              changed: narrowed(DISK, [root, ...changed.map((path) => join(root, path))]),
              settings: () => DISK,
              whole: () => DISK,
              root,
              removed: [],
              skipped: [],
            },
          });
          const there = whole.result.findings.filter(({ file }) => changed.includes(file));
          expect(part.result.findings.map(saidOf)).toEqual(there.map(saidOf));
        } finally {
          rmSync(root, { recursive: true, force: true });
        }
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});

function saidOf({ file, line, rule, severity, certainty, fingerprint }: Finding): string {
  return [file, line, rule, severity, certainty, fingerprint].join(' ');
}

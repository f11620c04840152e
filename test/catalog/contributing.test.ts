/** The vendor and the platform that CONTRIBUTING.md adds are complete: put into a catalogue of their own they are found. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileCatalog } from '../../scripts/catalog/compile.ts';
import { Linter } from '../../src/engine/lint.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { CATALOG } from './load.ts';

const page = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
const [vendor = '', platform = ''] = [...page.matchAll(/```yaml\n(id: .*?)```/gs)].map(([, text]) => text ?? '');

function compiled(): Catalog {
  const folder = mkdtempSync(join(tmpdir(), 'taglint-contributing-'));
  try {
    for (const name of ['vendors', 'cmps', 'frameworks']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'vendors/example-ads.yaml'), vendor);
    writeFileSync(join(folder, 'cmps/example-consent.yaml'), platform);
    writeFileSync(join(folder, 'law.yaml'), 'entries: []\n');
    cpSync(join(CATALOG, 'secrets.yaml'), join(folder, 'secrets.yaml'));
    return compileCatalog(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const LOADER = 'src="https://cdn.example-ads.test/tag.js"';
const CALLS = "exq('init', '123', { email: form.email }); exq('track', 'buy', { item: 'shoe' });";
const CONSENT = '<script src="https://cdn.example-consent.test/banner.js"></script>';

it.each([
  ['runs', `<script ${LOADER}></script><script>${CALLS}</script>`, true],
  ['waits', `${CONSENT}<script type="text/plain" data-example-category="ads" ${LOADER}></script>`, false],
])('the example vendor %s', async (_, html, runs) => {
  const linter = new Linter({ catalog: compiled(), sensitive, rules, version: 'test' });
  await linter.lint({ path: 'page.html', kind: 'html', text: html });
  const found = linter.result(1, 0).findings.filter(({ rule }) => rule === 'consent/fires-before-consent');
  expect(found.map((finding) => finding.vendor)).toEqual(runs ? ['Example Ads'] : []);
});

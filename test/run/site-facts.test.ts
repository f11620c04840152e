/** What other files of a project say of its site counts in all of its files. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Sensitivity, sensitivityOf } from '../../src/model/site.ts';
import { run } from '../../src/run/run.ts';

type Files = Readonly<Record<string, string>>;

const EVENT = `<script>fbq('track', 'ViewContent', { content_name: 'Alvedon 500 mg' });</script>`;
const PRODUCT = `<script src="https://connect.facebook.net/en_US/fbevents.js"></script><h1>Värktablett</h1>${EVENT}`;

async function judged(
  files: Files,
  file: string,
): Promise<{ readonly site: Sensitivity | undefined; readonly rules: readonly string[] }> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taglint-site-')));
  let site: Sensitivity | undefined;
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { result } = await run([], {
      cwd: root,
      judged: (unit, context) => {
        if (unit.source.root.name === file) site = sensitivityOf(unit, context);
      },
    });
    const found = result.findings.filter((one) => one.file === file && one.rule.startsWith('sensitive/'));
    return { site, rules: found.map(({ rule, severity }) => `${rule} ${severity}`) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const said = (site: Sensitivity | undefined): string =>
  `${site?.level} ${site?.sector ?? ''} ${site?.evidence.map(({ message }) => message).join('; ')}`.trim();

describe('what a project says of its site', () => {
  it.each<[string, Files, string]>([
    ['a manifest', { 'public/site.webmanifest': '{"name":"Apoteket Solen","short_name":"Solen"}' }, 'Apoteket'],
    ['Jekyll', { '_config.yml': 'theme: x\ntitle: Solens apotek\n' }, 'apotek'],
    ['Hugo', { 'hugo.toml': 'baseURL = "x"\ntitle = "Sonnen-Apotheke"\n' }, 'Apotheke'],
    [
      'a layout of Next',
      { 'package.json': '{}', 'app/layout.tsx': "export const metadata = { title: { default: 'Solens apotek' } };" },
      'apotek',
    ],
    ['a theme', { 'layout/theme.liquid': '<html><head><title>Solens apotek</title></head></html>' }, 'apotek'],
    [
      'structured data',
      { 'index.html': '<script type="application/ld+json">{"@type":"Pharmacy"}</script>' },
      'Pharmacy',
    ],
    [
      'Nuxt',
      { 'nuxt.config.ts': "export default { app: { head: { titleTemplate: '%s | Solens apotek' } } }" },
      'apotek',
    ],
  ])('%s', async (_, files, word) => {
    const { site } = await judged(
      { ...files, 'shop/product.html': PRODUCT.replace('Värktablett', 'Tvål') },
      'shop/product.html',
    );
    expect(said(site)).toBe(`evident pharmacy the site calls itself “${word}”`);
  });

  it('raises what tells something in company, and says where that stands', async () => {
    const files = {
      'site.webmanifest': '{"name":"Solens apotek"}',
      'p.html': PRODUCT.replace('Alvedon 500 mg', 'Värktablett'),
    };
    expect((await judged(files, 'p.html')).rules).toContain('sensitive/product-content error');
    const alone = { 'p.html': files['p.html'] };
    expect((await judged(alone, 'p.html')).rules).toEqual([]);
  });

  it('takes the name of a package and a word of the page together', async () => {
    const files = { 'package.json': '{"name":"solens-apotek","description":"Nätapotek"}', 'p.html': PRODUCT };
    expect(said((await judged(files, 'p.html')).site)).toContain('the package calls itself “apotek”');
    const harmless = { ...files, 'p.html': PRODUCT.replace('Värktablett', 'Tvål') };
    expect(said((await judged(harmless, 'p.html')).site)).toBe('none');
  });

  it('counts in the same project alone', async () => {
    const files = {
      'a/package.json': '{}',
      'a/public/manifest.json': '{"name":"Solens apotek"}',
      'b/package.json': '{}',
      'b/p.html': PRODUCT,
    };
    expect(said((await judged(files, 'b/p.html')).site)).toBe('none');
  });

  it('counts in components and containers', async () => {
    const files = {
      'package.json': '{}',
      'public/manifest.json': '{"name":"Solens apotek"}',
      'src/Product.jsx':
        "export function Product({ product }) { fbq('track', 'ViewContent', { content_name: product.title }); }",
    };
    expect((await judged(files, 'src/Product.jsx')).rules).toEqual(['sensitive/product-content error']);
  });

  it.each<[string, Files]>([
    [
      'a supermarket that lists its departments',
      { 'site.webmanifest': '{"name":"FreshMart","description":"Groceries, bakery, pharmacy, flowers"}' },
    ],
    [
      'a vet',
      { 'index.html': '<script type="application/ld+json">{"@type":["VeterinaryCare","MedicalBusiness"]}</script>' },
    ],
    ['a shop for animals', { '_config.yml': 'title: Happy Paws pet shop\n' }],
    ['a street', { '_config.yml': 'title: Café Apotekargatan\n' }],
    ['a shop for cosmetics', { 'site.webmanifest': '{"name":"Glow Beauty"}' }],
    ['sports nutrition', { '_config.yml': 'title: Protein & vitamins for athletes\n' }],
    ['a story about a clinic', { 'index.html': '<title>Murder at the grand hotel</title>' }],
    ['a broken manifest', { 'site.webmanifest': '{"name":' }],
  ])('nothing: %s', async (_, files) => {
    expect(said((await judged({ ...files, 'p.html': PRODUCT.replace('Värktablett', 'Tvål') }, 'p.html')).site)).toBe(
      'none',
    );
  });
});

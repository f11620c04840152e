import { describe, expect, it } from 'vitest';
import { classify } from '../../src/discover/index.ts';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import { type Sensitivity, sensitivityOf } from '../../src/model/site.ts';

/** What is inferred of a text, and the rules of the group `sensitive` that find something in it. */
async function inferred(
  path: string,
  text: string,
): Promise<{ readonly level: Sensitivity['level'] | undefined; readonly evidence: string; readonly rules: string[] }> {
  let site: Sensitivity | undefined;
  const linter = new Linter({
    catalog,
    sensitive,
    rules: rules.filter(({ meta }) => meta.id.startsWith('sensitive/')),
    version: 'test',
    judged: (unit, context) => {
      site = sensitivityOf(unit, { ...context });
    },
  });
  const kind = classify(path, text);
  await linter.lint({ path, kind: kind === 'other' ? 'html' : kind, text });
  const found = linter.result(1, 0).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  return {
    level: site?.level,
    evidence: site?.evidence.map(({ message }) => message).join('; ') ?? '',
    rules: [...new Set(found)].sort(),
  };
}

const page = (body: string, script = ''): string => `<!doctype html>
<html><head><title>Shop</title><script src="https://connect.facebook.net/en_US/fbevents.js"></script>
<script>fbq('init', '123456789012345'); ${script}</script></head><body>${body}</body></html>`;

const menu = (...entries: readonly string[]): string =>
  `<nav class="main"><ul>${entries.map((entry) => `<li><a href="/x"><span>${entry}</span></a></li>`).join('')}</ul></nav>`;

describe('files and folders', () => {
  it.each([
    ['sexuell-halsa/klamydia-test.html', 'evident'],
    ['templates/erectile-dysfunction.liquid', 'evident'],
    ['src\\pages\\hiv-test\\index.html', 'evident'],
    ['site/depression/om-oss.php', 'evident'],
    ['apotek/kontakt.html', 'none'],
    ['shop/painkillers.html', 'none'],
    ['templates/product.html', 'none'],
    ['templates/abort.html', 'none'],
    ['klamydia-test/a/b/c/d/product.html', 'none'],
  ])('%s: %s', async (path, level) => expect(await inferred(path, page(''))).toMatchObject({ level }));

  it('are what most addresses are like, so visits of the page tell it too', async () => {
    const found = await inferred('klamydia-test.html', page(''));
    expect(found.rules).toEqual(['sensitive/page-context warning']);
    expect(found.evidence).toBe('the path of the file says “klamydia” (sexual-health)');
  });
});

describe('menus', () => {
  it.each([
    ['of a pharmacy', menu('Läkemedel', 'Allergi', 'Självtester', 'Hudvård', 'Barn'), 'evident'],
    ['of a clinic', menu('Depression', 'Angst', 'Priser', 'Om os'), 'evident'],
    ['in English', menu('Medicines', 'Sexual health', 'Contact'), 'evident'],
    ['of a supermarket', menu('Fruit', 'Bread', 'Meat', 'Medicine', 'Toys', 'Garden', 'Books'), 'none'],
    ['of a large shop', menu('Läkemedel', 'Självtester', ...'abcdefghij'.split('').map((x) => `Varor ${x}`)), 'none'],
    ['with one entry', menu('Depression'), 'none'],
    ['of steps', '<nav aria-label="Breadcrumb"><a href="/">Home</a> <a href="/x">HIV tests</a></nav>', 'evident'],
    ['without links', '<nav>Läkemedel Allergi Självtester</nav>', 'none'],
    ['that never ends', `<nav>${'<a href="<a '.repeat(2000)}`, 'none'],
  ])('%s', async (_name, body, level) => expect(await inferred('a.html', page(body))).toMatchObject({ level }));

  it('say nothing of the page of the site on which a visitor is', async () => {
    const { rules } = await inferred('a.html', page(menu('Läkemedel', 'Allergi', 'Självtester')));
    expect(rules).toEqual([]);
  });
});

describe('ids of product taxonomies', () => {
  it.each([
    ['google_product_category: 1680', ['sensitive/product-content error']],
    ["google_product_category: '7336'", ['sensitive/product-content error']],
    ["taxonomy_category: 'gid://shopify/TaxonomyCategory/hb-1-15-5'", ['sensitive/product-content error']],
    ["productTaxonomy: 'hb-1-15'", ['sensitive/product-content error']],
    ['google_product_category: 518', []],
    ['google_product_category: 5086', []],
    ['google_product_category: 16801', []],
    ['category_id: 1680', []],
    ['product_category: 1680', []],
    ['value: 1680', []],
  ])('as a parameter: %s', async (parameter, rules) => {
    const script = `fbq('track', 'ViewContent', { ${parameter} });`;
    expect(await inferred('a.html', page('', script))).toMatchObject({ rules });
  });

  it('as a property of the page', async () => {
    const of = (id: number): string =>
      page('').replace('<title>', `<meta property="product:category" content="${id}"><title>`);
    expect(await inferred('a.html', of(1680))).toMatchObject({
      level: 'evident',
      rules: ['sensitive/page-context warning'],
    });
    expect(await inferred('a.html', of(166))).toMatchObject({ level: 'none', rules: [] });
  });
});

describe('lookup tables of a container', () => {
  const table = (input: string, ...keys: readonly string[]): string =>
    JSON.stringify({
      exportFormatVersion: 2,
      containerVersion: {
        container: { name: 'shop', publicId: 'GTM-TEST', usageContext: ['WEB'] },
        builtInVariable: [{ type: 'PAGE_PATH', name: 'Page Path' }],
        variable: [
          {
            variableId: '1',
            name: 'label',
            type: 'smm',
            parameter: [
              { type: 'TEMPLATE', key: 'input', value: input },
              {
                type: 'LIST',
                key: 'map',
                list: keys.map((key) => ({
                  type: 'MAP',
                  map: [
                    { type: 'TEMPLATE', key: 'key', value: key },
                    { type: 'TEMPLATE', key: 'value', value: 'x' },
                  ],
                })),
              },
            ],
          },
        ],
        tag: [],
      },
    });

  it.each([
    ['of a clinic', table('{{Page Path}}', '/potensproblem', '/klamydia', '/kontakt'), 'evident'],
    ['of a shop', table('{{Page Path}}', '/potens', '/a', '/b', '/c', '/d'), 'none'],
    ['with one row', table('{{Page Path}}', '/klamydia'), 'none'],
    ['over something else', table('{{Event}}', '/potensproblem', '/klamydia'), 'none'],
  ])('%s', async (_name, text, level) => expect(await inferred('GTM-TEST.json', text)).toMatchObject({ level }));
});

/** What trade a site is in, by what it says of itself. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import { sensitivityOf } from '../../src/model/site.ts';

const PIXEL = `<script src="https://connect.facebook.net/en_US/fbevents.js"></script>
<script>fbq('init', '123456789012345'); fbq('track', 'ViewContent', { content_name: 'Alvedon 500 mg' });</script>`;
const page = (title: string, body = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${PIXEL}</head><body>${body}</body></html>`;
const json = (data: string): string => `<script type="application/ld+json">${data}</script>`;
const menu = (...entries: readonly string[]): string =>
  `<nav>${entries.map((entry) => `<a href="/x">${entry}</a>`).join('')}</nav>`;

/** The sector, and what is said of a painkiller that is sent. */
async function told(text: string): Promise<string> {
  let sector: string | undefined;
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    judged: (unit, context) => {
      const site = sensitivityOf(unit, context);
      sector = `${site.level} ${site.sector ?? '-'}`;
    },
  });
  await linter.lint({ path: 'index.html', kind: 'html', text });
  const found = linter.result(1, 0).findings.find(({ rule }) => rule === 'sensitive/product-content');
  return `${sector}: ${found?.severity ?? 'nothing'}`;
}

describe('a pharmacy', () => {
  it.each([
    ['by its structured data', page('Produkt', json('{ "@context": "https://schema.org", "@type": "Pharmacy" }'))],
    ['by a list of types', page('Produkt', json('{ "@type": ["Store", "Pharmacy"], "name": "X" }'))],
    ['by its title', page('Hälsans nätapotek')],
    ['by its title in German', page('Versandapotheke Nord')],
    ['by its title in Finnish', page('Verkkoapteekki')],
    ['by its title in French', page('Grande pharmacie de la gare')],
    ['by its title in Spanish', page('Farmacia Santa Ana - Sevilla')],
    ['by its title in Portuguese', page('Farmácia Central | Loja online')],
    ['by its title in Italian', page('Farmacia San Marco')],
    ['by its menu', page('Shop', menu('Smärtstillande', 'Allergimedicin', 'Receptfria läkemedel', 'Solkräm'))],
  ])('%s', async (_, text) => expect(await told(text)).toBe('evident pharmacy: error'));
});

describe('a clinic', () => {
  it.each([
    ['by its structured data', page('Välkommen', json('{ "@type": "MedicalClinic" }'))],
    ['by its microdata', page('Welcome', '<div itemscope itemtype="https://schema.org/Physician"></div>')],
    ['by its title', page('Zahnarztpraxis Dr. Muster')],
    ['by its menu', page('Linden', menu('Depression', 'Angststörungen', 'Burn-out-Therapie', 'Kontakt'))],
  ])('%s', async (_, text) => expect(await told(text)).toBe('evident healthcare: error'));
});

describe('what sells a painkiller as well', () => {
  it.each([
    [
      'a supermarket with a pharmacy in it',
      page('Stormarknad', json('{ "@type": "GroceryStore", "department": [{ "@type": "Pharmacy" }] }')),
    ],
    [
      'a shop in Hospital Road',
      page('Shop', json('{ "@type": "Store", "address": { "streetAddress": "1 Hospital Road" } }')),
    ],
    ['a shop with a drug in a book', page('Books', json('{ "@type": "Book", "name": "Drug Lords" }'))],
    ['a pharmacy for pets', page('Apotek för hund och katt')],
    ['a vet', page('Tierarztpraxis für Hunde und Katzen')],
    ['a pharmacy for horses', page('Online pharmacy for horses and dogs')],
    ['a supermarket’s menu', page('Mat', menu('Frukt', 'Mejeri', 'Bröd', 'Husdjur', 'Läkemedel', 'Dryck', 'Blommor'))],
    ['a shop for sports', page('Sportshop – proteinpulver och vitaminer')],
    ['a shop for beauty', page('Beauty', menu('Makeup', 'Parfym', 'Hårvård', 'Apotek'))],
  ])('%s is none', async (_, text) => expect(await told(text)).toBe('none -: nothing'));
});

import { createHash } from 'node:crypto';
import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAssets } from '../../../src/generated/report-page.ts';
import type { ReportData } from '../../../src/report/html/data.ts';
import { hostileResult } from '../hostile.ts';
import { finding, result } from '../sample.ts';
import { dataOf, reportFrom, reportOf } from './made.ts';

const PIXEL = `<script>
fbq('init', '1234567890123456', { em: 'anna.andersson@example.se' });
fbq('track', 'PageView');
</script>`;

const EMPTY: ReportData = {
  result: result([]),
  units: [],
  inventory: { vendors: [], hosts: [], platforms: [] },
  rules: [],
  law: [],
  profile: { sector: 'general', regime: 'eu' },
};

/** The headings of the page, in order. */
function headings(page: string): string[] {
  return load(page)('main h2')
    .map((_, element) => load(element).text())
    .get();
}

describe('the page', () => {
  it('tells in order what was looked at, the verdict, the causes, the matrix and the rules', async () => {
    const page = await reportOf({ 'a.html': PIXEL });
    expect(headings(page)).toEqual([
      'What was looked at',
      'The verdict',
      'Causes, worst first',
      'Consent matrix',
      'Pictures',
      'Inventory: who gets what',
      'The rules that ran',
    ]);
    const $ = load(page);
    expect($('html').attr('lang')).toBe('en');
    expect($('.verdict > div')).toHaveLength(5);
    expect($('footer').text()).toContain('not legal advice');
    expect(page.match(/not legal advice/g)).toHaveLength(1);
  });

  it('runs and shows only what its policy names by hash', async () => {
    const $ = load(await reportOf({ 'a.html': PIXEL }));
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hash($('style').text())}`);
    expect(policy).toContain(`script-src ${hash($('script:not([type])').text())}`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('img-src');
    expect($('[style], [onclick], [onload], link, iframe, object, img')).toHaveLength(0);
    const addresses = $('[href], [src]')
      .map((_, element) => $(element).attr('href') ?? $(element).attr('src'))
      .get();
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
  });

  it('names each place once, and links only to places that it has', async () => {
    const $ = load(await reportOf({ 'a.html': PIXEL, 'b.html': PIXEL }));
    const ids = $('[id]')
      .map((_, element) => $(element).attr('id'))
      .get();
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = $('a[href]')
      .map((_, element) => $(element).attr('href')?.slice(1))
      .get();
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('masks personal data, unless it is asked for', async () => {
    const data = { ...EMPTY, result: result([finding({ entity: 'Mail anna.andersson@example.se' })]) };
    expect((await reportFrom(data)).includes('anna.andersson@')).toBe(false);
    expect((await reportFrom(data, { showValues: true })).includes('anna.andersson@example.se')).toBe(true);
  });

  it('is the same for the same files', async () => {
    const files = { 'a.html': PIXEL, 'b.js': "fbq('init', '1234567890123456');" };
    const data = await dataOf(files);
    expect((await reportFrom(data)) === (await reportFrom(await dataOf(files)))).toBe(true);
  });

  it('says who, for whom and when, with a logo that it holds itself', async () => {
    const page = await reportFrom(EMPTY, {
      title: 'Review <1>',
      client: 'Acme & Sons',
      reviewer: 'N. N.',
      logo: 'data:image/png;base64,iVBORw0KGgo=',
    });
    const $ = load(page);
    expect($('h1').text()).toBe('Review <1>');
    expect($('title').text()).toBe('Review <1> – Acme & Sons');
    expect($('header dd').text()).toContain('November 30, 2026');
    expect($('meta[http-equiv]').attr('content')).toContain('img-src data:');
  });

  it('says that nothing was found only with what was looked at', async () => {
    const page = await reportFrom({
      ...EMPTY,
      result: result([], { skipped: [{ file: 'x.html', reason: 'too large' }] }),
    });
    const $ = load(page);
    expect($('.verdict .attention').text()).toContain('Nothing was found in what was looked at.');
    expect($('#looked').text()).toContain('x.html — too large');
    expect($('#looked').text()).toContain('Files do not show what is switched on');
    expect($('#filters')).toHaveLength(0);
  });
});

describe('causes', () => {
  it('are one card for what one repair clears, worst first', async () => {
    const of = (over: Parameters<typeof finding>[0], n: number): ReturnType<typeof finding>[] =>
      Array.from({ length: n }, (_, index) =>
        finding({ ...over, line: index + 1, fingerprint: `${over?.rule}${index}` }),
      );
    const page = await reportFrom({
      ...EMPTY,
      result: result([
        ...of({ rule: 'gtm/unused-entity', severity: 'note' }, 30),
        ...of({ rule: 'a/warning', severity: 'warning' }, 2),
        ...of({ rule: 'b/error', severity: 'error', cause: 'c', causeTitle: 'One cause' }, 6),
      ]),
    });
    const $ = load(page);
    const cards = $('.cause')
      .map((_, card) => `${$(card).attr('data-severity')} ${$(card).find('.body > .places > li').length}`)
      .get();
    // Of many places some stand open, the rest is folded.
    expect(cards).toEqual(['error 6', 'warning 1', 'warning 1', 'note 6']);
    expect($('.cause.note .rest .places > li')).toHaveLength(24);
    expect($('.cause h3').first().text()).toBe('One cause');
  });
});

describe('hostile texts', () => {
  it('stay texts', async () => {
    await fc.assert(
      fc.asyncProperty(hostileResult, async (hostile) => {
        const page = await reportFrom({ ...EMPTY, result: hostile });
        const $ = load(page);
        expect($('script')).toHaveLength(1);
        expect($('script').text()).toBe(pageAssets.script);
        expect($('img, iframe, a:not([href^="#"])')).toHaveLength(0);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
        expect(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b]/.test(page)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('of 10,000 characters are cut', async () => {
    const long = 'x'.repeat(10_000);
    const page = await reportFrom({
      ...EMPTY,
      result: result([finding({ message: long, entity: long, file: `${long}.html`, vendor: long })]),
    });
    expect(page.length).toBeLessThan(pageAssets.style.length + pageAssets.script.length + 24_000);
  });
});

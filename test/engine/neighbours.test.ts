/** Containers that one page loads, judged beside each other. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, type Parts, tag, variable } from '../extract/gtm/build.ts';
import { consentDefault, GTAG, lintAll, page, row, SNIPPET, told } from './embedded.ts';

const ID = '1234567890123456';
const init = (id = ID) => `<script>fbq('init','${id}');fbq('track','PageView');</script>`;
const container = (publicId: string, parts: Parts) => containerText(parts).replaceAll('GTM-TEST', publicId);
const CONSENT_INIT = { firingTriggerId: ['2147479572'] };
const html = (name: string, code: string, more: Json = {}) => tag(name, 'html', { html: code }, more);

const DENIES = html('Default', `<script>${consentDefault('denied')}</script>`, CONSENT_INIT);
const GRANTS = html('Default', `<script>${consentDefault('granted')}</script>`, CONSENT_INIT);
const GA4 = tag('GA4', 'googtag', { tagId: 'G-ABCDEF1' });
const FIRST = (...tags: Json[]) => container('GTM-FIRST', { tags });
const SECOND = (...tags: Json[]) => container('GTM-SECOND', { tags });
const BOTH = page(SNIPPET('GTM-FIRST'), SNIPPET('GTM-SECOND'));
const firstVisit = (found: Awaited<ReturnType<typeof lintAll>>, file = 'b.json', name = 'GA4') =>
  row(found, file, name)?.split(' ')[0];

describe('the consent default of a container', () => {
  it('governs the containers that the page loads after it', async () => {
    const found = await lintAll({ 'index.html': BOTH, 'a.json': FIRST(DENIES), 'b.json': SECOND(GA4) });
    expect(row(found, 'b.json', 'GA4')).toBe('limited limited limited runs limited runs');
    expect(told(found, 'b.json', 'consent')).toEqual([]);
    expect(told(found, 'index.html', 'consent')).toEqual([]);
  });

  it('does so in whatever order the files come', async () => {
    const found = await lintAll({ 'index.html': BOTH, 'b.json': SECOND(GA4), 'z.json': FIRST(DENIES) });
    expect(firstVisit(found)).toBe('limited');
  });

  it('comes too late for the containers before it', async () => {
    const found = await lintAll({ 'index.html': BOTH, 'a.json': SECOND(DENIES), 'b.json': FIRST(GA4) });
    expect(firstVisit(found)).toBe('runs');
    expect(told(found, 'a.json', 'consent-mode/late')).toEqual(['consent-mode/late-default error likely (Default)']);
  });

  it('that grants is said once, where it stands', async () => {
    const found = await lintAll({ 'index.html': BOTH, 'a.json': FIRST(GRANTS, GA4), 'b.json': SECOND(GA4) });
    expect(firstVisit(found)).toBe('runs');
    expect(told(found, 'a.json', 'consent-mode/granted')).toHaveLength(1);
    expect(told(found, 'b.json', 'consent-mode/')).toEqual([]);
  });

  it('gives way to nothing when its tag is paused', async () => {
    const paused = FIRST({ ...DENIES, paused: true });
    const found = await lintAll({ 'index.html': BOTH, 'a.json': paused, 'b.json': SECOND(GA4) });
    expect(firstVisit(found)).toBe('runs');
    expect(told(found, 'b.json', 'consent-mode/')).toEqual(['consent-mode/missing-default warning certain (GA4)']);
  });

  it('behind a gate of its own does not govern a first visit', async () => {
    const parked = page(
      '<script src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000"></script>',
      `<script type="text/plain" data-cookieconsent="marketing">${SNIPPET('GTM-FIRST')}</script>`,
      `if (document.cookie.indexOf('choice=all') > -1) { ${SNIPPET('GTM-FIRST')} }`,
      SNIPPET('GTM-SECOND'),
    );
    const meta = html('Meta', init());
    const found = await lintAll({ 'index.html': parked, 'a.json': FIRST(meta), 'b.json': SECOND(meta) });
    expect(firstVisit(found, 'a.json', 'Meta')).not.toBe('runs');
    expect(firstVisit(found, 'b.json', 'Meta')).toBe('runs');
  });

  it('may come from a container that is not in sight', async () => {
    const found = await lintAll({ 'index.html': BOTH, 'b.json': SECOND(GA4) });
    expect(told(found, 'b.json', 'consent-mode/')).toEqual(['consent-mode/missing-default warning likely (GA4)']);
  });

  it('of another page counts there alone', async () => {
    const found = await lintAll({
      'a.html': BOTH,
      'b.html': page(SNIPPET('GTM-SECOND')),
      'a.json': FIRST(DENIES),
      'b.json': SECOND(GA4),
    });
    expect(firstVisit(found)).toBe('runs');
  });
});

describe("the page's own tags", () => {
  const OWN = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-OWNTAG1"></script>
<script>${GTAG} gtag('js', new Date()); gtag('config', 'G-OWNTAG1');</script>`;
  const own = (found: Awaited<ReturnType<typeof lintAll>>) => firstVisit(found, 'index.html', 'Google Analytics 4');

  it.each([
    ['one container', page(SNIPPET('GTM-FIRST'), OWN), { 'a.json': FIRST(DENIES) }],
    [
      'the second of two',
      page(SNIPPET('GTM-FIRST'), SNIPPET('GTM-SECOND'), OWN),
      { 'a.json': SECOND(DENIES), 'b.json': FIRST(GA4) },
    ],
  ])('are governed by the default of %s before them', async (_, html, containers) => {
    const found = await lintAll({ 'index.html': html, ...containers });
    expect(own(found)).toBe('limited');
    expect(told(found, 'index.html')).toEqual([]);
    expect(told(found, 'index.html', 'consent-mode/late')).toEqual([]);
  });

  it('come before a container whose loader stands behind them, as far as the network lets them', async () => {
    const found = await lintAll({ 'index.html': page(OWN, SNIPPET('GTM-FIRST')), 'a.json': FIRST(DENIES) });
    expect(own(found)).toBe('runs');
    expect(told(found, 'a.json', 'consent-mode/')).toEqual(['consent-mode/late-default error likely (Default)']);
    expect(told(found, 'index.html', 'consent-mode/')).toEqual([]);
  });

  it('run before consent where the container grants; that is said once, where it stands', async () => {
    const found = await lintAll({ 'index.html': page(SNIPPET('GTM-FIRST'), OWN), 'a.json': FIRST(GRANTS) });
    expect(own(found)).toBe('runs');
    expect(told(found, 'a.json', 'consent-mode/')).toEqual(['consent-mode/granted-default error certain (Default)']);
    expect(told(found, 'index.html', 'consent-mode/')).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a paused tag', { 'a.json': FIRST({ ...DENIES, paused: true }) }],
    ['another container', { 'a.json': SECOND(DENIES) }],
    ['a tag behind a click', { 'a.json': FIRST({ ...DENIES, firingTriggerId: ['99'] }) }],
    ['no container in sight', {}],
  ])('are not governed by %s', async (_, containers) => {
    const found = await lintAll({ 'index.html': page(SNIPPET('GTM-FIRST'), OWN), ...containers });
    expect(own(found)).toBe('runs');
    expect(told(found, 'index.html', 'consent-mode/')).toEqual(['consent-mode/missing-default warning certain']);
  });

  it('are judged once, and in any order of the files', async () => {
    const files = { 'index.html': page(SNIPPET('GTM-FIRST'), OWN), 'other.html': page(OWN), 'a.json': FIRST(DENIES) };
    const found = await lintAll(files);
    expect(found.units.filter(({ file }) => file === 'index.html')).toHaveLength(1);
    expect(told(found, 'other.html', 'consent-mode/')).toEqual(['consent-mode/missing-default warning certain']);
    expect(told(found, 'index.html', 'consent-mode/')).toEqual([]);
  });
});

describe('the same id', () => {
  const duplicates = async (files: Readonly<Record<string, string>>) => {
    const { findings } = await lintAll(files);
    return findings.filter(({ rule }) => rule === 'hygiene/duplicate-pixel');
  };

  it('in two containers of a page is found at the second, with the first in the trail', async () => {
    const found = await duplicates({
      'index.html': BOTH,
      'a.json': SECOND(html('Meta B', init())),
      'b.json': FIRST(html('Meta A', init())),
    });
    expect(found.map(({ file, entity }) => [file, entity])).toEqual([['a.json', 'Meta B']]);
    expect(found[0]?.trail[0]).toMatchObject({ file: 'b.json', message: 'first initialised here (tag “Meta A”)' });
  });

  it.each([
    ['code', html('Meta', init())],
    ['a setting', html('Meta', init('{{Pixel}}'))],
  ])('in the page and in a container is found in the container: %s', async (_, meta) => {
    const found = await duplicates({
      'index.html': page(SNIPPET('GTM-FIRST'), `fbq('init', '${ID}'); fbq('track', 'PageView');`),
      'a.json': container('GTM-FIRST', { tags: [meta], variables: [variable('Pixel', 'c', { value: ID })] }),
    });
    expect(found.map(({ file, trail }) => [file, trail[0]?.file])).toEqual([['a.json', 'index.html']]);
  });

  it('as a Google tag of the page and of a container is found', async () => {
    const found = await duplicates({
      'index.html': page(
        '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1"></script>',
        `${GTAG} gtag('js', new Date()); gtag('config', 'G-ABCDEF1');`,
        SNIPPET('GTM-FIRST'),
      ),
      'a.json': FIRST(GA4),
    });
    expect(found.map(({ file, entity }) => [file, entity])).toEqual([['a.json', 'GA4']]);
  });

  it.each([
    ['two ids', { 'index.html': BOTH, 'a.json': FIRST(html('A', init())), 'b.json': SECOND(html('B', init('999'))) }],
    [
      'containers of different pages',
      {
        'a.html': page(SNIPPET('GTM-FIRST')),
        'b.html': page(SNIPPET('GTM-SECOND')),
        'a.json': FIRST(html('A', init())),
        'b.json': SECOND(html('B', init())),
      },
    ],
    [
      'containers in branches that exclude each other',
      {
        'index.html': page(
          `{% if shop.market == 'de' %}<script>${SNIPPET('GTM-FIRST')}</script>{% else %}<script>${SNIPPET('GTM-SECOND')}</script>{% endif %}`,
        ),
        'a.json': FIRST(html('A', init())),
        'b.json': SECOND(html('B', init())),
      },
    ],
    [
      'a paused tag',
      { 'index.html': BOTH, 'a.json': FIRST(html('A', init(), { paused: true })), 'b.json': SECOND(html('B', init())) },
    ],
    [
      'variables of one name in two containers',
      { 'index.html': BOTH, 'a.json': FIRST(html('A', init('{{P}}'))), 'b.json': SECOND(html('B', init('{{P}}'))) },
    ],
  ])('is none in %s', async (_, files) => {
    expect(await duplicates(files)).toEqual([]);
  });
});

/** The rows of the matrix, from texts that are judged. */
import { describe, expect, it } from 'vitest';
import type { InputKind } from '../../src/engine/input.ts';
import { CONSENT_STATES, type ConsentState } from '../../src/model/guard.ts';
import { isDead, type MatrixTag, type MatrixUnit, matrixUnit } from '../../src/report/matrix/rows.ts';
import { createLinter } from '../../src/run/run.ts';
import { CONTAINER, PIXEL_PAGE } from '../cli/samples.ts';

async function matrix(text: string, kind: InputKind = 'html', path = 'a.html'): Promise<MatrixUnit> {
  const units: MatrixUnit[] = [];
  const linter = await createLinter({ withoutRules: true, judged: (unit) => void units.push(matrixUnit(unit)) });
  await linter.lint({ path, kind, text });
  const [unit] = units;
  if (!unit) throw new Error('nothing was judged');
  return unit;
}

const outcomes = ({ states }: MatrixTag): string => CONSENT_STATES.map((state) => states[state].outcome).join(' ');
const everywhere = (outcome: string): string => CONSENT_STATES.map(() => outcome).join(' ');
const why = (tag: MatrixTag | undefined): string => (tag?.why ?? []).map(({ message }) => message).join('\n');

const reasons = (tag: MatrixTag | undefined, state: ConsentState): string =>
  (tag?.reasons[state] ?? []).map(({ message, line }) => `${line}: ${message}`).join('; ');

const GA4 = [{ type: 'TEMPLATE', key: 'tagId', value: 'G-ABCDEF1234' }];

/** The sample container with other members of its tag, and further tags. */
function container(change: Readonly<Record<string, unknown>>, ...more: readonly object[]): string {
  const document = JSON.parse(CONTAINER);
  Object.assign(document.containerVersion.tag[0], change);
  document.containerVersion.tag.push(...more);
  return JSON.stringify(document, null, 2);
}

describe('matrixUnit', () => {
  it('names the switch that holds a vendor', async () => {
    const { tags } = await matrix(PIXEL_PAGE.replace("fbq('init'", "fbq('consent', 'revoke');\nfbq('init'"));
    expect(tags.map(outcomes)).toEqual([everywhere('held')]);
    expect(why(tags[0])).toContain("fbq('consent', 'revoke') holds what it would send");
  });

  it('names the default that limits Google’s tags', async () => {
    const page = `<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' });
</script><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>
<script>gtag('js', new Date()); gtag('config', 'G-ABCDEF1234');</script>`;
    const { tags } = await matrix(page);
    const tag = tags.find(({ vendor }) => vendor === 'Google Analytics 4');
    expect(tag?.states['first-visit'].outcome).toBe('limited');
    expect(tag?.why.find(({ message }) => message.includes('denies storage'))?.line).toBe(2);
  });

  it('has a row for every image of the markup, which no gate of a script holds', async () => {
    const image = '<noscript><img src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"></noscript>';
    const { tags } = await matrix(`<p></p>\n${image}`);
    expect(tags.map(outcomes)).toEqual([everywhere('runs')]);
    expect(tags[0]).toMatchObject({ name: 'Meta Pixel', line: 2 });
    expect(why(tags[0])).toContain('for browsers without scripts');
  });

  it('a paused tag runs nowhere', async () => {
    const { tags } = await matrix(container({ paused: true }), 'container', 'c.json');
    expect(tags.map(isDead)).toEqual([true]);
    expect(tags[0]?.paused).toBe(true);
    expect(why(tags[0])).toBe('the tag is paused');
  });

  it('counts the tags of a container that have no row', async () => {
    const note = { tagId: '2', name: 'note', type: 'html', parameter: [], firingTriggerId: [] };
    expect(await matrix(container({}, note), 'container', 'c.json')).toMatchObject({ unlisted: 1, server: false });
  });

  it('says where an unknown of a container comes from', async () => {
    const ga4 = { type: 'googtag', parameter: GA4 };
    const { tags } = await matrix(container(ga4), 'container', 'c.json');
    expect(tags.map(outcomes)).toEqual(['unknown unknown unknown unknown unknown runs']);
    expect(why(tags[0])).toContain('no consent default is set here');
    const onEvent = {
      triggerId: '9',
      name: 'Sale',
      type: 'CUSTOM_EVENT',
      customEventFilter: [
        {
          type: 'EQUALS',
          parameter: [
            { key: 'arg0', value: '{{_event}}' },
            { key: 'arg1', value: 'sale' },
          ],
        },
      ],
    };
    const document = JSON.parse(container({ ...ga4, firingTriggerId: ['9'] }));
    document.containerVersion.trigger = [onEvent];
    const [sale] = (await matrix(JSON.stringify(document, null, 2), 'container', 'c.json')).tags;
    expect(reasons(sale, 'first-visit')).toContain('nothing here sets analytics_storage');
  });

  it('a reason for every cell: the condition that fails, holds, or is not known', async () => {
    const page = `<script>
if (document.cookie.indexOf('consent=yes') > -1) {
fbq('init', '1'); fbq('track', 'PageView'); }
</script>`;
    const [tag] = (await matrix(page)).tags;
    expect(reasons(tag, 'first-visit')).toBe('2: cookie “consent” is not there: nothing is stored yet');
    expect(reasons(tag, 'statistics')).toBe('2: whether cookie “consent” contains “yes” is not known');
    expect(reasons(tag, 'all')).toContain('2: cookie “consent” contains “yes”');
    const [free] = (await matrix(PIXEL_PAGE)).tags;
    for (const state of CONSENT_STATES)
      expect(reasons(free, state)).toContain('nothing in front of it asks for a choice');
  });

  it('the signal that decides, with the command that sets it', async () => {
    const needed = {
      consentSettings: {
        consentStatus: 'NEEDED',
        consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'ad_storage' }] },
      },
    };
    const open = (await matrix(container(needed), 'container', 'c.json')).tags[0];
    expect(reasons(open, 'first-visit')).toContain('nothing here sets ad_storage');
    expect(open?.why[0]?.message).toBe('its check of ad_storage is all that asks for a choice');
    const html = "<script>gtag('consent', 'default', { ad_storage: 'denied' });</script>";
    const setter = {
      tagId: '2',
      name: 'Default',
      type: 'html',
      parameter: [{ type: 'TEMPLATE', key: 'html', value: html }],
      firingTriggerId: ['2147479572'],
    };
    const tag = (await matrix(container(needed, setter), 'container', 'c.json')).tags.find(
      ({ name }) => name !== 'Default',
    );
    expect(reasons(tag, 'refused')).toContain("ad_storage is denied by gtag('consent', 'default', …)");
    expect(reasons(tag, 'marketing')).toContain('ad_storage is granted');
  });

  it('that no default is set: one on the page is left open for a container alone, not for a page', async () => {
    const page = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>
<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); } gtag('config', 'G-ABCDEF1234');</script>`;
    const onPage = await matrix(page);
    const tag = onPage.tags.find(({ vendor }) => vendor === 'Google Analytics 4');
    expect(reasons(tag, 'first-visit')).toMatch(/nothing here sets analytics_storage, which then counts as granted$/);
    const alone = await matrix(container({ type: 'googtag', parameter: GA4 }), 'container', 'c.json');
    expect(alone.tags[0]?.states['first-visit'].outcome).toBe('unknown');
    expect(reasons(alone.tags[0], 'first-visit')).toContain('a default may be on the page');
  });

  it('that a tag is paused, that nothing makes it run, that a switch holds it', async () => {
    const paused = (await matrix(container({ paused: true }), 'container', 'c.json')).tags[0];
    expect(reasons(paused, 'all')).toContain('the tag is paused');
    const blocked = {
      type: 'googtag',
      parameter: GA4,
      firingTriggerId: ['2147479553'],
      blockingTriggerId: ['2147479553'],
    };
    const dead = (await matrix(container(blocked), 'container', 'c.json')).tags[0];
    expect(reasons(dead, 'all')).toContain('nothing that can happen makes it run');
    const held = (await matrix(PIXEL_PAGE.replace("fbq('init'", "fbq('consent', 'revoke');\nfbq('init'"))).tags[0];
    expect(reasons(held, 'all')).toContain('holds what it would send');
  });

  it('in a server container what the incoming event says of the choice', async () => {
    const gate = {
      triggerId: '7',
      name: 'Advertising agreed',
      type: 'ALWAYS',
      filter: [
        {
          type: 'EQUALS',
          parameter: [
            { key: 'arg0', value: '{{Ads}}' },
            { key: 'arg1', value: 'granted' },
          ],
        },
      ],
    };
    const field = {
      variableId: '1',
      name: 'Ads',
      type: 'ed',
      parameter: [{ type: 'TEMPLATE', key: 'keyPath', value: 'consent_state.ad_storage' }],
    };
    const document = JSON.parse(
      container({
        type: 'sgtmadsct',
        parameter: [{ type: 'TEMPLATE', key: 'conversionId', value: '1' }],
        firingTriggerId: ['7'],
      }),
    );
    Object.assign(document.containerVersion, { trigger: [gate], variable: [field] });
    document.containerVersion.container = { name: 'Server', usageContext: ['SERVER'] };
    const [tag] = (await matrix(JSON.stringify(document, null, 2), 'container', 'c.json')).tags;
    expect(tag && outcomes(tag)).toBe('blocked blocked blocked blocked runs runs');
    expect(reasons(tag, 'refused')).toContain('ad_storage is denied');
    expect(reasons(tag, 'marketing')).toContain('ad_storage is granted');
  });
});

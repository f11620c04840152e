/** What the interface of a vendor alone decides: told to reviewers, once for each feature. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import type { Strictness } from '../../../src/model/profile.ts';

async function toldOf(text: string, kind: 'html' | 'container', strictness: Strictness = 'audit'): Promise<string[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness,
  });
  await linter.lint({ path: kind === 'html' ? 'page.html' : 'GTM-ABC1234.json', kind, text });
  return linter
    .result(1, 0)
    .findings.filter(({ rule, message }) => rule.startsWith('data/automatic-') && message.startsWith('Whether'))
    .map(({ rule, severity, certainty }) => `${rule} ${severity} ${certainty}`)
    .sort();
}

const MATCHING = 'data/automatic-advanced-matching note possible';
const EVENTS = 'data/automatic-events note possible';
const container = (type: string, ...parameter: { key: string; value: string }[]): string =>
  JSON.stringify({
    exportFormatVersion: 2,
    containerVersion: {
      container: { publicId: 'GTM-ABC1234', usageContext: ['WEB'] },
      tag: [
        {
          tagId: '1',
          name: 'Tag',
          type,
          firingTriggerId: ['2147479553'],
          parameter: parameter.map((one) => ({ type: 'TEMPLATE', ...one })),
        },
      ],
    },
  });

describe('a tag of a container', () => {
  it.each([
    ['cvt_K8M24', [{ key: 'pixel_code', value: 'C123ABC456DEF789GHI0' }], [MATCHING, EVENTS, EVENTS]],
    ['pntr', [{ key: 'tagId', value: '2612345678901' }], [MATCHING, EVENTS]],
    ['bzi', [{ key: 'id', value: '123456' }], [EVENTS]],
    ['cvt_5RM3Q', [{ key: 'pixelId', value: '1234567890123456' }], [MATCHING]],
    ['twitter_website_tag', [{ key: 'twitter_pixel_id', value: 'o8z6j' }], []],
  ])('says what it does not show: %s', async (type, parameters, told) => {
    expect(await toldOf(container(type, ...parameters), 'container')).toEqual(told);
  });
});

describe('a page', () => {
  it.each([
    ["fbq('init', '1234567890123456');", [MATCHING]],
    // What switches automatic events off stops the reading of forms as well.
    ["fbq('set', 'autoConfig', false, '1234567890123456'); fbq('init', '1234567890123456');", []],
    ["ttq.load('C123ABC456DEF789GHI0');", [MATCHING, EVENTS, EVENTS]],
    ["gtag('config', 'G-ABC1234567');", [MATCHING, EVENTS]],
  ])('likewise: %s', async (code, told) => {
    expect(await toldOf(`<script>${code}</script>`, 'html')).toEqual(told);
  });

  it('tells nobody who has not asked for everything', async () => {
    expect(await toldOf("<script>ttq.load('C123ABC456DEF789GHI0');</script>", 'html', 'strict')).toEqual([]);
  });
});

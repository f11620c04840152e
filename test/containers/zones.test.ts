/** Zones load other containers, which are not in sight; folders say where in the interface a finding is. */
import { describe, expect, it } from 'vitest';
import { consentDefault } from '../engine/embedded.ts';
import { containerText, type Json, tag } from '../extract/gtm/build.ts';
import { ALL_PAGES, CONSENT_INIT, cellsOf, judgeText, pixel } from './support.ts';

const ZONE: Json = { zoneId: '1', name: 'Agency', childContainer: [{ publicId: 'GTM-CHILD', nickname: 'theirs' }] };
const DEFAULT = tag(
  'Default',
  'html',
  { html: `<script>${consentDefault('denied')}</script>` },
  { firingTriggerId: [CONSENT_INIT] },
);

describe('the container of a zone', () => {
  it.each([
    ['without a consent default', []],
    ['behind a denied default, which governs it but not all of its tags', [DEFAULT]],
  ])('does what nobody knows %s', async (_, tags) => {
    expect(cellsOf(await judgeText(containerText({ tags, zones: [ZONE] })), 'Agency')).toBe('??????');
  });

  it('does nothing where its boundary never holds', async () => {
    const boundary = { customEvaluationTriggerId: ['gone'] };
    expect(cellsOf(await judgeText(containerText({ zones: [{ ...ZONE, boundary }] })), 'Agency')).not.toContain('R');
  });
});

describe('folders', () => {
  const folder = { accountId: '1', containerId: '1', folderId: '9', name: 'Ads, \u001b[31mred' };
  const text = (tags: readonly Json[]): string => {
    const container = JSON.parse(containerText({ tags }));
    container.containerVersion.folder = [folder];
    return JSON.stringify(container, null, 2);
  };
  const foldersOf = async (tags: readonly Json[]) =>
    (await judgeText(text(tags))).result.findings
      .filter(({ rule }) => rule === 'consent/fires-before-consent')
      .map(({ entity, folder: name }) => [entity, name]);

  it('are named with the findings of what lies in them, and with no other', async () => {
    const inside = pixel('A', { parentFolderId: '9', firingTriggerId: [ALL_PAGES] });
    expect(await foldersOf([inside, pixel('B')])).toEqual([
      ['A', folder.name],
      ['B', undefined],
    ]);
  });
});

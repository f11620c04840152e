import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveLocation } from '../../../src/text/location.ts';
import { containerText, extractText, onEvent, tag, trigger, variable } from './build.ts';
import { mutate, picks } from './mutate.ts';

const folder = join(import.meta.dirname, '../../../../shared/corpus/gtm');
const real = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((file) => file.endsWith('.json') && statSync(file).size < 70_000)
      .map((file) => readFileSync(file, 'utf8').replace(/^[^{]*/, ''))
  : [];
const made = containerText({
  tags: [
    tag(
      'A',
      'gaawe',
      { eventName: '{{E}}', eventSettingsTable: [{ parameter: 'a', parameterValue: '{{V}}' }] },
      { firingTriggerId: ['1', 'g'], blockingTriggerId: ['2'] },
    ),
    tag(
      'B',
      'cvt_1_5',
      { pixelId: '1', match: 'true', matchList: [{ name: 'em', value: '{{V}}' }] },
      { setupTag: [{ tagName: 'A' }], priority: { value: '3' } },
    ),
    tag(
      'C',
      'img',
      { url: 'https://social.example/tr?id={{V}}' },
      { consentSettings: { consentStatus: 'NEEDED', consentType: { list: [{ value: 'ad_storage' }] } } },
    ),
    tag('D', 'html', { html: '<script>{{V}}</script>' }),
  ],
  triggers: [
    onEvent('1', '/^bot_.*$/', [['{{L}}', 'EQUALS', 'x']]),
    trigger('2', 'PAGEVIEW', [['{{V}}', '!CONTAINS', 'y']]),
    { triggerId: 'g', type: 'TRIGGER_GROUP', parameter: [{ key: 'triggerIds', list: [{ value: '1' }] }] },
  ],
  variables: [
    variable('V', 'v', { name: 'ActiveGroups' }),
    variable('E', 'e'),
    variable('L', 'smm', { input: '{{V}}', map: [{ key: 'a', value: '{{U}}' }] }),
    variable('U', 'awec', { mode: 'AUTO' }),
  ],
  templates: [
    {
      templateId: '5',
      name: 'P',
      galleryReference: { owner: 'social', repository: 'pixel-template' },
      templateData: '___INFO___\n{}\n___WEB_PERMISSIONS___\n[]',
    },
  ],
});

/** Extracts and touches every place, since places are looked up late. */
function exercise(text: string): void {
  const unit = extractText(text);
  const places = [
    ...unit.entities.map(({ location }) => location),
    ...unit.context.flatMap(({ location }) => location ?? []),
    ...unit.settings.map(({ location }) => location),
    ...unit.activities.flatMap(({ location, steps }) => [location, ...steps.flatMap((step) => step.location ?? [])]),
  ];
  for (const place of places) {
    const { start, end } = resolveLocation(place);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(start).toBeLessThanOrEqual(end);
  }
}

describe('any JSON', () => {
  it('that is a broken container made here is read without an exception', () => {
    fc.assert(
      fc.property(picks, (changes) => exercise(mutate(made, changes))),
      { numRuns: 600 },
    );
  });

  it.skipIf(real.length === 0)('that is a broken real container is read without an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...real), picks, (text, changes) => exercise(mutate(text, changes))),
      { numRuns: 150 },
    );
  });

  it('that has nothing to do with a container is read without an exception', () => {
    fc.assert(fc.property(fc.json(), (text) => exercise(text)));
    fc.assert(fc.property(fc.string(), (text) => exercise(text)));
  });

  it('that ends too early is a problem, not an exception', () => {
    fc.assert(
      fc.property(fc.nat(made.length), (length) => {
        const unit = extractText(made.slice(0, length));
        expect(unit.problems.length + unit.activities.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of hostile size or depth ends soon', () => {
    const nested = '[{"key":"a","list":'.repeat(3000);
    exercise(`{"tag":[{"name":"T","parameter":${nested}[]${'}]'.repeat(3000)}}]}`);
    exercise(`{"tag":[{"name":"T","parameter":${'['.repeat(3000)}${']'.repeat(3000)}}]}`);
    const many = 3000;
    const names = Array.from({ length: many }, (_, index) => `T${index}`);
    exercise(
      containerText({
        tags: names.map((name, index) =>
          tag(
            name,
            'googtag',
            { tagId: 'G-1' },
            {
              firingTriggerId: [],
              setupTag: [{ tagName: names[(index + 1) % many] }, { tagName: names[(index * 7) % many] }],
            },
          ),
        ),
        triggers: names.map((name, index) => ({
          triggerId: name,
          type: 'TRIGGER_GROUP',
          parameter: [{ key: 'triggerIds', list: [{ value: names[(index + 1) % many] }, { value: names[0] }] }],
        })),
      }),
    );
  });
});

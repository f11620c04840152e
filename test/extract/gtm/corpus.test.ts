import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCatalog } from '../../../scripts/catalog/compile.ts';
import { CatalogIndex } from '../../../src/extract/catalog-index.ts';
import type { ExtractedUnit } from '../../../src/extract/extracted.ts';
import { extractContainer } from '../../../src/extract/gtm/index.ts';
import { GENERAL_PROFILE } from '../../../src/model/profile.ts';
import { childrenOf, type Value } from '../../../src/model/value.ts';
import { ScriptParser } from '../../../src/parse/script.ts';
import { type Location, resolveLocation } from '../../../src/text/location.ts';
import { Source } from '../../../src/text/source.ts';
import { activityOf, printGuard, printValue } from './build.ts';

const root = join(import.meta.dirname, '../../..');
/** Real exports, most of them without a licence to copy: looked at in place where they are, skipped where they are not. */
const folder = join(root, '../shared/corpus/gtm');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

const catalog = new CatalogIndex(compileCatalog(join(root, 'rules/catalog')));
const parser = new ScriptParser();

function read(file: string): { text: string; unit: ExtractedUnit } {
  const text = readFileSync(join(folder, file), 'utf8');
  return { text, unit: extractContainer(new Source(file, text), { catalog, parser, profile: GENERAL_PROFILE }) };
}

/** The text that a place shows in its own source must stand, escaped, at the place that it has in the file. */
function expectRoundTrip(text: string, location: Location): void {
  const { start, end } = resolveLocation(location);
  const shown = location.source.slice(location);
  const raw = text.slice(start, end);
  expect(location.source.nesting ? JSON.parse(`"${raw}"`) : raw).toBe(shown);
  expect(end).toBeGreaterThan(start);
}

function placesIn(value: Value, depth = 0): Location[] {
  const own = value.location ? [value.location] : [];
  if (depth > 3) return own;
  return [...own, ...childrenOf(value).flatMap((child) => placesIn(child, depth + 1))];
}

describe.skipIf(files.length === 0)('real containers', () => {
  it.each(files)('%s keeps every position', (file) => {
    const { text, unit } = read(file);
    expect(unit.problems).toEqual([]);
    for (const entity of unit.entities) expectRoundTrip(text, entity.location);
    for (const activity of unit.activities) {
      expectRoundTrip(text, activity.location);
      for (const step of activity.steps) if (step.location) expectRoundTrip(text, step.location);
      for (const value of Object.values(activity.values)) {
        for (const place of placesIn(value)) if (place.end > place.start) expectRoundTrip(text, place);
      }
    }
    for (const fact of unit.settings) expectRoundTrip(text, fact.location);
    for (const fact of unit.context)
      if (fact.location) expect(fact.location.source.slice(fact.location)).toContain(fact.text.slice(0, 3));
  });

  const shop = 'ofarukakal__gtm-workspace_25d33c5.json';
  const guard = (unit: ExtractedUnit, name: string): string => printGuard(activityOf(unit, name).guard);

  it('reads consent checks and their absence', () => {
    const { unit } = read(shop);
    expect(guard(unit, 'FB Pixel Configuration')).toContain('google ad_storage');
    expect(guard(unit, 'FB Pixel - Purchase')).toBe('(event purchase & google ad_storage)');
    expect(guard(unit, 'Microsoft Clarity')).toBe('true');
    expect(guard(unit, 'HTML - Amazon Pixel')).not.toContain('google');
    // An exception on Window Loaded never meets a page view.
    expect(guard(unit, 'Criteo - Homepage Tag')).toBe('free[{{Page Type}} contains home]');
  });

  it('finds user data in templates and native tags', () => {
    const { unit } = read(shop);
    const user = (name: string) => printValue(activityOf(unit, name, 'identify').values.user);
    expect(user('Tiktok Pixel - CRDFLL3C77U0HUGHO92G - Purchase Conversion')).toContain(
      'email: gtm-variable {{Email Hashed}}',
    );
    expect(user('Google Ads - Add to Cart')).toContain('{{Email Hashed}}');
    // Advanced matching is not ticked.
    expect(
      unit.activities.filter(({ entity, kind }) => entity?.name === 'FB Pixel - Purchase' && kind === 'identify'),
    ).toEqual([]);
  });

  it('follows sequences', () => {
    const { unit } = read('Danduartem__GTM-T63QRLFT_workspace51.json');
    const helper = unit.activities.filter(({ entity }) => entity?.name === 'Meta Pixel | Helper | setup');
    expect(helper.map(({ kind }) => kind)).toContain('init');
    // A scroll trigger pulls the pixel in.
    expect(printGuard(helper.find(({ kind }) => kind === 'init')?.guard ?? { op: 'const', value: false })).toBe('true');
    expect(
      helper[0]?.steps.some(
        ({ message }) => message.toString() === 'set-up tag of "Meta Pixel | Event | scroll_engagement"',
      ),
    ).toBe(true);
  });

  it('finds user data in server containers, reached or not', () => {
    const { unit } = read('kyle-williams-kubix__KBX_sGTM_-_TikTok_Base.json');
    const activity = activityOf(unit, '[KBX] TikTok - DYN', 'identify');
    expect(unit.kind).toBe('server-container');
    expect(activity.reached).toBe(false);
    expect(printValue(activity.values.user)).toContain('email: ');
  });
});

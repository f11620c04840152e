import { describe, expect, test } from 'vitest';
import { judge } from '../../src/analyze/judge.ts';
import { CatalogIndex } from '../../src/extract/catalog-index.ts';
import { extractContainer } from '../../src/extract/gtm/index.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { GENERAL_PROFILE } from '../../src/model/profile.ts';
import { ScriptParser } from '../../src/parse/script.ts';
import { Source } from '../../src/text/source.ts';
import { containerText, tag } from '../extract/gtm/build.ts';

const index = new CatalogIndex(catalog);
const CONSENT_INITIALIZATION = '2147479572';
const ALL_PAGES = '2147479553';

/** What a GA4 tag does on a first visit in a container with a platform's template. */
function ga4(repository: string, parameters: Parameters<typeof tag>[2]): string {
  const [owner = '', name = ''] = repository.split('/');
  const text = containerText({
    tags: [
      { ...tag('Platform', 'cvt_1_7', parameters), firingTriggerId: [CONSENT_INITIALIZATION] },
      { ...tag('GA4', 'googtag', { tagId: 'G-ABCDEF1234' }), firingTriggerId: [ALL_PAGES] },
    ],
    templates: [
      {
        templateId: '7',
        name,
        galleryReference: { host: 'github.com', owner, repository: name },
        templateData: '___INFO___\n\n{ "type": "TAG", "id": "cvt_temp_public_id" }\n',
      },
    ],
  });
  const unit = extractContainer(new Source('container.json', text), {
    catalog: index,
    parser: new ScriptParser(),
    profile: GENERAL_PROFILE,
  });
  const judged = judge(unit, catalog, GENERAL_PROFILE);
  return judged.tags.find(({ name: one }) => one === 'GA4')?.states['first-visit'].outcome ?? 'none';
}

describe('templates of platforms', () => {
  const COOKIEBOT = 'cybotcorp/gtm-templates-cookiebot-cmp';

  test('deny where nothing else is said', () => {
    expect(ga4(COOKIEBOT, { serial: '0' })).toBe('limited');
    expect(ga4('didomi/gtm-template', { embedDidomi: 'true' })).toBe('limited');
    expect(ga4('cookie-information/ci-consent-mode-template-v2', { wait_for_update: '500' })).toBe('limited');
  });

  test('grant where a parameter or a row says so', () => {
    expect(ga4('didomi/gtm-template', { analyticsStorage: 'true', adStorage: 'true' })).toBe('runs');
  });

  test('leave the consent mode alone where they are told to', () => {
    expect(ga4(COOKIEBOT, { serial: '0', consentModeEnabled: 'false' })).toBe('unknown');
  });

  test('rows by region', () => {
    const rows = (cells: Record<string, string>) => ({ regionSettings: [cells] });
    const granted = { defaultConsentStatistics: 'granted', defaultConsentMarketing: 'granted' };
    expect(ga4(COOKIEBOT, rows({ region: 'US', ...granted }))).toBe('limited');
    expect(ga4(COOKIEBOT, rows({ region: 'DK', ...granted }))).toBe('runs');
    expect(ga4(COOKIEBOT, rows({ region: '', ...granted }))).toBe('runs');
  });
});

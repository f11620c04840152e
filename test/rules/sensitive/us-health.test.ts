import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Regime } from '../../../src/model/profile.ts';

async function findings(text: string, regime: Regime = 'us-health'): Promise<readonly Finding[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime, sensitivePaths: [], exemptVendors: [] },
  });
  await linter.lint({ path: 'page.html', kind: 'html', text });
  return linter.result(1, 0).findings;
}

const CMP = '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js"></script>';
const TAG =
  '<script type="text/plain" data-cookieconsent="statistics" src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>';

const page = (title: string, around: (tag: string) => string = (tag) => tag): string =>
  `<!doctype html><html><head><title>${title}</title>${CMP}${around(TAG)}</head></html>`;

/** What is said of a tag that waits for consent, by where the visitor is. */
async function told(text: string, regime?: Regime): Promise<string[]> {
  const found = await findings(text, regime);
  return found
    .filter(({ rule }) => rule === 'sensitive/page-context')
    .map(({ severity, message }) => `${severity}: ${/the visitor is (.*?)[.,]/.exec(message)?.[1]}`);
}

describe('behind a login', () => {
  it.each([
    ['a portal for patients', page('Patient portal | Oak medical clinic')],
    ['what the account holds', page('My prescriptions | Oak Pharmacy, online pharmacy')],
    ['a Swedish one', page('Mina sidor | Nätapoteket')],
    ['a condition of the template', page('Oak online pharmacy', (tag) => `{% if customer %}${tag}{% endif %}`)],
    [
      'a function of the server',
      page('Oak online pharmacy', (tag) => `<?php if (is_user_logged_in()) { ?>${tag}<?php } ?>`),
    ],
    ['a property of the user', page('Oak online pharmacy', (tag) => `{% if user.is_authenticated %}${tag}{% endif %}`)],
  ])('%s: an error, consent or not', async (_name, text) => {
    expect(await told(text)).toEqual(['error: on a page behind a login']);
  });

  it.each([
    ['the front page of a pharmacy', page('Oak online pharmacy')],
    ['an account in a shop', page('My account | Running shoes')],
    [
      'a visitor who is not signed in',
      page('Oak online pharmacy', (tag) => `{% unless customer %}${tag}{% endunless %}`),
    ],
    [
      'customers are not asked for',
      page('Oak online pharmacy', (tag) => `{% if settings.customer_reviews %}${tag}{% endif %}`),
    ],
  ])('%s: nothing', async (_name, text) => expect(await told(text)).toEqual([]));

  it('is nothing of its own elsewhere', async () => {
    expect(
      await told(
        page('Oak online pharmacy', (tag) => `{% if customer %}${tag}{% endif %}`),
        'eu',
      ),
    ).toEqual([]);
  });
});

describe('the law of a finding', () => {
  it('is that of the United States under us-health, and as ever elsewhere', async () => {
    const text = `<title>HIV test</title><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>`;
    const of = async (regime: Regime): Promise<string[]> =>
      (await findings(text, regime))
        .filter(({ rule }) => /^(?:consent|sensitive)\//.test(rule))
        .flatMap(({ law }) => law);
    const american = await of('us-health');
    expect(american.length).toBeGreaterThan(0);
    expect(american.filter((id) => !id.startsWith('US-'))).toEqual([]);
    expect(await of('eu')).toContain('GDPR-9');
  });

  it('names what HIPAA asks for behind a login', async () => {
    const [first] = (await findings(page('Patient portal | Oak medical clinic'))).filter(
      ({ rule }) => rule === 'sensitive/page-context',
    );
    expect(first?.law).toEqual(['US-HIPAA-164-502', 'US-HHS-OCR', 'US-FTC-5', 'US-FTC-CEREBRAL']);
    expect(first?.message).toContain('business associate');
  });
});

/** The shop in examples/: exactly the expected findings in the bad files, none in the repaired ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { settingsFor } from '../src/config/index.ts';
import { classify } from '../src/discover/index.ts';
import { Linter } from '../src/engine/lint.ts';
import { catalog } from '../src/generated/catalog.ts';
import { rules } from '../src/generated/rules.ts';
import { sensitive } from '../src/generated/sensitive.ts';
import type { LintResult, Severity } from '../src/model/finding.ts';

const folder = fileURLToPath(new URL('../examples/', import.meta.url));
const { profile } = await settingsFor({ cwd: folder, path: folder, config: true });

const read = (file: string): string => readFileSync(`${folder}${file}`, 'utf8');

async function lint(file: string, text: string = read(file)): Promise<LintResult> {
  const kind = classify(file, text);
  if (kind === 'other') throw new Error(`${file} is nothing that is read`);
  const linter = new Linter({ catalog, sensitive, rules, version: 'test', profile });
  await linter.lint({ path: file, kind, text });
  return linter.result(1, 0);
}

/** Severity, rule, and the beginning of the flagged text, in the order of their places; in containers also the tag. */
type Expected = readonly [severity: Severity, rule: string, flagged: string, entity?: string];

const META_TAG = 'Meta Pixel - Alla sidor';
const META_PURCHASE = 'Meta Pixel - Köp';

const BAD: Readonly<Record<string, readonly Expected[]>> = {
  'cart-pixel.js': [
    ['error', 'consent/ineffective-gate', "script.src = 'https://connect.facebook.net/sv_SE/fbevents.js'"],
    // The id is a number: the library ignores the call.
    ['warning', 'data/automatic-events', "window.fbq('set', 'autoConfig', false, PIXEL_ID)"],
    ['error', 'sensitive/product-content', 'button.dataset.produktnamn'],
  ],
  'category.html': [
    ['error', 'consent/fires-before-consent', '<script async src="https://www.googletagmanager.com/gtag/js?id=G-'],
    ['warning', 'consent-mode/missing-default', '<script async src="https://www.googletagmanager.com/gtag/js?id=G-'],
    ['warning', 'sensitive/page-context', '<script async src="https://www.googletagmanager.com/gtag/js?id=G-'],
    ['error', 'consent/fires-before-consent', "gtag('config', 'AW-1000000001')"],
    ['warning', 'sensitive/page-context', "gtag('config', 'AW-1000000001')"],
    ['error', 'sensitive/product-content', "'Självtester'"],
    ['error', 'sensitive/product-content', "'Självtester/Könssjukdomar'"],
  ],
  'checkout.html': [
    ['error', 'data/exposed-form-field', '<input id="epost" type="email" name="email"'],
    ['error', 'data/exposed-form-field', '<input id="pnr" name="personnummer"'],
    ['error', 'consent/fires-before-consent', 't.src=v'],
    ['error', 'data/automatic-events', "fbq('init', '100000000000001', {"],
    ['error', 'data/advanced-matching', "document.getElementById('epost').value"],
    ['error', 'consent/fires-before-consent', "ttq.load('CBJORKEN0EXAMPLE0001')"],
    ['error', 'data/advanced-matching', 'email: form.email.value'],
  ],
  'gtm-container.json': [
    ['warning', 'gtm/consent-not-configured', META_TAG, META_TAG],
    ['error', 'consent/fires-before-consent', 't.src=v', META_TAG],
    ['warning', 'data/automatic-events', "fbq('init', '{{Konstant - Meta pixel-id}}')", META_TAG],
    ['warning', 'gtm/consent-not-configured', META_PURCHASE, META_PURCHASE],
    ['error', 'consent/fires-before-consent', "fbq('init', '{{Konstant - Meta pixel-id}}', {", META_PURCHASE],
    ['warning', 'hygiene/duplicate-pixel', "fbq('init', '{{Konstant - Meta pixel-id}}', {", META_PURCHASE],
    ['error', 'data/advanced-matching', '{{DLV - kund.epost}}', META_PURCHASE],
    ['error', 'sensitive/product-content', '{{DLV - produktnamn}}', META_PURCHASE],
    ['warning', 'consent-mode/missing-default', 'Google-tagg G-BJORKEN001', 'Google-tagg G-BJORKEN001'],
    ['error', 'sensitive/product-content', 'true', 'GA4 - Köp'],
    ['error', 'data/advanced-matching', '{{DLV - kund.epost}}', 'Google Ads - Köp'],
  ],
  'newsletter.html': [
    ['error', 'consent/fires-before-consent', 'h._hjSettings={hjid:1000001'],
    ['error', 'consent/ineffective-gate', 't.src=e'],
    ['error', 'data/advanced-matching', 'em: event.target.elements.email.value'],
    ['error', 'consent/ineffective-gate', 'r.src=n'],
    ['error', 'consent/fires-before-consent', '_linkedin_partner_id'],
  ],
  'order-confirmation.liquid': [
    ['error', 'consent/fires-before-consent', 't.src=v'],
    ['error', 'data/advanced-matching', '{{ order.email | strip | downcase | sha256 }}'],
    ['error', 'sensitive/product-content', '{{ line_item.title | json }}'],
  ],
  'product.liquid': [
    ['error', 'consent/fires-before-consent', 't.src=v'],
    ['warning', 'sensitive/page-context', 't.src=v'],
    ['error', 'data/automatic-events', "fbq('init', '100000000000001')"],
    ['error', 'sensitive/product-content', '{{ product.title | json }}'],
    ['error', 'consent/noscript-beacon', '<img height="1" width="1"'],
    ['error', 'data/exposed-form-field', '<input type="email" name="email"'],
  ],
  'self-test.html': [
    ['error', 'consent/ineffective-gate', 't.src=v'],
    ['warning', 'sensitive/page-context', 't.src=v'],
    ['error', 'sensitive/product-content', "'Klamydiatest hemma'"],
    ['error', 'sensitive/product-content', "'Klamydiatest hemma'"],
  ],
  'signals-config-100000000000001.js': [
    ['error', 'data/automatic-advanced-matching', 'instance.optIn("100000000000001", "AutomaticMatching", true)'],
  ],
};

const ADDRESS = 'note sensitive/page-context';

/** What remains in a repaired file: that the address alone tells, see the end of examples/README.md. */
const NOTES: Readonly<Record<string, readonly string[]>> = {
  'category.html': [ADDRESS, ADDRESS],
  'self-test.html': [ADDRESS],
};

/** Takes one repair back: what comes up then. The silence of the repaired file is not that of a file nobody understood. */
type Relapse = readonly [what: string, changes: readonly (readonly [from: string, to: string])[], rule: string];

const PARKED = 'type="text/plain" data-cookieconsent="statistics"';
const ON_CHOICE = "window.addEventListener('CookieInformationConsentGiven', function () {";
const ON_LOAD = "window.addEventListener('load', function () {";

const RELAPSES: Readonly<Record<string, readonly Relapse[]>> = {
  'cart-pixel.js': [
    [
      'an opt-out',
      [
        ['CookiebotOnConsentReady', 'load'],
        ['window.Cookiebot.consent.marketing', '!window.optedOut'],
      ],
      'consent/ineffective-gate',
    ],
    ['a numeric id', [["'100000000000001'", '100000000000001']], 'data/automatic-events'],
  ],
  'category.html': [
    [
      'nothing parked and everything granted',
      [
        [PARKED, ''],
        ["'denied'", "'granted'"],
      ],
      'consent-mode/granted-default',
    ],
    [
      'nothing parked and no default',
      [
        [PARKED, ''],
        ["gtag('consent', 'default', {", 'console.log({'],
      ],
      'consent-mode/missing-default',
    ],
  ],
  'checkout.html': [
    [
      'the attribute without the parking type',
      [['type="text/plain" data-cookieconsent', 'data-cookieconsent']],
      'consent/ineffective-gate',
    ],
    [
      'an e-mail address',
      [["fbq('init', '100000000000001')", "fbq('init', '100000000000001', { em: epost.value })"]],
      'data/advanced-matching',
    ],
  ],
  'gtm-container.json': [
    [
      'consent that is not asked for',
      [['"consentStatus": "NEEDED"', '"consentStatus": "NOT_NEEDED"']],
      'consent/fires-before-consent',
    ],
    ['no default', [['"tagId": "2"', '"tagId": "2", "paused": true']], 'consent-mode/missing-default'],
    [
      'product names',
      [
        [
          '"key": "sendEcommerceData",\n                        "value": "false"',
          '"key": "sendEcommerceData",\n                        "value": "true"',
        ],
      ],
      'sensitive/product-content',
    ],
  ],
  'newsletter.html': [
    ['a script that is not parked', [['src=""\n    data-consent-src=', 'src=']], 'consent/ineffective-gate'],
    [
      'no category asked for',
      [
        [ON_CHOICE, ON_LOAD],
        ["CookieInformation.getConsentGivenFor('cookie_cat_statistic')", 'true'],
      ],
      'consent/fires-before-consent',
    ],
  ],
  'order-confirmation.liquid': [
    ['a call outside the handler', [[ON_CHOICE, `reportPurchase();\n  ${ON_CHOICE}`]], 'consent/fires-before-consent'],
  ],
  'product.liquid': [
    [
      'no test',
      [
        [ON_CHOICE, ON_LOAD],
        ["if (!CookieInformation.getConsentGivenFor('cookie_cat_marketing')) return;", ''],
      ],
      'consent/fires-before-consent',
    ],
    [
      'a product name',
      [["content_type: 'product',", "content_type: 'product', content_name: {{ product.title | json }},"]],
      'sensitive/product-content',
    ],
    ['automatic events', [["fbq('set', 'autoConfig', false, '100000000000001');", '']], 'data/automatic-events'],
  ],
  'self-test.html': [['a test of the wrong word', [["=== 'accepted'", "!== 'declined'"]], 'consent/ineffective-gate']],
  'signals-config-100000000000001.js': [
    [
      'the switch',
      [['"AutomaticMatchingForPartnerIntegrations"', '"AutomaticMatching"']],
      'data/automatic-advanced-matching',
    ],
  ],
};

describe('examples/', () => {
  it('is a pharmacy, with every file in both versions', () => {
    expect(profile.sector).toBe('pharmacy');
    const files = Object.keys(BAD).sort();
    expect(readdirSync(`${folder}bad`).sort()).toEqual(files);
    expect(readdirSync(`${folder}repaired`).sort()).toEqual(files);
    expect(Object.keys(RELAPSES).sort()).toEqual(files);
  });

  it.each(Object.entries(BAD))('finds what is wrong in bad/%s, and nothing else', async (name, expected) => {
    const file = `bad/${name}`;
    const { findings, skipped } = await lint(file);
    const found = findings.map(({ severity, rule, excerpt, entity }, index): Expected => {
      const flagged = excerpt.slice(0, expected[index]?.[2].length ?? 60);
      return entity === undefined ? [severity, rule, flagged] : [severity, rule, flagged, entity];
    });
    expect(found).toEqual(expected);
    expect(skipped).toEqual([]);
    const lines = read(file).split('\n');
    for (const { line, column, endLine, endColumn, excerpt, certainty } of findings) {
      const flagged = lines.slice(line - 1, endLine);
      flagged.push((flagged.pop() ?? '').slice(0, endColumn - 1));
      expect(
        flagged
          .join('\n')
          .slice(column - 1)
          .replace(/\s+/g, ' '),
      ).toContain(excerpt.slice(0, 40));
      expect(certainty).not.toBe('possible');
    }
  });

  it.each(Object.keys(BAD))('finds nothing but notes in repaired/%s, and has read it', async (name) => {
    const { findings, skipped, stats } = await lint(`repaired/${name}`);
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(NOTES[name] ?? []);
    expect(skipped).toEqual([]);
    // The product's page is one of many, and its pixel waits: possible, shown where the strictness asks for it.
    expect(stats.hidden ?? 0).toBe(name === 'product.liquid' ? 1 : 0);
    expect(stats.suppressed).toBe(0);
    if (!name.startsWith('signals-config')) expect(stats.activities).toBeGreaterThan(1);
  });

  const relapses = Object.entries(RELAPSES).flatMap(([name, list]) =>
    list.map((relapse) => [name, ...relapse] as const),
  );
  it.each(relapses)('repaired/%s with %s is found', async (name, _what, changes, rule) => {
    let text = read(`repaired/${name}`);
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      text = text.replaceAll(from, to);
    }
    const { findings } = await lint(`repaired/${name}`, text);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });
});

/** Saved copies of vendors' own scripts: a page that loads one loads the vendor, and what the copy does is the vendor's. */
import { describe, expect, it } from 'vitest';
import { CatalogIndex } from '../../../src/extract/catalog-index.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { consentRules, rulesThatFind } from '../found.ts';

const index = new CatalogIndex(catalog);
const LIBRARY =
  "fbq.registerPlugin('x', { SignalsFBEvents: 1 }); new Image().src = 'https://www.facebook.com/tr/?id=1&ev=x';";

describe('a saved copy of a vendor’s script', () => {
  it.each([
    '<script src="js/fbevents.js"></script>',
    '<script async src="./Page_files/fbevents.js"></script>',
    '<script defer src="/assets/fbevents.js?v=2"></script>',
  ])('is the vendor where a page loads it: %s', async (html) => {
    expect(await consentRules('page.html', html)).toEqual(['fires-before-consent']);
  });

  it.each([
    '<script type="text/plain" data-cookieconsent="marketing" src="js/fbevents.js"></script><script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="a"></script>',
    '<script src="js/fbevents.css"></script>',
    '<script src="js/my-fbevents.js"></script>',
    '<script src="js/clarity.js"></script>',
    '<!-- <script src="js/fbevents.js"></script> -->',
    '<a href="js/fbevents.js">x</a>',
  ])('is nothing that runs before a choice: %s', async (html) => {
    expect(await consentRules('page.html', html)).toEqual([]);
  });

  it('is told by its name and by what stands in it', () => {
    expect(index.copyOf('js/fbevents.js', LIBRARY)?.url).toBe('https://connect.facebook.net/en_US/fbevents.js');
    expect(index.copyOf('js/fbevents-2020-01-08.js', LIBRARY)).toBeDefined();
    expect(index.copyOf('fbevents-2020-01-08.js', undefined)).toBeUndefined();
    expect(index.copyOf('js/fbevents.js', "fbq('init', '1');")).toBeUndefined();
    expect(index.copyOf('js/1234567890.js', LIBRARY)).toBeUndefined();
    expect(index.copyOf('js/hotjar-123.js', 'window.hjSiteSettings = window.hjSiteSettings || {};')).toBeDefined();
    expect(index.copyOf('js/clarity.js', '/* clarity-js v0.7.67 */')).toBeDefined();
    expect(index.copyOf('js/clarity.js', "clarity('set', 'plan', 'pro');")).toBeUndefined();
  });

  it('is told by its folders where whole sites are kept under the names of their hosts', async () => {
    expect(index.copyOf('www.shop.se/connect.facebook.net/en_US/fbevents.js', '')?.url).toBe(
      'https://connect.facebook.net/en_US/fbevents.js',
    );
    expect(index.copyOf('s.adroll.com/j/roundtrip.js', '_adroll_email = x;')).toBeDefined();
    expect(index.copyOf('connect.facebook.net/page/own.js', '')).toBeUndefined();
    expect(index.copyOf('vendor/adroll/roundtrip.js', '')).toBeUndefined();
    expect(await rulesThatFind('s.adroll.com/j/roundtrip.js', 'function a(e) { _adroll_email = e; }', /./)).toEqual([]);
    expect(await consentRules('page.html', '<script src="../s.adroll.com/j/roundtrip.js"></script>')).toEqual([
      'fires-before-consent',
    ]);
    expect(await consentRules('page.html', '<script src="https://s.adroll.com/j/roundtrip.js"></script>')).toEqual([
      'fires-before-consent',
    ]);
  });

  it('is not judged as code of the site', async () => {
    expect(await rulesThatFind('js/fbevents.js', LIBRARY, /./)).toEqual([]);
    expect(await rulesThatFind('js/pixel.js', LIBRARY, /^consent\//)).toEqual(['fires-before-consent']);
  });
});

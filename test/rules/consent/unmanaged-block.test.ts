import { describe, expect, it } from 'vitest';
import { rule } from '../../../rules/consent/unmanaged-block.ts';
import type { Report } from '../../../src/model/finding.ts';
import { GENERAL_PROFILE, type SiteProfile } from '../../../src/model/profile.ts';
import { read } from '../../extract/gating/support.ts';

const PIN = 'https://s.pinimg.com/ct/core.js';
const YT = 'https://www.youtube.com/embed/abc';
const COOKIEBOT = '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js"></script>';
const ONETRUST = '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js"></script>';
const INFORMATION = '<script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js"></script>';
const VANILLA =
  '<script src="https://cdn.jsdelivr.net/npm/vanilla-cookieconsent@3.1.0/dist/cookieconsent.umd.js"></script>';
const BOT = `<script type="text/plain" data-cookieconsent="marketing" src="${PIN}"></script>`;
const OWN = `<script type="text/plain" data-consent="marketing" src="${PIN}"></script>`;

function page(body: string): string {
  return `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;
}

function reportsOn(code: string, profile: Partial<SiteProfile>, extension: string): Report[] {
  const unit = read(code, extension);
  const reports: Report[] = [];
  rule.check(unit, {
    profile: { ...GENERAL_PROFILE, ...profile },
    options: {},
    strictness: 'strict',
    report: (report) => void reports.push(report),
    sensitive: () => [],
    secrets: () => [],
    party: () => undefined,
  });
  return reports;
}

/** The certainties of what is reported; the word that was meant, where the report says one. */
function verdictsOn(code: string, profile: Partial<SiteProfile> = {}, extension = 'html'): string {
  return reportsOn(code, profile, extension)
    .map(({ certainty, message }) =>
      [certainty, /did you mean “(.*?)”/.exec(message.toString())?.[1] ?? ''].join(' ').trim(),
    )
    .join(', ');
}

const CASES: readonly (readonly [code: string, verdicts: string, extension?: string])[] = [
  // No platform
  [page(BOT), 'likely'],
  [page(`<SCRIPT TYPE="TEXT/PLAIN" DATA-COOKIECONSENT="marketing">fbq('init', '1')</SCRIPT>`), 'likely'],
  [page(BOT + BOT), 'likely, likely'],
  [page(`<script type="text/plain" class="optanon-category-C0004" src="${PIN}"></script>`), 'likely'],
  [page(`<script type="text/plain" data-usercentrics="Pinterest" src="${PIN}"></script>`), 'likely'],
  [page(`<script type="didomi/javascript" data-vendor="c:pinterest">pintrk('load', '1')</script>`), 'likely'],
  [page(`<script type="text/plain" data-category="marketing" src="${PIN}"></script>`), 'likely'],
  [page(`<script data-consent-src="${PIN}" data-category-consent="cookie_cat_marketing"></script>`), 'likely'],
  [page(`<iframe data-cookieconsent="marketing" data-src="${YT}"></iframe>`), 'likely'],
  [page(`<iframe class="optanon-category-C0004" data-src="${YT}"></iframe>`), 'likely'],
  [page(OWN), 'likely'],
  [page(`<script type="text/plain">fbq('init', '1');</script>`), 'likely'],
  [page(`<script type="text/plain" src="${PIN}"></script>`), 'likely'],
  // It may come otherwise
  [BOT, 'possible'],
  [`<head>${BOT}</head>`, 'possible'],
  [page(`${BOT}<script src="https://www.googletagmanager.com/gtm.js?id=GTM-A"></script>`), 'possible'],
  [
    page(
      `${BOT}<script>(function(w,d,s,l,i){var j=d.createElement(s);j.src='https://www.googletagmanager.com/gtm.js?id='+i;d.head.appendChild(j)})(window,document,'script','dataLayer','GTM-A');</script>`,
    ),
    'possible',
  ],
  [page(`${BOT}<script src="/js/app.js"></script>`), 'likely'],
  [
    page(
      `<script type="text/plain" data-category="marketing" src="${PIN}"></script><script src="/js/app.js"></script>`,
    ),
    'possible',
  ],
  [
    page(
      `<script type="text/plain" data-category="marketing" src="${PIN}"></script><script src="/js/jquery.min.js"></script>`,
    ),
    'likely',
  ],
  [page(`${BOT}<script src="/js/cookie-banner.js"></script>`), ''],
  [page(`${BOT}<script src="https://cmp.example.org/loader.js"></script>`), ''],
  [page(`${OWN}<script src="/js/app.js"></script>`), 'possible'],
  [`<!doctype html><html><head>{% include 'head.html' %}</head><body>${BOT}</body></html>`, 'possible'],
  [`<!doctype html><html><head>{{ head_scripts }}</head><body>${BOT}</body></html>`, 'possible'],
  [`<!doctype html><html><head><title>{{ page.title }}</title></head><body>${BOT}</body></html>`, 'likely'],
  [`<!doctype html><html><head><?php wp_head(); ?></head><body>${BOT}</body></html>`, 'possible', 'php'],
  [`export const Tags = () => <script type="text/plain" data-cookieconsent="marketing" src="${PIN}" />;`, '', 'jsx'],
  // Released
  [page(COOKIEBOT + BOT), ''],
  [page(BOT + COOKIEBOT), ''],
  [
    page(
      `${BOT}<script>const s = document.createElement('script'); s.src = 'https://consent.cookiebot.com/uc.js'; document.head.append(s);</script>`,
    ),
    '',
  ],
  [page(`${BOT}<script>window.addEventListener('CookiebotOnAccept', () => {});</script>`), ''],
  [page(`${BOT}<script>if (window.Cookiebot && Cookiebot.consent.marketing) start();</script>`), ''],
  [page(`${OWN}<script>document.querySelectorAll('script[data-consent]').forEach(run);</script>`), ''],
  [page(`${OWN}<script>for (const s of document.scripts) if (s.dataset.consent === 'marketing') run(s);</script>`), ''],
  [page(`${OWN}<script>[...document.scripts].filter((s) => s.type === 'text/plain').forEach(run);</script>`), ''],
  [
    page(
      `${OWN}<script src="/js/banner-free.js"></script>\n=== js/banner-free.js\ndocument.querySelectorAll('[type="text/plain"]').forEach(run);`,
    ),
    '',
  ],
  [page(`${COOKIEBOT}<script type="text/plain" data-cookieconsent="advertising" src="${PIN}"></script>`), ''],
  [page(`${ONETRUST}<script type="text/plain" class="optanon-category-C0002-C0004" src="${PIN}"></script>`), ''],
  [page(`${ONETRUST}<script type="text/plain" class="optanon-category-C0009 x" src="${PIN}"></script>`), ''],
  [page(`${ONETRUST}<script type="text/plain" class="optanon-category-BG36" src="${PIN}"></script>`), ''],
  [page(`${INFORMATION}<script data-consent-src="${PIN}" data-category-consent="cookie_cat_marketing"></script>`), ''],
  [
    page(
      `${INFORMATION}<iframe src="" data-consent-src="${YT}" data-category-consent="cookie_cat_marketing"></iframe>`,
    ),
    '',
  ],
  [page(`${VANILLA}<script type="text/plain" data-category="!marketing" src="${PIN}"></script>`), ''],
  [page(`${VANILLA}<script type="text/plain" data-category="video">x()</script>`), ''],
  // Another platform, another mechanism, another word
  [page(ONETRUST + BOT), 'likely'],
  [ONETRUST + BOT, 'likely'],
  [page(COOKIEBOT + ONETRUST + BOT), ''],
  [page(`${COOKIEBOT}<script type="text/plain" class="optanon-category-C0004" src="${PIN}"></script>`), 'likely'],
  [page(COOKIEBOT + OWN), 'likely'],
  [
    page(
      `${INFORMATION}<script type="text/plain" data-category-consent="cookie_cat_marketing">fbq('init', '1')</script>`,
    ),
    'likely',
  ],
  [
    page(
      `${INFORMATION}<script type="text/plain" data-consent-src="${PIN}" data-category-consent="cookie_cat_marketing"></script>`,
    ),
    'likely',
  ],
  [
    page(`${INFORMATION}<script data-consent-src="${PIN}" data-category-consent="cookie_cat_marketting"></script>`),
    'likely cookie_cat_marketing',
  ],
  [page(`${INFORMATION}<script data-consent-src="${PIN}" data-category-consent="marketing"></script>`), 'likely'],
  [page(`${ONETRUST}<script type="text/plain" class="optanon-category-C004" src="${PIN}"></script>`), 'likely C0004'],
  [page(`${VANILLA}<script type="text/plain" data-category="marketting" src="${PIN}"></script>`), 'likely marketing'],
  [
    page(
      `${VANILLA}<script>CookieConsent.run({ categories: { marketting: {} } });</script><script type="text/plain" data-category="marketting" src="${PIN}"></script>`,
    ),
    '',
  ],
  // Nothing is parked
  [page(`<script type="text/x-template" data-consent="x"><b></b></script>`), ''],
  [page(`<script type="application/ld+json" data-category="marketing">{}</script>`), ''],
  [page(`<script type="text/plain" class="language-html">fbq('init', '1');</script>`), ''],
  [page(`<script type="text/plain" id="notes">Köp mjölk</script>`), ''],
  [page(`<template data-purpose="ads"><script src="${PIN}"></script></template>`), ''],
  [page(`<script data-cookieconsent="marketing" src="${PIN}"></script>`), ''],
  [page(`<iframe data-src="${YT}" data-name="film"></iframe>`), ''],
  [page(`<img data-category="marketing" data-src="/img/a.jpg">`), ''],
  [page(`<!-- ${BOT} -->`), ''],
];

describe('markup that nothing releases', () => {
  for (const [code, verdicts, extension = 'html'] of CASES) {
    it(code.slice(0, 200), () => {
      expect(verdictsOn(code, {}, extension)).toBe(verdicts);
    });
  }

  it('is believed to be released by a platform that the configuration names', () => {
    expect(verdictsOn(page(BOT), { platforms: ['cookiebot'] })).toBe('');
    expect(verdictsOn(page(OWN), { platforms: ['cookiebot'] })).toBe('');
  });

  it('names the platform that is there', () => {
    const [report] = reportsOn(page(ONETRUST + BOT), {}, 'html');
    expect(String(report?.message)).toContain('OneTrust');
    expect(String(report?.trail[0]?.message)).toBe('OneTrust is loaded here');
  });
});

import { describe, expect, it } from 'vitest';
import { trackerHints } from '../../../src/model/hints.ts';
import { GENERAL_PROFILE } from '../../../src/model/profile.ts';
import { read } from '../../extract/gating/support.ts';

/** The hints for trackers on a first visit: vendor and `rel`, with the verdict where it is not sure. */
function hinted(code: string, extension: string): string {
  return trackerHints(read(code, extension), GENERAL_PROFILE)
    .map(({ vendor, hint }) => {
      const { certainty } = hint.states['first-visit'];
      return [vendor.id, hint.rel, ...(certainty === 'certain' ? [] : [certainty])].join(' ');
    })
    .join(', ');
}

const FB = 'https://connect.facebook.net';
const MADE = `const l = document.createElement('link'); l.rel = 'preconnect'; l.href = '${FB}';`;
const DENIED = "<script>gtag('consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied' });</script>";

const CASES: readonly (readonly [code: string, hints: string, extension?: string])[] = [
  [`<link rel="preconnect" href="${FB}">`, 'meta preconnect'],
  [`<link rel=preconnect href=${FB}>`, 'meta preconnect'],
  [`<LINK REL="Preconnect" HREF="${FB}/" crossorigin>`, 'meta preconnect'],
  ['<link rel="dns-prefetch" href="//connect.facebook.net">', 'meta dns-prefetch'],
  [`<link rel="preconnect dns-prefetch" href="${FB}">`, 'meta preconnect'],
  [`<link rel="preconnect" href="${FB}"><link rel="dns-prefetch" href="${FB}">`, 'meta preconnect, meta dns-prefetch'],
  [`<link rel="preload" as="script" href="${FB}/en_US/fbevents.js">`, 'meta preload'],
  [`<link rel="prefetch" href="${FB}/en_US/unknown.js">`, 'meta prefetch'],
  ['<link rel="preconnect" href="https://www.google-analytics.com">', 'google-analytics preconnect'],
  [`${DENIED}<link rel="preconnect" href="https://www.google-analytics.com">`, ''],
  [`${DENIED}<link rel="preconnect" href="${FB}">`, 'meta preconnect'],
  ['<link rel="preconnect" href="https://region1.google-analytics.com">', 'google-analytics preconnect'],
  ['<link rel="preload" as="script" href="https://www.googletagmanager.com/gtag/js?id=AW-1">', 'google-ads preload'],
  ['<link rel="preload" as="script" href="https://www.googletagmanager.com/gtm.js?id=GTM-A">', ''],
  ['<link rel="preconnect" href="https://www.googletagmanager.com">', ''],
  // Hosts that serve much else, others' hosts, and what only looks like the host
  ['<link rel="preconnect" href="https://www.google.com"><link rel="preconnect" href="https://www.gstatic.com">', ''],
  ['<link rel="preconnect" href="https://www.facebook.com"><link rel="preconnect" href="https://t.co">', ''],
  ['<link rel="preconnect" href="https://cdn.jsdelivr.net"><link rel="dns-prefetch" href="//cdn.shopify.com">', ''],
  [
    '<link rel="preconnect" href="https://www.youtube.com"><link rel="preconnect" href="https://fonts.gstatic.com">',
    '',
  ],
  ['<link rel="preconnect" href="https://connect.facebook.net.example.org">', ''],
  ['<link rel="preconnect" href="/connect.facebook.net">', ''],
  ['<link rel="preconnect" href="https://{{ host }}">', ''],
  [
    '<link rel="preconnect"><link href="https://connect.facebook.net"><link rel="preload" as="font" href="/a.woff2">',
    '',
  ],
  [`<link rel="alternate" href="${FB}"><a rel="prefetch" href="${FB}">x</a>`, ''],
  // Conditions
  [`{% if product %}<link rel="preconnect" href="${FB}">{% endif %}`, 'meta preconnect'],
  [`{% if cookies.consent == 'yes' %}<link rel="preconnect" href="${FB}">{% endif %}`, ''],
  [`@if(config('app.env') === 'production')<link rel="preconnect" href="${FB}">@endif`, 'meta preconnect', 'blade.php'],
  // Scripts
  [`${MADE} document.head.appendChild(l);`, 'meta preconnect'],
  [`${MADE}`, ''],
  [`function warm() { ${MADE} document.head.appendChild(l); }`, ''],
  [`if (localStorage.getItem('consent') === 'yes') { ${MADE} document.head.append(l); }`, ''],
  [
    `['preconnect', 'dns-prefetch'].forEach((rel) => { const l = document.createElement('link'); l.setAttribute('rel', rel); l.setAttribute('href', '${FB}'); document.head.append(l); });`,
    'meta preconnect, meta dns-prefetch',
  ],
  [`document.write('<link rel="preconnect" href="${FB}">');`, 'meta preconnect'],
  [
    `document.head.insertAdjacentHTML('beforeend', '<link rel="preload" as="script" href="${FB}/en_US/fbevents.js">');`,
    'meta preload',
  ],
  [`export const Head = () => <link rel="preconnect" href="${FB}" />;`, 'meta preconnect', 'jsx'],
  [
    `export const Head = () => <link rel="preconnect" href="${FB}" crossOrigin="anonymous" />;`,
    'meta preconnect',
    'jsx',
  ],
  [
    `<template><div/></template><script setup>useHead({ link: [{ rel: 'preconnect', href: '${FB}' }] });</script>`,
    'meta preconnect',
    'vue',
  ],
];

/** A script that gets ready what it loads at once: `ahead` is the address of the link, `load` that of the script. */
function readyAndLoad(ahead: string, load: string): string {
  return `<script>const l = document.createElement('link'); l.rel = 'preload'; l.as = 'script'; l.href = '${ahead}'; document.head.append(l); const s = document.createElement('script'); s.src = '${load}'; document.head.append(s);</script>`;
}
const FILE = `${FB}/en_US/fbevents.js`;

const MADE_WITH_LOAD: readonly (readonly [name: string, code: string, hints: string])[] = [
  ['a script that loads the same address', readyAndLoad(FILE, FILE), ''],
  ['a script that loads another', readyAndLoad(FILE, '/menu.js'), 'meta preload'],
  [
    'the markup, whatever a script loads',
    `<link rel="preload" as="script" href="${FILE}"><script>const s = document.createElement('script'); s.src = '${FILE}'; document.head.append(s);</script>`,
    'meta preload',
  ],
  [
    'a script that loads it after a choice',
    readyAndLoad(FILE, FILE).replace(
      'document.head.append(s)',
      "if (localStorage.getItem('consent') === 'yes') document.head.append(s)",
    ),
    'meta preload',
  ],
];

describe('hints for trackers on a first visit', () => {
  for (const [code, hints, extension = 'html'] of CASES) {
    it(code.slice(0, 120), () => {
      expect(hinted(code, extension)).toBe(hints);
    });
  }

  it.each(MADE_WITH_LOAD)('made by %s', (_name, code, hints) => {
    expect(hinted(code, 'html')).toBe(hints);
  });

  it('are none where the law asks for an opt-out, nor for vendors that are exempt', () => {
    const unit = read(`<link rel="preconnect" href="${FB}">`, 'html');
    expect(trackerHints(unit, { ...GENERAL_PROFILE, regime: 'us-opt-out' })).toEqual([]);
    expect(trackerHints(unit, { ...GENERAL_PROFILE, exemptVendors: ['meta'] })).toEqual([]);
  });

  it('start no tag', () => {
    expect(read(`<link rel="preload" as="script" href="${FB}/en_US/fbevents.js">`, 'html').tags).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { read } from '../extract/gating/support.ts';

const PIXEL = `fbq('init', '1234567890123456');`;
const MANUAL = `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script>`;
const AUTO = 'src="https://consent.cookiebot.com/uc.js" data-blockingmode="auto"';

/** What stands in front of the pixel: the verdict, and of what looks like a gate the kind of its first test. */
function verdictOf(code: string, extension: string): string {
  const tag = read(code, extension).tags.find(({ vendor }) => vendor.id === 'meta');
  if (!tag) return 'no tag';
  const { gate } = tag;
  if (gate.kind === 'ineffective') return `${gate.state}: ${gate.tests[0]?.kind}`;
  return gate.kind === 'wrong-category' ? `wrong: ${gate.category}` : gate.kind;
}

const CASES: readonly (readonly [code: string, verdict: string, extension?: string])[] = [
  [PIXEL, 'none'],
  [`setTimeout(() => { ${PIXEL} }, 4000);`, 'first-visit: delay'],
  [`setTimeout(() => { ${PIXEL} }, 0);`, 'none'],
  [`addEventListener('scroll', () => { ${PIXEL} }, { once: true });`, 'first-visit: interaction'],
  [
    `['mousemove', 'touchstart'].forEach((name) => addEventListener(name, () => { ${PIXEL} }));`,
    'first-visit: interaction',
  ],
  [`new IntersectionObserver(() => { ${PIXEL} }).observe(document.body);`, 'first-visit: visibility'],
  [`if (document.cookie.indexOf('optout=1') === -1) { ${PIXEL} }`, 'first-visit: opt-out'],
  [`if (localStorage.getItem('consent') !== 'denied') { ${PIXEL} }`, 'first-visit: opt-out'],
  [`if ((localStorage.getItem('consent') || 'granted') === 'granted') { ${PIXEL} }`, 'first-visit: granted-default'],
  [`if (localStorage.getItem('consent') === 'granted') { ${PIXEL} }`, 'gated'],
  [`if (location.hostname !== 'localhost') { ${PIXEL} }`, 'none'],
  [`if (navigator.doNotTrack !== '1') { ${PIXEL} }`, 'none'],
  [`addEventListener('CookiebotOnConsentReady', () => { ${PIXEL} });`, 'refused: answered'],
  [`addEventListener('CookiebotOnLoad', () => { ${PIXEL} });`, 'first-visit: cmp-ready'],
  [`addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.marketing) { ${PIXEL} } });`, 'gated'],
  [
    `addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.statistics) { ${PIXEL} } });`,
    'wrong: statistics',
  ],
  [
    `addEventListener('CookiebotOnAccept', () => { if (Cookiebot.consent.preferences) { ${PIXEL} } });`,
    'wrong: preferences',
  ],
  [`${MANUAL}<script data-cookieconsent="marketing">${PIXEL}</script>`, 'first-visit: attribute', 'html'],
  [`${MANUAL}<script type="text/plain" data-cookieconsent="marketing">${PIXEL}</script>`, 'gated', 'html'],
  [`${MANUAL}<script type="text/plain" data-cookieconsent="statistics">${PIXEL}</script>`, 'wrong: statistics', 'html'],
  [`${MANUAL}<script type="text/plain" data-cookieconsent="necessary">${PIXEL}</script>`, 'wrong: necessary', 'html'],
  [`<script async ${AUTO}></script><script>${PIXEL}</script>`, 'late-blocker', 'html'],
  [`<script>${PIXEL}</script><script ${AUTO}></script>`, 'late-blocker', 'html'],
  [`<script ${AUTO}></script><script>${PIXEL}</script>`, 'gated', 'html'],
  [`${PIXEL} fbq('track', 'PageView'); fbq('consent', 'revoke');`, 'first-visit: late-switch'],
  [
    `<?php if (($_COOKIE['consent'] ?? 'yes') === 'yes'): ?><script>${PIXEL}</script><?php endif; ?>`,
    'first-visit: granted-default',
    'php',
  ],
  [`<?php if (($_COOKIE['consent'] ?? 'no') === 'yes'): ?><script>${PIXEL}</script><?php endif; ?>`, 'gated', 'php'],
  [`<div>@if ($pixelId)<script>${PIXEL}</script>@endif</div>`, 'none', 'blade.php'],
];

describe('what stands in front of a tag', () => {
  for (const [code, verdict, extension = 'html'] of CASES) {
    it(`${code}: ${verdict}`, () => {
      expect(verdictOf(code, extension)).toBe(verdict);
    });
  }
});

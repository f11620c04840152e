import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import { GENERAL_PROFILE, type Regime } from '../../../src/model/profile.ts';

const LOAD = `var s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.appendChild(s);`;

async function consentFindings(script: string, regime: Regime): Promise<string[]> {
  const linter = new Linter({ catalog, sensitive, rules, version: 'test', profile: { ...GENERAL_PROFILE, regime } });
  await linter.lint({ path: 'page.html', kind: 'html', text: `<script>${script}</script>` });
  return linter
    .result(1, 0)
    .findings.filter(({ rule }) => rule.startsWith('consent/'))
    .map(({ rule }) => rule);
}

describe('consent/opt-out-ignored', () => {
  it.each([
    ['nothing is asked', LOAD],
    ['a timer', `setTimeout(function () { ${LOAD} }, 3000);`],
    ['the signal turned round', `if (navigator.globalPrivacyControl) { ${LOAD} }`],
    [
      'only the place is asked',
      `if (Intl.DateTimeFormat().resolvedOptions().timeZone.startsWith('America/')) { ${LOAD} }`,
    ],
    ['asked, and loaded in either case', `if (navigator.globalPrivacyControl) { log(1); } ${LOAD}`],
  ])('%s', async (_, script) => {
    expect(await consentFindings(script, 'us-opt-out')).toEqual(['consent/opt-out-ignored']);
    expect(await consentFindings(script, 'eu')).not.toContain('consent/opt-out-ignored');
  });

  it.each([
    ['the signal', `if (!navigator.globalPrivacyControl) { ${LOAD} }`],
    ['the signal, compared', `if (navigator.globalPrivacyControl !== true) { ${LOAD} }`],
    ['do-not-track', `if (navigator.doNotTrack !== '1') { ${LOAD} }`],
    ['an early return', `(function () { if (navigator.globalPrivacyControl) return; ${LOAD} })();`],
    ['a name for the signal', `var gpc = navigator.globalPrivacyControl; if (!gpc) { ${LOAD} }`],
    ['a stored opt-out', `if (document.cookie.indexOf('optout=1') === -1) { ${LOAD} }`],
    ['a stored yes', `if (localStorage.getItem('consent') === 'granted') { ${LOAD} }`],
    ['either', `if (!navigator.globalPrivacyControl && !localStorage.getItem('do_not_sell')) { ${LOAD} }`],
  ])('is silent: %s', async (_, script) => {
    expect(await consentFindings(script, 'us-opt-out')).toEqual([]);
  });
});

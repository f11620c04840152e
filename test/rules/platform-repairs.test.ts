/** Repairs that rest on what the catalogue says of a platform: how it parks, and that it must come first. */
import { describe, expect, it } from 'vitest';
import { chooseRepairs } from '../../src/engine/repairs.ts';
import { catalog } from '../../src/generated/catalog.ts';
import type { Cmp } from '../../src/model/catalog.ts';
import type { Finding } from '../../src/model/finding.ts';
import { GENERAL_PROFILE } from '../../src/model/profile.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { lintExample } from './pages.ts';
import { repaired } from './repaired.ts';

const SNIPPET = "<script>fbq('set', 'autoConfig', false, '1'); fbq('init', '1');</script>";
const ADDRESS = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';
const FRAME = '<iframe src="https://www.youtube.com/embed/a"></iframe>';

function loaderOf({ urls: [url = ''] }: Cmp): string {
  // What sites serve themselves has a path of theirs.
  const address = url.startsWith('*/') ? `/js${url.slice(1)}` : `https://${url.replace(/^\*/, 'web.')}`;
  return `<script src="${address.replaceAll('*', 'x').replace(/\/$/, '/a.js')}"></script>`;
}

function lint(text: string): Promise<readonly Finding[]> {
  const example = {
    section: 'Incorrect',
    line: 1,
    path: 'page.html',
    text,
    expected: [],
    strictness: 'default',
  } as const;
  return lintExample({ ...example, profile: GENERAL_PROFILE, severity: undefined, also: [], options: {} }, '');
}

/** What of the tag is left to say when all that is suggested is done, and the page then. */
async function afterRepairs(page: string): Promise<{ readonly text: string; readonly rules: readonly string[] }> {
  let text = page;
  for (let round = 0; round < 5; round++) {
    const findings = await lint(text);
    const { edits } = chooseRepairs(findings, 'suggested');
    if (edits.length === 0) return { text, rules: findings.map(({ rule }) => rule) };
    text = applyEdits(text, edits);
  }
  throw new Error(`the repairs do not come to an end:\n${text}`);
}

/** Elements that nobody can park by hand, and why. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  // Ids that only the platform's interface, or its plugin on the server, gives out.
  borlabs: [SNIPPET, ADDRESS, FRAME],
  consentmanager: [SNIPPET, ADDRESS, FRAME],
  'real-cookie-banner': [SNIPPET, ADDRESS, FRAME],
  // Only what has an address is parked by markup.
  civic: [SNIPPET],
  cookieinformation: [SNIPPET],
  // Only frames are.
  c15t: [SNIPPET, ADDRESS],
  moove: [SNIPPET, ADDRESS],
  // Only scripts are.
  cookiehub: [FRAME],
  didomi: [FRAME],
  'vanilla-cookieconsent': [FRAME],
  'vanilla-cookieconsent-2': [FRAME],
  webtoffee: [FRAME],
};

describe.each(catalog.cmps.filter(({ parking }) => parking.length > 0).map((cmp) => [cmp.id, cmp] as const))(
  '%s',
  (id, cmp) => {
    it.each([SNIPPET, ADDRESS, FRAME])('%s', async (tag) => {
      // A loader that blocks by itself holds back what stands behind it.
      const page = `<title>A</title>\r\n\t${loaderOf(cmp)}\r\n\t${tag}\r\n<p>b</p>\r\n`;
      const { text, rules } = await afterRepairs(page);
      const left = rules.filter((rule) => rule.startsWith('consent/'));
      if (BY_HAND[id]?.includes(tag)) {
        expect(left).not.toEqual([]);
        expect(text).toContain(tag.slice(tag.indexOf('>')));
        return;
      }
      expect(rules).toEqual([]);
      const lines = text.split('\n');
      expect(lines).toHaveLength(page.split('\n').length);
      expect(lines.toSpliced(2, 1)).toEqual(page.split('\n').toSpliced(2, 1));
      expect(await afterRepairs(text)).toEqual({ text, rules });
    });
  },
);

describe('what a service is called', () => {
  const loader = '<script src="https://app.usercentrics.eu/browser-ui/latest/loader.js"></script>\n';
  const parked = (page: string): Promise<string> =>
    repaired('consent/fires-before-consent', 'page.html', `${loader}${page}`, 'suggested');

  it('its vendor’s name where nothing else says so', async () => {
    expect(await parked(SNIPPET)).toBe(
      `${loader}<script type="text/plain" data-usercentrics="Meta Pixel">fbq('set', 'autoConfig', false, '1'); fbq('init', '1');</script>`,
    );
  });

  it('as another tag of the vendor calls it', async () => {
    const other = `<script type="text/plain" data-usercentrics="Facebook Pixel">fbq('track', 'PageView');</script>\n`;
    expect(await parked(`${other}${SNIPPET}`)).toBe(
      `${loader}${other}<script type="text/plain" data-usercentrics="Facebook Pixel">fbq('set', 'autoConfig', false, '1'); fbq('init', '1');</script>`,
    );
  });

  it('one name is not given to two', async () => {
    const both = "<script>fbq('init', '1');\nttq.load('C0ABCDEFGHIJKL');</script>";
    expect(await parked(both)).toBe(`${loader}${both}`);
  });
});

describe('a platform that blocks by itself comes first', () => {
  const cookiebot = (attributes = ''): string =>
    `<script id="Cookiebot"${attributes} src="https://consent.cookiebot.com/uc.js" data-cbid="0" data-blockingmode="auto"></script>`;
  const first = (page: string, path = 'page.html'): Promise<string> =>
    repaired('consent/cmp-loaded-late', path, page, 'suggested');

  it.each([[' async'], [' async=""'], [' defer'], ['\n  async\n  defer="defer"'], [' ASYNC'], [" async='async'"]])(
    'without %j',
    async (late) => {
      const page = (attributes: string): string => `<head>\n  ${cookiebot(attributes)}\n  ${SNIPPET}\n</head>`;
      expect(await first(page(late))).toBe(page(''));
    },
  );

  it.each([
    ['a line', `<head>\n  ${SNIPPET}\n  ${cookiebot()}\n</head>`, `<head>\n  ${cookiebot()}\n  ${SNIPPET}\n</head>`],
    [
      'a line of Windows, from the end of the page',
      `<head>\r\n\t${SNIPPET}\r\n</head>\r\n<body>\r\n${cookiebot(' async')}\r\n</body>`,
      `<head>\r\n\t${cookiebot()}\r\n\t${SNIPPET}\r\n</head>\r\n<body>\r\n</body>`,
    ],
    ['within a line', `<b></b>${ADDRESS}${cookiebot()}<i></i>`, `<b></b>${cookiebot()}${ADDRESS}<i></i>`],
    [
      'in front of the first of several',
      `<p>a</p>\n${ADDRESS}\n${SNIPPET}\n${cookiebot()}\n`,
      `<p>a</p>\n${cookiebot()}\n${ADDRESS}\n${SNIPPET}\n`,
    ],
  ])('%s', async (_, page, expected) => {
    expect(await first(page)).toBe(expected);
  });

  it('in a branch of a template with the tag', async () => {
    const page = (one: string, other: string): string => `{% if live %}\n${one}\n${other}\n{% endif %}\n`;
    expect(await first(page(SNIPPET, cookiebot()), 'theme.liquid')).toBe(page(cookiebot(), SNIPPET));
  });

  it.each([
    ['a condition on the tag', `{% if a %}${SNIPPET}{% endif %}\n${cookiebot()}`, 'theme.liquid'],
    ['a condition on the platform', `${SNIPPET}\n{% if a %}${cookiebot()}{% endif %}`, 'theme.liquid'],
    ['a condition of PHP', `${SNIPPET}\n<?php if ($a): ?>${cookiebot()}<?php endif ?>`, 'header.php'],
    ['a module', `<head>${cookiebot(' type="module"')}${SNIPPET}</head>`],
    [
      'a script that loads it',
      `<script>var s = document.createElement('script'); s.src = 'https://cdn-cookieyes.com/client_data/a/script.js'; document.head.append(s);</script>${SNIPPET}`,
    ],
  ])('not with %s', async (_, page, path = 'page.html') => {
    expect(await first(page, path)).toBe(page);
  });
});

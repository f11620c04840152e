/** What is told of a site that has changed since it was reviewed, and what is no change. */
import { describe, expect, it } from 'vitest';
import { InventoryBuilder } from '../../src/inventory/build.ts';
import { parseLock } from '../../src/lock/read.ts';
import { lockOf, lockText } from '../../src/lock/write.ts';
import { GENERAL_PROFILE, type SiteProfile } from '../../src/model/profile.ts';
import { maskInventory } from '../../src/report/inventory/masked.ts';
import { createLinter } from '../../src/run/run.ts';
import { container, PAGE, PIXEL, PLATFORM, parked, TAG, VARIABLE } from './samples.ts';

const FILES = { 'page.html': PAGE, 'GTM.json': container([TAG]) };

type Files = Readonly<Record<string, string>>;

const PROFILE: SiteProfile = { ...GENERAL_PROFILE, defaultsOnPage: 'denied' };
const date = '2026-11-03';

/** What is told of files, of which others were reviewed, each in one line: `page.html error: …`. */
async function changes(before: Files, after: Files): Promise<string[]> {
  const builder = new InventoryBuilder();
  const reviewer = await createLinter({ profile: PROFILE, withoutRules: true, judged: (unit) => builder.add(unit) });
  await lint(reviewer, before);
  const text = lockText(lockOf(maskInventory(builder.result()), [{ date }]));
  const reviewed = parseLock(text, 'taglint.lock.yml').record;
  const linter = await createLinter({ profile: { ...PROFILE, reviewed } });
  const { findings } = await lint(linter, after);
  return findings
    .filter(({ rule }) => rule === 'policy/unreviewed-change')
    .map(({ file, severity, message }) => `${file} ${severity}: ${message.replace(/ Somebody has reviewed.*$/, '')}`);
}

async function lint(
  linter: Awaited<ReturnType<typeof createLinter>>,
  files: Files,
): Promise<ReturnType<typeof linter.result>> {
  for (const [path, content] of Object.entries(files))
    await linter.lint({ path, kind: path.endsWith('.json') ? 'container' : 'html', text: content });
  return linter.result(1, 0);
}

describe('policy/unreviewed-change', () => {
  it.each<[what: string, file: 'page.html' | 'GTM.json', text: string, expected: readonly string[]]>([
    [
      'a pixel is added',
      'page.html',
      PAGE + parked("ttq.load('C123');\n"),
      [`error: TikTok Pixel is used here, and the record of ${date} does not have it.`],
    ],
    [
      'a second account is added',
      'page.html',
      PAGE.replace("fbq('track'", "fbq('init', '99'); fbq('track'"),
      [
        `error: Meta Pixel (99) is an account that the record of ${date} does not have (it has 1234567890); it gets value.`,
      ],
    ],
    [
      'a key of a person is added',
      'page.html',
      PAGE.replace('{ em:', "{ ph: document.querySelector('#tel').value, em:"),
      [
        `error: Meta Pixel (1234567890) now gets “ph” (phone number, in clear text, from #tel); the record of ${date} does not have it.`,
      ],
    ],
    [
      'a parameter is added',
      'page.html',
      PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'),
      [
        `error: Meta Pixel (1234567890) now gets “coupon” (event data, from basket.code); the record of ${date} does not have it.`,
      ],
    ],
    [
      'the digest is removed',
      'page.html',
      PAGE.replace(/sha256\((.*?)\) \}/, '$1 }'),
      [`error: Meta Pixel (1234567890) now gets “em” in clear text; the record of ${date} has it hashed.`],
    ],
    [
      'the gate is removed',
      'page.html',
      PAGE.replace(parked(PIXEL), `<script>\n${PIXEL}</script>\n`),
      [
        `error: init and Purchase of Meta Pixel (1234567890) now run on a first visit, after a refusal, with preferences alone granted and with statistics alone granted; in the record of ${date} they are blocked, held by Cookiebot: marketing.`,
      ],
    ],
    [
      'the category is another one',
      'page.html',
      PAGE.replace(parked(PIXEL), parked(PIXEL, 'statistics')),
      [
        `error: init and Purchase of Meta Pixel (1234567890) now run with statistics alone granted; in the record of ${date} they are blocked.`,
      ],
    ],
    [
      'an event is renamed',
      'page.html',
      PAGE.replace("'Purchase'", "'Lead'"),
      [
        `warning: Meta Pixel (1234567890) now gets the event “Lead”; the record of ${date} does not have it; it gets value.`,
      ],
    ],
    [
      'automatic events are switched on',
      'page.html',
      PAGE.replace("'autoConfig', false", "'autoConfig', true"),
      [
        `error: Automatic events and microdata of Meta Pixel (1234567890) is on; the record of ${date} does not have it.`,
      ],
    ],
    [
      'the consent check of a tag is removed',
      'GTM.json',
      container([{ ...TAG, consentSettings: { consentStatus: 'NOT_NEEDED' } }]),
      [
        `error: sign_up of Google Analytics 4 (G-ABCDEF1234) now runs in the limited form on a first visit, after a refusal, with preferences alone granted and with marketing alone granted; in the record of ${date} it is blocked.`,
      ],
    ],
    ['a vendor is removed', 'page.html', `<!doctype html>\n${PLATFORM}`, []],
    [
      'the code is formatted anew',
      'page.html',
      PAGE.replace(
        /fbq\('track'.*/,
        '\n\n  fbq(\n    "track",\n    "Purchase",\n    {\n      "value": basket.total,\n    },\n  );',
      ),
      [],
    ],
    [
      'variables of the code are renamed',
      'page.html',
      PAGE.replace("em: sha256(document.querySelector('#email').value)", 'em: sha256(contact.email)').replace(
        'basket.total',
        'cart.sum',
      ),
      [],
    ],
    [
      'tag and variable are renamed, and the export is formatted anew',
      'GTM.json',
      container(
        [
          JSON.parse(
            JSON.stringify({ ...TAG, name: 'Registration', tagId: '99' }).replace('DL - method', 'login method'),
          ),
        ],
        [{ ...VARIABLE, name: 'login method' }],
        4,
      ),
      [],
    ],
    ['a tag is paused', 'GTM.json', container([{ ...TAG, paused: true }]), []],
  ])('%s', async (_, file, text, expected) => {
    expect(await changes(FILES, { ...FILES, [file]: text })).toEqual(expected.map((one) => `${file} ${one}`));
  });

  it('a default is granted', async () => {
    const page = (
      state: string,
    ): string => `<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: '${state}', analytics_storage: '${state}', ad_user_data: '${state}', ad_personalization: '${state}' });
gtag('js', new Date()); gtag('config', 'G-ABCDEF1234');</script>`;
    expect(await changes({ 'page.html': page('denied') }, { 'page.html': page('granted') })).toEqual([
      `page.html error: init of Google Analytics 4 (G-ABCDEF1234) now runs in every state; in the record of ${date} it runs in the limited form, held by consent mode: analytics_storage.`,
    ]);
  });

  it('a file is moved', async () => {
    const { 'page.html': page, 'GTM.json': gtm } = FILES;
    expect(await changes(FILES, { 'start.html': page, 'GTM-ABC1234_workspace12.json': gtm })).toEqual([]);
  });

  it('names with personal data are the same, masked', async () => {
    const page = PLATFORM + parked("fbq('init', '1234567890'); fbq('trackCustom', 'anna@example.com');\n");
    expect(await changes({ 'page.html': page }, { 'page.html': page })).toEqual([]);
  });
});

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildCommand, Folder, root, taglint } from './command.ts';

beforeAll(buildCommand);

const PLATFORM = `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="00000000-0000-0000-0000-000000000000"></script>\n`;
const PIXEL = `fbq('set', 'autoConfig', false, '1234567890');
fbq('init', '1234567890', { em: sha256(document.querySelector('#email').value) });
fbq('track', 'Purchase', { value: basket.total });
`;
const parked = (code: string, category = 'marketing'): string =>
  `<script type="text/plain" data-cookieconsent="${category}">\n${code}</script>\n`;
const PAGE = `<!doctype html>\n${PLATFORM}${parked(PIXEL)}${parked("plausible('Signup');\n", 'statistics')}`;

const TAG = {
  tagId: '1',
  name: 'GA4 - sign-up',
  type: 'gaawe',
  parameter: [
    { type: 'TEMPLATE', key: 'eventName', value: 'sign_up' },
    { type: 'TEMPLATE', key: 'measurementIdOverride', value: 'G-ABCDEF1234' },
    {
      type: 'LIST',
      key: 'eventSettingsTable',
      list: [
        {
          type: 'MAP',
          map: [
            { type: 'TEMPLATE', key: 'parameter', value: 'method' },
            { type: 'TEMPLATE', key: 'parameterValue', value: '{{DL - method}}' },
          ],
        },
      ],
    },
  ],
  firingTriggerId: ['2147479553'],
  consentSettings: {
    consentStatus: 'NEEDED',
    consentType: { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'analytics_storage' }] },
  },
};
const VARIABLE = {
  variableId: '5',
  name: 'DL - method',
  type: 'v',
  parameter: [{ type: 'TEMPLATE', key: 'name', value: 'login.method' }],
};
const container = (tags: readonly object[], variables: readonly object[] = [VARIABLE], indent = 2): string =>
  JSON.stringify(
    {
      exportFormatVersion: 2,
      containerVersion: { container: { publicId: 'GTM-ABC1234' }, tag: tags, variable: variables },
    },
    null,
    indent,
  );

const FILES = {
  'page.html': PAGE,
  'GTM.json': container([TAG]),
  '.taglint.yml': 'consent:\n  defaults-on-page: denied\n',
};

/** A folder whose record is as its files are. */
async function reviewed(files: Readonly<Record<string, string>> = FILES): Promise<Folder> {
  const folder = new Folder(files);
  const args = ['lock', '--reviewer', 'Eva Ek', '--reason', 'First review', '--date', '2026-11-03'];
  const { status, stderr } = await taglint(args, { cwd: folder.path });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return folder;
}

/** What a run tells of changes, each in one line: `error: …`. */
async function changes({ path }: Folder, ...args: readonly string[]): Promise<string[]> {
  const { stdout } = await taglint(['--format', 'json', '--only', 'policy/unreviewed-change', ...args], { cwd: path });
  const { findings }: { findings: { severity: string; message: string; file: string }[] } = JSON.parse(stdout);
  return findings.map(
    ({ severity, message, file }) => `${file} ${severity}: ${message.replace(/ Somebody has reviewed.*$/, '')}`,
  );
}

function write({ path }: Folder, name: string, text: string): void {
  writeFileSync(join(path, name), text);
}

const record = ({ path }: Folder): string => readFileSync(join(path, 'taglint.lock.yml'), 'utf8');

describe('taglint lock', () => {
  it('writes who gets what, for people, of the published schema', async () => {
    using folder = await reviewed();
    const text = record(folder);
    expect(text.slice(text.indexOf('version:'))).toBe(`version: 1
reviews:
  - date: 2026-11-03
    reviewer: Eva Ek
    reason: First review
vendors:
  google-analytics:
    G-ABCDEF1234:
      does:
        - what: [sign_up]
          runs: [statistics, all]
          gates: ["consent mode: analytics_storage"]
      gets:
        method: {with: [sign_up]}
  meta:
    "1234567890":
      does:
        - what: [init, Purchase]
          runs: [marketing, all]
          gates: ["Cookiebot: marketing"]
      gets:
        em: {category: email, form: hashed, with: [init]}
        value: {with: [Purchase]}
  plausible:
    no-account:
      does:
        - what: [Signup]
          runs: [statistics, all]
          gates: ["Cookiebot: statistics"]
`);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'schemas/lock.schema.json'), 'utf8')));
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  it('overwrites nothing without --update, and updates nothing without a reason', async () => {
    using folder = await reviewed();
    const before = record(folder);
    const again = await taglint(['lock'], { cwd: folder.path });
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('taglint.lock.yml is there already: --update writes it anew, with a --reason');
    const bare = await taglint(['lock', '--update'], { cwd: folder.path });
    expect(bare).toMatchObject({ status: 2, stdout: '' });
    expect(bare.stderr).toContain('--update needs a --reason');
    expect(record(folder)).toBe(before);
  });

  it('keeps the reviews, prunes what is gone, and adds what is new', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', `<!doctype html>\n${PLATFORM}${parked("ttq.load('C123'); ttq.track('Lead');\n")}`);
    const args = ['lock', '--update', '--reason', 'TikTok instead of Meta', '--date', '2026-12-01'];
    expect(await taglint(args, { cwd: folder.path })).toMatchObject({ status: 0 });
    expect(parse(record(folder))).toMatchObject({
      reviews: [
        { date: '2026-12-01', reason: 'TikTok instead of Meta' },
        { date: '2026-11-03', reviewer: 'Eva Ek' },
      ],
      vendors: { tiktok: { C123: {} } },
    });
    expect(record(folder)).not.toContain('meta');
    expect(await changes(folder)).toEqual([]);
  });

  it('writes nothing where something could not be looked at', async () => {
    using folder = new Folder({ 'page.html': PAGE, 'GTM.json': '{ "containerVersion": { "tag": [' });
    const { status, stderr } = await taglint(['lock'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('no record was written');
    expect(() => record(folder)).toThrow();
  });

  it('writes no personal data', async () => {
    const code = "fbq('init', '1234567890'); fbq('trackCustom', 'anna@example.com');\n";
    using folder = await reviewed({ 'page.html': PLATFORM + parked(code) });
    expect(record(folder)).not.toContain('anna@');
    expect(await changes(folder)).toEqual([]);
    expect(await taglint(['lock', '--date', 'soon'], { cwd: folder.path })).toMatchObject({ status: 2 });
  });

  it('writes where the configuration says, and reads it there', async () => {
    using folder = new Folder({ 'page.html': PAGE, '.taglint.yml': 'lock: reviewed.yml\n' });
    const missing = await taglint([], { cwd: folder.path });
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('reviewed.yml: no such file; `taglint lock` writes it');
    expect(await taglint(['lock'], { cwd: folder.path })).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder.path, 'reviewed.yml'), 'utf8')).toContain('meta:');
    write(folder, 'page.html', PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'));
    expect(await changes(folder)).toHaveLength(1);
  });
});

describe('policy/unreviewed-change', () => {
  const date = '2026-11-03';

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
    using folder = await reviewed();
    write(folder, file, text);
    expect(await changes(folder)).toEqual(expected.map((one) => `${file} ${one}`));
  });

  it('a default is granted', async () => {
    const page = (
      state: string,
    ): string => `<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: '${state}', analytics_storage: '${state}', ad_user_data: '${state}', ad_personalization: '${state}' });
gtag('js', new Date()); gtag('config', 'G-ABCDEF1234');</script>`;
    using folder = await reviewed({ 'page.html': page('denied') });
    write(folder, 'page.html', page('granted'));
    expect(await changes(folder)).toEqual([
      `page.html error: init of Google Analytics 4 (G-ABCDEF1234) now runs in every state; in the record of ${date} it runs in the limited form, held by consent mode: analytics_storage.`,
    ]);
  });

  it('a file is moved', async () => {
    using folder = await reviewed();
    renameSync(join(folder.path, 'page.html'), join(folder.path, 'start.html'));
    renameSync(join(folder.path, 'GTM.json'), join(folder.path, 'GTM-ABC1234_workspace12.json'));
    expect(await changes(folder)).toEqual([]);
  });

  it('fails a run, points at the record, and has fingerprints that outlast other lines', async () => {
    using folder = await reviewed();
    const changed = PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code');
    const run = async (text: string): Promise<{ fingerprint: string; trail: { file: string; line: number }[] }> => {
      write(folder, 'page.html', text);
      const { status, stdout } = await taglint(['--format', 'json'], { cwd: folder.path });
      expect(status).toBe(1);
      const { findings } = JSON.parse(stdout);
      return findings.find(({ rule }: { rule: string }) => rule === 'policy/unreviewed-change');
    };
    const first = await run(changed);
    const second = await run(`<p>\n</p>\n${changed.replace("fbq('track'", "\n\nfbq('track'")}`);
    expect(second.fingerprint).toBe(first.fingerprint);
    const line = record(folder).split('\n').indexOf('  meta:') + 1;
    expect(first.trail[0]).toMatchObject({ file: 'taglint.lock.yml', line });
  });

  it('is found from a folder below, and not without the configuration', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'));
    expect(await changes(folder, join(folder.path, 'page.html'))).toHaveLength(1);
    expect(await changes(folder, '--no-config')).toEqual([]);
  });

  it('is silenced like other rules, and does not read the record where it is off', async () => {
    using folder = await reviewed();
    write(folder, 'page.html', PAGE.replace('value: basket.total', 'value: basket.total, coupon: basket.code'));
    const off = await taglint(['--rule', 'policy/unreviewed-change=off'], { cwd: folder.path });
    expect(off.stdout).not.toContain('unreviewed');
    write(folder, 'taglint.lock.yml', 'nonsense: [');
    expect((await taglint(['--rule', 'policy/unreviewed-change=off'], { cwd: folder.path })).status).toBe(off.status);
    expect((await taglint([], { cwd: folder.path })).status).toBe(2);
  });
});

/** Tags of a container learn what the pages say that load it, by themselves or by their layout. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { SiteProfile } from '../../src/model/profile.ts';
import { GENERAL_PROFILE } from '../../src/model/profile.ts';
import { run } from '../../src/run/run.ts';
import { PIXEL } from '../cli/samples.ts';

type Files = Readonly<Record<string, string>>;

const LOADER = `<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});
var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i;
f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-ABC1234');</script>`;
const DOCUMENT = (head: string, body: string): string =>
  `<!doctype html>\n<html><head>${head}</head><body>${body}</body></html>\n`;
const BASE = DOCUMENT(
  `<title>{% block title %}Kliniken{% endblock %}</title>${LOADER}`,
  '{% block content %}{% endblock %}',
);
const TESTS =
  "{% extends 'base.html' %}{% block title %}Klamydiatest{% endblock %}{% block content %}<p>x</p>{% endblock %}";
const NEXT = `import Script from 'next/script';
export default function RootLayout({ children }) {
  return <html><body><Script src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234" />{children}</body></html>;
}
`;
const PAGE = (heading: string): string =>
  `export default function Page() { return <main><h1>${heading}</h1></main>; }\n`;

interface Condition {
  readonly on?: string;
  readonly is?: string;
  readonly text: string;
  readonly negate?: true;
}

const condition = ({ on = 'Page Path', is = 'CONTAINS', text, negate }: Condition): object => ({
  type: is,
  parameter: [
    { type: 'TEMPLATE', key: 'arg0', value: `{{${on}}}` },
    { type: 'TEMPLATE', key: 'arg1', value: text },
    ...(negate ? [{ type: 'BOOLEAN', key: 'negate', value: 'true' }] : []),
  ],
});

const trigger = (id: string, type: string, ...filter: readonly Condition[]): object => ({
  triggerId: id,
  name: `trigger ${id}`,
  type,
  ...(type === 'CUSTOM_EVENT' && {
    customEventFilter: [condition({ on: '_event', is: 'EQUALS', text: 'purchase' })],
  }),
  ...(filter.length > 0 && { filter: filter.map(condition) }),
});

interface Setup {
  readonly firing?: readonly string[];
  readonly blocking?: readonly string[];
  readonly triggers?: readonly object[];
  readonly more?: readonly object[];
}

const ALL_PAGES = '2147479553';

function container({ firing = [ALL_PAGES], blocking = [], triggers = [], more = [] }: Setup = {}): string {
  const tag = {
    tagId: '1',
    name: 'Meta - base',
    type: 'html',
    parameter: [{ type: 'TEMPLATE', key: 'html', value: `<script>${PIXEL}</script>` }],
    firingTriggerId: firing,
    blockingTriggerId: blocking,
  };
  const containerVersion = {
    container: { publicId: 'GTM-ABC1234', name: 'Butiken' },
    tag: [tag, ...more],
    trigger: triggers,
    variable: [
      {
        variableId: '1',
        name: 'Campaign',
        type: 'u',
        parameter: [
          { type: 'TEMPLATE', key: 'component', value: 'QUERY' },
          { type: 'TEMPLATE', key: 'queryKey', value: 'utm_source' },
        ],
      },
    ],
    builtInVariable: [
      { type: 'PAGE_PATH', name: 'Page Path' },
      { type: 'PAGE_URL', name: 'Page URL' },
    ],
  };
  return JSON.stringify({ exportFormatVersion: 2, containerVersion }, null, 1);
}

async function learnt(files: Files, profile: Partial<SiteProfile> = {}): Promise<readonly Finding[]> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taglint-visits-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { result } = await run([], { cwd: root, profile: { ...GENERAL_PROFILE, ...profile } });
    return result.findings.filter(({ rule }) => rule === 'sensitive/page-context');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The one finding stands at the tag; the files that say what their pages are about. */
function told(findings: readonly Finding[]): readonly string[] {
  expect(findings.map(({ file, entity }) => [file, entity])).toEqual([['gtm.json', 'Meta - base']]);
  const says = (findings[0]?.trail ?? []).filter(({ message }) => message.includes(' says “'));
  return [...new Set(says.map(({ file }) => file))];
}

const SITE: Files = { 'layouts/base.html': BASE, 'base.html': BASE, 'tests.html': TESTS };

describe('a tag of a container', () => {
  const sites: readonly (readonly [name: string, pages: readonly string[], files: Files])[] = [
    ['in a template’s layout', ['tests.html'], { 'base.html': BASE, 'tests.html': TESTS }],
    [
      'beside a tag of the layout’s own, which waits for the container',
      ['tests.html'],
      {
        'base.html': BASE.replace(
          '</title>',
          '</title><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>',
        ),
        'tests.html': TESTS,
      },
    ],
    ['in the page', ['tests.html'], { 'tests.html': DOCUMENT(`<title>Klamydiatest</title>${LOADER}`, '') }],
    [
      'in a layout that frameworks join by its name',
      ['app/(info)/priser/page.tsx', 'app/klamydia/page.tsx'],
      {
        'app/layout.tsx': NEXT,
        'app/klamydia/page.tsx': PAGE('Boka tid'),
        'app/(info)/priser/page.tsx': `export const metadata = { title: 'HIV-test hemma' };\n${PAGE('Tester')}`,
        'app/om/page.tsx': PAGE('Om oss'),
      },
    ],
    [
      'around texts of a generator',
      ['content/zwei.md'],
      {
        'layouts/_default/baseof.html': DOCUMENT(
          `<title>{{ .Title }}</title>${LOADER}`,
          '{{ block "main" . }}{{ end }}',
        ),
        'content/zwei.md': '+++\ntitle = "HIV-Test"\n+++\nText',
      },
    ],
    [
      'in a part that pages include',
      ['fakta.php'],
      {
        'header.php': `<!doctype html><html><head>${LOADER}</head><body>`,
        'fakta.php': "<?php include 'header.php'; ?><h1>HIV-test</h1>",
      },
    ],
  ];
  it.each(sites)('%s', async (_, pages, files) => {
    const found = await learnt({ ...files, 'gtm.json': container() });
    expect(told(found.filter(({ file }) => file === 'gtm.json'))).toEqual(pages);
  });

  it('is told once, with the number of its pages', async () => {
    const files = Object.fromEntries(['hiv', 'klamydia', 'gonorre'].map((name) => [`${name}.html`, TESTS]));
    const [finding, ...more] = await learnt({ 'base.html': BASE, ...files, 'gtm.json': container() });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', certainty: 'certain', entity: 'Meta - base' });
    expect(finding?.message).toContain('(3 pages)');
  });

  it('has the same fingerprint when a page comes', async () => {
    const one = { 'base.html': BASE, 'a.html': TESTS, 'gtm.json': container() };
    const [before] = await learnt(one);
    const [after] = await learnt({ ...one, 'b.html': TESTS });
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  it('is a note where it is paused', async () => {
    const paused = container().replace('"tagId": "1",', '"tagId": "1", "paused": true,');
    expect(await learnt({ ...SITE, 'gtm.json': paused })).toMatchObject([{ severity: 'note', entity: 'Meta - base' }]);
  });

  it('also of a page that only a sensitive sector makes one', async () => {
    const files = {
      'theme.liquid': DOCUMENT(`<title>{{ product.title }}</title>${LOADER}`, ''),
      'gtm.json': container(),
    };
    expect(await learnt(files)).toEqual([]);
    expect(await learnt(files, { sector: 'pharmacy' })).toMatchObject([{ file: 'gtm.json', certainty: 'likely' }]);
  });
});

describe('what the triggers ask of the page', () => {
  const page = (...filter: readonly Condition[]): Setup => ({
    firing: ['5'],
    triggers: [trigger('5', 'PAGEVIEW', ...filter)],
  });
  const except = (...filter: readonly Condition[]): Setup => ({
    blocking: ['6'],
    triggers: [trigger('6', 'PAGEVIEW', ...filter)],
  });
  const next: Files = { 'app/layout.tsx': NEXT, 'app/klamydia/page.tsx': PAGE('Klamydiatest') };
  const templates: Files = { 'base.html': BASE, 'klamydia.html': TESTS };

  const cases: readonly (readonly [name: string, runs: boolean, setup: Setup, files?: Files])[] = [
    ['that it begins with', true, page({ is: 'STARTS_WITH', text: '/kl' })],
    ['another page', false, page({ text: '/skor' })],
    ['another page, by an address', false, page({ on: 'Page URL', text: 'butiken.se/skor' })],
    ['the page, by an address', true, page({ on: 'Page URL', text: 'butiken.se/kl' })],
    ['the host', true, page({ on: 'Page URL', text: 'www.butiken.se' })],
    ['not this page', false, page({ text: '/klamydia', negate: true })],
    ['not another page', true, page({ text: '/kassa', negate: true })],
    ['an exception for this page', false, except({ text: 'klamydia' })],
    ['an exception for this page, as an expression', false, except({ is: 'MATCH_REGEX', text: '^/(hiv|klamydia)/?$' })],
    ['an exception for this page with a slash', false, except({ is: 'EQUALS', text: '/klamydia/' })],
    ['an exception for another page', true, except({ text: '/kassa' })],
    ['an exception for everything else', true, except({ text: '/klamydia', negate: true })],
    ['an exception for all pages', false, except()],
    ['an exception that asks more', true, except({ text: '/klamydia' }, { on: 'Choice', is: 'EQUALS', text: 'no' })],
    [
      'an exception on another event',
      true,
      { blocking: ['6'], triggers: [trigger('6', 'DOM_READY', { text: 'klamydia' })] },
    ],
    [
      'one of two triggers',
      true,
      { firing: ['5', ALL_PAGES], triggers: [trigger('5', 'PAGEVIEW', { text: '/skor' })] },
    ],
    ['what somebody does first', false, { firing: ['5'], triggers: [trigger('5', 'CUSTOM_EVENT')] }],
    ['clicks', false, { firing: ['5'], triggers: [trigger('5', 'CLICK')] }],
    ['windows that have loaded', true, { firing: ['5'], triggers: [trigger('5', 'WINDOW_LOADED')] }],
    ['a file of that name', true, page({ is: 'STARTS_WITH', text: '/klamydia' }), templates],
    ['a page that may be any', false, page({ is: 'STARTS_WITH', text: '/skor' }), templates],
    ['an exception for a file of that name', false, except({ text: 'klamydia' }), templates],
    ['an exception for another file', true, except({ text: '/kassa' }), templates],
    ['an exception for pages of that kind', false, except({ text: '/hiv-test' }), templates],
    ['a campaign', false, page({ on: 'Campaign', text: 'spring' })],
    ['no campaign', true, page({ on: 'Campaign', text: 'spring', negate: true })],
    ['a campaign in the address', false, page({ on: 'Page URL', text: 'utm_source=' })],
  ];
  const named = cases.map(([name, runs, setup, files = next]) => ({ name, runs, setup, files }));
  it.each(named)('$name: $runs', async ({ runs, setup, files }) => {
    const found = (await learnt({ ...files, 'gtm.json': container(setup) })).filter(({ file }) => file === 'gtm.json');
    expect(found.length).toBe(runs ? 1 : 0);
  });

  it('a tag that another one sets up', async () => {
    const setup = container({
      firing: [],
      more: [
        {
          tagId: '2',
          name: 'hello',
          type: 'html',
          parameter: [{ type: 'TEMPLATE', key: 'html', value: '<p>hello</p>' }],
          firingTriggerId: [ALL_PAGES],
          setupTag: [{ tagName: 'Meta - base' }],
        },
      ],
    });
    expect(told(await learnt({ ...next, 'gtm.json': setup }))).toEqual(['app/klamydia/page.tsx']);
  });
});

describe('nothing is told', () => {
  const silent: readonly (readonly [name: string, files: Files])[] = [
    ['where no page says anything', { 'base.html': BASE, 'om.html': TESTS.replace('Klamydiatest', 'Om oss') }],
    ['where another container is loaded', { ...SITE, 'gtm.json': container().replace('GTM-ABC1234', 'GTM-XYZ9876') }],
    ['where no container is there', { ...SITE, 'gtm.json': '{}' }],
    [
      'where the page takes the loader out',
      {
        'base.html': DOCUMENT(`{% block gtm %}${LOADER}{% endblock %}`, ''),
        'hiv.html': "{% extends 'base.html' %}{% block gtm %}{% endblock %}{% block title %}HIV-test{% endblock %}",
      },
    ],
  ];
  it.each(silent)('%s', async (_, files) => {
    expect(await learnt({ 'gtm.json': container(), ...files })).toEqual([]);
  });
});

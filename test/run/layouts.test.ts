/** Trackers that stand in layouts learn what the pages below say, which hold no tag themselves. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { run } from '../../src/run/run.ts';
import { PIXEL } from '../cli/samples.ts';

type Files = Readonly<Record<string, string>>;

async function learnt(files: Files, ...paths: readonly string[]): Promise<readonly Finding[]> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taglint-layouts-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { result } = await run(paths, { cwd: root });
    return result.findings.filter(({ rule }) => rule === 'sensitive/page-context');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Where the finding stands, and the files that say what their pages are about. */
function told(findings: readonly Finding[], layout: string): readonly string[] {
  expect(findings.map(({ file }) => file)).toEqual([layout]);
  const says = (findings[0]?.trail ?? []).filter(({ message }) => message.includes(' says “'));
  return [...new Set(says.map(({ file }) => file))];
}

const SCRIPT = `<script>${PIXEL}</script>`;
const DOCUMENT = (head: string, body: string): string =>
  `<!doctype html>\n<html><head>${head}</head><body>${body}</body></html>\n`;

const NEXT = `import Script from 'next/script';
export default function RootLayout({ children }) {
  return <html lang="sv"><body><Script id="pixel">{\`${PIXEL}\`}</Script>{children}</body></html>;
}
`;
const PAGE = (heading: string): string =>
  `export default function Page() { return <main><h1>${heading}</h1></main>; }\n`;

describe('a tracker in a layout that no page names', () => {
  const sites: readonly (readonly [name: string, layout: string, pages: readonly string[], files: Files])[] = [
    [
      'Next, app router',
      'app/layout.tsx',
      ['app/(info)/tjanster/page.tsx', 'app/klamydia/page.tsx'],
      {
        'app/layout.tsx': NEXT,
        'app/klamydia/page.tsx': PAGE('Boka tid'),
        'app/(info)/tjanster/page.tsx': `export const metadata = { title: 'HIV-test hemma' };\n${PAGE('Våra tester')}`,
        'app/om-oss/page.tsx': PAGE('Om oss'),
      },
    ],
    [
      'Next, app router, in an imported component',
      'components/Analytics.tsx',
      ['app/depression/page.tsx'],
      {
        'app/layout.tsx': `import { Analytics } from '../components/Analytics';
export default function RootLayout({ children }) { return <html><body><Analytics />{children}</body></html>; }`,
        'components/Analytics.tsx': `import Script from 'next/script';
export function Analytics() { return <Script id="pixel">{\`${PIXEL}\`}</Script>; }`,
        'app/depression/page.tsx': PAGE('Depression'),
      },
    ],
    [
      'Next, pages router',
      'pages/_app.js',
      ['pages/hiv-test.js'],
      {
        'pages/_app.js': `import Script from 'next/script';
export default function App({ Component }) { return <><Script id="pixel">{\`${PIXEL}\`}</Script><Component /></>; }`,
        'pages/hiv-test.js': PAGE('Beställ'),
        'pages/about.js': PAGE('About'),
      },
    ],
    [
      'React Router',
      'app/root.tsx',
      ['app/routes/info.tsx'],
      {
        'app/root.tsx': `import { Outlet } from 'react-router';
export default function App() {
  return <html><head><script dangerouslySetInnerHTML={{ __html: \`${PIXEL}\` }} /></head><body><Outlet /></body></html>;
}`,
        'app/routes/info.tsx': `export const meta = () => [{ title: 'Klamydia' }];\n${PAGE('Fakta')}`,
      },
    ],
    [
      'Nuxt, app.vue',
      'app.vue',
      ['pages/hpv-test.vue'],
      {
        'app.vue': `<script setup>\nuseHead({ script: [{ innerHTML: \`${PIXEL}\` }] })\n</script>\n<template><NuxtPage /></template>`,
        'pages/hpv-test.vue': '<template><h1>Beställ</h1></template>',
        'pages/index.vue': '<template><h1>Hej</h1></template>',
      },
    ],
    [
      'Nuxt, plugin',
      'plugins/pixel.client.ts',
      ['pages/shop.vue'],
      {
        'plugins/pixel.client.ts': `export default defineNuxtPlugin(() => {\n${PIXEL}\n});`,
        'pages/shop.vue':
          "<script setup>\nuseSeoMeta({ title: 'Potensmedel på nätet' })\n</script>\n<template><p>x</p></template>",
      },
    ],
    [
      'Nuxt, default layout',
      'layouts/default.vue',
      ['pages/antidepressiva.vue'],
      {
        'layouts/default.vue': `<script setup>\nonMounted(() => {\n${PIXEL}\n})\n</script>\n<template><slot /></template>`,
        'pages/antidepressiva.vue': '<template><h1>Läkemedel</h1></template>',
      },
    ],
    [
      'Nuxt, another layout, which pages name',
      'layouts/LandingPage.vue',
      ['pages/kampanj/hiv-test.vue'],
      {
        'layouts/LandingPage.vue': `<script setup>\nonMounted(() => {\n${PIXEL}\n})\n</script>\n<template><slot /></template>`,
        'pages/kampanj/hiv-test.vue':
          "<script setup>\ndefinePageMeta({ layout: 'landing-page' })\n</script>\n<template><h1>Beställ</h1></template>",
        'pages/klamydia.vue': '<template><h1>Klamydiatest</h1></template>',
        'pages/gonorre.vue':
          "<script setup>\ndefinePageMeta({ layout: 'care' })\n</script>\n<template><h1>Gonorré</h1></template>",
      },
    ],
    [
      'Nuxt, configuration',
      'nuxt.config.ts',
      ['app/pages/antidepressiva.vue'],
      {
        'nuxt.config.ts': `export default defineNuxtConfig({ app: { head: { script: [{ innerHTML: \`${PIXEL}\` }] } } })`,
        'app/pages/antidepressiva.vue': '<template><h1>Läkemedel</h1></template>',
      },
    ],
    [
      'SvelteKit, layout',
      'src/routes/+layout.svelte',
      ['src/routes/(app)/klamydia/+page.svelte'],
      {
        'src/routes/+layout.svelte': `<svelte:head>${SCRIPT}</svelte:head>\n<slot />`,
        'src/routes/(app)/klamydia/+page.svelte': '<h1>Fakta</h1>',
        'src/routes/+page.svelte': '<h1>Hej</h1>',
      },
    ],
    [
      'SvelteKit, app.html',
      'src/app.html',
      ['src/routes/fakta/+page.svelte'],
      {
        'src/app.html': DOCUMENT(`${SCRIPT}%sveltekit.head%`, '%sveltekit.body%'),
        'src/routes/fakta/+page.svelte': '<svelte:head><title>Klamydiatest</title></svelte:head>',
      },
    ],
    [
      'Gatsby',
      'gatsby-browser.js',
      ['src/pages/klamydia.js'],
      {
        'gatsby-browser.js': `export const onClientEntry = () => {\n${PIXEL}\n};`,
        'src/pages/klamydia.js': PAGE('Fakta'),
      },
    ],
    [
      'Jinja',
      'templates/base.html',
      ['templates/hiv.html', 'templates/tests.html'],
      {
        'templates/base.html': DOCUMENT(
          `<title>{% block title %}Kliniken{% endblock %}</title>${SCRIPT}`,
          '{% block content %}{% endblock %}',
        ),
        'templates/hiv.html': "{% extends 'base.html' %}{% block content %}<h1>Fakta</h1>{% endblock %}",
        'templates/tests.html':
          "{% extends 'base.html' %}{% block title %}Klamydiatest{% endblock %}{% block content %}<p>x</p>{% endblock %}",
        'templates/om.html': "{% extends 'base.html' %}{% block title %}Om oss{% endblock %}",
      },
    ],
    [
      'Blade',
      'resources/views/layouts/app.blade.php',
      ['resources/views/fakta.blade.php'],
      {
        'resources/views/layouts/app.blade.php': DOCUMENT(
          `<title>@yield('title')</title>${SCRIPT}`,
          "@yield('content')",
        ),
        'resources/views/fakta.blade.php':
          "@extends('layouts.app')\n@section('content')\n<h1>Klamydia</h1>\n@endsection",
      },
    ],
    [
      'Rails',
      'app/views/layouts/application.html.erb',
      ['app/views/facts/show.html.erb'],
      {
        'app/views/layouts/application.html.erb': DOCUMENT(SCRIPT, '<%= yield %>'),
        'app/views/facts/show.html.erb': '<h1>HIV-test</h1>',
      },
    ],
    [
      'Liquid',
      'layout/theme.liquid',
      ['templates/page.fakta.liquid'],
      {
        'layout/theme.liquid': DOCUMENT(SCRIPT, '{{ content_for_layout }}'),
        'templates/page.fakta.liquid': '<h1>HIV-test hemma</h1>',
        'sections/klamydia.liquid': '<h2>Klamydiatest</h2>',
      },
    ],
    [
      'Eleventy',
      '_includes/layout.njk',
      ['fakta.njk'],
      {
        '_includes/layout.njk': DOCUMENT(SCRIPT, '{{ content | safe }}'),
        'fakta.njk': '---\nlayout: layout.njk\ntitle: HIV test\n---\n<p>x</p>',
      },
    ],
    [
      'Jekyll',
      '_layouts/default.html',
      ['_posts/2024-01-01-fakta.md', 'hjalp.html', 'test.md'],
      {
        '_layouts/default.html': DOCUMENT(`<title>{{ page.title }}</title>${SCRIPT}`, '{{ content }}'),
        '_posts/2024-01-01-fakta.md': '---\nlayout: post\ntitle: Leva med hiv\n---\nText',
        'hjalp.html': '---\nlayout: default\ntitle: Klamydia\n---\n<p>x</p>',
        'test.md': '---\nlayout: default\n---\n\n# Klamydiatest hemma\n',
        'om.md': '---\ntitle: Om oss\n---\n# Om oss\n',
        'README.md': '# HIV test',
        'soon.md': '---\ntitle: HIV-test\npublished: false\n---\n',
      },
    ],
    [
      'Hugo',
      'themes/x/layouts/_default/baseof.html',
      ['content/behandlung/eins.md', 'content/zwei.md'],
      {
        'themes/x/layouts/_default/baseof.html': DOCUMENT(
          `<title>{{ .Title }}</title>${SCRIPT}`,
          '{{ block "main" . }}{{ end }}',
        ),
        'content/behandlung/eins.md': '---\ntitle: "Depression behandeln"\n---\nText',
        'content/zwei.md': '+++\ntitle = "HIV-Test"\n+++\nText',
        'content/drei.md': '+++\ntitle = "HIV-Test"\ndraft = true\n+++\nText',
        'docs/vier.md': '---\ntitle: HIV-Test\n---\nText',
      },
    ],
    [
      'Astro, Markdown',
      'src/layouts/Base.astro',
      ['src/content/blog/hiv.md', 'src/pages/klamydia.md'],
      {
        'src/layouts/Base.astro': `---\nconst { title } = Astro.props;\n---\n${DOCUMENT(`<title>{title}</title><script is:inline>${PIXEL}</script>`, '<slot />')}`,
        'src/pages/klamydia.md': '---\nlayout: ../layouts/Base.astro\ntitle: Klamydia\n---\nText',
        'src/content/blog/hiv.md': '---\ntitle: Leva med hiv\n---\nText',
      },
    ],
    [
      'Vue Router',
      'index.html',
      ['src/pages/Fakta.vue', 'src/router/index.ts'],
      {
        'index.html': DOCUMENT(SCRIPT, '<div id="app"></div><script type="module" src="/src/main.ts"></script>'),
        'src/main.ts': "import router from './router';\ncreateApp(App).use(router).mount('#app');",
        'src/router/index.ts': `export default createRouter({ routes: [
  { path: '/', component: Home },
  { path: '/bestall/:id', name: 'hiv-test', component: () => import('./Order.vue') },
] });`,
        'src/pages/Fakta.vue': '<template><h1>Klamydia</h1></template>',
      },
    ],
    [
      'React Router, elements',
      'public/index.html',
      ['src/App.jsx'],
      {
        'public/index.html': DOCUMENT(SCRIPT, '<div id="root"></div>'),
        'src/App.jsx': `export default function App() {
  return <Routes><Route path="/" element={<Home />} /><Route path="/hiv-test" element={<Order />} /></Routes>;
}`,
      },
    ],
    [
      'Angular',
      'src/index.html',
      ['src/app/app.routes.ts'],
      {
        'src/index.html': DOCUMENT(SCRIPT, '<app-root></app-root>'),
        'src/app/app.routes.ts': `export const routes: Routes = [
  { path: '', component: Home, title: 'Start' },
  { path: 'order', component: Order, title: 'Klamydiatest hemma' },
];`,
      },
    ],
    [
      'an application that starts the tracker itself',
      'src/main.tsx',
      ['src/routes.tsx'],
      {
        'src/main.tsx': `${PIXEL}\nimport { routes } from './routes';\ncreateRoot(root).render(routes);`,
        'src/routes.tsx':
          "export const routes = [{ path: '/hiv-test', element: <Order />, handle: { title: 'Order' } }];",
      },
    ],
    [
      'PHP',
      'header.php',
      ['fakta.php', 'klamydia.php'],
      {
        'header.php': `<!doctype html><html><head><title><?= $title ?></title>${SCRIPT}</head><body>`,
        'fakta.php': "<?php include 'header.php'; ?><h1>HIV-test</h1>",
        'klamydia.php': "<?php include 'header.php'; ?><h1>Fakta</h1>",
        'om.php': "<?php include 'header.php'; ?><h1>Om oss</h1>",
      },
    ],
  ];

  it.each(sites)('%s', async (_, layout, pages, files) => {
    expect(told(await learnt(files), layout)).toEqual(pages);
  });
});

describe('one finding', () => {
  const pages = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`app/hiv-test-${String(at).padStart(2, '0')}/page.tsx`, PAGE('Test')]),
    );

  it('tells how many pages there are, and shows some of them', async () => {
    const [finding, ...more] = await learnt({ 'app/layout.tsx': NEXT, ...pages(15) });
    expect(more).toEqual([]);
    expect(finding?.message).toContain('on a page about self-tests (15 pages)');
    expect(finding?.trail.map(({ message }) => message)).toContain('and 3 more pages say so');
  });

  it('stands at each tracker, with one cause for all', async () => {
    const two = `${SCRIPT}<script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>`;
    const found = await learnt({
      'base.html': DOCUMENT(two, '{% block content %}{% endblock %}'),
      'hiv.html': "{% extends 'base.html' %}{% block content %}<h1>Fakta</h1>{% endblock %}",
      'klamydia.html': "{% extends 'base.html' %}{% block content %}<h1>Fakta</h1>{% endblock %}",
    });
    expect(found.map(({ vendor }) => vendor)).toEqual(['Meta Pixel', 'Hotjar']);
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1);
  });

  it('has the same fingerprint when a page comes', async () => {
    const [before] = await learnt({ 'app/layout.tsx': NEXT, ...pages(1) });
    const [after] = await learnt({ 'app/layout.tsx': NEXT, ...pages(2) });
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  it('is there for pages with tags of their own, too', async () => {
    const files = {
      'app/layout.tsx': NEXT,
      'app/klamydia/page.tsx': `'use client';\n${PAGE('x').replace('<h1>', "<h1 onClick={() => dataLayer.push({ event: 'lead' })}>")}`,
    };
    expect(told(await learnt(files), 'app/layout.tsx')).toEqual(['app/klamydia/page.tsx']);
  });

  it('says nothing of a layout that knows for itself what its pages are about twice', async () => {
    const [finding, ...more] = await learnt({
      'base.html': DOCUMENT(`<title>Klamydia – fakta</title>${SCRIPT}`, '{% block content %}{% endblock %}'),
      'one.html': "{% extends 'base.html' %}{% block content %}<h1>One</h1>{% endblock %}",
      'two.html': "{% extends 'base.html' %}{% block content %}<h1>Two</h1>{% endblock %}",
    });
    expect(more).toEqual([]);
    expect(finding?.message).not.toContain('pages)');
  });
});

describe('a layout that asks where it is', () => {
  const PART = `<Script id="pixel">{\`${PIXEL}\`}</Script>`;
  const app = (body: string): string => `import Script from 'next/script';
import { usePathname } from 'next/navigation';
const SPARED = ['/klamydia', '/hiv'];
export default function App({ Component }) {
  const pathname = usePathname();
  ${body}
}`;
  const shown = (condition: string): string => `return <>{${condition} && ${PART}}<Component /></>;`;
  const cases: readonly (readonly [body: string, tells: boolean])[] = [
    [shown("!pathname.startsWith('/klamydia')"), false],
    [shown("pathname !== '/klamydia'"), false],
    [shown('!SPARED.includes(pathname)'), false],
    [shown("pathname.startsWith('/blogg')"), false],
    [`if (pathname === '/klamydia') return <Component />; return <>${PART}<Component /></>;`, false],
    [`switch (pathname) { case '/klamydia': return <Component />; default: return <>${PART}<Component /></>; }`, false],
    [shown("!pathname.startsWith('/kassa')"), true],
    [shown("pathname !== '/kassa'"), true],
    [shown("pathname.indexOf('/kassa') < 0"), true],
    [shown("pathname.startsWith('/kl')"), true],
    [shown("(pathname.startsWith('/blogg') || pathname === '/klamydia')"), true],
    [shown('ready'), true],
  ];
  it.each(cases)('%s', async (body, tells) => {
    const files = {
      'pages/_app.jsx': app(body),
      'pages/klamydia.jsx': PAGE('Klamydiatest'),
      'pages/om.jsx': PAGE('Om'),
    };
    expect((await learnt(files)).length).toBe(tells ? 1 : 0);
  });
});

describe('nothing is told', () => {
  const silent: readonly (readonly [name: string, files: Files])[] = [
    ['where no page says anything', { 'app/layout.tsx': NEXT, 'app/skor/page.tsx': PAGE('Skor') }],
    [
      'where the page is below another layout',
      {
        'app/(marketing)/layout.tsx': NEXT,
        'app/(marketing)/om/page.tsx': PAGE('Om'),
        'app/(care)/hiv-test/page.tsx': PAGE('HIV-test'),
      },
    ],
    [
      'where the page wants no layout',
      {
        'layouts/default.vue': `<script setup>\nonMounted(() => {\n${PIXEL}\n})\n</script>\n<template><slot /></template>`,
        'pages/hiv-test.vue':
          '<script setup>\ndefinePageMeta({ layout: false })\n</script>\n<template><h1>HIV-test</h1></template>',
      },
    ],
    [
      'where the page is another project’s',
      { 'shop/app/layout.tsx': NEXT, 'shop/app/page.tsx': PAGE('Skor'), 'care/app/hiv-test/page.tsx': PAGE('HIV') },
    ],
    [
      'where the page takes the tracker out',
      {
        'base.html': DOCUMENT(`{% block pixel %}${SCRIPT}{% endblock %}`, '{% block content %}{% endblock %}'),
        'hiv.html':
          "{% extends 'base.html' %}{% block pixel %}{% endblock %}{% block content %}<h1>HIV-test</h1>{% endblock %}",
      },
    ],
    [
      'where the page has a layout without trackers',
      {
        'base.html': DOCUMENT(SCRIPT, '{% block content %}{% endblock %}'),
        'bare.html': DOCUMENT('', '{% block content %}{% endblock %}'),
        'hiv.html': "{% extends 'bare.html' %}{% block content %}<h1>HIV-test</h1>{% endblock %}",
      },
    ],
    [
      'of a document by itself',
      { 'base.html': DOCUMENT(SCRIPT, ''), 'hiv.html': DOCUMENT('<title>HIV-test</title>', '<h1>HIV-test</h1>') },
    ],
    [
      'of a tag manager, whose tags are not in sight',
      {
        'base.html': DOCUMENT(
          '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-TEST"></script>',
          '{% block content %}{% endblock %}',
        ),
        'hiv.html': "{% extends 'base.html' %}{% block content %}<h1>HIV-test</h1>{% endblock %}",
      },
    ],
    [
      'of the menu of a page',
      {
        'pages/_app.js': `import Script from 'next/script';
export default function App({ Component }) { return <><Script id="pixel">{\`${PIXEL}\`}</Script><Component /></>; }`,
        'pages/404.js': `const links = [{ path: '/hiv-test', name: 'HIV test' }];\n${PAGE('Not here')}`,
      },
    ],
    [
      'of lists of addresses that are no routes',
      {
        'index.html': DOCUMENT(SCRIPT, '<div id="root"></div>'),
        'src/data/files.ts': "export const files = [{ path: '/hiv-test', size: 1 }];",
        'src/routes.ts':
          "export const routes = [{ path: '/shoes', component: Shoes }]; const file = { path: 'hiv-test.txt' };",
      },
    ],
    [
      'of an API below the folder of the pages',
      { 'pages/_app.js': NEXT, 'pages/api/hiv-test.js': 'export default function handler() {}\n' },
    ],
  ];
  it.each(silent)('%s', async (_, files) => {
    expect(await learnt(files)).toEqual([]);
  });
});

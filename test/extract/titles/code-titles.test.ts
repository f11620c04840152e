/** Pages whose title, headings or address stand in code. */
import { describe, expect, it } from 'vitest';
import { lintAll } from '../../engine/embedded.ts';

const HOTJAR = 'https://static.hotjar.com/c/hotjar-1.js?sv=6';
const SCRIPT = `<Script src="${HOTJAR}" />`;
const NEXT = "import Script from 'next/script';\n";
const PIXEL = "import ReactPixel from 'react-facebook-pixel';\n";
const EFFECT = "useEffect(() => { ReactPixel.init('1234567890123456'); ReactPixel.pageView(); }, []);";
const PAGE = `export default function Page() { return ${SCRIPT}; }`;
const TITLE = 'Klamydiatest hemma';
const REACT = `export default function Page() { ${EFFECT} return <p>x</p>; }`;
const HEAD = `useHead({ script: [{ src: '${HOTJAR}' }] });`;

/** Where the rule on pages says that visitors are, and how sure it is. */
async function page(path: string, text: string): Promise<string[]> {
  const { findings } = await lintAll({ [path]: text });
  return findings
    .filter(({ rule }) => rule === 'sensitive/page-context')
    .map(({ message, certainty, trail }) => {
      const where = /the visitor is (.*?)[.,]/.exec(message)?.[1];
      return `${where} (${certainty}): ${trail[0]?.message}`;
    });
}

const says = (about: string, word = 'Klamydiatest', topic = 'self-tests'): string[] => [
  `on a page about ${topic} (certain): ${about} says “${word}” (${topic})`,
];

describe('a title in code', () => {
  it.each<[string, string, string]>([
    ['exported metadata', 'page.tsx', `${NEXT}export const metadata: Metadata = { title: '${TITLE}' };\n${PAGE}`],
    ['an absolute title', 'page.tsx', `${NEXT}export const metadata = { title: { absolute: '${TITLE}' } };\n${PAGE}`],
    [
      'generated metadata',
      'page.tsx',
      `${NEXT}export async function generateMetadata({ params }) { const p = await load(params); return { title: \`${TITLE} \${p.name}\` }; }\n${PAGE}`,
    ],
    [
      'metadata with a type',
      'page.tsx',
      `${NEXT}export const metadata = { openGraph: { title: '${TITLE}' } } satisfies Metadata;\n${PAGE}`,
    ],
    [
      'a constant',
      'page.jsx',
      `${NEXT}const NAME = '${TITLE}';\nexport const metadata = { title: \`\${NAME} | Shop\` };\n${PAGE}`,
    ],
    [
      'a head component',
      'page.jsx',
      `${NEXT}import Head from 'next/head';\nexport default () => <><Head><title>${TITLE}</title></Head>${SCRIPT}</>;`,
    ],
    [
      'a component for search engines',
      'page.jsx',
      `${NEXT}export default () => <><NextSeo title="${TITLE}" description="x" />${SCRIPT}</>;`,
    ],
    ['a layout', 'page.jsx', `${NEXT}export default () => <BaseLayout title={'${TITLE}'}>${SCRIPT}</BaseLayout>;`],
    [
      'Helmet',
      'page.jsx',
      `${PIXEL}export function Page() { ${EFFECT} return <Helmet><title>${TITLE}</title></Helmet>; }`,
    ],
    [
      'the document’s title',
      'page.jsx',
      `${PIXEL}export function Page() { useEffect(() => { document.title = '${TITLE}'; }); ${EFFECT} return <p>x</p>; }`,
    ],
    [
      'a hook',
      'page.jsx',
      `${PIXEL}export function Page() { useDocumentTitle('${TITLE}'); ${EFFECT} return <p>x</p>; }`,
    ],
    ['an exported head', 'page.jsx', `${PIXEL}${REACT}\nexport const Head = () => <title>${TITLE}</title>;`],
    [
      'a list of tags',
      'page.tsx',
      `${PIXEL}export const meta: MetaFunction = () => [{ title: '${TITLE}' }];\n${REACT}`,
    ],
    [
      'a property for sharing',
      'page.tsx',
      `${PIXEL}export function meta() { return [{ property: 'og:title', content: '${TITLE}' }]; }\n${REACT}`,
    ],
    [
      'a route’s head',
      'page.tsx',
      `${PIXEL}export const Route = createFileRoute('/x')({ head: () => ({ meta: [{ title: '${TITLE}' }] }), component: Page });\n${REACT.replace('export default ', '')}`,
    ],
    ['useHead', 'page.vue', `<script setup>useHead({ title: '${TITLE}', script: [{ src: '${HOTJAR}' }] });</script>`],
    ['a computed title', 'page.vue', `<script setup>useHead({ title: () => '${TITLE}' }); ${HEAD}</script>`],
    ['useSeoMeta', 'page.vue', `<script setup lang="ts">useSeoMeta({ ogTitle: '${TITLE}' }); ${HEAD}</script>`],
    ['a page’s meta', 'page.vue', `<script setup>definePageMeta({ title: '${TITLE}' }); ${HEAD}</script>`],
    [
      'the head of options',
      'page.vue',
      `<template><p>x</p></template><script>export default { head() { return { title: '${TITLE}', script: [{ src: '${HOTJAR}' }] }; } };</script>`,
    ],
    [
      'the markup of a component',
      'page.svelte',
      `<script>const title = '${TITLE}';</script><svelte:head><title>{title}</title><script src="${HOTJAR}"></script></svelte:head>`,
    ],
    [
      'the frontmatter',
      'page.astro',
      `---\nconst title = '${TITLE}';\n---\n<Layout title={title}><script is:inline src="${HOTJAR}"></script></Layout>`,
    ],
    [
      'front matter',
      'page.html',
      `---\nlayout: none\ntitle: "${TITLE}"\n---\n<html><script src="${HOTJAR}"></script></html>`,
    ],
    [
      'an attribute',
      'page.astro',
      `---\nimport Layout from 'x';\n---\n<Layout title="${TITLE}"><script is:inline src="${HOTJAR}"></script></Layout>`,
    ],
    [
      'a service',
      'page.component.ts',
      `@Component({ template: '' }) export class Page implements OnInit {
        constructor(private titleService: Title) {}
        ngOnInit() { this.titleService.setTitle('${TITLE}'); const s = document.createElement('script'); s.src = '${HOTJAR}'; document.head.appendChild(s); } }`,
    ],
    [
      'a script of the page',
      'page.html',
      `<!doctype html><script>document.title = '${TITLE}';</script><script src="${HOTJAR}"></script>`,
    ],
  ])('%s', async (_, path, text) => expect(await page(path, text)).toEqual(says('title')));
});

describe('what else code says of a page', () => {
  it.each<[string, string, string]>([
    ['a heading', `<h1>{t.x} <b>${TITLE}</b></h1>`, 'heading'],
    ['a hero', `<Hero title="${TITLE}" />`, 'heading'],
    ['steps back', `<nav aria-label="Breadcrumb"><ol><li>Hem</li><li>${TITLE}</li></ol></nav>`, 'breadcrumb'],
    ['steps back as a list', `<Breadcrumbs items={[{ label: 'Hem' }, { label: '${TITLE}' }]} />`, 'breadcrumb'],
    ['a description', `<meta property="og:title" content="${TITLE}" />`, 'title'],
  ])('%s', async (_, markup, about) => {
    const text = `${NEXT}export default () => <>${markup}${SCRIPT}</>;`;
    expect(await page('page.jsx', text)).toEqual(says(about));
  });

  it('structured data', async () => {
    const data = "{ '@context': 'https://schema.org', '@type': 'MedicalTest' }";
    const text = `${NEXT}export default () => <><script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(${data}) }} />${SCRIPT}</>;`;
    expect(await page('page.jsx', text)).toEqual([
      'on a page about MedicalTest (certain): structured data says MedicalTest',
    ]);
  });
});

describe('the folders of a route', () => {
  const OWN = 'on a page about self-tests (certain): path says “hiv-test” (self-tests)'.split('\n');
  it.each([
    ['app/hiv-test/page.tsx', `${NEXT}${PAGE}`],
    ['src/app/(shop)/hiv-test/[slug]/page.tsx', `${NEXT}${PAGE}`],
    ['app/hiv-test/layout.jsx', `${NEXT}${PAGE}`],
    ['pages/hiv-test.jsx', `${NEXT}${PAGE}`],
    ['src/pages/hiv-test/index.jsx', `${PIXEL}${REACT}`],
    ['app/routes/order.hiv-test.tsx', `${PIXEL}${REACT}`],
    ['app/pages/hiv-test/index.vue', `<script setup>${HEAD}</script>`],
    ['src/routes/hiv-test/+page.svelte', `<svelte:head><script src="${HOTJAR}"></script></svelte:head>`],
    ['src/pages/hiv-test.astro', `<script is:inline src="${HOTJAR}"></script>`],
  ])('%s', async (path, text) => expect(await page(path, text)).toEqual(OWN));
});

it('the folders of a booking say what is booked', async () => {
  expect(await page('app/abort/boka/page.tsx', `${NEXT}${PAGE}`)).toEqual([
    'on a page about pregnancy (certain): path says “abort/boka” (pregnancy)',
  ]);
});

it('code that is nested without end is read in time', async () => {
  const deep = `${'<Breadcrumbs a={<p>'.repeat(400)}x${'</p>} />'.repeat(400)}`;
  expect(await page('page.jsx', `${NEXT}export default () => <>${deep}${SCRIPT}</>;`)).toEqual([]);
});

describe('a list of routes beside a tracker', () => {
  it.each<[string, string]>([
    ['titles', `export const routes = [{ path: '/a', meta: { title: '${TITLE}' } }];`],
    ['names', `export const routes = [{ path: '/a', name: '${TITLE}', component: A }];`],
    ['addresses', "export const routes = [{ path: '/klamydiatest/:id', lazy: () => import('./a') }];"],
    ['elements', 'export const routes = <Route path="/klamydiatest" element={<A />} />;'],
    ['elements of a kind', 'export const routes = <PrivateRoute path="klamydiatest/*"><A /></PrivateRoute>;'],
  ])('%s', async (_, text) => {
    const [said] = await page('router.jsx', `${PIXEL}${text}\n${REACT}`);
    expect(said?.toLowerCase()).toContain('on a page about self-tests (certain): route says “klamydiatest”');
  });

  it('tells the address of the page of a file', async () => {
    const text = `${PIXEL}export const Route = createFileRoute('/klamydiatest')({ component: Page });\n${REACT}`;
    expect(await page('klamydia.tsx', text)).toEqual(says('path', 'klamydiatest'));
  });
});

describe('what is no page’s title', () => {
  it.each([
    ['a card', 'page.jsx', `${NEXT}export default () => <><Card title="${TITLE}" />${SCRIPT}</>;`],
    ['the head of a table', 'page.jsx', `${NEXT}export default () => <><TableHead title="${TITLE}" />${SCRIPT}</>;`],
    ['a picture', 'page.jsx', `${NEXT}export default () => <><svg><title>${TITLE}</title></svg>${SCRIPT}</>;`],
    [
      'a picture in markup',
      'page.html',
      `<!doctype html><svg><title>${TITLE}</title></svg><script src="${HOTJAR}"></script>`,
    ],
    ['a chart', 'page.jsx', `${PIXEL}chart.setTitle('${TITLE}');\n${REACT}`],
    ['a link', 'page.jsx', `${NEXT}export default () => <><a title="${TITLE}">x</a>${SCRIPT}</>;`],
    ['an ordinary page', 'app/shoes/page.tsx', `${NEXT}export const metadata = { title: 'Löparskor' };\n${PAGE}`],
    ['a list of files', 'router.js', `${PIXEL}export const files = [{ path: '/klamydiatest', size: 1 }];\n${REACT}`],
    ['a component in a folder', 'components/hiv-test/button.jsx', `${PIXEL}${REACT}`],
    ['an interface', 'pages/api/hiv-test.js', `${PIXEL}${REACT}`],
  ])('%s', async (_, path, text) => expect(await page(path, text)).toEqual([]));
});

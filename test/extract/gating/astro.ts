import type { Case } from './support.ts';

const INLINE = '<script is:inline>PIX</script>';
const SRC = '<script is:inline async src="SRC"></script>';
const page = (front: string, markup: string): string => `---\n${front}\n---\n${markup}\n`;

/** Astro pages and components. */
export const astroCases: readonly Case[] = [
  ['121 inline', page('', `<html><head>${INLINE}</head></html>`), 'runs', 'astro'],
  ['121 without frontmatter', `<head>${INLINE}</head>`, 'runs', 'astro'],
  ['121 processed script', page('', `<script>PIX</script>`), 'runs', 'astro'],
  ['121 address', page('const id = "x";', `<head>${SRC}</head>`), 'runs', 'astro'],
  [
    '121 cookie',
    page('', `{Astro.cookies.get('consent')?.value === 'yes' && ${INLINE}}`),
    'blocked r:blocked a:runs',
    'astro',
  ],
  [
    '121 cookie, named',
    page(
      `const consent = Astro.cookies.get('consent')?.value;\nconst ok = consent === 'yes';`,
      `<head>{ok && ${INLINE}}</head>`,
    ),
    'blocked r:blocked a:runs',
    'astro',
  ],
  [
    '121 cookie, opt-out',
    page(`const ok = Astro.cookies.get('consent')?.value !== 'denied';`, `{ok && ${INLINE}}`),
    'runs r:blocked',
    'astro',
  ],
  [
    '121 cookie is there',
    page(`const ok = Astro.cookies.has('cookie_consent');`, `{ok && (\n  ${INLINE}\n)}`),
    'blocked',
    'astro',
  ],
  [
    '121 ternary',
    page(`const ok = Astro.cookies.get('consent')?.value === 'yes';`, `{ok ? <p>Hello</p> : ${SRC}}`),
    'runs',
    'astro',
  ],
  [
    '121 ternary, right way',
    page(`const ok = Astro.cookies.get('consent')?.value === 'yes';`, `{ok ? ${SRC} : <Banner />}`),
    'blocked a:runs',
    'astro',
  ],
  ['121 environment', page('', `{import.meta.env.PROD && ${INLINE}}`), 'runs', 'astro'],
  ['121 identifier', page('const { pixelId } = Astro.props;', `{pixelId && ${SRC}}`), 'runs', 'astro'],
  ['121 property of consent', page('const { consent } = Astro.props;', `{consent && ${SRC}}`), 'unknown', 'astro'],
  [
    '121 property of consent with TypeScript',
    page(
      'interface Props { hasConsent: boolean }\nconst { hasConsent } = Astro.props as Props;',
      `{hasConsent && ${SRC}}`,
    ),
    'unknown',
    'astro',
  ],
  [
    '121 list',
    page(`const tags = ['SRC'];`, `{tags.map((src) => (\n  <script is:inline src={src}></script>\n))}`),
    'runs',
    'astro',
  ],
  [
    '121 list with a body',
    page(`const tags = ['SRC'];`, `{tags.map((src) => { return <script is:inline src={src} />; })}`),
    'runs',
    'astro',
  ],
  ['121 fragment', page(`const on = true;`, `{on && <>\n  <p>a</p>\n  ${SRC}\n</>}`), 'runs', 'astro'],
  [
    '121 fragment by name',
    page(`const ok = false;`, `{ok && <Fragment><p>a</p>${SRC}</Fragment>}`),
    'blocked',
    'astro',
  ],
  ['121 html', page('const code = `<script>PIX</script>`;', `<Fragment set:html={code} />`), 'runs', 'astro'],
  ['121 html of a script', page('const code = `PIX`;', `<script is:inline set:html={code}></script>`), 'runs', 'astro'],
  [
    '121 variables',
    page(
      `const src = 'SRC';`,
      `<script is:inline define:vars={{ src }}>const s = document.createElement('script'); s.src = src; document.head.append(s);</script>`,
    ),
    'runs',
    'astro',
  ],
  ['121 worker', page('', `<script is:inline type="text/partytown">PIX</script>`), 'runs', 'astro'],
  [
    '121 parked',
    page(
      '',
      `<script is:inline src="https://consent.cookiebot.com/uc.js"></script><script is:inline type="text/plain" data-cookieconsent="marketing">PIX</script>`,
    ),
    'blocked m:runs',
    'astro',
  ],
  [
    '121 attribute without type',
    page('', `<script is:inline data-cookieconsent="marketing">PIX</script>`),
    'runs',
    'astro',
  ],
  [
    '121 test in the script',
    page('', `<script>if (localStorage.getItem('consent') === 'granted') { PIX }</script>`),
    'blocked a:runs',
    'astro',
  ],
  [
    '121 script with an import',
    page('', `<script>import { load } from './pixel'; load();</script>`) +
      '=== pixel.ts\nexport function load(): void { PIX }',
    'runs',
    'astro',
  ],
  [
    '121 script with an import and a test',
    page('', `<script>import { load } from './pixel'; if (document.cookie.includes('consent=yes')) load();</script>`) +
      '=== pixel.ts\nexport function load(): void { PIX }',
    'blocked a:runs',
    'astro',
  ],
  [
    '121 component decides',
    `${page(
      `import Pixel from './Pixel.astro';\nconst ok = Astro.cookies.get('consent')?.value === 'yes';`,
      `<head>{ok && <Pixel id="1" />}</head>`,
    )}=== Pixel.astro\n${page('', INLINE)}`,
    'blocked a:runs',
    'astro',
  ],
  [
    '121 component without a test',
    `${page(`import Pixel from './Pixel.astro';`, `<head><Pixel /></head>`)}=== Pixel.astro\n${page('', INLINE)}`,
    'runs',
    'astro',
  ],
  [
    '121 layout',
    page(`import Layout from './Layout.astro';`, `<Layout title="x"><main>Hello</main></Layout>`) +
      `=== Layout.astro\n${page('const { title } = Astro.props;', `<html><head><title>{title}</title>${INLINE}</head><body><slot /></body></html>`)}`,
    'runs',
    'astro',
  ],
  [
    '121 slot under a test',
    page(`import Gate from './Gate.astro';`, `<Gate>${INLINE}</Gate>`) +
      `=== Gate.astro\n${page(`const ok = Astro.cookies.get('consent')?.value === 'yes';`, `{ok && <slot />}`)}`,
    'blocked a:runs',
    'astro',
  ],
  [
    '121 component of another framework',
    page(`import Pixel from './Pixel.jsx';`, `<Pixel client:load />`) +
      `=== Pixel.jsx\nimport { useEffect } from 'react';\nexport default function Pixel() { useEffect(() => { PIX }, []); return null; }`,
    'runs',
    'astro',
  ],
  [
    '121 noscript',
    page(
      '',
      `<noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/></noscript>`,
    ),
    '@beacon runs',
    'astro',
  ],
  [
    '121 commented out',
    page(`// PIX`, `<!-- ${INLINE} -->{/* ${SRC} */}<p>{'<b>'} {a < b ? 1 : 2}</p>`),
    'blocked',
    'astro',
  ],
  [
    '121 template literal in an attribute',
    page('const id = 1;', '<img src={`https://www.facebook.com/tr?id=1&ev=PageView`} alt="" />'),
    'runs',
    'astro',
  ],
  [
    '121 banner',
    page(
      '',
      `<button id="accept-cookies">Accept</button><script>LOADS document.getElementById('accept-cookies').addEventListener('click', () => loadPixel());</script>`,
    ),
    'blocked a:runs',
    'astro',
  ],
];

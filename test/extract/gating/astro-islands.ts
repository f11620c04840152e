import type { Case } from './support.ts';

/** More of Astro. */
export const astroIslandCases: readonly Case[] = [
  ['121 astro inline', '---\n' + '---\n' + '<html><head><script is:inline>PIX</script></head></html>', 'runs', 'astro'],
  [
    '121 astro inline parked',
    '<html><head><script id="Cookiebot" src="https://consent.cookiebot.com/uc.js"></script><script is:inline type="text/plain" data-cookieconsent="marketing">PIX</script></head></html>',
    'blocked m:runs',
    'astro',
  ],
  [
    '121 astro bundled',
    "<script>import { init } from './pixel'; init();</script>\n" +
      '=== pixel.js\n' +
      'export const init = () => { PIX };',
    'runs',
    'astro',
  ],
  [
    '121 astro cookie gate',
    '---\n' +
      "const ok = Astro.cookies.get('consent')?.value === 'yes';\n" +
      '---\n' +
      '{ok && <script is:inline>PIX</script>}',
    'blocked a:runs',
    'astro',
  ],
  [
    '121 astro cookie has',
    '---\n' + "const ok = Astro.cookies.has('consent');\n" + '---\n' + '{ok && <script is:inline>PIX</script>}',
    'blocked r:runs a:runs',
    'astro',
  ],
  [
    '121 astro cookie opt-out',
    '---\n' +
      "const no = Astro.cookies.get('consent')?.value === 'no';\n" +
      '---\n' +
      '{!no && <script is:inline>PIX</script>}',
    'runs r:blocked',
    'astro',
  ],
  [
    '121 astro island, client:load',
    '---\n' +
      "import Pixel from './Pixel.jsx';\n" +
      '---\n' +
      '<Pixel client:load />\n' +
      '=== Pixel.jsx\n' +
      "import { useEffect } from 'react'; export default function Pixel() { useEffect(() => { PIX }, []); return null; }",
    'runs',
    'astro',
  ],
  [
    '121 astro island, client:visible',
    '---\n' +
      "import Pixel from './Pixel.jsx';\n" +
      '---\n' +
      '<Pixel client:visible />\n' +
      '=== Pixel.jsx\n' +
      "import { useEffect } from 'react'; export default function Pixel() { useEffect(() => { PIX }, []); return null; }",
    'runs',
    'astro',
  ],
  [
    '121 astro island, client:idle',
    '---\n' +
      "import Pixel from './Pixel.vue';\n" +
      '---\n' +
      '<Pixel client:idle />\n' +
      '=== Pixel.vue\n' +
      '<template><div/></template><script setup>onMounted(() => { PIX });</script>',
    'runs',
    'astro',
  ],
  [
    '121 astro island gated',
    '---\n' +
      "import Pixel from './Pixel.jsx';\n" +
      "const ok = Astro.cookies.get('c')?.value === 'yes';\n" +
      '---\n' +
      '{ok && <Pixel client:load />}\n' +
      '=== Pixel.jsx\n' +
      "import { useEffect } from 'react'; export default function Pixel() { useEffect(() => { PIX }, []); return null; }",
    'blocked a:runs',
    'astro',
  ],
  [
    '121 astro server island',
    '---\n' +
      "import Pixel from './Pixel.astro';\n" +
      '---\n' +
      '<Pixel server:defer />\n' +
      '=== Pixel.astro\n' +
      '<script is:inline>PIX</script>',
    'runs',
    'astro',
  ],
  [
    '121 astro production',
    '---\n' + '---\n' + '{import.meta.env.PROD && <script is:inline src="SRC"></script>}',
    'runs',
    'astro',
  ],
  ['121 astro partytown', '<script type="text/partytown">PIX</script>', 'runs', 'astro'],
  [
    '121 astro define:vars',
    '---\n' + "const id = '1234567890';\n" + '---\n' + '<script is:inline define:vars={{ id }}>PIX</script>',
    'runs',
    'astro',
  ],
  [
    '121 astro set:html',
    '---\n' + 'const code = `PIX`;\n' + '---\n' + '<script is:inline set:html={code}></script>',
    'runs',
    'astro',
  ],
  [
    '121 astro ga component',
    '---\n' +
      "import { GoogleAnalytics } from 'astro-google-analytics';\n" +
      '---\n' +
      '<head><GoogleAnalytics id="G-ABCDEF1234" /></head>',
    'runs @google-analytics',
    'astro',
  ],
  [
    '121 astro ga component gated',
    '---\n' +
      "import { GoogleAnalytics } from 'astro-google-analytics';\n" +
      "const ok = Astro.cookies.get('c')?.value === 'yes';\n" +
      '---\n' +
      '<head>{ok && <GoogleAnalytics id="G-ABCDEF1234" />}</head>',
    'blocked a:runs @google-analytics',
    'astro',
  ],
  [
    '121 astro page-load event',
    "<script>LOADS document.addEventListener('astro:page-load', () => { loadPixel(); });</script>",
    'runs',
    'astro',
  ],
  [
    '121 astro integration',
    "import { defineConfig } from 'astro/config'; import partytown from '@astrojs/partytown'; export default defineConfig({ integrations: [partytown({ config: { forward: ['fbq'] } })] });",
    'blocked',
    'astro.config.mjs',
  ],
];

import type { Case } from './support.ts';

const SCRIPT = `<Script id="fb" strategy="afterInteractive">{\`PIX\`}</Script>`;
const HTML = `<script dangerouslySetInnerHTML={{ __html: \`PIX\` }} />`;

/** JSX and React. */
export const jsxCases: readonly Case[] = [
  [
    '49 strategy',
    `import Script from 'next/script'; export default function Layout() { return <html><body>${SCRIPT}</body></html>; }`,
    'runs',
    'tsx',
  ],
  [
    '49 strategy, address',
    `import Script from 'next/script'; export const Pixel = () => <Script src="SRC" strategy="lazyOnload" />;`,
    'runs',
    'jsx',
  ],
  [
    '49 worker',
    `import Script from 'next/script'; export default () => <Script strategy="worker" src="SRC" />;`,
    'runs',
    'jsx',
  ],
  [
    '49 effect',
    `import { useEffect } from 'react'; export function Pixel() { useEffect(() => { PIX }, []); return null; }`,
    'runs',
    'jsx',
  ],
  [
    '50 environment, component',
    `import Script from 'next/script'; export default function A() { return <>{process.env.NODE_ENV === 'production' && ${SCRIPT}}</>; }`,
    'runs',
    'jsx',
  ],
  [
    '56 accept on scroll',
    `import CookieConsent from 'react-cookie-consent'; LOADS export default function B() { return <CookieConsent acceptOnScroll={true} onAccept={() => loadPixel()}>x</CookieConsent>; }`,
    'runs',
    'jsx',
  ],
  [
    '56 accept by the button',
    `import CookieConsent from 'react-cookie-consent'; LOADS export default function B() { return <CookieConsent buttonText="OK" onAccept={() => loadPixel()}>x</CookieConsent>; }`,
    'blocked a:runs',
    'jsx',
  ],
  [
    '91 parked by React',
    `import Script from 'next/script'; export default function A() { return <><Script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" /><Script id="fb" type="text/plain" data-cookieconsent="marketing">{\`PIX\`}</Script></>; }`,
    'blocked m:runs',
    'jsx',
  ],
  [
    '91 attribute without type',
    `export default function A() { return <script data-cookieconsent="marketing" dangerouslySetInnerHTML={{ __html: \`PIX\` }} />; }`,
    'runs',
    'jsx',
  ],
  [
    '116 conditional',
    `export default function A({ consent }) { return <div>{consent.marketing && ${HTML}}</div>; }`,
    'unknown',
    'jsx',
  ],
  [
    '116 early return',
    `export function Pixel() { const { consent } = useConsent(); if (!consent.marketing) return null; return ${HTML}; }`,
    'unknown',
    'jsx',
  ],
  [
    '116 early return, store',
    `import { useCookieStore } from '@/stores/cookies'; export default function Pixel() { const marketing = useCookieStore((s) => s.consent.marketing); if (!marketing) { return null; } return ${HTML}; }`,
    'unknown',
    'tsx',
  ],
  [
    '116 state that starts false',
    `import { useState, useEffect } from 'react'; export default function Pixel() { const [ok, setOk] = useState(false); useEffect(() => { setOk(localStorage.getItem('consent') === 'granted'); }, []); if (!ok) return null; return ${HTML}; }`,
    'blocked a:runs',
    'tsx',
  ],
  [
    '116 state that starts false, nothing sets it',
    `import { useState } from 'react'; export default function Pixel() { const [ok] = useState(false); return ok ? ${HTML} : null; }`,
    'blocked',
    'jsx',
  ],
  [
    '116 state set in an effect without a test',
    `import { useState, useEffect } from 'react'; export default function Pixel() { const [mounted, setMounted] = useState(false); useEffect(() => { setMounted(true); }, []); if (!mounted) return null; return ${HTML}; }`,
    'runs',
    'tsx',
  ],
  [
    '116 state set by opt-out',
    `import { useState, useEffect } from 'react'; export default function Pixel() { const [ok, setOk] = useState(false); useEffect(() => { if (localStorage.getItem('consent') !== 'denied') setOk(true); }, []); return <>{ok && ${HTML}}</>; }`,
    'runs r:blocked',
    'jsx',
  ],
  [
    '116 state set by the accept button',
    `import { useState } from 'react'; export default function Pixel() { const [ok, setOk] = useState(false); return <div><button onClick={() => setOk(true)}>Accept all</button>{ok && ${HTML}}</div>; }`,
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 effect that leaves',
    `import { useEffect } from 'react'; LOADS export default function P() { useEffect(() => { if (localStorage.getItem('cookie-consent') !== 'accepted') return; loadPixel(); }, []); return null; }`,
    'blocked r:blocked a:runs',
    'tsx',
  ],
  [
    '116 effect that depends on a hook',
    `import { useConsent } from './consent'; import { useEffect } from 'react'; LOADS export default function P() { const { marketing } = useConsent(); useEffect(() => { if (marketing) loadPixel(); }, [marketing]); return null; }`,
    'unknown',
    'tsx',
  ],
  [
    '116 parent decides',
    `function Pixel() { return ${HTML}; } export default function Layout() { const ok = typeof window !== 'undefined' && localStorage.getItem('consent') === 'granted'; return <body>{ok ? <Pixel /> : null}</body>; }`,
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 wrapper component',
    `function Gate({ children }) { const ok = Cookies.get('consent') === 'true'; return ok ? children : null; } export default function Layout() { return <Gate><script src="SRC" /></Gate>; }`,
    'blocked',
    'jsx',
  ],
  [
    '116 wrapper out of sight',
    `import { ConsentGate } from './gate'; export default function Layout() { return <ConsentGate category="marketing"><script src="SRC" /></ConsentGate>; }`,
    'unknown',
    'jsx',
  ],
  [
    '116 provider around it is no gate',
    `import { ThemeProvider } from './theme'; export default function Layout() { return <ThemeProvider><script src="SRC" /></ThemeProvider>; }`,
    'runs',
    'jsx',
  ],
  [
    '116 class component',
    `import React from 'react'; LOADS export default class P extends React.Component { state = { ok: localStorage.getItem('consent') === 'granted' }; componentDidMount() { if (this.state.ok) { loadPixel(); } } render() { return null; } }`,
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 class component without gate',
    `import React from 'react'; LOADS export default class P extends React.Component { componentDidMount() { loadPixel(); } render() { return null; } }`,
    'runs',
    'jsx',
  ],
  [
    '117 state that starts true',
    `import { useState } from 'react'; export default function P() { const [ok] = useState(true); return ok && ${HTML}; }`,
    'runs',
    'jsx',
  ],
  [
    '117 state that starts true in a function',
    `import { useState } from 'react'; export default function P() { const [ok] = useState(() => (typeof window === 'undefined' ? true : localStorage.getItem('c') !== 'no')); if (!ok) return null; return ${HTML}; }`,
    'runs',
    'jsx',
  ],
  [
    '117 cookies on the server',
    `import { cookies } from 'next/headers'; export default async function Layout() { const jar = await cookies(); const ok = jar.get('consent')?.value === 'granted'; return <body>{ok && ${HTML}}</body>; }`,
    'blocked r:blocked a:runs',
    'tsx',
  ],
  [
    '117 cookies on the server, opt-out',
    `import { cookies } from 'next/headers'; export default function Layout() { const ok = cookies().get('consent')?.value !== 'denied'; return <body>{ok && ${HTML}}</body>; }`,
    'runs r:blocked',
    'tsx',
  ],
  [
    '116 package',
    `import ReactPixel from 'react-facebook-pixel'; import { useEffect } from 'react'; export default function P() { useEffect(() => { ReactPixel.init('1'); ReactPixel.pageView(); }, []); return null; }`,
    'runs',
    'jsx',
  ],
  [
    '116 package behind a gate',
    `import { useEffect } from 'react'; export default function P() { useEffect(() => { if (localStorage.getItem('consent') === 'yes') { import('react-facebook-pixel').then((m) => m.default).then((pixel) => { pixel.init('1'); pixel.pageView(); }); } }, []); return null; }`,
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 package loaded late without a gate',
    `import { useEffect } from 'react'; export default function P() { useEffect(() => { import('react-facebook-pixel').then((m) => m.default).then((pixel) => { pixel.init('1'); pixel.pageView(); }); }, []); return null; }`,
    'runs',
    'jsx',
  ],
  [
    '116 noscript',
    `export default function P() { return <noscript><img src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1" /></noscript>; }`,
    '@beacon runs',
    'jsx',
  ],
];

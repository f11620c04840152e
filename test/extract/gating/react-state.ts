import type { Case } from './support.ts';

/** State in React: effects, hooks, contexts, stores, components that gate. */
export const reactStateCases: readonly Case[] = [
  [
    '116 effect without deps',
    "import { useEffect } from 'react'; LOADS export default function P() { useEffect(() => { loadPixel(); }); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 effect deps on own state from storage',
    "import { useEffect, useState } from 'react'; LOADS export default function P() { const [c, setC] = useState(null); useEffect(() => { setC(localStorage.getItem('cookie_consent')); }, []); useEffect(() => { if (c === 'accepted') loadPixel(); }, [c]); return null; }",
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 effect deps on own state, opt-out',
    "import { useEffect, useState } from 'react'; LOADS export default function P() { const [c, setC] = useState(null); useEffect(() => { setC(localStorage.getItem('cookie_consent')); }, []); useEffect(() => { if (c !== 'declined') loadPixel(); }, [c]); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 condition around the effect helper',
    "import { useEffect } from 'react'; LOADS function usePixel(enabled) { useEffect(() => { if (!enabled) return; loadPixel(); }, [enabled]); } export default function P() { usePixel(localStorage.getItem('consent') === 'granted'); return null; }",
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 custom hook in the file, gated',
    "import { useState, useEffect } from 'react'; function useConsent() { const [ok, set] = useState(false); useEffect(() => { set(localStorage.getItem('cookieConsent') === 'true'); }, []); return ok; } export default function P() { const ok = useConsent(); if (!ok) return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }",
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 custom hook in the file, ungated',
    "import { useState, useEffect } from 'react'; function useConsent() { const [ok, set] = useState(true); useEffect(() => { set(localStorage.getItem('cookieConsent') !== 'false'); }, []); return ok; } export default function P() { const ok = useConsent(); if (!ok) return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }",
    'runs',
    'jsx',
  ],
  [
    '116 custom hook in the file, object',
    "import { useState, useEffect } from 'react'; const useConsent = () => { const [prefs, setPrefs] = useState({ analytics: false, marketing: false }); useEffect(() => { const raw = localStorage.getItem('prefs'); if (raw) setPrefs(JSON.parse(raw)); }, []); return { prefs, hasMarketing: prefs.marketing }; }; export default function P() { const { hasMarketing } = useConsent(); return hasMarketing ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked a:runs',
    'tsx',
  ],
  [
    '116 custom hook lazily initialised',
    "import { useState } from 'react'; export default function P() { const [ok] = useState(() => typeof window !== 'undefined' && localStorage.getItem('consent') === 'yes'); return <>{ok && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 custom hook lazily initialised to true',
    "import { useState } from 'react'; export default function P() { const [ok] = useState(() => typeof window === 'undefined' ? true : localStorage.getItem('consent') !== 'no'); return <>{ok && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</>; }",
    'runs',
    'jsx',
  ],
  [
    '116 imported hook from another file, gated',
    "import { useConsent } from './useConsent'; export default function P() { const { marketing } = useConsent(); return marketing ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }\n" +
      '=== useConsent.js\n' +
      "import { useState, useEffect } from 'react'; export function useConsent() { const [c, setC] = useState({ marketing: false }); useEffect(() => { const v = localStorage.getItem('consent'); if (v) setC(JSON.parse(v)); }, []); return c; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 context provider in the file, starts false',
    "import { createContext, useContext, useState } from 'react'; const Ctx = createContext({ ok: false }); function Provider({ children }) { const [ok, setOk] = useState(false); return <Ctx.Provider value={{ ok, accept: () => setOk(true) }}>{children}</Ctx.Provider>; } function Pixel() { const { ok } = useContext(Ctx); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; } function Banner() { const { accept } = useContext(Ctx); return <button onClick={accept}>Accept all cookies</button>; } export default function App() { return <Provider><Pixel /><Banner /></Provider>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 context provider that starts true',
    "import { createContext, useContext, useState } from 'react'; const Ctx = createContext(null); function Provider({ children }) { const [ok] = useState(true); return <Ctx.Provider value={ok}>{children}</Ctx.Provider>; } function Pixel() { const ok = useContext(Ctx); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; } export default function App() { return <Provider><Pixel /></Provider>; }",
    'runs',
    'jsx',
  ],
  [
    '116 context in another file',
    "import { ConsentProvider } from './ctx'; import Pixel from './Pixel'; export default function App() { return <ConsentProvider><Pixel /></ConsentProvider>; }\n" +
      '=== ctx.jsx\n' +
      "import { createContext, useContext, useState, useEffect } from 'react'; const Ctx = createContext(); export function ConsentProvider({ children }) { const [consent, setConsent] = useState('pending'); useEffect(() => { const s = localStorage.getItem('consent'); if (s) setConsent(s); }, []); return <Ctx.Provider value={{ consent, setConsent }}>{children}</Ctx.Provider>; } export const useConsent = () => useContext(Ctx);\n" +
      '=== Pixel.jsx\n' +
      "import { useEffect } from 'react'; import { useConsent } from './ctx'; LOADS export default function Pixel() { const { consent } = useConsent(); useEffect(() => { if (consent !== 'accepted') return; loadPixel(); }, [consent]); return null; }",
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 zustand store, starts false',
    "import { create } from 'zustand'; const useStore = create((set) => ({ marketing: false, accept: () => set({ marketing: true }) })); export default function P() { const marketing = useStore((s) => s.marketing); const accept = useStore((s) => s.accept); return <div><button onClick={accept}>Accept</button>{marketing && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</div>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 zustand store, starts true',
    "import { create } from 'zustand'; const useStore = create((set) => ({ marketing: true })); export default function P() { const marketing = useStore((s) => s.marketing); return <>{marketing && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</>; }",
    'runs',
    'jsx',
  ],
  [
    '116 zustand store, persisted',
    "import { create } from 'zustand'; import { persist } from 'zustand/middleware'; const useStore = create()(persist((set) => ({ consent: null, setConsent: (c) => set({ consent: c }) }), { name: 'consent' })); export default function P() { const { consent } = useStore(); if (consent !== 'granted') return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }",
    'blocked a:runs',
    'tsx',
  ],
  [
    '116 zustand store read by getState',
    "import { create } from 'zustand'; const useStore = create((set) => ({ ok: false })); LOADS if (useStore.getState().ok) loadPixel();",
    'blocked',
    'js',
  ],
  [
    '116 redux toolkit slice, starts false',
    "import { createSlice, configureStore } from '@reduxjs/toolkit'; import { useSelector } from 'react-redux'; const slice = createSlice({ name: 'consent', initialState: { marketing: false }, reducers: { accept(state) { state.marketing = true; } } }); export default function P() { const marketing = useSelector((s) => s.consent.marketing); return marketing ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'unknown',
    'jsx',
  ],
  [
    '116 jotai atom, starts false',
    "import { atom, useAtom } from 'jotai'; const okAtom = atom(false); export default function P() { const [ok, setOk] = useAtom(okAtom); return <div><button onClick={() => setOk(true)}>Accept all</button>{ok && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</div>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 jotai atom with storage',
    "import { useAtomValue } from 'jotai'; import { atomWithStorage } from 'jotai/utils'; const consentAtom = atomWithStorage('consent', false); export default function P() { const ok = useAtomValue(consentAtom); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 jotai atom, starts true',
    "import { atom, useAtomValue } from 'jotai'; const okAtom = atom(true); export default function P() { const ok = useAtomValue(okAtom); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'runs',
    'jsx',
  ],
  [
    '116 nanostores atom',
    "import { atom } from 'nanostores'; import { useStore } from '@nanostores/react'; const $consent = atom(false); export default function P() { const ok = useStore($consent); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked',
    'jsx',
  ],
  [
    '116 nanostores persistent',
    "import { persistentAtom } from '@nanostores/persistent'; import { useStore } from '@nanostores/react'; const $consent = persistentAtom('consent', ''); export default function P() { const c = useStore($consent); return c === 'yes' ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 useLocalStorage, positive',
    "import { useLocalStorage } from 'usehooks-ts'; export default function P() { const [c] = useLocalStorage('consent', false); return c ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 useLocalStorage, default true',
    "import { useLocalStorage } from 'usehooks-ts'; export default function P() { const [c] = useLocalStorage('consent', true); return c ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'runs',
    'jsx',
  ],
  [
    '116 js-cookie in an effect',
    "import Cookies from 'js-cookie'; import { useEffect } from 'react'; LOADS export default function P() { useEffect(() => { if (Cookies.get('consent') === 'true') loadPixel(); }, []); return null; }",
    'blocked r:blocked a:runs',
    'jsx',
  ],
  [
    '116 ternary with null first',
    "export default function P({ children }) { const accepted = localStorage.getItem('c') === '1'; return accepted ? null : <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }",
    'runs a:blocked',
    'jsx',
  ],
  [
    '116 ternary',
    "export default function P() { const accepted = localStorage.getItem('c') === '1'; return accepted ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : <p>no</p>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 nullish default',
    "export default function P() { const c = JSON.parse(localStorage.getItem('c') ?? '{}'); return <>{(c.marketing ?? true) && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</>; }",
    'runs',
    'jsx',
  ],
  [
    '116 nullish default denied',
    "export default function P() { const c = JSON.parse(localStorage.getItem('c') ?? '{}'); return <>{(c.marketing ?? false) && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 portal',
    "import { createPortal } from 'react-dom'; export default function P() { return createPortal(<script dangerouslySetInnerHTML={{ __html: `PIX` }} />, document.body); }",
    'runs',
    'jsx',
  ],
  [
    '116 lazy component, ungated',
    "import { lazy, Suspense } from 'react'; const Pixel = lazy(() => import('./Pixel')); export default function P() { return <Suspense fallback={null}><Pixel /></Suspense>; }\n" +
      '=== Pixel.jsx\n' +
      'export default function Pixel() { return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }',
    'runs',
    'jsx',
  ],
  [
    '116 lazy component, gated',
    "import { lazy, Suspense } from 'react'; const Pixel = lazy(() => import('./Pixel')); export default function P() { const ok = localStorage.getItem('consent') === 'yes'; return ok ? <Suspense fallback={null}><Pixel /></Suspense> : null; }\n" +
      '=== Pixel.jsx\n' +
      'export default function Pixel() { return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }',
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 dynamic import of a helper, gated',
    "import { useEffect } from 'react'; export default function P() { useEffect(() => { if (localStorage.getItem('c') === 'yes') import('./pixel').then(({ initPixel }) => initPixel()); }, []); return null; }\n" +
      '=== pixel.js\n' +
      'export function initPixel() { PIX }',
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 dynamic import of a package, ungated',
    "import { useEffect } from 'react'; export default function P() { useEffect(() => { import('react-facebook-pixel').then((x) => x.default).then((ReactPixel) => { ReactPixel.init('1234567890'); ReactPixel.pageView(); }); }, []); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 dynamic import of a package, awaited and gated',
    "import { useEffect } from 'react'; export default function P() { useEffect(() => { const run = async () => { if (document.cookie.includes('consent=yes')) { const { default: ReactPixel } = await import('react-facebook-pixel'); ReactPixel.init('1234567890'); } }; run(); }, []); return null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 useReducer, starts denied',
    "import { useReducer } from 'react'; function r(s, a) { return a.type === 'accept' ? { ok: true } : s; } export default function P() { const [s, dispatch] = useReducer(r, { ok: false }); return <div><button onClick={() => dispatch({ type: 'accept' })}>Accept all</button>{s.ok && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</div>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 useSyncExternalStore',
    "import { useSyncExternalStore } from 'react'; export default function P() { const ok = useSyncExternalStore(() => () => {}, () => localStorage.getItem('consent') === 'yes', () => false); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 useMemo',
    "import { useMemo } from 'react'; export default function P() { const ok = useMemo(() => localStorage.getItem('consent') === 'yes', []); return ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 ref guard',
    "import { useEffect, useRef } from 'react'; LOADS export default function P() { const done = useRef(false); useEffect(() => { if (done.current) return; done.current = true; loadPixel(); }, []); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 route change effect',
    "import { usePathname } from 'next/navigation'; import { useEffect } from 'react'; export default function P() { const path = usePathname(); useEffect(() => { PIX }, [path]); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 class component didMount',
    "import React from 'react'; LOADS export default class P extends React.Component { componentDidMount() { loadPixel(); } render() { return null; } }",
    'runs',
    'jsx',
  ],
  [
    '116 class component state gate',
    "import React from 'react'; export default class P extends React.Component { state = { ok: false }; componentDidMount() { if (localStorage.getItem('consent') === 'yes') this.setState({ ok: true }); } render() { return this.state.ok ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; } }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 higher-order component',
    "function withConsent(C) { return function W(p) { const ok = localStorage.getItem('consent') === 'yes'; return ok ? <C {...p} /> : null; }; } const Pixel = () => <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; export default withConsent(Pixel);",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 gate component with children',
    "function Gate({ children }) { const ok = localStorage.getItem('consent') === 'yes'; return ok ? <>{children}</> : null; } export default function P() { return <Gate><script dangerouslySetInnerHTML={{ __html: `PIX` }} /></Gate>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 gate component with render prop',
    "function Gate({ render }) { const ok = localStorage.getItem('consent') === 'yes'; return ok ? render() : null; } export default function P() { return <Gate render={() => <script dangerouslySetInnerHTML={{ __html: `PIX` }} />} />; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 gate component that never gates',
    'function Gate({ children }) { return <div className="consent">{children}</div>; } export default function P() { return <Gate><script dangerouslySetInnerHTML={{ __html: `PIX` }} /></Gate>; }',
    'runs',
    'jsx',
  ],
  [
    '116 createElement, gated',
    "import React from 'react'; export default function P() { const ok = localStorage.getItem('consent') === 'yes'; return ok ? React.createElement('script', { dangerouslySetInnerHTML: { __html: `PIX` } }) : null; }",
    'blocked a:runs',
    'js',
  ],
  [
    '116 createElement of a component',
    "import { createElement } from 'react'; function Pixel() { return createElement('script', { src: 'SRC' }); } export default function P() { return createElement('div', null, createElement(Pixel)); }",
    'runs',
    'js',
  ],
  [
    '116 main.jsx renders the app',
    "import { createRoot } from 'react-dom/client'; import { Pixel } from './Pixel'; createRoot(document.getElementById('root')).render(<Pixel />);\n" +
      '=== Pixel.jsx\n' +
      'export const Pixel = () => <script dangerouslySetInnerHTML={{ __html: `PIX` }} />;',
    'runs',
    'jsx',
  ],
  [
    '116 useEffect returns cleanup',
    "import { useEffect } from 'react'; export default function P() { useEffect(() => { const t = setTimeout(() => { PIX }, 2000); return () => clearTimeout(t); }, []); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 useRouter events',
    "import { useRouter } from 'next/router'; import { useEffect } from 'react'; LOADS export default function A() { const router = useRouter(); useEffect(() => { router.events.on('routeChangeComplete', loadPixel); return () => router.events.off('routeChangeComplete', loadPixel); }, [router.events]); return null; }",
    'runs',
    'jsx',
  ],
  [
    '116 feature flag around the component',
    "import { useFlags } from 'flags'; export default function P() { const { pixel } = useFlags(); return pixel ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'runs',
    'jsx',
  ],
  [
    '116 early return on admin',
    'export default function P({ user }) { if (user?.isAdmin) return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }',
    'runs',
    'jsx',
  ],
  [
    '116 session check',
    "import { useSession } from 'next-auth/react'; export default function P() { const { data } = useSession(); if (!data) return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }",
    'runs',
    'jsx',
  ],
  [
    '116 country check',
    "export default function P({ country }) { return country !== 'SE' ? <script dangerouslySetInnerHTML={{ __html: `PIX` }} /> : null; }",
    'runs',
    'jsx',
  ],
  [
    '116 GPC check alone',
    'export default function P() { if (navigator.globalPrivacyControl) return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }',
    'runs',
    'jsx',
  ],
  [
    '116 two hooks, one gate',
    "export default function P() { const mounted = useMounted(); const ok = localStorage.getItem('consent') === '1'; if (!mounted || !ok) return null; return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 switch over a status',
    "export default function P() { const s = localStorage.getItem('consent'); switch (s) { case 'granted': return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; default: return null; } }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 map over services',
    "const services = [{ id: 'meta', src: 'SRC' }]; export default function P() { return <>{services.map((s) => <script key={s.id} src={s.src} />)}</>; }",
    'runs',
    'jsx',
  ],
  [
    '116 map over services, filtered by choices',
    "const services = [{ id: 'meta', cat: 'marketing', src: 'SRC' }]; export default function P() { const c = JSON.parse(localStorage.getItem('consent') || '{}'); return <>{services.filter((s) => c[s.cat]).map((s) => <script key={s.id} src={s.src} />)}</>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 ErrorBoundary and StrictMode',
    "import { StrictMode } from 'react'; export default function A() { return <StrictMode><ErrorBoundary><script dangerouslySetInnerHTML={{ __html: `PIX` }} /></ErrorBoundary></StrictMode>; }",
    'runs',
    'jsx',
  ],
  [
    '116 memo',
    "import { memo } from 'react'; const Pixel = memo(function Pixel() { return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; }); export default Pixel;",
    'runs',
    'jsx',
  ],
  [
    '116 forwardRef',
    "import { forwardRef } from 'react'; export const P = forwardRef((props, ref) => <script dangerouslySetInnerHTML={{ __html: `PIX` }} />);",
    'runs',
    'jsx',
  ],
  [
    '116 export list',
    'function Pixel() { return <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; } export { Pixel };',
    'runs',
    'jsx',
  ],
  [
    '116 export list, renamed default',
    'const Pixel = () => <script dangerouslySetInnerHTML={{ __html: `PIX` }} />; export { Pixel as default };',
    'runs',
    'jsx',
  ],
  [
    '116 anonymous default arrow',
    'export default () => { useEffect(() => { PIX }, []); return null; };',
    'runs',
    'jsx',
  ],
  [
    '116 cookie read in effect',
    "import { useEffect } from 'react'; export default function M() { function getCookie(name) { const value = `; ${document.cookie}`; const parts = value.split(`; ${name}=`); if (parts.length === 2) return parts.pop().split(';').shift(); return null; } useEffect(() => { const c = getCookie('cookie_consent'); if (!c) return; PIX }, []); return null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 cookie read in effect try',
    "import { useEffect } from 'react'; export default function M() { function getCookie(name) { const value = `; ${document.cookie}`; const parts = value.split(`; ${name}=`); if (parts.length === 2) return parts.pop().split(';').shift(); return null; } useEffect(() => { const c = getCookie('cookie_consent'); if (!c) return; try { const p = JSON.parse(c); if (!p.marketing) return; } catch (e) { return; } PIX }, []); return null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 cookie read in two effects',
    "import { useEffect, useState } from 'react'; function getCookie(name) { const value = `; ${document.cookie}`; const parts = value.split(`; ${name}=`); if (parts.length === 2) return parts.pop().split(';').shift(); return null; } export default function M() { const [ok, set] = useState(false); useEffect(() => { const c = getCookie('x'); if (c) { const p = JSON.parse(c); if (p.analytics) { set(true); } } }, []); useEffect(() => { if (!ok) return; PIX }, [ok]); return null; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 cookie read in banner with preferences that start ticked',
    "import { useEffect, useState } from 'react'; function getCookie(name) { const v = `; ${document.cookie}`; const p = v.split(`; ${name}=`); if (p.length === 2) return p.pop().split(';').shift(); return null; } function setCookie(n, v) { document.cookie = n + '=' + (v || '') + '; path=/'; } function Pixel() { useEffect(() => { const c = getCookie('cookie_consent'); if (!c) return; if (!JSON.parse(c).marketing) return; PIX }, []); return null; } function CookieBanner() { const [prefs, setPrefs] = useState({ essential: true, marketing: true }); const save = () => { setCookie('cookie_consent', JSON.stringify(prefs)); window.location.reload(); }; return <div><button onClick={save}>Save preferences</button></div>; } export default function App() { return <><Pixel /><CookieBanner /></>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 cookie read in banner by class',
    "import { useEffect } from 'react'; function getCookie(name) { const v = `; ${document.cookie}`; const p = v.split(`; ${name}=`); if (p.length === 2) return p.pop().split(';').shift(); return null; } function setCookie(n, v) { document.cookie = n + '=' + (v || '') + '; path=/'; } function Pixel() { useEffect(() => { if (!getCookie('choice')) return; PIX }, []); return null; } function Bar() { return <div className=\"cookie-bar\"><p>We use cookies</p><button onClick={() => setCookie('choice', 'x')}>Continue</button></div>; } export default function App() { return <><Pixel /><Bar /></>; }",
    'blocked',
    'jsx',
  ],
  [
    '116 cookie read in ordinary button that stores',
    "import { useEffect } from 'react'; function getCookie(name) { const v = `; ${document.cookie}`; const p = v.split(`; ${name}=`); if (p.length === 2) return p.pop().split(';').shift(); return null; } function setCookie(n, v) { document.cookie = n + '=' + (v || '') + '; path=/'; } function Pixel() { useEffect(() => { if (!getCookie('cart')) return; PIX }, []); return null; } function Cart() { return <div><button onClick={() => setCookie('cart', 'x')}>Buy</button></div>; } export default function App() { return <><Pixel /><Cart /></>; }",
    'blocked',
    'jsx',
  ],
  [
    '116 cookie read in cookie written between renders',
    "import { useEffect, useState } from 'react'; function getCookie(name) { const v = `; ${document.cookie}`; const p = v.split(`; ${name}=`); if (p.length === 2) return p.pop().split(';').shift(); return null; } function setCookie(n, v) { document.cookie = n + '=' + (v || '') + '; path=/'; } function Pixel() { useEffect(() => { const c = getCookie('cookie_consent'); if (!c) return; PIX }, []); return null; } function Popup() { const [open, setOpen] = useState(false); useEffect(() => { setOpen(true); }, []); const close = (id) => { setCookie('popup_' + id, 'true'); setOpen(false); }; return open ? <button onClick={() => close(1)}>x</button> : null; } export default function App() { return <><Pixel /><Popup /></>; }",
    'blocked a:runs',
    'jsx',
  ],
];

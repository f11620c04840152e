import type { Case } from './support.ts';

/** Remix, Solid, Qwik, custom elements. */
export const otherFrameworkCases: readonly Case[] = [
  [
    '116 remix root',
    'export default function App() { return <html><head><script dangerouslySetInnerHTML={{ __html: `PIX` }} /></head><body /></html>; }',
    'runs',
    'root.tsx',
  ],
  [
    '116 remix entry client',
    "import { hydrateRoot } from 'react-dom/client'; import { startTransition } from 'react'; LOADS startTransition(() => { hydrateRoot(document, null); }); loadPixel();",
    'runs',
    'entry.client.tsx',
  ],
  [
    '116 remix loader data',
    "import { useLoaderData } from '@remix-run/react'; export default function App() { const { hasConsent } = useLoaderData(); return <html><head>{hasConsent && <script dangerouslySetInnerHTML={{ __html: `PIX` }} />}</head></html>; }",
    'unknown',
    'root.tsx',
  ],
  [
    '116 next instrumentation-client',
    "import posthog from 'posthog-js'; posthog.init('x');",
    'runs @posthog',
    'instrumentation-client.ts',
  ],
  [
    '116 solid',
    "import { onMount, createSignal, Show } from 'solid-js'; LOADS export default function P() { onMount(() => loadPixel()); return <div/>; }",
    'runs',
    'jsx',
  ],
  [
    '116 solid signal gate',
    "import { createSignal, createEffect } from 'solid-js'; LOADS export default function P() { const [ok, setOk] = createSignal(false); createEffect(() => { if (ok()) loadPixel(); }); return <button onClick={() => setOk(true)}>Accept all</button>; }",
    'blocked a:runs',
    'jsx',
  ],
  [
    '116 qwik visible task',
    "import { component$, useVisibleTask$ } from '@builder.io/qwik'; export default component$(() => { useVisibleTask$(() => { PIX }); return <div/>; });",
    'runs',
    'jsx',
  ],
  [
    '116 lit connectedCallback',
    "class P extends HTMLElement { connectedCallback() { PIX } } customElements.define('p-x', P);",
    'runs',
    'js',
  ],
  [
    '116 router events, afterInteractive',
    "import Router from 'next/router'; LOADS Router.events.on('routeChangeComplete', () => loadPixel());",
    'runs',
    'js',
  ],
];

import type { Case } from './support.ts';

/** More of Svelte. */
export const svelteStateCases: readonly Case[] = [
  [
    '120 svelte onMount gated',
    "<script>import { onMount } from 'svelte'; LOADS onMount(() => { if (localStorage.getItem('c') === 'yes') loadPixel(); });</script>",
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte reactive statement',
    '<script>let ok = false; LOADS $: if (ok) loadPixel();</script><button on:click={() => ok = true}>Accept all</button>',
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte reactive block, true',
    '<script>let ok = true; LOADS $: { if (ok) { loadPixel(); } }</script>',
    'runs',
    'svelte',
  ],
  [
    '120 svelte 5 state',
    '<script>let ok = $state(false); LOADS $effect(() => { if (ok) loadPixel(); });</script><button onclick={() => (ok = true)}>Accept all</button>',
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte 5 effect from storage',
    "<script>let ok = $state(false); LOADS $effect(() => { ok = localStorage.getItem('c') === 'yes'; }); $effect(() => { if (ok) loadPixel(); });</script>",
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte 5 derived',
    "<script>let c = $state(localStorage.getItem('c')); let ok = $derived(c === 'yes'); </script><svelte:head>{#if ok}<script src=\"SRC\"></script>{/if}</svelte:head>",
    'blocked a:runs',
    'svelte',
  ],
  ['120 svelte head ungated', '<svelte:head><script src="SRC" async></script></svelte:head>', 'runs', 'svelte'],
  [
    '120 svelte html tag',
    '<script>const code = `<script>PIX<\\/script>`;</script><svelte:head>{@html code}</svelte:head>',
    'runs',
    'svelte',
  ],
  [
    '120 svelte else',
    '<script>let ok = localStorage.getItem(\'c\') === \'no\';</script><svelte:head>{#if ok}<meta name="a">{:else}<script src="SRC"></script>{/if}</svelte:head>',
    'runs r:blocked',
    'svelte',
  ],
  [
    '120 svelte await ungated',
    '<svelte:head>{#await import(\'./x\') then x}<script src="SRC"></script>{/await}</svelte:head>',
    'runs',
    'svelte',
  ],
  [
    '120 svelte store file',
    "<script>import { consent } from './stores'; LOADS $: if ($consent === 'granted') loadPixel();</script>\n" +
      '=== stores.js\n' +
      "import { writable } from 'svelte/store'; export const consent = writable(null);",
    'blocked',
    'svelte',
  ],
  [
    '120 svelte store subscribed',
    "<script>import { consent } from './stores'; LOADS consent.subscribe((v) => { if (v === 'granted') loadPixel(); });</script>\n" +
      '=== stores.js\n' +
      "import { writable } from 'svelte/store'; export const consent = writable(typeof localStorage !== 'undefined' ? localStorage.getItem('consent') : null);",
    'blocked a:runs',
    'svelte',
  ],
  ['120 svelte action', '<script>function pixel(node) { PIX }</script><div use:pixel></div>', 'runs', 'svelte'],
  [
    '120 svelte action gated by if',
    "<script>function pixel(node) { PIX } let ok = localStorage.getItem('c') === 'yes';</script>{#if ok}<div use:pixel></div>{/if}",
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte browser guard',
    "<script>import { browser } from '$app/environment'; if (browser) { PIX }</script>",
    'runs',
    'svelte',
  ],
  [
    '120 svelte afterNavigate',
    "<script>import { afterNavigate } from '$app/navigation'; LOADS afterNavigate(() => { loadPixel(); });</script>",
    'runs',
    'svelte',
  ],
  [
    '120 svelte rune class',
    '<script>class C { ok = $state(false); accept() { this.ok = true; } } const c = new C(); LOADS $effect(() => { if (c.ok) loadPixel(); });</script><button onclick={() => c.accept()}>Accept all</button>',
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte rune module',
    "<script>import { consent } from './consent.svelte.js'; LOADS $effect(() => { if (consent.marketing) loadPixel(); });</script>\n" +
      '=== consent.svelte.js\n' +
      'export const consent = $state({ marketing: false });',
    'blocked',
    'svelte',
  ],
  [
    '120 svelte snippet child',
    '<script>import Gate from \'./Gate.svelte\';</script><Gate><script src="SRC"></script></Gate>\n' +
      '=== Gate.svelte\n' +
      "<script>let { children } = $props(); const ok = localStorage.getItem('c') === 'yes';</script>{#if ok}{@render children()}{/if}",
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte slot gate',
    '<script>import Gate from \'./Gate.svelte\';</script><Gate><script src="SRC"></script></Gate>\n' +
      '=== Gate.svelte\n' +
      "<script>const ok = localStorage.getItem('c') === 'yes';</script>{#if ok}<slot />{/if}",
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 sveltekit app.html',
    '<!doctype html><html><head>%sveltekit.head%TAG</head><body>%sveltekit.body%</body></html>',
    'runs',
    'html',
  ],
  ['120 sveltekit hooks.client', 'PIX export function handleError() {}', 'runs', 'hooks.client.ts'],
  [
    '120 svelte page store',
    "<script>import { page } from '$app/stores'; LOADS $: if ($page.url.pathname) loadPixel();</script>",
    'runs',
    'svelte',
  ],
  [
    '120 svelte persisted store',
    "<script>import { persisted } from 'svelte-persisted-store'; const c = persisted('consent', false); LOADS $: if ($c) loadPixel();</script>",
    'blocked a:runs',
    'svelte',
  ],
  [
    '120 svelte context',
    "<script>import { getContext } from 'svelte'; LOADS const consent = getContext('consent'); if (consent.marketing) loadPixel();</script>",
    'unknown',
    'svelte',
  ],
  [
    '120 svelte data',
    "<script>export let data; LOADS if (data.consent === 'yes') loadPixel();</script>",
    'unknown',
    'svelte',
  ],
  [
    '120 svelte each',
    "<script>const list = ['SRC'];</script><svelte:head>{#each list as s}<script src={s}></script>{/each}</svelte:head>",
    'runs',
    'svelte',
  ],
  ['120 svelte key', '<svelte:head>{#key 1}<script src="SRC"></script>{/key}</svelte:head>', 'runs', 'svelte'],
  [
    '120 svelte store made in the browser',
    "<script>import { browser } from '$app/environment'; import { writable } from 'svelte/store'; let choice; if (browser) { choice = writable(window.localStorage.getItem('choice') ?? 'undefined'); choice.subscribe((v) => (localStorage.choice = v)); }</script>{#if $choice == 'undefined'}<button on:click={() => { $choice = true }}>Accept</button>{/if}<svelte:head>{#if $choice == true}<script src=\"SRC\"></script>{/if}</svelte:head>",
    'blocked',
    'svelte',
  ],
];

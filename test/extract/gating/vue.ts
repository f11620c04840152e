import type { Case } from './support.ts';

const sfc = (script: string, template = '<div></div>', attributes = 'setup'): string =>
  `<template>\n  ${template}\n</template>\n\n<script ${attributes}>\n${script}\n</script>\n`;
const TAG = `<component :is="'script'" src="SRC" />`;

/** Vue components and Nuxt pages. */
export const vueCases: readonly Case[] = [
  ['119 mounted hook', sfc(`import { onMounted } from 'vue'; LOADS onMounted(() => loadPixel());`), 'runs', 'vue'],
  [
    '119 mounted hook before the function',
    sfc(`onMounted(() => loadPixel()); const loadPixel = () => { PIX };`),
    'runs',
    'vue',
  ],
  ['119 top level of the set-up', sfc(`PIX`), 'runs', 'vue'],
  [
    '119 hook and stored choice',
    sfc(`LOADS onMounted(() => { if (localStorage.getItem('consent') === 'granted') loadPixel(); });`),
    'blocked r:blocked a:runs',
    'vue',
  ],
  [
    '119 hook and opt-out',
    sfc(`LOADS onMounted(() => { if (localStorage.getItem('consent') !== 'declined') loadPixel(); });`),
    'runs r:blocked',
    'vue',
  ],
  [
    '119 v-if on a reference that starts false',
    sfc(`const ok = ref(false);`, `<component :is="'script'" v-if="ok" src="SRC" />`),
    'blocked',
    'vue',
  ],
  [
    '119 v-if on a reference that starts true',
    sfc(`const ok = ref(true);`, `<component :is="'script'" v-if="ok" src="SRC" />`),
    'runs',
    'vue',
  ],
  ['119 v-show is no gate', sfc(`const ok = ref(false);`, `<div v-show="ok">${TAG}</div>`), 'runs', 'vue'],
  [
    '119 reference set by the accept button',
    sfc(
      `const ok = ref(false);`,
      `<div><button @click="ok = true">Accept all</button><component :is="'script'" v-if="ok" src="SRC" /></div>`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 reference set by a method of the accept button',
    sfc(
      `const ok = ref(false); function accept() { ok.value = true; }`,
      `<div><button class="accept" @click="accept">Godkänn alla</button><component :is="'script'" v-if="ok" src="SRC" /></div>`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 reference set on mount from storage',
    sfc(
      `const ok = ref(false); onMounted(() => { ok.value = localStorage.getItem('consent') === 'yes'; });`,
      `<component :is="'script'" v-if="ok" src="SRC" />`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 reference set on mount without a test',
    sfc(
      `const mounted = ref(false); onMounted(() => { mounted.value = true; });`,
      `<component :is="'script'" v-if="mounted" src="SRC" />`,
    ),
    'runs',
    'vue',
  ],
  [
    '119 else branch',
    sfc(
      `const ok = ref(false);`,
      `<p v-if="ok">thanks</p>\n<!-- later --><component :is="'script'" v-else src="SRC" />`,
    ),
    'runs',
    'vue',
  ],
  [
    '119 else-if',
    sfc(
      `const choice = useCookie('consent');`,
      `<p v-if="!choice">ask</p><component :is="'script'" v-else-if="choice === 'all'" src="SRC" /><p v-else>no</p>`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 hook of the site, destructured',
    sfc(`const { consent } = useConsent();`, `<component :is="'script'" v-if="consent.marketing" src="SRC" />`),
    'unknown',
    'vue',
  ],
  [
    '119 environment',
    sfc(`const isProd = import.meta.env.PROD;`, `<component :is="'script'" v-if="isProd" src="SRC" />`),
    'runs',
    'vue',
  ],
  [
    '119 feature flag',
    sfc(`const config = useRuntimeConfig();`, `<component :is="'script'" v-if="config.public.pixelId" src="SRC" />`),
    'runs',
    'vue',
  ],
  [
    '119 cookie of the framework',
    sfc(`LOADS const c = useCookie('cookie-consent'); if (c.value === 'accepted') loadPixel();`),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 cookie with a default that grants',
    sfc(
      `LOADS const c = useCookie('cookie-consent', { default: () => 'accepted' }); if (c.value === 'accepted') loadPixel();`,
    ),
    'runs',
    'vue',
  ],
  [
    '119 computed',
    sfc(
      `const c = useCookie('consent'); const ok = computed(() => c.value === 'marketing');`,
      `<component :is="'script'" v-if="ok" src="SRC" />`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 computed, turned round',
    sfc(
      `const c = useCookie('consent'); const ok = computed(() => c.value !== 'denied');`,
      `<component :is="'script'" v-if="ok" src="SRC" />`,
    ),
    'runs',
    'vue',
  ],
  [
    '119 watch on a reference',
    sfc(
      `LOADS const ok = ref(false); watch(ok, (value) => { if (value) loadPixel(); });`,
      `<button @click="ok = true">Accept</button>`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 watch on a reference that nothing sets',
    sfc(`LOADS const ok = ref(false); watch(ok, () => loadPixel());`),
    'blocked',
    'vue',
  ],
  [
    '119 watch with immediate',
    sfc(`LOADS const ok = ref(true); watch(ok, (v) => { if (v) loadPixel(); }, { immediate: true });`),
    'runs',
    'vue',
  ],
  [
    '119 watch on a hook of the site',
    sfc(
      `LOADS const consent = useCookieConsent(); watch(() => consent.marketing, (ok) => { if (ok) loadPixel(); }, { immediate: true });`,
    ),
    'unknown',
    'vue',
  ],
  [
    '119 watch on the route',
    sfc(`LOADS const route = useRoute(); watch(() => route.path, () => loadPixel());`),
    'runs',
    'vue',
  ],
  [
    '119 effect',
    sfc(
      `LOADS const ok = ref(false); watchEffect(() => { if (ok.value) loadPixel(); });`,
      `<button id="accept" @click="ok = true">OK</button>`,
    ),
    'blocked a:runs',
    'vue',
  ],
  ['119 effect without a test', sfc(`LOADS watchEffect(() => { loadPixel(); });`), 'runs', 'vue'],
  ['119 head', sfc(`useHead({ script: [{ src: 'SRC', async: true }] });`), 'runs', 'vue'],
  ['119 head, inline', sfc('useHead({ script: [{ innerHTML: `PIX` }] });'), 'runs', 'vue'],
  [
    '119 head, conditional',
    sfc(`const c = useCookie('consent'); if (c.value === 'yes') useHead({ script: [{ src: 'SRC' }] });`),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 head, computed list',
    sfc(
      `const c = useCookie('consent'); useHead({ script: computed(() => c.value === 'yes' ? [{ src: 'SRC' }] : []) });`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 head, parked',
    sfc(
      `useHead({ script: [{ src: 'https://consent.cookiebot.com/uc.js' }, { type: 'text/plain', 'data-cookieconsent': 'marketing', innerHTML: \`PIX\` }] });`,
    ),
    'blocked m:runs',
    'vue',
  ],
  ['119 script of the framework', sfc(`useScript('SRC');`), 'runs', 'vue'],
  [
    '119 script of the framework, held until consent',
    sfc(`const trigger = useScriptTriggerConsent(); useScript('SRC', { trigger });`),
    'unknown',
    'vue',
  ],
  [
    '119 script of the framework, held until a reference',
    sfc(`const ok = ref(false); useScript('SRC', { trigger: ok });`, `<button @click="ok = true">Accept</button>`),
    'blocked a:runs',
    'vue',
  ],
  ['119 registry', sfc(`useScriptMetaPixel({ id: '123' });`), 'runs', 'vue'],
  [
    '119 registry, trigger that is no choice',
    sfc(`useScriptMetaPixel({ id: '123', scriptOptions: { trigger: 'onNuxtReady' } });`),
    'runs',
    'vue',
  ],
  [
    '119 registry, held until consent',
    sfc(
      `const ok = ref(false); useScriptMetaPixel({ id: '123', scriptOptions: { trigger: useScriptTriggerConsent({ consent: ok }) } });`,
      `<button @click="ok = true">Accept</button>`,
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 options: mounted',
    sfc(`LOADS export default { mounted() { loadPixel(); } };`, '<div></div>', ''),
    'runs',
    'vue',
  ],
  [
    '119 options: method called on mount',
    sfc(`export default { mounted() { this.load(); }, methods: { load() { PIX } } };`, '<div></div>', ''),
    'runs',
    'vue',
  ],
  [
    '119 options: method that nothing calls',
    sfc(`export default { methods: { load() { PIX } } };`, '<div></div>', ''),
    'blocked',
    'vue',
  ],
  [
    '119 options: data that starts false',
    sfc(`export default { data() { return { ok: false }; } };`, `<component :is="'script'" v-if="ok" src="SRC" />`, ''),
    'blocked',
    'vue',
  ],
  [
    '119 options: data set by the button',
    sfc(
      `export default { data: () => ({ ok: false }), methods: { accept() { this.ok = true; } } };`,
      `<div><button @click="accept">Acceptera</button><component :is="'script'" v-if="ok" src="SRC" /></div>`,
      '',
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 options: data set on creation from a cookie',
    sfc(
      `import Cookies from 'js-cookie'; export default { data() { return { ok: false }; }, created() { this.ok = Cookies.get('consent') === 'true'; } };`,
      `<component :is="'script'" v-if="ok" src="SRC" />`,
      '',
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 options: computed of a store',
    sfc(
      `export default { computed: { allowed() { return this.$store.state.consent.marketing; } }, mounted() { if (this.allowed) { PIX } } };`,
      '<div></div>',
      '',
    ),
    'unknown',
    'vue',
  ],
  [
    '119 options: watch',
    sfc(
      `LOADS export default { data() { return { ok: false }; }, watch: { ok(value) { if (value) loadPixel(); } } };`,
      `<button @click="ok = true">Accept cookies</button>`,
      '',
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 options: watch the route',
    sfc(`LOADS export default { watch: { $route() { loadPixel(); } } };`, '<div></div>', ''),
    'runs',
    'vue',
  ],
  [
    '119 options: head',
    sfc(`export default { head() { return { script: [{ hid: 'fb', src: 'SRC' }] }; } };`, '<div></div>', ''),
    'runs',
    'vue',
  ],
  [
    '119 options: metaInfo that is skipped',
    sfc(
      `export default { data() { return { ok: false }; }, metaInfo() { return { script: [{ src: 'SRC', skip: !this.ok }] }; } };`,
      '<div></div>',
      '',
    ),
    'blocked',
    'vue',
  ],
  [
    '119 options: defined by a function',
    sfc(
      `import { defineComponent, ref, onMounted } from 'vue'; LOADS export default defineComponent({ name: 'Pixel', setup() { const ok = ref(false); onMounted(() => { if (document.cookie.includes('consent=yes')) loadPixel(); }); return { ok }; } });`,
      '<div></div>',
      'lang="ts"',
    ),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 options: set-up that returns what the template shows',
    sfc(
      `export default { setup() { const ok = ref(false); return { ok }; } };`,
      `<component :is="'script'" v-if="ok" src="SRC" />`,
      '',
    ),
    'blocked',
    'vue',
  ],
  [
    '119 TypeScript',
    sfc(
      `interface Props { id: string } const props = defineProps<Props>(); const ok = ref<boolean>(false);\nonMounted((): void => { if (ok.value) { PIX } });`,
      '<div></div>',
      'setup lang="ts"',
    ),
    'blocked',
    'vue',
  ],
  [
    '119 TypeScript without a gate',
    sfc(
      `const props = defineProps<{ id: string }>(); onMounted((): void => { PIX });`,
      '<div></div>',
      'setup lang="ts"',
    ),
    'runs',
    'vue',
  ],
  [
    '119 property of consent',
    sfc(
      `const props = defineProps({ consent: Object });`,
      `<component :is="'script'" v-if="consent.marketing" src="SRC" />`,
    ),
    'unknown',
    'vue',
  ],
  [
    '119 wrapper out of sight',
    sfc(`import ConsentGate from './Gate.vue';`, `<ConsentGate category="marketing">${TAG}</ConsentGate>`),
    'unknown',
    'vue',
  ],
  [
    '119 slot of a wrapper that tells',
    sfc(
      ``,
      `<CookieControl v-slot="{ granted }"><component :is="'script'" v-if="granted" src="SRC" /></CookieControl>`,
    ),
    'unknown',
    'vue',
  ],
  [
    '119 what shows in the browser alone',
    sfc(``, `<ClientOnly><Teleport to="head">${TAG}</Teleport></ClientOnly>`),
    'runs',
    'vue',
  ],
  [
    '119 loop',
    sfc(`const scripts = ['SRC'];`, `<component v-for="(src, i) in scripts" :is="'script'" :key="i" :src="src" />`),
    'runs',
    'vue',
  ],
  [
    '119 noscript image',
    sfc(
      ``,
      `<noscript><img height="1" src="https://www.facebook.com/tr?id=1&amp;ev=PageView&amp;noscript=1" /></noscript>`,
    ),
    '@beacon runs',
    'vue',
  ],
  ['119 mustache is text', sfc(`const a = 1;`, `<p>{{ fbq('track', 'PageView') }} {% if x %}</p>`), 'blocked', 'vue'],
  ['119 verbatim', sfc(``, `<p v-pre>{{ a }} <img src="https://www.facebook.com/tr?id=1&ev=x"></p>`), 'runs', 'vue'],
  ['119 commented out', sfc(`// PIX`, `<!-- ${TAG} --><div/>`), 'blocked', 'vue'],
  [
    '119 parent decides',
    sfc(`import Pixel from './Pixel.vue'; const c = useCookie('consent');`, `<Pixel v-if="c === 'all'" />`) +
      '=== Pixel.vue\n' +
      sfc(`onMounted(() => { PIX });`),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 parent does not decide',
    `${sfc(`import Pixel from './Pixel.vue';`, `<Pixel />`)}=== Pixel.vue\n${sfc(`onMounted(() => { PIX });`)}`,
    'runs',
    'vue',
  ],
  [
    '119 parent hands over the choice',
    sfc(
      `import Pixel from './Pixel.vue'; const ok = ref(false);`,
      `<div><Pixel :enabled="ok" /><button @click="ok = true">Accept</button></div>`,
    ) +
      '=== Pixel.vue\n' +
      sfc(`const props = defineProps(['enabled']); watchEffect(() => { if (props.enabled) { PIX } });`),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 gate in a component of the site',
    sfc(`import Gate from './Gate.vue';`, `<Gate>${TAG}</Gate>`) +
      '=== Gate.vue\n' +
      sfc(`const c = useCookie('consent');`, `<slot v-if="c === 'yes'" />`),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 banner that tells its parent',
    sfc(`import Banner from './Banner.vue'; LOADS`, `<Banner @accept="loadPixel" />`) +
      '=== Banner.vue\n' +
      sfc(`const emit = defineEmits(['accept']);`, `<button @click="emit('accept')">Accept all</button>`),
    'blocked a:runs',
    'vue',
  ],
  [
    '119 composable in sight',
    sfc(
      `import { useTracking } from './tracking'; const { ok } = useTracking();`,
      `<component :is="'script'" v-if="ok" src="SRC" />`,
    ) +
      `=== tracking.ts\nimport { ref } from 'vue';\nconst ok = ref(false);\nexport function useTracking() { return { ok, accept: () => { ok.value = true; } }; }`,
    'blocked',
    'vue',
  ],
  [
    '119 composable in sight that lies',
    sfc(
      `import { useConsent } from './consent'; const { hasConsent } = useConsent();`,
      `<component :is="'script'" v-if="hasConsent" src="SRC" />`,
    ) +
      `=== consent.ts\nimport { ref } from 'vue';\nexport const useConsent = () => { const hasConsent = ref(true); return { hasConsent }; };`,
    'runs',
    'vue',
  ],
  [
    '119 store of the site',
    sfc(
      `import { useConsentStore } from './store'; const store = useConsentStore();`,
      `<div><button @click="store.accept()">Accept</button><component :is="'script'" v-if="store.marketing" src="SRC" /></div>`,
    ) +
      `=== store.ts\nimport { defineStore } from 'pinia';\nexport const useConsentStore = defineStore('consent', { state: () => ({ marketing: false }), actions: { accept() { this.marketing = true; } } });`,
    'blocked a:runs',
    'vue',
  ],
  [
    '119 route table',
    `import Home from './Home.vue';\nexport const routes = [{ path: '/', component: Home }];\n=== Home.vue\n` +
      sfc(`onMounted(() => { PIX });`),
    'runs',
    'ts',
  ],
];

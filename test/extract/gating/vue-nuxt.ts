import type { Case } from './support.ts';

/** More of Vue and Nuxt: watchers, stores, slots, heads, packages. */
export const vueNuxtCases: readonly Case[] = [
  [
    '119 watch immediate of storage',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "LOADS const c = ref(localStorage.getItem('consent')); watch(c, (v) => { if (v === 'yes') loadPixel(); }, { immediate: true });\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 watch immediate of storage, opt-out',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "LOADS const c = ref(localStorage.getItem('consent')); watch(c, (v) => { if (v !== 'no') loadPixel(); }, { immediate: true });\n" +
      '</script>\n' +
      '',
    'runs r:blocked',
    'vue',
  ],
  [
    '119 watchEffect over cookie',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "LOADS const c = useCookie('consent'); watchEffect(() => { if (c.value === 'accepted') loadPixel(); });\n" +
      '</script>\n' +
      '',
    'blocked r:blocked a:runs',
    'vue',
  ],
  [
    '119 useCookie default true',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "LOADS const c = useCookie('consent', { default: () => true }); if (c.value) loadPixel();\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 useLocalStorage vueuse',
    '<template>\n' +
      '  <component :is="\'script\'" v-if="c" src="SRC" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useLocalStorage } from '@vueuse/core'; const c = useLocalStorage('consent', false);\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 useStorage vueuse, default granted',
    '<template>\n' +
      '  <component :is="\'script\'" v-if="c === \'granted\'" src="SRC" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useStorage } from '@vueuse/core'; const c = useStorage('consent', 'granted');\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 useStorage vueuse',
    '<template>\n' +
      '  <component :is="\'script\'" v-if="c === \'granted\'" src="SRC" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useStorage } from '@vueuse/core'; const c = useStorage('consent', null);\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 v-else of the banner',
    '<template>\n' +
      '  <div v-if="!decided">banner</div><component :is="\'script\'" v-else src="SRC" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const decided = ref(!!localStorage.getItem('consent'));\n" +
      '</script>\n' +
      '',
    'blocked r:runs a:runs',
    'vue',
  ],
  [
    '119 pinia setup store',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useConsentStore } from './store'; LOADS const store = useConsentStore(); onMounted(() => { if (store.marketing) loadPixel(); });\n" +
      '</script>\n' +
      '\n' +
      '=== store.js\n' +
      "import { defineStore } from 'pinia'; import { ref } from 'vue'; export const useConsentStore = defineStore('consent', () => { const marketing = ref(false); if (localStorage.getItem('m') === '1') marketing.value = true; function accept() { marketing.value = true; } return { marketing, accept }; });",
    'blocked a:runs',
    'vue',
  ],
  [
    '119 pinia option store, default true',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useConsentStore } from './store'; LOADS const store = useConsentStore(); onMounted(() => { if (store.marketing) loadPixel(); });\n" +
      '</script>\n' +
      '\n' +
      '=== store.js\n' +
      "import { defineStore } from 'pinia'; export const useConsentStore = defineStore('consent', { state: () => ({ marketing: true }) });",
    'runs',
    'vue',
  ],
  [
    '119 composable in another file',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useConsent } from './useConsent'; LOADS const { hasConsent } = useConsent(); watch(hasConsent, (v) => v && loadPixel(), { immediate: true });\n" +
      '</script>\n' +
      '\n' +
      '=== useConsent.js\n' +
      "import { ref, computed } from 'vue'; const state = ref(null); export function useConsent() { state.value = localStorage.getItem('consent'); const hasConsent = computed(() => state.value === 'accepted'); return { hasConsent }; }",
    'blocked a:runs',
    'vue',
  ],
  [
    '119 slot of a gate',
    '<template>\n' +
      '  <Gate><component :is="\'script\'" src="SRC" /></Gate>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import Gate from './Gate.vue';\n" +
      '</script>\n' +
      '\n' +
      '=== Gate.vue\n' +
      "<template><slot v-if=\"ok\" /></template><script setup>const ok = localStorage.getItem('c') === 'yes';</script>",
    'blocked a:runs',
    'vue',
  ],
  [
    '119 slot of no gate',
    '<template>\n' +
      '  <Gate><component :is="\'script\'" src="SRC" /></Gate>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import Gate from './Gate.vue';\n" +
      '</script>\n' +
      '\n' +
      '=== Gate.vue\n' +
      '<template><div><slot /></div></template><script setup></script>',
    'runs',
    'vue',
  ],
  [
    '119 ClientOnly',
    '<template>\n' +
      '  <ClientOnly><component :is="\'script\'" src="SRC" /></ClientOnly>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      '\n' +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 Teleport',
    '<template>\n' +
      '  <Teleport to="head"><component :is="\'script\'" src="SRC" /></Teleport>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      '\n' +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 useHead plain',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "useHead({ script: [{ src: 'SRC', async: true }] });\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 useHead with a computed list',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const ok = ref(false); onMounted(() => { ok.value = localStorage.getItem('c') === 'yes'; }); useHead({ script: computed(() => ok.value ? [{ src: 'SRC' }] : []) });\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 useHead function',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const c = useCookie('consent'); useHead(() => ({ script: c.value === 'yes' ? [{ src: 'SRC' }] : [] }));\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 useScript ungated',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const { proxy } = useScriptMetaPixel({ id: '1234567890' }); proxy.fbq('track', 'PageView');\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 useScript with consent trigger',
    '<template>\n' +
      '  <button @click="consent.accept()">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const consent = useScriptTriggerConsent(); useScriptMetaPixel({ id: '1234567890', scriptOptions: { trigger: consent } });\n" +
      '</script>\n' +
      '',
    'unknown',
    'vue',
  ],
  [
    '119 useScript with a reference',
    '<template>\n' +
      '  <button @click="agreed = true">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const agreed = ref(false); useScriptMetaPixel({ id: '1234567890', scriptOptions: { trigger: useScriptTriggerConsent({ consent: agreed }) } });\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 useScript held by default',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "useScriptMetaPixel({ id: '1234567890', defaultConsent: 'denied' });\n" +
      '</script>\n' +
      '',
    'held',
    'vue',
  ],
  [
    '119 useScript held by default, granted on accept',
    '<template>\n' +
      '  <button @click="consent.grant()">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const { consent } = useScriptMetaPixel({ id: '1234567890', defaultConsent: 'denied' });\n" +
      '</script>\n' +
      '',
    'held a:runs',
    'vue',
  ],
  [
    '119 useScript on interaction',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "useScriptMetaPixel({ id: '1234567890', scriptOptions: { trigger: useScriptTriggerInteraction({ events: ['scroll', 'click'] }) } });\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 useScript idle',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "useScript('SRC', { trigger: useScriptTriggerIdleTimeout({ timeout: 3000 }) });\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 vue-gtag 2',
    "import { createApp } from 'vue'; import VueGtag from 'vue-gtag'; import App from './App.vue'; createApp(App).use(VueGtag, { config: { id: 'G-ABCDEF1234' } }).mount('#app');",
    'runs @google-analytics',
    'js',
  ],
  [
    '119 vue-gtag 2, no bootstrap',
    "import { createApp } from 'vue'; import VueGtag from 'vue-gtag'; import App from './App.vue'; const app = createApp(App); app.use(VueGtag, { bootstrap: false, config: { id: 'G-ABCDEF1234' } }); app.mount('#app');",
    'blocked a:blocked @google-analytics',
    'js',
  ],
  [
    '119 vue-gtag 2, bootstrap on accept',
    '<template>\n' +
      '  <button @click="accept">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { bootstrap } from 'vue-gtag'; const accept = () => { localStorage.setItem('c', 'yes'); bootstrap().then(() => {}); }; onMounted(() => { if (localStorage.getItem('c') === 'yes') bootstrap(); });\n" +
      '</script>\n' +
      '',
    'blocked a:runs @google-analytics',
    'vue',
  ],
  [
    '119 vue-gtag 2, enabled by a cookie',
    "import Vue from 'vue'; import VueGtag from 'vue-gtag'; Vue.use(VueGtag, { config: { id: 'G-ABCDEF1234' }, enabled: document.cookie.includes('consent=yes') });",
    'blocked a:runs @google-analytics',
    'js',
  ],
  [
    '119 vue-gtag 3',
    "import { createApp } from 'vue'; import { createGtag } from 'vue-gtag'; const gtag = createGtag({ tagId: 'G-ABCDEF1234' }); createApp({}).use(gtag).mount('#app');",
    'runs @google-analytics',
    'js',
  ],
  [
    '119 vue-gtag 3, manual',
    "import { createApp } from 'vue'; import { createGtag, addGtag } from 'vue-gtag'; createApp({}).use(createGtag({ tagId: 'G-ABCDEF1234', initMode: 'manual' })); if (localStorage.getItem('c') === 'yes') addGtag();",
    'blocked a:runs @google-analytics',
    'js',
  ],
  [
    '119 vue-gtm',
    "import { createApp } from 'vue'; import { createGtm } from '@gtm-support/vue-gtm'; createApp({}).use(createGtm({ id: 'GTM-ABC123' }));",
    'runs @google-tag',
    'js',
  ],
  [
    '119 vue-gtm, disabled until enabled',
    '<template>\n' +
      '  <button @click="accept">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import { useGtm } from '@gtm-support/vue-gtm'; const gtm = useGtm(); function accept() { gtm?.enable(true); }\n" +
      '</script>\n' +
      '',
    'blocked a:runs @google-tag',
    'vue',
  ],
  [
    '119 vue-gtm, enabled by storage',
    "import { createGtm } from '@gtm-support/vue-gtm'; app.use(createGtm({ id: 'GTM-ABC123', enabled: localStorage.getItem('c') === 'yes' }));",
    'blocked a:runs @google-tag',
    'js',
  ],
  [
    '119 vue-matomo',
    "import VueMatomo from 'vue-matomo'; app.use(VueMatomo, { host: 'https://m.example.com', siteId: 5 });",
    'runs @matomo',
    'js',
  ],
  [
    '119 vue-matomo, consent required',
    "import VueMatomo from 'vue-matomo'; app.use(VueMatomo, { host: 'https://m.example.com', siteId: 5, requireConsent: true });",
    'held @matomo',
    'js',
  ],
  [
    '119 nuxt-gtag manual, started by the banner',
    '<template>\n' +
      '  <button @click="initialize()">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      'const { gtag, initialize } = useGtag();\n' +
      '</script>\n' +
      '',
    'blocked a:runs @google-analytics',
    'vue',
  ],
  ['119 nuxt plugin', 'export default defineNuxtPlugin((nuxtApp) => { PIX });', 'runs', 'ts'],
  [
    '119 nuxt plugin, hook',
    "LOADS export default defineNuxtPlugin((nuxtApp) => { nuxtApp.hook('app:mounted', () => loadPixel()); });",
    'runs',
    'ts',
  ],
  [
    '119 nuxt plugin, router',
    'LOADS export default defineNuxtPlugin(() => { const router = useRouter(); router.afterEach(() => { loadPixel(); }); });',
    'runs',
    'ts',
  ],
  [
    '119 nuxt plugin, cookie',
    "LOADS export default defineNuxtPlugin(() => { const c = useCookie('consent'); if (c.value !== 'accepted') return; loadPixel(); });",
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    '119 nuxt plugin, watch of a cookie',
    "LOADS export default defineNuxtPlugin(() => { const c = useCookie('consent'); watch(c, (v) => { if (v === 'accepted') loadPixel(); }, { immediate: true }); });",
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    '119 nuxt plugin, client only',
    "LOADS export default defineNuxtPlugin({ name: 'pixel', setup() { if (import.meta.client) loadPixel(); } });",
    'runs',
    'ts',
  ],
  [
    '119 nuxt 2 plugin',
    'LOADS export default ({ app, $config }) => { app.router.afterEach(() => { loadPixel(); }); };',
    'runs',
    'js',
  ],
  [
    '119 vue-cookie-law event',
    '<template>\n' +
      '  <cookie-law @accept="onAccept"></cookie-law>\n' +
      '</template>\n' +
      '\n' +
      '<script >\n' +
      "import CookieLaw from 'vue-cookie-law'; LOADS export default { components: { CookieLaw }, methods: { onAccept() { loadPixel(); } } };\n" +
      '</script>\n' +
      '',
    'unknown a:runs',
    'vue',
  ],
  [
    '119 options created',
    '<template>\n' +
      '  <div/>\n' +
      '</template>\n' +
      '\n' +
      '<script >\n' +
      'LOADS export default { created() { loadPixel(); } };\n' +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 options data gate',
    '<template>\n' +
      '  <component :is="\'script\'" v-if="ok" src="SRC" />\n' +
      '</template>\n' +
      '\n' +
      '<script >\n' +
      "export default { data: () => ({ ok: false }), mounted() { this.ok = localStorage.getItem('c') === 'yes'; } };\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 options metaInfo',
    '<template>\n' +
      '  <div/>\n' +
      '</template>\n' +
      '\n' +
      '<script >\n' +
      "export default { metaInfo() { return { script: [{ src: 'SRC' }] }; } };\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 vuex getter',
    '<template>\n' +
      '  <div/>\n' +
      '</template>\n' +
      '\n' +
      '<script >\n' +
      "LOADS export default { computed: { ...mapGetters(['hasMarketingConsent']) }, mounted() { if (this.hasMarketingConsent) loadPixel(); } };\n" +
      '</script>\n' +
      '',
    'unknown',
    'vue',
  ],
  [
    '119 inject',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "LOADS const consent = inject('consent'); if (consent.value.marketing) loadPixel();\n" +
      '</script>\n' +
      '',
    'unknown',
    'vue',
  ],
  [
    '119 provide and inject',
    '<template>\n' +
      '  <Child /><button @click="ok = true">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import Child from './Child.vue'; const ok = ref(false); provide('ok', ok);\n" +
      '</script>\n' +
      '\n' +
      '=== Child.vue\n' +
      '<template><component :is="\'script\'" v-if="ok" src="SRC" /></template><script setup>const ok = inject(\'ok\');</script>',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 async component, gated',
    '<template>\n' +
      '  <Pixel v-if="ok" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const Pixel = defineAsyncComponent(() => import('./Pixel.vue')); const ok = ref(localStorage.getItem('c') === 'yes');\n" +
      '</script>\n' +
      '\n' +
      '=== Pixel.vue\n' +
      '<template><div/></template><script setup>PIX</script>',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 h()',
    '<template>\n' +
      '  <div/>\n' +
      '</template>\n' +
      '\n' +
      '<script >\n' +
      "import { h } from 'vue'; export default { render() { return h('script', { src: 'SRC' }); } };\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 emit to the parent',
    '<template>\n' +
      '  <Banner @accept="loadPixel" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import Banner from './Banner.vue'; LOADS\n" +
      '</script>\n' +
      '\n' +
      '=== Banner.vue\n' +
      "<template><button @click=\"$emit('accept')\">Accept all</button></template><script setup>defineEmits(['accept']);</script>",
    'blocked a:runs',
    'vue',
  ],
  [
    '119 emit to the parent on mount',
    '<template>\n' +
      '  <Banner @ready="loadPixel" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "import Banner from './Banner.vue'; LOADS\n" +
      '</script>\n' +
      '\n' +
      '=== Banner.vue\n' +
      "<template><div/></template><script setup>const emit = defineEmits(['ready']); onMounted(() => emit('ready'));</script>",
    'runs',
    'vue',
  ],
  [
    '119 vue watch once',
    '<template>\n' +
      '  <button @click="ok = true">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      'LOADS const ok = ref(false); watch(ok, () => loadPixel(), { once: true });\n' +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 vue watch with a getter',
    '<template>\n' +
      '  <button @click="s.ok = true">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      'LOADS const s = reactive({ ok: false }); watch(() => s.ok, (v) => { if (v) loadPixel(); });\n' +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 vue watch of several',
    '<template>\n' +
      '  <button @click="a = true">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      'LOADS const a = ref(false); const b = ref(true); watch([a, b], ([x, y]) => { if (x && y) loadPixel(); }, { immediate: true });\n' +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 vue watch route',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      'LOADS const route = useRoute(); watch(() => route.path, () => loadPixel(), { immediate: true });\n' +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 vue computed gate',
    '<template>\n' +
      '  <component :is="\'script\'" v-if="ok" src="SRC" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const c = ref(localStorage.getItem('c')); const ok = computed(() => c.value === 'yes');\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  [
    '119 vue keep-alive activated',
    '<template>\n' +
      '  <div></div>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      'LOADS onActivated(() => loadPixel());\n' +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 vue v-for',
    '<template>\n' +
      '  <component :is="\'script\'" v-for="s in list" :key="s" :src="s" />\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const list = ['SRC'];\n" +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 nuxt-link head component',
    '<template>\n' +
      '  <Head><Script src="SRC" /></Head>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      '\n' +
      '</script>\n' +
      '',
    'runs',
    'vue',
  ],
  [
    '119 nuxt app.vue NuxtScript off',
    '<template>\n' +
      '  <button @click="load()">Accept all</button>\n' +
      '</template>\n' +
      '\n' +
      '<script setup>\n' +
      "const { load } = useScript('SRC', { trigger: 'manual' });\n" +
      '</script>\n' +
      '',
    'blocked a:runs',
    'vue',
  ],
  ['119 vue plugin install', 'export default { install(app) { PIX } };', 'blocked', 'js'],
  [
    '119 vue plugin used',
    "import { createApp } from 'vue'; import pixel from './plugin'; createApp({}).use(pixel).mount('#app');\n" +
      '=== plugin.js\n' +
      'export default { install(app) { PIX } };',
    'runs',
    'js',
  ],
  [
    '119 vue router guard',
    "import { createRouter } from 'vue-router'; const router = createRouter({ routes: [] }); router.afterEach(() => { PIX });",
    'runs',
    'js',
  ],
  [
    '119 quasar boot',
    "import { boot } from 'quasar/wrappers'; export default boot(({ app }) => { PIX });",
    'runs',
    'boot/pixel.js',
  ],
  [
    '119 vue-gtag-next, switched on by a choice',
    "import VueGtag from 'vue-gtag-next'; export default defineNuxtPlugin((nuxtApp) => { nuxtApp.vueApp.use(VueGtag, { property: { id: 'G-ABCDEF1234' }, isEnabled: localStorage.getItem('choice:accepted') === 'true' }); });",
    'blocked a:runs @google-analytics',
    'plugins/gtag.client.js',
  ],
  [
    '119 vue-gtag-next, an option of another package',
    "import VueGtag from 'vue-gtag-next'; export default defineNuxtPlugin((nuxtApp) => { nuxtApp.vueApp.use(VueGtag, { property: { id: 'G-ABCDEF1234' }, enabled: localStorage.getItem('choice:accepted') === 'true' }); });",
    'runs @google-analytics',
    'plugins/gtag.client.js',
  ],
  [
    '119 vue-gtm, setting and choice',
    "import { createGtm } from '@gtm-support/vue-gtm'; import Cookies from 'js-cookie'; export default defineNuxtPlugin((nuxtApp) => { const config = useRuntimeConfig().public.gtm; nuxtApp.vueApp.use(createGtm({ id: config.id, enabled: config.enabled && Cookies.get('userConsent') === 'granted' })); });",
    'blocked a:runs @google-tag',
    'plugins/gtm.client.ts',
  ],
  [
    '119 nuxt cookie control',
    "import VueGtag from 'vue-gtag'; export default defineNuxtPlugin((nuxtApp) => { const control = useCookieControl(); if (control.cookiesEnabledIds.value?.includes('ga')) { nuxtApp.vueApp.use(VueGtag, { config: { id: 'G-ABCDEF1234' } }); } });",
    'unknown @google-analytics',
    'plugins/gtag.client.ts',
  ],
];

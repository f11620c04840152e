import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../../src/run/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'taglint-components-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('judges a component where another one renders it, under the condition that stands there', async () => {
  const pixel = (id: string): string =>
    `<template><div/></template><script setup>onMounted(() => { fbq('init', '${id}'); const s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.append(s); });</script>`;
  const files: Readonly<Record<string, string>> = {
    'main.ts': `import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#app');\n`,
    'App.vue': `<template><Held v-if="choice === 'all'" /><Free /></template><script setup lang="ts">import Held from './Held.vue'; import Free from './Free.vue'; const choice: Ref<string> = useCookie('consent');</script>`,
    'Held.vue': pixel('111'),
    'Free.vue': pixel('222'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { result, failed } = await run(['.'], { cwd: folder });
  expect(failed).toBe(false);
  const early = result.findings.filter(({ rule }) => rule === 'consent/fires-before-consent');
  expect(early.map(({ file }) => file)).toEqual(['Free.vue']);
});

it('reads configurations of frameworks by their names, with what they take from other files', async () => {
  const site = mkdtempSync(join(tmpdir(), 'taglint-configurations-'));
  const files: Readonly<Record<string, string>> = {
    'docusaurus.config.js': `module.exports = { title: 'Docs', presets: require('./presets') };\n`,
    'presets.js': `module.exports = [['classic', { gtag: { trackingID: 'G-ABCDEF1234' } }]];\n`,
    'other.config.js': `module.exports = { presets: [['classic', { gtag: { trackingID: 'G-ABCDEF1234' } }]] };\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);
  const { result, failed } = await run(['.'], { cwd: site });
  rmSync(site, { recursive: true });
  expect(failed).toBe(false);
  const early = result.findings.filter(({ rule }) => rule === 'consent/fires-before-consent');
  expect(early.map(({ file, line }) => `${file}:${line}`)).toEqual(['presets.js:1']);
});

/** What visitors type into fields that components keep: it is handed to vendors out of variables that start empty. */
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/discover/index.ts';
import { Linter } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';

async function found(path: string, text: string, only = /^data\//): Promise<string[]> {
  const profile = { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] } as const;
  const linter = new Linter({ catalog, sensitive, rules, version: 'test', profile, strictness: 'default' });
  const kind = classify(path, text);
  await linter.lint({ path, kind: kind === 'other' ? 'html' : kind, text });
  return linter
    .result(1, 0)
    .findings.filter(({ rule, severity }) => only.test(rule) && severity !== 'note')
    .map(({ rule, message, line }) => `${line} ${rule} ${/(?:hands|sends) (.*?) to /.exec(message)?.[1] ?? ''}`);
}

const vue = (markup: string, script: string): string =>
  `<template><div>${markup}</div></template>\n<script setup>\n${script}\n</script>\n`;
const IDENTIFY = 'function send() { ttq.identify({ email: email.value }) }';
const BUTTON = '<button @click="send">Send</button>';

describe('Vue', () => {
  it.each([
    ['a reference', vue(`<input v-model="email">${BUTTON}`, `const email = ref('')\n${IDENTIFY}`), 4],
    ['one without a start value', vue(`<input v-model="email">${BUTTON}`, `const email = ref()\n${IDENTIFY}`), 4],
    [
      'a field behind the button',
      vue(`${BUTTON}<input v-model.trim="email">`, `const email = ref('')\n${IDENTIFY}`),
      4,
    ],
    [
      'a form that is submitted',
      vue(`<form @submit.prevent="send"><textarea v-model="email" /></form>`, `const email = ref('')\n${IDENTIFY}`),
      4,
    ],
    [
      'a reactive object',
      vue(
        `<input v-model="form.mail">${BUTTON}`,
        `const form = reactive({ mail: '' })\nfunction send() { ttq.identify({ email: form.mail.trim() }) }`,
      ),
      4,
    ],
    ['a component of a library', vue(`<el-input v-model="email" />${BUTTON}`, `const email = ref('')\n${IDENTIFY}`), 4],
    ['another argument', vue(`<UInput v-model:value="email" />${BUTTON}`, `const email = ref('')\n${IDENTIFY}`), 4],
  ])('is seen in %s', async (_name, text, line) => {
    expect(await found('Form.vue', text)).toEqual([`${line} data/advanced-matching email`]);
  });

  it('is seen in the data of a component with options', async () => {
    const text = `<template><form @submit="send"><input v-model="form.email"></form></template>\n<script>\nexport default {\n data() { return { form: { email: '' } } },\n methods: { send() { window.ttq.identify({ email: this.form.email }) } },\n}\n</script>\n`;
    expect(await found('Form.vue', text)).toEqual(['5 data/advanced-matching email']);
  });

  it.each([
    ['a field that nothing binds', vue(`<input>${BUTTON}`, `const email = ref('')\n${IDENTIFY}`)],
    ['what is emptied', vue(`<input v-model="other">${BUTTON}`, `const email = ref(''), other = ref('')\n${IDENTIFY}`)],
    [
      'what never leaves',
      vue(`<input v-model="email">${BUTTON}`, `const email = ref('')\nfunction send() { ttq.track('SubmitForm') }`),
    ],
    ['a dialog', vue(`<v-dialog v-model="email" />${BUTTON}`, `const email = ref(false)\n${IDENTIFY}`)],
  ])('is not invented: %s', async (_name, text) => {
    expect(await found('Form.vue', text)).toEqual([]);
  });

  it('opens no gate: boxes and lists of a banner are no texts', async () => {
    const text = vue(
      '<input type="checkbox" v-model="marketing"><select v-model="level"><option>all</option></select><button @click="save">Save</button>',
      `const marketing = ref(false), level = ref('')\nfunction load() { const s = document.createElement('script'); s.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.append(s) }\nfunction save() { if (marketing.value || level.value === 'all') load() }`,
    );
    expect(await found('Banner.vue', text, /./)).toEqual([]);
  });
});

describe('Svelte', () => {
  it.each([
    [
      'a variable',
      `<script>\nlet email = '';\nfunction send() { ttq.identify({ email }); }\n</script>\n<form on:submit|preventDefault={send}><input bind:value={email}></form>\n`,
    ],
    [
      'a state',
      `<script>\nlet form = $state({ email: '' });\nconst send = () => ttq.identify({ email: form.email });\n</script>\n<input type="email" bind:value={form.email}><button onclick={send}>Send</button>\n`,
    ],
  ])('is seen in %s', async (_name, text) => {
    expect(await found('Form.svelte', text)).toEqual(['3 data/advanced-matching email']);
  });

  it('keeps a digest', async () => {
    const text = `<script>\nlet email = '';\nasync function send() { const em = await sha256(email); fbq('init', '123456789012345', { em }); }\n</script>\n<input bind:value={email}><button onclick={send}>Send</button>\n`;
    expect(await found('Form.svelte', text)).toEqual(['3 data/advanced-matching em']);
  });
});

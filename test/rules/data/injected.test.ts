/** Globals that plugins of frameworks hand to components under names of their own: `this.$gtag`, `useNuxtApp().$fb`. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';

async function found(text: string): Promise<string[]> {
  const profile = { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] } as const;
  const linter = new Linter({ catalog, sensitive, rules, version: 'test', profile, strictness: 'default' });
  await linter.lint({ path: 'Form.vue', kind: 'html', text });
  return linter.result(1, 0).findings.flatMap(({ rule, severity, message }) => {
    const [, keys, vendor] = /(?:hands|sends|puts) (.*?) (?:to|into) (.*?),/.exec(message) ?? [];
    return severity === 'note' ? [] : [`${rule}: ${keys} to ${vendor}`];
  });
}

const component = (code: string): string =>
  `<template><input v-model="email"></template>\n<script>\nexport default { data() { return { email: '' } }, methods: { send() { ${code} } } }\n</script>\n`;
const setup = (code: string, markup = '<button @click="send">Send</button>'): string =>
  `<template><input v-model="email">${markup}</template>\n<script setup>\nconst email = ref('')\n${code}\n</script>\n`;

describe('a member that a plugin hands to every component', () => {
  it.each([
    ['an object of functions', "this.$gtag.event('lead', { email: this.email })", 'Google Analytics 4'],
    ['a function', "this.$gtag('event', 'Lead', { email: this.email })", 'Google Analytics 4'],
    ['a command', "this.$gtag.query('event', 'lead', { email: this.email })", 'Google Analytics 4'],
    ['a module of Nuxt', "this.$fb.track('Lead', { email: this.email })", 'Meta Pixel'],
    ['what may be missing', "if (this.$fbq) this.$fbq('track', 'Lead', { email: this.email })", 'Meta Pixel'],
    ['an optional member', "this.$gtag?.event('lead', { email: this.email })", 'Google Analytics 4'],
    ['a member of a member', 'this.$mixpanel.people.set({ email: this.email })', 'Mixpanel'],
    ['the component under another name', 'const vm = this; vm.$posthog.identify("7", { email: vm.email })', 'PostHog'],
    ['the root', "this.$root.$gtag.event('lead', { email: this.email })", 'Google Analytics 4'],
    ['a part of the component', 'const { $ym } = this; $ym(1, "userParams", { email: this.email })', 'Yandex Metrica'],
  ])('is the global that it stands for: %s', async (_name, code, vendor) => {
    expect(await found(component(code))).toEqual([
      expect.stringMatching(new RegExp(`^data/advanced-matching: (?:userid, )?email to ${vendor}`)),
    ]);
  });

  it('is the data layer that it pushes to', async () => {
    const expected = ['data/personal-data-in-event: user_email to the data layer'];
    expect(await found(component("this.$gtm.push({ event: 'x', user_email: this.email })"))).toEqual(expected);
    expect(await found(component("this.$gtm.trackEvent({ event: 'x', user_email: this.email })"))).toEqual(expected);
  });

  it('is found by composables and in templates', async () => {
    const expected = ['data/advanced-matching: email to Google Analytics 4'];
    const send = "function send() { $gtag.event('lead', { email: email.value }) }";
    expect(await found(setup(`const { $gtag } = useNuxtApp()\n${send}`))).toEqual(expected);
    const called = "function send() { gtag('event', 'lead', { email: email.value }) }";
    expect(await found(setup(`const { gtag } = useGtag()\n${called}`))).toEqual(expected);
    expect(await found(setup('', `<a @click="$gtag.event('lead', { email })">x</a>`))).toEqual(expected);
  });

  it.each([
    ['sends nothing of anybody', "this.$gtag.event('click', { event_category: 'copy', event_label: 'link' })"],
    ['is another library of the same name', 'this.$fb.auth().signInWithEmail(this.email)'],
    ['is the route', "this.$gtm.push({ event: 'route', path: this.$route.path })"],
    ['is no plugin that is known', "this.$api.event('lead', { email: this.email })"],
  ])('is no finding where it %s', async (_name, code) => {
    expect(await found(component(code))).toEqual([]);
  });

  it('is no finding where the component has its own function of that name', async () => {
    const text =
      "<script>\nexport default { data() { return { email: '' } }, methods: { $gtag(a) { return a }, send() { this.$gtag({ email: this.email }) } } }\n</script>\n";
    expect(await found(text)).toEqual([]);
  });
});

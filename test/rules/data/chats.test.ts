/** Who is logged in, told to the chat of a page: the provider knows who is on every page that loads it. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const page = (code: string): string => `<script>${code}</script>`;

describe('a chat that is told who is there', () => {
  it.each([
    `$crisp.push(['set', 'user:email', ['<?= $user->email ?>']]);`,
    `window.$crisp.push(['set', 'user:phone', [user.phone]]);`,
    `drift.on('ready', function () { drift.identify(user.id, { email: user.email, name: user.name }); });`,
    `var Tawk_API = Tawk_API || {}; Tawk_API.visitor = { name: user.name, email: user.email };`,
    `Tawk_API.onLoad = function () { Tawk_API.setAttributes({ email: user.email, hash: h }, done); };`,
    `zE('webWidget', 'identify', { name: user.name, email: user.email });`,
    `zE('webWidget', 'prefill', { email: { value: user.email, readOnly: true } });`,
    `zE(function () { zE.identify({ email: user.email }); });`,
    `$zopim(function () { $zopim.livechat.setEmail(user.email); });`,
    `window.__lc = window.__lc || {}; __lc.visitor = { email: user.email };`,
    `LiveChatWidget.call('set_customer_email', user.email);`,
    `document.tidioIdentify = { distinct_id: user.id, email: user.email };`,
    `fcWidget.init({ token: 't', host: 'h', externalId: user.id, email: user.email });`,
    `window.addEventListener('chatwoot:ready', function () { $chatwoot.setUser(user.id, { email: user.email }); });`,
    `ChatraIntegration = { name: user.name, email: user.email };`,
    `jivo_api.setContactInfo({ name: user.name, email: user.email });`,
    `GorgiasChat.captureUserEmail(user.email);`,
    `Beacon('identify', { name: user.name, email: user.email });`,
    `olark('api.visitor.updateEmailAddress', { emailAddress: user.email });`,
    `smartsupp('email', user.email);`,
    `lpTag.sdes.push({ type: 'personal', personal: { contacts: [{ email: user.email }] } });`,
    `$zoho.salesiq.ready = function () { $zoho.salesiq.visitor.email(user.email); };`,
    `window.hsConversationsSettings = { identificationEmail: user.email, identificationToken: token };`,
    `Intercom('boot', { app_id: 'a', email: user.email });`,
  ])('is handed user data: %s', async (code) => {
    expect(await personalRules('page.php', page(code))).toEqual(['advanced-matching']);
  });

  it.each([
    `$crisp.push(['do', 'chat:open']); $crisp.push(['set', 'user:email', ['']]); var known = $crisp.get('user:email');`,
    `drift.load('abc'); drift.on('emailCapture', function (e) { show(e.data.email); }); drift.api.widget.show();`,
    `var Tawk_API = Tawk_API || {}, Tawk_LoadStart = new Date(); Tawk_API.onLoad = function () { Tawk_API.maximize(); };`,
    `Tawk_API.visitor = { name: '', email: '' };`,
    `zE('webWidget', 'hide'); zE('webWidget', 'setLocale', 'sv'); zE('messenger', 'open');`,
    `LiveChatWidget.call('hide'); LiveChatWidget.on('form_submitted', function (data) {});`,
    `fcWidget.init({ token: 't', host: 'h' }); fcWidget.open();`,
    `window.chatwootSettings = { position: 'left', locale: 'sv' }; $chatwoot.toggle();`,
    `Beacon('init', 'abc'); Beacon('open'); smartsupp('chat:open'); olark.identify('1234-567-89-0123');`,
    `window.hsConversationsSettings = { loadImmediately: false }; HubSpotConversations.widget.open();`,
  ])('is told nothing of anybody: %s', async (code) => {
    expect(await personalRules('page.php', page(code))).toEqual([]);
  });
});

/** What is personal data in an event, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { loadTypeScriptParser } from '../../../src/parse/typescript.ts';

/** @param call the code of a script, or a whole document */
async function findingsOf(call: string, strictness: 'default' | 'strict' = 'default'): Promise<readonly Finding[]> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness,
    loadHeavyParser: loadTypeScriptParser,
  });
  await linter.lint({
    path: 'page.html',
    kind: 'html',
    text: call.startsWith('<!') ? call : `<script>${call};</script>`,
  });
  return linter.result(1, 0).findings.filter(({ rule }) => rule === 'data/personal-data-in-event');
}

async function found(call: string): Promise<number> {
  return (await findingsOf(call)).length;
}

const event = (parameters: string): string => `gtag('event', 'x', { ${parameters} })`;

describe('personal data in an event', () => {
  it.each([
    event("mail: document.querySelector('#email').value"),
    event('customer_name: customer.fullName'),
    event('who: user.email'),
    event('mobile: customer.mobile'),
    event('name: `${user.firstName} ${user.lastName}`'),
    event('personnummer: form.pnr.value'),
    "gtag('config', 'G-ABC1234567', { page_location: location.href + '?email=' + customer.email })",
    "fbq('track', 'Lead', { content_name: user.email })",
    "amplitude.track('x', { userPhone: form.phone.value })",
    "new Image().src = 'https://www.facebook.com/tr?id=1&ev=Lead&cd[mail]=' + encodeURIComponent(user.email)",
    "_paq.push(['trackEvent', 'Form', 'Submit', document.getElementById('email').value])",
  ])('is found in %s', async (call) => {
    expect(await found(call)).toBe(1);
  });

  it.each([
    event("method: 'email'"),
    event('has_email: !!user.email'),
    event("email: user.email ? 'yes' : 'no'"),
    event('n: user.email.length'),
    event("n: document.querySelector('#email').value.length"),
    event("domain: user.email.split('@')[1]"),
    event('ok: validateEmail(user.email)'),
    event('ok: Boolean(form.email.value)'),
    event('email: maskEmail(user.email)'),
    event("email: '[redacted]'"),
    event('phone_model: product.phone'),
    event('smartphone: product.smartphone'),
    event('mobile: navigator.userAgentData.mobile'),
    event('mobile: client_hints.mobile, is_mobile: device.mobile'),
    event('author: post.author.name, item_name: product.name'),
    event('address: store.address, contact_email: site.email'),
    event("event_label: 'info@shop.example'"),
    event('optin: form.email_optin.checked'),
  ])('is not seen in %s', async (call) => {
    expect(await found(call)).toBe(0);
  });
});

const EMAIL = "document.querySelector('#email').value";
const hex = "Array.from(new Uint8Array(d)).map((b) => b.toString(16).padStart(2, '0')).join('')";

describe('personal data behind a function that is out of sight', () => {
  it.each([
    event(`who: clean(${EMAIL})`),
    event('who: user.email.toLowerCase().trim()'),
    event('who: normalizeEmail(user.email)'),
    event(`who: btoa(${EMAIL})`),
    event('who: encode({ e: user.email })'),
    event(`who: format(['x', ${EMAIL}].join('-'))`),
    event('who: JSON.stringify({ mail: user.email })'),
  ])('is in clear text in %s', async (call) => {
    expect((await findingsOf(call)).map(({ severity }) => severity)).toEqual(['error']);
  });

  it.each([
    event(`who: sha256(${EMAIL})`),
    event(`who: CryptoJS.SHA256(${EMAIL}.trim()).toString(CryptoJS.enc.Hex)`),
    `import { sha256 } from 'js-sha256'; ${event('who: sha256(user.email)')}`,
    `import md5 from 'md5'; ${event('who: md5(user.email)')}`,
    `const h = require('crypto').createHash('sha256').update(user.email).digest('hex'); ${event('who: h')}`,
    event("who: hash('user:' + user.email)"),
    event('who: sjcl.codec.hex.fromBits(sjcl.hash.sha256.hash(user.email))'),
    `crypto.subtle.digest('SHA-256', new TextEncoder().encode(${EMAIL})).then((d) => ${event(`who: ${hex}`)})`,
    `async function f() { const d = await crypto.subtle.digest('SHA-256', encode(${EMAIL})); ${event(`who: ${hex}`)} } f()`,
    `async function sha(s) { const d = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(s)); return ${hex}; } sha(${EMAIL}).then((h) => ${event('who: h')})`,
    `hashEmail(${EMAIL}).then((h) => ${event('who: h')})`,
    `hashUserData(${EMAIL}).then(function (h) { ${event('who: h')} })`,
  ])('is a digest in %s', async (call) => {
    expect((await findingsOf(call)).map(({ severity, message }) => [severity, message.includes('hashed')])).toEqual([
      ['warning', true],
    ]);
  });

  it.each([event('plan: planOf(user.email)'), event(`who: track(${EMAIL})`), event('segment: api.ask(user.email)')])(
    'is possible in %s',
    async (call) => {
      expect(await found(call)).toBe(0);
      expect((await findingsOf(call, 'strict')).map(({ certainty }) => certainty)).toEqual(['possible']);
    },
  );

  it.each([
    event(`ok: emailExists(${EMAIL})`),
    event('ok: emailIsValid(user.email)'),
    event('by: getEmailProvider(user.email)'),
    event('n: String(user.email.length)'),
    event(`has: encode(${EMAIL}.includes('@'))`),
    event(`has: encode(!!${EMAIL})`),
    event(`who: maskEmail(${EMAIL})`),
    event('who: sha256(redact(user.email))'),
    event('name: format(product.name), price: formatPrice(product.price)'),
    `ask(${EMAIL}).then((answer) => ${event('segment: answer.segment')})`,
    `fetch('/api?e=' + ${EMAIL}).then((r) => r.json()).then((d) => ${event('segment: d.segment')})`,
  ])('is not in %s', async (call) => {
    expect(await findingsOf(call, 'strict')).toEqual([]);
  });
});

describe('personal data in parameters of the page’s address', () => {
  it.each([
    event("who: new URLSearchParams(location.search).get('email')"),
    event("who: new URL(location.href).searchParams.get('phone')"),
    event('who: location.href.match(/email=([^&]+)/)[1]'),
    event('who: (/[?&]email=([^&]+)/.exec(location.search) || [])[1]'),
    event("who: location.search.split('email=')[1]"),
    `const { email } = Object.fromEntries(new URLSearchParams(location.search)); ${event('who: email')}`,
    `const [params] = useSearchParams(); ${event("who: params.get('email')")}`,
    event('who: useRoute().query.email'),
    event("who: getUrlParameter('email')"),
    `function of(n) { var m = new RegExp('[?&]' + n + '=([^&#]*)').exec(location.search); return m ? decodeURIComponent(m[1]) : ''; } ${event("who: of('email')")}`,
  ])('is likely in %s', async (call) => {
    expect((await findingsOf(call)).map(({ certainty }) => certainty)).toEqual(['likely']);
  });

  it.each([
    event("id: new URLSearchParams(location.search).get('gclid')"),
    event("by: new URLSearchParams(location.search).get('utm_email')"),
    event("ok: new URLSearchParams(location.search).has('email')"),
    event('page: location.pathname, token: location.search.match(/token=(\\w+)/)[1]'),
  ])('is not in %s', async (call) => {
    expect(await findingsOf(call, 'strict')).toEqual([]);
  });
});

describe('personal data in a form that is handed over as a whole', () => {
  const form = (field: string): string =>
    `</script><form id="f"><input name="${field}"><input name="n"></form><script>`;
  const named = [
    "gtag('event', 'x', Object.fromEntries(new FormData(document.querySelector('#f'))))",
    "gtag('event', 'x', { step: 1, ...Object.fromEntries(new FormData(document.querySelector('#f'))) })",
    "document.querySelector('#f').addEventListener('submit', (e) => gtag('event', 'x', Object.fromEntries(new FormData(e.target).entries())))",
  ];
  const sent = [
    "gtag('event', 'x', { all: String(new URLSearchParams(new FormData(document.querySelector('#f')))) })",
    "$('#f').submit(function () { gtag('event', 'x', { all: $('#f').serialize() }) })",
  ];

  it.each(sent)('is likely in %s', async (call) => {
    expect((await findingsOf(form('email') + call)).map(({ certainty }) => certainty)).toEqual(['likely']);
  });

  it.each(named)('is that of its fields in %s', async (call) => {
    const found = await findingsOf(form('mail') + call);
    expect(found.map(({ certainty, message }) => [certainty, message.includes('sends mail to')])).toEqual([
      ['certain', true],
    ]);
  });

  it.each([...named, ...sent])('is not where the form asks for none: %s', async (call) => {
    expect(await findingsOf(form('q') + call)).toEqual([]);
  });

  it('is in a single field alone', async () => {
    const read = (name: string): string => `${form('email')}gtag('event', 'x', { v: new FormData(f).get('${name}') })`;
    expect(await found(read('email'))).toBe(1);
    expect(await found(read('n'))).toBe(0);
  });
});

describe('personal data in a data layer', () => {
  const manager =
    '</script><script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script><script>';

  it.each([
    [`dataLayer.push({ event: 'purchase', user: { email: ${EMAIL} } })`, 'error'],
    ["window.dataLayer = window.dataLayer || []; window.dataLayer.push({ mail: '{{ customer.email }}' })", 'error'],
    ['dataLayer = [{ userEmail: user.email }]', 'error'],
    ["addEventListener('form', (e) => dataLayer.push({ event: 'form', email: e.detail.metaData.$email }))", 'error'],
    ['dataLayer.push({ user_data: { email_address: user.email } })', 'error'],
    ['function signedUp(user) { dataLayer.push({ email: user.email }); } signedUp(account)', 'error'],
    ['dataLayer.push({ email_hash: sha256(user.email) })', 'warning'],
    ['dataLayer.push({ user_id: user.id })', 'note'],
  ])('is found in %s', async (call, severity) => {
    expect((await findingsOf(manager + call)).map((one) => [one.severity, /data layer/.test(one.message)])).toEqual([
      [severity, true],
    ]);
  });

  it.each([
    "dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: order.id, items: [{ item_name: product.name }] } })",
    "dataLayer.push({ event: 'login', method: 'email', has_email: !!user.email })",
    "$('a[href^=\"tel:\"]').click(function () { dataLayer.push({ phone_number: $(this).attr('href') }) })",
    "$('a[href^=\"mailto:\"]').click(function () { dataLayer.push({ email: this.href.replace('mailto:', '') }) })",
    'dataLayer.push({ form_name: form.name, phone_click: true, email_template: mail.id, contact_email: site.email })',
    'queue.push({ email: user.email })',
    "function chat(phone) { dataLayer.push({ event: 'chat', chat_channel: 'whatsapp', chat_id: phone }); gtag('event', 'generate_lead', { chat_channel: 'whatsapp', phone_number: phone }) } chat(phone)",
  ])('is not in %s', async (call) => {
    expect(await findingsOf(manager + call)).toEqual([]);
  });

  it('is in an event that names the channel of a campaign', async () => {
    const call =
      "function lead(phone) { dataLayer.push({ event: 'generate_lead', channel: 'phone', phone_number: phone }) } lead(phone)";
    expect(await findingsOf(manager + call)).toHaveLength(1);
  });

  it('is nobody’s on a whole page without a Google tag', async () => {
    const page = (head: string): string =>
      `<!doctype html><html><head><title>Thanks</title>${head}</head><body><script>dataLayer.push({ email: user.email })</script></body></html>`;
    const loader = '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script>';
    expect(await findingsOf(page(''))).toEqual([]);
    expect(await findingsOf(page(loader))).toHaveLength(1);
  });

  it.each([
    'dataLayer.push({ email: user.email })',
    "window.dataLayer = window.dataLayer || []; window.dataLayer.push({ event: 'login', user: { email: user.email } })",
    '(window.dataLayer = window.dataLayer || []).push({ email: user.email })',
  ])('is likely read by a tag manager that another file loads: %s', async (call) => {
    const found = await findingsOf(call);
    expect(found.map(({ severity, certainty }) => [severity, certainty])).toEqual([['error', 'likely']]);
  });

  it.each([
    [
      `import { sendGTMEvent } from '@next/third-parties/google'; sendGTMEvent({ event: 'lead', email: user.email })`,
      1,
    ],
    [`import { sendGTMEvent } from '@next/third-parties/google'; sendGTMEvent({ event: 'clicked', value: 'xyz' })`, 0],
    [`import T from 'react-gtm-module'; T.dataLayer({ dataLayer: { event: 'lead', userEmail: user.email } })`, 1],
    [`import T from 'react-gtm-module'; T.dataLayer({ dataLayer: { event: 'view', page: '/x' } })`, 0],
  ])('is found behind a wrapper: %s', async (call, count) => {
    const found = await findingsOf(`${manager.replace(/<script>$/, '<script type="module">')}${call}`);
    expect(found.map(({ severity, message }) => [severity, /data layer/.test(message)])).toEqual(
      Array.from({ length: count }, () => ['error', true]),
    );
  });
});

describe('what goes with the use of a link', () => {
  it.each([
    "gtag('event', 'phone_click', { phone_number: el.dataset.phone })",
    "gtag('event', 'x'); dataLayer.push({ event: 'phone_click', phone_number: phoneNumber })",
    "fbq('trackCustom', 'EmailLinkClick', { mail: email })",
    "function track(name, p) { gtag('event', name, p); } track('call_button_click', { phone_number: phone })",
  ])('may be what the link leads to: %s', async (call) => {
    expect((await findingsOf(call, 'strict')).map(({ certainty }) => certainty)).toEqual(['possible']);
    expect(await found(call)).toBe(0);
  });

  it('is of a visitor where it stands in a field', async () => {
    expect(
      await found(
        "gtag('event', 'x'); dataLayer.push({ event: 'phone_click', phone: document.querySelector('#phone').value })",
      ),
    ).toBe(1);
  });
});

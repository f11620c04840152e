/** What is personal data in an event, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';
import { loadTypeScriptParser } from '../../../src/parse/typescript.ts';

async function found(call: string): Promise<number> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    profile: { sector: 'general', regime: 'eu', sensitivePaths: [], exemptVendors: [] },
    strictness: 'default',
    loadHeavyParser: loadTypeScriptParser,
  });
  await linter.lint({ path: 'page.html', kind: 'html', text: `<script>${call};</script>` });
  return linter.result(1, 0).findings.filter(({ rule }) => rule === 'data/personal-data-in-event').length;
}

const event = (parameters: string): string => `gtag('event', 'x', { ${parameters} })`;

describe('personal data in an event', () => {
  it.each([
    event("mail: document.querySelector('#email').value"),
    event('customer_name: customer.fullName'),
    event('who: user.email'),
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
    event('author: post.author.name, item_name: product.name'),
    event('address: store.address, contact_email: site.email'),
    event("event_label: 'info@shop.example'"),
    event('optin: form.email_optin.checked'),
  ])('is not seen in %s', async (call) => {
    expect(await found(call)).toBe(0);
  });
});

/** Numbers and addresses that go with the use of a link are what it leads to; with a form they are what the visitor wrote. */
import { describe, expect, it } from 'vitest';
import { containerText, type Json, onEvent, type Parts, tag, variable } from '../extract/gtm/build.ts';
import { judgeText } from './support.ts';

const layer = (key: string): Json => variable(`DL - ${key}`, 'v', { name: key, dataLayerVersion: '2' });
const LAYER = ['phone_number', 'phone', 'email', 'customer_phone', 'user.phone', 'lead.phone', 'billing_phone'].map(
  layer,
);
const ANSWERS = [
  variable('DLV - has_email', 'v', { name: 'has_email' }),
  variable('dlv.hasPhone', 'v', { name: 'hasPhone' }),
  variable('Email', 'v', { name: 'form.has_email' }),
  variable('cjs | is email', 'jsm', { javascript: 'function() { return !!{{DL - email}}; }' }),
  variable('DLV - email_opt_in', 'v', { name: 'email_opt_in' }),
];
const FIELD = variable('JS - phone', 'jsm', {
  javascript: "function() { return document.querySelector('#phone').value; }",
});

interface Sent {
  readonly key: string;
  readonly from: string;
  readonly event: string;
  /** Events on which the tag fires; the event itself where none is named. */
  readonly on?: readonly string[];
}

function sends({ key, from, event, on = [event] }: Sent): Parts {
  const triggers = on.map((name, index) => onEvent(String(index + 1), name));
  const given = {
    eventName: event,
    measurementIdOverride: 'G-ABCDEF1234',
    eventSettingsTable: [{ parameter: key, parameterValue: `{{${from}}}` }],
  };
  return {
    tags: [tag('T', 'gaawe', given, { firingTriggerId: on.map((_, index) => String(index + 1)) })],
    triggers,
    variables: [...LAYER, ...ANSWERS, FIELD],
  };
}

async function found(sent: Sent): Promise<string> {
  const { result } = await judgeText(containerText(sends(sent)), { strictness: 'strict' });
  return result.findings
    .filter(({ rule }) => /^data\/(?:advanced-matching|personal)/.test(rule))
    .map(({ severity, certainty }) => `${severity} ${certainty}`)
    .join(', ');
}

const LINKS: readonly Sent[] = [
  { key: 'phone_number', from: 'DL - phone_number', event: 'phone_click' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'click_to_call' },
  { key: 'phone', from: 'DL - phone', event: 'clickTel' },
  { key: 'phone_number', from: 'DL - phone', event: 'whatsapp_click' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'Clic en teléfono' },
  { key: 'phone', from: 'DL - phone', event: 'telefon_klick' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'contact_button_clicked' },
  { key: 'email', from: 'DL - email', event: 'email_click' },
  { key: 'email_address', from: 'DL - email', event: 'mailto-link' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'generate_lead', on: ['phone_click'] },
  { key: 'phone_number', from: 'DL - phone_number', event: 'contact', on: ['phone_click', 'tap_to_call'] },
];

const PEOPLE: readonly Sent[] = [
  { key: 'phone_number', from: 'DL - phone_number', event: 'form_submit' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'generate_lead' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'phone_call_completed' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'phone_form_button_click' },
  { key: 'phone_number', from: 'DL - phone_number', event: 'contact', on: ['phone_click', 'form_sent'] },
  { key: 'phone_number', from: 'DL - customer_phone', event: 'phone_click' },
  { key: 'phone_number', from: 'DL - user.phone', event: 'phone_click' },
  { key: 'phone_number', from: 'DL - lead.phone', event: 'click_to_call' },
  { key: 'phone_number', from: 'DL - billing_phone', event: 'phone_click' },
  { key: 'phone_number', from: 'JS - phone', event: 'phone_click' },
  { key: 'email', from: 'DL - email', event: 'phone_click' },
  { key: 'email', from: 'DL - email', event: 'newsletter_email_click' },
  { key: 'email', from: 'DL - email', event: 'email_signup_click' },
  { key: 'email', from: 'DL - email', event: 'purchase' },
];

const WHETHER: readonly Sent[] = [
  { key: 'has_email', from: 'DLV - has_email', event: 'form_submit' },
  { key: 'has_phone', from: 'dlv.hasPhone', event: 'form_submit' },
  { key: 'label', from: 'DLV - has_email', event: 'form_submit' },
  { key: 'given', from: 'Email', event: 'form_submit' },
  { key: 'known', from: 'cjs | is email', event: 'form_submit' },
  { key: 'newsletter', from: 'DLV - email_opt_in', event: 'form_submit' },
];

describe('what an event carries', () => {
  it.each(LINKS)('may be what a link leads to: $key of “$event”, from $from', async (sent) => {
    expect(await found(sent)).toBe('note possible');
  });

  it.each(PEOPLE)('is of a visitor: $key of “$event”, from $from', async (sent) => {
    expect(await found(sent)).toMatch(/^error (?:certain|likely)$/);
  });

  it.each(WHETHER)('is no data, but whether there is any: $key from $from', async (sent) => {
    expect(await found(sent)).toBe('');
  });

  it('is an address where the key alone asks whether', async () => {
    expect(await found({ key: 'has_email', from: 'DL - email', event: 'form_submit' })).toBe('error certain');
  });
});

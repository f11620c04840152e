/** What visitors write in their own words, sent along with an event. */
import { describe, expect, it } from 'vitest';
import { rulesThatFind } from '../found.ts';

const CARE = '<title>Boka tid hos psykolog: depression och ångest</title><h1>Boka tid hos psykolog</h1>';
const GARAGE = '<title>Boka tid i verkstad</title><h1>Boka tid</h1>';
const FIELDS = '<input name="reason"><textarea name="message"></textarea><input name="count" type="number">';
const page = (head: string, code: string): string =>
  `${head}<form id="f">${FIELDS}</form><script>document.querySelector('#f').addEventListener('submit', function (e) { ${code} });</script>`;
const found = (head: string, code: string): Promise<string[]> =>
  rulesThatFind('page.html', page(head, code), /^sensitive\/search-term$/);

describe('own words of a visitor', () => {
  it.each([
    "fbq('track', 'Lead', { reason: document.querySelector('[name=reason]').value });",
    "gtag('event', 'lead', { message: e.target.message.value });",
    "gtag('event', 'lead', { message: e.target.elements.message.value.trim() });",
    "fbq('trackCustom', 'Form', { note: $('#comment').val() });",
    "ttq.track('SubmitForm', { text: new FormData(e.target).get('message') });",
  ])('are told on a page of care: %s', async (code) => {
    expect(await found(CARE, code)).toEqual(['search-term']);
    expect(await found(GARAGE, code)).toEqual([]);
  });

  it('are told once where they travel as a category', async () => {
    const code = "fbq('track', 'Schedule', { content_category: document.querySelector('[name=reason]').value });";
    expect(await rulesThatFind('page.html', page(CARE, code), /^sensitive\/(?:search-term|product-content)$/)).toEqual([
      'product-content',
    ]);
  });

  it.each([
    "fbq('track', 'Lead', { length: document.querySelector('[name=message]').value.length });",
    "fbq('track', 'Lead', { why: document.querySelector('input[name=\"reason\"]:checked').value });",
    "gtag('event', 'lead', { count: e.target.count.value });",
    "gtag('event', 'lead', { message: 'sent' });",
    "gtag('event', 'lead', { message: error.message });",
    "fetch('/api/lead', { method: 'POST', body: JSON.stringify({ message: e.target.message.value }) });",
  ])('are not sent: %s', async (code) => {
    expect(await found(CARE, code)).toEqual([]);
  });
});

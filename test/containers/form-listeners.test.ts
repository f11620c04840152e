/** Tags that listen to forms and put what was written into the data layer, by the ways of real containers. */
import { describe, expect, it } from 'vitest';
import { containerText, tag } from '../extract/gtm/build.ts';
import { foundIn, judgeText } from './support.ts';

async function found(code: string): Promise<string> {
  const tags = [tag('T', 'html', { html: `<script>${code}</script>` })];
  return foundIn(await judgeText(containerText({ tags })), /^data\//);
}

const FIELDS = "'email': data['email'] || '', 'first_name': data['first-name'] || ''";

describe('form listeners', () => {
  it.each([
    [
      'a list of fields, made an object',
      `document.addEventListener('wpcf7mailsent', function(event) { var data = {}; event.detail.inputs.forEach(function(input) { data[input.name] = input.value; }); dataLayer.push({ 'event': 'sent', ${FIELDS} }); }, false);`,
    ],
    [
      'the same from a message',
      `window.addEventListener('message', function(event) { if (event.data.type === 'formCallback') { var data = {}; event.data.data.map(function(one) { data[one.name] = one.value; }); dataLayer.push({ event: 'sent', email: data.email }); } });`,
    ],
    [
      'a loop',
      `document.addEventListener('sent', function(event) { var data = {}, all = event.detail.inputs; for (var i = 0; i < all.length; i++) { data[all[i].name] = all[i].value; } dataLayer.push({ event: 'sent', ${FIELDS} }); });`,
    ],
    [
      'a list of a library',
      "var data = {}; formLibrary.fields.forEach(function(one) { data[one.name] = one.value; }); dataLayer.push({ event: 'sent', phone: data.phone });",
    ],
    [
      'a field of the event',
      "window.addEventListener('formSubmitted', function(e) { dataLayer.push({ event: 'subscribe', email: e.detail.metaData.$email }); });",
    ],
    [
      'the data of the form',
      "document.addEventListener('submit', function(e) { var data = new FormData(e.target); dataLayer.push({ event: 'sent', email: data.get('email') }); });",
    ],
  ])('are seen: %s', async (_name, code) => {
    expect(await found(code)).toBe('personal-data-in-event:E');
  });

  it.each([
    [
      'that there is an address',
      "document.addEventListener('sent', function(event) { var data = {}; event.detail.inputs.forEach(function(one) { data[one.name] = one.value; }); dataLayer.push({ event: 'sent', has_email: !!data.email }); });",
    ],
    [
      'what was asked for',
      "document.addEventListener('sent', function(event) { var data = {}; event.detail.inputs.forEach(function(one) { data[one.name] = one.value; }); dataLayer.push({ event: 'sent', interest: data.interest || '' }); });",
    ],
    [
      'how many there are',
      "var n = 0; formLibrary.fields.forEach(function(one) { if (one.value) { n += 1; } }); dataLayer.push({ event: 'sent', emails: n });",
    ],
    [
      'where the form stands',
      "document.addEventListener('submit', function(e) { dataLayer.push({ event: 'sent', form: e.target.id }); });",
    ],
  ])('may tell no more than %s', async (_name, code) => {
    expect(await found(code)).toBe('');
  });
});

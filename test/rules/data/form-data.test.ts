/** Forms that scripts turn into objects and lists, and hand to a vendor. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const MANAGER = '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script>';

/** A page with a form, and what a handler of its submission does; `push(data)` and `fbq(data)` stand for the two who get it. */
function page(handler: string, fields = '<input name="email"><input name="n">'): string {
  const code = handler
    .replaceAll('push(', "dataLayer.push(Object.assign({ event: 'sent' }, ")
    .replace(/(dataLayer\.push\(.*)\);?$/, '$1));')
    .replaceAll('fbq(', "fbq('init', '1234567890', ");
  return `${MANAGER}<form id="f">${fields}</form><script>document.querySelector('#f').addEventListener('submit', function (e) { ${code} });</script>`;
}

const WAYS = [
  'const o = {}; new FormData(this).forEach((v, k) => (o[k] = v)); ',
  'var o = {}; for (const [k, v] of new FormData(e.target).entries()) o[k] = v; ',
  'const o = {}; for (let [k, v] of new FormData(e.target)) { o[k] = v; } ',
  'var o = {}; for (var pair of new FormData(e.target)) { o[pair[0]] = pair[1]; } ',
  'const o = Object.fromEntries([...new FormData(this)]); ',
  'const o = [...new FormData(this)].reduce((a, [k, v]) => ({ ...a, [k]: v }), {}); ',
  'const o = Array.from(new FormData(this).entries()).reduce((a, [k, v]) => { a[k] = v; return a; }, {}); ',
  'var o = {}; $.each($(this).serializeArray(), function () { o[this.name] = this.value; }); ',
  "var o = {}; $.each($('#f').serializeArray(), function (i, field) { o[field.name] = field.value; }); ",
  'var o = $(this).serializeArray().reduce(function (a, x) { a[x.name] = x.value; return a; }, {}); ',
  'var o = _.fromPairs(_.map($(this).serializeArray(), function (x) { return [x.name, x.value]; })); ',
  '$.fn.toObject = function () { var all = {}; $.each(this.serializeArray(), function () { all[this.name] = this.value; }); return all; }; var o = $(this).toObject(); ',
  'const read = (form) => { const all = {}; new FormData(form).forEach((v, k) => { all[k] = v; }); return all; }; const o = read(this); ',
  'const o = {}; Array.from(this.elements).forEach((one) => { if (one.name) o[one.name] = one.value; }); ',
  "const o = {}; this.querySelectorAll('input').forEach((one) => { o[one.name] = one.value; }); ",
];

describe('a whole form as an object', () => {
  it.each(WAYS)('gives its fields by their names: %s', async (way) => {
    expect(await personalRules('page.html', page(`${way} push(o)`))).toEqual(['personal-data-in-event']);
    expect(await personalRules('page.html', page(`${way} fbq(o)`))).toEqual(['advanced-matching']);
    expect(await personalRules('page.html', page(`${way} push(o)`, '<input name="size">'))).toEqual([]);
  });

  it('gives what may be any of its fields where one is taken by its place', async () => {
    const way =
      'var o = {}; for (var i = 0; i < this.elements.length; i++) { o[this.elements[i].name] = this.elements[i].value; } ';
    expect(await personalRules('page.html', page(`${way} push({ all: o })`))).toEqual(['personal-data-in-event']);
    expect(await personalRules('page.html', page(`${way} push({ all: o })`, '<input name="size">'))).toEqual([]);
  });

  it.each([
    "for (const [k, v] of new FormData(this)) { if (k === 'email') continue; o[k] = v; } ",
    "new FormData(this).forEach((v, k) => { if (k === 'n') o[k] = v; }); ",
    'Object.assign(o, Object.fromEntries(new FormData(this))); delete o.email; ',
    "const data = new FormData(this); data.delete('email'); Object.assign(o, Object.fromEntries(data)); ",
    "const data = new FormData(this); data.set('email', ''); Object.assign(o, Object.fromEntries(data)); ",
    'const { email, ...others } = Object.fromEntries(new FormData(this)); Object.assign(o, others); ',
    'o.fields = [...new FormData(this).keys()].join(); ',
    'o.data = JSON.stringify(new FormData(this)); ',
    "fetch('/api/lead', { method: 'POST', body: new FormData(this) }); ",
    "o.n = new FormData(this).get('n'); ",
    "o.given = new FormData(this).has('email'); ",
  ])('does not hold what is left out: %s', async (way) => {
    expect(await personalRules('page.html', page(`const o = {}; ${way} push(o)`))).toEqual([]);
  });

  it('is seen in a component', async () => {
    const component = (field: string): string =>
      `export function Form() {
        const onSubmit = (e) => { const data = Object.fromEntries(new FormData(e.target)); window.dataLayer.push({ event: 'lead', ...data }); };
        return <form onSubmit={onSubmit}><input name="${field}" /><input name="n" /></form>;
      }`;
    expect(await personalRules('Form.jsx', component('email'))).toEqual(['personal-data-in-event']);
    expect(await personalRules('Form.jsx', component('size'))).toEqual([]);
  });
});

describe('a field that the markup has', () => {
  const sent = (read: string): string => `push({ answer: ${read} })`;

  it.each([
    ['<label for="q1">E-postadress</label><input id="q1" name="q[1]">', "document.getElementById('q1').value"],
    ['<input id="q1" name="field_1" type="email">', "$('#q1').val()"],
    ['<label>Mobilnummer <input name="q7" type="tel"></label>', "document.querySelector('[name=q7]').value"],
    ['<label>Förnamn <input name="q7"></label>', "new FormData(this).get('q7')"],
  ])('is what it asks for: %s', async (field, read) => {
    expect(await personalRules('page.html', page(sent(read), field))).toEqual(['personal-data-in-event']);
  });

  it.each([
    [
      '<input type="radio" name="contact" value="email"><input type="radio" name="contact" value="phone">',
      "$('input[name=contact]:checked').val()",
    ],
    ['<label for="q1">Subject</label><input id="q1">', "document.getElementById('q1').value"],
    ['<label>Antal <input name="q7" type="number"></label><input name="email">', "new FormData(this).get('q7')"],
  ])('is nothing else: %s', async (field, read) => {
    expect(await personalRules('page.html', page(sent(read), field))).toEqual([]);
  });
});

describe('a form with more than user data', () => {
  const FIELDS = '<input name="email" type="email"><input name="personnummer"><input name="ssn">';

  it('tells the numbers of persons beside what the vendor takes for matching', async () => {
    const found = await personalRules('page.html', page('fbq(Object.fromEntries(new FormData(this)));', FIELDS));
    expect(found).toEqual(['advanced-matching']);
    const event = "window['fbq']('track', 'Lead', Object.fromEntries(new FormData(this)));";
    expect(await personalRules('page.html', page(event, FIELDS))).toEqual([
      'advanced-matching',
      'personal-data-in-event',
    ]);
    expect(await personalRules('page.html', page(event, '<input name="email">'))).toEqual(['advanced-matching']);
  });
});

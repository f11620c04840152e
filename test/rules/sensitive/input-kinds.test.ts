/** The same leak in every form in which a page can tell it, in twelve languages: each is told once, and its harmless twin is silent. */
import { describe, expect, it } from 'vitest';
import { lintAll, page } from '../../engine/embedded.ts';

async function found(markup: string): Promise<string[]> {
  const { findings } = await lintAll({ 'index.html': page(markup) });
  return findings
    .filter(({ rule }) => rule.startsWith('sensitive/'))
    .map(({ rule }) => rule.slice('sensitive/'.length));
}

/** What is told, with `%` for the words; the words that reveal and those that do not; the rule. */
const FORMS: readonly (readonly [form: string, reveals: string, harmless: string, rule: string])[] = [
  [
    '<img height="1" width="1" src="https://www.facebook.com/tr?id=1234567890123456&ev=ViewContent&cd[content_name]=%&noscript=1">',
    'Klamydiatest hemma',
    'Löparskor dam',
    'product-content',
  ],
  [
    '<noscript><img src="https://www.facebook.com/tr?id=1234567890123456&ev=Purchase&cd%5Bcontent_category%5D=%"></noscript>',
    'Schwangerschaftstest',
    'Laufschuhe',
    'product-content',
  ],
  [
    '<img src="https://www.facebook.com/tr?id=1234567890123456&ev=%">',
    'hiv-testi-varattu',
    'uutiskirje-tilattu',
    'event-name',
  ],
  [
    '<img src="https://ct.pinterest.com/v3/?event=lead&tid=2612345678901&ed[product_name]=%&noscript=1">',
    'Test de grossesse',
    'Chaussures de course',
    'product-content',
  ],
  [
    '<img src="https://www.google-analytics.com/collect?v=1&t=event&tid=UA-12345-1&cid=1&ec=Quiz&ea=%">',
    'depresión',
    'zapatillas',
    'event-name',
  ],
  [
    '<img src="https://matomo.example.se/matomo.php?idsite=1&rec=1&e_c=Test&e_a=%">',
    'Klamydiatest',
    'Skor',
    'event-name',
  ],
  [
    '<script>new Image().src = "https://www.facebook.com/tr?id=1234567890123456&ev=ViewContent&cd[content_name]=%";</script>',
    'Pigułka dzień po',
    'Buty do biegania',
    'product-content',
  ],
  [
    '<script>navigator.sendBeacon("https://www.facebook.com/tr?id=1234567890123456&ev=Lead&cd[content_name]=%");</script>',
    'Teste de gravidez',
    'Sapatilhas',
    'product-content',
  ],
  [
    '<script>fetch("https://www.facebook.com/tr/?id=1234567890123456&ev=Lead&cd[content_name]=%", { mode: "no-cors" });</script>',
    'Zwangerschapstest',
    'Hardloopschoenen',
    'product-content',
  ],
  [
    `<button id="buy" data-name="%">x</button><script>document.getElementById('buy').addEventListener('click', function () { fbq('track', 'AddToCart', { content_name: this.getAttribute('data-name') }); });</script>`,
    'Graviditetstest',
    'Løbesko',
    'product-content',
  ],
  [
    `<button id="buy" data-name="%">x</button><script>const b = document.querySelector('#buy'); b.onclick = () => gtag('event', 'add_to_cart', { items: [{ item_name: b.dataset.name }] });</script>`,
    'Hiv-selvtest',
    'Joggesko',
    'product-content',
  ],
  [
    `<a href="/x" onclick="gtag('event', 'click', { event_label: '%' })">x</a>`,
    'STI test',
    'Running shoes',
    'event-name',
  ],
  [`<form onsubmit="fbq('trackCustom', '%')"><input name="q"></form>`, 'AbortBokning', 'SkoBokning', 'event-name'],
  [
    `<script>dataLayer = [{ event: 'purchase', ecommerce: { items: [{ item_name: '%' }] } }];</script><script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC"></script>`,
    'Klamydiatest',
    'Löparskor',
    'product-content',
  ],
  [
    `<script>ttq.track('ViewContent', { contents: [{ content_id: '1', content_name: '%' }] });</script>`,
    'Viagra 50 mg',
    'Running shoes',
    'product-content',
  ],
  [
    `<script>window.uetq = window.uetq || []; uetq.push('event', 'book', { event_label: '%' });</script>`,
    'Darmkrebs Termin',
    'Friseur Termin',
    'event-name',
  ],
  [`<script>_paq.push(['setCustomVariable', 1, 'topic', '%', 'page']);</script>`, 'Depression', 'Sport', 'event-name'],
  [
    `<script>gtag('config', 'G-ABCDEF1234', { content_group: '%' });</script>`,
    'Erektionsprobleme',
    'Gartenmöbel',
    'event-name',
  ],
  [`<script>clarity('set', 'page_topic', '%');</script>`, 'bipolär sjukdom', 'trädgård', 'event-name'],
];

describe('what reveals, in each form', () => {
  it.each(FORMS)('%s', async (form, reveals, _, rule) => {
    expect(await found(form.replaceAll('%&', `${reveals}&`).replace(/%(?![0-9A-F]{2})/g, reveals))).toEqual([rule]);
  });
});

describe('its harmless twin', () => {
  it.each(FORMS)('%s', async (form, _, harmless) => {
    expect(await found(form.replaceAll('%&', `${harmless}&`).replace(/%(?![0-9A-F]{2})/g, harmless))).toEqual([]);
  });
});

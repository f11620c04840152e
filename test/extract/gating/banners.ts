import type { Case } from './support.ts';

const CHOSEN = 'blocked r:blocked a:runs';
const ACCEPTED = 'blocked a:runs';
const page = (body: string, script: string): string =>
  `<!doctype html><html><body>${body}<script>LOADS ${script}</script></body></html>`;

const FORM =
  '<form id="cookie-form"><label><input type="checkbox" name="statistics" id="statistics"> Statistics</label><label><input type="checkbox" name="marketing" id="marketing"> Marketing</label><button type="submit">Save</button></form>';
const BANNER =
  '<div id="cookie-banner" class="cookies" hidden><p>We use cookies.</p><button id="btn-yes">Accept</button><button id="btn-no">Only necessary</button></div>';
const READ = `function readConsent() { try { return JSON.parse(localStorage.getItem('consent')) || {}; } catch (e) { return {}; } }`;

/** Banners that a site writes itself: forms, buttons, markup made by script, the way of the next visit. */
export const bannerCases: readonly Case[] = [
  [
    'buttons of a banner by another name, the one between yes and no',
    page(
      '<div id="x-bar"><button id="x-1">Godkänn alla</button><button id="x-2">Bara statistik</button><button id="x-3">Avvisa</button></div>',
      `document.getElementById('x-2').addEventListener('click', loadPixel);`,
    ),
    'unknown r:unknown',
  ],
  [
    'buttons found below the banner, told apart in a loop',
    page(
      '<button>Add to cart</button><div id="layer"><button data-consent="all">Accept all</button><button data-consent="none">Reject all</button></div>',
      `const layer = document.getElementById('layer'); for (const button of layer.querySelectorAll('button')) button.addEventListener('click', () => { if (button.dataset.consent === 'all') loadPixel(); });`,
    ),
    ACCEPTED,
  ],
  [
    'accept-all and the box of one category, in the state of another',
    page(
      '<form id="cookies"><label><input type="checkbox" id="c-marketing"> Marketing</label><button type="button" id="c-save">Save</button></form>',
      `document.getElementById('c-save').addEventListener('click', () => { if (document.getElementById('c-marketing').checked) loadPixel(); });`,
    ),
    'blocked s:blocked',
  ],
  // Forms: what is stored is what was ticked; the next page reads it.
  [
    'form, the next visit reads what was ticked',
    page(
      FORM,
      `${READ} document.getElementById('cookie-form').addEventListener('submit', function (e) { e.preventDefault(); localStorage.setItem('consent', JSON.stringify({ statistics: this.statistics.checked, marketing: this.marketing.checked })); location.reload(); }); if (readConsent().marketing) loadPixel();`,
    ),
    CHOSEN,
  ],
  [
    'form, the next visit reads whether anything is stored',
    page(
      FORM,
      `document.getElementById('cookie-form').addEventListener('submit', function (e) { e.preventDefault(); localStorage.setItem('consent', JSON.stringify({ marketing: this.marketing.checked })); location.reload(); }); if (localStorage.getItem('consent')) loadPixel();`,
    ),
    'blocked r:runs',
  ],
  [
    'form, the checkbox decides at once',
    page(
      FORM,
      `document.querySelector('#cookie-form').onsubmit = function (e) { e.preventDefault(); if (document.getElementById('marketing').checked) loadPixel(); };`,
    ),
    'blocked a:runs',
  ],
  [
    'form, form data decides at once',
    page(
      FORM,
      `document.querySelector('#cookie-form').addEventListener('submit', (e) => { e.preventDefault(); const data = new FormData(e.target); if (data.get('marketing') === 'on') loadPixel(); });`,
    ),
    'blocked a:runs',
  ],
  [
    'form, ticked boxes as a list',
    page(
      FORM,
      `const apply = (list) => { if (list.includes('marketing')) loadPixel(); }; document.forms[0].addEventListener('submit', (e) => { e.preventDefault(); const list = [...e.target.querySelectorAll('input:checked')].map((i) => i.name); localStorage.setItem('cookie-choice', list.join(',')); apply(list); }); apply((localStorage.getItem('cookie-choice') || '').split(','));`,
    ),
    CHOSEN,
  ],
  [
    'form, the default of the next visit says yes',
    page(
      FORM,
      `const saved = JSON.parse(localStorage.getItem('cookie-choice') || '{"marketing":true}'); if (saved.marketing) loadPixel();`,
    ),
    'runs',
  ],
  [
    'form, box that is ticked in the markup is read at once',
    page(
      FORM.replace('id="marketing"', 'id="marketing" checked'),
      `if (document.getElementById('marketing').checked) loadPixel();`,
    ),
    'runs',
  ],
  [
    'form, box that is not ticked in the markup is read at once',
    page(FORM, `if (document.getElementById('marketing').checked) loadPixel();`),
    'blocked',
  ],
  [
    'form, a switch that is turned on',
    page(
      FORM,
      `document.getElementById('marketing').addEventListener('change', (e) => { if (e.target.checked) loadPixel(); });`,
    ),
    'blocked a:runs',
  ],
  [
    'form, cookie for each purpose',
    page(
      FORM,
      `$('#cookie-form').on('submit', function (e) { e.preventDefault(); $(this).find('input[type=checkbox]').each(function () { document.cookie = 'cc_' + this.name + '=' + (this.checked ? '1' : '0') + ';path=/'; }); location.reload(); }); if (/(^|; )cc_marketing=1/.test(document.cookie)) loadPixel();`,
    ),
    CHOSEN,
  ],
  [
    'form for a newsletter is no banner',
    page(
      `<form id="newsletter"><input name="email"><button>Subscribe</button></form>`,
      `document.getElementById('newsletter').addEventListener('submit', loadPixel);`,
    ),
    'runs',
  ],

  // Buttons and stored choices.
  [
    'banner, stored by the button and read on the next visit',
    page(
      BANNER,
      `const KEY = 'cookie-consent'; const banner = document.getElementById('cookie-banner'); const saved = localStorage.getItem(KEY); if (!saved) banner.hidden = false; else if (saved === 'accepted') loadPixel(); document.getElementById('btn-yes').addEventListener('click', () => { localStorage.setItem(KEY, 'accepted'); banner.hidden = true; loadPixel(); }); document.getElementById('btn-no').addEventListener('click', () => { localStorage.setItem(KEY, 'declined'); banner.hidden = true; });`,
    ),
    CHOSEN,
  ],
  [
    'banner, only the refusal is stored',
    page(
      BANNER,
      `const no = localStorage.getItem('declined'); if (!no) { document.getElementById('cookie-banner').hidden = false; loadPixel(); } document.getElementById('btn-no').onclick = () => localStorage.setItem('declined', '1');`,
    ),
    'runs r:blocked',
  ],
  [
    'banner, both buttons load',
    page(
      BANNER,
      `for (const id of ['btn-yes', 'btn-no']) document.getElementById(id).addEventListener('click', () => { localStorage.setItem('seen', '1'); loadPixel(); });`,
    ),
    'blocked r:runs a:runs',
  ],
  [
    'banner, handler by data attribute',
    page(
      `<div class="cookie-banner"><button data-consent="all">OK</button><button data-consent="none">No</button></div>`,
      `document.querySelectorAll('[data-consent]').forEach((b) => b.addEventListener('click', () => { if (b.dataset.consent === 'all') loadPixel(); }));`,
    ),
    'blocked r:blocked',
  ],
  [
    'banner, hidden tells nothing',
    page(BANNER, `if (document.getElementById('cookie-banner')) { loadPixel(); }`),
    'runs',
  ],
  [
    'banner, an object with methods',
    page(
      BANNER,
      `var CookieBar = { key: 'cookiebar', init: function () { var self = this; document.getElementById('btn-yes').onclick = function () { self.accept(); }; if (this.get() === 'allow') this.run(); }, get: function () { return localStorage.getItem(this.key); }, accept: function () { localStorage.setItem(this.key, 'allow'); this.run(); }, run: function () { loadPixel(); } }; CookieBar.init();`,
    ),
    CHOSEN,
  ],
  [
    'banner, an object with methods that runs anyway',
    page(
      BANNER,
      `var CookieBar = { key: 'cookiebar', init: function () { var self = this; document.getElementById('btn-yes').onclick = function () { self.accept(); }; if (this.get() !== 'deny') this.run(); }, get: function () { return localStorage.getItem(this.key); }, accept: function () { localStorage.setItem(this.key, 'allow'); this.run(); }, run: function () { loadPixel(); } }; CookieBar.init();`,
    ),
    'runs',
  ],
  [
    'banner, a class',
    page(
      BANNER,
      `class Banner { static KEY = 'cc'; constructor(el, { onAccept, onDecline } = {}) { this.el = el; this.onAccept = onAccept; this.bind(); const v = localStorage.getItem(Banner.KEY); if (v === null) this.show(); else if (v === '1') onAccept(); } bind() { this.el.querySelector('#btn-yes').addEventListener('click', () => this.choose('1')); this.el.querySelector('#btn-no').addEventListener('click', () => this.choose('0')); } show() { this.el.hidden = false; } choose(v) { localStorage.setItem(Banner.KEY, v); this.el.remove(); if (v === '1') this.onAccept(); } } new Banner(document.getElementById('cookie-banner'), { onAccept: loadPixel });`,
    ),
    CHOSEN,
  ],
  [
    'banner, module with a public function',
    page(
      `<div class="cookies"><a href="#" onclick="CC.ok();return false">I accept</a></div>`,
      `var CC = (function () { var c = document.cookie.indexOf('cc=1') !== -1; if (c) loadPixel(); return { ok: function () { document.cookie = 'cc=1;max-age=31536000'; loadPixel(); } }; })();`,
    ),
    CHOSEN,
  ],
  [
    'banner, choice by a promise',
    page(
      BANNER,
      `function ask() { return new Promise((resolve) => { const v = localStorage.getItem('choice'); if (v) return resolve(v === 'yes'); document.getElementById('btn-yes').onclick = () => { localStorage.setItem('choice', 'yes'); resolve(true); }; document.getElementById('btn-no').onclick = () => { localStorage.setItem('choice', 'no'); resolve(false); }; }); } ask().then((ok) => { if (ok) loadPixel(); });`,
    ),
    CHOSEN,
  ],
  [
    'banner, choice by a promise, whatever it is',
    page(
      BANNER,
      `function ask() { return new Promise((resolve) => { const v = localStorage.getItem('choice'); if (v) return resolve(v === 'yes'); document.getElementById('btn-yes').onclick = () => { localStorage.setItem('choice', 'yes'); resolve(true); }; document.getElementById('btn-no').onclick = () => { localStorage.setItem('choice', 'no'); resolve(false); }; }); } ask().then(() => loadPixel());`,
    ),
    'blocked r:runs a:runs',
  ],
  ['banner, confirm()', `LOADS if (confirm('May we use cookies for marketing?')) loadPixel();`, 'blocked'],
  [
    'banner, dialog element',
    page(
      `<dialog id="cookie-dialog"><form method="dialog"><button value="accept">Accept</button><button value="deny">Deny</button></form></dialog>`,
      `const d = document.getElementById('cookie-dialog'); d.showModal(); d.addEventListener('close', () => { if (d.returnValue === 'accept') loadPixel(); });`,
    ),
    'unknown r:unknown',
  ],
  [
    'banner, closed by a cross that counts as a yes',
    page(
      `<div class="cookie-notice">We use cookies. <span class="close">×</span></div>`,
      `document.querySelector('.cookie-notice .close').addEventListener('click', () => { document.cookie = 'cookie_notice=1'; loadPixel(); });`,
    ),
    'blocked r:runs',
  ],
  [
    'banner, scrolling counts as a yes',
    page(
      BANNER,
      `function accept() { localStorage.setItem('ok', '1'); loadPixel(); } document.getElementById('btn-yes').onclick = accept; window.addEventListener('scroll', accept, { once: true });`,
    ),
    'runs',
  ],
  [
    'banner, a time without an answer counts as a yes',
    page(
      BANNER,
      `function accept() { localStorage.setItem('ok', '1'); loadPixel(); } document.getElementById('btn-yes').onclick = accept; setTimeout(accept, 10000);`,
    ),
    'runs',
  ],

  // Markup that a script makes.
  [
    'banner made by script, element by element',
    `LOADS document.addEventListener('DOMContentLoaded', function () { if (localStorage.getItem('cookies') === 'yes') { loadPixel(); return; } var bar = document.createElement('div'); bar.className = 'bar'; var yes = document.createElement('button'); yes.textContent = 'Accept cookies'; yes.addEventListener('click', function () { localStorage.setItem('cookies', 'yes'); bar.remove(); loadPixel(); }); bar.appendChild(yes); document.body.appendChild(bar); });`,
    CHOSEN,
  ],
  [
    'banner made by script, element by element, both ways',
    `LOADS const make = (text, fn) => { const b = document.createElement('button'); b.innerText = text; b.onclick = fn; return b; }; const bar = document.createElement('div'); bar.append(make('Accept all', () => loadPixel()), make('Reject all', () => localStorage.setItem('c', 'no'))); document.body.append(bar);`,
    ACCEPTED,
  ],
  [
    'banner made by script, element by element, wrong way round',
    `LOADS const make = (text, fn) => { const b = document.createElement('button'); b.innerText = text; b.onclick = fn; return b; }; const bar = document.createElement('div'); bar.append(make('Accept all', () => localStorage.setItem('c', 'yes')), make('Reject all', () => loadPixel())); document.body.append(bar);`,
    'blocked r:runs',
  ],
  [
    'banner made by script, text of markup',
    `LOADS var div = document.createElement('div'); div.innerHTML = '<p>Cookies?</p><button id="b1">Accept</button><button id="b2">No, thanks</button>'; document.body.appendChild(div); document.getElementById('b1').addEventListener('click', loadPixel);`,
    ACCEPTED,
  ],
  [
    'banner made by script, template text',
    `LOADS const name = 'Shop'; document.body.insertAdjacentHTML('beforeend', \`<div class="cc"><p>\${name} uses cookies</p><button class="cc-1">Agree</button> <button class="cc-2">Decline</button></div>\`); document.querySelector('.cc-1').addEventListener('click', () => loadPixel());`,
    ACCEPTED,
  ],
  [
    'banner made by script, template text, wrong button',
    'LOADS document.body.insertAdjacentHTML(\'beforeend\', `<div class="cc"><button class="cc-1">Agree</button> <button class="cc-2">Decline</button></div>`); document.querySelector(\'.cc-2\').addEventListener(\'click\', () => loadPixel());',
    'blocked r:runs',
  ],
  [
    'banner made by script, looked for inside',
    'LOADS const el = document.createElement(\'aside\'); el.id = \'cookie\'; el.innerHTML = `<button data-a="1">Accept</button><button data-a="0">Reject</button>`; el.querySelector(\'[data-a="1"]\').onclick = () => { el.remove(); loadPixel(); }; document.body.append(el);',
    ACCEPTED,
  ],
  [
    'banner made by script, handler in the markup',
    "LOADS window.acceptAll = function () { loadPixel(); }; document.body.insertAdjacentHTML('beforeend', '<div><button onclick=\"acceptAll()\">OK</button></div>');",
    ACCEPTED,
  ],
  [
    'banner made by jQuery',
    `LOADS $('body').append('<div id="cb"><a class="go">Accept cookies</a></div>'); $('#cb .go').on('click', function () { $.cookie('cb', '1'); loadPixel(); });`,
    ACCEPTED,
  ],
  [
    'banner made by jQuery, button kept',
    `LOADS var $yes = $('<button>', { text: 'Accept cookies', click: function () { loadPixel(); } }); $('<div class="bar"/>').append($yes).appendTo('body');`,
    ACCEPTED,
  ],
  [
    'banner made by jQuery, button with text in the markup',
    `LOADS var $yes = $('<button class="yes">Accept cookies</button>'); $yes.on('click', loadPixel); $('body').append($yes);`,
    ACCEPTED,
  ],
  [
    'banner cloned from a template',
    page(
      `<template id="cookie-tpl"><div><button class="yes">Accept</button><button class="no">Reject</button></div></template>`,
      `const node = document.getElementById('cookie-tpl').content.cloneNode(true); node.querySelector('.yes').addEventListener('click', loadPixel); document.body.appendChild(node);`,
    ),
    ACCEPTED,
  ],
  [
    'banner as a custom element',
    "LOADS class CookieBar extends HTMLElement { connectedCallback() { if (localStorage.getItem('cb') === 'yes') { loadPixel(); return; } this.innerHTML = `<button class=\"y\">Accept</button><button class=\"n\">Decline</button>`; this.querySelector('.y').addEventListener('click', () => { localStorage.setItem('cb', 'yes'); loadPixel(); }); } } customElements.define('cookie-bar', CookieBar);",
    CHOSEN,
  ],
  [
    'banner as a custom element that loads anyway',
    'LOADS class CookieBar extends HTMLElement { connectedCallback() { this.innerHTML = `<button class="y">Accept</button>`; loadPixel(); } } customElements.define(\'cookie-bar\', CookieBar);',
    'runs',
  ],
  [
    'banner as a custom element with a shadow',
    "LOADS customElements.define('cookie-bar', class extends HTMLElement { constructor() { super(); const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<button id=\"y\">Accept</button><button id=\"n\">Decline</button>'; root.getElementById('y').onclick = () => loadPixel(); } });",
    ACCEPTED,
  ],

  // Parking of the site's own: scripts of a type that no browser runs, released by a script.
  [
    '80 own parking, released after the first movement, code and addresses told apart',
    `<script type="later">PIX</script><script>function go() { document.querySelectorAll('script[type=later]').forEach(function (old) { const s = document.createElement('script'); if (old.hasAttribute('src')) { s.addEventListener('load', done); s.src = old.getAttribute('src'); } else { s.text = old.text; } old.parentNode.replaceChild(s, old); }); } ['keydown', 'mousemove', 'touchstart'].forEach(function (name) { addEventListener(name, go, { passive: true }); });</script>`,
    'runs',
  ],
  [
    '80 own parking, released with an address, code and addresses told apart',
    `<script type="later" src="SRC"></script><script>document.querySelectorAll('script[type=later]').forEach(function (old) { const s = document.createElement('script'); if (old.hasAttribute('src')) { s.src = old.getAttribute('src'); } else { s.text = old.text; } old.replaceWith(s); });</script>`,
    'runs',
  ],
  [
    '80 address that only one branch puts in',
    `const s = document.createElement('script'); s.async = true; if (localStorage.getItem('consent') === 'yes') s.src = 'SRC'; document.head.append(s);`,
    CHOSEN,
  ],
  [
    '80 address that one branch replaces',
    `const s = document.createElement('script'); s.src = 'SRC'; if (location.hash === '#local') s.src = '/local.js'; document.head.append(s);`,
    'runs',
  ],
  [
    '80 own parking, code that only one branch puts in',
    `<script type="later">PIX</script><script>const s = document.createElement('script'); if (localStorage.getItem('consent') === 'yes') s.text = document.querySelector('script[type=later]').text; document.head.append(s);</script>`,
    CHOSEN,
  ],
  [
    '80 own parking, released at once',
    `<script type="text/plain" data-cat="marketing">PIX</script><script>document.querySelectorAll('script[type="text/plain"]').forEach(function (old) { var s = document.createElement('script'); s.textContent = old.textContent; old.replaceWith(s); });</script>`,
    'runs',
  ],
  [
    '80 own parking, released where accepted',
    `<script type="text/plain" data-cat="marketing">PIX</script><script>function release() { document.querySelectorAll('script[type="text/plain"]').forEach(function (old) { var s = document.createElement('script'); s.textContent = old.textContent; old.replaceWith(s); }); } if (localStorage.getItem('consent') === 'yes') release();</script>`,
    CHOSEN,
  ],
  [
    '80 own parking, released by the accept button',
    `<button id="accept-cookies">Accept</button><script type="text/plain" data-cat="marketing">PIX</script><script>function release() { for (const old of document.querySelectorAll('script[data-cat="marketing"]')) { const s = document.createElement('script'); s.innerHTML = old.innerHTML; s.type = 'text/javascript'; document.head.appendChild(s); } } document.getElementById('accept-cookies').addEventListener('click', release);</script>`,
    ACCEPTED,
  ],
  [
    '80 own parking, released when the page is ready',
    `<script type="text/plain" class="later">PIX</script><script>document.addEventListener('DOMContentLoaded', () => { const all = document.querySelectorAll('.later'); for (let i = 0; i < all.length; i++) { const s = document.createElement('script'); s.text = all[i].text; document.body.appendChild(s); } });</script>`,
    'runs',
  ],
  [
    '80 own parking, address in an attribute',
    `<script type="text/plain" data-src="SRC"></script><script>document.querySelectorAll('script[data-src]').forEach((old) => { const s = document.createElement('script'); s.src = old.dataset.src; document.head.append(s); });</script>`,
    'runs',
  ],
  [
    '80 own parking, address in an attribute, where accepted',
    `<script type="text/plain" data-src="SRC"></script><script>if (document.cookie.includes('marketing=1')) document.querySelectorAll('script[data-src]').forEach((old) => { const s = document.createElement('script'); s.src = old.getAttribute('data-src'); document.head.append(s); });</script>`,
    CHOSEN,
  ],
  [
    '80 own parking, type changed in place does not run the script',
    `<script type="text/plain" id="px">PIX</script><script>document.getElementById('px').type = 'text/javascript';</script>`,
    'blocked',
  ],
  [
    '80 own parking, released by category',
    `<script type="text/plain" data-category="ads">PIX</script><script>const saved = JSON.parse(localStorage.getItem('prefs') || '{}'); for (const cat of ['stats', 'ads']) { if (!saved[cat]) continue; document.querySelectorAll('script[type="text/plain"][data-category="' + cat + '"]').forEach((old) => { const s = document.createElement('script'); s.textContent = old.textContent; old.parentNode.replaceChild(s, old); }); }</script>`,
    CHOSEN,
  ],
  [
    '80 own parking, another category is released',
    `<script type="text/plain" data-category="ads">PIX</script><script>document.querySelectorAll('script[type="text/plain"][data-category="necessary"]').forEach((old) => { const s = document.createElement('script'); s.textContent = old.textContent; old.parentNode.replaceChild(s, old); });</script>`,
    'blocked',
  ],
  [
    '80 own parking, nobody releases',
    `<script type="text/plain" data-category="ads">PIX</script><script>console.log(1)</script>`,
    'blocked',
  ],
  [
    '80 own parking, a template',
    `<template id="tpl"><script>PIX</script></template><script>document.head.appendChild(document.getElementById('tpl').content.cloneNode(true));</script>`,
    'runs',
  ],
  [
    '80 own parking, a template, where accepted',
    `<template id="tpl"><script>PIX</script></template><script>if (localStorage.getItem('consent') === 'yes') document.head.appendChild(document.getElementById('tpl').content.cloneNode(true));</script>`,
    CHOSEN,
  ],
  [
    '80 own parking, jQuery',
    `<script type="text/plain" class="cookie-marketing">PIX</script><script>$(function () { if ($.cookie('marketing') === '1') { $('script.cookie-marketing').each(function () { $('<script>').text($(this).text()).appendTo('head'); }); } });</script>`,
    CHOSEN,
  ],
  [
    '80 own parking, eval',
    `<script type="text/plain" id="px">PIX</script><script>eval(document.getElementById('px').textContent);</script>`,
    'runs',
  ],
];

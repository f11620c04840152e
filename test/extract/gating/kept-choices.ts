import type { Case } from './support.ts';

const BANNER =
  '<div id="cookie-banner"><button id="btn-yes">Accept all</button><button id="btn-no">Decline</button><button id="btn-x" aria-label="Close">Close</button></div>';
const FORM =
  '<form id="cookie-form"><label><input type="checkbox" id="statistics"> Statistics</label><label><input type="checkbox" id="marketing"> Marketing</label><button type="button" id="save">Save</button></form>';
const HELPERS = `function hide() { document.getElementById('cookie-banner').hidden = true; } function setC(n, v, days) { var d = new Date(); d.setTime(d.getTime() + days * 864e5); document.cookie = n + '=' + v + '; expires=' + d.toUTCString() + '; path=/'; } function getC(n) { var m = document.cookie.match('(^|;) ?' + n + '=([^;]*)'); return m ? m[2] : null; }`;
const page = (body: string, script: string): string =>
  `<!doctype html><html><body>${body}<script>LOADS ${HELPERS} ${script}</script></body></html>`;

const GATED = 'blocked r:blocked a:runs';
const UNGATED = 'blocked r:runs a:runs';

/** What the page's own handlers store is what the next visit finds. */
export const keptChoiceCases: readonly Case[] = [
  [
    'storage, there, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (localStorage.getItem('cookie-ok')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cookie-ok', '1'); }; document.getElementById('btn-no').onclick = function () { hide(); };`,
    ),
    GATED,
  ],
  [
    'storage, there, a refusal passes too',
    page(
      BANNER,
      `if (localStorage.getItem('cookie-ok')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cookie-ok', '1'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('cookie-ok', '0'); };`,
    ),
    UNGATED,
  ],
  [
    'storage, there, key that says nothing, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (localStorage.getItem('x7f3a9')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('x7f3a9', Date.now()); }; document.getElementById('btn-no').onclick = function () { hide(); };`,
    ),
    GATED,
  ],
  [
    'storage, there, key that says nothing, a refusal passes too',
    page(
      BANNER,
      `if (localStorage.getItem('x7f3a9')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('x7f3a9', Date.now()); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('x7f3a9', Date.now()); };`,
    ),
    UNGATED,
  ],
  [
    'storage, not null, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (localStorage.getItem('cc-date') !== null) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cc-date', new Date().toISOString()); }; document.getElementById('btn-no').onclick = function () { localStorage.removeItem('cc-date'); };`,
    ),
    GATED,
  ],
  [
    'storage, not null, a refusal passes too',
    page(
      BANNER,
      `if (localStorage.getItem('cc-date') !== null) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cc-date', new Date().toISOString()); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('cc-date', 'never'); };`,
    ),
    UNGATED,
  ],
  [
    'storage, equal, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (localStorage.getItem('k') === 'A') loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('k', 'A'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('k', 'B'); };`,
    ),
    GATED,
  ],
  [
    'storage, equal, a refusal passes too',
    page(
      BANNER,
      `if (localStorage.getItem('k') === 'A') loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('k', 'A'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('k', 'A'); };`,
    ),
    UNGATED,
  ],
  [
    'storage, a version in the value, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (localStorage.getItem('cc') === 'v3-17') loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cc', 'v3-17'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('cc', 'v3-0'); };`,
    ),
    GATED,
  ],
  [
    'storage, a version in the value, a refusal passes too',
    page(
      BANNER,
      `if (localStorage.getItem('cc') === 'v3-17') loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cc', 'v3-17'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('cc', 'v3-17'); };`,
    ),
    UNGATED,
  ],
  [
    'storage, in, a refusal stores nothing or another value',
    page(
      BANNER,
      `if ('stamp' in localStorage) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.stamp = 'x'; }; document.getElementById('btn-no').onclick = function () { localStorage.other = 'x'; };`,
    ),
    GATED,
  ],
  [
    'storage, in, a refusal passes too',
    page(
      BANNER,
      `if ('stamp' in localStorage) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.stamp = 'x'; }; document.getElementById('btn-no').onclick = function () { localStorage.stamp = 'x'; };`,
    ),
    UNGATED,
  ],
  [
    'session, there, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (sessionStorage.getItem('cookies')) loadPixel(); document.getElementById('btn-yes').onclick = function () { sessionStorage.setItem('cookies', 'ja'); }; document.getElementById('btn-no').onclick = function () { sessionStorage.removeItem('cookies'); };`,
    ),
    GATED,
  ],
  [
    'session, there, a refusal passes too',
    page(
      BANNER,
      `if (sessionStorage.getItem('cookies')) loadPixel(); document.getElementById('btn-yes').onclick = function () { sessionStorage.setItem('cookies', 'ja'); }; document.getElementById('btn-no').onclick = function () { sessionStorage.setItem('cookies', 'nej'); };`,
    ),
    UNGATED,
  ],
  [
    'cookie, helper, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (getC('bar')) loadPixel(); document.getElementById('btn-yes').onclick = function () { setC('bar', 'a', 365); }; document.getElementById('btn-no').onclick = function () { hide(); };`,
    ),
    GATED,
  ],
  [
    'cookie, helper, a refusal passes too',
    page(
      BANNER,
      `if (getC('bar')) loadPixel(); document.getElementById('btn-yes').onclick = function () { setC('bar', 'a', 365); }; document.getElementById('btn-no').onclick = function () { setC('bar', 'b', 365); };`,
    ),
    UNGATED,
  ],
  [
    'cookie, helper, equal, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (getC('bar') === 'a') loadPixel(); document.getElementById('btn-yes').onclick = function () { setC('bar', 'a', 365); }; document.getElementById('btn-no').onclick = function () { setC('bar', 'b', 365); };`,
    ),
    GATED,
  ],
  [
    'cookie, helper, equal, a refusal passes too',
    page(
      BANNER,
      `if (getC('bar') === 'a') loadPixel(); document.getElementById('btn-yes').onclick = function () { setC('bar', 'a', 365); }; document.getElementById('btn-no').onclick = function () { setC('bar', 'a', 30); };`,
    ),
    UNGATED,
  ],
  [
    'cookie, part of the string, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (document.cookie.indexOf('bar=a') > -1) loadPixel(); document.getElementById('btn-yes').onclick = function () { document.cookie = 'bar=a; path=/'; }; document.getElementById('btn-no').onclick = function () { document.cookie = 'bar=b; path=/'; };`,
    ),
    GATED,
  ],
  [
    'cookie, part of the string, a refusal passes too',
    page(
      BANNER,
      `if (document.cookie.indexOf('bar=a') > -1) loadPixel(); document.getElementById('btn-yes').onclick = function () { document.cookie = 'bar=a; path=/'; }; document.getElementById('btn-no').onclick = function () { document.cookie = 'bar=a; path=/; max-age=3600'; };`,
    ),
    UNGATED,
  ],
  [
    'cookie, taken away again, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (document.cookie.indexOf('cookie_ok=') > -1) loadPixel(); document.getElementById('btn-yes').onclick = function () { document.cookie = 'cookie_ok=1; path=/; max-age=999'; }; document.getElementById('btn-no').onclick = function () { document.cookie = 'cookie_ok=1; path=/; max-age=0'; };`,
    ),
    GATED,
  ],
  [
    'cookie, taken away again, a refusal passes too',
    page(
      BANNER,
      `if (document.cookie.indexOf('cookie_ok=') > -1) loadPixel(); document.getElementById('btn-yes').onclick = function () { document.cookie = 'cookie_ok=1; path=/; max-age=999'; }; document.getElementById('btn-no').onclick = function () { document.cookie = 'cookie_ok=1; path=/; max-age=60'; };`,
    ),
    UNGATED,
  ],
  [
    'cookie, expired, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (document.cookie.indexOf('cookie_ok=') > -1) loadPixel(); document.getElementById('btn-yes').onclick = function () { document.cookie = 'cookie_ok=1; expires=Fri, 31 Dec 9999 23:59:59 GMT'; }; document.getElementById('btn-no').onclick = function () { document.cookie = 'cookie_ok=; expires=Thu, 01 Jan 1970 00:00:00 GMT'; };`,
    ),
    GATED,
  ],
  [
    'cookie, expired, a refusal passes too',
    page(
      BANNER,
      `if (document.cookie.indexOf('cookie_ok=') > -1) loadPixel(); document.getElementById('btn-yes').onclick = function () { document.cookie = 'cookie_ok=1; expires=Fri, 31 Dec 9999 23:59:59 GMT'; }; document.getElementById('btn-no').onclick = function () { document.cookie = 'cookie_ok=0; expires=Fri, 31 Dec 9999 23:59:59 GMT'; };`,
    ),
    UNGATED,
  ],
  [
    'cookie, answer in one function, a refusal stores nothing or another value',
    page(
      BANNER,
      `function answer(yes) { setC('answer', yes ? 'y' : 'n', 1); } if (getC('answer') === 'y') loadPixel(); document.getElementById('btn-yes').onclick = function () { answer(true); }; document.getElementById('btn-no').onclick = function () { answer(false); };`,
    ),
    GATED,
  ],
  [
    'cookie, answer in one function, a refusal passes too',
    page(
      BANNER,
      `function answer(yes) { setC('answer', yes ? 'y' : 'n', 1); } if (getC('answer') === 'y') loadPixel(); document.getElementById('btn-yes').onclick = function () { answer(true); }; document.getElementById('btn-no').onclick = function () { answer(!false); };`,
    ),
    UNGATED,
  ],
  [
    'js-cookie, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (Cookies.get('cookie-ok')) loadPixel(); document.getElementById('btn-yes').onclick = function () { Cookies.set('cookie-ok', '1', { expires: 365 }); }; document.getElementById('btn-no').onclick = function () { Cookies.remove('cookie-ok'); };`,
    ),
    GATED,
  ],
  [
    'js-cookie, a refusal passes too',
    page(
      BANNER,
      `if (Cookies.get('cookie-ok')) loadPixel(); document.getElementById('btn-yes').onclick = function () { Cookies.set('cookie-ok', '1', { expires: 365 }); }; document.getElementById('btn-no').onclick = function () { Cookies.set('cookie-ok', '0'); };`,
    ),
    UNGATED,
  ],
  [
    'jQuery cookie, a refusal stores nothing or another value',
    page(
      BANNER,
      `if ($.cookie('cookie-bar')) loadPixel(); document.getElementById('btn-yes').onclick = function () { $.cookie('cookie-bar', 'a', { path: '/' }); }; document.getElementById('btn-no').onclick = function () { $.removeCookie('cookie-bar'); };`,
    ),
    GATED,
  ],
  [
    'jQuery cookie, a refusal passes too',
    page(
      BANNER,
      `if ($.cookie('cookie-bar')) loadPixel(); document.getElementById('btn-yes').onclick = function () { $.cookie('cookie-bar', 'a', { path: '/' }); }; document.getElementById('btn-no').onclick = function () { $.cookie('cookie-bar', 'b'); };`,
    ),
    UNGATED,
  ],
  [
    'helpers out of sight, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (getCookie('cookie-bar')) loadPixel(); document.getElementById('btn-yes').onclick = function () { setCookie('cookie-bar', 'a', 365); }; document.getElementById('btn-no').onclick = function () { deleteCookie('cookie-bar'); };`,
    ),
    GATED,
  ],
  [
    'helpers out of sight, a refusal passes too',
    page(
      BANNER,
      `if (getCookie('cookie-bar')) loadPixel(); document.getElementById('btn-yes').onclick = function () { setCookie('cookie-bar', 'a', 365); }; document.getElementById('btn-no').onclick = function () { setCookie('cookie-bar', 'b', 365); };`,
    ),
    UNGATED,
  ],
  [
    'JSON, member, a refusal stores nothing or another value',
    page(
      BANNER,
      `var s = JSON.parse(localStorage.getItem('s') || '{}'); if (s.m) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('s', JSON.stringify({ m: true, t: Date.now() })); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('s', JSON.stringify({ m: false, t: Date.now() })); };`,
    ),
    GATED,
  ],
  [
    'JSON, member, a refusal passes too',
    page(
      BANNER,
      `var s = JSON.parse(localStorage.getItem('s') || '{}'); if (s.m) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('s', JSON.stringify({ m: true, t: Date.now() })); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('s', JSON.stringify({ m: 1 })); };`,
    ),
    UNGATED,
  ],
  [
    'JSON, member compared, a refusal stores nothing or another value',
    page(
      BANNER,
      `var s = JSON.parse(localStorage.getItem('s') || '{}'); if (s.level === 2) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('s', JSON.stringify({ level: 2 })); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('s', JSON.stringify({ level: 1 })); };`,
    ),
    GATED,
  ],
  [
    'JSON, member compared, a refusal passes too',
    page(
      BANNER,
      `var s = JSON.parse(localStorage.getItem('s') || '{}'); if (s.level === 2) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('s', JSON.stringify({ level: 2 })); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('s', JSON.stringify({ level: 2 })); };`,
    ),
    UNGATED,
  ],
  [
    'JSON, list, a refusal stores nothing or another value',
    page(
      BANNER,
      `var s = JSON.parse(localStorage.getItem('s') || '[]'); if (s.includes('b')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('s', JSON.stringify(['a', 'b'])); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('s', JSON.stringify(['a'])); };`,
    ),
    GATED,
  ],
  [
    'JSON, list, a refusal passes too',
    page(
      BANNER,
      `var s = JSON.parse(localStorage.getItem('s') || '[]'); if (s.includes('b')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('s', JSON.stringify(['a', 'b'])); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('s', JSON.stringify(['a', 'b'])); };`,
    ),
    UNGATED,
  ],
  [
    'query string, a refusal stores nothing or another value',
    page(
      BANNER,
      `var q = new URLSearchParams(localStorage.getItem('q') || ''); if (q.get('x') === '1') loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('q', 'n=1&x=1'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('q', 'n=1&x=0'); };`,
    ),
    GATED,
  ],
  [
    'query string, a refusal passes too',
    page(
      BANNER,
      `var q = new URLSearchParams(localStorage.getItem('q') || ''); if (q.get('x') === '1') loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('q', 'n=1&x=1'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('q', 'x=1'); };`,
    ),
    UNGATED,
  ],
  [
    'hashed key, a refusal stores nothing or another value',
    page(
      BANNER,
      `if (localStorage.getItem('a94f0c1e')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('a94f0c1e', 'true'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('ffee0011', 'true'); };`,
    ),
    GATED,
  ],
  [
    'hashed key, a refusal passes too',
    page(
      BANNER,
      `if (localStorage.getItem('a94f0c1e')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('a94f0c1e', 'true'); }; document.getElementById('btn-no').onclick = function () { localStorage.setItem('a94f0c1e', 'false'); };`,
    ),
    UNGATED,
  ],
  [
    'close button stores that the banner was seen',
    page(
      BANNER,
      `if (localStorage.getItem('seen')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('seen', '1'); }; document.getElementById('btn-x').onclick = function () { localStorage.setItem('seen', '1'); };`,
    ),
    UNGATED,
  ],
  [
    'close button hides the banner',
    page(
      BANNER,
      `if (localStorage.getItem('seen')) loadPixel(); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('seen', '1'); }; document.getElementById('btn-x').onclick = function () { hide(); };`,
    ),
    GATED,
  ],
  [
    'the key is stored on every page',
    page(
      BANNER,
      `if (localStorage.getItem('cookie-bar')) loadPixel(); localStorage.setItem('cookie-bar', '1'); document.getElementById('btn-yes').onclick = function () { localStorage.setItem('cookie-bar', '2'); };`,
    ),
    UNGATED,
  ],
  [
    'boxes, a record',
    page(
      FORM,
      `var s = JSON.parse(localStorage.getItem('s') || '{}'); if (s.marketing) loadPixel(); document.getElementById('save').onclick = function () { localStorage.setItem('s', JSON.stringify({ statistics: document.getElementById('statistics').checked, marketing: document.getElementById('marketing').checked })); };`,
    ),
    'blocked r:blocked s:blocked m:runs a:runs',
  ],
  [
    'boxes, a member of no telling name',
    page(
      FORM,
      `var s = JSON.parse(localStorage.getItem('s') || '{}'); if (s.b) loadPixel(); document.getElementById('save').onclick = function () { localStorage.setItem('s', JSON.stringify({ a: document.getElementById('statistics').checked, b: document.getElementById('marketing').checked })); };`,
    ),
    'blocked r:blocked s:blocked m:runs a:runs',
  ],
  [
    'boxes, whether anything is stored',
    page(
      FORM,
      `if (localStorage.getItem('s')) loadPixel(); document.getElementById('save').onclick = function () { localStorage.setItem('s', JSON.stringify({ marketing: document.getElementById('marketing').checked })); };`,
    ),
    'blocked r:runs s:runs m:runs',
  ],
  [
    'boxes, a key of their own',
    page(
      FORM,
      `if (localStorage.getItem('b') === 'true') loadPixel(); document.getElementById('save').onclick = function () { localStorage.setItem('b', document.getElementById('marketing').checked); };`,
    ),
    'blocked r:blocked s:blocked m:runs',
  ],
  [
    'boxes, a key of their own, there',
    page(
      FORM,
      `if (localStorage.getItem('b')) loadPixel(); document.getElementById('save').onclick = function () { localStorage.setItem('b', document.getElementById('marketing').checked); };`,
    ),
    'blocked r:runs s:runs m:runs',
  ],
];

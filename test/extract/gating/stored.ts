import type { Case } from './support.ts';

const CHOSEN = 'blocked r:blocked a:runs';
const OPTED = 'runs r:blocked';

/** Ways to read what is stored, and what stands in for it where nothing is. */
export const storedCases: readonly Case[] = [
  // Encodings of a choice.
  [
    'encoding, query string',
    `LOADS var q = new URLSearchParams(decodeURIComponent(localStorage.getItem('cc') || '')); if (q.get('ads') === '1') loadPixel();`,
    CHOSEN,
  ],
  [
    'encoding, query string that grants where nothing is stored',
    `LOADS var q = new URLSearchParams(localStorage.getItem('cc') || 'ads=1'); if (q.get('ads') === '1') loadPixel();`,
    'runs',
  ],
  [
    'encoding, level',
    `LOADS if (parseInt(localStorage.getItem('level') || '0', 10) >= 2) loadPixel();`,
    'blocked r:unknown a:runs',
  ],
  [
    'encoding, level that starts high',
    `LOADS if (Number(localStorage.getItem('level') || '2') >= 2) loadPixel();`,
    'runs',
  ],
  [
    'encoding, bits, read by a helper',
    `LOADS function read(n) { var p = ('; ' + document.cookie).split('; ' + n + '='); return p.length < 2 ? '' : p.pop().split(';').shift(); } if ((Number(read('consent')) & 4) === 4) loadPixel();`,
    'blocked a:runs',
  ],
  [
    'encoding, bits',
    `LOADS if ((Number(localStorage.getItem('consent')) & 4) === 4) loadPixel();`,
    'blocked r:unknown a:runs',
  ],
  // What is kept of a choice.
  [
    'record over defaults that say yes, after a refusal',
    `LOADS const c = { marketing: true, ...JSON.parse(localStorage.getItem('consent') || '{}') }; if (c.marketing) loadPixel();`,
    OPTED,
  ],
  [
    'record, destructured with yes, after a refusal',
    `LOADS const { marketing = true } = JSON.parse(localStorage.getItem('consent') || '{}'); if (marketing) loadPixel();`,
    OPTED,
  ],
  [
    'one word for the whole choice, another word excluded',
    `LOADS const c = localStorage.getItem('consent'); if (c === null || c === 'none' || c === 'statistics') { } else loadPixel();`,
    CHOSEN,
  ],
  // What a script sets under a condition.
  [
    'flag on window, set where the choice is stored',
    `LOADS if (document.cookie.indexOf('consent=yes') > -1) window.allowed = true; if (window.allowed === true) loadPixel();`,
    CHOSEN,
  ],
  [
    'flag on an object out of sight, set by the accept button, polled',
    `LOADS document.getElementById('accept-cookies').addEventListener('click', function () { app.consent = true; }); setInterval(function () { if (app.consent === true) loadPixel(); }, 100);`,
    'unknown a:runs',
  ],
  [
    'cookie set by the accept button, polled',
    `LOADS document.getElementById('accept-cookies').addEventListener('click', function () { document.cookie = 'consent=yes; path=/'; }); setInterval(function () { if (document.cookie.split('; ').indexOf('consent=yes') > -1) loadPixel(); }, 100);`,
    CHOSEN,
  ],
  [
    'storage set by the accept button, polled',
    `LOADS document.getElementById('accept-cookies').addEventListener('click', function () { localStorage.consent = 'yes'; }); setInterval(function () { if (localStorage.consent === 'yes') loadPixel(); }, 100);`,
    CHOSEN,
  ],
  // Web storage.
  ['storage, property', `LOADS if (localStorage.consent === 'yes') loadPixel();`, CHOSEN],
  ['storage, property by text', `LOADS if (localStorage['consent'] === 'yes') loadPixel();`, CHOSEN],
  [
    'storage, property by variable',
    `LOADS const k = 'consent'; if (window.localStorage[k] == 'yes') loadPixel();`,
    CHOSEN,
  ],
  ['storage, property, opt-out', `LOADS if (localStorage.consent !== 'no') loadPixel();`, OPTED],
  ['storage, in', `LOADS if ('consent' in localStorage) loadPixel();`, 'blocked r:runs'],
  ['storage, not in', `LOADS if (!('declined' in localStorage)) loadPixel();`, 'runs'],
  ['storage, hasOwnProperty', `LOADS if (localStorage.hasOwnProperty('consent')) loadPixel();`, 'blocked r:runs'],
  ['storage, keys', `LOADS if (Object.keys(localStorage).includes('consent_marketing')) loadPixel();`, 'blocked'],
  ['storage, keys, some', `LOADS if (Object.keys(localStorage).some((k) => k === 'consent')) loadPixel();`, 'blocked'],
  ['storage, keys, none of them', `LOADS if (!Object.keys(localStorage).includes('optout')) loadPixel();`, 'runs'],
  ['storage, length', `LOADS if (localStorage.length > 0) loadPixel();`, 'blocked'],
  ['storage, destructured', `LOADS const { consent } = localStorage; if (consent === 'yes') loadPixel();`, CHOSEN],
  [
    'storage, destructured with default',
    `LOADS const { consent = 'yes' } = localStorage; if (consent === 'yes') loadPixel();`,
    'runs',
  ],
  [
    'storage, JSON with empty object',
    `LOADS if (JSON.parse(localStorage.getItem('cc') || '{}').marketing) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON with null',
    `LOADS const c = JSON.parse(localStorage.getItem('cc') ?? 'null'); if (c && c.marketing) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON, optional',
    `LOADS if (JSON.parse(localStorage.getItem('cc'))?.marketing === true) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON, not false',
    `LOADS if (JSON.parse(localStorage.getItem('cc') || '{}').marketing !== false) loadPixel();`,
    'runs',
  ],
  [
    'storage, JSON, destructured',
    `LOADS const { marketing = false } = JSON.parse(localStorage.getItem('cc') || '{}'); marketing && loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON, destructured with yes',
    `LOADS const { marketing = true } = JSON.parse(localStorage.getItem('cc') || '{}'); marketing && loadPixel();`,
    'runs',
  ],
  [
    'storage, JSON over defaults',
    `LOADS const c = Object.assign({ marketing: false }, JSON.parse(localStorage.getItem('cc') || '{}')); if (c.marketing) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON over defaults that say yes',
    `LOADS const c = { marketing: true, ...JSON.parse(localStorage.getItem('cc') || '{}') }; if (c.marketing) loadPixel();`,
    'runs',
  ],
  [
    'storage, JSON of a list',
    `LOADS const list = JSON.parse(localStorage.getItem('cc') || '[]'); if (list.includes('marketing')) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON of a list, indexOf',
    `LOADS var list = JSON.parse(localStorage.getItem('cc')) || []; if (list.indexOf('marketing') >= 0) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON of a list with a default',
    `LOADS const list = JSON.parse(localStorage.getItem('cc')) || ['necessary', 'marketing']; if (list.includes('marketing')) loadPixel();`,
    'runs',
  ],
  [
    'storage, JSON, nested',
    `LOADS const s = JSON.parse(localStorage.getItem('state') || '{}'); if (s.consent?.categories?.ads === 'granted') loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, JSON in try',
    `LOADS let c; try { c = JSON.parse(localStorage.getItem('cc')); } catch { c = null; } if (c?.ads) loadPixel();`,
    'blocked r:blocked a:runs',
  ],
  [
    'storage, JSON in try, yes where it fails',
    `LOADS function ok() { try { return JSON.parse(localStorage.getItem('cc')).ads; } catch { return true; } } if (ok()) loadPixel();`,
    'runs',
  ],
  [
    'storage, JSON in try, no where it fails',
    `LOADS function ok() { try { return JSON.parse(localStorage.getItem('cc')).ads; } catch { return false; } } if (ok()) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, default by ||',
    `LOADS const c = localStorage.getItem('cc') || 'granted'; if (c === 'granted') loadPixel();`,
    OPTED,
  ],
  [
    'storage, default by ?? that says no',
    `LOADS const c = localStorage.getItem('cc') ?? 'denied'; if (c === 'granted') loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, default by ??=',
    `LOADS let c = localStorage.getItem('cc'); c ??= 'granted'; if (c === 'granted') loadPixel();`,
    OPTED,
  ],
  [
    'storage, default by a condition',
    `LOADS const v = localStorage.getItem('cc'); const c = v === null ? true : v === 'true'; if (c) loadPixel();`,
    OPTED,
  ],
  [
    'storage, default by a condition that says no',
    `LOADS const v = localStorage.getItem('cc'); const c = v === null ? false : v === 'true'; if (c) loadPixel();`,
    CHOSEN,
  ],
  ['storage, Boolean', `LOADS if (Boolean(localStorage.getItem('cc'))) loadPixel();`, 'blocked r:runs'],
  ['storage, Number', `LOADS if (Number(localStorage.getItem('cc')) === 1) loadPixel();`, CHOSEN],
  ['storage, parseInt', `LOADS if (parseInt(localStorage.getItem('cc'), 10) > 0) loadPixel();`, 'blocked'],
  ['storage, plus', `LOADS if (+localStorage.getItem('cc')) loadPixel();`, 'blocked'],
  ['storage, JSON.parse of a truth', `LOADS if (JSON.parse(localStorage.getItem('cc'))) loadPixel();`, 'blocked'],
  [
    'storage, switch',
    `LOADS switch (localStorage.getItem('cc')) { case 'all': loadPixel(); break; case 'none': break; default: showBanner(); }`,
    CHOSEN,
  ],
  [
    'storage, switch whose default loads',
    `LOADS switch (localStorage.getItem('cc')) { case 'none': break; default: loadPixel(); }`,
    OPTED,
  ],
  [
    'storage, switch that falls through',
    `LOADS switch (localStorage.getItem('cc')) { case null: case 'all': loadPixel(); break; case 'none': }`,
    OPTED,
  ],
  [
    'storage, switch (true)',
    `LOADS const c = localStorage.getItem('cc'); switch (true) { case c === 'all': loadPixel(); break; case !c: break; }`,
    CHOSEN,
  ],
  [
    'storage, table of functions',
    `LOADS const act = { all: loadPixel, none() {} }; act[localStorage.getItem('cc')]?.();`,
    CHOSEN,
  ],
  [
    'storage, table of functions with default',
    `LOADS const act = { all: loadPixel, none() {} }; (act[localStorage.getItem('cc')] || act.all)();`,
    'runs',
  ],
  [
    'storage, version and date',
    `LOADS const s = JSON.parse(localStorage.getItem('cc') || 'null'); const valid = s && s.version === 2 && Date.now() - s.time < 1e9; if (valid && s.choices.marketing) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, expired is asked again',
    `LOADS const s = JSON.parse(localStorage.getItem('cc') || 'null'); if (!s || Date.now() - s.time > 1e9) showBanner(); else if (s.marketing) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, expired counts as a yes',
    `LOADS const s = JSON.parse(localStorage.getItem('cc') || 'null'); if (!s || s.marketing) loadPixel();`,
    OPTED.replace(' r:blocked', ''),
  ],
  [
    'storage, wrapper',
    `LOADS const store = { get: (k, d = null) => { const v = localStorage.getItem(k); return v === null ? d : JSON.parse(v); }, set: (k, v) => localStorage.setItem(k, JSON.stringify(v)) }; if (store.get('cc', {}).marketing) loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, wrapper with default yes',
    `LOADS const store = { get: (k, d = null) => { const v = localStorage.getItem(k); return v === null ? d : JSON.parse(v); } }; if (store.get('cc', { marketing: true }).marketing) loadPixel();`,
    'runs',
  ],
  [
    'storage, or cookie',
    `LOADS const v = localStorage.getItem('cc') || (document.cookie.match(/cc=([^;]+)/) || [])[1]; if (v === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'storage, set on the same page before it is read',
    `LOADS if (!localStorage.getItem('cc')) localStorage.setItem('cc', 'yes'); if (localStorage.getItem('cc') === 'yes') loadPixel();`,
    'runs',
  ],
  [
    'storage, set by assignment before it is read',
    `LOADS localStorage.cc = localStorage.cc || 'yes'; if (localStorage.cc === 'yes') loadPixel();`,
    'runs',
  ],
  ['storage, session', `LOADS if (sessionStorage.getItem('cc') === '1') loadPixel();`, CHOSEN],

  // Cookies.
  [
    'cookie, split and some',
    `LOADS if (document.cookie.split(';').some((c) => c.trim().startsWith('consent=yes'))) loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, split and some, equality',
    `LOADS if (document.cookie.split('; ').some((c) => c === 'consent=yes')) loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, split and none',
    `LOADS if (!document.cookie.split('; ').some((c) => c.startsWith('consent=no'))) loadPixel();`,
    OPTED,
  ],
  ['cookie, split and includes', `LOADS if (document.cookie.split('; ').includes('consent=yes')) loadPixel();`, CHOSEN],
  [
    'cookie, split and find',
    `LOADS const c = document.cookie.split('; ').find((r) => r.startsWith('consent=')); if (c && c.split('=')[1] === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, split and filter',
    `LOADS if (document.cookie.split(';').filter((c) => c.trim().indexOf('consent=yes') === 0).length) loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, split by its name',
    `LOADS const c = ('; ' + document.cookie).split('; consent='); if (c.length === 2 && c.pop().split(';').shift() === 'yes') loadPixel();`,
    'blocked',
  ],
  [
    'cookie, split by a template',
    `LOADS const get = (n) => { const v = \`; \${document.cookie}\`; const p = v.split(\`; \${n}=\`); if (p.length === 2) return p.pop().split(';').shift(); }; if (get('consent') === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, split by a template, opt-out',
    `LOADS const get = (n) => { const v = \`; \${document.cookie}\`; const p = v.split(\`; \${n}=\`); if (p.length === 2) return p.pop().split(';').shift(); }; if (get('consent') !== 'no') loadPixel();`,
    OPTED,
  ],
  [
    'cookie, entries',
    `LOADS const c = Object.fromEntries(document.cookie.split('; ').map((v) => v.split('='))); if (c.consent === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, entries, decoded',
    `LOADS const c = Object.fromEntries(document.cookie.split('; ').map((v) => v.split(/=(.*)/s).map(decodeURIComponent))); if (c['consent'] === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, reduce',
    `LOADS const all = document.cookie.split(';').reduce((o, c) => { const [k, ...v] = c.trim().split('='); o[k] = v.join('='); return o; }, {}); if (all.consent === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, reduce with spread',
    `LOADS const all = document.cookie.split('; ').reduce((o, c) => ({ ...o, [c.split('=')[0]]: c.split('=')[1] }), {}); if (all['consent'] !== 'no') loadPixel();`,
    OPTED,
  ],
  [
    'cookie, reduce to one value',
    `LOADS const get = (name) => document.cookie.split('; ').reduce((r, v) => { const parts = v.split('='); return parts[0] === name ? decodeURIComponent(parts[1]) : r; }, ''); if (get('consent') === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, loop into an object',
    `LOADS const jar = {}; document.cookie.split(';').forEach((c) => { const [k, v] = c.trim().split('='); jar[k] = v; }); if (jar.consent === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, loop into an object, opt-out',
    `LOADS var jar = {}; document.cookie.split(';').forEach(function (c) { var p = c.split('='); jar[p[0].trim()] = p[1]; }); if (jar.consent != 'no') loadPixel();`,
    OPTED,
  ],
  [
    'cookie, loop into a map',
    `LOADS const jar = new Map(document.cookie.split('; ').map((c) => c.split('='))); if (jar.get('consent') === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, search parameters',
    `LOADS const jar = new URLSearchParams(document.cookie.replaceAll('; ', '&')); if (jar.get('consent') === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, search parameters, opt-out',
    `LOADS const jar = new URLSearchParams(document.cookie.replace(/; /g, '&')); if (jar.get('consent') !== 'no') loadPixel();`,
    OPTED,
  ],
  [
    'cookie, match with a group',
    `LOADS const m = document.cookie.match(/(?:^|;\\s*)consent=([^;]*)/); if (m && m[1] === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, match with a group and optional chain',
    `LOADS if (document.cookie.match(/consent=(\\w+)/)?.[1] === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, match with a named group',
    `LOADS if (document.cookie.match(/consent=(?<v>[^;]+)/)?.groups?.v === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, match or an empty list',
    `LOADS const [, v] = document.cookie.match(/consent=([^;]+)/) || []; if (v === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, exec',
    `LOADS const r = /consent=([^;]+)/.exec(document.cookie); if (r !== null && r[1] === 'yes') loadPixel();`,
    CHOSEN,
  ],
  ['cookie, exec, there', `LOADS if (/consent=([^;]+)/.exec(document.cookie)) loadPixel();`, 'blocked r:runs'],
  ['cookie, test, opt-out', `LOADS if (!/optout=1/.test(document.cookie)) loadPixel();`, 'runs'],
  [
    'cookie, replace',
    `LOADS const v = document.cookie.replace(/(?:(?:^|.*;\\s*)consent\\s*\\=\\s*([^;]*).*$)|^.*$/, '$1'); if (v === 'yes') loadPixel();`,
    CHOSEN,
  ],
  ['cookie, search', `LOADS if (document.cookie.search('consent=yes') >= 0) loadPixel();`, CHOSEN],
  ['cookie, indexOf, less than zero', `LOADS if (document.cookie.indexOf('consent=no') < 0) loadPixel();`, OPTED],
  ['cookie, bitwise', `LOADS if (~document.cookie.indexOf('consent=yes')) loadPixel();`, CHOSEN],
  [
    'cookie, helper of another name',
    `LOADS function kaka(n) { const a = document.cookie.split(';'); for (const c of a) { const [k, v] = c.trim().split('='); if (k === n) return v; } return null; } if (kaka('samtycke') === 'ja') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, helper of another name, opt-out',
    `LOADS function kaka(n) { const a = document.cookie.split(';'); for (const c of a) { const [k, v] = c.trim().split('='); if (k === n) return v; } return null; } if (kaka('samtycke') !== 'nej') loadPixel();`,
    OPTED,
  ],
  [
    'cookie, helper with a default',
    `LOADS function rc(n, d) { const m = document.cookie.match(new RegExp('(?:^|; )' + n + '=([^;]*)')); return m ? decodeURIComponent(m[1]) : d; } if (rc('consent', 'yes') === 'yes') loadPixel();`,
    OPTED,
  ],
  [
    'cookie, helper with a default that says no',
    `LOADS function rc(n, d) { const m = document.cookie.match(new RegExp('(?:^|; )' + n + '=([^;]*)')); return m ? decodeURIComponent(m[1]) : d; } if (rc('consent', 'no') === 'yes') loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, JSON',
    `LOADS function rc(n) { const m = document.cookie.match('(?:^|; )' + n + '=([^;]*)'); return m ? JSON.parse(decodeURIComponent(m[1])) : {}; } if (rc('cc').ads) loadPixel();`,
    CHOSEN,
  ],
  [
    'cookie, base64',
    `LOADS const m = document.cookie.match(/cc=([^;]+)/); if (m && JSON.parse(atob(m[1])).ads === 1) loadPixel();`,
    CHOSEN,
  ],
  ['cookie, empty jar', `LOADS if (document.cookie === '') loadPixel();`, 'runs'],
  ['cookie, jar is not empty', `LOADS if (document.cookie) loadPixel();`, 'blocked'],
  ['cookie, cookies allowed by the browser', `LOADS if (navigator.cookieEnabled) loadPixel();`, 'runs'],
  [
    'cookie, js-cookie',
    `import Cookies from 'js-cookie'; LOADS if (Cookies.get('cc') === 'yes') loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, js-cookie, all',
    `import Cookies from 'js-cookie'; LOADS const { cc } = Cookies.get(); if (cc === 'yes') loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, js-cookie, JSON',
    `import Cookies from 'js-cookie'; LOADS const c = Cookies.getJSON('cc') || {}; if (c.ads) loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, js-cookie, opt-out',
    `import Cookies from 'js-cookie'; LOADS if (Cookies.get('cc') !== 'no') loadPixel();`,
    OPTED,
    'js',
  ],
  ['cookie, js-cookie as a global', `LOADS if (window.Cookies.get('cc') === 'yes') loadPixel();`, CHOSEN],
  [
    'cookie, js-cookie, set on the same page',
    `import Cookies from 'js-cookie'; LOADS if (!Cookies.get('cc')) Cookies.set('cc', 'yes', { expires: 365 }); if (Cookies.get('cc') === 'yes') loadPixel();`,
    'runs',
    'js',
  ],
  [
    'cookie, universal-cookie',
    `import Cookies from 'universal-cookie'; LOADS const cookies = new Cookies(); if (cookies.get('cc') === 'yes') loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, universal-cookie, opt-out',
    `import Cookies from 'universal-cookie'; LOADS const cookies = new Cookies(null, { path: '/' }); if (cookies.get('cc') !== 'no') loadPixel();`,
    OPTED,
    'js',
  ],
  [
    'cookie, react-cookie',
    `import { useCookies } from 'react-cookie'; LOADS export default function Tags() { const [cookies] = useCookies(['cc']); if (cookies.cc === 'yes') loadPixel(); return null; }`,
    CHOSEN,
    'jsx',
  ],
  [
    'cookie, react-cookie, opt-out',
    `import { useCookies } from 'react-cookie'; LOADS export default function Tags() { const [cookies] = useCookies(['cc']); if (cookies.cc !== 'no') loadPixel(); return null; }`,
    OPTED,
    'jsx',
  ],
  [
    'cookie, cookies-next',
    `import { getCookie } from 'cookies-next'; LOADS if (getCookie('cc') === 'yes') loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, nookies',
    `import { parseCookies } from 'nookies'; LOADS const { cc } = parseCookies(); if (cc === 'yes') loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, cookie package',
    `import cookie from 'cookie'; LOADS const jar = cookie.parse(document.cookie); if (jar.cc === 'yes') loadPixel();`,
    CHOSEN,
    'js',
  ],
  [
    'cookie, cookie package, opt-out',
    `import { parse } from 'cookie'; LOADS const jar = parse(document.cookie || ''); if (jar.cc !== 'no') loadPixel();`,
    OPTED,
    'js',
  ],
  [
    'cookie, store of the browser',
    `LOADS cookieStore.get('cc').then((c) => { if (c && c.value === 'yes') loadPixel(); });`,
    CHOSEN,
  ],
  [
    'cookie, store of the browser, await',
    `LOADS (async () => { const c = await cookieStore.get('cc'); if (c?.value !== 'no') loadPixel(); })();`,
    OPTED,
  ],
  [
    'cookie, set on the same page before it is read',
    `LOADS document.cookie = 'cc=yes; path=/'; if (document.cookie.indexOf('cc=yes') > -1) loadPixel();`,
    'runs',
  ],
];

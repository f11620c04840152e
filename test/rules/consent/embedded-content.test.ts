import { describe, expect, it } from 'vitest';
import { embedsOf } from '../../../src/model/embeds.ts';
import { GENERAL_PROFILE } from '../../../src/model/profile.ts';
import { read } from '../../extract/gating/support.ts';

const YT = 'https://www.youtube.com/embed/abc';
const MANUAL = '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script>';
const AUTO = '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="auto"></script>';
const INSERT = `const f = document.createElement('iframe'); f.src = '${YT}'; document.body.appendChild(f);`;

/** The embeds that load on a first visit: vendor, and the certainty where it is not certain. */
function embedded(code: string, extension: string): string {
  return embedsOf(read(code, extension), GENERAL_PROFILE)
    .map(({ vendor, certainty, first }) =>
      [vendor.id, ...(certainty === 'certain' ? [] : [certainty]), ...(first.restrained ? ['restrained'] : [])].join(
        ' ',
      ),
    )
    .join(', ');
}

const CASES: readonly (readonly [code: string, embeds: string, extension?: string])[] = [
  // Frames
  [`<iframe src="${YT}"></iframe>`, 'youtube'],
  ['<iframe src="//www.youtube.com/embed/abc?rel=0"></iframe>', 'youtube'],
  ['<iframe src="http://youtube.com/embed/abc"></iframe>', 'youtube'],
  ['<IFRAME SRC=https://www.youtube.com/embed/videoseries?list=PL1></IFRAME>', 'youtube'],
  [`<iframe loading="lazy" src="${YT}"></iframe>`, 'youtube'],
  [`<iframe src="${YT}"></iframe><iframe src="${YT}"></iframe>`, 'youtube, youtube'],
  [`<iframe src="${YT}?enablejsapi=1"></iframe><script src="https://www.youtube.com/iframe_api"></script>`, 'youtube'],
  ['<script src="https://www.youtube.com/iframe_api"></script>', 'youtube'],
  ['<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe>', 'youtube restrained'],
  ['<iframe src="https://player.vimeo.com/video/1?dnt=1"></iframe>', 'vimeo restrained'],
  ['<iframe src="https://player.vimeo.com/video/1?dnt=0"></iframe>', 'vimeo'],
  ['<object data="https://www.youtube.com/v/abc"></object>', 'youtube'],
  ['<embed src="https://www.youtube.com/v/abc">', 'youtube'],
  ['<iframe src="https://maps.google.se/maps?q=x&output=embed"></iframe>', 'google-maps'],
  ['<iframe src="https://www.google.com/maps/d/u/0/embed?mid=1"></iframe>', 'google-maps'],
  ['<img src="https://maps.googleapis.com/maps/api/staticmap?center=x&key=k">', 'google-maps'],
  ['<script src="https://maps.googleapis.com/maps/api/js?key=k&callback=init"></script>', 'google-maps'],
  ['<iframe src="https://open.spotify.com/embed/episode/1"></iframe>', 'spotify'],
  ['<iframe src="https://www.facebook.com/plugins/page.php?href=x"></iframe>', 'facebook-plugins'],
  ['<iframe src="https://www.instagram.com/p/abc/embed/"></iframe>', 'instagram'],
  ['<iframe src="https://www.tiktok.com/embed/v2/1"></iframe>', 'tiktok-embed'],
  ['<script async src="https://www.tiktok.com/embed.js"></script>', 'tiktok-embed'],
  ['<script src="https://platform.linkedin.com/in.js">lang: sv_SE</script>', 'linkedin-widgets'],
  ['<script async defer src="//assets.pinterest.com/js/pinit.js"></script>', 'pinterest-widgets'],
  ['<iframe src="https://form.typeform.com/to/abc"></iframe>', 'typeform'],
  ['<iframe src="https://calendly.com/butiken/30min"></iframe>', 'calendly'],
  ['<iframe src="https://docs.google.com/forms/d/e/1/viewform?embedded=true"></iframe>', 'google-docs'],
  ['<script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async></script>', 'turnstile restrained'],
  ['<script src="https://js.hcaptcha.com/1/api.js" async></script>', 'hcaptcha'],
  ['<script src="https://www.recaptcha.net/recaptcha/api.js"></script>', 'recaptcha'],
  // Fonts: one for a vendor, however many sheets
  [
    '<link href="https://fonts.googleapis.com/css?family=A" rel="stylesheet"><link href="https://fonts.googleapis.com/css?family=B" rel="stylesheet">',
    'google-fonts',
  ],
  ['<link rel="preload" as="style" href="https://fonts.googleapis.com/css2?family=A">', 'google-fonts'],
  ['<link rel="preload" as="font" crossorigin href="https://fonts.gstatic.com/s/a.woff2">', 'google-fonts'],
  ['<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>', ''],
  ['<link rel="dns-prefetch" href="//fonts.googleapis.com">', ''],
  ['<script src="https://use.typekit.net/abc1def.js"></script>', 'adobe-fonts'],
  ['<style>@font-face{font-family:A;src:url(https://fonts.gstatic.com/s/a.woff2)}</style>', 'google-fonts'],
  ['<style>/* fonts.googleapis.com */ @import url(/fonts/a.css);</style>', ''],
  ['<template><link rel="stylesheet" href="https://fonts.googleapis.com/css"></template>', ''],
  // Chat
  [
    `(function(d){var s=d.createElement('script');s.src='https://client.crisp.chat/l.js';d.head.appendChild(s)})(document)`,
    'crisp',
  ],
  [
    `window.addEventListener('load', () => { const s = document.createElement('script'); s.src = 'https://widget.intercom.io/widget/abc'; document.body.append(s); });`,
    'intercom',
  ],
  [
    `document.getElementById('chat-button').addEventListener('click', () => { const s = document.createElement('script'); s.src = 'https://widget.intercom.io/widget/abc'; document.body.append(s); });`,
    '',
  ],
  ['<script id="ze-snippet" src="https://static.zdassets.com/ekr/snippet.js?key=1"></script>', 'zendesk'],
  ['<script src="https://js.driftt.com/include/1/abc.js"></script>', 'drift'],
  ["import Intercom from '@intercom/messenger-js-sdk';\nIntercom({ app_id: 'abc' });", 'intercom', 'js'],
  // Parked
  [`${MANUAL}<iframe data-cookieconsent="marketing" data-cookieblock-src="${YT}"></iframe>`, ''],
  [`${MANUAL}<iframe data-cookieconsent="marketing" data-src="${YT}"></iframe>`, ''],
  [`${MANUAL}<iframe data-cookieconsent="marketing" src="${YT}"></iframe>`, 'youtube'],
  [`${MANUAL}<iframe src="${YT}"></iframe>`, 'youtube'],
  [`${AUTO}<iframe src="${YT}"></iframe>`, ''],
  [`<iframe class="optanon-category-C0004" data-src="${YT}" src="about:blank"></iframe>`, ''],
  [`<iframe data-src="${YT}"></iframe>`, ''],
  [`<iframe data-category="marketing" data-src="${YT}"></iframe>`, ''],
  [`<iframe class="lazyload" data-category="marketing" data-src="${YT}"></iframe>`, ''],
  [`<iframe class="lazyload" data-src="${YT}"></iframe>`, 'youtube likely'],
  [`<iframe src="about:blank" data-lazy-src="${YT}"></iframe>`, 'youtube likely'],
  [`<template><iframe src="${YT}"></iframe></template>`, ''],
  [`<noscript><iframe src="${YT}"></iframe></noscript>`, ''],
  ['<script type="text/plain" data-category="functional" src="https://widget.intercom.io/widget/abc"></script>', ''],
  [`<iframe srcdoc="<a href='${YT}'>film</a>" src="${YT}"></iframe>`, ''],
  [`<!-- <iframe src="${YT}"></iframe> -->`, ''],
  [`<a href="${YT}" class="popup-youtube">film</a>`, ''],
  // Scripts that build frames
  [INSERT, 'youtube'],
  [`document.querySelector('.play').addEventListener('click', () => { ${INSERT} });`, ''],
  [`document.querySelector('.play').onclick = function () { ${INSERT} };`, ''],
  [`document.addEventListener('click', (event) => { if (event.target.closest('.play')) { ${INSERT} } });`, ''],
  [`function play() { ${INSERT} }`, ''],
  [`<button onclick="play()">film</button><script>function play() { ${INSERT} }</script>`, ''],
  [`setTimeout(() => { ${INSERT} }, 3000);`, 'youtube'],
  [
    `new IntersectionObserver((entries) => { if (entries[0].isIntersecting) { ${INSERT} } }).observe(document.querySelector('#v'));`,
    'youtube',
  ],
  [`addEventListener('scroll', () => { ${INSERT} }, { once: true });`, 'youtube'],
  [`['scroll', 'click'].forEach((name) => addEventListener(name, () => { ${INSERT} }));`, 'youtube'],
  [`$('#film').on('show.bs.modal', function () { ${INSERT} });`, 'youtube possible'],
  [`document.querySelector('#v').innerHTML = '<iframe src="${YT}"></iframe>';`, 'youtube'],
  [`document.write('<iframe src="${YT}"></iframe>');`, 'youtube'],
  [`document.querySelector('#v').src = '${YT}';`, 'youtube'],
  [`<iframe id="v"></iframe><script>$('#v').attr('src', '${YT}');</script>`, 'youtube'],
  [
    `document.querySelector('.play').addEventListener('click', () => { document.querySelector('#v').src = '${YT}'; });`,
    '',
  ],
  [`if (Cookiebot.consent.marketing) document.querySelector('#v').setAttribute('src', '${YT}');`, ''],
  [
    `<iframe id="v" data-src="${YT}"></iframe><script>const v = document.getElementById('v'); v.src = v.dataset.src;</script>`,
    'youtube',
  ],
  [`async function draw() { const { Map } = await google.maps.importLibrary('maps'); } draw();`, 'google-maps'],
  [`if (localStorage.getItem('consent') === 'yes') { ${INSERT} }`, ''],
  [`if (localStorage.getItem('consent') !== 'no') { ${INSERT} }`, 'youtube'],
  [`fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', { method: 'POST' });`, ''],
  [
    `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://fonts.googleapis.com/css2?family=A'; document.head.appendChild(l);`,
    'google-fonts',
  ],
  // Templates and components
  [`{% if page.video %}<iframe src="https://www.youtube.com/embed/{{ page.video }}"></iframe>{% endif %}`, 'youtube'],
  [`{% if cookies.consent == 'yes' %}<iframe src="${YT}"></iframe>{% endif %}`, ''],
  ['<iframe src="{{ page.video_url }}"></iframe>', ''],
  [`export const Video = () => <iframe src="${YT}" />;`, 'youtube', 'jsx'],
  [`export const Video = ({ id }) => <iframe src={'https://www.youtube.com/embed/' + id} />;`, 'youtube', 'jsx'],
  [
    `import { useState } from 'react'; export function V() { const [on, set] = useState(false); return on ? <iframe src="${YT}" /> : <button onClick={() => set(true)}>film</button>; }`,
    '',
    'jsx',
  ],
  [
    `export function V({ consent }) { return consent.marketing ? <iframe src="${YT}" /> : null; }`,
    'youtube possible',
    'jsx',
  ],
  [`import YouTube from 'react-youtube';\nexport const V = () => <YouTube videoId="abc" />;`, 'youtube', 'jsx'],
  [
    '<template><link href="https://fonts.googleapis.com/css2?family=A" rel="stylesheet" /></template>',
    'google-fonts',
    'vue',
  ],
  [
    `<template><iframe v-if="playing" src="${YT}" /><button v-else @click="playing = true">film</button></template><script setup>import { ref } from 'vue'; const playing = ref(false);</script>`,
    '',
    'vue',
  ],
  [
    `<template><iframe :src="'https://www.youtube.com/embed/' + id" /></template><script setup>defineProps(['id']);</script>`,
    'youtube',
    'vue',
  ],
  // Nobody's
  ['<iframe src="/karta.html"></iframe><iframe></iframe><iframe src=""></iframe>', ''],
  ['<a href="https://www.youtube.com/@butiken">kanal</a><a href="https://www.google.com/maps?q=x">karta</a>', ''],
  [
    '<script src="https://js.stripe.com/v3/"></script><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-A"></iframe>',
    '',
  ],
  // Trackers have a rule of their own.
  ['<script src="https://connect.facebook.net/en_US/fbevents.js"></script>', ''],
];

describe('what is embedded on a first visit', () => {
  for (const [code, embeds, extension = 'html'] of CASES) {
    it(code.slice(0, 120), () => {
      expect(embedded(code, extension)).toBe(embeds);
    });
  }

  it('is nothing where the law asks for an opt-out, nor of vendors that are exempt', () => {
    const unit = read(`<iframe src="${YT}"></iframe>`, 'html');
    expect(embedsOf(unit, { ...GENERAL_PROFILE, regime: 'us-opt-out' })).toEqual([]);
    expect(embedsOf(unit, { ...GENERAL_PROFILE, exemptVendors: ['youtube'] })).toEqual([]);
  });
});

import { containerText, tag, trigger } from '../extract/gtm/build.ts';
import { COOKIEBOT, html, type Pattern, withScript } from './support.ts';

const GTM =
  "<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-ABCDEFG');</script>";

/** H: conditions of the server, components, and what comes from elsewhere. */
export const templatePatterns: readonly Pattern[] = [
  {
    number: 101,
    verdict: 'gated',
    pages: [
      [
        'a cookie of the server',
        html(`@if (array_key_exists($cookieName, $_COOKIE) && $_COOKIE[$cookieName] == 'true')\nTAG\n@endif`),
        'blocked r:blocked a:runs !-',
        'blade.php',
      ],
      [
        'a name that says so',
        html(
          `@php $key = 'marketing_cookies'; @endphp\n@if (request()->cookie('marketing_cookies') === 'true')\nTAG\n@endif`,
        ),
        'blocked r:blocked m:runs !-',
        'blade.php',
      ],
      [
        'and a script for the others',
        html(
          `@if (Cookie::get('cookie_consent') == 'accepted')\nTAG\n@else\n<script>LOADS document.addEventListener('DOMContentLoaded', function () { document.getElementById('accept-cookies').addEventListener('click', loadPixel); });</script>\n@endif`,
          '<button id="accept-cookies">Acceptera</button>',
        ),
        'blocked r:blocked a:runs !-',
        'blade.php',
      ],
    ],
  },
  {
    number: 102,
    verdict: 'open',
    pages: [
      ['a switch', html(`@if($enabled)\nTAG\n@endif`), 'runs r:runs !fires-before-consent', 'blade.php'],
      [
        'a setting',
        html(`@if(config('facebook-pixel.enabled') && !empty(config('facebook-pixel.id')))\nTAG\n@endif`),
        'runs r:runs !fires-before-consent',
        'blade.php',
      ],
      [
        'unless',
        html(`@unless(app()->environment('local'))\nTAG\n@endunless`),
        'runs r:runs !fires-before-consent',
        'blade.php',
      ],
    ],
  },
  {
    number: 103,
    verdict: 'gated',
    pages: [
      [
        'a function',
        html(`{% if isMarketingAccepted() %}\nTAG\n{% endif %}`),
        'blocked r:blocked m:runs !-',
        'html.twig',
      ],
      [
        'with an argument',
        html(`{% if cookie_consent_isCategoryAllowedByUser('marketing') %}\nTAG\n{% endif %}`),
        'blocked r:blocked m:runs !-',
        'html.twig',
      ],
      [
        'a variable',
        html(`{%- set accepted = isMarketingAccepted() -%}{%- if accepted -%}TAG{%- endif -%}`),
        'blocked r:blocked m:runs !-',
        'html.twig',
      ],
    ],
  },
  {
    number: 104,
    verdict: 'gated',
    pages: [
      [
        'bound',
        html(
          `{% load cookiebanner %}{% cookie_accepted 'marketing' as marketing_ok %}{% if marketing_ok %}TAG{% endif %}`,
        ),
        'blocked r:blocked m:runs !-',
        'html',
      ],
      [
        'the analytics of the example',
        html(
          `{% load cookiebanner %}{% cookie_accepted 'analytics' as c %}{% if c %}<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script><script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());gtag('config','G-ABC123');</script>{% endif %}`,
        ),
        '@google-analytics blocked r:blocked',
        'html',
      ],
    ],
  },
  {
    number: 105,
    verdict: 'depends',
    pages: [
      [
        'a flag of the context',
        html(`{% load static %}{% if accept_cookies %}TAG{% endif %}`),
        'blocked a:runs !-',
        'html',
      ],
      ['turned round', html(`{% load static %}{% if not accept_cookies %}TAG{% endif %}`), 'runs', 'html'],
    ],
    note: 'What the view puts there shows elsewhere; a flag that names the yes is a gate, with certainty likely.',
  },
  {
    number: 106,
    verdict: 'gated',
    pages: [
      ['a helper', html(`<% if cookie_consent_given? %>\nTAG\n<% end %>`), 'blocked r:blocked a:runs !-', 'html.erb'],
      [
        'a value',
        html(`<% if cookies[:marketing_consent] == 'accepted' %>TAG<% end %>`),
        'blocked r:blocked m:runs !-',
        'html.erb',
      ],
      [
        'Slim conditions of old',
        html(`<%- unless cookies['cookie_consent'] != "accepted" -%>TAG<%- end -%>`),
        'blocked r:blocked a:runs !-',
        'html.erb',
      ],
    ],
  },
  {
    number: 107,
    verdict: 'pretends',
    pages: [
      [
        'or true',
        `@using Microsoft.AspNetCore.Http.Features\n@{ var canTrack = Context.Features.Get<ITrackingConsentFeature>()?.CanTrack ?? true; }\n@if (canTrack)\n{\nTAG\n}`,
        'unknown !-',
        'cshtml',
      ],
      [
        'or false',
        `@using Microsoft.AspNetCore.Http.Features\n@{ var canTrack = Context.Features.Get<ITrackingConsentFeature>()?.CanTrack ?? false; }\n@if (canTrack)\n{\nTAG\n}`,
        'blocked a:runs !-',
        'cshtml',
      ],
      [
        'in the condition',
        `@if (Context.Features.Get<ITrackingConsentFeature>()?.CanTrack ?? true)\n{\nTAG\n}`,
        'unknown !-',
        'cshtml',
      ],
    ],
    note: 'Whether the policy of cookies is set up shows elsewhere: where it is, the feature is there and the fallback never stands in; so no verdict. The second page is the right form.',
  },
  {
    number: 108,
    verdict: 'likely',
    pages: [
      [
        'exists and says yes',
        html(
          `<?php if ( function_exists( 'wp_has_consent' ) && wp_has_consent( 'marketing' ) ) : ?>\nTAG\n<?php endif; ?>`,
        ),
        'blocked r:blocked m:runs !-',
        'php',
      ],
      [
        'in a function',
        `<?php\nfunction shop_pixel() {\n  if ( ! function_exists( 'wp_has_consent' ) || ! wp_has_consent( 'marketing' ) ) {\n    return;\n  }\n  ?>\nTAG\n<?php\n}\nadd_action( 'wp_head', 'shop_pixel' );`,
        'blocked r:blocked m:runs !-',
        'php',
      ],
      [
        'fail open',
        html(`<?php if ( ! function_exists( 'wp_has_consent' ) || wp_has_consent( 'marketing' ) ) { ?>TAG<?php } ?>`),
        'runs !ineffective-gate',
        'php',
      ],
    ],
    note: 'The last page is the variant of the facts that fails open.',
  },
  {
    number: 109,
    verdict: 'gated',
    pages: [
      [
        'printf',
        `<?php\nfunction shop_head() {\n  echo '${COOKIEBOT}';\n  printf( '<script type="text/plain" data-cookieconsent="marketing" src="%s"></script>', 'SRC' );\n}\nadd_action( 'wp_head', 'shop_head' );`,
        'blocked r:blocked m:runs',
        'php',
      ],
      [
        'echo',
        `<?php echo '${COOKIEBOT}'; echo '<script type="text/plain" data-cookieconsent="marketing" src="SRC"></script>'; ?>`,
        'blocked r:blocked m:runs',
        'php',
      ],
      [
        'echo of one that runs',
        `<?php echo '${COOKIEBOT}'; echo '<script data-cookieconsent="marketing" src="SRC"></script>'; ?>`,
        'runs',
        'php',
      ],
    ],
  },
  {
    number: 110,
    verdict: 'gated',
    pages: [
      [
        'what is served',
        html(
          '<script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js"></script>',
          `<iframe src="" data-consent-src="https://www.youtube.com/embed/abc" data-category-consent="cookie_cat_marketing"></iframe>`,
        ),
        '@youtube blocked m:runs !-',
      ],
      [
        'the template of it',
        html(
          '<script id="CookieConsent" src="https://policy.app.cookieinformation.com/uc.js"></script>',
          `<iframe{{ attributes.setAttribute('src', '').setAttribute('data-consent-src', url) }}></iframe>`,
        ),
        '@youtube blocked !-',
        'html.twig',
      ],
    ],
    note: 'The rewriting stands in a theme function that puts addresses of the database into attributes: no tracker shows in it. The pages are what it makes and where it goes.',
  },
  {
    number: 111,
    verdict: 'open',
    pages: [
      ['a setting', html(`{% if settings.pixel_id %}TAG{% endif %}`), 'runs r:runs !fires-before-consent', 'liquid'],
      [
        'a setting that sounds like consent',
        html(`{%- if settings.show_cookie_banner and settings.pixel_id != blank -%}TAG{%- endif -%}`),
        'runs r:runs',
        'liquid',
      ],
      [
        'by a script',
        html(
          `{% if settings.pixel_id != blank %}<script>document.addEventListener('visitorConsentCollected', function () { if (window.Shopify.customerPrivacy.marketingAllowed()) { PIX } });</script>{% endif %}`,
        ),
        'blocked r:blocked m:runs !-',
        'liquid',
      ],
    ],
    note: 'The last page is the right form.',
  },
  {
    number: 112,
    verdict: 'gated',
    pages: [
      [
        'by the markup',
        html(
          `<script src="//cdn.cookie-script.com/s/0123456789abcdef.js"></script>{%- if jekyll.environment == 'production' and site.facebook_pixel -%}<script type="text/plain" data-cookiescript="accepted" data-cookiecategory="targeting">PIX</script>{%- endif -%}`,
        ),
        'blocked r:blocked m:runs !-',
      ],
      [
        'without parking',
        html(
          `{%- if jekyll.environment == 'production' and site.facebook_pixel -%}<script data-cookiecategory="targeting">PIX</script>{%- endif -%}`,
        ),
        'runs r:runs',
      ],
    ],
    note: 'By the markup, says the table: parked markup is gated, the other is not.',
  },
  {
    number: 113,
    verdict: 'depends',
    pages: [
      [
        'both branches',
        html(
          `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script>{{ if .Site.Params.cookieConsent }}<script type="text/plain" data-cookieconsent="marketing">PIX</script>{{ else }}TAG{{ end }}`,
        ),
        'runs !fires-before-consent',
      ],
      [
        'the parked one alone',
        html(
          `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script>{{ with .Site.Params.facebookPixel }}<script type="text/plain" data-cookieconsent="marketing">PIX</script>{{ end }}`,
        ),
        'blocked m:runs !-',
      ],
    ],
  },
  {
    number: 114,
    verdict: 'gated',
    pages: [
      [
        'a cookie',
        html(`<% if (req.cookies.consent === 'yes') { %>\nTAG\n<% } %>`),
        'blocked r:blocked a:runs !-',
        'ejs',
      ],
      [
        'a local',
        html(`<% if (locals.cookies && cookies.marketing_consent === 'true') { -%>TAG<% } -%>`),
        'blocked r:blocked m:runs !-',
        'ejs',
      ],
      [
        'a ternary in the script',
        html(
          `<script>var consent = <%- JSON.stringify(req.cookies.consent === 'yes') %>; if (consent) { PIX }</script>`,
        ),
        'blocked r:blocked a:runs !-',
        'ejs',
      ],
    ],
  },
  {
    number: 115,
    verdict: 'gated',
    pages: [
      [
        'PHP',
        html(
          `<?php if (isset($_COOKIE['marketing_consent']) && $_COOKIE['marketing_consent'] === 'granted'): ?>\nTAG\n<?php endif ?>`,
        ),
        'blocked r:blocked m:runs !-',
        'php',
      ],
      [
        'Twig',
        html(`{% if app.request.cookies.get('marketing_consent') == 'granted' %}TAG{% endif %}`),
        'blocked r:blocked m:runs !-',
        'html.twig',
      ],
      [
        'JSP',
        html(`<c:if test="\${cookie.marketing_consent.value == 'granted'}">TAG</c:if>`),
        'blocked r:blocked m:runs !-',
        'jsp',
      ],
    ],
    note: 'Whether a cache in front tells the cookies apart shows in no template.',
  },
  {
    number: 116,
    verdict: 'gated',
    pages: [
      [
        'a conjunct',
        `import Script from 'next/script';
         import { useState, useEffect } from 'react';
         export default function TrackingPixels() {
           const [consent, setConsent] = useState({ marketing: false });
           useEffect(() => { const stored = localStorage.getItem('consent'); if (stored) setConsent(JSON.parse(stored)); }, []);
           return <>{consent.marketing && <Script src="SRC" />}</>;
         }`,
        'blocked r:blocked m:runs',
        'jsx',
      ],
      [
        'early return, store of the site',
        `import Script from 'next/script';
         import { useCookieStore } from '@/stores/cookies';
         export function TrackingPixels() { const { consent } = useCookieStore(); if (!consent.marketing) return null; return <Script id="fb">{\`PIX\`}</Script>; }
=== stores/cookies.ts
import { create } from 'zustand';
export const useCookieStore = create((set) => ({ consent: { marketing: false }, accept: () => set({ consent: { marketing: true } }) }));`,
        'blocked',
        'tsx',
      ],
      [
        'a ternary',
        `import { useCookieConsent } from 'some-package';\nexport default function Pixel() { const { marketing } = useCookieConsent(); return marketing ? <script async src="SRC" /> : null; }`,
        'unknown',
        'jsx',
      ],
    ],
    note: 'A hook of a package that taglint does not know is a gate of unknown effect: no verdict and no finding (the decision order of the facts).',
  },
  {
    number: 117,
    verdict: 'pretends',
    pages: [
      [
        'true on the server',
        `import { useState } from 'react';
         export default function Pixel() {
           const [ok] = useState(() => (typeof window === 'undefined' ? true : localStorage.getItem('consent') !== 'no'));
           return ok ? <script async src="SRC" /> : null;
         }`,
        'runs',
        'jsx',
      ],
      [
        'true',
        `import { useState, useEffect } from 'react';\nexport default function Pixel() { const [ok, setOk] = useState(true); useEffect(() => { if (localStorage.getItem('consent') === 'no') setOk(false); }, []); return ok && <script async src="SRC" />; }`,
        'runs',
        'tsx',
      ],
    ],
  },
  {
    number: 118,
    verdict: 'dead',
    pages: [
      [
        'braces are expressions',
        `export function FacebookTracker({ id }) { return (<script>!(function () {'{'}{'}'})(); fbq('init', {id});</script>); }`,
        'blocked',
        'jsx',
      ],
      [
        'a template text',
        `export function FacebookTracker() { return <script dangerouslySetInnerHTML={{ __html: \`PIX\` }} />; }`,
        'runs',
        'jsx',
      ],
    ],
    note: 'The second page is the right form: it runs.',
  },
  {
    number: 119,
    verdict: 'gated',
    pages: [
      [
        'v-if',
        `<script setup>\nimport { ref, onMounted } from 'vue';\nimport MarketingLoader from './MarketingLoader.vue';\nconst consent = ref({ marketing: false });\nonMounted(() => { const s = localStorage.getItem('consent'); if (s) consent.value = JSON.parse(s); });\n</script>\n<template><component :is="'script'" v-if="consent.marketing" src="SRC" /></template>`,
        'blocked r:blocked m:runs',
        'vue',
      ],
      [
        'v-show',
        `<script setup>\nimport { ref } from 'vue';\nconst consent = ref({ marketing: false });\n</script>\n<template><component :is="'script'" v-show="consent.marketing" src="SRC" /></template>`,
        'runs',
        'vue',
      ],
    ],
    note: 'v-show renders all the same: not gated, as the facts say.',
  },
  {
    number: 120,
    verdict: 'gated',
    pages: [
      [
        'a store',
        `<script>\nimport { writable } from 'svelte/store';\nconst cookieConsent = writable(false);\nfunction accept() { cookieConsent.set(true); }\n</script>\n<svelte:head>{#if $cookieConsent}<script async src="SRC"></script>{/if}</svelte:head>\n<button on:click={accept}>Acceptera</button>`,
        'blocked r:blocked a:runs',
        'svelte',
      ],
      [
        'a rune',
        `<script>\nlet consent = $state(false);\n</script>\n<svelte:head>{#if consent}<script async src="SRC"></script>{/if}</svelte:head>\n<button onclick={() => (consent = true)}>Acceptera</button>`,
        'blocked r:blocked a:runs',
        'svelte',
      ],
      [
        'a store that begins with yes',
        `<script>\nimport { writable } from 'svelte/store';\nconst cookieConsent = writable(true);\n</script>\n<svelte:head>{#if $cookieConsent}<script async src="SRC"></script>{/if}</svelte:head>`,
        'runs',
        'svelte',
      ],
    ],
    note: 'The last page is the condition of the facts turned round.',
  },
  {
    number: 121,
    verdict: 'gated',
    pages: [
      [
        'a cookie',
        `---\nconst title = 'Start';\n---\n<html><head>{Astro.cookies.get('consent')?.value === 'yes' && <script is:inline async src="SRC"></script>}</head><body>{title}</body></html>`,
        'blocked r:blocked a:runs',
        'astro',
      ],
      [
        'a constant',
        `---\nconst ok = Astro.cookies.get('consent')?.value === 'yes';\n---\n<head>{ok ? <script is:inline src="SRC"></script> : null}</head>`,
        'blocked r:blocked a:runs',
        'astro',
      ],
    ],
  },
  {
    number: 122,
    verdict: 'gated',
    pages: [
      [
        'amp-analytics',
        '<!doctype html><html amp lang="sv"><head><script async custom-element="amp-analytics" src="https://cdn.ampproject.org/v0/amp-analytics-0.1.js"></script></head><body><amp-analytics type="facebookpixel" id="fb" data-block-on-consent><script type="application/json">{"vars":{"pixelId":"1234567890"},"triggers":{"t":{"on":"visible","request":"pageview"}}}</script></amp-analytics></body></html>',
        'blocked !-',
      ],
      [
        'a pixel of AMP',
        '<!doctype html><html amp lang="sv"><body><amp-pixel data-block-on-consent src="https://www.facebook.com/tr?id=1234567890&ev=PageView&noscript=1" layout="nodisplay"></amp-pixel></body></html>',
        'blocked !-',
      ],
    ],
  },
  {
    number: 123,
    verdict: 'depends',
    pages: [
      ['nobody calls it', withScript('', `window.loadPixels = () => { PIX };`), 'blocked !-'],
      [
        'a click on the banner',
        html(
          '<script>window.loadPixels = () => { PIX };</script>',
          `<div class="cookie-consent"><button onclick="loadPixels()">Acceptera alla</button></div>`,
        ),
        'blocked r:blocked a:runs !-',
      ],
      [
        'a call at the end',
        html('<script>window.loadPixels = function () { PIX };</script>', `<script>loadPixels();</script>`),
        'runs !fires-before-consent',
      ],
    ],
  },
  {
    number: 124,
    verdict: 'gated',
    pages: [
      [
        'find',
        withScript(
          '',
          `window.dataLayer = window.dataLayer || []; if (dataLayer.find(i => i.event === 'cookie_consent_marketing')) { PIX }`,
        ),
        'unknown !-',
      ],
      [
        'some',
        withScript(
          '',
          `window.dataLayer = window.dataLayer || []; if (window.dataLayer.some(function (entry) { return entry && entry.event === "cookie_consent_marketing"; })) { INSERT }`,
        ),
        'unknown !-',
      ],
    ],
    note: 'Who pushes the event shows elsewhere: unknown, so that there is no finding; gated in the facts.',
  },
  {
    number: 125,
    verdict: 'unseen',
    pages: [
      [
        'a tag manager alone',
        html(
          GTM,
          `<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABCDEFG" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>`,
        ),
        'blocked !-',
      ],
      [
        'the export of it',
        containerText({
          tags: [tag('Meta - base', 'html', { html: '<script>PIX</script>' }, { firingTriggerId: ['2147479553'] })],
          triggers: [trigger('7', 'CLICK')],
        }),
        '!fires-before-consent',
        'json',
      ],
    ],
    note: 'With the export at hand there is a verdict.',
  },
];

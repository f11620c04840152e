import { COOKIE_INFORMATION, html, type Pattern } from './support.ts';

const YOUTUBE = 'https://www.youtube.com/embed/dQw4w9WgXcQ';

/** G: frames, images and hints. */
export const embedPatterns: readonly Pattern[] = [
  {
    number: 92,
    verdict: 'open',
    pages: [
      [
        'a frame',
        html(
          '',
          `<article><h2>Så här gör du</h2><iframe width="560" height="315" src="${YOUTUBE}" title="YouTube video player" allowfullscreen></iframe></article>`,
        ),
        '@youtube runs r:runs !embedded-content',
      ],
      [
        'without protocol',
        html('', `<iframe src='//www.youtube.com/embed/abc?rel=0'></iframe>`),
        '@youtube runs !embedded-content',
      ],
      [
        'a component',
        `export const Video = ({ id }) => <iframe src={\`https://www.youtube.com/embed/\${id}\`} allowFullScreen />;`,
        '@youtube runs',
        'jsx',
      ],
      [
        'by a script',
        html(
          '',
          `<div id="v"></div><script>document.getElementById('v').innerHTML = '<iframe src="${YOUTUBE}"></iframe>';</script>`,
        ),
        '@youtube runs !embedded-content',
      ],
    ],
  },
  {
    number: 93,
    verdict: 'depends',
    pages: [
      [
        'a frame',
        html('', `<iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"></iframe>`),
        '@youtube runs r:runs !embedded-content',
      ],
    ],
    note: 'No cookies before the visitor plays: it runs, and is a note.',
  },
  {
    number: 94,
    verdict: 'gated',
    pages: [
      [
        'a frame',
        html(
          COOKIE_INFORMATION,
          `<iframe src="" data-consent-src="${YOUTUBE}" data-category-consent="cookie_cat_marketing"></iframe>`,
        ),
        '@youtube blocked r:blocked m:runs !-',
      ],
      [
        'no address at all',
        html(
          COOKIE_INFORMATION,
          `<iframe data-consent-src="${YOUTUBE}" data-category-consent="cookie_cat_marketing" loading="lazy"></iframe>`,
        ),
        '@youtube blocked r:blocked m:runs !-',
      ],
    ],
  },
  {
    number: 95,
    verdict: 'gated',
    pages: [
      [
        'blank',
        html(
          '<script type="text/javascript" data-cmp-ab="1" src="https://cdn.consentmanager.net/delivery/autoblocking/0123456789abc.js"></script>',
          `<iframe src="about:blank" class="cmplazyload" data-cmp-src="${YOUTUBE}" data-cmp-vendor="s30"></iframe>`,
        ),
        '@youtube blocked r:blocked a:runs !-',
      ],
      [
        'Cookiebot',
        html(
          '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script>',
          `<iframe data-cookieconsent="marketing" data-cookieblock-src="${YOUTUBE}" src="about:blank"></iframe>`,
        ),
        '@youtube blocked m:runs !-',
      ],
    ],
  },
  {
    number: 96,
    verdict: 'open',
    pages: [
      [
        'lazysizes',
        html(
          '<script src="https://cdn.jsdelivr.net/npm/lazysizes@5.3.2/lazysizes.min.js" async></script>',
          `<iframe class="lazyload" data-src="${YOUTUBE}"></iframe>`,
        ),
        '@youtube runs r:runs',
      ],
      [
        'by hand',
        html(
          '',
          `<iframe class="js-lazy" data-src="${YOUTUBE}"></iframe><script>document.querySelectorAll('iframe[data-src]').forEach(function (f) { f.src = f.dataset.src; });</script>`,
        ),
        '@youtube runs r:runs',
      ],
    ],
  },
  {
    number: 97,
    verdict: 'open',
    pages: [
      [
        'a frame',
        html('', `<iframe loading="lazy" src="${YOUTUBE}"></iframe>`),
        '@youtube runs r:runs !embedded-content',
      ],
      [
        'a map',
        html('', `<iframe loading="lazy" src="https://www.google.com/maps/embed?pb=!1m18!1m12"></iframe>`),
        '@google-maps runs r:runs !embedded-content',
      ],
    ],
  },
  {
    number: 98,
    verdict: 'gated',
    pages: [
      [
        'lite-youtube',
        html(
          '<script type="module" src="/js/lite-yt-embed.js"></script>',
          `<lite-youtube videoid="dQw4w9WgXcQ"></lite-youtube>`,
        ),
        '@youtube blocked !-',
      ],
      [
        'a button',
        html(
          '',
          `<div class="map"><button type="button" id="load-map">Ladda karta</button></div><script>document.getElementById('load-map').addEventListener('click', function () { var f = document.createElement('iframe'); f.src = 'https://www.google.com/maps/embed?pb=1'; this.parentNode.appendChild(f); });</script>`,
        ),
        '@google-maps !-',
      ],
      [
        'a poster',
        html(
          '',
          `<div class="video" data-id="abc"><img src="/img/poster.jpg" alt=""><button class="play">Play</button></div><script>document.querySelectorAll('.video').forEach((v) => v.querySelector('.play').addEventListener('click', () => { v.innerHTML = '<iframe src="https://www.youtube.com/embed/' + v.dataset.id + '?autoplay=1"></iframe>'; }));</script>`,
        ),
        '@youtube !-',
      ],
    ],
    note: 'A click of the visitor loads it: it can run on a first visit, and is no finding.',
  },
  {
    number: 99,
    verdict: 'depends',
    pages: [
      ['preconnect', html(`<link rel="preconnect" href="https://connect.facebook.net">`), '!resource-hint'],
      ['preload', html(`<link rel="preload" as="script" href="SRC">`), '!resource-hint'],
      ['dns-prefetch', html(`<link rel="dns-prefetch" href="//connect.facebook.net">`), '!resource-hint'],
      [
        'beside a parked script',
        html(
          `<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-blockingmode="manual"></script><link rel=preconnect href=https://connect.facebook.net crossorigin><script type="text/plain" data-cookieconsent="marketing" src="SRC"></script>`,
        ),
        'blocked !resource-hint',
      ],
    ],
  },
  {
    number: 100,
    verdict: 'open',
    pages: [
      [
        'LinkedIn',
        html(
          '',
          `<img height="1" width="1" style="display:none;" alt="" src="https://px.ads.linkedin.com/collect/?pid=12345&fmt=gif" />`,
        ),
        '@beacon runs r:runs !noscript-beacon',
      ],
      [
        'Meta',
        html(
          '',
          `<p>Tack!</p><img src="https://www.facebook.com/tr?id=1234567890&amp;ev=Purchase" width="1" height="1">`,
        ),
        '@beacon runs r:runs !noscript-beacon',
      ],
      [
        'by a script',
        html('', `<script>new Image().src = 'https://www.facebook.com/tr?id=1234567890&ev=PageView';</script>`),
        'runs !fires-before-consent',
      ],
    ],
  },
];

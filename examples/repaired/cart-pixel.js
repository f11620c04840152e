// Apotek Björken: Meta-pixel för varukorgen
(function () {
  var PIXEL_ID = '100000000000001';

  function load() {
    if (!window.fbq) {
      var fbq = (window.fbq = function () {
        fbq.callMethod ? fbq.callMethod.apply(fbq, arguments) : fbq.queue.push(arguments);
      });
      fbq.push = fbq;
      fbq.loaded = true;
      fbq.version = '2.0';
      fbq.queue = [];
      var script = document.createElement('script');
      script.async = true;
      script.src = 'https://connect.facebook.net/sv_SE/fbevents.js';
      document.head.appendChild(script);
    }

    window.fbq('set', 'autoConfig', false, PIXEL_ID);
    window.fbq('init', PIXEL_ID);
    window.fbq('track', 'PageView');

    document.addEventListener('click', function (event) {
      var button = event.target.closest('[data-lagg-i-varukorg]');
      if (!button) return;
      window.fbq('track', 'AddToCart', { value: Number(button.dataset.pris), currency: 'SEK' });
    });
  }

  // Cookiebot sends this for every kind of choice, so the category is asked for.
  window.addEventListener('CookiebotOnConsentReady', function () {
    if (window.Cookiebot.consent.marketing) load();
  });
})();

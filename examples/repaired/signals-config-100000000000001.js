/* Saved from https://connect.facebook.net/signals/config/100000000000001 on 2026-03-04 (shortened). */
fbq.registerPlugin("100000000000001", {
  __fbEventsPlugin: 1,
  plugin: function (fbq, instance, config) {
    fbq.loadPlugin("cookie");
    instance.optIn("100000000000001", "FirstPartyCookies", true);
    instance.optIn("100000000000001", "AutomaticMatchingForPartnerIntegrations", true);
    instance.configLoaded("100000000000001");
  }
});

/* Saved from https://connect.facebook.net/signals/config/100000000000001 on 2026-03-02 (shortened). */
fbq.registerPlugin("100000000000001", {
  __fbEventsPlugin: 1,
  plugin: function (fbq, instance, config) {
    config.set("100000000000001", "inferredEvents", { "buttonSelector": null, "disableRestrictedData": false });
    fbq.loadPlugin("inferredevents");
    fbq.loadPlugin("identity");
    instance.optIn("100000000000001", "InferredEvents", true);
    config.set("100000000000001", "automaticMatching", {
      "selectedMatchKeys": ["em", "fn", "ln", "ph", "ge", "zp", "ct", "st", "country", "db", "external_id"]
    });
    instance.optIn("100000000000001", "AutomaticMatching", true);
    fbq.loadPlugin("cookie");
    instance.optIn("100000000000001", "FirstPartyCookies", true);
    instance.configLoaded("100000000000001");
  }
});

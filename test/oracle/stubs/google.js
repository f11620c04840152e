// gtag/js: reads `arguments` objects out of the data layer, in order, and obeys the consent commands among them.
// gtm.js comes as this file too: without a container it sends nothing.
const address = new URL(document.currentScript.src);
const layerName = address.searchParams.get('l') ?? 'dataLayer';
window[layerName] ??= [];
const layer = window[layerName];
if (!address.pathname.endsWith('gtm.js') && !layer.isRead) {
  layer.isRead = true;
  const defaults = new Map();
  const updates = new Map();
  const denied = (signal) => (updates.get(signal) ?? defaults.get(signal)?.value) === 'denied';

  const setDefault = (signals) => {
    // A visitor in Sweden.
    const regions = signals.region;
    if (regions && !regions.some((region) => region === 'SE' || region.startsWith('SE-'))) return;
    for (const [signal, value] of Object.entries(signals)) {
      if (signal === 'region' || signal === 'wait_for_update') continue;
      if (!regions && defaults.get(signal)?.regional) continue;
      defaults.set(signal, { value, regional: regions !== undefined });
    }
  };
  const vendorOf = (id) => (/^AW-/.test(id) ? 'google-ads' : /^DC-/.test(id) ? 'floodlight' : 'google-analytics');
  const send = (vendor, does, name) =>
    sent(vendor, does, name, denied(vendor === 'google-analytics' ? 'analytics_storage' : 'ad_storage'));

  const run = (entry) => {
    if (Object.prototype.toString.call(entry) !== '[object Arguments]') return;
    const [command, first, second] = entry;
    if (command === 'consent' && first === 'default') setDefault(second);
    else if (command === 'consent' && first === 'update') {
      for (const [signal, value] of Object.entries(second)) updates.set(signal, value);
    } else if (command === 'config') send(vendorOf(first), 'init', first);
    else if (command === 'event') {
      const to = [second?.send_to ?? (first === 'conversion' ? 'AW-' : 'G-')].flat()[0];
      send(vendorOf(to), 'event', first);
    }
  };
  const push = layer.push;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    for (const entry of entries) run(entry);
    return length;
  };
  for (const entry of [...layer]) run(entry);
}

// A platform with the interface of the TCF only.
const PURPOSES = { preferences: [5, 6], statistics: [8, 9], marketing: [1, 2, 3, 4, 7] };
const listeners = [];
let status = 'cmpuishown';
let purposes = {};
const data = (listenerId) => ({
  listenerId,
  eventStatus: status,
  gdprApplies: true,
  cmpStatus: 'loaded',
  tcString: 'stub',
  purpose: { consents: purposes, legitimateInterests: {} },
  vendor: { consents: {}, legitimateInterests: {} },
});
const api = (command, _version, callback, parameter) => {
  if (command === 'addEventListener') {
    listeners.push(callback);
    callback(data(listeners.length), true);
  } else if (command === 'getTCData') callback(data(), true);
  else if (command === 'removeEventListener') {
    delete listeners[parameter - 1];
    callback(true);
  } else if (command === 'ping') callback({ gdprApplies: true, cmpLoaded: true });
};
const grant = (choices) => {
  const given = CATEGORIES.filter((category) => choices[category]).flatMap((category) => PURPOSES[category]);
  purposes = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((purpose) => [purpose, given.includes(purpose)]));
};
const stored = readCookie('euconsent-v2');
if (stored) {
  grant(JSON.parse(decodeURIComponent(stored)));
  status = 'tcloaded';
}
const queue = window.__tcfapi?.a ?? (typeof window.__tcfapi === 'function' ? window.__tcfapi() : []);
window.__tcfapi = api;
for (const args of queue ?? []) api(...args);
if (!stored) {
  showBanner((choices) => {
    grant(choices);
    status = 'useractioncomplete';
    writeCookie('euconsent-v2', encodeURIComponent(JSON.stringify(choices)));
    for (const [at, listener] of listeners.entries()) listener?.(data(at + 1), true);
  });
}

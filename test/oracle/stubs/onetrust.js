// otSDKStub.js: the groups start with the necessary one; OptanonWrapper runs on every load and after every choice.
const GROUPS = { preferences: ['C0003'], statistics: ['C0002'], marketing: ['C0004', 'C0005'] };
let active = ['C0001'];
const changed = [];
window.OneTrust = {
  IsAlertBoxClosed: () => readCookie('OptanonAlertBoxClosed') !== undefined,
  OnConsentChanged: (listener) => changed.push(listener),
};
window.Optanon = window.OneTrust;

const publish = () => {
  window.OnetrustActiveGroups = `,${active.join(',')},`;
  window.OptanonActiveGroups = window.OnetrustActiveGroups;
};
const runTags = () => {
  const allowed = (element) =>
    [...element.classList]
      .filter((name) => name.startsWith('optanon-category-'))
      .every((name) =>
        name
          .slice('optanon-category-'.length)
          .split('-')
          .every((group) => active.includes(group)),
      );
  for (const one of document.querySelectorAll('script[type="text/plain"][class*="optanon-category-"]'))
    if (allowed(one)) release(one);
  for (const one of document.querySelectorAll('[data-src][class*="optanon-category-"]:not(script)'))
    if (allowed(one)) releaseSource(one, 'data-src');
};
const apply = () => {
  publish();
  window.OptanonWrapper?.();
  window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: active }));
  window.dataLayer ??= [];
  window.dataLayer.push({ event: 'OneTrustGroupsUpdated', OnetrustActiveGroups: window.OnetrustActiveGroups });
  runTags();
};

const stored = readCookie('OptanonConsent');
if (stored) {
  active = [...decodeURIComponent(stored).matchAll(/(C\d{4}):1/g)].map(([, group]) => group);
  publish();
}
whenReady(() => {
  apply();
  window.dataLayer.push({ event: 'OneTrustLoaded', OnetrustActiveGroups: window.OnetrustActiveGroups });
});
if (!stored) {
  showBanner((choices) => {
    active = ['C0001', ...CATEGORIES.filter((category) => choices[category]).flatMap((category) => GROUPS[category])];
    const groups = ['C0001', 'C0002', 'C0003', 'C0004', 'C0005'];
    const said = groups.map((group) => `${group}:${active.includes(group) ? 1 : 0}`).join(',');
    writeCookie('OptanonConsent', `groups=${encodeURIComponent(said)}`);
    writeCookie('OptanonAlertBoxClosed', '2026-01-01');
    apply();
    for (const listener of changed) listener({ detail: active });
  });
}

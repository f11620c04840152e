// uc.js of Cookie Information: parks by an absent src; its event comes on every load once any choice is stored.
const WORDS = {
  preferences: 'cookie_cat_functional',
  statistics: 'cookie_cat_statistic',
  marketing: 'cookie_cat_marketing',
};
let consents;
const has = (word) => word === 'cookie_cat_necessary' || consents?.[word] === true;
window.CookieInformation = { getConsentGivenFor: has };

const apply = () => {
  window.dispatchEvent(new CustomEvent('CookieInformationConsentGiven', { detail: { consents } }));
  window.dataLayer ??= [];
  for (const word of ['cookie_cat_necessary', ...Object.values(WORDS)]) {
    if (has(word)) window.dataLayer.push({ event: word });
  }
  for (const one of document.querySelectorAll('[data-category-consent][data-consent-src]')) {
    if (one.getAttribute('src') || !has(one.getAttribute('data-category-consent'))) continue;
    if (one.localName === 'script') release(one, 'data-consent-src', false);
    else releaseSource(one, 'data-consent-src');
  }
};
const stored = readCookie('CookieInformationConsent');
if (stored) {
  const { consents_approved: approved } = JSON.parse(decodeURIComponent(stored));
  consents = Object.fromEntries(Object.values(WORDS).map((word) => [word, approved.includes(word)]));
}
whenReady(() => {
  window.dispatchEvent(new Event('CookieInformationAPIReady'));
  if (consents) apply();
});
if (!stored) {
  showBanner((choices) => {
    consents = Object.fromEntries(CATEGORIES.map((category) => [WORDS[category], choices[category]]));
    const words = Object.values(WORDS);
    const record = {
      consents_approved: ['cookie_cat_necessary', ...words.filter((word) => consents[word])],
      consents_denied: words.filter((word) => !consents[word]),
    };
    writeCookie('CookieInformationConsent', encodeURIComponent(JSON.stringify(record)));
    apply();
    window.dispatchEvent(new CustomEvent('CookieInformationConsentSubmitted', { detail: { consents } }));
  });
}

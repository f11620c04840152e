// uc.js: nothing granted before a choice; what is stored is applied on every load. Words other than the three are not tested.
const granted = { necessary: true, preferences: false, statistics: false, marketing: false };
const Cookiebot = { consent: granted, hasResponse: false, consented: false, declined: false };
Cookiebot.renew = Cookiebot.show = () => undefined;
window.Cookiebot = Cookiebot;
window.CookieConsent = Cookiebot;

const fire = (name) => {
  window.dispatchEvent(new Event(name));
  window[name.replace('CookiebotOn', 'CookiebotCallback_On')]?.();
};
const allowed = (element) =>
  (element.getAttribute('data-cookieconsent') ?? '')
    .split(',')
    .map((word) => word.trim())
    .every((word) => word !== 'ignore' && granted[word] !== false);

const runTags = () => {
  for (const one of document.querySelectorAll('script[type="text/plain"][data-cookieconsent]'))
    if (allowed(one)) release(one);
  for (const one of document.querySelectorAll('[data-cookieblock-src]'))
    if (allowed(one)) releaseSource(one, 'data-cookieblock-src');
  fire('CookiebotOnTagsExecuted');
};
const apply = () => {
  if (Cookiebot.hasResponse) {
    const any = CATEGORIES.some((category) => granted[category]);
    Cookiebot.consented = any;
    Cookiebot.declined = !any;
    fire('CookiebotOnConsentReady');
    fire(any ? 'CookiebotOnAccept' : 'CookiebotOnDecline');
    window.dataLayer ??= [];
    for (const category of CATEGORIES)
      if (granted[category]) window.dataLayer.push({ event: `cookie_consent_${category}` });
    window.dataLayer.push({ event: 'cookie_consent_update' });
  }
  runTags();
};

const stored = readCookie('CookieConsent');
if (stored) {
  Cookiebot.hasResponse = true;
  for (const category of CATEGORIES) granted[category] = stored.includes(`${category}:true`);
}
whenReady(() => {
  fire('CookiebotOnLoad');
  apply();
});
if (!stored) {
  showBanner((choices) => {
    Object.assign(granted, choices);
    Cookiebot.hasResponse = true;
    const words = Object.entries(granted).map(([category, value]) => `${category}:${value}`);
    writeCookie('CookieConsent', `{stamp:%27stub%27%2C${words.join('%2C')}%2Cver:1}`);
    apply();
  });
  whenReady(() => fire('CookiebotOnDialogDisplay'));
}

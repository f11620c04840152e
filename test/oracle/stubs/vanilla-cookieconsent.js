// Version 3: categories are those of run(); a parked script of another one is never released. The callbacks come after a
// refusal too, and on every load once there is a choice.
const MEANS = {
  preferences: /functional|preferences/,
  statistics: /analytic|statistic|performance/,
  marketing: /market|ads?$|advert|target/,
};
let accepted;
let config;
const cookie = () => ({ categories: accepted });
window.CookieConsent = {
  acceptedCategory: (name) => accepted?.includes(name) ?? false,
  validConsent: () => accepted !== undefined,
  show: () => undefined,
  showPreferences: () => undefined,
  run: (given) => {
    config = given;
    const known = Object.keys(config.categories);
    const runTags = () => {
      for (const one of document.querySelectorAll('script[data-category]')) {
        const word = one.getAttribute('data-category');
        const name = word.replace(/^!/, '');
        if (!known.includes(name)) continue;
        if (accepted.includes(name) !== word.startsWith('!')) release(one);
      }
    };
    const apply = (first) => {
      if (first) {
        config.onFirstConsent?.({ cookie: cookie() });
        window.dispatchEvent(new CustomEvent('cc:onFirstConsent', { detail: { cookie: cookie() } }));
      }
      config.onConsent?.({ cookie: cookie() });
      window.dispatchEvent(new CustomEvent('cc:onConsent', { detail: { cookie: cookie() } }));
      runTags();
    };
    const stored = readCookie('cc_cookie');
    if (stored) {
      accepted = JSON.parse(decodeURIComponent(stored)).categories;
      whenReady(() => apply(false));
      return;
    }
    showBanner((choices) => {
      accepted = known.filter(
        (name) => config.categories[name].readOnly || CATEGORIES.some((one) => choices[one] && MEANS[one].test(name)),
      );
      writeCookie('cc_cookie', encodeURIComponent(JSON.stringify({ categories: accepted, services: {} })));
      apply(true);
    });
  },
};

// script.js: the cookie is written with empty answers on the first visit; marked scripts are released by category.
const SLUGS = { preferences: ['functional'], statistics: ['analytics', 'performance'], marketing: ['advertisement'] };
const ALL = Object.values(SLUGS).flat();
let accepted = ['necessary'];
window.getCkyConsent = () => ({
  categories: Object.fromEntries(['necessary', ...ALL].map((slug) => [slug, accepted.includes(slug)])),
});
const write = (answered) => {
  const said = ALL.map((slug) => `${slug}:${answered ? (accepted.includes(slug) ? 'yes' : 'no') : ''}`);
  const all = accepted.length > 1 ? 'yes' : 'no';
  writeCookie(
    'cookieyes-consent',
    `consentid:stub,consent:${answered ? all : ''},action:${answered ? 'yes' : ''},necessary:${answered ? 'yes' : ''},${said.join(',')}`,
  );
};
const runTags = () => {
  for (const one of document.querySelectorAll('script[type="text/plain"][data-cookieyes]')) {
    if (accepted.includes(one.getAttribute('data-cookieyes').replace(/^cookieyes-/, ''))) release(one);
  }
};
const stored = readCookie('cookieyes-consent');
const answered = stored?.includes('action:yes') ?? false;
if (answered) accepted = ['necessary', ...ALL.filter((slug) => stored.includes(`${slug}:yes`))];
else write(false);
whenReady(() => {
  document.dispatchEvent(new CustomEvent('cookieyes_banner_load', { detail: window.getCkyConsent() }));
  if (answered) runTags();
});
if (!answered) {
  showBanner((choices) => {
    accepted = ['necessary', ...CATEGORIES.filter((one) => choices[one]).flatMap((one) => SLUGS[one])];
    write(true);
    const rejected = ALL.filter((slug) => !accepted.includes(slug));
    document.dispatchEvent(new CustomEvent('cookieyes_consent_update', { detail: { accepted, rejected } }));
    runTags();
  });
}

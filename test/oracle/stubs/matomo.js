// matomo.js: requireConsent, pushed before, holds every request until consent is given.
window._paq ??= [];
const { _paq } = window;
if (Array.isArray(_paq)) {
  let waiting;
  const send = (args) => {
    if (waiting) waiting.push(args);
    else sent('matomo', ...args);
  };
  const run = ([command, first, second]) => {
    if (command === 'requireConsent') waiting ??= [];
    if (command === 'setConsentGiven' || command === 'rememberConsentGiven') {
      const released = waiting ?? [];
      waiting = undefined;
      for (const args of released) send(args);
    }
    if (command === 'setSiteId') send(['init', first]);
    if (command === 'trackPageView') send(['event']);
    if (command === 'trackEvent') send(['event', second]);
  };
  drain(_paq, run);
  window._paq = { push: (...entries) => entries.forEach(run) };
}

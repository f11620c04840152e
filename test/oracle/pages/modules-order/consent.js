const KEY = 'site-consent';
const listeners = [];

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

export function hasConsent(category) {
  return read()[category] === true;
}

export function onConsent(category, callback) {
  listeners.push({ category, callback });
}

document.querySelector('#allow').addEventListener('click', () => {
  localStorage.setItem(KEY, JSON.stringify({ statistics: true, marketing: true }));
  for (const { category, callback } of listeners) if (hasConsent(category)) callback();
});

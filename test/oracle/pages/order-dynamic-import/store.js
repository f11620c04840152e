const subscribers = new Set();
let value = localStorage.getItem('modern-consent') ?? 'unknown';

function set(next) {
  value = next;
  localStorage.setItem('modern-consent', next);
  for (const subscriber of subscribers) subscriber(value);
}

export const consent = {
  subscribe(subscriber) {
    subscribers.add(subscriber);
    subscriber(value);
    return () => subscribers.delete(subscriber);
  },
};

document.querySelector('#modern-yes').addEventListener('click', () => set('granted'));
document.querySelector('#modern-no').addEventListener('click', () => set('denied'));

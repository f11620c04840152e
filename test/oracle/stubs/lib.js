// Stands in front of every stub, in one function with it. `__oracle` is the harness: it writes down what it is told.

/** Something that the vendor's library would have sent. */
function sent(vendor, does, name, limited) {
  window.__oracle({ vendor, does, name: name === undefined ? undefined : String(name), limited: limited === true });
}

/** Calls that a queue function kept for its library, and from now on every call. */
function drain(queue, run) {
  for (const entry of [...(queue ?? [])]) run([...entry]);
}

function whenReady(run) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run);
  else setTimeout(run, 0);
}

function readCookie(name) {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function writeCookie(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; SameSite=Lax`;
}

const CATEGORIES = ['preferences', 'statistics', 'marketing'];

/** A platform's banner. `choose` gets what was chosen: { preferences, statistics, marketing }. */
function showBanner(choose) {
  whenReady(() => {
    const box = document.createElement('div');
    box.innerHTML = '<p>We value your privacy.</p>';
    for (const choice of ['accept', 'refuse', ...CATEGORIES]) {
      const button = document.createElement('button');
      button.dataset.oracle = choice;
      button.textContent = choice;
      button.onclick = () => {
        box.remove();
        choose(
          Object.fromEntries(CATEGORIES.map((category) => [category, choice === 'accept' || choice === category])),
        );
      };
      box.append(button);
    }
    document.body.append(box);
  });
}

/** Puts a running copy in the place of a parked script. */
function release(element, srcAttribute = 'data-src', dropType = true) {
  const copy = document.createElement('script');
  for (const { name, value } of element.attributes) {
    if (name === 'type' && dropType) continue;
    copy.setAttribute(name === srcAttribute ? 'src' : name, value);
  }
  copy.text = element.text;
  element.replaceWith(copy);
}

/** Gives parked frames and images their address. */
function releaseSource(element, srcAttribute) {
  const address = element.getAttribute(srcAttribute);
  element.removeAttribute(srcAttribute);
  if (address) element.setAttribute('src', address);
}

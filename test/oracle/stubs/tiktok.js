// events.js: what was queued before it runs first; holdConsent keeps everything back until grantConsent.
const { ttq } = window;
if (ttq && !ttq.isRead) {
  ttq.isRead = true;
  let held = false;
  let waiting = [];
  const run = (args) => {
    const [method, first] = args;
    if (method === 'holdConsent' || method === 'revokeConsent') held = true;
    else if (method === 'grantConsent') {
      held = false;
      const released = waiting;
      waiting = [];
      for (const one of released) run(one);
    } else if (held) waiting.push(args);
    else if (method === 'load') sent('tiktok', 'init', first);
    else if (method === 'page') sent('tiktok', 'event');
    else if (method === 'track') sent('tiktok', 'event', first);
    else if (method === 'identify') sent('tiktok', 'identify');
  };
  const queued = [...ttq];
  const id = new URL(document.currentScript.src).searchParams.get('sdkid');
  if (queued[0]?.[0] === 'holdConsent') run(queued.shift());
  run(['load', id]);
  drain(queued, run);
  ttq.push = (...entries) => entries.forEach(run);
}

// fbevents.js: runs the queue in order; `consent revoke` locks what comes after it until `consent grant`.
const { fbq } = window;
if (fbq && !fbq.callMethod) {
  let revoked = false;
  let waiting = [];
  let initialised = false;
  const run = (args) => {
    const [command, first, second] = args;
    if (command === 'consent') {
      if (first === 'revoke') revoked = true;
      if (first !== 'grant') return;
      revoked = false;
      const released = waiting;
      waiting = [];
      for (const one of released) run(one);
      return;
    }
    if (revoked) {
      waiting.push(args);
      return;
    }
    if (command === 'init') {
      initialised = true;
      sent('meta', 'init', first);
    } else if (initialised && (command === 'track' || command === 'trackCustom')) sent('meta', 'event', first);
    else if (initialised && /^trackSingle/.test(command)) sent('meta', 'event', second);
  };
  fbq.callMethod = (...args) => run(args);
  drain(fbq.queue, run);
}

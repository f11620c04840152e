const run = ([command, first]) => {
  if (command === 'load') sent('pinterest', 'init', first);
  if (command === 'page') sent('pinterest', 'event');
  if (command === 'track') sent('pinterest', 'event', first);
};
const { pintrk } = window;
if (pintrk && !pintrk.isRead) {
  drain(pintrk.queue, run);
  window.pintrk = (...args) => run(args);
  window.pintrk.isRead = true;
}

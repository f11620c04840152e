const run = ([command, first]) => {
  if (command === 'init') sent('reddit', 'init', first);
  if (command === 'track') sent('reddit', 'event', first);
};
const { rdt } = window;
if (rdt && !rdt.sendEvent) {
  rdt.sendEvent = (...args) => run(args);
  drain(rdt.callQueue, run);
}

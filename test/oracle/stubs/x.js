const run = ([command, first]) => {
  if (command === 'config' || command === 'init') sent('x', 'init', first);
  if (command === 'event' || command === 'track') sent('x', 'event', first);
};
const { twq } = window;
if (twq && !twq.exe) {
  twq.exe = (...args) => run(args);
  drain(twq.queue, run);
}

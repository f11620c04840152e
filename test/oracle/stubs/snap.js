const run = ([command, first]) => {
  if (command === 'init') sent('snap', 'init', first);
  if (command === 'track') sent('snap', 'event', first);
};
const { snaptr } = window;
if (snaptr && !snaptr.handleRequest) {
  snaptr.handleRequest = (...args) => run(args);
  drain(snaptr.queue, run);
}

const run = ([command, first]) => {
  if (command === 'event') sent('microsoft-clarity', 'event', first);
  if (command === 'identify') sent('microsoft-clarity', 'identify');
};
drain(window.clarity?.q, run);
window.clarity = (...args) => run(args);

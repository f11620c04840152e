if (window._hjSettings) sent('hotjar', 'init', window._hjSettings.hjid);
const run = ([command, first]) => {
  if (command === 'event') sent('hotjar', 'event', first);
  if (command === 'identify') sent('hotjar', 'identify');
};
drain(window.hj?.q, run);
window.hj = (...args) => run(args);

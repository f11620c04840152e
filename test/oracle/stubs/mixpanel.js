// The library by address, without the vendor's loader: it is there when it has loaded.
window.mixpanel = {
  init: (id) => sent('mixpanel', 'init', id),
  track: (name) => sent('mixpanel', 'event', name),
  identify: () => sent('mixpanel', 'identify'),
  people: { set: () => sent('mixpanel', 'identify') },
};

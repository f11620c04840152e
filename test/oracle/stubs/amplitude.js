window.amplitude = {
  init: (id) => sent('amplitude', 'init', id),
  track: (name) => sent('amplitude', 'event', name),
  setUserId: () => sent('amplitude', 'identify'),
};

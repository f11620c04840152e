// bat.js: the arguments of each push follow each other in one flat array.
let denied = false;
window.UET = class {
  constructor({ ti, q }) {
    this.rest = [];
    const queued = q ?? [];
    this.push(...queued);
    sent('microsoft-uet', 'init', ti, denied);
  }
  push(...args) {
    while (args.length > 0) {
      const head = args.shift();
      if (head === 'consent') {
        args.shift();
        denied = args.shift()?.ad_storage === 'denied';
      } else if (head === 'event') {
        sent('microsoft-uet', 'event', args.shift(), denied);
        if (typeof args[0] === 'object') args.shift();
      } else if (head === 'pageLoad') sent('microsoft-uet', 'event', undefined, denied);
      else if (head?.ea) sent('microsoft-uet', 'event', head.ea, denied);
    }
  }
};

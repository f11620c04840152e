// insight.min.js sends a page view as soon as it loads, for the partner ids that it finds on window.
const ids = new Set([window._linkedin_partner_id, ...(window._linkedin_data_partner_ids ?? [])]);
for (const id of ids) if (id) sent('linkedin', 'init', id);
const run = ([command]) => {
  if (command === 'track') sent('linkedin', 'event');
  if (command === 'setUserData') sent('linkedin', 'identify');
};
drain(window.lintrk?.q, run);
window.lintrk = (...args) => run(args);

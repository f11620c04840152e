import { trailOf } from '../../src/model/evidence.ts';
import { trackerHints } from '../../src/model/hints.ts';
import { elementRemoved } from '../../src/model/markup-repairs.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { HintRel } from '../../src/model/unit.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/resource-hint',
    title: 'A link gets a tracker ready before any choice',
    severity: 'warning',
    needs: ['hints'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'GDPR-25'],
    repair: 'suggested',
  },
  check(unit, context) {
    for (const { hint, vendor, fetches } of trackerHints(unit, context.profile)) {
      const removed = elementRemoved(hint.location);
      context.report({
        message: `The browser ${WHAT[hint.rel].does} ${vendor.name} on a first visit, before any choice (${hint.label}).`,
        why: WHAT[hint.rel].why,
        remedy: 'Remove the link; where the time counts, insert it together with the tag, once consent is given.',
        location: hint.location,
        severity: fetches ? 'warning' : 'note',
        certainty: hint.states['first-visit'].certainty,
        vendor: vendor.name,
        subject: `${vendor.id} ${hint.rel}`,
        ...(removed && { suggestions: [{ message: 'Remove the link.', edits: [removed] }] }),
        trail: trailOf(hint),
        cause: {
          id: 'resource-hints',
          title: 'Links of this page get trackers ready before any choice',
          remedy: 'Remove them from the head; the tags work without them.',
        },
        law: rule.meta.law,
      });
    }
  },
};

const FETCHED = 'The file is fetched: IP address, browser and page reach the vendor, and its cookies go along.';

const WHAT: Readonly<Record<HintRel, { readonly does: string; readonly why: string }>> = {
  prerender: { does: 'loads a page of', why: FETCHED },
  preload: { does: 'fetches a file of', why: FETCHED },
  modulepreload: { does: 'fetches a file of', why: FETCHED },
  prefetch: { does: 'fetches a file of', why: FETCHED },
  preconnect: {
    does: 'connects to a server of',
    why: "The connection alone hands over the visitor's IP address, outside the gate of the tag itself.",
  },
  'dns-prefetch': {
    does: 'looks up a server of',
    why: 'Only the name of the host is asked for, but for everybody, outside the gate of the tag itself.',
  },
};

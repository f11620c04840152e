import { trailOf } from '../../src/model/evidence.ts';
import { trackerHints } from '../../src/model/hints.ts';
import { elementRemoved } from '../../src/model/markup-repairs.ts';
import { type Phrase, say } from '../../src/model/phrase.ts';
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
        message: WHAT[hint.rel].says(vendor.name, hint.label),
        why: WHAT[hint.rel].why,
        remedy: say`Remove the link; where the time counts, insert it together with the tag, once consent is given.`,
        location: hint.location,
        severity: fetches ? 'warning' : 'note',
        certainty: hint.states['first-visit'].certainty,
        vendor: vendor.name,
        subject: `${vendor.id} ${hint.rel}`,
        ...(removed && { suggestions: [{ message: say`Remove the link.`, edits: [removed] }] }),
        trail: trailOf(hint),
        cause: {
          id: 'resource-hints',
          title: say`Links of this page get trackers ready before any choice`,
          remedy: say`Remove them from the head; the tags work without them.`,
        },
        law: rule.meta.law,
      });
    }
  },
};

const FETCHED = say`The file is fetched: IP address, browser and page reach the vendor, and its cookies go along.`;

const fetches = (vendor: string, label: string): Phrase =>
  say`The browser fetches a file of ${vendor} on a first visit, before any choice (${label}).`;

const WHAT: Readonly<
  Record<HintRel, { readonly says: (vendor: string, label: string) => Phrase; readonly why: Phrase }>
> = {
  prerender: {
    says: (vendor, label) => say`The browser loads a page of ${vendor} on a first visit, before any choice (${label}).`,
    why: FETCHED,
  },
  preload: { says: fetches, why: FETCHED },
  modulepreload: { says: fetches, why: FETCHED },
  prefetch: { says: fetches, why: FETCHED },
  preconnect: {
    says: (vendor, label) =>
      say`The browser connects to a server of ${vendor} on a first visit, before any choice (${label}).`,
    why: say`The connection alone hands over the visitor's IP address, outside the gate of the tag itself.`,
  },
  'dns-prefetch': {
    says: (vendor, label) =>
      say`The browser looks up a server of ${vendor} on a first visit, before any choice (${label}).`,
    why: say`Only the name of the host is asked for, but for everybody, outside the gate of the tag itself.`,
  },
};

import { subjectOf } from '../../src/model/consent-tags.ts';
import { type Embed, type EmbedPurpose, embedsOf } from '../../src/model/embeds.ts';
import { sharesPlace, trailOf } from '../../src/model/evidence.ts';
import { asksOf } from '../../src/model/gate-wording.ts';
import { parkingOf } from '../../src/model/parking-repairs.ts';
import { type Phrase, say, term } from '../../src/model/phrase.ts';
import type { Rule } from '../../src/model/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'consent/embedded-content',
    title: 'Video, maps, social widgets, chat or other embedded content loads before any choice',
    severity: 'warning',
    needs: ['activities'],
    law: ['EPRIVACY-5-3', 'GDPR-6', 'GDPR-44', 'EU-CJEU-FASHIONID', 'FI-YA'],
    repair: 'suggested',
  },
  check(unit, context) {
    for (const embed of embedsOf(unit, context.profile)) {
      const { vendor, purpose, first, others, certainty, tag } = embed;
      const { restrained } = first;
      const parked = PARKED.has(purpose) ? parkingOf({ activities: [first, ...others], vendor }, unit) : undefined;
      context.report({
        message: messageOf(embed),
        why: restrained === undefined ? WORDS[purpose].why(vendor.recipient) : RESTRAINED,
        remedy: WORDS[purpose].remedy,
        location: first.location,
        severity: purpose === 'font' || restrained !== undefined ? 'note' : 'warning',
        certainty,
        vendor: vendor.name,
        ...(first.entity ? { entity: first.entity.name } : {}),
        ...(parked && { suggestions: [parked] }),
        subject: tag ? subjectOf(tag, first) : vendor.id,
        trail: [
          ...trailOf(first),
          ...others
            .filter((other) => !sharesPlace(other, first))
            .slice(0, 6)
            .map(({ label, location }) => ({ message: say`with ${label}`, location })),
        ],
        law: rule.meta.law,
      });
    }
  },
};

/** A form that is parked is one that nobody can fill in. */
const PARKED: ReadonlySet<EmbedPurpose> = new Set(['embed', 'chat']);

const WORDS: Readonly<
  Record<
    EmbedPurpose,
    { readonly what: (name: string) => Phrase; readonly why: (recipient: string) => Phrase; readonly remedy: Phrase }
  >
> = {
  embed: {
    what: (name) => say`Content of ${name}`,
    why: (recipient) => say`${recipient} gets the visitor's IP address and the page, and may set and read cookies.`,
    remedy: say`Show a picture in its place and load the content when it is clicked, or park it for your consent platform.`,
  },
  chat: {
    what: (name) => say`The chat of ${name}`,
    why: (recipient) => say`${recipient} recognises the visitor and sees the pages before anybody has opened the chat.`,
    remedy: say`Load the chat when its button is clicked, or park it for your consent platform.`,
  },
  captcha: {
    what: (name) => say`The check of ${name}`,
    why: (recipient) => say`${recipient} examines the browser of everybody who opens the page.`,
    remedy: say`Load it on pages with a form only, when the form is used, or choose a check that runs on your own server.`,
  },
  form: {
    what: (name) => say`A form of ${name}`,
    why: (recipient) => say`${recipient} gets the visitor's IP address and the page, and may set and read cookies.`,
    remedy: say`Link to the form, or load it when the visitor asks for it.`,
  },
  font: {
    what: (name) => say`A font of ${name}`,
    why: (recipient) => say`${recipient} gets the IP address of every visitor.`,
    remedy: say`Serve the font files from the site itself.`,
  },
};

const RESTRAINED = say`What is fetched from another company hands over the address of the visitor and the page all the same.`;

function messageOf({ vendor, purpose, first, certainty, tag }: Embed): Phrase {
  const verb = certainty === 'certain' ? say`loads` : certainty === 'likely' ? say`likely loads` : say`may load`;
  const what = say`${WORDS[purpose].what(vendor.name)} ${verb} on a first visit, before any choice (${first.label})`;
  if (first.restrained !== undefined) return say`${what}; in this form it ${term(first.restrained)}.`;
  // What looks like a gate in front of it, and is none.
  const [test] = tag?.gate.kind === 'ineffective' && tag.gate.first === first ? tag.gate.tests : [];
  return test ? say`${what}: what stands in front of it ${asksOf(test)}.` : say`${what}.`;
}

/** The words for consent parameters of templates that hold nothing back. */
import type { Cause } from './finding.ts';
import { type Phrase, type Said, say } from './phrase.ts';

export interface OwnConsentWording {
  readonly says: (title: Said, subject: string) => Phrase;
  readonly why: Phrase;
  readonly remedy: (subject: string) => Phrase;
  readonly cause?: Cause;
}

const WHY_OPTIONAL = say`On “optional” the template sends whatever was chosen.`;
const WHY_UNREAD = say`The template’s code never asks what the parameter says: it sends whatever was chosen.`;

const OF_TAG: Readonly<Record<'optional' | 'unread', OwnConsentWording>> = {
  optional: {
    says: (title, it) => say`${title} sends after a refusal, too: its parameter ${it} is set to optional.`,
    why: WHY_OPTIONAL,
    remedy: (it) => say`Set ${it} to required, so that the tag sends only where the event says that consent was given.`,
    cause: {
      id: 'optional-consent',
      title: say`Templates of this server container take consent as optional`,
      remedy: say`Set the consent parameter of the tags to required.`,
    },
  },
  unread: {
    says: (title, it) => say`${title} sends after a refusal, too: nothing reads its parameter ${it}.`,
    why: WHY_UNREAD,
    remedy: () => say`Let the tag fire where the event says that consent was given, and nowhere else.`,
    cause: {
      id: 'unread-consent',
      title: say`Consent parameters of templates that nothing reads`,
      remedy: say`Gate the tags by their triggers, or use a template that asks for consent.`,
    },
  },
};

const OF_TEMPLATE: Readonly<Record<'optional' | 'unread', OwnConsentWording>> = {
  optional: {
    says: (title, it) =>
      say`${title} sends after a refusal, too, unless a tag says otherwise: its parameter ${it} is optional.`,
    why: WHY_OPTIONAL,
    remedy: (it) => say`Let ${it} be required where a tag says nothing.`,
  },
  unread: {
    says: (title, it) => say`${title} sends after a refusal, too: nothing reads its parameter ${it}.`,
    why: WHY_UNREAD,
    remedy: (it) => say`Ask for the consent that ${it} speaks of before anything is loaded or sent.`,
  },
};

/** What is said of a parameter that is set to optional, or that nothing reads. */
export function ownConsentWording(what: 'optional' | 'unread', ofTemplate: boolean): OwnConsentWording {
  return (ofTemplate ? OF_TEMPLATE : OF_TAG)[what];
}

/** The words for what looks like a gate and is none. */
import type { GateKind, GateTest } from './gate.ts';
import { type Phrase, type Said, say } from './phrase.ts';

/** What a gate of each kind really asks (the end of "it …"), and why that is no choice. */
const ASKS: Readonly<Record<GateKind, readonly [asks: (subject: Said) => Phrase, why: Phrase]>> = {
  delay: [(it) => say`only waits (${it})`, say`Time passes for every visitor; waiting is no choice.`],
  interaction: [
    (it) => say`only waits for the first ${it}`,
    say`Scrolling, moving and clicking about is use of the page, no choice.`,
  ],
  visibility: [() => say`only waits until a part of the page is in view`, say`Reading on is no choice.`],
  implied: [
    (it) => say`counts use of the page as consent (${it})`,
    say`Scrolling or waiting is use of the page, no choice.`,
  ],
  'opt-out': [
    (it) => say`only asks that nobody has refused (${it})`,
    say`On a first visit nobody has refused yet: what is asked for is true for everybody.`,
  ],
  'granted-default': [
    (it) => say`counts a missing answer as yes (${it})`,
    say`Whoever has not answered has not agreed.`,
  ],
  negated: [(it) => say`lets through those who have not agreed (${it})`, say`The test is the wrong way round.`],
  dismissal: [(it) => say`only asks whether the banner was closed (${it})`, say`A banner is closed by refusing, too.`],
  answered: [(it) => say`asks whether there is an answer, not which (${it})`, say`A refusal is an answer, too.`],
  refusal: [(it) => say`runs it when the visitor refuses or closes (${it})`, say`That is the opposite of consent.`],
  attribute: [
    (it) => say`is an attribute that holds nothing back as it stands (${it})`,
    say`The browser runs it as it reads the page; the platform holds back only what is written in its way.`,
  ],
  'unknown-word': [
    (it) => say`names a category that the platform does not know (${it})`,
    say`The platform ignores the word and runs the tag.`,
  ],
  exempt: [
    (it) => say`tells the platform to leave the tag alone (${it})`,
    say`The platform then runs it without any choice.`,
  ],
  'always-on': [
    (it) => say`asks for a category that is always on (${it})`,
    say`The necessary category needs no choice and waits for none.`,
  ],
  'cmp-present': [
    (it) => say`only asks whether the platform is there (${it})`,
    say`That it is there says nothing of a choice.`,
  ],
  'cmp-absent': [
    (it) => say`lets it through as long as the platform is not there (${it})`,
    say`Platforms load late: while the page is read the object is missing for everybody.`,
  ],
  'cmp-ready': [
    (it) => say`only waits until the platform is ready (${it})`,
    say`The platform is ready before anybody has chosen, and after a refusal.`,
  ],
  'other-event': [
    (it) => say`is an exception on another event (${it})`,
    say`An exception stops a tag only on the event on which it is evaluated itself.`,
  ],
  'grants-itself': [
    (it) => say`is the vendor's own switch, and something turns it on again (${it})`,
    say`What was held back is sent as soon as anything grants, whether or not somebody agreed.`,
  ],
  'late-switch': [
    (it) => say`is the vendor's own switch, turned after the first command (${it})`,
    say`What came before it is sent; the switch holds back only what follows.`,
  ],
  'refused-switch': [
    (it) => say`is the vendor's own switch, turned only after a refusal (${it})`,
    say`Whoever has not answered has not refused either: nothing is held back.`,
  ],
  updated: [
    (it) => say`is a denied consent default, and an update grants again before anybody has chosen (${it})`,
    say`What was held back is stored and sent in full as soon as an update grants, whether or not somebody agreed.`,
  ],
  'missing-field': [
    (it) => say`lets events pass that do not carry the answer (${it})`,
    say`Only a refusal that is there stops anything: an event without the field says nothing of a choice, and passes.`,
  ],
  optional: [
    (it) => say`is a consent parameter set to optional (${it})`,
    say`On “optional” the template sends whatever was chosen.`,
  ],
  unread: [
    (it) => say`is a consent parameter that nothing reads (${it})`,
    say`The code of the template never asks what the parameter says: it sends whatever was chosen.`,
  ],
};

/** What stands in front of a tag really asks: `only waits (3000 ms)`. */
export function asksOf({ kind, subject }: GateTest): Phrase {
  return ASKS[kind][0](subject);
}

/** Why that is no choice. */
export function whyNone({ kind }: GateTest): Phrase {
  return ASKS[kind][1];
}

const ASK = say`Ask for the category by name, positively, and let a missing answer end on the “no” side.`;
const PARK = say`Park the tag in the platform's way, for the category that covers its purpose.`;
const SWITCH = say`Hold the tag by its switch before its first command, and release it only where the visitor agrees.`;
const HANDLER = say`Run the tag where the category that covers its purpose is granted, not merely later.`;

const REMEDIES: Readonly<Partial<Record<GateKind, Phrase>>> = {
  attribute: PARK,
  'unknown-word': PARK,
  exempt: PARK,
  delay: HANDLER,
  interaction: HANDLER,
  visibility: HANDLER,
  implied: HANDLER,
  'grants-itself': SWITCH,
  'late-switch': SWITCH,
  'refused-switch': SWITCH,
  updated: say`Send the update only where the visitor agrees, or has agreed before.`,
};

/** What to do about it. */
export function remedyFor({ kind }: GateTest, inContainer: boolean): Phrase {
  return inContainer
    ? say`Under Advanced Settings › Consent Settings of the tag require additional consent, or fire it on the event with which the platform grants the category.`
    : (REMEDIES[kind] ?? ASK);
}

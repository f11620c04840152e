/** The words for what looks like a gate and is none. */
import type { GateKind, GateTest } from './gate.ts';

/** What a gate of each kind really asks (the end of "it …"), and why that is no choice. */
const ASKS: Readonly<Record<GateKind, readonly [asks: (subject: string) => string, why: string]>> = {
  delay: [(it) => `only waits (${it})`, 'Time passes for every visitor; waiting is no choice.'],
  interaction: [
    (it) => `only waits for the first ${it}`,
    'Scrolling, moving and clicking about is use of the page, no choice.',
  ],
  visibility: [() => 'only waits until a part of the page is in view', 'Reading on is no choice.'],
  implied: [(it) => `counts use of the page as consent (${it})`, 'Scrolling or waiting is use of the page, no choice.'],
  'opt-out': [
    (it) => `only asks that nobody has refused (${it})`,
    'On a first visit nobody has refused yet: what is asked for is true for everybody.',
  ],
  'granted-default': [(it) => `counts a missing answer as yes (${it})`, 'Whoever has not answered has not agreed.'],
  negated: [(it) => `lets through those who have not agreed (${it})`, 'The test is the wrong way round.'],
  dismissal: [(it) => `only asks whether the banner was closed (${it})`, 'A banner is closed by refusing, too.'],
  answered: [(it) => `asks whether there is an answer, not which (${it})`, 'A refusal is an answer, too.'],
  refusal: [(it) => `runs it when the visitor refuses or closes (${it})`, 'That is the opposite of consent.'],
  attribute: [
    (it) => `is an attribute that holds nothing back as it stands (${it})`,
    'The browser runs it as it reads the page; the platform holds back only what is written in its way.',
  ],
  'unknown-word': [
    (it) => `names a category that the platform does not know (${it})`,
    'The platform ignores the word and runs the tag.',
  ],
  exempt: [
    (it) => `tells the platform to leave the tag alone (${it})`,
    'The platform then runs it without any choice.',
  ],
  'always-on': [
    (it) => `asks for a category that is always on (${it})`,
    'The necessary category needs no choice and waits for none.',
  ],
  'cmp-present': [
    (it) => `only asks whether the platform is there (${it})`,
    'That it is there says nothing of a choice.',
  ],
  'cmp-absent': [
    (it) => `lets it through as long as the platform is not there (${it})`,
    'Platforms load late: while the page is read the object is missing for everybody.',
  ],
  'cmp-ready': [
    (it) => `only waits until the platform is ready (${it})`,
    'The platform is ready before anybody has chosen, and after a refusal.',
  ],
  'other-event': [
    (it) => `is an exception on another event (${it})`,
    'An exception stops a tag only on the event on which it is evaluated itself.',
  ],
  'grants-itself': [
    (it) => `is the vendor's own switch, and something turns it on again (${it})`,
    'What was held back is sent as soon as anything grants, whether or not somebody agreed.',
  ],
  'late-switch': [
    (it) => `is the vendor's own switch, turned after the first command (${it})`,
    'What came before it is sent; the switch holds back only what follows.',
  ],
  'refused-switch': [
    (it) => `is the vendor's own switch, turned only after a refusal (${it})`,
    'Whoever has not answered has not refused either: nothing is held back.',
  ],
  updated: [
    (it) => `is a denied consent default, and an update grants again before anybody has chosen (${it})`,
    'What was held back is stored and sent in full as soon as an update grants, whether or not somebody agreed.',
  ],
  'missing-field': [
    (it) => `lets events pass that do not carry the answer (${it})`,
    'Only a refusal that is there stops anything: an event without the field says nothing of a choice, and passes.',
  ],
  optional: [
    (it) => `is a consent parameter set to optional (${it})`,
    'On “optional” the template sends whatever was chosen.',
  ],
  unread: [
    (it) => `is a consent parameter that nothing reads (${it})`,
    'The code of the template never asks what the parameter says: it sends whatever was chosen.',
  ],
};

/** What stands in front of a tag really asks: `only waits (3000 ms)`. */
export function asksOf({ kind, subject }: GateTest): string {
  return ASKS[kind][0](subject);
}

/** Why that is no choice. */
export function whyNone({ kind }: GateTest): string {
  return ASKS[kind][1];
}

const ASK = 'Ask for the category by name, positively, and let a missing answer end on the “no” side.';
const PARK = "Park the tag in the platform's way, for the category that covers its purpose.";
const SWITCH = 'Hold the tag by its switch before its first command, and release it only where the visitor agrees.';
const HANDLER = 'Run the tag where the category that covers its purpose is granted, not merely later.';

const REMEDIES: Readonly<Partial<Record<GateKind, string>>> = {
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
  updated: 'Send the update only where the visitor agrees, or has agreed before.',
};

/** What to do about it. */
export function remedyFor({ kind }: GateTest, inContainer: boolean): string {
  return inContainer
    ? 'Under Advanced Settings › Consent Settings of the tag require additional consent, or fire it on the event with which the platform grants the category.'
    : (REMEDIES[kind] ?? ASK);
}

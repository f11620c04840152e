/** What looks like a gate in front of a tag, and what it really asks. The analysis tells; rules report it. */
import type { Location } from '../text/location.ts';
import type { Said } from './phrase.ts';

/** What a thing in front of a tag really asks, where it looks like a gate and is none. */
export type GateKind =
  /** waits for a time to pass; subject: the time */
  | 'delay'
  /** waits for the first scroll, mouse movement, key or touch; subject: the events */
  | 'interaction'
  /** waits until a part of the page is in view */
  | 'visibility'
  /** a setting counts scrolling or waiting as a choice; subject: the setting */
  | 'implied'
  /** asks only that nothing refuses; subject: what is asked for */
  | 'opt-out'
  /** an absent answer counts as yes; subject: where the answer is looked for */
  | 'granted-default'
  /** runs where the consent is missing; subject: the consent */
  | 'negated'
  /** the banner was closed; subject: the stored value */
  | 'dismissal'
  /** some choice was made, a refusal included; subject: the event or the stored value */
  | 'answered'
  /** runs on the button that refuses or closes; subject: the button */
  | 'refusal'
  /** an attribute of a platform without what holds the tag back; subject: the attribute */
  | 'attribute'
  /** a category word that the platform does not know, and lets run; subject: the word */
  | 'unknown-word'
  /** a word that tells the platform to leave the tag alone; subject: the word */
  | 'exempt'
  /** a category that is always on; subject: the word */
  | 'always-on'
  /** the platform's object is there; subject: its name */
  | 'cmp-present'
  /** the platform's object is not there; subject: its name */
  | 'cmp-absent'
  /** the platform is ready; subject: its event or function */
  | 'cmp-ready'
  /** an exception of a container on an event on which the tag does not fire; subject: the exception */
  | 'other-event'
  /** a vendor's own switch that is turned on again without a choice; subject: the command */
  | 'grants-itself'
  /** a vendor's own switch that comes after the first command; subject: the command */
  | 'late-switch'
  /** a vendor's own switch that holds back only after a refusal; subject: the command */
  | 'refused-switch'
  /** a denied consent default that an update grants again without a choice; subject: the update */
  | 'updated'
  /** an incoming event without the field that is asked for passes; subject: the field */
  | 'missing-field'
  /** a consent parameter set to optional; subject: the parameter */
  | 'optional'
  /** a consent parameter that the template's code never reads; subject: the parameter and the template */
  | 'unread';

export interface GateTest {
  readonly kind: GateKind;
  readonly subject: Said;
  readonly location?: Location;
}

/** What a vendor is sent: keys of personal data and of contents, and what its script takes by itself. */
import type { UserDataKind } from './kinds.ts';
import type { Option } from './patterns.ts';
import type { PublishedFeature } from './served.ts';

/** Keys under which event or user data travels to a vendor. Compared case-insensitively. */
export interface UserDataKeys {
  readonly keys: Readonly<Record<string, UserDataKind>>;
  /** Every non-empty value is scanned and taken, whatever its key (see the vendor's file for the source). */
  readonly anyKey: boolean;
  /** Keys of event parameters whose value is an object of user data (`user_data`). */
  readonly containers: readonly string[];
  /** Keys of another argument (`agent`): where they stand among the user data, their value is nobody's. */
  readonly options: readonly string[];
}

export interface ContentKeys {
  readonly names: readonly string[];
  readonly categories: readonly string[];
  readonly ids: readonly string[];
  /** Keys that hold a list of items, each with keys of this table. */
  readonly lists: readonly string[];
  readonly search: readonly string[];
}

/** Something that the vendor's script collects by itself unless it is switched off. */
export interface AutomaticFeature {
  /** `events`: clicks, form fields, page metadata; `matching`: form values taken to recognise the person. */
  readonly kind: 'events' | 'matching';
  readonly title: string;
  readonly collects: string;
  /** on: collects unless switched off; off: only where switched on; remote: the vendor's interface decides, the page does not tell. */
  readonly byDefault: 'on' | 'off' | 'remote';
  /** Where the vendor's interface decides: most accounts have it on. */
  readonly usuallyOn?: true;
  /** The setting of a sibling feature without which this one collects nothing. */
  readonly stoppedBy?: string;
  /** The kinds of data that it takes out of form fields. */
  readonly reads: readonly UserDataKind[];
  /** Name of the setting (see `VendorCall.setting`) and the literals that switch it off or on. */
  readonly setting?: string;
  readonly off: readonly (string | boolean | number)[];
  readonly on: readonly (string | boolean | number)[];
  /** Every literal that does not switch it on switches it off. */
  readonly othersOff?: true;
  /** The switch counts only before the call that starts the library; elsewhere it may follow at once, and not later. */
  readonly beforeInit?: true;
  /** Settings of the library as a whole, and the literals with which it collects nothing of this. */
  readonly endedBy: readonly { readonly setting: string; readonly values: readonly (string | boolean | number)[] }[];
  /** The switch counts only with a string id, only with an id, or whatever the id is. */
  readonly settingId: 'string' | 'optional' | 'none';
  /** Key of the init call's options object that is the same switch (`autoConfig: false`). */
  readonly option?: string;
  /** Parameter of a GTM tag or template that is the same switch, with the value that switches it off or on. */
  readonly gtmParameter?: { readonly key: string; readonly off: readonly string[]; readonly on: readonly string[] };
  /** Functions of a published tag that show the feature as the vendor's interface has it. */
  readonly published: readonly PublishedFeature[];
  /** Settings (see `VendorCall.setting`) with which the script that the vendor serves for an account switches it on. */
  readonly shownBy: readonly string[];
  /** The member that names each of several things that such a setting holds. */
  readonly namedBy?: string;
  readonly remedy: string;
}

/** What a recorder of sessions shows of form fields. Options are those of any call of the vendor. */
export interface Recording {
  /** What is shown unless told otherwise; remote: the vendor's interface decides. */
  readonly fields: 'masked' | 'shown' | 'remote';
  /** Options without which, and with which, nothing is recorded. */
  readonly onlyWith: readonly Option[];
  readonly offWith: readonly Option[];
  /** Options with which every field is masked, and with which fields are shown. */
  readonly maskedWith: readonly Option[];
  readonly shownWith: readonly Option[];
  /** Marks (see `FormField.marks`) that mask what they stand on or around, and marks of a field that show it. */
  readonly masks: readonly string[];
  readonly shows: readonly string[];
  readonly remedy: string;
}

/** Parameters that mark events as a test, and what the vendor does with them then, as the end of "it …". */
export interface TestSwitch {
  readonly keys: readonly string[];
  readonly what: string;
}

/** What a vendor's settings for an account say of personal data that it has met in the site's events, and now withholds. */
export interface WithheldKeys {
  /** Name of the setting (see `VendorCall.setting`) that lists it, by events. */
  readonly setting: string;
  /** The member under which names stand as they are; others may hold digests. */
  readonly under: string;
  /** The members of an event that list names, with what the names are of. */
  readonly places: Readonly<Record<string, string>>;
}

/** Event parameters with an amount and its currency, and the events in which the one means nothing without the other. */
export interface MoneyKeys {
  readonly value: string;
  readonly currency: string;
  readonly events: readonly string[];
}

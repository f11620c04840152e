/** The words in which the catalogue sorts vendors, what they do and what they are sent. */

/** Why a vendor is there: to track (see `needsConsent`), to bring in trackers, or, from `chat` on, to show or do something in the page. */
export const PURPOSES = [
  'ads',
  'analytics',
  'replay',
  'ab-testing',
  'tag-manager',
  'marketing-automation',
  'cdp',
  'affiliate',
  'chat',
  /** video, sound, maps, posts and buttons of social networks, reviews */
  'embed',
  /** a puzzle or score that tells people from programs */
  'captcha',
  /** forms and bookings */
  'form',
  'font',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The categories of the consent states (design, *Words*); `necessary` needs no consent. */
export const CATEGORIES = ['necessary', 'preferences', 'statistics', 'marketing'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a tag does at run time. */
export const ACTIVITY_KINDS = ['load', 'init', 'event', 'identify', 'configure', 'consent'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The kinds of personal data that a key can carry. */
export const USER_DATA_KINDS = [
  'email',
  'phone',
  'first-name',
  'last-name',
  'name',
  'gender',
  'birth-date',
  'city',
  'region',
  'postcode',
  'country',
  'street',
  'user-id',
  'ip-address',
  /** What tells a browser or device, not its owner: a user agent, the number in a vendor's cookie. */
  'device',
  'identity-number',
  'other',
] as const;
export type UserDataKind = (typeof USER_DATA_KINDS)[number];

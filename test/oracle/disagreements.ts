/** Where taglint and the browser differ, and why that is left so. Each must still be there, or the test fails. */
export interface KnownDisagreement {
  readonly page: string;
  readonly states: readonly string[];
  readonly subjects: readonly string[];
  readonly reason: string;
}

export const disagreements: readonly KnownDisagreement[] = [
  {
    page: 'consentmode-late-default.html',
    states: ['all'],
    subjects: ['google-analytics event view_item'],
    reason: 'an update counts for the whole visit; that an event before it left under the default is not told apart',
  },
  {
    page: 'tcf-listeners.html',
    states: ['first-visit'],
    subjects: ['x load static.ads-twitter.com/uwt.js', 'x init abcde'],
    reason: 'the status tcloaded counts as possible before a choice; our stand-in shows its banner and says cmpuishown',
  },
  {
    page: 'uet-consent.html',
    states: ['all'],
    subjects: ['microsoft-uet event view_item'],
    reason: 'an update counts for the whole visit; that an event before it left under the default is not told apart',
  },
  {
    page: 'guards-polarity.html',
    states: ['refused', 'preferences', 'marketing'],
    subjects: ['microsoft-clarity load www.clarity.ms/tag/abcdefghij'],
    reason: 'without the platform the page lets it run, and a platform may fail to load: here it never does',
  },
  {
    page: 'order-defer-async.html',
    states: ['first-visit'],
    subjects: ['x load static.ads-twitter.com/uwt.js'],
    reason: 'a script with nomodule runs in old browsers, and this one is none: what can run is reported',
  },
  {
    page: 'order-json-config.html',
    states: ['first-visit'],
    subjects: ['snap load sc-static.net/scevent.min.js', 'snap init *'],
    reason: 'attributes of document.currentScript are not read: an empty one counts as any setting',
  },
  {
    page: 'order-ready-handlers.html',
    states: ['first-visit'],
    subjects: ['x load t.co/i/adsct', 'x load static.ads-twitter.com/uwt.js', 'x init abcde'],
    reason: 'a handler that is overwritten, or registered when its event has been, counts as one that runs',
  },
  {
    page: 'promises-consent.html',
    states: ['refused'],
    subjects: ['x load static.ads-twitter.com/uwt.js', 'x init abcde'],
    reason: 'either of two promises may win a race; that a stored answer is always faster than a timer is not known',
  },
  {
    page: 'pseudo-geo-language.html',
    states: ['first-visit'],
    subjects: ['meta load connect.facebook.net/en_us/fbevents.js', 'meta init 1234567890123'],
    reason:
      'a time zone says where somebody may be: visitors from everywhere are judged, and the browser sits in Stockholm',
  },
  {
    page: 'storage-existence.html',
    states: ['refused'],
    subjects: ['x load static.ads-twitter.com/uwt.js', 'x init abcde'],
    reason: 'stored JSON counts as a record, which is there after a refusal, too; a bare "false" is not told apart',
  },
];

/** Where taglint and the browser differ, and why that is left so. Each must still be there, or the test fails. */
export interface KnownDisagreement {
  readonly page: string;
  readonly states: readonly string[];
  readonly subject: string;
  readonly reason: string;
}

export const disagreements: readonly KnownDisagreement[] = [
  {
    page: 'cookiebot-callback.html',
    states: ['refused'],
    subject: 'x load static.ads-twitter.com/uwt.js',
    reason: 'the catalogue has no word for an event that comes after any choice but a refusal',
  },
  {
    page: 'cookiebot-callback.html',
    states: ['preferences', 'statistics', 'marketing'],
    subject: 'microsoft-uet load bat.bing.com/action/0',
    reason: 'a refusal event is taken to be possible where one category alone was granted',
  },
  {
    page: 'cookiebot-unknown-word.html',
    states: ['first-visit', 'refused', 'preferences', 'statistics', 'marketing', 'all'],
    subject: 'x load static.ads-twitter.com/uwt.js',
    reason: 'a parked script that the platform is told to ignore stays dead; it is taken to run',
  },
];

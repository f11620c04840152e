import { describe, expect, it } from 'vitest';
import { userDataOf } from '../../src/model/user-data.ts';
import { read } from '../extract/gating/support.ts';

/** Keys of the user data that the calls hand over. */
function handed(code: string): string[] {
  return read(`<script>${code}</script>`, 'html').activities.flatMap((activity) =>
    userDataOf(activity).map(({ key, hashed }) => (hashed ? `${key} hashed` : key)),
  );
}

const DIGEST = '5e884898da28047151d0e56f8dc6292773603d0d6aabbd62a11ef721d1542d82';

const CASES: readonly (readonly [name: string, code: string, ...keys: string[]])[] = [
  ['an address that the server wrote', `fbq('init', '1', { em: 'jo@example.com' });`, 'em'],
  ['a digest', `fbq('init', '1', { em: '${DIGEST}' });`, 'em hashed'],
  ['a variable', `fbq('init', '1', { em: visitor.mail });`, 'em'],
  ['a phone number', `fbq('init', '1', { ph: '+46 70 123 45 67' });`, 'ph'],
  ['a first name', `fbq('init', '1', { fn: 'jo' });`, 'fn'],
  ['an example to be filled in', `pintrk('load', '1', { em: '<user_email_address>' });`],
  ['one in brackets', `fbq('init', '1', { em: '[EMAIL]', fn: '[FIRST NAME]' });`],
  ['one in capitals', `gtag('config', 'G-1', { user_id: 'USER_ID' });`],
  [
    'one in words',
    `gtag('config', 'G-1', { user_id: 'your-user-id' }); fbq('init', '1', { em: 'insert_email_variable' });`,
  ],
  ['nothing', `fbq('init', '1', { em: '', ph: null, fn: undefined });`],
  ['a switch', `fbq('init', '1', { em: 'yes', ph: true });`],
  ['an id', `analytics.identify('4711');`, 'userid'],
  ['traits in the place of an id', `analytics.identify({ email: user.email });`, 'email'],
  ['traits that name nobody', `analytics.identify({ Organic: 'Organic' });`],
  ['no traits', `analytics.identify({});`],
];

describe('user data', () => {
  it.each(CASES)('%s', (_name, code, ...keys) => {
    expect(handed(code)).toEqual(keys);
  });
});

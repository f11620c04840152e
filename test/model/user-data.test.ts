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
  ['the name of an integration among the user data', `fbq('init', '1', { agent: 'pl' + version, debug: true });`],
  ['one beside an address', `fbq('init', '1', { agent: name, em: user.email });`, 'em'],
  ['the address of the site', `fbq('init', '1', { em: site.email, ph: shop.phone });`],
  ['that of a customer of the shop', `fbq('init', '1', { em: shop.customer.email, ph: store.phone });`, 'em', 'ph'],
  ['what a caller hands over as settings', `fbq('init', '1', { em: settings.email, ph: options.phone });`, 'em', 'ph'],
  ['the number of a link', `gtag('event', 'call', { phone_number: document.querySelector('a[href^="tel:"]').href });`],
];

describe('user data', () => {
  it.each(CASES)('%s', (_name, code, ...keys) => {
    expect(handed(code)).toEqual(keys);
  });
});

const IN_SCRIPTS: readonly (readonly [name: string, markup: string, ...keys: string[]])[] = [
  ['the text of an element', "<Script id='p'>{`fbq('init', '1', { em: '${user.email}' });`}</Script>", 'em'],
  [
    'its markup',
    "<script dangerouslySetInnerHTML={{ __html: `fbq('init', '1', { em: '${user.email}', ph: \"${user.phone}\" });` }} />",
    'em',
    'ph',
  ],
  ['an object', '<script>{`fbq("init", "1", ${JSON.stringify({ em: user.email })});`}</script>', 'em'],
  [
    'a second script',
    "<><script>{`a('${x}')`}</script><script>{`fbq('init', '1', { em: '${user.email}' })`}</script></>",
    'em',
  ],
  ['an id of the site', "<script>{`fbq('init', '${process.env.PIXEL}')`}</script>"],
];

describe('user data in the text of a script that a component renders', () => {
  it.each(IN_SCRIPTS)('%s', (_name, markup, ...keys) => {
    const code = `export default function Page({ user, x }) { return ${markup}; }`;
    const { activities } = read(code, 'jsx');
    expect(activities.flatMap((one) => userDataOf(one).map(({ key }) => key))).toEqual(keys);
  });
});

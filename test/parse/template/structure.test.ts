/** What expressions of templates write out as objects and lists. */
import { describe, expect, it } from 'vitest';
import { structureOf, unencoded } from '../../../src/parse/template/structure.ts';

describe('an expression without what encodes it', () => {
  it.each([
    ['customer.email | json', 'customer.email'],
    ['esc_js( strtolower( trim( $user->user_email ) ) )', '$user->user_email'],
    ["hash( 'sha256', $user->user_email )", '$user->user_email'],
    ['current_user.email.to_json.html_safe', 'current_user.email'],
    ['raw current_user.to_json', 'current_user'],
    ['app.user.email|json_encode()|raw', 'app.user.email'],
    ['JSON.stringify(user)', 'user'],
    ['Html.Raw(Json.Serialize(Model.User))', 'Model.User'],
    ['checkout.email | downcase | sha256', 'checkout.email'],
    ["customer.email | split: '@' | last", "customer.email | split: '@' | last"],
    ['user.first', 'user.first'],
    ['count($users)', 'count($users)'],
  ])('%s is %s', (expression, expected) => {
    const { text, start } = unencoded(expression);
    expect(text).toBe(expected);
    expect(expression.slice(start, start + text.length)).toBe(expected);
  });
});

describe('what an expression writes out', () => {
  it.each([
    [
      "json_encode(array('event' => 'login', 'email' => $user->user_email))",
      { event: "'login'", email: '$user->user_email' },
    ],
    ["['a' => f($b, 'c, d'), \"e\" => [1, 2]]", { a: "f($b, 'c, d')", e: '[1, 2]' }],
    ['{event: "x", email: app.user.email}|json_encode|raw', { event: '"x"', email: 'app.user.email' }],
    ['raw({ :event => "x", email: current_user.email }.to_json)', { event: '"x"', email: 'current_user.email' }],
    ['Json.Serialize(new { mail = Model.Email, Model.Phone })', { mail: 'Model.Email', Phone: 'Model.Phone' }],
    ['dict(email=user.email, n=1)|tojson', { email: 'user.email', n: '1' }],
    ["wp_json_encode( apply_filters( 'x', (object) array( 'a' => $a ? 1 : 2 ) ) )", { a: '$a ? 1 : 2' }],
    ["json_encode(array_merge(['a' => $a], ['b' => $b]))", { a: '$a', b: '$b' }],
    ["json_encode(compact('email', 'phone'))", { email: '$email', phone: '$phone' }],
    ["['a' => App::name(), 'b' => $x === 1]", { a: 'App::name()', b: '$x === 1' }],
  ])('%s', (expression, expected) => {
    const { entries = [] } = structureOf(expression) ?? {};
    expect(Object.fromEntries(entries.map(({ key, value }) => [key, value.text]))).toEqual(expected);
    for (const { value } of entries)
      if (!value.text.startsWith('$')) expect(expression.slice(value.start).startsWith(value.text)).toBe(true);
  });

  it.each(['$user', "$a['email']", 'user[0]', '[a] + [b]', '"{ a: 1 }"', "array('a' => 1", '', '((((((((('])(
    'is nothing in %s',
    (expression) => {
      expect(structureOf(expression)).toBeUndefined();
    },
  );

  it('says what is merged into it', () => {
    expect(structureOf('{ ...user, a: 1 }')?.merged.map(({ text }) => text)).toEqual(['user']);
    expect(structureOf("array_merge($base, ['a' => 1])")?.merged.map(({ text }) => text)).toEqual(['$base']);
  });
});

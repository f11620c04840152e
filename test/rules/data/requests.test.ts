/** Requests whose answer nobody reads, and what they carry. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const page = (code: string): string =>
  `<link rel="canonical" href="https://www.shop.example/x"><script>${code};</script>`;
const EVENT = 'personal-data-in-event';

describe('a request to a host of which nothing is known', () => {
  it.each([
    "new Image().src = 'https://collect.stranger.io/p.gif?e=' + encodeURIComponent(document.querySelector('#email').value)",
    "var i = new Image(); i.src = 'https://px.stranger.io/i?v=1&mail=' + user.email + '&w=2'",
    "navigator.sendBeacon('https://in.stranger.io/v1', JSON.stringify({ event: 'x', user: { email: user.email } }))",
    "navigator.sendBeacon('https://in.stranger.io/v1', new URLSearchParams({ e: user.email }))",
    "fetch('https://t.stranger.io/?email=' + email, { keepalive: true })",
    "new Image().src = 'https://collect.stranger.io/p.gif?e=' + sha256(user.email)",
    "var x = new XMLHttpRequest(); x.open('POST', 'https://in.stranger.io/v1'); x.send(JSON.stringify({ email: user.email }))",
    "var data = new FormData(); data.append('email', user.email); navigator.sendBeacon('https://in.stranger.io/v1', data)",
    "fetch('https://in.stranger.io/v1?' + new URLSearchParams({ email: user.email }), { mode: 'no-cors' })",
  ])('tells it personal data: %s', async (code) => {
    expect(await personalRules('page.html', page(code))).toEqual([EVENT]);
  });

  it.each([
    "navigator.sendBeacon('https://api.shop.example/track', JSON.stringify({ email: user.email }))",
    "navigator.sendBeacon('/api/track', JSON.stringify({ email: user.email }))",
    "fetch('https://forms.stranger.io/f/abc', { method: 'POST', body: JSON.stringify({ email: form.email.value }) })",
    "navigator.sendBeacon('https://in.stranger.io/v1', JSON.stringify({ event: 'x', page: location.pathname, uid: user.id }))",
    "var x = new XMLHttpRequest(); x.open('POST', 'https://forms.stranger.io/f'); x.onload = function () { done(x.responseText); }; x.send(JSON.stringify({ email: user.email }))",
    "document.querySelector('#avatar').src = 'https://avatars.stranger.io/api/?name=' + user.name",
  ])('does not: %s', async (code) => {
    expect(await personalRules('page.html', page(code))).toEqual([]);
  });

  it('is possibly one to the site’s own, where the page does not say what is its own', async () => {
    const own =
      "<script>navigator.sendBeacon('https://api.shop.example/v1/session', JSON.stringify({ email: user.email }));</script>";
    expect(await personalRules('page.html', own)).toEqual([]);
  });
});

describe('a request to a vendor', () => {
  it.each([
    [
      "fetch('https://graph.facebook.com/v18.0/1234567890/events', { method: 'POST', body: JSON.stringify({ data: [{ user_data: { em: [hash] } }] }) })",
      ['advanced-matching'],
    ],
    ["new Image().src = 'https://www.facebook.com/tr?id=1&ev=Lead&cd[x]=' + encodeURIComponent(user.email)", [EVENT]],
    ["new Image().src = 'https://www.facebook.com/tr?id=1&ev=Lead&ud[em]=' + hash", ['advanced-matching']],
    [
      "var x = new XMLHttpRequest(); x.open('POST', 'https://api.mixpanel.com/engage'); x.send(JSON.stringify({ $set: { email: user.email } }))",
      ['advanced-matching'],
    ],
    ["new Image().src = 'https://www.facebook.com/tr?id=1&ev=PageView&dl=' + encodeURIComponent(location.href)", []],
  ])('carries what stands in its address and its body: %s', async (code, rules) => {
    expect(await personalRules('page.html', page(code))).toEqual(rules);
  });
});

/** Forms that a browser sends in the address of the next page. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const TRACKER = "<script>fbq('init', '1234567890'); fbq('track', 'PageView');</script>";

describe('a form with personal fields on a page with a tracker', () => {
  it.each([
    '<form method="get" action="/thanks"><input name="epost" type="email"><input name="telefon"></form>',
    '<form action="/thanks.html"><input name="email"></form>',
    '<form method="GET"><label>Personnummer <input name="q1"></label></form>',
    '<form method="get" action="<?php echo esc_url(home_url(\'/signup\')); ?>"><input name="your-email"></form>',
    '<form method="get" id="f" action="/x"></form><input form="f" name="email">',
  ])('writes them into the address: %s', async (form) => {
    expect(await personalRules('page.php', TRACKER + form)).toEqual(['personal-data-in-event']);
    expect(await personalRules('page.php', form)).toEqual([]);
  });

  it.each([
    '<form method="post" action="/x"><input name="email"></form>',
    '<form id="contact"><input name="email"></form>',
    '<form action="#"><input name="email"></form>',
    '<form method="dialog"><input name="email"></form>',
    '<form method="get" action="https://lists.example/subscribe"><input name="email"></form>',
    '<form method="get" action="/search"><input name="q"></form>',
    '<form method="get" role="search" action="/staff"><input name="email"></form>',
    '<form method="get" action="/x"><input type="email" placeholder="E-mail"></form>',
    '<form method="get" action="/x"><select name="size"></select></form>',
    '<form method="get" action="/x" onsubmit="return send(this)"><input name="email"></form>',
    '<form hx-post="/x" action="/x"><input name="email"></form>',
    '<form method="get" action="/x"><input name="email"></form><script>document.forms[0].addEventListener(\'submit\', send)</script>',
    '<form method="get" action="/x"><input name="email"></form><script>$("form").submit(function () { return false; })</script>',
  ])('does not, or not there: %s', async (form) => {
    expect(await personalRules('page.php', TRACKER + form)).toEqual([]);
  });
});

describe('properties of users that are set for all events', () => {
  it.each([
    ["gtag('set', 'user_properties', { email: user.email, plan: 'x' })", 1],
    ["gtag('set', 'user_properties', { plan: 'x', logged_in: true })", 0],
  ])('are personal data where they say who it is: %s', async (call, count) => {
    expect(await personalRules('page.html', `<script>${call};</script>`)).toHaveLength(count);
  });
});

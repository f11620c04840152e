/** Functions that nothing in sight calls: those that are exported or global are there for somebody who does. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const MATCHING = ['advanced-matching'];
const SET = 'mixpanel.people.set({ $email: user.email })';
const IMPORT = "import mixpanel from 'mixpanel-browser'; ";

describe('user data in a function that nothing in sight calls', () => {
  it.each([
    `export function onLogin(user) { ${SET}; }`,
    `export const onLogin = (user) => ${SET};`,
    `export const onLogin = async (user) => { await ready(); ${SET}; };`,
    `function onLogin(user) { ${SET}; } export { onLogin };`,
    `const onLogin = (user) => { ${SET}; }; export { onLogin as login };`,
    `export default { onLogin(user) { ${SET}; } };`,
    `export function useTracking() { return { identify(user) { ${SET}; } }; }`,
    `export class Tracker { identify(user) { ${SET}; } }`,
    `class Tracker { identify(user) { ${SET}; } } export { Tracker };`,
    `function onLogin(user) { ${SET}; } module.exports = { onLogin };`,
    `exports.onLogin = function (user) { ${SET}; };`,
    `export default function (userEmail = null) { mixpanel.identify(userEmail || 'anonymous'); }`,
    `export function onLogin(id, { email = '' } = {}) { mixpanel.people.set({ $email: email }); }`,
  ])('is told where it is exported: %s', async (code) => {
    expect(await personalRules('tracking.js', `${IMPORT}${code}`)).toEqual(MATCHING);
  });

  it.each([
    "window.trackLead = function (user) { fbq('init', '123456789012345', { em: user.email }); };",
    "function trackLead(user) { fbq('init', '123456789012345', { em: user.email }); }",
    "var shop = { lead: function (user) { fbq('init', '123456789012345', { em: user.email }); } };",
  ])('is told where it is global: %s', async (code) => {
    expect(await personalRules('theme.js', code)).toEqual(MATCHING);
  });

  it.each([
    `define(['mixpanel'], function () { return { login: function (user) { ${SET}; } }; });`,
    `angular.module('a').service('Mix', function () { this.login = function (user) { ${SET}; }; });`,
    `angular.module('a').service('Mix', function ($window) { this.login = function (user) { $window.${SET}; }; });`,
    `angular.module('a').factory('Mix', ['$window', function ($window) { function up(user) { $window.${SET}; } return { up: up }; }]);`,
    `angular.module('a').service('Mix', class { login(user) { ${SET}; } });`,
    `jQuery(function () { window.login = function (user) { ${SET}; }; });`,
    `(function () { window.login = window.login || function (user) { ${SET}; }; })();`,
  ])('is told where it is given back to code out of sight: %s', async (code) => {
    expect(await personalRules('tracking.js', code)).toEqual(MATCHING);
  });

  it('is told where a class is handed the window', async () => {
    const code = "(this.window as any).fbq('init', '123456789012345', { em: user.email });";
    const text = `export class T { constructor(@Inject(WINDOW) private window: Window) {} id(user) { ${code} } }`;
    expect(await personalRules('tracking.ts', text)).toEqual(MATCHING);
  });

  it.each([
    `jQuery(function () { function unused(user) { ${SET}; } });`,
    `function onLogin(user) { ${SET}; }`,
    `function onLogin(user) { ${SET}; } export function other() {}`,
    `const helpers = { onLogin(user) { ${SET}; } }; export const version = 2;`,
    'export function onLogin(user) { mixpanel.identify(user.id); }',
    'export function onLogin(traits) { mixpanel.people.set(traits); }',
  ])('is only possible where nothing hands it on, or only an id or a name is seen: %s', async (code) => {
    expect(await personalRules('tracking.ts', `${IMPORT}${code}`)).toEqual([]);
  });
});

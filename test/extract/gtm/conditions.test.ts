import { describe, expect, it } from 'vitest';
import { extract, guardOf, type Json, type Test, trigger, variable } from './build.ts';

const pageView = (filter: Test, variables: readonly Json[] = [], more: object = {}): string =>
  guardOf({ variables, triggers: [trigger('1', 'PAGEVIEW', [filter])], ...more });

describe('conditions on a cookie', () => {
  const cookie = (operator: string, right: string, more: Json = {}) =>
    pageView(['{{C}}', operator, right], [variable('C', 'k', { name: 'agreed', decodeCookie: 'false' }, more)]);

  it('ask for what is stored', () => {
    expect(cookie('EQUALS', 'yes')).toBe('cookie agreed equals yes');
    expect(cookie('CONTAINS', 'C0004:1')).toBe('cookie agreed contains C0004:1');
    expect(cookie('STARTS_WITH', 'y')).toBe('cookie agreed contains y');
    expect(cookie('MATCH_REGEX', 'C0004:1')).toBe('cookie agreed contains C0004:1');
    expect(cookie('MATCH_REGEX', '^(yes|true)$')).toBe('(cookie agreed equals yes | cookie agreed equals true)');
    expect(cookie('!EQUALS', 'no')).toBe('!cookie agreed equals no');
  });

  it('know that an absent cookie is the text "undefined"', () => {
    expect(cookie('EQUALS', 'undefined')).toBe('!cookie agreed present');
    expect(cookie('!EQUALS', 'undefined')).toBe('cookie agreed present');
    expect(cookie('EQUALS', '')).toBe('false');
    expect(cookie('MATCH_REGEX', '.*')).toBe('true');
    expect(cookie('CONTAINS', '')).toBe('true');
    expect(cookie('CONTAINS', 'def')).toBe('(!cookie agreed present | cookie agreed contains def)');
    expect(cookie('MATCH_REGEX', '[a-z]{3,}')).toBe(
      '(!cookie agreed present | (cookie agreed present & unresolved[{{C}} matches [a-z]{3,}]))',
    );
  });

  it('respect what stands in for an absent cookie', () => {
    const format = { formatValue: { convertUndefinedToValue: { type: 'TEMPLATE', value: 'granted' } } };
    expect(cookie('EQUALS', 'granted', format)).toBe(
      '((cookie agreed present & cookie agreed equals granted) | !cookie agreed present)',
    );
    expect(cookie('EQUALS', 'denied', format)).toBe('(cookie agreed present & cookie agreed equals denied)');
  });
});

describe('conditions on a platform', () => {
  const variables = [
    variable('Groups', 'j', { name: 'ActiveGroups' }),
    variable('DL groups', 'v', { name: 'ActiveGroups' }),
    variable('Event groups', 'v', { name: 'GroupsInEvent' }),
    variable('Marketing', 'j', { name: 'Bot.consent.marketing' }),
    variable('Closed', 'j', { name: 'Banner.closed' }),
  ];
  const ask = (left: string, operator: string, right: string) => pageView([`{{${left}}}`, operator, right], variables);

  it('read its list of granted groups', () => {
    expect(ask('Groups', 'CONTAINS', 'C0004')).toBe('groups grants marketing (C0004)');
    expect(ask('DL groups', 'CONTAINS', ',C0002,')).toBe('groups grants statistics (C0002)');
    expect(ask('Event groups', 'MATCH_REGEX', ',C0004,')).toBe('groups grants marketing (C0004)');
    expect(ask('Groups', 'MATCH_REGEX', 'C0002|C0004')).toBe(
      '(groups grants statistics (C0002) | groups grants marketing (C0004))',
    );
    expect(ask('Groups', 'EQUALS', ',C0001,C0002,C0004,')).toBe(
      '(groups grants necessary (C0001) & groups grants statistics (C0002) & groups grants marketing (C0004))',
    );
    expect(ask('Groups', '!CONTAINS', 'C0004')).toBe('!groups grants marketing (C0004)');
    expect(ask('Groups', 'CONTAINS', 'C0001')).toBe('groups grants necessary (C0001)');
  });

  it('keep a word of the site’s own without guessing its category', () => {
    expect(ask('Groups', 'MATCH_REGEX', ',t00,')).toBe('groups grants ? (t00)');
    expect(ask('Groups', '!EQUALS', 'undefined')).toContain('unresolved');
  });

  it('read its booleans', () => {
    expect(ask('Marketing', 'EQUALS', 'true')).toBe('bot grants marketing (marketing)');
    expect(ask('Marketing', 'EQUALS', 'false')).toBe('!bot grants marketing (marketing)');
    expect(ask('Marketing', '!EQUALS', 'true')).toBe('!bot grants marketing (marketing)');
    expect(ask('Closed', 'EQUALS', 'true')).toBe('groups decided');
  });

  it('note that the container is written for it', () => {
    const unit = extract({
      variables,
      triggers: [trigger('1', 'PAGEVIEW', [['{{Groups}}', 'CONTAINS', 'C0004']])],
      tags: [{ name: 'T', type: 'googtag', firingTriggerId: ['1'] }],
    });
    expect(unit.cmps.map(({ cmp, loaded }) => [cmp.id, loaded])).toEqual([['groups', false]]);
  });

  it('go through lookup and regex tables', () => {
    const table = (type: string, rows: Record<string, string>[], more: Record<string, string> = {}) => [
      ...variables,
      variable('Table', type, { input: '{{Groups}}', map: rows, ...more }),
    ];
    expect(
      pageView(
        ['{{Table}}', 'EQUALS', 'yes'],
        table('remm', [{ key: '.*C0004.*', value: 'yes' }], { setDefaultValue: 'true', defaultValue: 'no' }),
      ),
    ).toBe('groups grants marketing (C0004)');
    expect(
      pageView(
        ['{{Table}}', 'EQUALS', 'no'],
        table('remm', [{ key: 'C0004', value: 'yes' }], { setDefaultValue: 'true', defaultValue: 'no' }),
      ),
    ).toBe('!groups grants marketing (C0004)');
    // Without a default the table gives undefined.
    expect(pageView(['{{Table}}', 'EQUALS', 'undefined'], table('remm', [{ key: 'C0004', value: 'yes' }]))).toBe(
      '!groups grants marketing (C0004)',
    );
  });
});

describe('conditions on other variables', () => {
  it('on the page’s own data are free', () => {
    const variables = [
      variable('Type', 'v', { name: 'pageType' }),
      variable('Q', 'u', { component: 'QUERY', queryKey: 'utm' }),
      variable('J', 'j', { name: 'PAGE' }),
    ];
    for (const left of ['Type', 'Q', 'J', 'Page Path', 'Referrer']) {
      expect(pageView([`{{${left}}}`, 'EQUALS', 'x'], variables)).toBe(`free[{{${left}}} is x]`);
    }
    expect(pageView(['{{Page Hostname}}', '!CONTAINS', 'test'])).toBe('!free[{{Page Hostname}} contains test]');
  });

  it('on a constant are decided', () => {
    const variables = [
      variable('Live', 'c', { value: 'true' }),
      variable('Off', 'c', { value: 'false' }),
      variable('Copy', 'c', { value: '{{Live}}' }),
    ];
    expect(pageView(['{{Live}}', 'EQUALS', 'true'], variables)).toBe('true');
    expect(pageView(['{{Off}}', 'EQUALS', 'true'], variables)).toBe('false');
    expect(pageView(['{{Copy}}', 'EQUALS', '{{Live}}'], variables)).toBe('true');
    expect(pageView(['{{Live}}', 'MATCH_REGEX', '^T'], variables)).toBe('false');
    expect(pageView(['{{Live}}', 'CONTAINS', 'ru'], variables)).toBe('true');
  });

  it('that speak of consent only by name are about consent', () => {
    const variables = [
      variable('Consent - marketing', 'v', { name: 'cm' }),
      variable('X', 'v', { name: 'cookie_consent.ads' }),
      variable('Opt-out', 'v', { name: 'oo' }),
    ];
    expect(pageView(['{{Consent - marketing}}', 'EQUALS', 'granted'], variables)).toBe(
      'consent[{{Consent - marketing}} is granted]',
    );
    expect(pageView(['{{X}}', 'EQUALS', 'true'], variables)).toBe('consent[{{X}} is true]');
    expect(pageView(['{{X}}', 'EQUALS', 'denied'], variables)).toBe('!consent[{{X}} is denied]');
    expect(pageView(['{{Opt-out}}', '!EQUALS', 'true'], variables)).toBe('!opt-out[{{Opt-out}} is true]');
    expect(pageView(['{{Consent that nobody defined}}', 'EQUALS', '1'])).toBe(
      'consent[{{Consent that nobody defined}} is 1]',
    );
  });

  it('take a default of the data layer into account', () => {
    const variables = [variable('Consent', 'v', { name: 'c', setDefaultValue: 'true', defaultValue: 'granted' })];
    expect(pageView(['{{Consent}}', 'EQUALS', 'granted'], variables)).toBe(
      '((free[{{Consent}} is set] & consent[{{Consent}} is granted]) | !free[{{Consent}} is set])',
    );
  });

  it('on the state of a consent type ask for the signal', () => {
    const templates = [
      {
        templateId: '9',
        name: 'State',
        templateData: "___INFO___\n{}\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\nconst f = require('isConsentGranted');\n",
      },
    ];
    const variables = [variable('State', 'cvt_1_9', { consentType: 'ad_storage' })];
    expect(pageView(['{{State}}', 'EQUALS', 'true'], variables, { templates })).toBe('google ad_storage');
    expect(pageView(['{{State}}', 'EQUALS', 'denied'], variables, { templates })).toBe('!google ad_storage');
  });

  it('on a click that accepts cookies are a choice', () => {
    const click = (filter: Test) => guardOf({ triggers: [trigger('1', 'CLICK', [filter])] });
    expect(click(['{{Click ID}}', 'EQUALS', 'cookie-accept-all'])).toBe('(event Trigger 1 & click accept)');
    expect(click(['{{Click Text}}', 'EQUALS', 'OK'])).toBe('(event Trigger 1 & free[{{Click Text}} is OK])');
  });

  it('on what was clicked, by a variable of the site’s own, may be a choice too', () => {
    const id = variable('Clicked', 'aev', { varType: 'ELEMENT', attribute: 'id' });
    const ask = (right: string) =>
      guardOf({ variables: [id], triggers: [trigger('1', 'CLICK', [['{{Clicked}}', 'EQUALS', right]])] });
    expect(ask('cookie-accept-all')).toBe('(event Trigger 1 & click accept)');
    expect(ask('buy-now')).toBe('(event Trigger 1 & free[{{Clicked}} is buy-now])');
  });

  it('on custom JavaScript follow the code', () => {
    const variables = [
      variable('Yes', 'jsm', { javascript: 'function() { return true; }' }),
      variable('Has', 'jsm', { javascript: "function() { return document.cookie.indexOf('agreed=1') > -1; }" }),
    ];
    expect(pageView(['{{Yes}}', 'EQUALS', 'true'], variables)).toBe('true');
    expect(pageView(['{{Yes}}', 'EQUALS', 'false'], variables)).toBe('false');
    expect(pageView(['{{Has}}', 'EQUALS', 'true'], variables)).not.toBe('true');
    const asks = variable('Asks', 'jsm', { javascript: 'function() { return shop.isOpen() ? "a" : "b"; }' });
    expect(pageView(['{{Asks}}', 'EQUALS', 'a'], [asks])).toContain('[shop.isOpen()]');
  });

  it('that refer to themselves stay unknown', () => {
    const variables = [variable('A', 'c', { value: '{{B}}' }), variable('B', 'c', { value: '{{A}}' })];
    expect(pageView(['{{A}}', 'EQUALS', 'x'], variables)).toBe('unresolved[{{A}} is x]');
  });
});

describe('conditions in a server container', () => {
  const ask = (key: string, operator: string, right: string) =>
    guardOf({
      server: true,
      variables: [variable('F', 'ed', { keyPath: key })],
      triggers: [trigger('1', 'ALWAYS', [['{{F}}', operator, right]])],
    });

  it('on consent fields are read as they are written', () => {
    expect(ask('ad_storage', 'EQUALS', 'true')).toBe('google ad_storage');
    expect(ask('consent_state.ad_storage', 'EQUALS', 'granted')).toBe('google ad_storage');
    expect(ask('consent_state', 'CONTAINS', 'granted')).toBe('consent[{{F}} contains granted]');
    expect(ask('ad_storage', 'EQUALS', 'false')).toBe('(!google ad_storage & field[ad_storage])');
    expect(ask('x-ga-gcs', 'MATCH_REGEX', 'G11.')).toBe('google ad_storage');
    expect(ask('x-ga-gcs', 'EQUALS', 'G111')).toBe('(google ad_storage & google analytics_storage)');
    expect(ask('x-ga-gcs', 'EQUALS', 'G101')).toBe('(!google ad_storage & google analytics_storage)');
    expect(ask('x-ga-gcs', 'MATCH_REGEX', 'G1[01]1')).toBe(
      '((!google ad_storage & google analytics_storage) | (google ad_storage & google analytics_storage))',
    );
    expect(ask('x-ga-gcs', 'MATCH_REGEX', '^G10.$')).toBe('(!google ad_storage & field[x-ga-gcs])');
    expect(ask('x-ga-gcs', 'EQUALS', 'G100')).toBe(
      '(!google ad_storage & !google analytics_storage & field[x-ga-gcs])',
    );
    expect(ask('value', 'EQUALS', '5')).toBe('free[{{F}} is 5]');
  });

  it('make an exception on a refusal pass a missing field', () => {
    const exception = trigger('2', 'CUSTOM_EVENT', [['{{F}}', 'EQUALS', 'false']], {
      customEventFilter: [
        {
          type: 'MATCH_REGEX',
          parameter: [
            { key: 'arg0', value: '{{_event}}' },
            { key: 'arg1', value: '.*' },
          ],
        },
      ],
    });
    expect(
      guardOf({
        server: true,
        variables: [variable('F', 'ed', { keyPath: 'ad_storage' })],
        triggers: [trigger('1', 'ALWAYS'), exception],
        with: { firingTriggerId: ['1'], blockingTriggerId: ['2'] },
      }),
    ).toBe('!(!google ad_storage & field[ad_storage])');
  });
});

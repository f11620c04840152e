import { describe, expect, it } from 'vitest';
import { trailOf } from '../../../src/model/evidence.ts';
import { activityOf, extract, guardOf, onEvent, printGuard, tag, test, trigger, variable } from './build.ts';

const on = (type: string): string => guardOf({ triggers: [trigger('1', type)] });

describe('what a trigger waits for', () => {
  it.each([
    'CONSENT_INIT',
    'INIT',
    'PAGEVIEW',
    'pageview',
    'DOM_READY',
    'domReady',
    'WINDOW_LOADED',
    'TIMER',
    'SCROLL_DEPTH',
    'ELEMENT_VISIBILITY',
    'HISTORY_CHANGE',
    'JS_ERROR',
  ])('%s comes in the life of every page', (type) => {
    expect(on(type)).toBe('true');
  });

  it.each(['CLICK', 'LINK_CLICK', 'FORM_SUBMIT', 'YOUTUBE_VIDEO', 'something new'])(
    '%s may or may not happen',
    (type) => {
      expect(on(type)).toBe('event Trigger 1');
    },
  );

  it.each([
    ['CLICK', 'clicks (gtm.click)'],
    ['LINK_CLICK', 'clicks on links (gtm.linkClick)'],
    ['FORM_SUBMIT', 'forms that are sent (gtm.formSubmit)'],
    ['YOUTUBE_VIDEO', 'videos that are played (gtm.video)'],
    ['something new', 'the event “Trigger 1”'],
  ])('%s is told as what a visitor does', (type, words) => {
    const given = tag('T', 'googtag', { tagId: 'G-1' }, { firingTriggerId: ['1'] });
    const activity = activityOf(extract({ tags: [given], triggers: [trigger('1', type)] }), 'T');
    expect(trailOf(activity).map(({ message }) => message.toString())).toContain(
      `runs on ${words}, which is no consent`,
    );
  });

  it('the event of a listener is told so where a condition names it alone', () => {
    const given = tag('T', 'googtag', { tagId: 'G-1' }, { firingTriggerId: ['1'] });
    const activity = activityOf(extract({ tags: [given], triggers: [onEvent('1', 'gtm.linkClick')] }), 'T');
    expect(trailOf(activity).at(-1)?.message.toString()).toBe(
      'runs on clicks on links (gtm.linkClick), which is no consent',
    );
  });

  it.each(['2147479553', '2147479572', '2147479573'])('knows the built-in trigger %s', (id) => {
    expect(guardOf({ with: { firingTriggerId: [id] } })).toBe('true');
  });

  it('takes several triggers as alternatives', () => {
    expect(
      guardOf({
        triggers: [onEvent('1', 'purchase'), trigger('2', 'PAGEVIEW', [['{{Page Path}}', 'CONTAINS', '/p']])],
      }),
    ).toBe('(event purchase | free[{{Page Path}} contains /p])');
  });

  it('never fires on a trigger that is not there, and says which one that is', () => {
    const unit = extract({ tags: [tag('T', 'googtag', { tagId: 'G-1' }, { firingTriggerId: ['lead_trigger'] })] });
    const activity = activityOf(unit, 'T');
    expect(printGuard(activity.guard)).toBe('false');
    expect(activity.reached).toBe(false);
    expect(activity.steps[0]?.message.toString()).toContain('lead_trigger');
  });

  it('asks all members of a group', () => {
    const group = (...ids: string[]) => ({
      triggerId: 'g',
      name: 'Group',
      type: 'TRIGGER_GROUP',
      parameter: [
        { type: 'LIST', key: 'triggerIds', list: ids.map((value) => ({ type: 'TRIGGER_REFERENCE', value })) },
      ],
    });
    const members = [onEvent('a', 'bot_consent_marketing'), trigger('b', 'CLICK')];
    const fire = (...ids: string[]) =>
      guardOf({ triggers: [...members, group(...ids)], with: { firingTriggerId: ['g'] } });
    expect(fire('a', 'b')).toBe('(bot grants marketing (bot_consent_marketing) & event Trigger b)');
    expect(fire('a', 'gone')).toBe('false');
    expect(fire('g', 'a')).toBe('false');
    expect(fire()).toBe('false');
  });
});

describe('events', () => {
  const event = (name: string, ...filters: Parameters<typeof onEvent>[2][]) =>
    guardOf({
      triggers: [
        onEvent(
          '1',
          name,
          filters.flatMap((one) => one ?? []),
        ),
      ],
    });

  it('are the site’s own unless a platform sends them', () => {
    expect(event('purchase')).toBe('event purchase');
    expect(event('meta_activate')).toBe('event meta_activate');
    // A name that speaks of consent decides nothing.
    expect(event('my_consent_given')).toBe('event my_consent_given');
  });

  it('of a platform mean what the catalogue says', () => {
    expect(event('bot_consent_marketing')).toBe('bot grants marketing (bot_consent_marketing)');
    expect(event('ConsentApplied')).toBe('groups decided');
    expect(event('ConsentRefused')).toBe('groups refused');
    expect(event('GroupsUpdated')).toBe('true');
    expect(event('bot_accept_all')).toBe(
      '(bot grants preferences (bot_accept_all) & bot grants statistics (bot_accept_all) & bot grants marketing (bot_accept_all))',
    );
  });

  it('are found by the expressions that name them', () => {
    expect(event('/^bot_consent_(marketing|statistics)$/')).toBe(
      '(bot grants marketing (bot_consent_marketing) | bot grants statistics (bot_consent_statistics))',
    );
    expect(event('/bot_consent_marketing/')).toBe('bot grants marketing (bot_consent_marketing)');
    expect(event('/^(purchase|bot_consent_marketing)$/')).toBe(
      '(bot grants marketing (bot_consent_marketing) | event purchase)',
    );
    expect(event('/^(view_item|purchase)$/')).toBe('event ^(view_item|purchase)$');
  });

  it.each(['/.*/', '/.+/', '/^.*$/', '/gtm\\.js/', '/gtm.dom|purchase/', '/./'])(
    '%s takes the page’s own',
    (pattern) => {
      expect(event(pattern)).toBe('true');
    },
  );

  it('include the page’s own where one name is left out', () => {
    expect(
      guardOf({
        triggers: [trigger('1', 'CUSTOM_EVENT', [], { customEventFilter: [test(['{{_event}}', '!EQUALS', 'x'])] })],
      }),
    ).toBe('true');
    expect(event('gtm.load')).toBe('true');
  });

  it('are tested by {{Event}} and by data layer variables of that name too', () => {
    const variables = [variable('My event', 'v', { name: 'event' })];
    const filters = (left: string) =>
      guardOf({ variables, triggers: [onEvent('1', '/.*/', [[left, 'EQUALS', 'bot_consent_marketing']])] });
    expect(filters('{{Event}}')).toBe('bot grants marketing (bot_consent_marketing)');
    expect(filters('{{My event}}')).toBe('bot grants marketing (bot_consent_marketing)');
    expect(guardOf({ triggers: [onEvent('1', 'lead', [['{{Event}}', 'EQUALS', 'lead']])] })).toBe('event lead');
  });

  it('may be named by a constant', () => {
    const variables = [variable('Name', 'c', { value: 'bot_consent_marketing' })];
    expect(guardOf({ variables, triggers: [onEvent('1', '{{Name}}')] })).toBe(
      'bot grants marketing (bot_consent_marketing)',
    );
    const denied = onEvent('2', '{{Name}}');
    const given = { triggers: [onEvent('1', 'bot_consent_marketing'), denied], variables };
    expect(guardOf({ ...given, with: { firingTriggerId: ['1'], blockingTriggerId: ['2'] } })).toBe('false');
  });

  it('may be given without a filter', () => {
    expect(guardOf({ triggers: [trigger('1', 'CUSTOM_EVENT', [], { customEventName: 'ConsentApplied' })] })).toBe(
      'groups decided',
    );
  });

  it('of hostile expressions do not stop the clock', () => {
    for (const pattern of [
      '(a+)+$',
      '(a|a)*b',
      '(.*a){20}',
      '.*.*.*.*.*.*x',
      'a?'.repeat(80),
      '([a-z]+)+\\1',
      '((((',
      '[',
      '(?=x)y',
    ]) {
      event(`/${pattern}/`);
    }
  });
});

describe('exceptions', () => {
  const blocked = (firing: ReturnType<typeof trigger>, exception: ReturnType<typeof trigger>) =>
    guardOf({
      triggers: [firing, exception],
      with: { firingTriggerId: [firing.triggerId], blockingTriggerId: [exception.triggerId] },
    });
  const denied: [string, string, string] = ['{{Consent}}', 'EQUALS', 'denied'];

  it('stop only the event on which they are evaluated', () => {
    expect(blocked(trigger('1', 'DOM_READY'), trigger('2', 'PAGEVIEW', [denied]))).toBe('true');
    expect(blocked(onEvent('1', 'purchase'), trigger('2', 'WINDOW_LOADED'))).toBe('event purchase');
    expect(blocked(trigger('1', 'PAGEVIEW'), trigger('2', 'PAGEVIEW', [denied]))).toBe(
      'consent[{{Consent}} is denied]',
    );
    expect(blocked(trigger('1', 'PAGEVIEW'), trigger('2', 'PAGEVIEW'))).toBe('false');
  });

  it('count whatever their listener is armed for', () => {
    const armed = { autoEventFilter: [test(['{{Page URL}}', 'MATCH_REGEX', '.*'])] };
    const site = variable('Id', 'c', { value: 'XX-1' });
    const exception = trigger('2', 'LINK_CLICK', [['{{Id}}', '!MATCH_REGEX', '^AB-']], armed);
    const given = { variables: [site], triggers: [trigger('1', 'LINK_CLICK', [], armed), exception] };
    expect(guardOf({ ...given, with: { firingTriggerId: ['1'], blockingTriggerId: ['2'] } })).toBe('false');
  });

  it('on the listener of another trigger stop nothing, or perhaps', () => {
    expect(blocked(trigger('1', 'TIMER'), trigger('2', 'TIMER', [denied]))).toBe('true');
    expect(blocked(trigger('1', 'TIMER'), trigger('1', 'TIMER'))).toBe('false');
    expect(blocked(trigger('1', 'SCROLL_DEPTH'), trigger('2', 'SCROLL_DEPTH'))).toContain('unresolved');
    expect(blocked(trigger('1', 'TIMER'), onEvent('2', 'gtm.timer'))).toBe('false');
    expect(blocked(trigger('1', 'CLICK'), trigger('2', 'CLICK', [denied]))).toBe(
      '(event Trigger 1 & consent[{{Consent}} is denied])',
    );
  });

  it('on every event stop everything', () => {
    expect(blocked(onEvent('1', 'purchase'), onEvent('2', '/.*/', [denied]))).toBe(
      '(event purchase & consent[{{Consent}} is denied])',
    );
    expect(blocked(onEvent('1', '/.*/'), trigger('2', 'PAGEVIEW'))).toBe('true');
    expect(blocked(onEvent('1', '/^(a|b)$/'), onEvent('2', 'a'))).toBe('event ^(a|b)$');
    expect(blocked(onEvent('1', '/^(a|b)$/'), onEvent('2', '/a|b|c/'))).toBe('false');
  });
});

describe('consent checks', () => {
  const checks = (consentStatus: string, ...types: string[]) =>
    guardOf({
      triggers: [trigger('1', 'PAGEVIEW')],
      variables: [variable('Type', 'c', { value: 'ad_user_data' }), variable('Perhaps', 'v', { name: 'x' })],
      with: {
        consentSettings: {
          consentStatus,
          consentType: { type: 'LIST', list: types.map((value) => ({ type: 'TEMPLATE', value })) },
        },
      },
    });

  it('hold where they are needed, all of them', () => {
    expect(checks('NEEDED', 'ad_storage', 'analytics_storage')).toBe('(google ad_storage & google analytics_storage)');
    expect(checks('needed', 'ad_storage')).toBe('google ad_storage');
    expect(checks('NEEDED', '{{Type}}')).toBe('google ad_user_data');
    expect(checks('NEEDED', '{{Perhaps}}')).toBe('consent[consent type {{Perhaps}}]');
  });

  it('check nothing elsewhere', () => {
    expect(checks('NEEDED')).toBe('true');
    expect(checks('NOT_NEEDED', 'ad_storage')).toBe('true');
    expect(checks('NOT_SET', 'ad_storage')).toBe('true');
  });
});

describe('sequences', () => {
  const given = { tagId: 'G-1' };
  const base = (more: object = {}) => tag('Base', 'googtag', given, { firingTriggerId: [], ...more });
  const caller = (more: object = {}) =>
    tag('Event', 'googtag', given, { firingTriggerId: ['1'], setupTag: [{ tagName: 'Base' }], ...more });
  const triggers = [onEvent('1', 'purchase'), onEvent('2', 'bot_consent_marketing')];

  it('run a tag that has no trigger', () => {
    const activity = activityOf(extract({ triggers, tags: [base(), caller()] }), 'Base');
    expect(printGuard(activity.guard)).toBe('event purchase');
    expect(activity.reached).toBe(true);
    expect(activity.steps.map(({ message }) => message.toString())).toEqual(['set-up tag of "Event"']);
  });

  it('run a gated tag past its gate', () => {
    const unit = extract({ triggers, tags: [base({ firingTriggerId: ['2'] }), caller()] });
    expect(printGuard(activityOf(unit, 'Base').guard)).toBe(
      '(bot grants marketing (bot_consent_marketing) | event purchase)',
    );
  });

  it('keep the called tag’s own consent check', () => {
    const consentSettings = { consentStatus: 'NEEDED', consentType: { list: [{ value: 'ad_storage' }] } };
    const unit = extract({ triggers, tags: [base({ consentSettings }), caller()] });
    expect(printGuard(activityOf(unit, 'Base').guard)).toBe('(event purchase & google ad_storage)');
  });

  it('of a paused tag run nothing', () => {
    const activity = activityOf(extract({ triggers, tags: [base(), caller({ paused: true })] }), 'Base');
    expect(printGuard(activity.guard)).toBe('false');
    expect(activity.reached).toBe(false);
  });

  it('put the set-up before and the clean-up behind', () => {
    const after = tag('After', 'googtag', given, { firingTriggerId: [] });
    const unit = extract({ triggers, tags: [after, caller({ teardownTag: [{ tagName: 'After' }] }), base()] });
    expect(unit.activities.map((one) => one.entity?.name)).toEqual(['Base', 'Event', 'After']);
  });

  it('may go in a circle', () => {
    const circle = extract({
      triggers,
      tags: [
        tag('A', 'googtag', given, { firingTriggerId: [], setupTag: [{ tagName: 'B' }] }),
        tag('B', 'googtag', given, { firingTriggerId: [], setupTag: [{ tagName: 'A' }, { tagName: 'B' }] }),
      ],
    });
    expect(circle.activities.map(({ reached }) => reached)).toEqual([false, false]);
  });
});

describe('order', () => {
  it('follows the phases of the page, then the priority, then the export', () => {
    const one = (name: string, type: string, priority?: string) =>
      tag(
        name,
        'googtag',
        { tagId: 'G-1' },
        { firingTriggerId: [type], ...(priority ? { priority: { type: 'INTEGER', value: priority } } : {}) },
      );
    const types = ['CLICK', 'WINDOW_LOADED', 'DOM_READY', 'PAGEVIEW', 'INIT', 'CONSENT_INIT'];
    const unit = extract({
      triggers: types.map((type) => trigger(type, type)),
      tags: [...types.map((type) => one(type, type)), one('second', 'PAGEVIEW'), one('first', 'PAGEVIEW', '9')],
    });
    expect(unit.activities.map(({ entity }) => entity?.name)).toEqual([
      'CONSENT_INIT',
      'INIT',
      'first',
      'PAGEVIEW',
      'second',
      'DOM_READY',
      'WINDOW_LOADED',
      'CLICK',
    ]);
  });

  it('goes by the type of a trigger, not by its name', () => {
    const unit = extract({
      triggers: [{ ...trigger('1', 'INIT'), name: 'Consent Initialization - All Pages' }],
      tags: [
        tag('late', 'googtag', { tagId: 'G-1' }, { firingTriggerId: ['1'] }),
        tag('early', 'googtag', { tagId: 'G-1' }, { firingTriggerId: ['2147479572'] }),
      ],
    });
    expect(unit.activities.map(({ entity }) => entity?.name)).toEqual(['early', 'late']);
  });
});

import { describe, expect, it } from 'vitest';
import { activityOf, extract, type Json, onEvent, printGuard, printValue, test, variable } from './build.ts';

function zone(more: Json = {}): Json {
  return { zoneId: '1', name: 'Agency', childContainer: [{ publicId: 'GTM-CHILD', nickname: 'theirs' }], ...more };
}

describe('zones', () => {
  it('load other containers on every page view', () => {
    const activity = activityOf(extract({ zones: [zone()] }), 'Agency');
    expect(activity).toMatchObject({ kind: 'load', label: 'container GTM-CHILD', reached: true });
    expect(activity.vendor.id).toBe('tag-manager');
    expect(printValue(activity.values.id)).toBe('"GTM-CHILD"');
    expect(printGuard(activity.guard)).toBe('true');
    expect(activity.location.source.slice(activity.location)).toBe('GTM-CHILD');
  });

  it('ask the conditions of their boundary, on the triggers that they name', () => {
    const guard = (boundary: Json): string => {
      const variables = [variable('Agreed', 'k', { name: 'agreed' })];
      const unit = extract({
        variables,
        triggers: [onEvent('7', 'bot_consent_marketing')],
        zones: [zone({ boundary })],
      });
      return printGuard(activityOf(unit, 'Agency').guard);
    };
    expect(guard({ condition: [test(['{{Agreed}}', 'EQUALS', 'yes'])] })).toBe('cookie agreed equals yes');
    expect(guard({ customEvaluationTriggerId: ['7'] })).toBe('bot grants marketing (bot_consent_marketing)');
    expect(guard({ customEvaluationTriggerId: ['gone'] })).toBe('false');
  });

  it('say which types of tags they let run', () => {
    const typeRestriction = { enable: true, whitelistedTypeId: ['googtag', 'gaawe'] };
    const { steps } = activityOf(extract({ zones: [zone({ typeRestriction })] }), 'Agency');
    expect(steps.map(({ message }) => message.toString())).toContain(
      'only tags of these types may run in it: googtag, gaawe',
    );
  });
});

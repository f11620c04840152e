import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/model/entity.ts';
import { extract, type Json, onEvent, type Parts, printGuard, tag, trigger, variable } from './build.ts';

/** What the entity of a name uses: `role kind name state`, with what else is known of the reference. */
function uses(parts: Parts, name: string): string[] {
  return named(parts, name).uses.map(({ role, kind, name: of, state, target, similar, unlisted, missed }) =>
    [
      role,
      kind,
      of,
      state,
      target && `-> ${target.name}`,
      similar && `~ ${similar}`,
      unlisted && 'unlisted',
      missed && 'missed',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

function named(parts: Parts, name: string): Entity {
  const found = extract(parts).entities.find((entity) => entity.name === name);
  if (!found) throw new Error(`no entity ${name}`);
  return found;
}

function live(parts: Parts): string[] {
  return extract(parts).entities.flatMap((entity) => (entity.live ? [entity.name] : []));
}

const NONE: Json = { firingTriggerId: [] };

describe('what a tag uses', () => {
  it('are its triggers by id, built-in ones without an entry', () => {
    const parts = {
      tags: [tag('T', 'googtag', {}, { firingTriggerId: ['1', '2147479553', '9'], blockingTriggerId: ['2'] })],
      triggers: [onEvent('1', 'a'), onEvent('2', 'b')],
    };
    expect(uses(parts, 'T')).toEqual([
      'firing trigger 1 there -> Trigger 1',
      'firing trigger 2147479553 there',
      'firing trigger 9 missing',
      'exception trigger 2 there -> Trigger 2 missed',
    ]);
  });

  it('are triggers of Tag Manager’s own, where a hand has written another id of their range', () => {
    const parts = { tags: [tag('T', 'googtag', {}, { firingTriggerId: ['2147483647', '2147479599', '21'] })] };
    expect(uses(parts, 'T')).toEqual([
      'firing trigger 2147483647 missing ~ 2147479553 (All Pages)',
      'firing trigger 2147479599 there',
      'firing trigger 21 missing',
    ]);
  });

  it('are variables in every text of it, with what was likely meant', () => {
    const parts = {
      tags: [
        tag('T', 'html', { html: '<script>x({{Id}}, {{ Id }}, {{id}})</script>' }, { notes: '{{Gone}}', ...NONE }),
      ],
      variables: [variable('Id', 'c', { value: '1' })],
    };
    expect(uses(parts, 'T').filter((text) => text.startsWith('value'))).toEqual(
      expect.arrayContaining(['value variable Id there -> Id', 'value variable id missing ~ Id']),
    );
  });

  it('are the tags of its sequence by name', () => {
    const parts = {
      tags: [
        tag('T', 'googtag', {}, { ...NONE, setupTag: [{ tagName: 'S' }], teardownTag: [{ tagName: 'Gone' }] }),
        tag('S', 'googtag', {}, NONE),
      ],
    };
    expect(uses(parts, 'T')).toEqual(['set-up tag S there -> S', 'clean-up tag Gone missing']);
  });

  it('is its custom template by the type', () => {
    const parts = {
      tags: [tag('T', 'cvt_1_5', {}, NONE), tag('U', 'cvt_1_6', {}, NONE)],
      templates: [{ templateId: '5', name: 'Pixel', templateData: '' }],
    };
    expect(uses(parts, 'T')).toEqual(['type template cvt_1_5 there -> Pixel']);
    expect(uses(parts, 'U')).toEqual(['type template cvt_1_6 missing']);
  });

  it('points at the characters of the mention', () => {
    const [reference] = named(
      { tags: [tag('T', 'html', { html: '<b title="{{A}}">' }, NONE)], variables: [variable('A', 'c')] },
      'T',
    ).uses;
    expect(reference?.location.source.slice(reference.location)).toBe('{{A}}');
  });
});

describe('what other parts use', () => {
  it('are the members of a group', () => {
    const group = {
      triggerId: 'g',
      name: 'Both',
      type: 'TRIGGER_GROUP',
      parameter: [
        {
          key: 'triggerIds',
          list: [
            { type: 'TRIGGER_REFERENCE', value: '1' },
            { type: 'TRIGGER_REFERENCE', value: '7' },
          ],
        },
      ],
    };
    expect(uses({ triggers: [group, onEvent('1', 'a')] }, 'Both')).toEqual([
      'member trigger 1 there -> Trigger 1',
      'member trigger 7 missing',
    ]);
  });

  it('are variables in conditions and in variables', () => {
    const parts = {
      triggers: [trigger('1', 'PAGEVIEW', [['{{A}}', 'EQUALS', '{{B}}']])],
      variables: [variable('A', 'c', { value: '{{B}}' }), variable('B', 'c', { value: '1' })],
    };
    expect(uses(parts, 'Trigger 1')).toEqual(['value variable A there -> A', 'value variable B there -> B']);
    expect(uses(parts, 'A')).toEqual(['value variable B there -> B']);
    expect(named(parts, 'B').usedBy.map(({ name }) => name)).toEqual(['Trigger 1', 'A']);
  });
});

describe('who uses an entity', () => {
  it('is told once, and never the entity itself', () => {
    const parts = { variables: [variable('A', 'c', { value: '{{A}} {{B}} {{B}}' }), variable('B', 'c')] };
    expect(named(parts, 'A').usedBy).toEqual([]);
    expect(named(parts, 'B').usedBy.map(({ name }) => name)).toEqual(['A']);
  });
});

describe('what is live', () => {
  const variables = [variable('A', 'c', { value: '{{B}}' }), variable('B', 'c'), variable('C', 'c')];

  it('is what a tag with a trigger uses, over any number of steps', () => {
    const tags = [tag('T', 'googtag', { tagId: '{{A}}' }), tag('U', 'googtag', { tagId: '{{C}}' }, NONE)];
    expect(live({ tags, variables })).toEqual(['T', 'A', 'B']);
  });

  it('is no paused tag, nor what only that uses', () => {
    const tags = [
      tag('T', 'googtag', { tagId: '{{A}}' }, { paused: true, setupTag: [{ tagName: 'S' }] }),
      tag('S', 'googtag', {}, NONE),
    ];
    expect(live({ tags, variables })).toEqual([]);
  });

  it('is a tag that only a live sequence starts, also in a circle', () => {
    const next = (name: string): Json => ({ ...NONE, setupTag: [{ tagName: name }] });
    const circle = [tag('S', 'googtag', {}, next('R')), tag('R', 'googtag', {}, next('S'))];
    expect(live({ tags: circle })).toEqual([]);
    expect(live({ tags: [tag('T', 'googtag', {}, { setupTag: [{ tagName: 'S' }] }), ...circle] })).toEqual([
      'T',
      'S',
      'R',
    ]);
  });
});

describe('twins', () => {
  const twins = (...tags: readonly Json[]): string[] =>
    extract({ tags, triggers: [onEvent('1', 'a'), onEvent('2', 'b')] }).entities.flatMap(({ name, twin }) =>
      twin ? [`${name} = ${twin.name}`] : [],
    );
  const one = (name: string, more: Json = {}, given = { tagId: 'G-1', other: 'x' }): Json =>
    tag(name, 'googtag', given, { firingTriggerId: ['1', '2'], ...more });

  it('do the same on the same triggers, in whatever order they are listed', () => {
    expect(twins(one('A'), one('B', { firingTriggerId: ['2', '1'] }), one('C'))).toEqual(['B = A', 'C = A']);
  });

  it('differ in nothing that decides what the tag does', () => {
    expect(
      twins(
        one('A'),
        one('B', { firingTriggerId: ['1'] }),
        one('C', {}, { tagId: 'G-2', other: 'x' }),
        one('D', { paused: true }),
        one('E', { consentSettings: { consentStatus: 'NOT_NEEDED' } }),
        one('F', { blockingTriggerId: ['2'] }),
        one('G', { setupTag: [{ tagName: 'A' }] }),
      ),
    ).toEqual([]);
  });
});

describe('routes', () => {
  function routes(parts: Parts): string[] {
    return (extract(parts).routes ?? []).map(({ entity, caller, role, guard }) =>
      [entity.name, role, ...(caller ? [`by ${caller.name}`] : []), printGuard(guard)].join(' '),
    );
  }
  const needed = { consentSettings: { consentStatus: 'NEEDED', consentType: { list: [{ value: 'ad_storage' }] } } };
  const triggers = [onEvent('1', 'a'), trigger('2', 'PAGEVIEW', [['{{Page Path}}', 'EQUALS', '/x']])];

  it('lead from its own triggers and from every tag that calls it', () => {
    expect(
      routes({
        tags: [
          tag('S', 'googtag', {}, { firingTriggerId: ['1'] }),
          tag('T', 'googtag', {}, { setupTag: [{ tagName: 'S' }] }),
          tag('U', 'googtag', {}, { ...needed, teardownTag: [{ tagName: 'S' }] }),
        ],
        triggers,
      }),
    ).toEqual([
      'S firing event a',
      'S set-up by T true',
      'S clean-up by U google ad_storage',
      'T firing true',
      'U firing google ad_storage',
    ]);
  });

  it('carry what the called tag asks itself', () => {
    expect(
      routes({
        tags: [
          tag('S', 'googtag', {}, { ...NONE, ...needed }),
          tag('T', 'googtag', {}, { setupTag: [{ tagName: 'S' }] }),
        ],
      }),
    ).toEqual(['S set-up by T google ad_storage', 'T firing true']);
  });

  it('leave out paused callers and tags that call themselves', () => {
    expect(
      routes({
        tags: [
          tag('S', 'googtag', {}, { ...NONE, setupTag: [{ tagName: 'S' }] }),
          tag('T', 'googtag', {}, { paused: true, setupTag: [{ tagName: 'S' }] }),
        ],
      }),
    ).toEqual(['T firing true']);
  });
});

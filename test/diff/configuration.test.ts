/** How containers are set up, part by part. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onEvent, tag, trigger, variable } from '../extract/gtm/build.ts';
import { containers, diffOf, parts } from './support.ts';

const event = (more: Parameters<typeof tag>[2] = {}, rest: Parameters<typeof tag>[3] = {}): ReturnType<typeof tag> =>
  tag('Purchase', 'gaawe', { eventName: 'purchase', ...more }, rest);

describe('parts of containers', () => {
  it('are told with what was set', async () => {
    const before = { tags: [event()], triggers: [onEvent('4', 'purchase')] };
    const after = {
      tags: [event({ eventName: 'Purchase' }, { firingTriggerId: ['4'], blockingTriggerId: ['5'] })],
      triggers: [onEvent('4', 'purchase', [['{{Page Path}}', '!CONTAINS', '/test']]), trigger('5', 'PAGEVIEW')],
    };
    expect(parts(await containers(before, after))).toEqual([
      'added trigger Trigger 5:',
      'changed tag Purchase: fires on All Pages > Trigger 4; does not fire on - > Trigger 5; eventName purchase > Purchase;',
      'changed trigger Trigger 4: filter - > {{Page Path}} not contains /test;',
    ]);
  });

  it('are told row by row where they hold a table', async () => {
    const table = (...names: string[]): Record<string, string>[] =>
      names.map((name) => ({ parameter: name, parameterValue: `{{${name}}}` }));
    const found = await containers(
      { tags: [event({ eventSettingsTable: table('a') })] },
      { tags: [event({ eventSettingsTable: table('a', 'b') })] },
    );
    expect(parts(found)).toEqual([
      'changed tag Purchase: eventSettingsTable[1].parameter - > b; eventSettingsTable[1].parameterValue - > {{b}};',
    ]);
  });

  it('are told once where they have another name, and not where they are named', async () => {
    const of = (name: string): Parameters<typeof containers>[0] => ({
      tags: [event({ value: `{{${name}}}` })],
      variables: [variable(name, 'v', { name: 'total' }, { variableId: '3' })],
    });
    expect(parts(await containers(of('Total'), of('DL - Total')))).toEqual(['changed variable DL - Total (Total):']);
  });

  it('are not told for what only the export needs', async () => {
    const of = (number: string): Parameters<typeof containers>[0] => ({
      tags: [
        event(
          {},
          { tagId: number, accountId: number, containerId: number, fingerprint: number, parentFolderId: number },
        ),
      ],
    });
    expect(parts(await containers(of('1'), of('2')))).toEqual([]);
  });
});

const folder = join(import.meta.dirname, '../../../shared/corpus/gtm');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

describe.skipIf(files.length === 0)('real containers', () => {
  it('do not differ from themselves, whatever order their parts stand in', async () => {
    for (const file of files.slice(0, 12)) {
      const text = readFileSync(join(folder, file), 'utf8');
      const input = (of: string) => [{ path: 'GTM.json', kind: 'container' as const, text: of }];
      const { behaviour, configuration } = await diffOf(input(text), input(reversed(text)));
      expect({ file, behaviour, configuration }).toEqual({ file, behaviour: [], configuration: [] });
    }
  });
});

/** Triggers and variables may stand in any order; of tags that fire on one event the order is one of them. */
function reversed(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    (key === 'trigger' || key === 'variable') && Array.isArray(value) ? [...value].reverse() : value,
  );
}

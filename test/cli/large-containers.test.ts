import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCommand, Folder, taglint } from './command.ts';

beforeAll(buildCommand);

const resultSchema = z.object({
  findings: z.array(z.object({ rule: z.string() })),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  stats: z.object({ activities: z.number() }),
});

function tag(index: number, more: object): object {
  return {
    tagId: String(index),
    name: `T${index}`,
    type: 'googtag',
    parameter: [{ key: 'tagId', value: 'G-ABCDEF1' }],
    firingTriggerId: ['2147479553'],
    ...more,
  };
}

async function lint(tags: readonly object[]): Promise<z.infer<typeof resultSchema>> {
  const text = JSON.stringify({ containerVersion: { container: { publicId: 'GTM-T' }, tag: tags } });
  using folder = new Folder({ 'container.json': text });
  const { stdout } = await taglint(['--format', 'json', 'container.json'], { cwd: folder.path });
  return resultSchema.parse(JSON.parse(stdout));
}

describe('very many tags', () => {
  // What would take the square of their number shows at 20,000; one row has as many as a container may come with.
  it.each<[count: number, what: string, more: (index: number) => object]>([
    [100_000, 'that are all the same', () => ({ tagId: '1', name: 'T1' })],
    [20_000, 'that set each other up in a circle', (at) => ({ setupTag: [{ tagName: `T${(at + 1) % 20_000}` }] })],
    [20_000, 'that all have one set-up tag', () => ({ setupTag: [{ tagName: 'T0' }] })],
    [20_000, 'that each use a variable that is not there', (at) => ({ notes: `{{V${at}}}` })],
  ])(
    '%d %s are all read',
    async (count, _, more) => {
      const { findings, skipped, stats } = await lint(Array.from({ length: count }, (_, at) => tag(at, more(at))));
      expect(stats.activities).toBe(count);
      expect(skipped).toEqual([]);
      expect(findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
    },
    300_000,
  );
});

describe('a file that is larger than anything that is read', () => {
  it('is said to be skipped, with the reason', async () => {
    using folder = new Folder({ 'container.json': `{"containerVersion":{}}${' '.repeat(65 * 1024 * 1024)}` });
    const { status, stderr } = await taglint(['container.json'], { cwd: folder.path });
    expect(status).toBe(3);
    expect(stderr).toContain('container.json (65 MB is more than the limit of 64 MB)');
  });
});

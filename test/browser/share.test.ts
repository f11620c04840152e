/** Texts in links: what is put in comes out, and nothing else does any harm. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentOf, isLink, isPath, MOST_ENCODED, readFragment, type Shared } from '../../src/browser/share.ts';

const options = { sector: 'pharmacy', regime: 'eu', strictness: 'strict' } as const;

const packed = (document: unknown): string =>
  `v1.${deflateRawSync(typeof document === 'string' ? document : JSON.stringify(document)).toString('base64url')}`;

describe('links', () => {
  it('hold files and options', async () => {
    const shared: Shared = { files: [{ path: 'a/b.html', text: '<p>Å 😀 \u0000 \ud800</p>' }], options };
    const fragment = (await fragmentOf(shared)) ?? '';
    expect(isLink(fragment)).toBe(true);
    const { files } = shared;
    // A lone surrogate is no text that an encoding could hold.
    const text = files[0]?.text.replace('\ud800', '\ufffd');
    expect(await readFragment(fragment)).toMatchObject({ ok: true, shared: { options } });
    expect(text).toContain('Å');
  });

  it('come back as they were made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const shared: Shared = { files: [{ path: 'snippet', text }], options };
        expect(await readFragment((await fragmentOf(shared)) ?? '')).toEqual({ ok: true, shared });
      }),
      { numRuns: 25 },
    );
  });

  it('hold what the pages of a container set', async () => {
    const shared: Shared = { files: [{ path: 'a', text: '{}' }], options: { ...options, defaultsOnPage: 'denied' } };
    expect(await readFragment((await fragmentOf(shared)) ?? '')).toEqual({ ok: true, shared });
  });

  it('are not made of what is too long for an address', async () => {
    const noise = Array.from({ length: 60_000 }, (_, index) => String.fromCharCode(33 + ((index * 7919) % 89))).join(
      '',
    );
    let text = '';
    for (let seed = 1; text.length < 60_000; seed = (seed * 48_271) % 2_147_483_647) text += noise[seed % 60_000] ?? '';
    expect(await fragmentOf({ files: [{ path: 'a', text }], options })).toBeUndefined();
    expect(await fragmentOf({ files: [{ path: 'a', text: 'x'.repeat(2_000_000) }], options })).toBeUndefined();
  });

  it.each([
    ['another version', 'v2.abc', 'another version'],
    ['no base64', 'v1.%%%', 'broken'],
    ['nothing', 'v1.', 'broken'],
    ['no deflate', 'v1.AAAA____', 'broken'],
    ['too long', `v1.${'A'.repeat(MOST_ENCODED)}`, 'too long'],
    ['a bomb', packed(`["${'0'.repeat(20_000_000)}"]`), 'more than this page takes'],
    ['no JSON', packed('{'), 'broken'],
    ['no document', packed('null'), 'broken'],
    ['no files', packed({ files: [], options: ['general', 'eu', 'default'] }), 'broken'],
    ['files that are none', packed({ files: [['a']], options: ['general', 'eu', 'default'] }), 'broken'],
    ['a path that leads up', packed({ files: [['../a', '']], options: ['general', 'eu', 'default'] }), 'broken'],
    [
      'one path twice',
      packed({
        files: [
          ['a', ''],
          ['a', ''],
        ],
        options: ['general', 'eu', 'default'],
      }),
      'broken',
    ],
    ['options that are none', packed({ files: [['a', '']], options: {} }), 'broken'],
    ['an unknown sector', packed({ files: [['a', '']], options: ['x', 'eu', 'default'] }), 'broken'],
    ['nesting', packed(`${'['.repeat(400_000)}`), 'broken'],
    ['prototypes', packed('{"__proto__":{"files":[["a",""]],"options":["general","eu","default"]}}'), 'broken'],
  ])('that are wrong are told: %s', async (_, fragment, reason) => {
    const read = await readFragment(fragment);
    expect(read.ok ? 'read' : read.reason).toContain(reason);
  });

  it('never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        await readFragment(text);
        await readFragment(`v1.${Buffer.from(text).toString('base64url')}`);
        await readFragment(packed(text));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['a', 'a/b.html', 'Å ä.html', '<b>.js'])('take %s as a path', (path) => expect(isPath(path)).toBe(true));
  it.each(['', '/a', 'a/', 'a//b', '..', 'a/../b', './a', 'a\\b', 'a\0', 'x'.repeat(301)])(
    'do not take %j as a path',
    (path) => expect(isPath(path)).toBe(false),
  );
});

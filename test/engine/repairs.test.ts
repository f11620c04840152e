import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRepairs } from '../../src/engine/repairs.ts';
import type { TextEdit } from '../../src/text/edit.ts';
import { applyEdits, sortedEdits } from '../../src/text/edit.ts';
import { finding } from '../report/sample.ts';

function repaired(...repairs: readonly (readonly TextEdit[])[]): ReturnType<typeof chooseRepairs> {
  return chooseRepairs(
    repairs.map((edits) => finding({ fix: { message: 'm', edits } })),
    'safe',
  );
}

describe('repairs of one file', () => {
  const insert = (at: number, text = 'x'): TextEdit => ({ start: at, end: at, text });
  const replace = (start: number, end: number): TextEdit => ({ start, end, text: 'y' });

  it('are made whole or not at all', () => {
    const { edits, findings } = repaired([replace(4, 6)], [insert(0), replace(5, 8)], [insert(9)]);
    expect(edits).toEqual([replace(4, 6), insert(9)]);
    expect(findings).toHaveLength(2);
  });

  it('may stand side by side, and not at one place', () => {
    expect(repaired([replace(0, 2)], [replace(2, 4)]).edits).toHaveLength(2);
    expect(repaired([insert(2, 'a')], [insert(2, 'b')]).edits).toHaveLength(1);
  });

  it('that are the same are one', () => {
    const { edits, findings } = repaired([insert(2)], [insert(2)]);
    expect([edits.length, findings.length]).toEqual([1, 2]);
  });

  it('that must be asked for are made when asked for', () => {
    const one = finding({ suggestions: [{ message: 'm', edits: [insert(1)] }] });
    expect([chooseRepairs([one], 'safe').edits.length, chooseRepairs([one], 'suggested').edits.length]).toEqual([0, 1]);
  });

  it('never overlap', () => {
    const edit = fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length, text: 'z' }));
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (all) => {
        const own = all.flatMap((edits) => sortedEdits(edits) ?? []);
        const { edits } = repaired(...own.map((one) => [one]));
        expect(sortedEdits(edits)).toEqual(edits);
        const text = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn';
        const removed = edits.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(applyEdits(text, edits)).toHaveLength(text.length - removed + edits.length);
      }),
    );
  });
});

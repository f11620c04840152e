import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/text/line-index.ts';

describe('LineIndex', () => {
  it('knows the three line ends, mixed', () => {
    const lines = new LineIndex('a\nb\r\nc\rd\n');
    expect(lines.count).toBe(5);
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.lineText(line))).toEqual(['a', 'b', 'c', 'd', '', '']);
    expect(lines.position(2)).toEqual({ line: 2, column: 1 });
    expect(lines.position(4)).toEqual({ line: 2, column: 3 });
    expect(lines.position(5)).toEqual({ line: 3, column: 1 });
    expect(lines.position(7)).toEqual({ line: 4, column: 1 });
  });

  it('counts UTF-16 units and no byte order mark', () => {
    const lines = new LineIndex('\ufeff😀x\ny');
    expect(lines.position(0)).toEqual({ line: 1, column: 1 });
    expect(lines.position(1)).toEqual({ line: 1, column: 1 });
    expect(lines.position(3)).toEqual({ line: 1, column: 3 });
    expect(lines.lineText(1)).toBe('😀x');
    expect(lines.offset(1, 3)).toBe(3);
  });

  it('clamps what lies outside', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.position(-4)).toEqual({ line: 1, column: 1 });
    expect(lines.position(99)).toEqual({ line: 2, column: 3 });
    expect(lines.offset(1, 99)).toBe(2);
    expect(new LineIndex('').position(0)).toEqual({ line: 1, column: 1 });
  });

  it('agrees with counting line ends, and leads back', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', 'å')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (input, at) => {
        const lines = new LineIndex(input);
        const offset = Math.min(at, input.length);
        const { line, column } = lines.position(offset);
        const before = input.slice(0, offset);
        // A line feed that belongs to a carriage return before it ends the same line.
        const ends = before.endsWith('\r') && input[offset] === '\n' ? before.slice(0, -1) : before;
        expect(line).toBe(ends.split(/\r\n|\n|\r/).length);
        if (!/[\r\n]/.test(input.slice(lines.lineStart(line), offset))) expect(lines.offset(line, column)).toBe(offset);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/report/csv.ts';

describe('csvText', () => {
  it('quotes every cell, and ends lines with CRLF', () => {
    expect(
      csvText([
        ['a', 'b "c"'],
        ['', 'd,e'],
      ]),
    ).toBe('"a","b ""c"""\r\n"","d,e"\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('makes text of the formula %j', (formula) => {
    expect(csvText([[formula]])).toMatch(/^"'/);
  });

  it('leaves text that is none', () => {
    expect(csvText([['a=1', 'x@example.com', '1-2', "it's"]])).toBe('"a=1","x@example.com","1-2","it\'s"\r\n');
  });

  it('keeps any text within its cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvText([cells]);
        expect(line.endsWith('\r\n')).toBe(true);
        const read = [...line.slice(0, -2).matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, text = '']) => text);
        expect(read).toHaveLength(cells.length);
        for (const text of read) expect(text).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

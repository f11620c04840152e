import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/frame.ts';
import { textWidth } from '../../src/report/terminal.ts';
import { LineIndex } from '../../src/text/line-index.ts';

const plain = (text: string): string => text;

/** The frame of the range that stands between ‹ and › in the text. */
function frame(marked: string, width = 60, showValues = false): string[] {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const lines = new LineIndex(marked.replace(/[‹›]/g, ''));
  const from = lines.position(start);
  const to = lines.position(end);
  const range = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  return codeFrame(lines, range, { width, showValues, dim: plain, mark: plain });
}

describe('codeFrame', () => {
  it('underlines the exact range, without the indent', () => {
    expect(frame("<script>\n      ‹fbq('track')›; x()\n</script>")).toEqual([
      "2 │ fbq('track'); x()",
      '  │ ^^^^^^^^^^^^',
    ]);
  });

  it('shows an empty range and one at the end of a line', () => {
    expect(frame('ab‹›c')).toEqual(['1 │ abc', '  │   ^']);
    expect(frame('abc‹›\nd')).toEqual(['1 │ abc', '  │    ^']);
    expect(frame('‹›')).toEqual(['1 │', '  │ ^']);
  });

  it('counts tabs, wide and combining characters as the terminal shows them', () => {
    expect(frame('a\tb‹c›')).toEqual(['1 │ a  bc', '  │     ^']);
    expect(frame('日本‹語›')).toEqual(['1 │ 日本語', '  │     ^^']);
    expect(frame('😀‹x›')).toEqual(['1 │ 😀x', '  │   ^']);
    expect(frame('e\u0301‹x›')).toEqual(['1 │ e\u0301x', '  │  ^']);
  });

  it('shows up to three lines of a longer range', () => {
    expect(frame('  a(‹1,\n    2,\n    3,\n    4›)')).toEqual([
      '1 │ a(1,',
      '  │   ^^',
      '2 │   2,',
      '  │   ^^',
      '3 │   3,',
      '  │   ^^',
      '  │ … 1 more line',
    ]);
    expect(frame('‹a\n\nb›')).toEqual(['1 │ a', '  │ ^', '2 │', '3 │ b', '  │ ^']);
  });

  it('cuts long lines around the range', () => {
    const [code = '', under = ''] = frame(`${'x'.repeat(5000)}‹fbq()›${'y'.repeat(5000)}`, 60);
    expect(textWidth(code)).toBeLessThanOrEqual(60);
    expect(code).toContain('xfbq()y');
    expect(code).toMatch(/^1 │ …x.*y…$/);
    expect(under.indexOf('^')).toBe(code.indexOf('fbq()'));
    expect(under.trim().slice(-5)).toBe('^^^^^');
    const [long = '', longUnder = ''] = frame(`${'x'.repeat(500)}‹${'z'.repeat(5000)}›`, 60);
    expect(textWidth(long)).toBeLessThanOrEqual(60);
    expect(longUnder).toContain('^^^^^^^^^^');
  });

  it('lets nothing through that a terminal obeys', () => {
    expect(frame('‹\u001b[31m›\u202eevil\u009b')).toEqual(['1 │ \\x1b[31m\\u{202e}evil\\x9b', '  │ ^^^^^^^^']);
  });

  it('masks values, also where the cut goes through them', () => {
    expect(frame("fbq('init', {em: ‹'anna@example.se'›, x})")[0]).toBe("1 │ fbq('init', {em: 'a…@…', x})");
    expect(frame("{em: ‹'anna@example.se'›, x})")[1]).toBe('  │      ^^^^^^');
    expect(frame("‹'anna@example.se'›", 60, true)[0]).toBe("1 │ 'anna@example.se'");
    for (let pad = 0; pad < 80; pad += 1) {
      const text = frame(
        `${'x'.repeat(200)} anna.maria.berg@example.se${' '.repeat(pad)}‹fbq()›${'y'.repeat(99)}`,
        60,
      ).join('\n');
      expect(text).not.toMatch(/berg|example\.se/);
    }
  });

  it('keeps within the width and marks something, for any text', () => {
    const text = fc
      .array(fc.constantFrom('a', '\t', '😀', '日', '\n', '\r\n', '\u0000', 'e\u0301', '\ud800', 'x'.repeat(80)))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(text, fc.nat(300), fc.nat(300), (input, a, b) => {
        const lines = new LineIndex(input);
        const from = lines.position(Math.min(a, b));
        const to = lines.position(Math.max(a, b));
        const range = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
        const output = codeFrame(lines, range, { width: 50, showValues: false, dim: plain, mark: plain });
        expect(output.join('').includes('^')).toBe(true);
        for (const line of output) {
          expect(textWidth(line)).toBeLessThanOrEqual(50);
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});

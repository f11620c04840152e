import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/finding.ts';
import { stylish } from '../../src/report/stylish.ts';
import { LineIndex } from '../../src/text/line-index.ts';
import { finding, result } from './sample.ts';

const SOURCE = "<script>\n  fbq('track', 'PageView');\n  fbq('init', '1', {em: 'anna@example.se'});\n</script>\n";

function render(value: LintResult, over: Partial<Parameters<typeof stylish>[1]> = {}): string {
  return stylish(value, { color: false, width: 80, showValues: false, linesOf: () => new LineIndex(SOURCE), ...over });
}

describe('stylish', () => {
  it('shows a finding with frame, trail, remedy and law', () => {
    const output = render(
      result([
        finding({
          certainty: 'likely',
          vendor: 'meta',
          trail: [
            { message: 'loaded here', file: 'page.html', line: 1, column: 1 },
            { message: 'called from', file: 'js/a.js', line: 7, column: 2 },
          ],
          remedy: 'Load the pixel in the callback of the banner.',
          law: ['GDPR-32'],
        }),
      ]),
    );
    expect(output).toBe(
      [
        'page.html',
        '',
        '  2:3  error (likely)  consent/fires-before-consent',
        '    The pixel sends an event on a first visit.',
        "    2 │ fbq('track', 'PageView');",
        '      │ ^^^^^^^^^^^^^^^^^^^^^^^^',
        '    1. loaded here (1:1)',
        '    2. called from (js/a.js:7:2)',
        '    fix: Load the pixel in the callback of the banner.',
        '    law: GDPR-32',
        '',
        '1 error in 1 file.',
        'Looked at 3 files, 1 of them with something to judge.',
        'Engineering findings, not legal advice; `taglint explain RULE` tells what each',
        'rests on.',
        '',
      ].join('\n'),
    );
  });

  it('names the inner place of a nested finding', () => {
    const path = [
      { label: 'tag "Meta - Purchase"', line: 1, column: 1 },
      { label: 'html', line: 7, column: 3 },
    ];
    expect(render(result([finding({ path })]))).toContain('    in tag "Meta - Purchase" › html › line 7:3\n');
  });

  it('folds findings of one cause in a file under the gravest', () => {
    const shared = { cause: 'no-default', causeTitle: 'no consent default' };
    const output = render(
      result([
        finding({ ...shared, severity: 'warning', line: 3, entity: 'GA4 config', rule: 'gtm/consent-not-configured' }),
        finding({ ...shared, entity: 'Meta base' }),
        finding({ ...shared, line: 4, entity: 'Meta event' }),
        finding({ message: 'another one' }),
        finding({ ...shared, file: 'other.html' }),
      ]),
    );
    expect(output.match(/The pixel sends an event/g)).toHaveLength(2);
    expect(output).toContain('same cause: no consent default: 2 more places\n');
    expect(output).toContain('      3:3  warning  GA4 config  gtm/consent-not-configured\n');
    expect(output).toContain('      4:3  error  Meta event\n');
    expect(output).toContain('another one');
    expect(output).toContain('4 errors, 1 warning in 2 files.');
  });

  it('names a tag of which several rules speak once, by the graver', () => {
    const shared = { cause: 'no-gate', causeTitle: 'no gate' };
    const output = render(
      result([
        finding({ ...shared, entity: 'A' }),
        finding({ ...shared, entity: 'B', line: 4 }),
        finding({ ...shared, severity: 'warning', entity: 'A', line: 5 }),
        finding({ ...shared, severity: 'warning', entity: 'B', line: 6 }),
        finding({ ...shared, severity: 'warning', entity: 'C', line: 7 }),
      ]),
    );
    expect(output).toContain('same cause: no gate: 2 more places\n');
    expect(output).toContain('      4:3  error  B\n');
    expect(output).not.toContain('6:3');
    expect(output).toContain('      7:3  warning  C\n');
  });

  it('counts what a long list leaves out', () => {
    const many = Array.from({ length: 60 }, (_, index) => finding({ cause: 'c', line: index + 1 }));
    expect(render(result(many))).toContain('… and 39 more');
  });

  it('puts errors first, then warnings, then notes; of equal ones what clears most first', () => {
    const output = render(
      result([
        finding({ severity: 'note', line: 1, message: 'a note' }),
        finding({ severity: 'warning', line: 2, message: 'one warning' }),
        finding({ severity: 'warning', line: 3, message: 'three warnings', cause: 'c' }),
        finding({ severity: 'warning', line: 4, cause: 'c' }),
        finding({ severity: 'note', line: 5, cause: 'c' }),
        finding({ line: 6, message: 'an error' }),
      ]),
    );
    const order = ['an error', 'three warnings', 'one warning', 'a note'].map((text) => output.indexOf(text));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('names the folder of an entity', () => {
    const path = [{ label: 'tag "Meta"', line: 7, column: 3 }];
    expect(render(result([finding({ folder: 'Ads', path })]))).toContain(
      '    in folder "Ads" › tag "Meta" › line 7:3\n',
    );
    expect(render(result([finding({ folder: 'Ads' })]))).toContain('    in folder "Ads"\n');
  });

  it('keeps a long file short, and says how much it leaves out', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      finding({ line: index + 1, message: `message ${index}`, severity: index % 3 === 0 ? 'error' : 'note' }),
    );
    const output = render(result(many));
    expect(output.split('\n').length).toBeLessThan(70);
    expect(output).toMatch(/… and \d+ errors, 200 notes more/);
    expect(output).toContain('--verbose');
    expect(output).toContain('100 errors, 200 notes in 1 file.');
    const all = render(result(many), { verbose: true });
    for (const { message } of many) expect(all).toContain(message);
    expect(all).not.toContain('--verbose shows');
  });

  it('always says what was looked at and skipped', () => {
    const clean = render(
      result([], { skipped: [{ file: 'big.json', reason: '30 MB is more than the limit of 20 MB' }] }),
    );
    expect(clean).toBe(
      'No findings.\nLooked at 3 files, 1 of them with something to judge. Skipped 1: big.json (30 MB\nis more than the limit of 20 MB).\n',
    );
    const skipped = Array.from({ length: 9 }, (_, index) => ({
      file: `f${index}`,
      reason: index < 8 ? 'binary file' : 'too large',
    }));
    expect(render(result([], { skipped }), { width: 200 })).toContain('Skipped 9: 8 × binary file, 1 × too large.');
  });

  it('says what stayed unknown or was suppressed', () => {
    const base = result([]);
    const output = render({ ...base, stats: { ...base.stats, unresolved: 1, suppressed: 2 } }, { width: 200 });
    expect(output).toContain('1 evaluation ran out of steps and counts as unknown. 2 findings suppressed.');
  });

  it('masks values unless told otherwise', () => {
    const pii = finding({
      line: 3,
      endLine: 3,
      endColumn: 20,
      message: "sends 'anna@example.se'",
      trail: [{ message: 'literal anna@example.se', file: 'page.html', line: 3, column: 3 }],
      entity: 'mail anna@example.se',
      cause: 'c',
    });
    expect(render(result([pii, pii]))).not.toContain('anna@');
    expect(render(result([pii]), { showValues: true }).match(/anna@example\.se/g)).toHaveLength(3);
  });

  it('works without the source and colours only when told', () => {
    expect(render(result([finding()]), { linesOf: () => undefined })).not.toContain('│');
    expect(render(result([finding()]), { color: true })).toContain('\u001b[31merror');
  });

  it('lets no control or bidi character of any input through', () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          '\u001b[2J',
          '\u0007',
          '\n',
          '\r',
          '\u202e',
          '\u2066',
          '\u200b',
          '\u009b',
          'a',
          '\t',
          '\ud800',
          '\u0000',
          ' ',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        const value = result(
          [
            finding({
              message: a,
              file: b,
              entity: a,
              excerpt: b,
              rule: a,
              cause: 'c',
              causeTitle: b,
              remedy: a,
              law: [b],
              path: [{ label: a, line: 1, column: 1 }],
              trail: [{ message: a, file: `${b}x`, line: 1, column: 1 }],
            }),
            finding({ file: b, entity: b, cause: 'c', rule: 'x' }),
          ],
          { skipped: [{ file: a, reason: b }] },
        );
        const output = stylish(value, {
          color: false,
          width: 80,
          showValues: false,
          linesOf: () => new LineIndex(a + b),
        });
        expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202e\u2066]/u);
      }),
    );
  });
});

/** Results whose every text is hostile to the place where it lands. */
import fc from 'fast-check';
import type { LintResult } from '../../src/model/finding.ts';
import { finding, result } from './sample.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b[2J',
        '\u0000',
        '\u0007',
        '\n',
        '\r',
        '\t',
        '\u009b',
        '\u202e',
        '\u200b',
        '\ud800',
        '\udc00',
        '\ufffe',
        '\uffff',
        '\u{e0041}',
        '%0A',
        '%',
        '::error::',
        '##[error]',
        ',',
        ':',
        '</script>',
        '<!--',
        '-->',
        ']]>',
        '&amp;',
        '"',
        "'",
        '](x)',
        '[',
        '`',
        '```',
        '|',
        '*_~',
        '#1',
        '@someone',
        '\\',
        '<img src=x>',
        'https://example.com/',
        'anna@example.se',
        '{0}',
        '{{x}}',
        'å',
        '😀',
        ' ',
        'a',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const file = fc
  .tuple(fc.constantFrom('', '-', '--', '/', './', '../', '//', 'a b/', '#'), text)
  .map(([start, rest]) => `${start}${rest}x`);

/** Findings in one or two files, one cause shared, everything optional present. */
export const hostileResult: fc.Arbitrary<LintResult> = fc.tuple(text, text, file, file).map(([a, b, one, other]) =>
  result(
    [
      finding({
        message: a,
        file: one,
        entity: b,
        folder: a,
        vendor: b,
        excerpt: b,
        certainty: 'likely',
        cause: 'c',
        causeTitle: b,
        remedy: a,
        law: ['GDPR-32'],
        path: [
          { label: a, line: 1, column: 1 },
          { label: b, line: 2, column: 3 },
        ],
        trail: [
          { message: a, file: one, line: 1, column: 1 },
          { message: b, file: other, line: 7, column: 2 },
        ],
        fix: { message: a, edits: [{ start: 0, end: 1, text: b }] },
        suggestions: [{ message: b, edits: [] }],
        fingerprint: 'f1',
      }),
      finding({ file: one, message: b, cause: 'c', severity: 'warning', entity: a, fingerprint: 'f2' }),
      finding({ file: other, message: a, severity: 'note', fingerprint: 'f3' }),
    ],
    { skipped: [{ file: other, reason: a }] },
  ),
);

/** What no terminal may get: control characters beside line ends, halves of pairs, marks that reorder or hide. */
export const UNSAFE_IN_TERMINAL = /[\p{Cs}\u200b\u202e\ufff9-\ufffb\u{e0000}-\u{e0fff}]|(?!\n)\p{Cc}/u;

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/report/markdown.ts';
import { markdownCode, markdownText } from '../../src/report/markdown-text.ts';
import { hostileResult, UNSAFE_IN_TERMINAL } from './hostile.ts';
import { finding, result } from './sample.ts';

const masked = { showValues: false };

describe('markdown', () => {
  it('folds the findings of one cause', () => {
    const shared = { cause: 'c', causeTitle: 'no consent default' };
    const value = result([
      finding({ ...shared, remedy: 'Set one.', trail: [{ message: 'why', file: 'a.js', line: 1, column: 2 }] }),
      finding({ ...shared, line: 4, entity: 'Meta', severity: 'warning', rule: 'gtm/x' }),
    ]);
    expect(markdown(value, masked)).toBe(`### taglint: 1 error, 1 warning in 1 file

#### \`page.html\`

- **error** \`consent/fires-before-consent\` at 2:3<br>The pixel sends an event on a first visit.<br>\`fbq('track', 'PageView');\`

  **Fix:** Set one.

  <details>

  <summary>Evidence</summary>

  - \`a.js\` 1:2 why

  </details>

  **Same cause:** no consent default

  <details>

  <summary>1 more place of the same cause</summary>

  - 4:3 warning \`gtm/x\` \`Meta\`

  </details>

Looked at 3 files, 1 of them with something to judge. Engineering findings, not legal advice; \`taglint explain RULE\` tells what each rests on.
`);
  });

  it('says what was looked at without findings', () => {
    expect(markdown(result([]), masked)).toBe(
      '### taglint: no findings\n\nLooked at 3 files, 1 of them with something to judge.\n',
    );
  });

  it('stays within what a comment may hold, and counts the rest', () => {
    const many = Array.from({ length: 2000 }, (_, index) => finding({ line: index + 1, message: 'm'.repeat(200) }));
    const text = markdown(result(many), masked);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and \d+ errors more/);
  });

  it('masks values unless told otherwise', () => {
    const value = result([finding({ message: "em: 'anna@example.se'", excerpt: 'anna@example.se' })]);
    expect(markdown(value, masked)).not.toMatch(/anna/);
    expect(markdown(value, { showValues: true })).toContain('`anna@example.se`');
  });

  it('has no HTML but its own and no line that an input begins, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = markdown(value, masked);
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        for (const line of text.split('\n'))
          expect(line).toMatch(/^(?:$|#{3,4} | {2}(?:- |<\/?(?:details|summary)>|\*\*)|- \*\*|Looked)/);
        const outside = text.replace(/(`+)[^`].*?(?<!`)\1(?!`)/g, '').replace(/\\./g, '');
        const tags = new Set(outside.match(/<[^>]*>/g));
        for (const tag of ['<br>', '<details>', '</details>', '<summary>', '</summary>', '<!-- -->']) tags.delete(tag);
        expect([...tags]).toEqual([]);
        expect(outside).not.toMatch(/@someone/);
      }),
    );
  });
});

describe('markdownText', () => {
  it.each([
    ['a*b_c `d` [e](f)', 'a\\*b\\_c \\`d\\` \\[e\\]\\(f\\)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['@someone fixes #12', '@<!-- -->someone fixes #<!-- -->12'],
    ['https://a.example www.b.example', 'https\\://a.example www<!-- -->.b.example'],
    ['{{Page URL}}\n', '\\{\\{Page URL\\}\\}\\\\n'],
  ])('writes %j as %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe('markdownCode', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    ['', '`  `'],
    [' a', '`  a `'],
  ])('writes %j as %j', (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});

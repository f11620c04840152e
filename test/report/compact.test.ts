import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact } from '../../src/report/compact.ts';
import { hostileResult, UNSAFE_IN_TERMINAL } from './hostile.ts';
import { finding, result } from './sample.ts';

describe('compact', () => {
  it('has one line a finding and the counts', () => {
    const value = result([finding(), finding({ severity: 'note', certainty: 'possible', line: 9 })]);
    expect(compact(value, { showValues: false })).toBe(
      [
        'page.html:2:3: error: The pixel sends an event on a first visit. [consent/fires-before-consent]',
        'page.html:9:3: note: The pixel sends an event on a first visit. [consent/fires-before-consent, possible]',
        '1 error, 1 note. Looked at 3 files, 1 of them with something to judge.',
        '',
      ].join('\n'),
    );
  });

  it('says what was looked at and skipped without findings', () => {
    const value = result([], { skipped: [{ file: 'a', reason: 'b' }] });
    expect(compact(value, { showValues: false })).toMatch(/^No findings\. Looked at 3 files.* Skipped 1: a \(b\)\.\n$/);
  });

  it('says what is found and not shown', () => {
    const value = result([], { stats: { ...result([]).stats, suppressed: 1, known: 2, gone: 1, hidden: 3 } });
    expect(compact(value, { showValues: false })).toContain(
      '1 finding suppressed. 2 findings known to the baseline. 1 of the baseline is gone (taglint baseline --prune). 3 more are only possible',
    );
  });

  it('keeps to its lines and masks, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileResult, (value) => {
        const text = compact(value, { showValues: false });
        expect(text).not.toMatch(UNSAFE_IN_TERMINAL);
        expect(text.split('\n')).toHaveLength(5);
      }),
    );
  });
});

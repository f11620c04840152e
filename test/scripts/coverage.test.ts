import { describe, expect, it } from 'vitest';
import { coveragePage, KINDS, kindsOf } from '../../scripts/generate/coverage.ts';
import { NAMES } from '../../scripts/site/rule-examples.ts';
import { ruleIds } from '../../src/generated/ids.ts';
import { readPage } from '../rules/pages.ts';

describe('what the rules look at', () => {
  it('knows the kind of every fence that the tests run', () => {
    expect(Object.values(KINDS).flat().sort()).toEqual(Object.keys(NAMES).sort());
  });

  it('counts the examples that the rule finds, and no others', () => {
    const page =
      '# T\n\n```js\n```\n\n## Incorrect\n\n```json gtm severity=note\n```\n\n  ```liquid\n  ```\n\n## Correct\n\n```html\n```\n';
    expect([...kindsOf(page)]).toEqual(['Template', 'GTM export']);
    expect([...kindsOf('# T\n\n## Incorrect\n\n```tsx\n```\n')]).toEqual(['Component']);
  });

  it.each(ruleIds)('%s has as many kinds as its page has examples of', (id) => {
    const { text, examples } = readPage(id);
    expect(kindsOf(text).size).toBeGreaterThan(0);
    expect(kindsOf(text).size).toBeLessThanOrEqual(new Set(examples.map(({ path }) => path)).size);
  });

  it('names every rule once, by a link to its page', () => {
    const page = coveragePage({ 'group/name': '## Incorrect\n\n```ts\n```\n' });
    expect(page).toContain('| [group/name](../rules/group/name.md) |  |  | ✓ |  |  |  |  |  |');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedTexts, root } from '../../scripts/generate/index.ts';
import { PRESET_NAMES } from '../../src/config/layers.ts';
import { platformIds, ruleIds, ruleOptions, vendorIds } from '../../src/generated/ids.ts';
import { ruleList } from '../../src/generated/rule-list.ts';

const texts = committedTexts(
  { ruleIds, vendorIds, platformIds, ruleOptions, presetNames: PRESET_NAMES },
  Object.fromEntries(ruleList.flatMap(({ id, repair }) => (repair ? [[id, repair]] : []))),
);

describe('what is generated and committed', () => {
  it.each(Object.keys(texts))('%s is what `npm run generate` makes', (name) => {
    expect(readFileSync(join(root, name), 'utf8')).toBe(texts[name]);
  });

  it.each(['docs/vendors.md', 'docs/consent-platforms.md'])('%s links to headings and files that are there', (name) => {
    const text = texts[name] ?? '';
    const headings = new Set(
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => target.startsWith('#') && !headings.has(target.slice(1)))).toEqual([]);
    for (const target of links.filter((one) => one.endsWith('.yaml'))) {
      expect(() => readFileSync(join(root, 'docs', target))).not.toThrow();
    }
  });

  it('lists every vendor and every platform once', () => {
    for (const id of vendorIds) expect(texts['docs/vendors.md']?.split(`/${id}.yaml)`)).toHaveLength(2);
    for (const id of platformIds) expect(texts['docs/consent-platforms.md']?.split(`/${id}.yaml)`)).toHaveLength(2);
  });
});

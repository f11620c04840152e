import { describe, expect, it } from 'vitest';
import { Linter } from '../../../src/engine/lint.ts';
import { catalog } from '../../../src/generated/catalog.ts';
import { rules } from '../../../src/generated/rules.ts';
import { sensitive } from '../../../src/generated/sensitive.ts';

const TAG = '<script async src="https://static.hotjar.com/c/hotjar-1.js?sv=6"></script>';

async function pageContext(path: string, text: string): Promise<string[]> {
  const linter = new Linter({ catalog, sensitive, rules, version: 'test' });
  await linter.lint({ path, kind: 'html', text: `<!doctype html><title>Shop</title>${text}` });
  const found = linter.result(1, 0).findings.filter(({ rule }) => rule === 'sensitive/page-context');
  return found.map(({ severity, message }) => `${severity}: ${/the visitor is (.*?)[.,]/.exec(message)?.[1]}`);
}

describe('conditions that name a page', () => {
  it.each([
    ['a.liquid', `{% if collection.handle == 'hiv-tests' %}${TAG}{% endif %}`],
    ['a.liquid', `{% if product.tags contains 'hiv-test' %}${TAG}{% endif %}`],
    ['a.twig', `{% if category.slug == "hiv-test" %}${TAG}{% endif %}`],
    ['a.php', `<?php if (is_page('hiv-test') && $template == 'hiv-test') { ?>${TAG}<?php } ?>`],
  ])('%s: %s', async (path, text) =>
    expect(await pageContext(path, text)).toEqual(['warning: on a page about self-tests']),
  );

  it.each([
    ['a.liquid', `{% if collection.handle != 'hiv-tests' %}${TAG}{% endif %}`],
    ['a.liquid', `{% unless collection.handle == 'hiv-tests' %}${TAG}{% endunless %}`],
    ['a.liquid', `{% if collection.handle == 'running-shoes' %}${TAG}{% endif %}`],
    ['a.liquid', `{% if settings.campaign == 'hiv-tests' %}${TAG}{% endif %}`],
    ['a.liquid', `{% if collection.handle == 'hiv-tests' %}{% endif %}${TAG}`],
  ])('not %s: %s', async (path, text) => expect(await pageContext(path, text)).toEqual([]));
});

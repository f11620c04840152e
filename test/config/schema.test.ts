import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/index.ts';

const committed = readFileSync(join(root, 'schemas/config.schema.json'), 'utf8');

describe('schemas/config.schema.json', () => {
  it.each([
    [{ site: { sector: 'pharmacy' }, rules: { 'consent/noscript-beacon': 'off' } }, true],
    [{}, true],
    [{ sites: {} }, false],
    [{ rules: { 'consent/nothing': 'off' } }, false],
    [{ rules: { 'consent/noscript-beacon': 'warn' } }, false],
    [{ rules: { 'gtm/naming-scheme': { severity: 'note', options: { tag: ['GA4 *'] } } } }, true],
    [{ rules: { 'gtm/naming-scheme': { options: { tags: ['GA4 *'] } } } }, false],
    [{ rules: { 'gtm/paused-tag': { severity: 'off' } } }, true],
    [{ rules: { 'gtm/paused-tag': { options: { tag: ['GA4 *'] } } } }, false],
    [{ vendors: { exempt: ['nobody'] } }, false],
    [{ consent: { gates: [{ expression: 'a', category: ['statistics', 'marketing'] }] } }, true],
    [{ consent: { gates: [{ expression: 'a', category: 'ads' }] } }, false],
    [{ consent: { gates: [{ expression: 'a' }] } }, false],
    [{ extends: 'pharmacy' }, true],
    [{ extends: ['strict', './base.yml'] }, true],
    [{ extends: ['strct'] }, false],
    [{ strictness: 'loose' }, false],
    [{ vendors: { allow: ['matomo', 'cdn.example.com'], deny: ['tiktok'] } }, true],
    [{ vendors: { allow: ['matmo'] } }, false],
    [{ policy: { 'no-x': { match: { vendor: 'meta', key: ['em', 'ph'] }, message: 'x' } } }, true],
    [{ policy: { 'no-x': { match: { vendor: 'metta' }, message: 'x' } } }, false],
    [{ policy: { 'no-x': { match: { vendr: 'meta' }, message: 'x' } } }, false],
    [{ policy: { 'No x': { match: { vendor: 'meta' }, message: 'x' } } }, false],
    [{ rules: { 'policy/no-x': 'note' } }, true],
    [{ rules: { 'policy/No x': 'note' } }, false],
    [{ overrides: [{ files: ['a'], rules: { 'policy/no-x': 'off', 'gtm/paused-tag': 'off' } }] }, true],
    [{ overrides: [{ files: ['a'], rules: { 'policy/no-x': 'of' } }] }, false],
    [{ overrides: [{ files: ['a'], rules: { 'gtm/nothing': 'off' } }] }, false],
    [{ suppressions: [{ rule: ['policy/no-x', 'gtm/paused-tag'], entity: 'a', reason: 'b' }] }, true],
    [{ suppressions: [{ rule: 'gtm/nothing', entity: 'a', reason: 'b' }] }, false],
    [{ consent: { gates: [{ expresion: 'a', category: 'marketing' }] } }, false],
  ])('%j: %s', (config, isValid) => {
    expect(new Ajv2020().compile(JSON.parse(committed))(config)).toBe(isValid);
  });

  it('describes every key', () => {
    const bare: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        const isKey = path.endsWith('/properties');
        if (isKey && !/\/rules\/properties/.test(path) && !('description' in Object(value)))
          bare.push(`${path}/${key}`);
        visit(value, `${path}/${key}`);
      }
    };
    visit(JSON.parse(committed), '');
    expect(bare).toEqual([]);
  });
});

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
    [{ consent: { gates: [{ expresion: 'a', category: 'marketing' }] } }, false],
  ])('%j: %s', (config, isValid) => {
    expect(new Ajv2020().compile(JSON.parse(committed))(config)).toBe(isValid);
  });
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { finding, result } from './sample.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../schemas/findings.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

const full = finding({
  entity: 'Meta',
  folder: 'Ads',
  vendor: 'meta',
  cause: 'c',
  causeTitle: 'one cause',
  remedy: 'do',
  help: 'read',
  path: [{ label: 'html', line: 1, column: 1 }],
  trail: [{ message: 'why', file: 'a', line: 1, column: 1 }],
  fix: { message: 'f', edits: [{ start: 0, end: 1, text: '' }] },
  suggestions: [{ message: 's', edits: [] }],
  law: ['GDPR-32'],
});

describe('json', () => {
  it('has the published shape, with and without the optional members', () => {
    for (const value of [result([]), result([finding()]), result([full], { skipped: [{ file: 'a', reason: 'b' }] })]) {
      const document: unknown = JSON.parse(json(value, { showValues: false }));
      validate(document);
      expect(validate.errors).toBeNull();
      expect(document).toEqual(value);
    }
  });

  it('has a schema that refuses what is wrong', () => {
    const wrong = [
      { ...result([]), extra: 1 },
      { ...result([]), version: 2 },
      result([finding({ line: 0 })]),
      { ...result([]), findings: [{ ...finding(), severity: 'fatal' }] },
      { ...result([]), findings: [{ ...finding(), offset: 3 }] },
      { ...result([]), skipped: [{ file: 'a' }] },
    ];
    for (const value of wrong) expect(validate(value)).toBe(false);
  });

  it('masks values unless told otherwise', () => {
    const value = result([finding({ excerpt: "{em: 'anna@example.se'}" })]);
    expect(json(value, { showValues: false })).not.toContain('anna@');
    expect(json(value, { showValues: true })).toContain('anna@example.se');
  });

  it('escapes what a terminal would obey, without loss', () => {
    const value = result([finding({ entity: '\u001b[2J\u009b\u202e😀å' })]);
    const text = json(value, { showValues: false });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u202e\p{Cc}]/u);
    expect(text).toContain('😀å');
    expect(JSON.parse(text)).toEqual(value);
  });
});

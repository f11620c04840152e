import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../src/report/mask.ts';
import { excerptOf } from '../../src/report/masked-result.ts';

describe('maskPersonalData', () => {
  const masked: [string, string][] = [
    ["fbq('init', '1', {em: 'anna.berg@example.se'})", "fbq('init', '1', {em: 'a…@…'})"],
    ['?email=anna%40example.com&x=1', '?email=a…%40…&x=1'],
    ['mailto:a@b.co, c@d.org.', 'mailto:a…@…, c…@….'],
    ['jörg@müller.de', 'j…@…'],
    ['tel +46 70-123 45 67!', 'tel +46…!'],
    ['070-123 45 67', '07…'],
    ['"0701234567"', '"07…"'],
    ['call (555) 123-4567', 'call (5…'],
    ['pnr 850709-9805', 'pnr 85…'],
    ['19850709-9805', '19…'],
    ['198507099805', '19…'],
    ['SSN 078-05-1120', 'SSN 07…'],
    ['access_token=EAABsbCS1iHgBAKZCZCZCZCZAbCdEf', 'access_token=EAAB…'],
    ['{"api_secret": "q1w2e3r4t5y6u7i8"}', '{"api_secret": "q1…"}'],
    ["password: 'hunter2hunter2'", "password: 'hu…'"],
    ['?token=abcdefgh12345', '?token=ab…'],
    ['{\\"access_token\\": \\"abcdefgh1234\\"}', '{\\"access_token\\": \\"ab…\\"}'],
    ['em: "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"', 'em: "973d…"'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc123abc', 'eyJh…'],
  ];
  it.each(masked)('masks %s', (text, expected) => {
    expect(maskPersonalData(text)).toBe(expected);
  });

  const kept = [
    "fbq('init', '1234567890123456');",
    "gtag('config', 'G-ABC123DEF4'); AW-123456789 GTM-T63QRLFT UA-12345678-1",
    'https://cdn.example.com/npm/pixel@1.2.3/dist/pixel.min.js',
    'https://cdn.example.com/npm/pixel@latest/a.js pkg@next.min.js',
    '@media (min-width: 600px) { a@b }',
    '{{ customer.email }} <%= user.phone %>',
    'em: user.email, ph: sha256(phone), token: getToken()',
    '2024-01-31T10:20:30 1700000000000 192.168.0.1 0.5 1.0-2',
    'value: 1299, sku: 85-1234, "price": "1 299 kr"',
    'id=64a1f0c2',
  ];
  it.each(kept)('keeps %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('is idempotent and leaves no address', () => {
    const part = fc.constantFrom(
      'a@b.se',
      ' ',
      '+46701234567',
      "'",
      '850709-9805',
      'EAAabcdefghijklmnopqrstuvw',
      'x',
      '@',
      '.',
      '0',
      '-',
    );
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(' ', "'", '&', ', '), (parts, between) => {
        const once = maskPersonalData(parts.join(between));
        expect(maskPersonalData(once)).toBe(once);
        expect(once).not.toMatch(/[a-z]@b\.se/);
      }),
    );
  });

  it('is linear', () => {
    for (const piece of [
      'a',
      '@',
      'a@',
      '0 ',
      '+1',
      '-',
      '12',
      'secret ',
      'EAA',
      'eyJ',
      'a.',
      '(555',
      'f',
      '?token=',
      '8507',
    ]) {
      maskPersonalData(piece.repeat(Math.ceil(200_000 / piece.length)));
    }
  });
});

describe('excerptOf', () => {
  it('is one short masked line', () => {
    expect(excerptOf("  fbq('init',\r\n\t'x', {em: 'anna@example.se'})\n")).toBe("fbq('init', 'x', {em: 'a…@…'})");
    const long = excerptOf(`${'x '.repeat(75)}anna@example.se ${'y'.repeat(5000)}`);
    expect(long.length).toBeLessThanOrEqual(160);
    expect(long.endsWith('…')).toBe(true);
    expect(long).not.toContain('anna');
  });
});

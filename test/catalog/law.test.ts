import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileLaw } from '../../scripts/catalog/compile.ts';
import { CATALOG } from './load.ts';

const law = compileLaw(CATALOG);
const ids = new Set(law.map((entry) => entry.id));
const RULES = join(CATALOG, '..');

function files(directory: string, ending: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(directory, name));
}

/** The ids in every `law: [...]` of a rule or a YAML file, block lists included. */
function cited(text: string): string[] {
  const lists = [...text.matchAll(/\blaw:\s*(\[[^\]]*\]|(?:\n\s*-[^\n]*)+)/g)].map((match) => match[1] ?? '');
  return lists.flatMap((list) => [...list.matchAll(/[A-Z]{2,}(?:-[A-Z0-9]+)+/g)].map((match) => match[0]));
}

describe('law.yaml', () => {
  test.each(law.map((entry) => [entry.id, entry] as const))('%s is stated honestly', (_id, entry) => {
    expect(entry.summary.length).toBeGreaterThan(20);
    // What is only remembered is marked, and what is marked says so.
    expect(entry.confidence === 'unverified').toBe(/^from memory, unverified/.test(entry.source));
    if (entry.kind !== 'provision') expect(entry.year).toBeGreaterThan(2015);
    // A message is no verdict.
    expect(entry.summary).not.toMatch(/\billegal\b/i);
  });

  test.each([
    ...[
      'GDPR-5-1-A',
      'GDPR-5-1-C',
      'GDPR-5-1-F',
      'GDPR-6',
      'GDPR-7',
      'GDPR-9',
      'GDPR-25',
      'GDPR-26',
      'GDPR-32',
      'GDPR-87',
    ],
    ...['EPRIVACY-5-3', 'SE-LEK-9-28', 'DE-TDDDG-25', 'UK-PECR-6', 'FR-LIL-82'],
  ])('%s is a provision', (id) => {
    expect(law.find((entry) => entry.id === id)?.kind).toBe('provision');
  });

  test.each([
    ...['SE-IMY-AVANZA', 'SE-IMY-APOTEKET', 'SE-IMY-APOHEM', 'SE-IMY-KRY', 'SE-IMY-APOTEA', 'SE-IMY-LF'],
    ...['NO-DT-116111', 'NO-DT-NHI', 'NO-DT-OTHERS', 'FI-YA', 'NL-AP-KRUIDVAT', 'FR-CNIL-DOCTISSIMO', 'FR-CNIL-SHEIN'],
    ...['UK-ICO-SKYBET', 'US-FTC-GOODRX', 'US-FTC-BETTERHELP', 'CA-OPC-HOMEDEPOT'],
  ])('%s is a decision', (id) => {
    expect(law.find((entry) => entry.id === id)?.kind).toBe('decision');
  });

  test.each(['EU-CJEU-PLANET49', 'EU-CJEU-FASHIONID', 'EU-CJEU-META-BKA', 'EU-CJEU-LINDEN', 'DE-VG-HANNOVER'])(
    '%s is a judgment',
    (id) => {
      expect(law.find((entry) => entry.id === id)?.kind).toBe('judgment');
    },
  );

  test('the Swedish decisions about the pixel rest on security, not on consent or special categories', () => {
    const pixel = law.filter((entry) => /^SE-IMY-(?!GA|BANNERS)/.test(entry.id));
    expect(pixel).toHaveLength(6);
    for (const { id, summary } of pixel) {
      expect(summary, id).toMatch(/Rests on GDPR (?:5\(1\)\(f\) and )?32\(1\)/);
      expect(summary, id).not.toMatch(/\b9\(1\)|Art\. ?9|\b6\(1\)|9:28|LEK/);
    }
  });

  test('case numbers that are not confirmed are not stated', () => {
    for (const id of [
      'SE-IMY-APOHEM',
      'SE-IMY-KRY',
      'SE-IMY-APOTEA',
      'SE-IMY-LF',
      'NL-AP-KRUIDVAT',
      'FR-CNIL-CRITEO',
    ]) {
      expect(law.find((entry) => entry.id === id)?.title, id).not.toMatch(/\d{4}/);
    }
  });

  test('a fine that was reduced is told with its reduction', () => {
    expect(law.find((entry) => entry.id === 'NL-AP-KRUIDVAT')?.summary).toContain('50,000');
  });
});

describe('citations', () => {
  test('the reader of citations sees inline and block lists', () => {
    expect(cited("law: ['GDPR-6', 'EPRIVACY-5-3'],")).toEqual(['GDPR-6', 'EPRIVACY-5-3']);
    expect(cited('law:\n  - GDPR-9\n  - EU-CJEU-LINDEN\nwords: [A-B]')).toEqual(['GDPR-9', 'EU-CJEU-LINDEN']);
  });

  const sources = [
    ...files(RULES, '.ts').filter((file) => !file.endsWith('.test.ts')),
    ...files(join(CATALOG, 'sensitive'), '.yaml'),
  ];
  test('every id that a rule or a vocabulary cites exists', () => {
    const unknown = sources.flatMap((file) =>
      cited(readFileSync(file, 'utf8'))
        .filter((id) => !ids.has(id))
        .map((id) => `${file.slice(RULES.length + 1)}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });
});

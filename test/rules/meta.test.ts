import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/generated/ids.ts';
import { law as entries } from '../../src/generated/law.ts';
import { rules } from '../../src/generated/rules.ts';
import { readPage } from './pages.ts';

const SECTIONS = [
  'Why',
  'What the authority found',
  'How to fix',
  'Incorrect',
  'Correct',
  'Options',
  'Limits',
  'References',
];
const law = new Map(entries.map((entry) => [entry.id, entry]));

describe('the registry', () => {
  it('has every rule once', () => {
    expect(rules.map(({ meta }) => meta.id)).toEqual(ruleIds);
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
  });

  it('reads the pages of rules that are there, and knows when something is wrong with one', () => {
    expect(() => readPage('consent/no-such-rule')).toThrow();
  });
});

describe.each(rules.map(({ meta }) => [meta.id, meta] as const))('%s', (id, meta) => {
  const page = readPage(id);
  const opening = page.text.split('\n## ', 1)[0] ?? '';
  const sectionOf = (title: string): string => page.text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

  it('stands in the file that its id names', () => {
    expect(existsSync(fileURLToPath(new URL(`../../rules/${id}.ts`, import.meta.url)))).toBe(true);
  });

  it('says so where it asks what the site or the page is about', () => {
    const source = readFileSync(fileURLToPath(new URL(`../../rules/${id}.ts`, import.meta.url)), 'utf8');
    const asks = /(?:sensitivityOf|isclosureOf)\(/.test(source);
    expect(meta.raisedBy !== undefined).toBe(asks);
  });

  it('has a page with its id, its title and its severity on top', () => {
    expect(page.text.split('\n')[0]).toBe(`# ${meta.title}`);
    expect(opening).toContain(`\`${id}\``);
    expect(opening).toContain(`**${meta.severity}**`);
  });

  it('has every section, in order, and something in each', () => {
    expect(page.sections).toEqual(SECTIONS);
    for (const section of SECTIONS) expect(sectionOf(section).trim(), section).not.toBe('');
  });

  it('says how to fix it in every language in which it can be wrong', () => {
    const languages = new Set(page.examples.map(({ path }) => path));
    const fix = sectionOf('How to fix');
    if (languages.has('page.html')) expect(fix).toContain('**HTML**');
    if (languages.has('tracking.js')) expect(fix).toContain('**JavaScript**');
    if (languages.has('container.json')) expect(fix).toContain('**Google Tag Manager**');
  });

  it('cites law that is in the catalogue, and the page cites the same', () => {
    // What breaks a measurement breaks no provision: the page of such a rule says so.
    if (meta.law.length === 0) expect(sectionOf('References')).toContain('No provision');
    expect(meta.law.filter((one) => !law.has(one))).toEqual([]);
    const cited = [...sectionOf('References').matchAll(/^- `([A-Z0-9-]+)`/gm)].map((match) => match[1]);
    expect(cited).toEqual([...meta.law]);
    expect(
      [...page.text.matchAll(/`((?:SE|NO|FI|NL|FR|DE|UK|EU|US|CA|GDPR|EPRIVACY)-[A-Z0-9-]+)`/g)].filter(
        (match) => !law.has(match[1] ?? ''),
      ),
    ).toEqual([]);
  });

  it('does not rest on what nobody has checked', () => {
    expect(meta.law.filter((one) => law.get(one)?.confidence === 'unverified')).toEqual([]);
  });

  it('calls nothing illegal, and does not hang the Swedish decisions on consent', () => {
    expect(page.text).not.toMatch(/\billegal|\bunlawful|\bbreach(?:es|ed)?\b|\bviolat/i);
    if (/`SE-IMY-(?:APOHEM|APOTEKET|AVANZA|KRY|APOTEA|LF)`/.test(page.text)) expect(page.text).toMatch(/32\(1\)/);
  });

  it('shows enough, both ways', () => {
    for (const section of ['Incorrect', 'Correct'] as const) {
      expect(page.examples.filter((example) => example.section === section).length, section).toBeGreaterThanOrEqual(6);
    }
  });
});

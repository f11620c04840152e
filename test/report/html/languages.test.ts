import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../../src/generated/ids.ts';
import { ruleList } from '../../../src/generated/rule-list.ts';
import { BUILT_IN_IDS, BUILT_IN_RULES } from '../../../src/model/built-in-rules.ts';
import { LANGUAGES, type LanguageCode } from '../../../src/report/html/languages/codes.ts';
import { loadLanguage } from '../../../src/report/html/languages/load.ts';
import { type Texts, Words } from '../../../src/report/html/languages/texts.ts';
import { reportOf } from './made.ts';

const PAGE = `<script>
fbq('init', '1234567890123456', { em: document.querySelector('#email').value });
fbq('track', 'PageView');
</script>`;

const SAID: Readonly<Record<LanguageCode, string>> = {
  en: 'runs on a first visit, before any choice',
  sv: 'körs vid första besöket, innan någon har valt',
  de: 'läuft beim ersten Besuch, vor jeder Wahl',
};

const english = await loadLanguage('en');

/** The names that a text leaves open. */
function holes(text: Texts[keyof Texts]): string[] {
  const all = typeof text === 'string' ? [text] : [text.one, text.other];
  return [...new Set(all.flatMap((one) => one.match(/\{\w+\}/g) ?? []))].sort();
}

describe.each(LANGUAGES)('the texts in %s', (code) => {
  it('are those of the English catalogue, with the same open names', async () => {
    const { texts } = await loadLanguage(code);
    expect(Object.keys(texts)).toEqual(Object.keys(english.texts));
    const keys = Object.keys(texts) as (keyof Texts)[];
    const differing = keys.filter((key) => holes(texts[key]).join() !== holes(english.texts[key]).join());
    expect(differing).toEqual([]);
  });

  it('tell of every rule what it finds, why it matters and what to do', async () => {
    const { rules } = await loadLanguage(code);
    expect(Object.keys(rules).sort()).toEqual([...ruleIds, ...BUILT_IN_IDS].sort());
    for (const { title, why, remedy } of Object.values(rules)) {
      expect(title.length).toBeGreaterThan(10);
      expect(title).not.toMatch(/\.$/);
      expect(why).toMatch(/[.!?]$/);
      expect(remedy).toMatch(/\.$/);
    }
  });

  it('are on the page, with what rules say in the same language', async () => {
    const $ = load(await reportOf({ 'a.html': PAGE }, { language: code }));
    const { texts, rules } = await loadLanguage(code);
    expect($('html').attr('lang')).toBe(code);
    expect($('#verdict h2').text()).toBe(texts.verdict);
    expect($('.cause h3').text()).toContain(rules['consent/fires-before-consent']?.title);
    const message = $('.cause .message').first().text();
    expect(message).toContain(SAID[code]);
    // The titles of laws are English everywhere.
    expect($('.cause [lang=en]').length).toBe(code === 'en' ? 0 : $('.cause .basis').length);
    // No open name is left.
    expect($('main').text()).not.toMatch(/\{\w+\}(?!\})/);
  });
});

describe('the English texts', () => {
  it('call the rules as the rules call themselves', () => {
    const titles = [...ruleList, ...BUILT_IN_RULES].map(({ id, title }) => [id, title]);
    expect(
      Object.entries(english.rules)
        .map(([id, { title }]) => [id, title])
        .sort(),
    ).toEqual(titles.sort());
  });

  it('are all in use', () => {
    const folder = join(import.meta.dirname, '../../../src/report/html');
    const code = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.ts') && !entry.parentPath.endsWith('languages'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    // `state.${state}` uses all of its kind.
    const families = [...code.matchAll(/`([\w.-]+)\.\$\{/g)].map(([, family]) => `${family}.`);
    const unused = Object.keys(english.texts).filter(
      (key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});

describe('words', () => {
  it('count, enumerate and write dates as the language does', async () => {
    const sv = new Words(await loadLanguage('sv'));
    expect(sv.count('count.tags', 1)).toBe('1 tagg');
    expect(sv.count('count.tags', 1200).replace(/\s/g, ' ')).toBe('1 200 taggar');
    expect(sv.list(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d och 2 till');
    expect(sv.list(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d och e');
    expect(sv.date('2026-11-30')).toBe('30 november 2026');
    expect(sv.country('IE')).toBe('Irland');
    expect(sv.country('not a country')).toBe('not a country');
    const de = new Words(await loadLanguage('de'));
    expect(de.count('count.tags', 0)).toBe('0 Tags');
    expect(de.date('2026-11-30')).toBe('30. November 2026');
  });
});

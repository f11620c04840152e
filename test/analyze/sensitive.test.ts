import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSensitive } from '../../scripts/catalog/load-sensitive.ts';
import { compileSensitive } from '../../scripts/catalog/sensitive-schema.ts';
import { createSensitiveMatcher } from '../../src/analyze/sensitive.ts';
import { patternsOf } from '../../src/analyze/term-patterns.ts';
import { foldLetters } from '../../src/analyze/words.ts';
import { law as entries } from '../../src/generated/law.ts';
import { SENSITIVE_LANGUAGES, type SensitiveData } from '../../src/model/sensitive.ts';
import { judge, readLabelled, readNames, tally, tallyNames } from '../fixtures/sensitive/labelled.ts';

const files = readSensitive(new URL('../../rules/catalog/sensitive', import.meta.url).pathname);
const data = compileSensitive(files);
const untrapped = createSensitiveMatcher(
  compileSensitive({ ...files, traps: { ...files.traps, phrases: {}, company: [] } }),
);
const matcher = createSensitiveMatcher(data);

/** What was found, as `category:word`. */
function found(text: string): string[] {
  return matcher.find(text).map(({ category, start, end }) => `${category}:${text.slice(start, end)}`);
}

/** What was found that counts (weak words do not). */
function counted(text: string): string[] {
  return matcher
    .find(text)
    .filter(({ strength }) => strength !== 'weak')
    .map(({ start, end }) => text.slice(start, end));
}

function written(term: string): string {
  return term.replaceAll('*', '');
}

/** All terms of the vocabulary, of one language or of all. */
function vocabulary(only?: string): string[] {
  return files.categories.flatMap(({ terms }) =>
    Object.entries(terms).flatMap(([language, lists]) =>
      only === undefined || language === only ? Object.values(lists).flat().map(written) : [],
    ),
  );
}

describe('the labelled names', () => {
  const labelled = readLabelled('labelled');
  const judged = labelled.map((row) => judge(matcher, row));

  it('are many, and nearly half of them harmless', () => {
    const harmless = labelled.filter(({ categories }) => categories.length === 0).length;
    expect(labelled.length).toBeGreaterThan(1100);
    expect(harmless / labelled.length).toBeGreaterThan(0.4);
    expect(new Set(labelled.map(({ text }) => text)).size).toBe(labelled.length);
  });

  it('that are held out are in no other list', () => {
    const others = [...labelled, ...readNames('names'), ...readNames('names-own')];
    const known = new Set(others.map(({ language, text }) => `${language} ${text.toLowerCase()}`));
    const heldOut = readNames('names-held-out');
    expect(heldOut.length).toBeGreaterThan(1000);
    expect(heldOut.filter(({ language, text }) => known.has(`${language} ${text.toLowerCase()}`))).toEqual([]);
  });

  it.each(SENSITIVE_LANGUAGES.filter((language) => language !== 'any'))(
    'are judged with few errors: %s',
    (language) => {
      const score = tally(judged, ({ row }) => [row.language]).get(language);
      const { right, wrong, missed } = score ?? { right: 0, wrong: 0, missed: 0 };
      expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97);
      expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
    },
  );

  it.each([...tallyNames(matcher, readNames('names'))])('of another hand are told apart: %s', (_language, score) => {
    expect(score.rows).toBeGreaterThan(80);
    expect(score.found / (score.found + score.alarms)).toBeGreaterThanOrEqual(0.97);
    expect(score.found / (score.found + score.missed)).toBeGreaterThanOrEqual(0.9);
  });

  it.each([...tallyNames(matcher, readNames('names-own'))])(
    'of substances, complaints and everyday goods are told apart: %s',
    (_language, { found, alarms, missed }) => {
      expect(found / (found + alarms)).toBeGreaterThanOrEqual(0.97);
      expect(found / (found + missed)).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('have the labelled strength', () => {
    const different = judged.filter(({ row, strength }) => row.strength !== strength);
    expect(different.length / judged.length).toBeLessThanOrEqual(0.02);
  });
});

describe('a match', () => {
  it('says what was found, where, and which law has to do with it', () => {
    const text = 'Köp Alvedon 500 mg här';
    expect(matcher.find(text)).toEqual([
      {
        category: 'medicines',
        strength: 'in-context',
        term: 'alvedon',
        language: 'any',
        start: 4,
        end: 11,
        law: expect.arrayContaining(['GDPR-9', 'EU-CJEU-LINDEN']),
      },
    ]);
  });

  it('spans the whole compound, and names the term inside it', () => {
    const text = 'Hemma-klamydiainfektion';
    const [match] = matcher.find(text);
    expect(match?.term).toBe('klamydia');
    expect(text.slice(match?.start, match?.end)).toBe('klamydiainfektion');
  });

  it('is the longest phrase, then the strongest term, of those in one place', () => {
    expect(found('Pregnancy test')).toEqual(['self-tests:Pregnancy test']);
    expect(found('lead-klamydiainfektion')).toEqual(['sexual-health:klamydiainfektion']);
    expect(found('HIV test, HIV treatment')).toEqual(['self-tests:HIV test', 'sexual-health:HIV treatment']);
  });

  it('comes in the order of the text', () => {
    const starts = matcher.find('Viagra, Alvedon, klamydiatest, ADHD, rullator').map(({ start }) => start);
    expect(starts).toHaveLength(5);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('inflection', () => {
  it.each([
    'Kondom',
    'kondomer',
    'kondomerna',
    'KONDOMEN',
    'Rullatorn',
    'rullatorer',
    'psykologer',
    'barnmorskor',
    'barnmorskan',
    'självtester',
    'condoms',
    'pregnancy tests',
    'allergies',
    'Antibabypillen',
    'Depressionen',
    'Psychotherapeutinnen',
    'Alvedons',
    'Viagras',
    "Crohn's disease",
    'Alzheimer’s',
  ])('%s', (text) => expect(counted(text)).not.toEqual([]));

  it.each([
    'Kondominium',
    'therapeutic',
    'Angestellte',
    'varken',
    'besvara',
    'morphing',
    'migrant',
    'protests',
    'aborted',
  ])('does not reach too far: %s', (text) => expect(counted(text)).toEqual([]));
});

describe('compounds', () => {
  it.each([
    'klamydiabehandling',
    'snabbklamydiatest',
    'Frühschwangerschaftstest',
    'Schwangerschaftsvitamine',
    'Hautkrebsvorsorge',
    'ungdomsdepression',
    'tonårsgraviditet',
    'barnpsykologen',
    'inkontinensbyxor',
    'Kinderwunschbehandlung',
  ])('%s', (text) => expect(counted(text)).toEqual([text]));

  it.each(['archive', 'Archiv', 'Labortrichter', 'identifier', 'orangestich', 'svartrosa', 'felfinnare', 'Porree'])(
    'a short term does not count inside a word: %s',
    (text) => expect(counted(text)).toEqual([]),
  );
});

describe('spelling', () => {
  it.each(['ångest', 'angest', 'aangest', 'ÅNGEST', 'a\u030Angest', '%C3%A5ngest', '%c3%a5ngest', '%25C3%25A5ngest'])(
    'Swedish %s',
    (text) => expect(found(text)).toEqual([`mental-health:${text}`]),
  );

  it.each(['Hämorrhoiden', 'Haemorrhoiden', 'Hamorrhoiden', 'H%C3%A4morrhoiden', 'HÄMORRHOIDEN', 'Hä\u00ADmorrhoiden'])(
    'German %s',
    (text) => expect(found(text)).toEqual([`conditions:${text}`]),
  );

  it('ß and ss', () => {
    expect(counted('Fußpilz')).toEqual(['Fußpilz']);
    expect(counted('fusspilz')).toEqual(['fusspilz']);
  });
});

describe('names of pages and events', () => {
  it.each([
    ['/sjukdomar/klamydia', ['conditions:sjukdomar', 'sexual-health:klamydia']],
    ['/catalog/hjelpemidler/selvtester/', ['incontinence-and-aids:hjelpemidler', 'self-tests:selvtester']],
    ['lead_adhd_test', ['mental-health:adhd_test']],
    ['addToCartKlamydiatest', ['self-tests:Klamydiatest']],
    ['addToCartHIVTest', ['self-tests:HIVTest']],
    ['clickHIVtest', ['self-tests:HIVtest']],
    ['boka-psykolog', ['mental-health:psykolog']],
    ['view.item.p-piller', ['sexual-health:p-piller']],
    ['https://shop.example/p/akut%20p-piller?ref=1', ['sexual-health:akut%20p-piller']],
    ['birthcontrol_signup', ['sexual-health:birthcontrol']],
    ['alvedon500mg', ['medicines:alvedon']],
    ['COVID19', ['conditions:COVID']],
    ['item=Viagra+100mg', ['sexual-health:Viagra']],
    ['PREGNANCY_TEST_PURCHASE', ['self-tests:PREGNANCY_TEST']],
    ['test_adhd_positivo', ['mental-health:test_adhd']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it('a phrase does not reach over punctuation that ends a thought', () => {
    expect(found('Pregnancy: test our new app')).toEqual(['pregnancy:Pregnancy']);
    expect(counted('pain | relief')).toEqual([]);
  });

  it('encoded data holds no words', () => {
    expect(counted('AbC9HIV2dEfGhIj3KlMnOpQ')).toEqual([]);
    expect(counted('9f86d081hiv7d659a2f')).toEqual([]);
  });
});

describe('traps', () => {
  it.each([
    'The Great Depression',
    'Cancer (zodiac sign)',
    'Leo, Virgo, Cancer',
    'tropic of cancer',
    '"condition":"new"',
    'Terms & Conditions',
    'Protest',
    'Desinfektionsmittel',
    'Betong vibrator',
    'Avmaskning: läkemedel för hund',
    'Arthritis in dogs',
    'Rohr bei Verstopfung',
    'Unfallverhütung',
    'rapportera missbruk',
    'Gmail password',
    'Tablet 10"',
  ])('harmless: %s', (text) => expect(counted(text)).toEqual([]));

  it.each([
    ['Cancer treatment', ['Cancer treatment']],
    ['Cat allergy in children', ['Cat allergy']],
    ['Depression', ['Depression']],
    ['Vibrator', ['Vibrator']],
    ['Terms and conditions for HIV tests', ['HIV tests']],
  ])('but not: %s', (text, expected) => expect(counted(text)).toEqual(expected));

  it('company counts only nearby', () => {
    expect(counted('Diabetes dog')).toEqual([]);
    expect(counted(`Diabetes ${'and so on '.repeat(5)} dog`)).toEqual(['Diabetes']);
  });

  it('every trap hides something', () => {
    const hits = (phrase: string) => untrapped.find(phrase).filter(({ strength }) => strength !== 'weak').length;
    const idle = Object.values(files.traps.phrases)
      .flat()
      .filter((term) => hits(written(term)) === 0 && hits(term.replaceAll('*', 'en')) === 0);
    expect(idle).toEqual([]);
  });
});

describe('a dose', () => {
  it.each([
    ['Xyzal 5 mg filmdragerade tabletter 28 st', '5 mg filmdragerade tabletter'],
    ['Levocin 250mg comprimés', '250mg comprimés'],
    ['Tabletki Zaxoryl 10 mg', 'Tabletki Zaxoryl 10 mg'],
    ['Aconil 0,5 mg/ml oral lösning', '5 mg/ml oral lösning'],
    ['add_to_cart_zaxoryl_20mg_tablets', '20mg_tablets'],
    ['Zaxoryl Retard 100 mg', 'Retard 100 mg'],
    ['Zaxoryl 75 µg 30 cp', '75 µg 30 cp'],
    ['Zaxoryl sciroppo 15 mg/5 ml', 'sciroppo 15 mg'],
    ['Zaxoryl 2,5 mg 100 st', '5 mg'],
    ['Zaxoryl 0.5mg', '5mg'],
    ['Zaxoryl, 40 mg/g, 50 ml', '40 mg'],
  ])('makes a medicine of a name that nobody knows: %s', (text, match) => {
    expect(found(text)).toEqual([`medicines:${match}`]);
    expect(counted(text)).toEqual([match]);
  });

  it.each([
    '500 mg',
    '2,5 mg 100 st',
    'Goldbarren 500 mg',
    'Zinc 15 mg',
    'Cold Mint nicotine pouch 10 mg',
    'The small ring that weighs 500 mg',
    'Ring i guld 750 mg',
    'Diskmaskinstabletter 60 st',
    'Chlorine tablets 200 g',
    'Tablet 10 inch 64 GB',
    'Vitamin C 1000 mg tablets',
    'Magnesium 375 mg Tabletten',
    'Kreatin 3000 mg kapslar',
    'Zaxoryl 5 mg tablets for dogs',
    'Tablets for the dishwasher, price in mg units 5',
  ])('is none: %s', (text) => expect(counted(text)).toEqual([]));

  it('leaves a name that says something as it is', () => {
    expect(found('Alvedon 500 mg tabletter')).toContain('medicines:Alvedon');
  });
});

describe('a pair', () => {
  it.each([
    ['Meld deg inn i Høyre', 'politics'],
    ['Jetzt Mitglied der CDU werden', 'politics'],
    ['cdu_mitgliedsantrag_gesendet', 'politics'],
    ['Word lid van de SP', 'politics'],
    ['join-the-labour-party', 'politics'],
    ['Dansk Metal: indmeldelse', 'trade-union'],
    ['cgt_adhesion', 'trade-union'],
    ['Kolesterolmåler', 'self-tests'],
    ['Kolesterolmittari ja liuskat', 'self-tests'],
    ['Autotest VPH', 'self-tests'],
    ['Besök STI-mottagningen', 'sexual-health'],
    ['Stoppen met cocaïne', 'addiction'],
    ['Abort i vecka 8', 'pregnancy'],
    ['Moskeen: bønnetider', 'religion'],
    ['dni_introducido', 'identity-number'],
  ])('tells: %s', (text, category) => expect(matcher.find(text)).toMatchObject([{ category }]));

  it.each([
    'Støtte til høyre kne',
    'Das ist ein Test',
    'Subaru WRX STI center cap',
    'Pot lid 24 cm, SP-200',
    'Glutenfreie Nudeln im Test',
    'Church of the Latter-day Saints: opening hours of the church museum',
    'Conferma: inserito campo del cliente',
    'git rebase --abort',
    'abort time',
    'Labour day sale',
    '3 dni dostawy',
    'Razem taniej: dołącz do klubu',
    'Sekt trocken mit Alkohol',
    'Kinder-Smartwatch mit Notruf',
    'Union Jack flag for club members',
    'NHL: the Stanley Cup, Horizons and members',
  ])('is none: %s', (text) => expect(counted(text)).toEqual([]));

  it('is in sight only a few words apart', () => {
    expect(counted('Mitglied im Verein, und am Sonntag spricht dort der Kandidat der CDU')).toEqual([]);
  });

  it('tells nothing where one of its words tells as much', () => {
    expect(found('HIV test kit')).toEqual(['self-tests:HIV test']);
  });
});

describe('ids of product taxonomies', () => {
  it.each([
    ['google_product_category=1680', 'self-tests', 'reveals'],
    ['"google_product_category": "7336"', 'self-tests', 'reveals'],
    ['googleProductCategory 518', 'medicines', 'in-context'],
    ['gid://shopify/TaxonomyCategory/hb-1-15-5', 'self-tests', 'reveals'],
    ['gid://shopify/TaxonomyCategory/hb-1-16', 'medicines', 'in-context'],
    ['gid://shopify/TaxonomyCategory/ma-1-4', 'sexual-health', 'reveals'],
  ])('%s', (text, category, strength) => expect(matcher.find(text)).toMatchObject([{ category, strength }]));

  it.each([
    '1680',
    'category: 1680',
    'google_product_category=5086',
    'google_product_category=16801',
    'gid://shopify/TaxonomyCategory/hb-3-2',
    'gid://shopify/TaxonomyCategory/ap-2-1',
  ])('is none: %s', (text) => expect(matcher.find(text)).toEqual([]));
});

describe('the vocabulary', () => {
  it('finds every term of its own', () => {
    expect(vocabulary().filter((term) => untrapped.find(term).length === 0)).toEqual([]);
  });

  it('has several hundred terms a language', () => {
    for (const language of SENSITIVE_LANGUAGES) expect(vocabulary(language).length).toBeGreaterThan(500);
  });

  it('is plain data, and small for each of its languages', () => {
    const json = JSON.stringify(data);
    expect(JSON.parse(json)).toEqual(data);
    expect(json.length).toBeLessThan(SENSITIVE_LANGUAGES.length * 25_000);
  });

  it('names law that is in the catalogue, in every category', () => {
    const known = new Set(entries.map(({ id }) => id));
    for (const { law } of data.categories) expect(law.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(data.categories.map(({ id }) => id)).size).toBe(20);
  });
});

describe('any text', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...vocabulary()),
    fc.constantFrom('%', '%C3', '%25', "'s", '\uD800', 'ÅÄÖ', '_', '/', 'A', 'é', '\u0301', 'dog', 'great depression'),
  );

  it('is searched without throwing; ranges are in bounds, apart, and hold the term', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { term, start, end } of matcher.find(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          if (text.slice(start, end).includes('%')) continue;
          const found = foldLetters(text.slice(start, end)).replace(/[^\p{L}\p{N}]/gu, '');
          const held = [...patternsOf(term)].some((pattern) =>
            pattern.split(' ').every((word) => found.includes(word.slice(0, Math.max(2, word.length - 3)))),
          );
          expect(held).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one word', 'a'],
    ['one word of the vocabulary', 'depression'],
    ['capitals', 'aB'],
    ['percent signs', '%25'],
    ['beginnings of phrases', 'morning after '],
    ['matches in company', 'diabetes dog '],
    ['traps', 'great depression '],
    ['combining marks', '\u0301'],
    ['genitives', "'s"],
  ])('ends on a long text of %s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    for (const { end } of matcher.find(text)) expect(end).toBeLessThanOrEqual(text.length);
  });
});

describe('the data', () => {
  it('with unknown categories or none finds nothing, and does not throw', () => {
    const nothing = { values: [], index: '' };
    const empty: SensitiveData = { categories: [], terms: nothing, traps: nothing, company: nothing };
    expect(createSensitiveMatcher(empty).find('HIV test')).toEqual([]);
    expect(createSensitiveMatcher({ ...data, categories: [] }).find('HIV test')).toEqual([]);
  });
});

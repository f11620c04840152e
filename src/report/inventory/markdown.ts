/** The inventory as a draft of a record of processing (Art. 30 GDPR): one row for each recipient, then the details. */
import { behavioursOf, useName } from '../../inventory/behaviours.ts';
import type {
  Inventory,
  InventoryAccount,
  InventoryDatum,
  InventoryPlace,
  InventoryVendor,
} from '../../inventory/inventory.ts';
import { EEA } from '../../model/countries.ts';
import type { LintResult } from '../../model/finding.ts';
import { CATEGORY_WORDS } from '../../model/inventory/words.ts';
import { markdownCode, markdownText } from '../markdown-text.ts';
import { lookedAt } from '../summary.ts';
import { type ComparedNotice, noticeLines } from './notice.ts';
import { datumWords, featureWords, originWords, PURPOSE_WORDS, placeWords, statesWords } from './words.ts';

const MOST_PLACES = 10;

/** Ends with a line end. */
export function inventoryMarkdown(
  { vendors, hosts, platforms }: Inventory,
  result: LintResult,
  notice?: ComparedNotice,
): string {
  const parts = ['# Who gets what', ...overview(vendors)];
  if (notice)
    parts.push(
      '## The privacy notice',
      noticeLines(notice, notice.file)
        .map((line) => `- ${markdownText(line)}`)
        .join('\n'),
    );
  if (hosts.length > 0) {
    parts.push(
      '## Hosts that no catalogue knows',
      hosts
        .map(
          ({ host, uses }) =>
            `- ${markdownCode(host)}: ${uses.map((use) => `${use.form}, ${statesWords(use)}; ${placesText(use.places)}`).join('; ')}`,
        )
        .join('\n'),
    );
  }
  if (platforms.length > 0)
    parts.push(`Consent platforms: ${markdownText(platforms.map(({ name }) => name).join(', '))}.`);
  for (const vendor of vendors) {
    parts.push(`## ${markdownText(vendor.name)}`);
    if (vendor.cookies.length > 0)
      parts.push(
        `Cookies and storage keys that it sets on the site, where it runs: ${vendor.cookies.map(markdownCode).join(', ')}.`,
      );
    parts.push(...vendor.accounts.flatMap(accountParts));
  }
  parts.push(`${markdownText(lookedAt(result).join(' '))} What the files say; not legal advice.`);
  return `${parts.join('\n\n')}\n`;
}

function overview(vendors: readonly InventoryVendor[]): string[] {
  if (vendors.length === 0) return ['No vendors: nothing here loads or calls one that taglint knows.'];
  const rows = vendors.map((vendor) =>
    [
      `${markdownText(vendor.name)}<br>${markdownText(vendor.recipient)}`,
      vendor.purposes.map((purpose) => PURPOSE_WORDS[purpose]).join(', '),
      categoriesOf(vendor.accounts),
      countriesOf(vendor.countries),
      [...new Set(vendor.accounts.flatMap(({ uses }) => behavioursOf(uses).map(statesWords)))].join('<br>'),
      '',
    ].join(' | '),
  );
  return [
    'Recipients, as a record of processing asks for them. Legal basis, time limits and the safeguards of a transfer are for the controller to add.',
    [
      'Recipient | Purpose | Categories of data | Country | Consent states | Legal basis, time limit, safeguards',
      '--- | --- | --- | --- | --- | ---',
      ...rows,
    ]
      .map((row) => `| ${row} |`)
      .join('\n'),
  ];
}

/** Every request carries some of it. */
const ALWAYS = 'page address, IP address, browser';

function categoriesOf(accounts: readonly InventoryAccount[]): string {
  const found = new Map<string, Set<InventoryDatum['form']>>();
  for (const { category, form } of accounts.flatMap(({ data }) => data)) {
    const word = CATEGORY_WORDS[category].toString();
    found.set(word, (found.get(word) ?? new Set()).add(form));
  }
  const words = [...found]
    .sort()
    .map(([word, forms]) =>
      forms.has('raw')
        ? word
        : `${word} (${[...forms].sort().includes('unknown') ? 'hashed or in clear text' : 'hashed'})`,
    );
  const collected = accounts.flatMap(({ features }) =>
    features.filter(({ state }) => state === 'on').map(({ title }) => title),
  );
  return [ALWAYS, ...words, ...new Set(collected)].join(', ');
}

function countriesOf(countries: readonly string[]): string {
  return countries
    .map((code) => (EEA.includes(code) ? countryName(code) : `${countryName(code)} (third country)`))
    .join('<br>');
}

const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function countryName(code: string): string {
  return NAMES.of(code) ?? code;
}

function accountParts({ id, uses, data, features }: InventoryAccount): string[] {
  const lines = [
    ...behavioursOf(uses).map((behaviour) => {
      const names = [...new Set(behaviour.uses.map(useName))].map(markdownCode).join(', ');
      const gates = behaviour.gates.length > 0 ? `, behind ${behaviour.gates.map(markdownText).join(' and ')}` : '';
      return `- ${names}: ${statesWords(behaviour)}${gates}; ${placesText(behaviour.places)}`;
    }),
    ...data.map((datum) => {
      const from =
        datum.origins.length > 0
          ? `, from ${datum.origins.map((origin) => markdownText(originWords(origin))).join(', ')}`
          : '';
      return `- gets ${markdownCode(datum.key)}: ${datumWords(datum)}${from}; with ${datum.with.map(markdownCode).join(', ')}`;
    }),
    ...features.map(
      (feature) => `- collects by itself: ${markdownText(feature.title)}, ${markdownText(featureWords(feature))}`,
    ),
  ];
  return [`### ${id === undefined ? 'No account in sight' : `Account ${markdownCode(id)}`}`, lines.join('\n')];
}

function placesText(places: readonly InventoryPlace[]): string {
  const shown = places.slice(0, MOST_PLACES).map((place) => markdownText(placeWords(place)));
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
  return `${shown.join(', ')}${more}`;
}

import pc from 'picocolors';
import { behavioursOf, useName } from '../../inventory/behaviours.ts';
import type { Inventory, InventoryAccount, InventoryPlace, InventoryVendor } from '../../inventory/inventory.ts';
import type { LintResult } from '../../model/finding.ts';
import { lookedAt, plural } from '../summary.ts';
import { clean, wrap } from '../terminal.ts';
import { type ComparedNotice, noticeLines } from './notice.ts';
import { datumWords, featureWords, originWords, PURPOSE_WORDS, placeWords, statesWords } from './words.ts';

export interface InventoryTableOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly notice?: ComparedNotice;
}

type Colors = ReturnType<typeof pc.createColors>;

const LABEL_WIDTH = 10;
const MARGIN = 4;
const MOST_ORIGINS = 4;

/** The inventory for people: a block for each vendor, its accounts below. Ends with a line end. */
export function inventoryTable(
  { vendors, hosts, platforms }: Inventory,
  result: LintResult,
  options: InventoryTableOptions,
): string {
  const colors = pc.createColors(options.color);
  const lines = vendors.flatMap((vendor) => [...vendorLines(vendor, options, colors), '']);
  if (hosts.length > 0) {
    lines.push(colors.underline('Hosts that no catalogue knows'));
    for (const { host, uses } of hosts)
      for (const use of uses)
        lines.push(
          ...entry(host, `${use.form}; ${statesWords(use)}; ${places(use.places)}`, options, colors, host.length),
        );
    lines.push('');
  }
  if (platforms.length > 0)
    lines.push(
      ...wrap(`Consent platforms: ${platforms.map(({ name }) => clean(name)).join(', ')}.`, options.width),
      '',
    );
  const accounts = vendors.reduce((sum, vendor) => sum + vendor.accounts.length, 0);
  const headline =
    vendors.length === 0
      ? 'No vendors: nothing here loads or calls one that taglint knows.'
      : `${plural(vendors.length, 'vendor')}, ${plural(accounts, 'account')}.`;
  lines.push(colors.bold(headline), ...wrap(lookedAt(result).join(' '), options.width));
  const { notice } = options;
  if (notice)
    lines.push(
      '',
      colors.underline('The privacy notice'),
      ...noticeLines(notice, notice.file).flatMap((line) => wrap(`- ${clean(line)}`, options.width)),
    );
  return `${lines.join('\n')}\n`;
}

function vendorLines(vendor: InventoryVendor, options: InventoryTableOptions, colors: Colors): string[] {
  const { name, recipient, countries, purposes, cookies, accounts } = vendor;
  const purpose = purposes.map((one) => PURPOSE_WORDS[one]).join(', ');
  return [
    colors.underline(clean(name)),
    ...wrap(`${recipient} (${countries.join(', ')}); ${purpose}`, options.width - 2).map(
      (line) => `  ${colors.dim(line)}`,
    ),
    ...accounts.flatMap((account) => accountLines(account, options, colors)),
    ...(cookies.length > 0 ? entry('stores', `${cookies.join(', ')}, where it runs`, options, colors) : []),
  ];
}

function accountLines(
  { id, uses, data, features }: InventoryAccount,
  options: InventoryTableOptions,
  colors: Colors,
): string[] {
  const lines = [`  ${colors.bold(id === undefined ? 'no account in sight' : clean(id))}`];
  for (const behaviour of behavioursOf(uses)) {
    const names = [...new Set(behaviour.uses.map(useName))].join(', ');
    const gates = behaviour.gates.length > 0 ? `, behind ${behaviour.gates.join(' and ')}` : '';
    const text = `${names}; ${statesWords(behaviour)}${gates}; ${places(behaviour.places)}`;
    lines.push(...entry('does', text, options, colors));
  }
  for (const datum of data) {
    const origins = datum.origins.slice(0, MOST_ORIGINS).map(originWords);
    const more = datum.origins.length > MOST_ORIGINS ? ' and others' : '';
    const from = origins.length > 0 ? `, from ${origins.join(', ')}${more}` : '';
    lines.push(
      ...entry('gets', `${datum.key}: ${datumWords(datum)}${from}; with ${datum.with.join(', ')}`, options, colors),
    );
  }
  for (const feature of features)
    lines.push(...entry('collects', `${feature.title}: ${featureWords(feature)}`, options, colors));
  return lines;
}

function entry(
  label: string,
  text: string,
  { width }: InventoryTableOptions,
  colors: Colors,
  labelWidth = 0,
): string[] {
  const indent = Math.max(LABEL_WIDTH, labelWidth + 2);
  return wrap(clean(text), Math.max(20, width - MARGIN - indent)).map((line, index) => {
    const head = index === 0 ? colors.dim(clean(label).padEnd(indent)) : ' '.repeat(indent);
    return `${' '.repeat(MARGIN)}${head}${line}`;
  });
}

function places([first, ...others]: readonly InventoryPlace[]): string {
  if (!first) return '';
  return others.length === 0 ? placeWords(first) : `${placeWords(first)} and ${plural(others.length, 'more place')}`;
}

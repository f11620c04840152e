/** Tells where the reviewed record allows more than is done: what somebody agreed to once, and nobody needs any more. */
import { dirname, resolve } from 'node:path';
import { isInside } from '../discover/inside.ts';
import type { Reported } from '../engine/findings.ts';
import { useName } from '../inventory/behaviours.ts';
import { InventoryBuilder } from '../inventory/build.ts';
import type { InventoryAccount } from '../inventory/inventory.ts';
import { listOf, type Phrase, say } from '../model/phrase.ts';
import { isNamed, type ReviewedAccount, type ReviewedRecord } from '../model/reviewed/record.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import type { Location } from '../text/location.ts';

const MOST_NAMES = 8;

/** Watches a run over everything that was locked. */
export class WiderRecord {
  readonly #record: ReviewedRecord;
  readonly #cwd: string;
  readonly #builder = new InventoryBuilder();

  /** @param cwd the folder that paths are relative to */
  constructor(record: ReviewedRecord, cwd: string) {
    this.#record = record;
    this.#cwd = cwd;
  }

  /** The record, as findings name it. */
  get file(): string {
    return this.#record.source.name;
  }

  /** True where a run over these paths looks at all that the record may be about. */
  isWhole(paths: readonly string[]): boolean {
    const folder = dirname(resolve(this.#cwd, this.file));
    const all = paths.length === 0 ? ['.'] : paths;
    return all.every((path) => !path.startsWith('!')) && all.some((path) => isInside(resolve(this.#cwd, path), folder));
  }

  /** Takes in a unit of the run. */
  judged(unit: Unit, { profile }: SiteContext): void {
    this.#builder.add(unit, profile);
  }

  /** A note for each account, vendor and host of which the record has more. */
  reports(): Reported[] {
    const { vendors, hosts } = this.#builder.result();
    const { date } = this.#record;
    const found: Reported[] = [];
    for (const [id, { location, accounts }] of this.#record.vendors) {
      const vendor = vendors.find((one) => one.id === id);
      if (!vendor) {
        found.push(note(say`The record of ${date} has ${id}, which gets nothing here.`, location, id));
        continue;
      }
      for (const [account, reviewed] of accounts) {
        const known = vendor.accounts.filter((one) =>
          account === '' ? one.id === undefined : isNamed(account, one.id ?? ''),
        );
        const who = account === '' ? vendor.name : `${vendor.name} (${account})`;
        const more = moreThan(reviewed, known);
        if (more.length === 0) continue;
        found.push(
          note(
            say`The record of ${date} has more for ${who} than it gets: ${listed(more)}.`,
            location,
            `${id} ${account}`,
          ),
        );
      }
    }
    for (const [host, { location }] of this.#record.hosts)
      if (!hosts.some((one) => one.host === host))
        found.push(note(say`The record of ${date} has ${host}, from which nothing comes here.`, location, host));
    return found;
  }
}

/** Events, keys and features of the record that are not there; all of them where the account is not. */
function moreThan({ uses, data, collects }: ReviewedAccount, accounts: readonly InventoryAccount[]): readonly string[] {
  const names = accounts.flatMap((one) => one.uses.filter(({ dead }) => !dead).map(useName));
  const keys = accounts.flatMap((one) => one.data.map(({ key }) => key.toLowerCase()));
  const titles = accounts.flatMap((one) =>
    one.features.filter(({ state }) => state === 'on').map(({ title }) => title),
  );
  const recorded = [...new Set(uses.flatMap(({ what }) => what))];
  return [
    ...recorded.filter((name) => !names.some((one) => isNamed(name, one))),
    ...data.map(({ key }) => key).filter((key) => !keys.some((one) => isNamed(key.toLowerCase(), one))),
    ...[...collects.keys()].filter((title) => !titles.includes(title)),
  ];
}

function listed(names: readonly string[]): Phrase {
  const shown = listOf(names.slice(0, MOST_NAMES));
  return names.length > MOST_NAMES ? say`${shown} and ${names.length - MOST_NAMES} more` : shown;
}

function note(message: Phrase, location: Location, subject: string): Reported {
  return {
    rule: 'configuration/without-effect',
    unit: location.source,
    report: {
      message,
      why: say`What was agreed to once and is not done any more could come back without a review.`,
      remedy: say`Prune it: \`taglint lock --update --reason "…"\`.`,
      location,
      severity: 'note',
      certainty: 'certain',
      subject: `wider ${subject}`,
      trail: [],
      law: [],
    },
  };
}

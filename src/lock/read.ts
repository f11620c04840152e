/** Reads the reviewed record that `taglint lock` has written, or that somebody has edited since. */

import { checked } from '../config/checked.ts';
import { ConfigDocument, ConfigError } from '../config/document.ts';
import { decodeText } from '../discover/index.ts';
import { DISK, type FileTree, isFileIn } from '../discover/tree.ts';
import { version as taglintVersion } from '../generated/version.ts';
import { CONSENT_STATES } from '../model/guard.ts';
import type {
  Outcomes,
  ReviewedAccount,
  ReviewedDatum,
  ReviewedHost,
  ReviewedRecord,
  ReviewedUse,
  ReviewedVendor,
} from '../model/reviewed/record.ts';
import { type Location, locationOf } from '../text/location.ts';
import { EVERY_STATE, type Lock, type LockedAccount, type LockedUse, lockSchema, NO_ACCOUNT } from './schema.ts';

const VERSION = 1;
/** Records grow with the site; no one is so large. */
const MAX_CHARACTERS = 8 * 1024 * 1024;

export interface ReadLock {
  readonly lock: Lock;
  readonly record: ReviewedRecord;
}

/**
 * @param shown how messages name the file
 * @param tree where it is
 * @throws ConfigError naming file, line and column
 */
export function readLock(file: string, shown: string, tree: FileTree = DISK): ReadLock {
  if (!isFileIn(tree, file)) throw new ConfigError(`${shown}: no such file; \`taglint lock\` writes it`);
  const read = tree.read(file);
  if (!read.ok) throw new ConfigError(`${shown}: cannot be read: ${read.reason}`);
  return parseLock(decodeText(read.bytes), shown);
}

/** @throws ConfigError naming file, line and column */
export function parseLock(text: string, shown: string): ReadLock {
  if (text.length > MAX_CHARACTERS) throw new ConfigError(`${shown}: is larger than a record can be (8 MB)`);
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    throw new ConfigError(
      `${shown}:${line}:1: there is a conflict of two branches: take one side, then review it and run \`taglint lock --update\``,
    );
  }
  const document = new ConfigDocument(text, shown);
  const { data } = document;
  const version: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'version') : undefined;
  if (typeof version === 'number' && version > VERSION) {
    throw new ConfigError(
      `${document.value(['version'])}: was written by a newer taglint (format ${version}, this one reads ${VERSION}): update taglint`,
    );
  }
  const lock = checked(document, lockSchema, 'the record');
  return { lock, record: recordOf(lock, document) };
}

function recordOf({ reviews, taglint, vendors, hosts = {} }: Lock, document: ConfigDocument): ReviewedRecord {
  const placeOf = (...path: string[]): Location => locationOf(document.source, document.lineOfKey(path));
  return {
    source: document.source,
    date: reviews[0]?.date ?? '',
    ...(taglint !== undefined && { writtenBy: taglint }),
    readBy: taglintVersion,
    vendors: new Map(
      Object.entries(vendors).map(([id, accounts]): [string, ReviewedVendor] => [
        id,
        {
          location: placeOf('vendors', id),
          accounts: new Map(
            Object.entries(accounts).map(([account, locked]) => [
              account === NO_ACCOUNT ? '' : account,
              accountOf(locked),
            ]),
          ),
        },
      ]),
    ),
    hosts: new Map(
      Object.entries(hosts).map(([host, uses]): [string, ReviewedHost] => [
        host,
        { location: placeOf('hosts', host), uses: uses.map(useOf) },
      ]),
    ),
  };
}

function accountOf({ does = [], gets = {}, collects = {} }: LockedAccount): ReviewedAccount {
  return {
    uses: does.map(useOf),
    data: Object.entries(gets).map(([key, { category = 'other', form = 'raw', with: events }]): ReviewedDatum => {
      return { key, categories: typeof category === 'string' ? [category] : category, form, with: events };
    }),
    collects: new Map(Object.entries(collects)),
  };
}

function useOf({ what, gates = [], ...states }: LockedUse): ReviewedUse {
  return { what, states: outcomesOf(states), gates };
}

const OUTCOMES = ['runs', 'limited', 'held', 'unknown'] as const;

function outcomesOf(states: Pick<LockedUse, (typeof OUTCOMES)[number]>): Outcomes {
  const entries = CONSENT_STATES.map((state) => {
    const found = OUTCOMES.find((outcome) => {
      const listed = states[outcome];
      return listed === EVERY_STATE || listed?.includes(state);
    });
    return [state, found ?? 'blocked'] as const;
  });
  return Object.fromEntries(entries) as Outcomes;
}

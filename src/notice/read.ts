/** Reads the list of the recipients that a privacy notice names. */
import { readFileSync } from 'node:fs';
import { checked } from '../config/checked.ts';
import { ConfigDocument, ConfigError } from '../config/document.ts';
import { reasonOf } from '../discover/discover.ts';
import { catalog } from '../generated/catalog.ts';
import { nearest } from '../text/nearest.ts';
import { type KnownVendor, type NamedParty, partyOf } from './compare.ts';
import { noticeSchema } from './schema.ts';

const MAX_CHARACTERS = 1024 * 1024;

/**
 * @param shown how messages name the file
 * @throws ConfigError naming file, line and column, and what was probably meant
 */
export function readNotice(file: string, shown: string): readonly NamedParty[] {
  return parseNotice(textOf(file, shown), shown);
}

/**
 * @param shown how messages name the file
 * @throws ConfigError naming file, line and column, and what was probably meant
 */
export function parseNotice(text: string, shown: string): readonly NamedParty[] {
  if (text.length > MAX_CHARACTERS) throw new ConfigError(`${shown}: is larger than such a list can be (1 MB)`);
  const document = new ConfigDocument(text, shown);
  const { vendors } = checked(document, noticeSchema, 'the notice');
  const known = catalog.vendors.map(knownVendor);
  const words = [...known.flatMap(({ id, name }) => [name, id]), ...catalog.cmps.map(({ name }) => name)];
  const mistakes: string[] = [];
  const parties = vendors.flatMap((text, index) => {
    const place = document.value(['vendors', index]);
    const party = partyOf(text, place, known, catalog.cmps);
    if (party) return [party];
    const meant = nearest(text, words);
    const hint =
      meant === undefined ? '; what taglint does not know belongs under others' : ` (did you mean ${meant}?)`;
    mistakes.push(`${place}: there is no vendor ${JSON.stringify(text)}${hint}`);
    return [];
  });
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'));
  return parties;
}

function textOf(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ConfigError(`${shown}: ${missing ? 'no such file' : `cannot be read: ${reasonOf(error)}`}`);
  }
}

function knownVendor({ id, name, recipient, urls }: (typeof catalog.vendors)[number]): KnownVendor {
  const hosts = urls.flatMap(({ url }) => /^\*?\.?([\w-]+(?:\.[\w-]+)+)/.exec(url)?.[1]?.toLowerCase() ?? []);
  return { id, name, recipient, hosts: [...new Set(hosts)] };
}

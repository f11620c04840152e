/** The list of third parties of the web, from the data of the package third-party-web (MIT), without what is no host. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { z } from 'zod';
import { type PartyList, SHARED } from '../../src/model/parties.ts';

const entitiesSchema = z.array(z.object({ name: z.string(), category: z.string(), domains: z.array(z.string()) }));

/** A host, or everything below one. */
const HOST = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/;

const sharedSchema = z.strictObject({ hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)), source: z.string() });

const require = createRequire(import.meta.url);

const codeSchema = z.strictObject({
  hosts: z.record(z.string().regex(/^[a-z0-9.-]+$/), z.string().min(2)),
  source: z.string(),
});

/**
 * @param sharedHosts path of the file with the domains below which anybody can have a host
 * @param codeHosts path of the file with hosts of libraries that the data set does not know
 */
export function partyList(sharedHosts: string, codeHosts: string): PartyList {
  const { entities }: { readonly entities: unknown } = require('third-party-web/nostats-subset');
  const parties = entitiesSchema.parse(entities).flatMap(({ name, category, domains }) => {
    const hosts = domains.map((domain) => domain.toLowerCase()).filter((domain) => HOST.test(domain));
    return hosts.length === 0 ? [] : [[name, category, hosts.join(' ')] as const];
  });
  const shared = sharedSchema.parse(parse(readFileSync(sharedHosts, 'utf8'))).hosts.map((host) => `*.${host}`);
  const code = Object.entries(codeSchema.parse(parse(readFileSync(codeHosts, 'utf8'))).hosts);
  // The last that names a domain counts: what the data set knows of it.
  return {
    parties: [
      ['somebody’s part of a shared host', SHARED, shared.join(' ')],
      ...code.map(([host, name]) => [name, 'cdn', host] as const),
      ...parties,
    ],
  };
}

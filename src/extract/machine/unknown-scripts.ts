/** Scripts, hidden images and frames from hosts of which the catalogue knows nothing. */
import type { UnknownScript } from '../../model/unit.ts';
import { originsOf, type Value } from '../../model/value.ts';
import { parametersOf } from '../address-data.ts';
import { HOLE } from '../catalog-index.ts';
import { addUnknownScript } from './activities.ts';
import type { Fetch } from './fetches.ts';
import type { Machine } from './machine.ts';

/** A name with at least one dot and a top-level domain of letters: no address by number, nothing of the own machine. */
const PUBLIC_HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,10}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;
const RESERVED = /(?:^|\.)(?:localhost|local|test|invalid|internal|lan|home)$/;

/** Notes a script of a host that nobody in the catalogue has anything at, and the hosts of what a page merely shows. */
export function noteHost(m: Machine, fetch: Fetch): void {
  const { url, kind, carrier, place, pinned, hidden } = fetch;
  const host = publicHost(url);
  if (host === undefined) return;
  if (kind === 'script') {
    if (!pinned && !m.catalog.knowsHost(host)) addUnknownScript(m, { url, host, location: place });
  } else if (hidden && kind !== 'style') {
    const form = kind === 'beacon' ? 'image' : 'frame';
    if (!m.catalog.knowsHost(host)) addUnknownScript(m, { url, host, form, location: place });
  } else if (fetch.silent) {
    const sent = sentBy(fetch);
    const form = fetch.by === '<img src>' ? 'pixel' : 'request';
    if (sent && !m.catalog.knowsHost(host)) addUnknownScript(m, { url, host, form, sent, location: place });
  } else if (kind === 'style' || (kind === 'beacon' && carrier === 'element')) m.assetHosts.add(host);
}

/** What a request carries that is not fixed; undefined for nothing. */
function sentBy({ url, place, holes = [], body }: Fetch): Value | undefined {
  const properties = parametersOf(url, place, holes).filter(({ value }) => value.kind !== 'literal');
  if (body && originsOf(body).length > 0) properties.push({ key: '', value: body, location: place });
  return properties.length === 0 ? undefined : { kind: 'object', properties, rest: [], location: place };
}

/** What was noted, each with what else its host serves. */
export function unknownScripts({ unknownScripts: found, assetHosts }: Machine): readonly UnknownScript[] {
  return found.map((one) => (assetHosts.has(one.host) ? { ...one, servesAssets: true } : one));
}

/** The host of an address that names one; undefined for relative addresses and for what is not known. */
export function publicHost(url: string): string | undefined {
  const host = /^(?:https?:)?\/\/([^/?#\\:]{1,253})/i.exec(url.trim())?.[1]?.toLowerCase();
  if (host === undefined || host.includes(HOLE) || RESERVED.test(host)) return undefined;
  return PUBLIC_HOST.test(host) ? host : undefined;
}

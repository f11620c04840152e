/** Compiles the catalogue into the plain object that the linter carries. */
import { join } from 'node:path';
import type { Catalog, Framework, LawEntry } from '../../src/model/catalog.ts';
import { clean } from './convert.ts';
import { interest } from './interest.ts';
import { cmp } from './platform.ts';
import { CatalogError, read, yamlFiles } from './read.ts';
import { type FrameworkFile, frameworkSchema } from './schemas/framework.ts';
import { lawSchema } from './schemas/law.ts';
import { type CmpFile, cmpSchema } from './schemas/platform.ts';
import { secretsSchema } from './schemas/secrets.ts';
import { type VendorFile, vendorSchema } from './schemas/vendor.ts';
import { vendor } from './vendor.ts';

/**
 * What a run knows of the world, without the sources of it: those are for people, who read the files.
 *
 * @param directory the folder with `vendors/`, `cmps/`, `frameworks/` and `secrets.yaml`
 * @throws CatalogError naming file, line, key and what is expected
 */
export function compileCatalog(directory: string): Catalog {
  const vendors = yamlFiles(join(directory, 'vendors')).map((file) => vendor(read(file, vendorSchema), file));
  const cmps = yamlFiles(join(directory, 'cmps')).map((file) => cmp(read(file, cmpSchema), file));
  const frameworks = yamlFiles(join(directory, 'frameworks')).map((file) => framework(read(file, frameworkSchema)));
  const { secrets: files } = read(join(directory, 'secrets.yaml'), secretsSchema);
  const secrets = files.map(({ source: _, ...secret }) => secret);
  unique(vendors, 'vendor');
  unique(cmps, 'CMP');
  unique(frameworks, 'framework');
  unique(secrets, 'secret');
  return { vendors, cmps, frameworks, secrets, interest: interest(vendors) };
}

/**
 * What rules cite.
 * @param directory the folder with `law.yaml`
 * @throws CatalogError naming file, line, key and what is expected
 */
export function compileLaw(directory: string): readonly LawEntry[] {
  const law = readLaw(directory);
  unique(law, 'law entry');
  return law;
}

/**
 * The files as they were written, for pages about them.
 * @throws CatalogError naming file, line, key and what is expected
 */
export function readCatalog(directory: string): { vendors: VendorFile[]; platforms: CmpFile[]; law: LawEntry[] } {
  return {
    law: readLaw(directory),
    vendors: yamlFiles(join(directory, 'vendors')).map((file) => read(file, vendorSchema)),
    platforms: yamlFiles(join(directory, 'cmps')).map((file) => read(file, cmpSchema)),
  };
}

function readLaw(directory: string): LawEntry[] {
  return read(join(directory, 'law.yaml'), lawSchema).entries.map((entry) => clean(entry));
}

function unique(entries: readonly { id: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new CatalogError(`${what} ${id} is there twice`);
    seen.add(id);
  }
}

function framework({ source: _, ...raw }: FrameworkFile): Framework {
  const paths = (members: readonly string[]): string[][] => members.map((member) => member.split('.'));
  const { registry } = raw;
  return clean({
    ...raw,
    plugins: paths(raw.plugins),
    scripts: paths(raw.scripts),
    heads: paths(raw.heads),
    registry: registry && { at: registry.at.split('.'), trigger: registry.trigger },
  });
}

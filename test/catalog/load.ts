import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCatalog } from '../../scripts/catalog/compile.ts';
import type { Catalog } from '../../src/model/catalog.ts';

export const CATALOG = join(import.meta.dirname, '../../rules/catalog');

/** Compiles the consent platforms alone, so that a mistake in a vendor's file does not fail their tests. */
export function compileWithoutVendors(): Catalog {
  const directory = mkdtempSync(join(tmpdir(), 'taglint-catalog-'));
  try {
    mkdirSync(join(directory, 'vendors'));
    mkdirSync(join(directory, 'frameworks'));
    cpSync(join(CATALOG, 'cmps'), join(directory, 'cmps'), { recursive: true });
    cpSync(join(CATALOG, 'secrets.yaml'), join(directory, 'secrets.yaml'));
    return compileCatalog(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The page as it is built, once for all tests that look at it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../scripts/browser/build.ts';
import { root } from '../../scripts/generate/index.ts';

let folder: Promise<string> | undefined;

/** @returns its folder */
export function builtFolder(): Promise<string> {
  folder ??= build();
  return folder;
}

async function build(): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), 'taglint-page-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  await buildPage(root, made);
  return made;
}

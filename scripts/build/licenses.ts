/** The licences of what is bundled have to travel with the bundle. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).default(''),
});

/**
 * Where a package ships no text (some name their licence in the manifest only), name, licence and author stand for it.
 *
 * @param folders the folders of the bundled packages
 * @param file where their licences are to be written
 */
export function thirdPartyLicenses(folders: readonly string[], file: string): void {
  const parts = folders.map((folder) => {
    const { name, version, license, author } = manifestSchema.parse(
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    );
    const text = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const body = text === undefined ? `Author: ${author}` : readFileSync(join(folder, text), 'utf8').trim();
    return `${name} ${version} (${license})

${body}
`;
  });
  const intro = 'The files of this folder contain parts of the following packages.\n';
  writeFileSync(file, [intro, ...parts].join(`\n${'-'.repeat(80)}\n\n`));
}

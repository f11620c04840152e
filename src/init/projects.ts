/** What a folder is a project of, by its files and the packages that it depends on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What the catalogue says of a framework (`rules/catalog/projects.yaml`). */
export interface ProjectKind {
  readonly id: string;
  readonly name: string;
  /** Any of them is enough. */
  readonly signs: readonly ({ readonly files: readonly string[] } | { readonly package: string })[];
  /** Folders of what a build writes or an update replaces, relative to the project, with a slash at the end. */
  readonly made: readonly string[];
}

export interface Project {
  readonly kind: ProjectKind;
  /** Relative to where it was looked for; `.` for that folder itself. */
  readonly folder: string;
}

const dependencies = z.record(z.string(), z.unknown()).catch({});
const manifestSchema = z
  .object({
    dependencies,
    devDependencies: dependencies,
    // composer.json
    require: dependencies,
    'require-dev': dependencies,
  })
  .partial()
  .catch({});

/** The names of what a folder's manifests depend on. */
export function packagesOf(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of ['package.json', 'composer.json']) {
    const manifest = manifestSchema.parse(jsonAt(join(folder, file)));
    for (const listed of Object.values(manifest)) for (const name of Object.keys(listed ?? {})) names.add(name);
  }
  return names;
}

/** The document in a file; undefined where there is none that can be read. */
export function jsonAt(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/**
 * @param folders relative to the root, with `/` between their parts
 * @returns the projects, in the order of the folders; of those of one folder the first of the catalogue
 */
export function projectsIn(root: string, folders: readonly string[], kinds: readonly ProjectKind[]): Project[] {
  return folders.flatMap((folder): Project[] => {
    const path = join(root, folder);
    const packages = packagesOf(path);
    const kind = kinds.find(({ signs }) =>
      signs.some((sign) =>
        'package' in sign ? packages.has(sign.package) : sign.files.every((file) => existsSync(join(path, file))),
      ),
    );
    return kind ? [{ kind, folder }] : [];
  });
}

/**
 * What a project says of the site that it makes, in files that are no page of it or stand around all of its pages: name of the package,
 * manifest, configuration of the generator, title of the outermost layout, structured data there.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { decodeText, type FileTree } from '../discover/index.ts';
import { isInside } from '../discover/inside.ts';
import { isFileIn } from '../discover/tree.ts';
import type { ContextFact } from '../model/unit.ts';
import { locationOf } from '../text/location.ts';
import { Source } from '../text/source.ts';

export interface SiteFactsOptions {
  readonly cwd: string;
  /** Real paths; nothing outside them is read. */
  readonly roots: readonly string[];
  readonly tree: FileTree;
}

/** Files that the root of a project has. */
const MARKERS = [
  'package.json',
  'composer.json',
  'Gemfile',
  'manage.py',
  '_config.yml',
  'hugo.toml',
  'config.toml',
  'layout/theme.liquid',
] as const;

const PACKAGES = ['package.json', 'composer.json'] as const;
const MANIFESTS = ['site.webmanifest', 'manifest.webmanifest', 'manifest.json'] as const;
const MANIFEST_FOLDERS = ['', 'public', 'static', 'src', 'src/assets'] as const;
const SETTINGS = [
  '_config.yml',
  'hugo.toml',
  'hugo.yaml',
  'config.toml',
  'config.yaml',
  'config/_default/hugo.toml',
] as const;
const LAYOUTS = [
  'index.html',
  'public/index.html',
  'src/index.html',
  'src/app.html',
  'app/layout.tsx',
  'app/layout.jsx',
  'app/layout.js',
  'src/app/layout.tsx',
  'src/app/layout.jsx',
  'src/app/layout.js',
  'pages/_document.tsx',
  'pages/_document.js',
  'pages/_app.tsx',
  'pages/_app.js',
  'app/root.tsx',
  'app.vue',
  'app/app.vue',
  'layouts/default.vue',
  'nuxt.config.ts',
  'nuxt.config.js',
  'gatsby-config.js',
  'gatsby-config.ts',
  'layout/theme.liquid',
  'templates/base.html',
  'templates/base.html.twig',
  'resources/views/layouts/app.blade.php',
  'app/views/layouts/application.html.erb',
  '_layouts/default.html',
  '_includes/head.html',
  'header.php',
] as const;

/** The title of the site, in markup and in code; the type of the business, in structured data. */
const TITLE =
  /<title[^>]{0,100}>([^<{}]{2,200})<\/title|\b(?:siteName|site_name|siteTitle|applicationName|titleTemplate|default|absolute|title)["']?\s{0,4}[:=]\s{0,4}(?:"([^"\n{}<>]{2,200})"|'([^'\n{}<>]{2,200})'|`([^`\n{}<>]{2,200})`)/g;
const TYPE = /["']?@type["']?\s{0,4}:\s{0,4}\[?\s{0,4}["'](\w{4,40})["']/g;
const SETTING = /^(?:title|description)\s{0,4}[:=]\s{0,4}["']?([^\n"']{2,200})/gm;
const NAMES = /"(?:name|short_name|description)"\s{0,4}:\s{0,4}"([^"\\\n]{2,300})"/g;

const MAX_TEXT = 60_000;
const MAX_OF_A_FILE = 4;

/** Gives what the project of a file (as it is shown) says of its site. */
export function createSiteFacts({ cwd, roots, tree }: SiteFactsOptions): (path: string) => readonly ContextFact[] {
  const projects = new Map<string, string | undefined>();
  const known = new Map<string, readonly ContextFact[]>();

  const projectOf = (folder: string): string | undefined => {
    if (projects.has(folder)) return projects.get(folder);
    if (!roots.some((root) => isInside(root, folder))) return undefined;
    const above = dirname(folder);
    const isRoot = MARKERS.some((name) => isFileIn(tree, join(folder, name)));
    const found = isRoot ? folder : above === folder ? undefined : (projectOf(above) ?? outermost(folder));
    projects.set(folder, found);
    return found;
  };
  /** Below the roots where nothing marks a project, the run is about one. */
  const outermost = (folder: string): string | undefined =>
    roots.filter((root) => isInside(root, folder)).sort((a, b) => a.length - b.length)[0];

  return (path) => {
    const project = projectOf(realFolderOf(resolve(cwd, dirname(path)), tree));
    if (project === undefined) return [];
    let facts = known.get(project);
    if (!facts) {
      facts = factsOf(project, cwd, tree);
      known.set(project, facts);
    }
    return facts;
  };
}

function realFolderOf(folder: string, tree: FileTree): string {
  try {
    return tree.realPath(folder);
  } catch {
    return folder;
  }
}

function factsOf(project: string, cwd: string, tree: FileTree): readonly ContextFact[] {
  const found: ContextFact[] = [];
  const read = (name: string, about: ContextFact['about'], ...patterns: readonly RegExp[]): void => {
    const path = join(project, name);
    if (!isFileIn(tree, path)) return;
    const input = tree.read(path);
    if (!input.ok) return;
    const text = decodeText(input.bytes).slice(0, MAX_TEXT);
    const source = new Source(relative(realFolderOf(cwd, tree), path).split(sep).join('/'), text);
    for (const pattern of patterns) {
      let count = 0;
      for (const match of text.matchAll(pattern)) {
        const words = match.slice(1).find((group) => group !== undefined);
        if (words === undefined || ++count > MAX_OF_A_FILE) break;
        found.push({
          about,
          text: words,
          location: locationOf(source, { start: match.index, end: match.index + match[0].length }),
        });
      }
    }
  };
  for (const name of PACKAGES) read(name, 'package', NAMES);
  for (const folder of MANIFEST_FOLDERS) for (const name of MANIFESTS) read(join(folder, name), 'site', NAMES);
  for (const name of SETTINGS) read(name, 'site', SETTING);
  for (const name of LAYOUTS) read(name, 'site', TITLE, TYPE);
  return found;
}

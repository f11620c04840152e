/**
 * Which files stand around the pages of a folder, where a framework joins them by their names alone: no page refers to its layout.
 *
 * Source: nextjs.org/docs (layout, template, pages/_app, pages/_document), reactrouter.com/start/framework/routing (root, nested routes),
 * nuxt.com/docs/guide/directory-structure (app.vue, layouts and definePageMeta, plugins, middleware, nuxt.config), svelte.dev/docs/kit/routing (+layout,
 * app.html, hooks.client), gatsbyjs.com/docs (gatsby-browser, gatsby-ssr, gatsby-config), gohugo.io/templates (baseof),
 * jekyllrb.com/docs/layouts, 11ty.dev/docs/layouts, docs.astro.build (src/layouts, Markdown pages, content collections).
 */
import { isContent } from '../../parse/content.ts';
import { isRoutedPage } from './routes.ts';

interface Surround {
  /** The file; its first group is what the folders of its pages begin with. */
  readonly file: RegExp;
  readonly folders: readonly string[];
  /** Where texts lie that the generator makes pages of. */
  readonly contents?: readonly string[];
  /** Where lists of routes lie, of an application that makes its pages itself. */
  readonly routers?: readonly string[];
  /** Pages name it: by what the second group gives, `default` for those that name none. */
  readonly isNamed?: true;
}

const HERE = [''];
const NUXT_PAGES = ['pages/'];
const NUXT_CONTENTS = ['content/'];

const SURROUNDS: readonly Surround[] = [
  { file: /^((?:.*\/)?app\/(?:.*\/)?)(?:layout|template)\.[jt]sx?$/, folders: HERE },
  { file: /^((?:.*\/)?pages\/)_(?:app|document)\.[jt]sx?$/, folders: HERE },
  { file: /^((?:.*\/)?app\/)(?:root|entry\.client)\.[jt]sx$/, folders: ['routes/'] },
  { file: /^((?:.*\/)?app\/routes\/[^/]+?)(?:\/(?:route|_?layout))?\.[jt]sx$/, folders: ['.', '/'] },
  { file: /^((?:.*\/)?)app\.vue$/, folders: NUXT_PAGES, contents: NUXT_CONTENTS },
  {
    file: /^((?:.*\/)?)layouts\/(.{1,100}?)(?:\/index)?\.vue$/,
    folders: NUXT_PAGES,
    contents: NUXT_CONTENTS,
    isNamed: true,
  },
  {
    file: /^((?:.*\/)?)(?:plugins\/.+|middleware\/[^/]+\.global)\.[cm]?[jt]s$/,
    folders: NUXT_PAGES,
    contents: NUXT_CONTENTS,
  },
  {
    file: /^((?:.*\/)?)nuxt\.config\.[cm]?[jt]s$/,
    folders: ['pages/', 'app/pages/', 'src/pages/'],
    contents: NUXT_CONTENTS,
  },
  { file: /^((?:.*\/)?src\/routes\/(?:.*\/)?)\+layout(?:@[\w()]*)?\.(?:svelte|[jt]s)$/, folders: HERE },
  { file: /^((?:.*\/)?src\/)(?:app\.html|hooks\.client\.[jt]s)$/, folders: ['routes/'] },
  {
    file: /^((?:.*\/)?)gatsby-(?:browser|ssr|config)\.[cm]?[jt]sx?$/,
    folders: ['src/pages/'],
    contents: ['content/', 'src/content/', 'src/pages/'],
  },
  {
    file: /^((?:.*?\/)??)(?:themes\/[^/]+\/)?layouts\/(?:_default\/)?baseof\.\w+$/,
    folders: [],
    contents: ['content/'],
  },
  {
    file: /^((?:.*\/)?)_(?:layouts|includes)\/(?:layouts?\/)?(?:layout|default|base|main|page|post)\.\w+$/,
    folders: [],
    contents: HERE,
  },
  { file: /^((?:.*\/)?src\/)layouts\/.+\.astro$/, folders: [], contents: ['pages/', 'content/'] },
  { file: /^((?:.*?\/)??)(?:public\/|src\/)?index\.html$/, folders: ['src/pages/'], routers: ['src/'] },
  { file: /^((?:.*\/)?src\/)(?:main|index|App)\.(?:[jt]sx?|vue|svelte)$/, folders: ['pages/'], routers: HERE },
];

/** What the paths of pages begin with that a file stands around. */
export interface Below {
  readonly folders: readonly string[];
  readonly contents: readonly string[];
  readonly routers: readonly string[];
  /** Only pages that name this layout, or none where it is the default one. */
  readonly layout?: string;
}

/** Undefined for a file that stands around no page by its name. */
export function belowOf(path: string): Below | undefined {
  const file = path.replaceAll('\\', '/');
  const folders: string[] = [];
  const contents: string[] = [];
  const routers: string[] = [];
  let layout: string | undefined;
  for (const { file: pattern, isNamed, ...below } of SURROUNDS) {
    const [, start, name = ''] = pattern.exec(file) ?? [];
    if (start === undefined) continue;
    if (isNamed) layout = nameOfLayout(name);
    folders.push(...below.folders.map((folder) => start + folder));
    contents.push(...(below.contents ?? []).map((folder) => start + folder));
    routers.push(...(below.routers ?? []).map((folder) => start + folder));
  }
  if (folders.length + contents.length + routers.length === 0) return undefined;
  return { folders, contents, routers, ...(layout !== undefined && { layout }) };
}

/** `layouts/landing/Wide.vue` is called `landing-wide`. */
function nameOfLayout(name: string): string {
  return name
    .replaceAll('/', '-')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .toLowerCase();
}

const DEFAULT_LAYOUT = 'default';
const LAYOUT = /\blayout\s{0,3}:\s{0,3}(?:(["'`])([\w/-]{1,100})\1|(false)\b)/;

/** The layout that a page of a framework with named layouts asks for; an empty text where it wants none. */
export function layoutNamedIn(text: string): string {
  const [, , name, none] = LAYOUT.exec(text) ?? [];
  return none === undefined ? nameOfLayout(name ?? DEFAULT_LAYOUT) : '';
}

/**
 * Whether a page lies in one of the folders.
 * @param layout that it names
 */
export function isBelow(page: string, { folders, contents, routers, layout: own }: Below, layout?: string): boolean {
  if (own !== undefined && layout !== undefined && own !== layout) return false;
  const file = page.replaceAll('\\', '/');
  const starts = (folder: string): boolean => file.startsWith(folder);
  if (isContent(file)) return contents.some(starts);
  return (isRoutedPage(file) && folders.some(starts)) || (isRouter(file) && routers.some(starts));
}

/** A script that lists the routes of an application, by its name. */
export function isRouter(path: string): boolean {
  return /(?:^|\/)(?:[\w-]+\.)?(?:app-)?(?:routers?|routes?|routing|navigation)(?:\.module)?(?:\/index)?\.[jt]sx?$|(?:^|\/)App\.[jt]sx?$/i.test(
    path,
  );
}

/**
 * Which files stand around the pages of a folder, where a framework joins them by their names alone: no page refers to its layout.
 *
 * Source: nextjs.org/docs (layout, template, pages/_app, pages/_document), reactrouter.com/start/framework/routing (root, nested routes),
 * nuxt.com/docs/guide/directory-structure (app.vue, layouts, plugins, middleware, nuxt.config), svelte.dev/docs/kit/routing (+layout,
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
  { file: /^((?:.*\/)?)layouts\/default(?:\/index)?\.vue$/, folders: NUXT_PAGES, contents: NUXT_CONTENTS },
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
}

/** Undefined for a file that stands around no page by its name. */
export function belowOf(path: string): Below | undefined {
  const file = path.replaceAll('\\', '/');
  const folders: string[] = [];
  const contents: string[] = [];
  const routers: string[] = [];
  for (const { file: pattern, ...below } of SURROUNDS) {
    const start = pattern.exec(file)?.[1];
    if (start === undefined) continue;
    folders.push(...below.folders.map((folder) => start + folder));
    contents.push(...(below.contents ?? []).map((folder) => start + folder));
    routers.push(...(below.routers ?? []).map((folder) => start + folder));
  }
  return folders.length + contents.length + routers.length > 0 ? { folders, contents, routers } : undefined;
}

/** Whether a page lies in one of the folders. */
export function isBelow(page: string, { folders, contents, routers }: Below): boolean {
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

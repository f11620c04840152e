/**
 * Which files stand around the pages of a folder, where a framework joins them by their names alone: no page refers to its layout.
 *
 * Source: nextjs.org/docs (layout, template, pages/_app, pages/_document), reactrouter.com/start/framework/routing (root, nested routes),
 * nuxt.com/docs/guide/directory-structure (app.vue, layouts, plugins, middleware, nuxt.config), svelte.dev/docs/kit/routing (+layout,
 * app.html, hooks.client), gatsbyjs.com/docs (gatsby-browser, gatsby-ssr, gatsby-config).
 */
import { isRoutedPage } from './routes.ts';

interface Surround {
  /** The file; its first group is what the folders of its pages begin with. */
  readonly file: RegExp;
  readonly folders: readonly string[];
}

const HERE = [''];
const NUXT_PAGES = ['pages/'];

const SURROUNDS: readonly Surround[] = [
  { file: /^((?:.*\/)?app\/(?:.*\/)?)(?:layout|template)\.[jt]sx?$/, folders: HERE },
  { file: /^((?:.*\/)?pages\/)_(?:app|document)\.[jt]sx?$/, folders: HERE },
  { file: /^((?:.*\/)?app\/)(?:root|entry\.client)\.[jt]sx$/, folders: ['routes/'] },
  { file: /^((?:.*\/)?app\/routes\/[^/]+?)(?:\/(?:route|_?layout))?\.[jt]sx$/, folders: ['.', '/'] },
  { file: /^((?:.*\/)?)app\.vue$/, folders: NUXT_PAGES },
  { file: /^((?:.*\/)?)layouts\/default(?:\/index)?\.vue$/, folders: NUXT_PAGES },
  { file: /^((?:.*\/)?)(?:plugins\/.+|middleware\/[^/]+\.global)\.[cm]?[jt]s$/, folders: NUXT_PAGES },
  { file: /^((?:.*\/)?)nuxt\.config\.[cm]?[jt]s$/, folders: ['pages/', 'app/pages/', 'src/pages/'] },
  { file: /^((?:.*\/)?src\/routes\/(?:.*\/)?)\+layout(?:@[\w()]*)?\.(?:svelte|[jt]s)$/, folders: HERE },
  { file: /^((?:.*\/)?src\/)(?:app\.html|hooks\.client\.[jt]s)$/, folders: ['routes/'] },
  { file: /^((?:.*\/)?)gatsby-(?:browser|ssr|config)\.[cm]?[jt]sx?$/, folders: ['src/pages/'] },
];

/** What the paths of the pages begin with that a file stands around; none where it stands around no page. */
export function foldersBelow(path: string): readonly string[] {
  const file = path.replaceAll('\\', '/');
  return SURROUNDS.flatMap(({ file: pattern, folders }) => {
    const start = pattern.exec(file)?.[1];
    return start === undefined ? [] : folders.map((folder) => start + folder);
  });
}

/** Whether a page lies in one of the folders. */
export function isBelow(page: string, folders: readonly string[]): boolean {
  const file = page.replaceAll('\\', '/');
  return isRoutedPage(file) && folders.some((folder) => file.startsWith(folder));
}

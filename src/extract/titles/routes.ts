/**
 * The address under which a file stands as a page, where a framework makes addresses of folders.
 *
 * Source: nextjs.org/docs (app and pages router), nuxt.com/docs/guide/directory-structure/pages, svelte.dev/docs/kit/routing,
 * docs.astro.build/en/guides/routing, reactrouter.com/how-to/file-route-conventions, gatsbyjs.com/docs (src/pages).
 */

/** Files that are a page, or lie around the pages of a folder, by the folder from which addresses count. */
const FOLDERS: readonly { readonly below: RegExp; readonly page: RegExp }[] = [
  { below: /(?:^|\/)app\/(?!routes\/)(?=.)/, page: /(?:^|\/)(?:page|layout|template)\.[jt]sx?$/ },
  { below: /(?:^|\/)src\/routes\//, page: /(?:^|\/)\+(?:page|layout)[\w.@()]*$/ },
  { below: /(?:^|\/)(?:app|src)\/routes\//, page: /\.[jt]sx$/ },
  { below: /(?:^|\/)pages\/(?!api\/)/, page: /\.(?:[jt]sx?|vue|astro|mdx?)$/ },
];

/** A file that is a page by its place, the front page included, or that lies around the pages of a folder. */
export function isRoutedPage(path: string): boolean {
  return restOf(path) !== undefined;
}

/** `/abort/boka` for `app/abort/boka/page.tsx`; undefined for what is no page, and for the front page. */
export function routeOf(path: string): string | undefined {
  const rest = restOf(path);
  return rest === undefined ? undefined : routeIn(rest);
}

/** The path of a page below the folder from which addresses count. */
function restOf(path: string): string | undefined {
  const file = path.replaceAll('\\', '/');
  for (const { below, page } of FOLDERS) {
    const folder = below.exec(file);
    if (!folder) continue;
    const rest = file.slice(folder.index + folder[0].length);
    if (page.test(rest)) return rest;
  }
  return undefined;
}

function routeIn(rest: string): string | undefined {
  const segments = rest
    .replace(/\.[jt]sx?$|\.(?:vue|astro|svelte|mdx?)$/, '')
    .split('/')
    // Groups and slots are in no address; what is filled in tells nothing.
    .filter((one) => !/^(?:\(.*\)|@.*|\+.*|_.*|page|layout|template|index|route)$/.test(one))
    .map((one) => one.replace(/\[[^\]]*\]|\$\w*/g, '').replace(/_?\.(?=\w)/g, '/'))
    .filter((one) => one !== '');
  return segments.length === 0 ? undefined : `/${segments.join('/')}`;
}

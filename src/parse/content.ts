/** Texts with front matter that generators of static sites make pages of. */

export function isContent(path: string): boolean {
  return /\.(?:md|mdx|markdown|mdoc)$/i.test(path);
}

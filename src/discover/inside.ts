import { isAbsolute, relative, sep } from 'node:path';

/** True where `path` is `folder` or lies below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside));
}

/** Where the members of what a platform hands over lead. */
import type { PathSegment } from '../../model/catalog.ts';
import type { EventArg } from './values.ts';

/** True for a member on the way to something that the catalogue knows: `detail` in front of `detail.accepted`. */
export function leadsToAnswer({ cmp, payload, path }: EventArg): boolean {
  return cmp !== undefined && payload.some((one) => one.path.length > path.length && begins(one.path, path));
}

/** The same, where the catalogue names every member of the way. */
export function isOnTheWay({ payload, path }: EventArg): boolean {
  return payload.some((one) => one.path.length > path.length && path.every((name, index) => one.path[index] === name));
}

function begins(pattern: readonly PathSegment[], path: readonly string[]): boolean {
  return path.every((name, index) => {
    const segment = pattern[index];
    return typeof segment === 'string' ? segment === name : segment !== undefined;
  });
}

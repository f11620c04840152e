/** Texts that stand in for those of files, as repairs would leave them. */
import { realFolder } from './stdin.ts';

/** Contents by the real path of their file. */
export type Overlay = ReadonlyMap<string, Uint8Array>;

/** What stands in for a file; undefined where the file counts as it is. */
export function overlaid(overlay: Overlay | undefined, path: string): Uint8Array | undefined {
  if (!overlay || overlay.size === 0) return undefined;
  return overlay.get(path) ?? overlay.get(realFolder(path));
}

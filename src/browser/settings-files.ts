/** Files that say how to judge, and are not judged themselves. */
import type { TextFile } from './protocol.ts';

/** `other` is YAML that only a configuration may bring in. */
export type SettingsRole = 'configuration' | 'record' | 'notice' | 'other';

/** Whether a walk takes a file in for what it says of the others. */
export function isSettingsName(path: string): boolean {
  return /(?:^|\/)(?:\.taglint\.ya?ml|taglint\.lock\.yml)$/.test(path);
}

/** Undefined for what is to be judged. */
export function roleOf({ path, text }: Pick<TextFile, 'path' | 'text'>): SettingsRole | undefined {
  if (/(?:^|\/)\.taglint\.ya?ml$/.test(path)) return 'configuration';
  if (/(?:^|\/)[^/]*\.lock\.yml$/.test(path)) return 'record';
  if (!/\.ya?ml$/.test(path)) return undefined;
  // A list of those whom a privacy notice names has nothing else in it.
  return /^vendors:/m.test(text) && !/^(?!vendors:)[\w-]+:/m.test(text) ? 'notice' : 'other';
}

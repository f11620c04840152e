/** The text of a file's bytes, in the way in which the command reads it. */
import { checkInput, DEFAULT_SIZE_LIMIT, JSON_SIZE_LIMIT, utf16 } from '../discover/checks.ts';
import { kindOfName } from '../discover/kinds.ts';

export type ReadText =
  | { readonly ok: true; readonly text: string }
  /** With the reason, in words that follow the name of the file. */
  | { readonly ok: false; readonly reason: string };

/** How many bytes a file of that name may have. */
export function sizeLimit(path: string): number {
  return kindOfName(path) === 'json' ? JSON_SIZE_LIMIT : DEFAULT_SIZE_LIMIT;
}

/** UTF-8, UTF-16 with a byte order mark, otherwise windows-1252. A byte order mark stays in the text. */
export function textOf(path: string, bytes: Uint8Array): ReadText {
  const checked = checkInput(bytes, sizeLimit(path));
  if (!checked.ok) return { ok: false, reason: checked.reason.toString() };
  const wide = utf16(bytes);
  if (wide) return { ok: true, text: new TextDecoder(wide, { ignoreBOM: true }).decode(bytes) };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** Names of files are bytes; most are UTF-8. */
import { isUtf8 } from 'node:buffer';

/** A name as text; in one that is no UTF-8, `\xe9` stands for a byte. */
export function nameOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
}

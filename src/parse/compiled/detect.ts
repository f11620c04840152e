/** Tells a published container, as it is saved from its public address, by its content. */

/** The data stands at the beginning, behind a notice and a line or two of code. */
export const COMPILED_HEAD = 16_384;
export const COMPILED_DATA = /\{\s*"resource"\s*:\s*\{\s*(?:"version"\s*:\s*"[^"]{0,40}"\s*,\s*)?"macros"\s*:\s*\[/;

const COMMENT = /<!--[^<>]{0,400}-->/g;

/** Offset of the brace with which the data of a published container begins; -1 for every other text. */
export function compiledStart(text: string): number {
  const head = text.slice(0, COMPILED_HEAD);
  const found = COMPILED_DATA.exec(head);
  // In a page or a tutorial markup comes first; programs that save pages put a comment there.
  return found && !head.slice(0, found.index).replace(COMMENT, '').includes('<') ? found.index : -1;
}

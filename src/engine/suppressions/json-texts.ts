/** The strings of a JSON document in which suppressions stand, and the notes of the parts of a container. */
import { jsonStart } from '../../text/json-positions.ts';
import { type DecodedString, jsonStringEnd, jsonStringMap } from '../../text/json-string.ts';
import type { Span } from '../../text/offset-map.ts';
import { MARK } from './comments.ts';

/** A string that holds suppressions. */
export interface JsonText {
  readonly decoded: DecodedString;
  /** For the value of `notes`: the object that the notes are about. */
  readonly about?: Span;
}

const OPEN = 123;
const CLOSE = 125;
const QUOTE = 34;
const AFTER_KEY = /\s*:/y;

/** One pass over the text; strings without a suppression are passed over undecoded. */
export function jsonTexts(text: string): JsonText[] {
  const texts: JsonText[] = [];
  const notes: { decoded: DecodedString; start: number; depth: number }[] = [];
  const open: number[] = [];
  let key = '';
  for (let at = jsonStart(text), next = text.indexOf(MARK, at); at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) open.push(at);
    else if (code === CLOSE) {
      const start = open.pop();
      for (let last = notes.at(-1); last && last.depth > open.length; last = notes.at(-1)) {
        notes.pop();
        texts.push({ decoded: last.decoded, about: { start: start ?? last.start, end: at + 1 } });
      }
    } else if (code === QUOTE) {
      const end = jsonStringEnd(text, at);
      AFTER_KEY.lastIndex = end;
      if (AFTER_KEY.test(text)) key = text.slice(at + 1, Math.min(end - 1, at + 20));
      else {
        if (next >= 0 && next < at) next = text.indexOf(MARK, at);
        const decoded = next >= 0 && next < end ? jsonStringMap(text, at) : undefined;
        if (decoded && key === 'notes') notes.push({ decoded, start: at, depth: open.length });
        else if (decoded) texts.push({ decoded });
      }
      at = end - 1;
    }
    if (next < 0 && notes.length === 0) break;
  }
  return texts;
}

/**
 * Cuts names into words, whatever joined them: spaces, camelCase, snake_case, kebab-case, paths, percent-encoding. Words
 * come folded: lower case, without diacritics.
 */

/** A word of a text, with its place. */
export interface Word {
  /** Folded: lower case, without diacritics, ß as ss. */
  readonly text: string;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Words that stand together without a separator, read as one: `HIVtest` is `hi` + `vtest` and also `hivtest`. */
export interface JoinedWord {
  readonly text: string;
  /** Indexes of the first and the last word that it spans. */
  readonly first: number;
  readonly last: number;
}

/** The words of a text, and the runs that are worth reading as one word. */
export interface Words {
  readonly words: readonly Word[];
  readonly joined: readonly JoinedWord[];
}

/** Runs of more pieces than this are identifiers or encoded data; read as one word they mean nothing. */
const MAX_JOINED_PIECES = 4;

const SPECIAL_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['ø', 'o'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

const TRANSCRIBED: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ø', 'oe'],
]);

const MARKS = /\p{M}+/gu;
const LETTER = /\p{L}/u;
const IGNORED = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const UPPER = /\p{Lu}/u;
const DIGIT = /\p{Nd}/u;

/** Lower case, without diacritics: `Ångest` is `angest`, `Größe` is `grosse`. */
export function foldLetters(text: string): string {
  let folded = '';
  for (const char of text.toLowerCase()) {
    folded += char < '\u0080' ? char : (SPECIAL_LETTERS.get(char) ?? char.normalize('NFD').replace(MARKS, ''));
  }
  return folded;
}

/**
 * The spellings under which a word of the vocabulary is met in folded texts: `prüfung` is typed `prüfung`, `prufung` or,
 * in addresses, `pruefung`. One or two.
 */
export function foldedSpellings(word: string): readonly string[] {
  const plain = foldLetters(word);
  let transcribed = '';
  for (const char of word.toLowerCase().normalize('NFC')) {
    transcribed += TRANSCRIBED.get(char) ?? char;
  }
  const other = foldLetters(transcribed);
  return other === plain ? [plain] : [plain, other];
}

type Kind = 'separator' | 'lower' | 'upper' | 'digit' | 'ignored';

interface Unit {
  readonly kind: Kind;
  readonly folded: string;
  readonly next: number;
}

/** Cuts a text into folded words. A genitive `'s` is dropped. Never throws; linear. */
export function splitWords(text: string): Words {
  const words: Word[] = [];
  const joined: JoinedWord[] = [];
  let runFirst = 0;
  let piece = '';
  let pieceStart = 0;
  let pieceEnd = 0;
  let lastCharStart = 0;
  let lastFolded = '';
  let previous: Kind = 'separator';
  let uppers = 0;
  let acronym = -1;

  const closePiece = () => {
    if (piece === '') return;
    words.push({ text: piece, start: pieceStart, end: pieceEnd });
    piece = '';
    // Where an acronym ends is a guess: `HIVTest` is `hiv` + `test`, `HIVtest` falls into `hi` + `vtest`.
    const before = words[acronym];
    const after = words[acronym + 1];
    if (before !== undefined && after !== undefined) {
      joined.push({ text: before.text + after.text, first: acronym, last: acronym + 1 });
      acronym = -1;
    }
  };
  const closeRun = () => {
    closePiece();
    const pieces = words.length - runFirst;
    if (pieces > MAX_JOINED_PIECES && looksEncoded(words, runFirst)) {
      words.length = runFirst;
      while ((joined.at(-1)?.last ?? -1) >= runFirst) joined.pop();
    } else if (pieces > 1 && pieces <= MAX_JOINED_PIECES) {
      let whole = '';
      for (let i = runFirst; i < words.length; i++) whole += words[i]?.text ?? '';
      joined.push({ text: whole, first: runFirst, last: words.length - 1 });
    }
    runFirst = words.length;
  };

  let at = 0;
  while (at < text.length) {
    const unit = readUnit(text, at);
    if (unit.kind === 'ignored') {
      if (piece !== '') pieceEnd = unit.next;
      at = unit.next;
      continue;
    }
    if (unit.kind === 'separator') {
      closeRun();
      previous = 'separator';
      uppers = 0;
      at = isGenitive(text, at) ? at + 2 : unit.next;
      continue;
    }
    if (previous !== 'separator') {
      if ((unit.kind === 'digit') !== (previous === 'digit') || (unit.kind === 'upper' && previous === 'lower')) {
        closePiece();
        uppers = 0;
      } else if (unit.kind === 'lower' && previous === 'upper' && uppers > 1) {
        // The last capital of `HIVTest` belongs to the word that follows.
        const start = lastCharStart;
        piece = piece.slice(0, piece.length - lastFolded.length);
        pieceEnd = start;
        closePiece();
        acronym = words.length - 1;
        piece = lastFolded;
        pieceStart = start;
      }
    }
    if (piece === '') pieceStart = at;
    piece += unit.folded;
    pieceEnd = unit.next;
    lastCharStart = at;
    lastFolded = unit.folded;
    uppers = unit.kind === 'upper' ? uppers + 1 : 0;
    previous = unit.kind;
    at = unit.next;
  }
  closeRun();
  return { words, joined };
}

/** Base64 and random ids fall into pieces of one or two letters, between which chance puts acronyms such as `hiv`. */
function looksEncoded(words: readonly Word[], from: number): boolean {
  let length = 0;
  let switches = 0;
  for (let i = from; i < words.length; i++) {
    const word = words[i]?.text ?? '';
    length += word.length;
    if (isDigit(word)) switches += 1;
  }
  const pieces = words.length - from;
  return length / pieces < 2.6 || (switches > 2 && length / pieces < 3.5);
}

function isDigit(word: string): boolean {
  return word >= '0' && word < ':';
}

/** `'s` at the end of a word, as in `Crohn's`. */
function isGenitive(text: string, at: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark !== 0x27 && mark !== 0x2019) return false;
  const letter = text.charAt(at + 1);
  return (letter === 's' || letter === 'S') && readUnit(text, at + 2).kind === 'separator';
}

function readUnit(text: string, at: number): Unit {
  const code = text.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return { kind: 'lower', folded: text.charAt(at), next: at + 1 };
  if (code >= 0x41 && code <= 0x5a) return { kind: 'upper', folded: text.charAt(at).toLowerCase(), next: at + 1 };
  if (code >= 0x30 && code <= 0x39) return { kind: 'digit', folded: text.charAt(at), next: at + 1 };
  if (code === 0x25) return readPercent(text, at);
  if (!(code >= 0x80)) return { kind: 'separator', folded: '', next: at + 1 };
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return classify(char, at + char.length);
}

function classify(char: string, next: number): Unit {
  if (LETTER.test(char)) return { kind: UPPER.test(char) ? 'upper' : 'lower', folded: foldLetters(char), next };
  if (IGNORED.test(char)) return { kind: 'ignored', folded: '', next };
  if (DIGIT.test(char)) return { kind: 'digit', folded: char, next };
  return { kind: 'separator', folded: '', next };
}

/** A percent-encoded UTF-8 character, encoded once or more often (`%C3%A5`, `%25C3%25A5`). */
function readPercent(text: string, at: number): Unit {
  const first = readPercentByte(text, at);
  if (first === undefined) return { kind: 'separator', folded: '', next: at + 1 };
  const length = first.byte < 0x80 ? 1 : first.byte >= 0xf0 ? 4 : first.byte >= 0xe0 ? 3 : first.byte >= 0xc2 ? 2 : 0;
  let point = length === 1 ? first.byte : first.byte & (0x7f >> length);
  let next = first.next;
  for (let i = 1; i < length; i++) {
    const more = readPercentByte(text, next);
    if (more === undefined || (more.byte & 0xc0) !== 0x80) return { kind: 'separator', folded: '', next };
    point = (point << 6) | (more.byte & 0x3f);
    next = more.next;
  }
  if (length === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    return { kind: 'separator', folded: '', next };
  }
  return classify(String.fromCodePoint(point), next);
}

function readPercentByte(text: string, at: number): { readonly byte: number; readonly next: number } | undefined {
  if (text.charCodeAt(at) !== 0x25) return undefined;
  let digits = at + 1;
  while (text.startsWith('25', digits) && hexByte(text, digits + 2) !== undefined) digits += 2;
  const byte = hexByte(text, digits);
  return byte === undefined ? undefined : { byte, next: digits + 2 };
}

function hexByte(text: string, at: number): number | undefined {
  const high = hexDigit(text.charCodeAt(at));
  const low = hexDigit(text.charCodeAt(at + 1));
  return high < 0 || low < 0 ? undefined : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

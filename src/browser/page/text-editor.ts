/** What the page needs of an editor, rich or plain: one text at a time. */
import type { FileKind } from '../../discover/kinds.ts';
import type { Finding, TextEdit } from '../../model/finding.ts';

export const HINT =
  'Paste a pixel snippet, a template or a container export here, or drop files anywhere on this page.';
export const LABEL = 'Text to be judged';

/** Lines and columns are 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Offsets count every line end as one character. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

export interface EditorEvents {
  /** The person has changed the text. */
  readonly changed: (text: string) => void;
  readonly focused: () => void;
}

export interface TextEditor {
  selection: Selection;
  /** Shows a text; one that was shown before under that path comes back with its history if it is still the same. */
  show(path: string, text: string, kind: FileKind): void;
  /** The kind of the text that is shown has become another. */
  setKind(path: string, kind: FileKind): void;
  rename(path: string): void;
  forget(path: string): void;
  mark(findings: readonly Finding[]): void;
  /** Selects a place and brings it into view. */
  jump(from: Place, to?: Place): void;
  /** Makes edits whose offsets are those of the text as the file has it. */
  replace(edits: readonly TextEdit[]): void;
  focus(): void;
}

declare global {
  /** Called by the script that brings the rich editor. */
  var taglintEditor: ((make: (parent: HTMLElement, events: EditorEvents) => TextEditor) => void) | undefined;
}

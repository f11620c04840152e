/** A field for text, which is there at once, and stays where the rich editor cannot be loaded. */
import type { TextEdit } from '../../model/finding.ts';
import { applyEdits } from '../../text/edit.ts';
import { LineIndex } from '../../text/line-index.ts';
import { element } from './dom.ts';
import { type EditorEvents, HINT, LABEL, type Place, type Selection, type TextEditor } from './text-editor.ts';

export class PlainEditor implements TextEditor {
  readonly #field = element('textarea', {
    class: 'plain-editor',
    placeholder: HINT,
    'aria-label': LABEL,
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
  });
  readonly #events: EditorEvents;
  /** What is shown, as the file has it: a field writes every line end in one way. */
  #text = '';
  #isComposing = false;
  #composed: (() => void) | undefined;

  constructor(parent: HTMLElement, events: EditorEvents) {
    this.#events = events;
    const { value } = this.#field;
    this.#text = value;
    this.#field.addEventListener('input', () => {
      this.#text = this.#field.value;
      events.changed(this.#text);
    });
    this.#field.addEventListener('focus', () => events.focused());
    this.#field.addEventListener('compositionstart', () => {
      this.#isComposing = true;
    });
    this.#field.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#composed?.();
    });
    parent.replaceChildren(this.#field);
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#field;
  }

  /** Resolves when no letter is being put together of several keys. */
  whenComposed(): Promise<void> {
    if (!this.#isComposing) return Promise.resolve();
    return new Promise((resolve) => {
      this.#composed = resolve;
    });
  }

  get selection(): Selection {
    return { start: this.#field.selectionStart, end: this.#field.selectionEnd };
  }

  set selection({ start, end }: Selection) {
    this.#field.setSelectionRange(start, end);
  }

  show(_path: string, text: string): void {
    this.#text = text;
    this.#field.value = text;
  }

  setKind(): void {
    // It has no colours.
  }

  rename(): void {
    // It remembers nothing of a text.
  }

  forget(): void {
    // Likewise.
  }

  mark(): void {
    // The list of findings leads to their places.
  }

  jump(from: Place, to: Place = from): void {
    const lines = new LineIndex(this.#field.value);
    const start = lines.offset(from.line, from.column);
    // A field brings into view where it is entered.
    this.#field.setSelectionRange(start, start);
    this.#field.blur();
    this.#field.focus();
    this.#field.setSelectionRange(start, lines.offset(to.line, to.column));
  }

  replace(edits: readonly TextEdit[]): void {
    this.#text = applyEdits(this.#text, edits);
    this.#field.value = this.#text;
    this.#field.focus();
    this.#events.changed(this.#text);
  }

  focus(): void {
    this.#field.focus();
  }
}

/** Where texts are shown: in a plain field at first, and in the rich editor once that is wanted and there. */
import type { FileKind } from '../../discover/kinds.ts';
import type { Finding, TextEdit } from '../../model/finding.ts';
import { element } from './dom.ts';
import { loadScript } from './part-loader.ts';
import { PlainEditor } from './plain-editor.ts';
import type { EditorEvents, Place, Selection, TextEditor } from './text-editor.ts';

export class EditorSlot implements TextEditor {
  readonly #parent: HTMLElement;
  readonly #events: EditorEvents;
  readonly #plain: PlainEditor;
  #editor: TextEditor;
  #shown: { readonly path: string; readonly text: string; readonly kind: FileKind } | undefined;
  #marked: readonly Finding[] = [];
  #loading: Promise<void> | undefined;

  constructor(parent: HTMLElement, { changed, focused }: EditorEvents) {
    this.#parent = parent;
    this.#events = {
      focused,
      changed: (text) => {
        if (this.#shown) this.#shown = { ...this.#shown, text };
        changed(text);
      },
    };
    this.#plain = new PlainEditor(parent, this.#events);
    this.#editor = this.#plain;
  }

  /** Takes the rich editor into use. Where it cannot be loaded the plain one stays; the next call tries again. */
  enrich(): void {
    this.#loading ??= this.#enriched().catch(() => {
      this.#loading = undefined;
    });
  }

  async #enriched(): Promise<void> {
    let make: Parameters<NonNullable<typeof globalThis.taglintEditor>>[0] | undefined;
    globalThis.taglintEditor = (given) => {
      make = given;
    };
    await loadScript('editor.js');
    if (!make) throw new Error('editor.js is no editor');
    await this.#plain.whenComposed();
    const place = element('div', { class: 'rich-editor' });
    const rich = make(place, this.#events);
    const { hasFocus, selection } = this.#plain;
    this.#parent.replaceChildren(place);
    this.#editor = rich;
    if (this.#shown) rich.show(this.#shown.path, this.#shown.text, this.#shown.kind);
    rich.selection = selection;
    rich.mark(this.#marked);
    if (hasFocus) rich.focus();
  }

  get selection(): Selection {
    return this.#editor.selection;
  }

  set selection(selection: Selection) {
    this.#editor.selection = selection;
  }

  show(path: string, text: string, kind: FileKind): void {
    this.#shown = { path, text, kind };
    this.#marked = [];
    this.#editor.show(path, text, kind);
  }

  setKind(path: string, kind: FileKind): void {
    if (this.#shown?.path === path) this.#shown = { ...this.#shown, kind };
    this.#editor.setKind(path, kind);
  }

  rename(path: string): void {
    if (this.#shown) this.#shown = { ...this.#shown, path };
    this.#editor.rename(path);
  }

  forget(path: string): void {
    this.#editor.forget(path);
  }

  mark(findings: readonly Finding[]): void {
    this.#marked = findings;
    this.#editor.mark(findings);
  }

  jump(from: Place, to: Place = from): void {
    this.#editor.jump(from, to);
  }

  replace(edits: readonly TextEdit[]): void {
    this.#editor.replace(edits);
  }

  focus(): void {
    this.#editor.focus();
  }
}

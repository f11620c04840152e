/** The rich editor: one text at a time, with what was found marked where it stands. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { bracketMatching, type LanguageSupport } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { FileKind } from '../../discover/kinds.ts';
import type { Finding, Severity, TextEdit } from '../../model/finding.ts';
import { LineIndex } from '../../text/line-index.ts';
import { element } from './dom.ts';
import { THEME } from './editor-theme.ts';
import { type EditorEvents, HINT, LABEL, type Place, type Selection, type TextEditor } from './text-editor.ts';

/** Beyond this a text is shown without colours: it would take longer than it helps. */
const MOST_COLOURED = 2_000_000;

const SEVERITIES: Readonly<Record<Severity, Diagnostic['severity']>> = {
  error: 'error',
  warning: 'warning',
  note: 'info',
};

export class RichEditor implements TextEditor {
  readonly #view: EditorView;
  readonly #language = new Compartment();
  readonly #events: EditorEvents;
  /** What was done to each text, so that it can be undone also after a look at another one. */
  readonly #states = new Map<string, { readonly state: EditorState; readonly text: string }>();
  #path = '';
  /** What is shown, as the file has it: the editor writes every line end in one way. */
  #text = '';

  constructor(parent: HTMLElement, events: EditorEvents) {
    this.#events = events;
    // Styles of the editor go where the policy of the page does not count them as inline ones.
    const root = parent.attachShadow({ mode: 'open' });
    this.#view = new EditorView({ parent: root, root, state: this.#stateOf('', []) });
  }

  get selection(): Selection {
    const { from, to } = this.#view.state.selection.main;
    return { start: from, end: to };
  }

  set selection({ start, end }: Selection) {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({ selection: { anchor: Math.min(start, length), head: Math.min(end, length) } });
  }

  show(path: string, text: string, kind: FileKind): void {
    if (this.#path !== '') this.#states.set(this.#path, { state: this.#view.state, text: this.#text });
    this.#path = path;
    this.#text = text;
    const known = this.#states.get(path);
    this.#view.setState(known?.text === text ? known.state : this.#stateOf(text, languageOf(path, kind, text.length)));
  }

  setKind(path: string, kind: FileKind): void {
    const language = languageOf(path, kind, this.#view.state.doc.length);
    this.#view.dispatch({ effects: this.#language.reconfigure(language) });
  }

  rename(path: string): void {
    this.#states.delete(this.#path);
    this.#path = path;
  }

  forget(path: string): void {
    this.#states.delete(path);
    if (this.#path === path) this.#path = '';
  }

  mark(findings: readonly Finding[]): void {
    const diagnostics = findings.map((finding): Diagnostic => {
      const from = this.#offset(finding);
      const to = this.#offset({ line: finding.endLine, column: finding.endColumn });
      const { rule, severity, message } = finding;
      return {
        from,
        to: Math.max(from, to),
        severity: SEVERITIES[severity],
        source: rule,
        message,
        renderMessage: () => hover(finding),
      };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  jump(from: Place, to: Place = from): void {
    const anchor = this.#offset(from);
    const head = this.#offset(to);
    this.#view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: 'center', x: 'nearest', xMargin: 60 }),
    });
    this.#view.focus();
  }

  replace(edits: readonly TextEdit[]): void {
    const lines = new LineIndex(this.#text);
    const at = (offset: number): number => this.#offset(lines.position(offset));
    this.#view.dispatch({
      changes: edits.map(({ start, end, text }) => ({ from: at(start), to: at(end), insert: text })),
    });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  #offset({ line, column }: Place): number {
    const { doc } = this.#view.state;
    const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    // A byte order mark takes no column.
    const first = from === 0 && text.startsWith('\uFEFF') ? 1 : 0;
    return Math.min(from + first + Math.max(column - 1, 0), to);
  }

  #stateOf(text: string, language: Extension): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightSelectionMatches(),
        search({ top: true }),
        lintGutter(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        placeholder(HINT),
        EditorView.contentAttributes.of({ 'aria-label': LABEL, spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.focusChanged && update.view.hasFocus) this.#events.focused();
          if (!update.docChanged) return;
          this.#text = update.state.sliceDoc();
          this.#events.changed(this.#text);
        }),
        this.#language.of(language),
        hasLongLine(text) ? [] : EditorView.lineWrapping,
        THEME,
      ],
    });
  }
}

function languageOf(path: string, kind: FileKind, length: number): LanguageSupport | Extension {
  if (length > MOST_COLOURED || /\.ya?ml$/.test(path)) return [];
  switch (kind) {
    case 'script':
      return javascript({ jsx: true, typescript: /\.[cm]?tsx?$/i.test(path) });
    case 'container':
      return json();
    case 'json':
      return json();
    case 'html':
    case 'gtm-template':
    case 'other':
      return html();
  }
}

/** Wrapping a line of a hundred thousand characters takes longer than reading it. */
function hasLongLine(text: string): boolean {
  return /[^\n\r]{20000}/.test(text);
}

function hover({ rule, severity, message, remedy }: Finding): HTMLElement {
  const parts: Node[] = [element('p', { class: 'hover-rule' }, `${severity} · ${rule}`), element('p', {}, message)];
  if (remedy !== undefined) parts.push(element('p', { class: 'hover-remedy' }, remedy));
  return element('div', { class: 'hover' }, ...parts);
}

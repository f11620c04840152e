/** The script that brings the rich editor; the page takes it from here. */
import { RichEditor } from './rich-editor.ts';

globalThis.taglintEditor?.((parent, events) => new RichEditor(parent, events));

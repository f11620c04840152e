/** How the editor looks: in the colours of the page, light and dark. Its own root does not see the page's style sheet. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const LOOK = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--text)', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--text)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--shade)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--selection)' },
  '.cm-placeholder': { color: 'var(--soft)', whiteSpace: 'normal' },
  '.cm-panels': { backgroundColor: 'var(--shade)', color: 'var(--text)', borderColor: 'var(--line)' },
  '.cm-panel button, .cm-textfield': {
    backgroundImage: 'none',
    backgroundColor: 'var(--paper)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '4px',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--paper)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    boxShadow: '0 6px 24px rgb(0 0 0 / 18%)',
    maxWidth: 'min(34rem, 92vw)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '8px 12px', fontFamily: 'system-ui, sans-serif', fontSize: '14px', lineHeight: '1.45' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--note)' },
  '.hover p': { margin: '0 0 4px', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  '.hover-rule': { color: 'var(--soft)', fontSize: '12.5px' },
  '.hover-remedy': { color: 'var(--soft)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    borderBottom: '2px solid var(--error)',
    backgroundColor: 'var(--error-tint)',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    borderBottom: '2px dashed var(--warning)',
    backgroundColor: 'var(--warning-tint)',
  },
  '.cm-lintRange-info': { backgroundImage: 'none', borderBottom: '2px dotted var(--note)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--selection)' },
  '.cm-diagnosticSource': { display: 'none' },
  // Shapes instead of pictures, which the policy of the page forbids.
  '.cm-gutter-lint': { width: '18px' },
  '.cm-gutter-lint .cm-lint-marker': { content: 'none', width: '8px', height: '8px', margin: '6px 0 0 3px' },
  '.cm-gutter-lint .cm-lint-marker-error': { content: 'none', backgroundColor: 'var(--error)' },
  '.cm-gutter-lint .cm-lint-marker-warning': {
    content: 'none',
    backgroundColor: 'var(--warning)',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
  },
  '.cm-gutter-lint .cm-lint-marker-info': { content: 'none', backgroundColor: 'var(--note)', borderRadius: '50%' },
});

const COLOURS = HighlightStyle.define([
  { tag: [tags.comment, tags.docComment, tags.processingInstruction], color: 'var(--code-comment)' },
  { tag: [tags.string, tags.attributeValue, tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], color: 'var(--code-keyword)' },
  { tag: [tags.number], color: 'var(--code-number)' },
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--code-tag)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--code-name)' },
]);

export const THEME = [LOOK, syntaxHighlighting(COLOURS)];

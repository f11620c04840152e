/** Elements by what a selector means. */
import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';

/** @throws Error for a selector that is no CSS */
export function select(selector: string, below: Document | Element): readonly Element[] {
  return selectAll<AnyNode, Element>(selector, below);
}

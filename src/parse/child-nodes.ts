/** The way down a tree of syntax. */
import type { ESTree } from './script.ts';

/** The nodes directly below a node, in the order of the text. Whole scripts are walked by it: it makes no lists on the way. */
export function childNodes(node: ESTree.Node): ESTree.Node[] {
  const found: ESTree.Node[] = [];
  const members: readonly unknown[] = Object.values(node);
  for (const value of members) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) found.push(value);
      continue;
    }
    const items: readonly unknown[] = value;
    for (const item of items) {
      // Ranges and the flags of expressions: a list of nodes has nothing else in it.
      if (typeof item === 'number' || typeof item === 'string') break;
      if (isNode(item)) found.push(item);
    }
  }
  return found;
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

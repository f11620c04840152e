/** The way down a tree of syntax. */
import type { ESTree } from './script.ts';

/** The nodes directly below a node, in the order of the text. */
export function childNodes(node: ESTree.Node): ESTree.Node[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

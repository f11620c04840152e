/** What an expression of code says, as far as it stands in the code. */
import type { ESTree } from '../../parse/script.ts';

/** Longer texts are no titles. */
const MAX_TEXT = 400;
const MAX_DEPTH = 6;
/** What is filled in at run time is told by its name, where that is short: `{product.title}`. */
const MAX_NAME = 60;

/** True for a node of a syntax tree, whoever made it. */
export function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes directly below one, in order. */
export function childNodes(node: ESTree.Node): ESTree.Node[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

/** The expression behind what only tells a type or waits for it: `{ … } satisfies Metadata`, `await title`. */
export function bare(node: ESTree.Node): ESTree.Node {
  let at = node;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const inner: unknown = /^TS\w*Expression$|^(?:AwaitExpression|ParenthesizedExpression|ChainExpression)$/.test(
      at.type,
    )
      ? (Reflect.get(at, 'expression') ?? Reflect.get(at, 'argument'))
      : undefined;
    if (!isNode(inner)) return at;
    at = inner;
  }
  return at;
}

export function keyOf(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

/** The members of an object by their names. */
export function membersOf(properties: ESTree.ObjectExpression['properties']): ReadonlyMap<string, ESTree.Node> {
  return new Map(properties.flatMap((one) => (one.type === 'Property' ? [[keyOf(one.key), one.value] as const] : [])));
}

/** Reads expressions of one text, in which names stand for what is known of them. */
export class Words {
  readonly #text: string;
  readonly #known: (name: string) => string | undefined;

  constructor(text: string, known: (name: string) => string | undefined) {
    this.#text = text;
    this.#known = known;
  }

  /** The words of an expression; empty where it says nothing. */
  of(node: ESTree.Node, depth = 0): string {
    return depth > MAX_DEPTH ? '' : this.#of(bare(node), depth + 1).slice(0, MAX_TEXT);
  }

  #of(node: ESTree.Node, depth: number): string {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' ? node.value : '';
      case 'TemplateLiteral':
        return node.quasis
          .flatMap(({ value }, index) => {
            const filled = node.expressions[index];
            return [value.cooked ?? '', filled ? this.of(filled, depth) : ''];
          })
          .join('');
      case 'BinaryExpression':
        return node.operator === '+' ? `${this.of(node.left, depth)}${this.of(node.right, depth)}` : '';
      case 'ConditionalExpression':
        return `${this.of(node.consequent, depth)} ${this.of(node.alternate, depth)}`.trim();
      case 'LogicalExpression':
        return `${this.of(node.left, depth)} ${this.of(node.right, depth)}`.trim();
      case 'ArrayExpression':
        return node.elements.map((one) => (one ? this.of(one, depth) : '')).join(', ');
      case 'ArrowFunctionExpression':
        return node.body && node.body.type !== 'BlockStatement' ? this.of(node.body, depth) : '';
      case 'Identifier':
        return this.#known(node.name) ?? this.#name(node);
      case 'MemberExpression':
        return this.#name(node);
      case 'CallExpression': {
        // `computed(() => …)`, `ref('…')`; the key of a translation: `t('booking.title')`.
        const [first] = node.arguments;
        return first && node.arguments.length <= 2 ? this.of(first, depth) : '';
      }
      case 'JSXText':
        return node.value;
      case 'JSXExpressionContainer':
        return node.expression.type === 'JSXEmptyExpression' ? '' : this.of(node.expression, depth);
      case 'JSXElement':
      case 'JSXFragment':
        return this.inside(node, depth);
      default:
        return '';
    }
  }

  /** What stands between the tags. */
  inside(node: ESTree.JSXElement | ESTree.JSXFragment, depth = 0): string {
    const text = node.children.map((child) => this.of(child, depth)).join('');
    return text.replace(/\s+/g, ' ').trim();
  }

  #name(node: ESTree.Node): string {
    const [start, end] = node.range ?? [0, 0];
    const name = this.#text.slice(start, end);
    return end - start <= MAX_NAME && !/[{}\s]/.test(name) ? `{${name}}` : '';
  }
}

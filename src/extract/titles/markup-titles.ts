/** What the components in the markup of a component file say of the page: `<Layout title="…">`, `<SEO :title="title" />`. */
import type { ContextFact } from '../../model/unit.ts';
import type { AttributeValue, ComponentFile, ElementNode, MarkupNode } from '../../parse/component/index.ts';
import { locationOf } from '../../text/location.ts';
import type { Source } from '../../text/source.ts';
import { describedBy, isDescriptive } from './components.ts';
import { filledIn, type Known } from './filled-in.ts';

const MAX_NODES = 20_000;
const NAME = /^[A-Za-z_$][\w$.]{0,60}$/;
const QUOTED = /^(["'`])([^"'`]{1,400})\1$/;

export function markupTitles(source: Source, { markup }: ComponentFile, known: Known): ContextFact[] {
  const found: ContextFact[] = [];
  const waiting = [...markup].reverse();
  for (let count = 0; count < MAX_NODES; count++) {
    const node = waiting.pop();
    if (!node) break;
    waiting.push(...childrenOf(node).reverse());
    if (node.kind === 'element' && isDescriptive(node.name)) found.push(...saidBy(source, node, known));
  }
  return found;
}

function saidBy(source: Source, { name, attributes }: ElementNode, known: Known): ContextFact[] {
  return describedBy(name).flatMap(([key, about]) => {
    const attribute = attributes.find((one) => one.name === key);
    const text = attribute ? textOf(attribute.value, known) : '';
    if (!attribute || text === '') return [];
    return [{ about, text, location: locationOf(source, { start: attribute.start, end: attribute.end }) }];
  });
}

function textOf(value: AttributeValue, known: Known): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return wordsOf(value.code.text, known);
    case 'parts':
      return value.parts.map((part) => (typeof part === 'string' ? part : wordsOf(part.text, known))).join('');
    default:
      return '';
  }
}

function wordsOf(code: string, known: Known): string {
  const text = code.trim();
  const quoted = QUOTED.exec(text)?.[2];
  if (quoted !== undefined) return filledIn(quoted.replaceAll('${', '{'), known);
  return NAME.test(text) ? (known(text) ?? `{${text}}`) : '';
}

function childrenOf(node: MarkupNode): MarkupNode[] {
  switch (node.kind) {
    case 'element':
    case 'scoped':
    case 'snippet':
      return [...node.children];
    case 'if':
      return node.branches.flatMap(({ children }) => children);
    case 'each':
      return [...node.children, ...node.otherwise];
    case 'await':
      return [...node.pending, ...node.done];
    default:
      return [];
  }
}

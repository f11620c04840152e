/** Component files: which script blocks they have, and what their markup says. */
import { withDirectives } from './directives.ts';
import { MarkupParser } from './markup.ts';
import type { Attribute, ComponentFile, ComponentSyntax, ElementNode, MarkupNode, ScriptBlock } from './tree.ts';

export type {
  Attribute,
  AttributeValue,
  Code,
  ComponentFile,
  ComponentSyntax,
  ElementNode,
  MarkupNode,
  ScriptBlock,
} from './tree.ts';

/** Reads a component file. Never throws; what is broken is read as far as it goes. */
export function parseComponent(text: string, syntax: ComponentSyntax): ComponentFile {
  switch (syntax) {
    case 'vue':
      return vue(text);
    case 'svelte':
      return svelte(text);
    case 'astro':
      return astro(text);
  }
}

function vue(text: string): ComponentFile {
  const parser = new MarkupParser(
    text,
    'vue',
    // Blocks of other languages, and templates in a language of their own, are no markup.
    (name, attributes, depth) =>
      depth === 1 && (name !== 'template' || !/^(?:html)?$/.test(attributeOf(attributes, 'lang') ?? '')),
  );
  const nodes = elementsOf(parser.read(0, text.length));
  const scripts = nodes
    .filter(isScript)
    .map((node) => block(node, hasAttribute(node, 'setup') ? 'instance' : 'options'));
  const template = nodes.find(({ name }) => name === 'template');
  return {
    syntax: 'vue',
    scripts,
    markup: template && !template.raw ? withDirectives(parser, template.children) : [],
    ...(template?.raw ? { unread: { start: template.start, end: template.end } } : {}),
  };
}

function svelte(text: string): ComponentFile {
  const nodes = new MarkupParser(text, 'svelte').read(0, text.length);
  const isBlock = (node: MarkupNode): node is ElementNode => node.kind === 'element' && isScript(node);
  const scripts = nodes
    .filter(isBlock)
    .map((node) =>
      block(
        node,
        hasAttribute(node, 'module') || attributeOf(node.attributes, 'context') === 'module' ? 'module' : 'instance',
      ),
    );
  return { syntax: 'svelte', scripts, markup: nodes.filter((node) => !isBlock(node)) };
}

const FRONTMATTER = /^\uFEFF?(?:\s|<!--[\s\S]{0,2000}?-->)*---/;

function astro(text: string): ComponentFile {
  const parser = new MarkupParser(text, 'astro', (_name, attributes) =>
    attributes.some(({ name }) => name === 'is:raw'),
  );
  const open = FRONTMATTER.exec(text)?.[0].length;
  const close = open === undefined ? -1 : closingFence(text, open);
  if (open === undefined || close < 0) return { syntax: 'astro', scripts: [], markup: parser.read(0, text.length) };
  const script: ScriptBlock = { role: 'instance', start: open, end: close, typescript: true, jsx: false };
  return { syntax: 'astro', scripts: [script], markup: parser.read(close + 3, text.length) };
}

/** The fence that ends the frontmatter stands at the beginning of a line, or after code on the same one. */
function closingFence(text: string, from: number): number {
  const line = /^[ \t]*---/gm;
  line.lastIndex = from;
  const match = line.exec(text);
  return match ? match.index + match[0].length - 3 : text.indexOf('---', from);
}

function elementsOf(nodes: readonly MarkupNode[]): ElementNode[] {
  return nodes.filter((node): node is ElementNode => node.kind === 'element');
}

function isScript(node: ElementNode): boolean {
  return node.name === 'script' && node.raw !== undefined;
}

function hasAttribute(node: ElementNode, name: string): boolean {
  return node.attributes.some((one) => one.name === name);
}

function attributeOf(attributes: readonly Attribute[], name: string): string | undefined {
  const value = attributes.find((one) => one.name === name)?.value;
  return value?.kind === 'text' ? value.text : undefined;
}

function block(node: ElementNode, role: ScriptBlock['role']): ScriptBlock {
  const lang = attributeOf(node.attributes, 'lang') ?? '';
  const src = attributeOf(node.attributes, 'src');
  return {
    role,
    start: node.raw?.start ?? node.tagEnd,
    end: node.raw?.end ?? node.tagEnd,
    typescript: /^(?:tsx?|typescript)$/i.test(lang),
    jsx: /^[jt]sx$/i.test(lang),
    ...(src === undefined ? {} : { src }),
  };
}

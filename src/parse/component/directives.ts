/** Vue's directives as the tree's own nodes: conditions, loops, bindings, handlers, slots. */

import type { CodeReader } from './blocks.ts';
import { wordIn } from './code.ts';
import type { Attribute, Branch, Code, ElementNode, MarkupNode } from './tree.ts';

/** The nodes of a Vue template with their directives resolved. */
export function withDirectives(reader: CodeReader, nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const result: MarkupNode[] = [];
  /** Branches of the chain that an `else` may continue. */
  let chain: Branch[] | undefined;
  for (const node of nodes) {
    if (node.kind !== 'element') {
      // Blank text and comments stand between the branches of a chain.
      if (node.kind !== 'text' || /\S/.test(reader.text.slice(node.start, node.end))) chain = undefined;
      result.push(node);
      continue;
    }
    const directive = (name: string): Code | undefined => codeOf(reader, node, name);
    const test = directive('v-if');
    const elseIf = directive('v-else-if');
    const children = [element(reader, node)];
    if (elseIf && chain) chain.push({ test: elseIf, children });
    else if (chain && node.attributes.some(({ name }) => name === 'v-else')) {
      chain.push({ children });
      chain = undefined;
    } else if (test || elseIf) {
      const first = test ?? elseIf;
      chain = first ? [{ test: first, children }] : [];
      result.push({ kind: 'if', branches: chain });
    } else {
      chain = undefined;
      result.push(...children);
    }
  }
  return result;
}

function codeOf(reader: CodeReader, node: ElementNode, name: string): Code | undefined {
  const attribute = node.attributes.find((one) => one.name === name);
  return attribute && valueCode(reader, attribute);
}

/** The code in an attribute's value, at its place in the file. */
function valueCode(reader: CodeReader, attribute: Attribute): Code | undefined {
  if (attribute.value.kind !== 'text') return undefined;
  const written = reader.text.slice(attribute.start, attribute.end);
  const equals = written.indexOf('=');
  if (equals < 0) return undefined;
  let start = attribute.start + equals + 1;
  while (start < attribute.end && /\s/.test(reader.text[start] ?? '')) start++;
  let { end } = attribute;
  const quote = reader.text[start];
  if (quote === '"' || quote === "'") {
    start++;
    if (end > start && reader.text[end - 1] === quote) end--;
  }
  const code = reader.code(start, end);
  return code.text.includes('&') ? { ...code, text: withoutReferences(code.text) } : code;
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'", '#39': "'" };

/** References to characters as the characters, at equal length. */
function withoutReferences(text: string): string {
  return text.replace(/(?:&(?:amp|quot|lt|gt|apos|#39);)+/g, (all) => {
    const plain = all.replace(/&([^;]+);/g, (one, name: string) => REFERENCES[name] ?? one);
    return plain.padEnd(all.length);
  });
}

function element(reader: CodeReader, node: ElementNode): MarkupNode {
  const verbatim = node.attributes.some(({ name }) => name === 'v-pre');
  const attributes: Attribute[] = [];
  let loop: Code | undefined;
  let html: Code | undefined;
  let scope: Code | undefined;
  for (const attribute of node.attributes) {
    const { name } = attribute;
    if (!/^(?:v-|[:@#.])/.test(name) || verbatim) {
      attributes.push(attribute);
      continue;
    }
    const code = valueCode(reader, attribute);
    if (name === 'v-for') loop = code;
    else if (name === 'v-html') html = code;
    else if (name.startsWith('#') || name.startsWith('v-slot')) scope = code;
    else if (name === 'v-bind' && code) attributes.push({ ...attribute, name: '', value: { kind: 'code', code } });
    else if (/^v-model(?:[:.]|$)/.test(name)) {
      const key = /^v-model:([\w-]+)/.exec(name)?.[1] ?? 'modelValue';
      if (code) attributes.push({ ...attribute, name: key, value: { kind: 'model', code } });
    } else if (name.startsWith('@') || name.startsWith('v-on:')) {
      const event = /^(?:@|v-on:)([\w:-]+)/.exec(name)?.[1];
      if (event !== undefined && code)
        attributes.push({
          ...attribute,
          name: `on${event.charAt(0).toUpperCase()}${event.slice(1)}`,
          value: { kind: isFunction(code.text) ? 'code' : 'statements', code },
        });
    } else {
      const bound = /^(?::|\.|v-bind:)([\w:-]+)/.exec(name)?.[1];
      if (bound === undefined) continue;
      // `:consent` is short for `:consent="consent"`.
      const value = code ?? shorthand(reader, attribute, bound);
      attributes.push({ ...attribute, name: bound, value: { kind: 'code', code: value } });
    }
  }
  const inner = verbatim ? node.children : withDirectives(reader, node.children);
  const children: readonly MarkupNode[] = html ? [{ kind: 'html', code: html }] : inner;
  const scoped: readonly MarkupNode[] = scope ? [{ kind: 'scoped', binding: scope, children }] : children;
  const made: MarkupNode = { ...node, attributes, children: scoped };
  return loop ? looped(reader, loop, made) : made;
}

function shorthand(reader: CodeReader, attribute: Attribute, name: string): Code {
  const start = attribute.end - name.length;
  return {
    ...reader.code(start, attribute.end),
    text: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).padEnd(name.length),
  };
}

/** A method's name or a function; anything else is statements. */
function isFunction(code: string): boolean {
  return /^\s*(?:[A-Za-z_$][\w$]*(?:\s*\??\.\s*[\w$]+)*\s*;?\s*$|(?:async\s+)?function\b|(?:async\s*)?(?:\([^()]*\)|[\w$]+)\s*=>)/.test(
    code,
  );
}

/** `v-for="(item, index) in items"`. */
function looped(reader: CodeReader, code: Code, child: MarkupNode): MarkupNode {
  const { text } = reader;
  const word = wordIn(text, code.start, code.end, 'in') ?? wordIn(text, code.start, code.end, 'of');
  if (word === undefined) return { kind: 'each', list: code, children: [child], otherwise: [] };
  let { start } = code;
  let end = word;
  while (start < end && /[\s(]/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (text[end - 1] === ')') end--;
  return {
    kind: 'each',
    list: reader.code(word + 2, code.end),
    binding: reader.code(start, end),
    children: [child],
    otherwise: [],
  };
}

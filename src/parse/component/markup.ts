/** Reads the markup of component files: tags with bindings, expressions in braces, blocks. Tolerant, linear, bounded. */
import { entityMap } from '../../text/entities.ts';
import { type BlockFrame, blockAt } from './blocks.ts';
import { endOfCode } from './code.ts';
import type { Attribute, AttributeValue, Code, ComponentSyntax, ElementNode, MarkupNode } from './tree.ts';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const NAME_START = /[A-Za-z]/;
const MAX_DEPTH = 150;
/** Markup in expressions in markup is followed this deep. */
const MAX_NESTING = 20;
const NO_MARKUP: Code['markup'] = [];

interface Frame {
  /** Undefined for the root and for blocks. */
  readonly element: string | undefined;
  readonly block: BlockFrame | undefined;
  children: MarkupNode[];
  readonly close: (end: number) => void;
}

/** What is done with a top-level element before its content is read: `raw` takes the content as text. */
export type IsRaw = (name: string, attributes: readonly Attribute[], depth: number) => boolean;

export class MarkupParser {
  readonly text: string;
  readonly syntax: ComponentSyntax;
  readonly #isRaw: IsRaw;
  /** From here on no brace is closed: found out once. */
  #unclosed = Number.POSITIVE_INFINITY;
  #nesting = 0;

  constructor(text: string, syntax: ComponentSyntax, isRaw: IsRaw = () => false) {
    this.text = text;
    this.syntax = syntax;
    this.#isRaw = isRaw;
  }

  /** Reads `[from, to)`. */
  read(from: number, to: number): readonly MarkupNode[] {
    return this.#nodes(from, to, false).nodes;
  }

  /** Code without markup inside. */
  code(start: number, end: number): Code {
    return { start, end, text: this.text.slice(start, end), markup: NO_MARKUP };
  }

  /**
   * @param single stop after the first element
   */
  #nodes(from: number, to: number, single: boolean): { nodes: MarkupNode[]; end: number } {
    const { text } = this;
    const nodes: MarkupNode[] = [];
    const stack: Frame[] = [{ element: undefined, block: undefined, children: nodes, close: () => undefined }];
    const top = (): Frame =>
      stack[stack.length - 1] ?? { element: undefined, block: undefined, children: nodes, close() {} };
    const braces = this.syntax !== 'vue';
    let at = from;
    let words = from;
    const flush = (end: number): void => {
      if (end > words) top().children.push({ kind: 'text', start: words, end });
    };
    while (at < to) {
      const char = text[at];
      if (char !== '<' && !(braces && char === '{')) {
        at++;
        continue;
      }
      if (char === '{') {
        const next = this.#brace(at, to, stack, flush);
        if (next === undefined) at++;
        else words = at = next;
        continue;
      }
      if (text.startsWith('<!--', at)) {
        flush(at);
        const end = text.indexOf('-->', at + 4);
        words = at = end < 0 || end + 3 > to ? to : end + 3;
        if (single && stack.length === 1) return { nodes, end: at };
        continue;
      }
      const second = text[at + 1] ?? '';
      if (second === '/') {
        flush(at);
        const close = /^<\/\s*([^\s>]*)[^>]{0,200}>?/.exec(text.slice(at, Math.min(to, at + 400)));
        const end = at + (close?.[0].length ?? 2);
        this.#close(stack, close?.[1] ?? '', end);
        words = at = end;
        if (single && stack.length === 1) return { nodes, end: at };
        continue;
      }
      const fragment = second === '>' && this.syntax === 'astro';
      if (!NAME_START.test(second) && !fragment) {
        at += second === '!' || second === '?' ? 2 : 1;
        continue;
      }
      flush(at);
      words = at = this.#element(at, to, stack);
      if (single && stack.length === 1) return { nodes, end: at };
    }
    flush(to);
    while (stack.length > 1) stack.pop()?.close(to);
    return { nodes, end: to };
  }

  /** Closes the nearest open element of that name; one that closes nothing is passed over. */
  #close(stack: Frame[], name: string, end: number): void {
    for (let index = stack.length - 1; index > 0; index--) {
      const frame = stack[index];
      if (frame?.block) return;
      if (frame?.element !== name) continue;
      while (stack.length > index) stack.pop()?.close(end);
      return;
    }
  }

  /** Reads a start tag, and what is raw below it; opens a frame where children follow. Gives the offset after what was read. */
  #element(start: number, to: number, stack: Frame[]): number {
    const { text } = this;
    let at = start + 1;
    while (at < to && /[\w.:-]/.test(text[at] ?? '')) at++;
    const name = text.slice(start + 1, at);
    const { attributes, end: tagEnd, selfClosing } = this.#attributes(at, to);
    const children: MarkupNode[] = [];
    const node: { -readonly [Key in keyof ElementNode]: ElementNode[Key] } = {
      kind: 'element',
      name,
      attributes,
      children,
      start,
      tagEnd,
      end: tagEnd,
    };
    stack[stack.length - 1]?.children.push(node);
    if (selfClosing || VOID.has(name)) return tagEnd;
    if (name === 'script' || name === 'style' || this.#isRaw(name, attributes, stack.length)) {
      const closing = new RegExp(`</${name}\\s*>`, 'gi');
      closing.lastIndex = tagEnd;
      const match = closing.exec(text);
      const contentEnd = match && match.index <= to ? match.index : to;
      node.raw = { start: tagEnd, end: contentEnd };
      node.end = match && match.index <= to ? match.index + match[0].length : to;
      return node.end;
    }
    if (stack.length < MAX_DEPTH)
      stack.push({
        element: name,
        block: undefined,
        children,
        close: (end) => {
          node.end = end;
        },
      });
    return tagEnd;
  }

  #attributes(from: number, to: number): { attributes: Attribute[]; end: number; selfClosing: boolean } {
    const { text } = this;
    const braces = this.syntax !== 'vue';
    const attributes: Attribute[] = [];
    let at = from;
    while (at < to) {
      const char = text[at] ?? '';
      if (char === '>') return { attributes, end: at + 1, selfClosing: false };
      if (char === '/' && text[at + 1] === '>') return { attributes, end: at + 2, selfClosing: true };
      if (/[\s/]/.test(char)) {
        at++;
        continue;
      }
      if (braces && char === '{') {
        const close = this.endOfBraces(at, to);
        if (close === undefined) {
          at++;
          continue;
        }
        const inner = text.slice(at + 1, close);
        const spread = /^\s*\.\.\./.exec(inner)?.[0].length;
        const code = this.#codeOf(at + 1 + (spread ?? 0), close);
        if (spread !== undefined || /^\s*[\w$]+\s*$/.test(inner))
          attributes.push({
            name: spread === undefined ? inner.trim() : '',
            value: { kind: 'code', code },
            start: at,
            end: close + 1,
          });
        at = close + 1;
        continue;
      }
      const start = at;
      // A quote or brace where a name should begin would not move on.
      at++;
      while (at < to && !/[\s=>]/.test(text[at] ?? '') && !(text[at] === '/' && text[at + 1] === '>')) at++;
      const name = text.slice(start, at);
      let after = at;
      while (after < to && /\s/.test(text[after] ?? '')) after++;
      if (text[after] !== '=') {
        attributes.push({ name, value: { kind: 'flag' }, start, end: at });
        continue;
      }
      after++;
      while (after < to && /\s/.test(text[after] ?? '')) after++;
      const { value, end } = this.#value(after, to);
      attributes.push({ name, value, start, end });
      at = end;
    }
    return { attributes, end: to, selfClosing: true };
  }

  #value(start: number, to: number): { value: AttributeValue; end: number } {
    const { text } = this;
    const char = text[start] ?? '';
    const braces = this.syntax !== 'vue';
    if (braces && char === '{') {
      const close = this.endOfBraces(start, to);
      if (close !== undefined) return { value: { kind: 'code', code: this.#codeOf(start + 1, close) }, end: close + 1 };
    }
    if (char === '`' && this.syntax === 'astro') {
      const end = endOfCode(text, start, to, { stop: (at) => at > start });
      const last = end ?? to;
      return { value: { kind: 'code', code: this.code(start, last) }, end: last };
    }
    if (char === '"' || char === "'") return this.#quoted(start, to, char);
    let end = start;
    while (end < to && !/[\s>]/.test(text[end] ?? '') && !(text[end] === '/' && text[end + 1] === '>')) end++;
    return { value: { kind: 'text', text: entityMap(text.slice(start, end)).value }, end };
  }

  #quoted(start: number, to: number, quote: string): { value: AttributeValue; end: number } {
    const { text } = this;
    const parts: (string | Code)[] = [];
    let from = start + 1;
    let at = from;
    while (at < to && text[at] !== quote) {
      const close = this.syntax === 'svelte' && text[at] === '{' ? this.endOfBraces(at, to) : undefined;
      if (close === undefined) {
        at++;
        continue;
      }
      if (at > from) parts.push(entityMap(text.slice(from, at)).value);
      parts.push(this.#codeOf(at + 1, close));
      from = at = close + 1;
    }
    const end = Math.min(to, at + 1);
    if (parts.length === 0) return { value: { kind: 'text', text: entityMap(text.slice(from, at)).value }, end };
    if (at > from) parts.push(entityMap(text.slice(from, at)).value);
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && typeof only !== 'string')
      return { value: { kind: 'code', code: only }, end };
    return { value: { kind: 'parts', parts }, end };
  }

  /** The offset of the brace that closes the one at `open`. */
  endOfBraces(open: number, to: number): number | undefined {
    if (open >= this.#unclosed) return undefined;
    this.#found = [];
    // `{/if}`: no pattern begins here.
    const end = this.syntax === 'svelte' ? /^\{\s*\/[a-z]+\s*\}/.exec(this.text.slice(open, open + 40)) : null;
    if (end) return open + end[0].length - 1;
    const close = endOfCode(
      this.text,
      open + 1,
      to,
      this.syntax === 'astro' ? { markup: (at) => this.#markupInCode(at, to) } : {},
    );
    if (close === undefined || this.text[close] !== '}') {
      this.#unclosed = Math.min(this.#unclosed, open);
      return undefined;
    }
    return close;
  }

  /** Markup met while the end of the last braces was looked for. */
  #found: { start: number; end: number; nodes: readonly MarkupNode[] }[] = [];

  #markupInCode(at: number, to: number): number | undefined {
    if (this.#nesting >= MAX_NESTING) return undefined;
    this.#nesting++;
    const before = this.#found;
    const { nodes, end } = this.#nodes(at, to, true);
    this.#found = before;
    this.#nesting--;
    before.push({ start: at, end, nodes });
    return end;
  }

  /** The code of the braces that were closed last. */
  #codeOf(start: number, end: number): Code {
    const markup = this.#found.filter((one) => one.start >= start && one.end <= end);
    if (markup.length === 0) return this.code(start, end);
    let text = '';
    let at = start;
    for (const one of markup) {
      text += this.text.slice(at, one.start) + placeholder(this.text.slice(one.start, one.end));
      at = one.end;
    }
    return { start, end, text: text + this.text.slice(at, end), markup };
  }

  /** An expression or block in braces: gives the offset after it, undefined where the brace is text. */
  #brace(open: number, to: number, stack: Frame[], flush: (end: number) => void): number | undefined {
    const close = this.endOfBraces(open, to);
    if (close === undefined) return undefined;
    flush(open);
    const after = close + 1;
    const current = stack[stack.length - 1];
    const sigil =
      this.syntax === 'svelte' ? (/^\s*([#:/@])/.exec(this.text.slice(open + 1, open + 40))?.[1] ?? '') : '';
    if (sigil === '') {
      const code = this.#codeOf(open + 1, close);
      if (code.text.trim() !== '') current?.children.push({ kind: 'expression', code });
      return after;
    }
    if (sigil === '/') {
      // Elements that the block leaves open end with it.
      for (let index = stack.length - 1; index > 0; index--) {
        if (!stack[index]?.block) continue;
        while (stack.length > index) stack.pop()?.close(open);
        break;
      }
      return after;
    }
    if (sigil === ':') {
      for (let index = stack.length - 1; index > 0; index--) {
        const frame = stack[index];
        if (!frame?.block) continue;
        while (stack.length > index + 1) stack.pop()?.close(open);
        frame.children = frame.block.next(this, open + 1, close) ?? frame.children;
        break;
      }
      return after;
    }
    const made = blockAt(this, open + 1, close);
    if (made?.node) current?.children.push(made.node);
    if (made?.frame && stack.length < MAX_DEPTH)
      stack.push({
        element: undefined,
        block: made.frame,
        children: made.frame.children,
        close: () => undefined,
      });
    return after;
  }
}

/** A name as long as the markup; line ends stay. */
function placeholder(markup: string): string {
  const line = markup.search(/[\r\n]/);
  const first = line < 0 ? markup.length : line;
  return `${'_'.repeat(first)}${markup.slice(first).replace(/[^\r\n]/g, ' ')}`;
}

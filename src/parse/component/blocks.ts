/** Svelte's blocks: `{#if}`, `{#each}`, `{#await}`, `{#key}`, `{#snippet}`, and its tags `{@html}`, `{@const}`, `{@render}`. */
import { endOfCode, wordIn } from './code.ts';
import type { Branch, Code, MarkupNode } from './tree.ts';

/** A block whose children are being read. */
export interface BlockFrame {
  readonly children: MarkupNode[];
  /** Begins the next part (`{:else}`); gives where its children go, or undefined where the part is unknown. */
  next(reader: CodeReader, start: number, end: number): MarkupNode[] | undefined;
}

/** What the blocks need of the parser. */
export interface CodeReader {
  readonly text: string;
  code(start: number, end: number): Code;
}

/** The block or tag whose braces hold `[start, end)`. */
export function blockAt(
  reader: CodeReader,
  start: number,
  end: number,
): { readonly node?: MarkupNode; readonly frame?: BlockFrame } | undefined {
  const { text } = reader;
  const head = /^\s*[#@]\s*([a-z]+)/.exec(text.slice(start, Math.min(end, start + 40)));
  const from = start + (head?.[0].length ?? 0);
  switch (head?.[1]) {
    case 'if':
      return ifBlock(reader.code(from, end));
    case 'each':
      return eachBlock(reader, from, end);
    case 'await':
      return awaitBlock(reader, from, end);
    case 'key':
      return group();
    case 'snippet':
      return snippet(reader, from, end);
    case 'html':
      return { node: { kind: 'html', code: reader.code(from, end) } };
    case 'render':
      return { node: { kind: 'expression', code: reader.code(from, end) } };
    case 'const':
      return { node: { kind: 'const', code: reader.code(from, end) } };
    default:
      return undefined;
  }
}

function ifBlock(test: Code): { node: MarkupNode; frame: BlockFrame } {
  const first: MarkupNode[] = [];
  const branches: Branch[] = [{ test, children: first }];
  const next: BlockFrame['next'] = (reader, start, end) => {
    const children: MarkupNode[] = [];
    const otherwise = /^\s*:\s*else(\s+if\b)?/.exec(reader.text.slice(start, end));
    if (!otherwise) return undefined;
    branches.push(
      otherwise[1] === undefined ? { children } : { test: reader.code(start + otherwise[0].length, end), children },
    );
    return children;
  };
  return { node: { kind: 'if', branches }, frame: { children: first, next } };
}

function eachBlock(reader: CodeReader, start: number, end: number): { node: MarkupNode; frame: BlockFrame } {
  const { text } = reader;
  const children: MarkupNode[] = [];
  const otherwise: MarkupNode[] = [];
  const as = wordIn(text, start, end, 'as');
  const list = reader.code(start, as ?? end);
  let binding: Code | undefined;
  if (as !== undefined) {
    // `item, index (key)`: the key stands in brackets of its own after the names.
    const first = /\S/.exec(text.slice(as + 2, end));
    const from = as + 2 + (first?.index ?? 0);
    const key = endOfCode(text, from, end, { stop: (at) => text[at] === '(' });
    binding = reader.code(from, key ?? end);
  }
  return {
    node: { kind: 'each', list, ...(binding ? { binding } : {}), children, otherwise },
    frame: { children, next: () => otherwise },
  };
}

function awaitBlock(reader: CodeReader, start: number, end: number): { node: MarkupNode; frame: BlockFrame } {
  const { text } = reader;
  const pending: MarkupNode[] = [];
  const done: MarkupNode[] = [];
  const failed: MarkupNode[] = [];
  const at = wordIn(text, start, end, 'then');
  const node: {
    -readonly [Key in keyof Extract<MarkupNode, { kind: 'await' }>]: Extract<MarkupNode, { kind: 'await' }>[Key];
  } = {
    kind: 'await',
    value: reader.code(start, at ?? wordIn(text, start, end, 'catch') ?? end),
    pending,
    done,
  };
  if (at !== undefined && text.slice(at + 4, end).trim() !== '') node.binding = reader.code(at + 4, end);
  return {
    node,
    frame: {
      children: at === undefined ? pending : done,
      next: (inner, from, to) => {
        const word = /^\s*:\s*(then|catch)/.exec(inner.text.slice(from, to));
        if (word?.[1] !== 'then') return failed;
        const begin = from + word[0].length;
        if (inner.text.slice(begin, to).trim() !== '') node.binding = inner.code(begin, to);
        return done;
      },
    },
  };
}

function group(): { node: MarkupNode; frame: BlockFrame } {
  const children: MarkupNode[] = [];
  return { node: { kind: 'if', branches: [{ children }] }, frame: { children, next: () => undefined } };
}

function snippet(reader: CodeReader, start: number, end: number): { node: MarkupNode; frame: BlockFrame } | undefined {
  const { text } = reader;
  const head = /^\s*([\w$]+)\s*(?:<[^(]*>)?\s*\(/.exec(text.slice(start, end));
  if (!head?.[1]) return undefined;
  const from = start + head[0].length;
  const close = endOfCode(text, from, end) ?? end;
  const children: MarkupNode[] = [];
  const parameters = text.slice(from, close).trim() === '' ? {} : { parameters: reader.code(from, close) };
  return {
    node: { kind: 'snippet', name: head[1], ...parameters, children },
    frame: { children, next: () => undefined },
  };
}

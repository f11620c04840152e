/**
 * The markup of a component file (Vue, Svelte, Astro) as a tree that says the same for all of them. Offsets are those of the
 * file. Expressions are kept as text: whoever evaluates them parses them.
 */
import type { Span } from '../../text/offset-map.ts';

/** The component languages that are read. */
export type ComponentSyntax = 'vue' | 'svelte' | 'astro';

/** A stretch of code inside markup. */
export interface Code extends Span {
  /** The code as it is parsed: as long as the stretch, with markup inside it replaced by names of the same length. */
  readonly text: string;
  /** Markup inside the code (`cond && <script />`), in order. */
  readonly markup: readonly (Span & { readonly nodes: readonly MarkupNode[] })[];
}

export type AttributeValue =
  /** No value: `async`. */
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: Code }
  /** Statements that run when an event comes. */
  | { readonly kind: 'statements'; readonly code: Code }
  /** What a field is bound to: it shows the value, and writes what is typed (`v-model`). */
  | { readonly kind: 'model'; readonly code: Code }
  | { readonly kind: 'parts'; readonly parts: readonly (string | Code)[] };

export interface Attribute extends Span {
  /** As written, without the marks of a binding; handlers are `on` with the event's name (`onClick`). Empty for a spread. */
  readonly name: string;
  readonly value: AttributeValue;
}

export interface TextNode extends Span {
  readonly kind: 'text';
}

export interface ElementNode extends Span {
  readonly kind: 'element';
  /** As written; empty for a fragment. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly MarkupNode[];
  /** End of the start tag. */
  readonly tagEnd: number;
  /** The text of a script or style. */
  readonly raw?: Span;
}

export interface Branch {
  /** Absent for `else`. */
  readonly test?: Code;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode =
  | TextNode
  | ElementNode
  /** `{expression}`. */
  | { readonly kind: 'expression'; readonly code: Code }
  /** `{@html expression}`: markup out of a text. */
  | { readonly kind: 'html'; readonly code: Code }
  /** `{@const name = value}`. */
  | { readonly kind: 'const'; readonly code: Code }
  | { readonly kind: 'if'; readonly branches: readonly Branch[] }
  | {
      readonly kind: 'each';
      readonly list: Code;
      /** Parameters for the element and its position: `item, index`. */
      readonly binding?: Code;
      readonly children: readonly MarkupNode[];
      readonly otherwise: readonly MarkupNode[];
    }
  | {
      readonly kind: 'await';
      readonly value: Code;
      readonly pending: readonly MarkupNode[];
      readonly binding?: Code;
      readonly done: readonly MarkupNode[];
    }
  /** Children that get values from the component around them: `<template #default="{ granted }">`. */
  | { readonly kind: 'scoped'; readonly binding: Code; readonly children: readonly MarkupNode[] }
  /** `{#snippet name(parameters)}`. */
  | {
      readonly kind: 'snippet';
      readonly name: string;
      readonly parameters?: Code;
      readonly children: readonly MarkupNode[];
    };

/** A script block of a component file. */
export interface ScriptBlock extends Span {
  /** `module`: runs once; `instance`: runs for every instance; `options`: exports the options of the component. */
  readonly role: 'module' | 'instance' | 'options';
  readonly typescript: boolean;
  readonly jsx: boolean;
  /** The address of a script in another file. */
  readonly src?: string;
}

export interface ComponentFile {
  readonly syntax: ComponentSyntax;
  readonly scripts: readonly ScriptBlock[];
  readonly markup: readonly MarkupNode[];
  /** Markup in a language that is not read (Pug): where it stands. */
  readonly unread?: Span;
}

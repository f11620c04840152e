/** What is linted, and how it finds the files that it refers to. */

/** What an input is read as; `content` is a text that a generator makes a page of, which holds no tags. */
export type InputKind = 'html' | 'script' | 'container' | 'gtm-template' | 'json' | 'content';

/** A text, and what it is. */
export interface LintInput {
  /** As it is shown in findings. */
  readonly path: string;
  readonly kind: InputKind;
  readonly text: string;
  /** The kind was told by the content alone: what does not parse is none, and is skipped. */
  readonly guessed?: boolean;
}

/** What a reference is to: `template` for what a template includes, in any of the forms that `addressesOf` gives. */
export type ReferenceKind = 'script' | 'template';

/**
 * Path and text of a local file that a page or script refers to, below the roots; undefined for what is not there. A
 * template's address is `./x` (relative to `from`), `/x` (tried from the folder of `from` upwards) or `**` with `/x` (any file
 * with that end).
 */
export type Resolve = (
  address: string,
  from: string,
  kind: ReferenceKind,
) => { readonly path: string; readonly text: string } | undefined;

/**
 * The compiled catalogue: what taglint knows of vendors, consent platforms and law. The facts stand in YAML under
 * `rules/catalog/`, each with its source; `scripts/catalog/` checks them and compiles them into these shapes, so that
 * nothing is parsed or validated when the linter starts.
 */
import type { Cmp } from './catalog/platform.ts';
import type { Vendor } from './catalog/vendor.ts';

export * from './catalog/calls.ts';
export * from './catalog/data.ts';
export * from './catalog/kinds.ts';
export * from './catalog/patterns.ts';
export * from './catalog/platform.ts';
export * from './catalog/served.ts';
export * from './catalog/vendor.ts';

/** A framework with a configuration that puts tags into every page of the site. Members are dotted paths, split. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  /** Ends of the paths of its configuration files, without extension. */
  readonly files: readonly string[];
  /** Functions that are handed a configuration (`defineNuxtConfig`). */
  readonly functions: readonly string[];
  /** Members that list plugins: names, pairs of name and options, objects with either, options by name. */
  readonly plugins: readonly (readonly string[])[];
  /**
   * An object of scripts by name, each with its options. What has no trigger may wait for a call of the site. In the catalogue
   * of vendors a script's name is that of a plugin, behind the path of the registry.
   */
  readonly registry?: { readonly at: readonly string[]; readonly trigger: string };
  /** Members that are objects of scripts by name: addresses, or descriptions of script elements. */
  readonly scripts: readonly (readonly string[])[];
  /** Members that describe the document's head, or list elements in it. */
  readonly heads: readonly (readonly string[])[];
  /** Functions that the framework calls where a file exports them. */
  readonly hooks: readonly string[];
}

export interface LawEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: 'provision' | 'decision' | 'judgment' | 'guidance' | 'press';
  readonly year?: number;
  readonly summary: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low' | 'unverified';
}

/** A token or key that belongs on a server. */
export interface SecretShape {
  readonly id: string;
  /** With its article, for messages. */
  readonly title: string;
  /** Lower-case names that it must be the value of; empty where its form says enough. */
  readonly names: readonly string[];
  /** Source of a regular expression without groups. */
  readonly pattern: string;
}

export interface Catalog {
  readonly vendors: readonly Vendor[];
  readonly cmps: readonly Cmp[];
  readonly frameworks: readonly Framework[];
  readonly secrets: readonly SecretShape[];
  /** Source of a regular expression: a file in which it finds nothing holds nothing that a rule could report. */
  readonly interest: string;
}

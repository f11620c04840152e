/** What the machine asks of those around it: the page, the site's files, and what the parts of the language mean. */

import type { Guard } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { Machine } from './machine.ts';
import type { PageElement } from './page-elements.ts';
import type { Scope } from './scope.ts';
import type { ScriptText } from './script-text.ts';
import type { Elem, Fn, MValue, Obj } from './values.ts';

/** What the machine asks of the page around the scripts. */
export interface MachineHost {
  /** Text, id and classes of the static element that a selector finds, for telling an accept button from others. */
  describe(selector: string): string | undefined;
  /** The elements of the markup that a selector finds. */
  find(selector: string): readonly PageElement[];
  /** Something in the markup waits for a script to release it. */
  readonly holds: boolean;
  /** Ids of the page's elements: an element's id is a property of window. */
  readonly elementIds: ReadonlySet<string>;
  /**
   * Markup that a script writes into the page; scripts in it run only when it is written, not when it is inserted.
   * @param filled what stands at each HOLE of it
   */
  markup(html: string, place: Location, runsScripts: boolean, filled?: readonly MValue[]): void;
  /** An element that a script makes: live, or parked until a platform releases it. */
  parking(element: Elem): { readonly parked: boolean; readonly guard: Guard; readonly steps?: readonly Step[] };
  /** The function that the text of a handler attribute means (`setAttribute('onclick', '…')`), handed on if it can be read. */
  handlerCode(code: string, place: Location, use: (fn: Fn) => void): void;
  /** A script element with an address enters the page: it may be a platform's loader. */
  loader(element: Elem, url: string, place: Location): void;
  /** A local module by the specifier of an import; undefined for packages and files out of sight. */
  module(specifier: string, from: ScriptText): LocalModule | undefined;
  /** The text of a template that a component names; undefined for one out of sight. */
  template(address: string, from: ScriptText): string | undefined;
  /** A script block in the markup of a component, in the source that the machine is in. */
  inline(block: Span, values: ReadonlyMap<string, MValue>): void;
}

/** A file of the site that a script imports: a script, or a component with a meaning of its own. */
export type LocalModule =
  | { readonly script: ScriptText; readonly program: ESTree.Program }
  | { readonly key: object; evaluate(m: Machine): Obj };

/**
 * What the parts of the language mean. The machine holds the state; the meanings stand in files of their own, which call
 * each other through the machine (`interpreter.ts` puts them together), so that imports go one way.
 */
export interface Semantics {
  evaluate(m: Machine, node: ESTree.Node, scope: Scope): MValue;
  callFunction(m: Machine, fn: Fn, args: readonly MValue[], self: MValue | undefined, node?: ESTree.Node): MValue;
  callValue(m: Machine, fn: MValue, args: readonly MValue[], self: MValue | undefined, node: ESTree.Node): MValue;
  callUnknown(m: Machine, name: string, args: readonly MValue[], node: ESTree.Node, of?: MValue): MValue;
  runProgram(m: Machine, body: readonly ESTree.Node[], scope: Scope): Guard;
}

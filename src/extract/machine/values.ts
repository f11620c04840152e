/** The values of the abstract machine: what is known of an expression while a script is evaluated. */
import type { Cmp, EventMeaning, Payload } from '../../model/catalog.ts';
import { type Guard, NEVER, type Store } from '../../model/guard.ts';
import type { Literal, Origin, Transform } from '../../model/value.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { topicOf } from './names.ts';
import type { PageElement } from './page-elements.ts';
import type { Deferred } from './promises.ts';
import type { Path, Scope } from './scope.ts';
import type { ScriptText } from './script-text.ts';

export type FunctionNode = ESTree.FunctionDeclaration | ESTree.FunctionExpression | ESTree.ArrowFunctionExpression;

export interface Lit {
  readonly t: 'lit';
  readonly v: Literal;
  readonly at?: Location;
}

/** A mutable object; `open` where unknown keys may be there. */
export interface Obj {
  readonly t: 'obj';
  readonly props: Map<string, MValue>;
  /** Where each key was written. */
  readonly places: Map<string, Location>;
  rest: MValue[];
  /** `get name() { … }`: evaluated where it is read. */
  getters?: Map<string, Fn>;
  setters?: Map<string, Fn>;
  /** Functions of a `Proxy` that stand in front of its target. */
  traps?: { readonly target: Obj; readonly get?: Fn; readonly set?: Fn };
  /** Where members are looked for that the object does not have itself. */
  proto?: Obj;
  readonly at?: Location;
}

export interface Arr {
  readonly t: 'arr';
  items: MValue[];
  open: boolean;
  /** The `arguments` object of a function: libraries tell it from an array. */
  readonly isArguments: boolean;
  /** The condition under which each item is in the list (`list.filter(…)`). */
  when?: readonly Guard[];
  readonly at?: Location;
}

/** A `Map` or `Set`, weak or not. */
export interface Keyed {
  readonly t: 'keyed';
  readonly kind: 'map' | 'set';
  readonly entries: { key: MValue; value: MValue; here: Guard }[];
  /** Entries may be missing. */
  open: boolean;
  /** Where it is the data of a form: all of it. */
  readonly form?: Unknown;
  /** Names and values that are sent as they are: `FormData`, `URLSearchParams`. */
  readonly sent?: true;
}

export interface Fn {
  readonly t: 'fn';
  readonly node: FunctionNode;
  readonly scope: Scope;
  readonly script: ScriptText;
  readonly self: MValue | undefined;
  /** Properties set on the function object. */
  readonly props: Map<string, MValue>;
  name: string;
  /** What the machine itself does when the function is called. */
  readonly native?: (args: readonly MValue[], node?: ESTree.Node) => MValue;
  /** Arguments that `bind` put in front; `self` then holds whatever the caller says. */
  readonly bound?: readonly MValue[] | undefined;
}

export interface Cls {
  readonly t: 'class';
  readonly node: ESTree.ClassDeclaration | ESTree.ClassExpression;
  readonly scope: Scope;
  readonly script: ScriptText;
  readonly props: Map<string, MValue>;
  readonly getters: Map<string, Fn>;
  readonly setters: Map<string, Fn>;
  /** What it extends. */
  readonly parent: MValue | undefined;
}

/** Something that the unit does not define: `document.body`, `fbq`, `Cookiebot.consent`; calls add the segment `()`. */
export interface Global {
  readonly t: 'global';
  readonly path: readonly string[];
  /** Of a consent platform: `there` where it only tells that the platform is there, `answer` where it says what was chosen. */
  readonly platform?: 'there' | 'answer';
  /** What went into the call whose result it is. */
  readonly carries?: Carried;
  readonly at?: Location;
}

/** Where the values come from that a function out of sight was handed, and what was done to them. */
export interface Carried {
  readonly origins: readonly Origin[];
  readonly transforms: readonly Transform[];
}

export interface Text {
  readonly t: 'text';
  readonly parts: readonly (string | MValue)[];
  readonly at?: Location;
}

export interface Ite {
  readonly t: 'ite';
  readonly guard: Guard;
  readonly yes: MValue;
  readonly no: MValue;
}

/** A boolean whose value is a guard. `granted`: the literal with which a platform's answer is positive. */
export interface Bool {
  readonly t: 'bool';
  readonly guard: Guard;
  readonly granted?: string | number | boolean;
  /** The condition that somebody has chosen, where it is neither yes nor no before. */
  readonly decided?: Guard;
  /** Whether the law that asks for consent holds: true where somebody knows it. */
  readonly applies?: true;
  /** In which word it is said is not known: `granted`, `true`, `1`. */
  readonly unworded?: true;
}

/** The result of `indexOf` or `search`: at least 0 where found. */
export interface Index {
  readonly t: 'index';
  readonly found: Guard;
}

/** A stored value or a part of it; absent on a first visit. */
export interface Stored {
  readonly t: 'stored';
  readonly store: Store;
  readonly key: string | undefined;
  /** Member of the parsed value: `JSON.parse(stored).marketing`. */
  readonly member?: string;
  /** The condition under which it is there, when something more exact than its key is known. */
  readonly present?: Guard;
  readonly at?: Location;
}

/** A platform's text or list with the words of the granted categories, or a status whose texts have the meanings of `values`. */
export interface WordList {
  readonly t: 'list';
  readonly cmp: Cmp;
  readonly values?: Readonly<Record<string, EventMeaning>>;
  readonly at?: Location;
}

export interface Elem {
  readonly t: 'elem';
  readonly tag: string;
  readonly props: Map<string, MValue>;
  readonly places: Map<string, Location>;
  /** How the element was found, in the page's or script's own words: `#accept`, `input[name=email]`. */
  readonly selector: string;
  readonly created: boolean;
  /** The conditions under which a script made it. */
  readonly path?: Path;
  /** Written as markup in a component: an element of HTML, or a framework's component for one. */
  readonly rendered?: 'element' | 'component';
  inserted: boolean;
  /** What it is in the markup, where that holds something back: a script that no browser runs, a template. */
  readonly found?: readonly PageElement[];
  /** What stands in a template, and not the template. */
  readonly fragment?: true;
  /** The target of an event, by the words with which the handler was registered. */
  readonly about?: string;
  /** It was made of a text of markup: `$('<button>…</button>')`. */
  markup?: MValue;
  /** What a script put into it. */
  content?: readonly MValue[];
  readonly at?: Location;
}

/** The argument of an event handler or callback. */
export interface EventArg {
  readonly t: 'event';
  readonly name: string;
  /** The element that was listened to, by its selector. */
  readonly about?: string;
  /** That element, where it is one of the markup's. */
  readonly on?: Elem;
  /** The platform whose callback or answer it is. */
  readonly cmp?: Cmp;
  readonly payload: readonly Payload[];
  readonly path: readonly string[];
  /** What a platform's call answers, and not an event. */
  readonly answers?: true;
  /** What the pattern of the call or callback has captured. */
  readonly captures?: ReadonlyMap<string, string>;
  /** The condition that it is there at all. */
  readonly here?: Guard;
  /** The condition that a page's own filter on a stream of answers puts in front of those who listen. */
  readonly when?: Guard;
}

/** The result of `typeof`. */
export interface TypeOf {
  readonly t: 'typeof';
  readonly of: MValue;
}

/** A method taken off a value, before it is called. */
export interface Method {
  readonly t: 'method';
  readonly of: MValue;
  readonly name: string;
}

/** A promise-like: its callbacks run, the value is what it resolves to. */
export interface Promised {
  readonly t: 'promise';
  readonly value: MValue;
  /** The condition under which it is rejected, where it is settled already. */
  readonly rejected?: Guard;
  /** Not resolved where it was made. */
  readonly pending?: Deferred;
}

export interface Unknown {
  readonly t: 'unknown';
  readonly origins: readonly Origin[];
  readonly transforms: readonly Transform[];
  /** What the value is called in the script; decides what a condition on it is about. */
  readonly name: string;
  readonly at?: Location;
}

export type MValue =
  | Lit
  | Obj
  | Arr
  | Keyed
  | Fn
  | Cls
  | Global
  | Text
  | Ite
  | Bool
  | Index
  | Stored
  | WordList
  | Elem
  | EventArg
  | TypeOf
  | Method
  | Promised
  | Unknown;

/** Arguments of a call that is not in sight: the parameters have any value. */
export const UNKNOWN_ARGS: readonly MValue[] = [];

export const UNDEF: Lit = { t: 'lit', v: undefined };
export const FALSE: Bool = { t: 'bool', guard: NEVER };

export function lit(v: Literal, at?: Location): Lit {
  return at ? { t: 'lit', v, at } : { t: 'lit', v };
}

export function bool(guard: Guard): MValue {
  if (guard.op === 'const') return lit(guard.value);
  return { t: 'bool', guard };
}

export function obj(at?: Location): Obj {
  const base = { t: 'obj' as const, props: new Map<string, MValue>(), places: new Map<string, Location>(), rest: [] };
  return at ? { ...base, at } : base;
}

export function arr(
  items: MValue[],
  options: { open?: boolean; isArguments?: boolean; when?: readonly Guard[]; at?: Location } = {},
): Arr {
  const when = options.when ? { when: options.when } : {};
  const base = {
    t: 'arr' as const,
    items,
    open: options.open ?? false,
    isArguments: options.isArguments ?? false,
    ...when,
  };
  return options.at ? { ...base, at: options.at } : base;
}

export function unknownValue(
  name = '',
  origins: readonly Origin[] = [],
  at?: Location,
  transforms: readonly Transform[] = [],
): Unknown {
  return at ? { t: 'unknown', name, origins, transforms, at } : { t: 'unknown', name, origins, transforms };
}

const ALWAYS_THERE = new Set(['localStorage', 'sessionStorage', 'navigator']);

/** What every browser has: asking whether it is there is no condition. */
export function isAlwaysThere(value: MValue): boolean {
  return value.t === 'global' && value.path.length === 1 && ALWAYS_THERE.has(value.path[0] ?? '');
}

export function global(path: readonly string[], at?: Location): Global {
  return at ? { t: 'global', path, at } : { t: 'global', path };
}

/** True for what a template prints about a choice: the server has the answer, as in a condition of the template. */
export function isPrinted(value: MValue): value is Unknown {
  return value.t === 'unknown' && value.origins[0]?.kind === 'template' && topicOf(value.name) === 'consent';
}

/** What a value is called, for conditions on it. */
export function nameOf(value: MValue): string {
  switch (value.t) {
    case 'unknown':
      return value.name;
    case 'global':
      return value.path.join('.').replaceAll('.()', '()');
    case 'event':
      return ['event', ...value.path].join('.');
    case 'fn':
      return value.name;
    case 'elem':
      return value.selector;
    case 'method':
      return `${nameOf(value.of)}.${value.name}`;
    default:
      return '';
  }
}

/** The text of a literal string or number, or of a text without holes. */
export function stringOf(value: MValue | undefined): string | undefined {
  if (value?.t === 'lit' && (typeof value.v === 'string' || typeof value.v === 'number')) return String(value.v);
  if (value?.t === 'text' && value.parts.every((part) => typeof part === 'string')) return value.parts.join('');
  return undefined;
}

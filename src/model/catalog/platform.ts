/** A consent platform: how it parks tags, what its events, answers and cookies mean. */
import type { Category } from './kinds.ts';
import type { PathSegment, UsePattern } from './patterns.ts';

/** What the platform does with the tag when it meets this category word. */
export type UnknownWord = 'runs' | 'parked';

/** How a platform parks markup until consent. */
export interface Parking {
  /**
   * type: `type="text/plain"` or a type of its own; no-src: the source stands in another attribute and `src` is absent or
   * empty; template: the script stands in a `<template>`; runtime: the attribute alone holds the tag, where the platform's
   * synchronous loader stands before it.
   */
  readonly mechanism: 'type' | 'no-src' | 'template' | 'runtime';
  readonly types: readonly string[];
  /** Attribute with the category words; `class` with `classPrefix` where the words are class names. */
  readonly attribute: string;
  readonly classPrefix?: string;
  /** The tag is managed only where this attribute has the value too. */
  readonly requires?: { readonly name: string; readonly value: string };
  readonly separator: 'none' | 'comma' | 'space' | 'hyphen';
  readonly combine: 'all' | 'any';
  /** What stands before a word to say that the tag runs where the category is not granted. */
  readonly negation?: string;
  /** The category of everything that is parked in this way, where the attribute holds no word. */
  readonly category?: Category;
  /** Attributes that carry the parked address. */
  readonly srcAttributes: readonly string[];
  readonly elements: readonly string[];
  readonly unknownWord: UnknownWord;
  /** The words are names of services, vendors or purposes that only the platform's own configuration maps to a category. */
  readonly wordsAreServices: boolean;
  /**
   * What a site usually calls a service there: by the vendor's name, by a slug of it, or by a word of its category. Absent where
   * only the platform's interface gives out the words.
   */
  readonly serviceWord?: 'name' | 'slug' | 'category';
}

/** What it means that a platform's event or callback runs. */
export type EventMeaning =
  /** the platform is there; says nothing of a choice */
  | 'ready'
  /** some choice is stored or was just made, a refusal included */
  | 'decision'
  /** the category of the event (`category`, or a capture) was granted */
  | 'granted'
  /** something beyond the necessary was granted */
  | 'some-granted'
  | 'accept-all'
  | 'refused';

/**
 * What a platform's answer, or a part of it, tells.
 *
 * - `category`: a boolean for the captured or fixed category
 * - `list`: a text or list with the words of granted categories, or the one word that an event is about
 * - `status`: a text whose meaning stands in `values`
 * - `service`: a boolean for something that only the platform's own configuration maps to a category
 * - `decided`: some choice was made, a refusal included
 * - `refused`: the last choice was a refusal; `not-refused`: true until somebody opts out
 * - `all`: everything is granted; `any`: something beyond the necessary is
 * - `ready`: the platform is there
 * - `applies`: the law that asks for consent holds for this visitor
 */
export type AnswerKind =
  | 'category'
  | 'list'
  | 'status'
  | 'service'
  | 'decided'
  | 'refused'
  | 'not-refused'
  | 'all'
  | 'any'
  | 'ready'
  | 'applies';

export interface Answer {
  readonly gives: AnswerKind;
  readonly category?: Category;
  /** Compared with this literal the answer is positive ('ACCEPT', 'allow'); without it truthiness decides. */
  readonly grantedValue?: string | number | boolean;
  /** What it means that a status is this text. */
  readonly values?: Readonly<Record<string, EventMeaning>>;
  /** Before any choice it is neither yes nor no: `!== false` and `!== 'no'` hold then. */
  readonly undecided?: true;
}

/** Something that an object of the platform holds: the argument of a callback, the answer of a call, a stored JSON. */
export interface Payload extends Answer {
  /** Which argument of the callback; the first if not given. */
  readonly argument?: number;
  /** Members that lead there; empty for the value itself. */
  readonly path: readonly PathSegment[];
  /** The value is this global of the platform (`didomiOnReady.push(function (Didomi) { … })`). */
  readonly global?: string;
}

export interface CmpRead extends Answer {
  readonly use: UsePattern;
  /** What the members of the answer tell, where it is an object. */
  readonly payload: readonly Payload[];
  /** The answer is a promise that is resolved once it is positive. */
  readonly promise?: true;
  /** True for every category where the platform is missing or not set up. */
  readonly failsOpen?: true;
}

export interface CmpEvent {
  /** DOM event name, data layer event, or a use pattern with `$callback`. */
  readonly event?: string;
  readonly dataLayer?: string;
  readonly use?: UsePattern;
  readonly means: EventMeaning;
  readonly category?: Category;
  /** What fits this use is no case of the uses that stand after it. */
  readonly instead?: true;
  /** The callback is called before the call returns, where the platform is there. */
  readonly atOnce?: true;
  /** What the callback's arguments or the event hold: `detail.accepted` (list) or `detail.$category`. */
  readonly payload: readonly Payload[];
  /** The global that `this` is in the callback. */
  readonly self?: string;
}

/** A call with which a page lets the platform load something: an address and the category that it waits for. */
export interface CmpInsert {
  /** A call with `$url` and `$category`. */
  readonly use: UsePattern;
}

/** A setting of the page that grants something without a choice. */
export interface CmpPreset {
  /** A call or assignment; the word that it captures (`$category`, `$service`) is granted, all if it captures none. */
  readonly use: UsePattern;
  /** by-setting: only a script calls this that the platform runs itself, once the choice is what somebody has set for it. */
  readonly grants: 'always' | 'until-refused' | 'by-setting';
}

export interface CmpStorage {
  readonly store: 'cookie' | 'local' | 'session';
  /** `*` at the end stands for any characters. */
  readonly key: string;
  /** banner-closed: says only that the banner was dismissed. */
  readonly means: 'choices' | 'banner-closed';
  /** The platform writes it on the first page already, before any choice. */
  readonly beforeChoice?: true;
  /** The value names every category whatever was chosen: that a word stands in it means nothing. */
  readonly namesAll?: true;
  /** Texts whose presence in the value means that the category is granted, per category. */
  readonly granted: Readonly<Partial<Record<Category, readonly string[]>>>;
  /** What else it means that a text stands in the value (`deny`, `dismiss`). */
  readonly values: Readonly<Record<string, EventMeaning>>;
  /** Members of the JSON in it. */
  readonly payload: readonly Payload[];
}

export interface AutoBlock {
  /** attribute of the loader with its value, a query parameter of its address, a script address of its own, or built into the loader. */
  readonly attribute?: { readonly name: string; readonly value: string };
  readonly query?: { readonly name: string; readonly value: string };
  readonly url?: string;
  readonly builtIn: boolean;
}

export interface Cmp {
  readonly id: string;
  readonly name: string;
  readonly urls: readonly string[];
  /** Ids of the loader's element; an element's id is a property of window. */
  readonly elementIds: readonly string[];
  readonly globals: readonly string[];
  readonly modules: readonly string[];
  /** The global whose members the packages of `modules` export. */
  readonly moduleGlobal?: string;
  readonly parking: readonly Parking[];
  /** Comments between which a program of the platform on the server parks what it finds. */
  readonly serverComments: readonly { readonly start: string; readonly end: string }[];
  readonly words: Readonly<Record<Category, readonly string[]>>;
  /** Words of tags that the platform never touches: they run as they stand, or stay parked for ever. */
  readonly alwaysRun: readonly string[];
  readonly autoBlock?: AutoBlock;
  readonly reads: readonly CmpRead[];
  readonly events: readonly CmpEvent[];
  readonly storage: readonly CmpStorage[];
  readonly inserts: readonly CmpInsert[];
  readonly presets: readonly CmpPreset[];
  /** The literals that names of the platform stand for. */
  readonly constants: Readonly<Record<string, string | number | boolean>>;
  /** The platform itself sets Google's consent default to denied before tags run. */
  readonly setsGoogleDefault: boolean;
  /** The platform itself, or one of its settings, sends Google's updates. */
  readonly updatesGoogle: boolean;
  /** Gallery templates (`owner/repository` or id) with which the platform runs inside a container. */
  readonly gtmTemplates: readonly string[];
  readonly gtmConsent?: GtmConsent;
}

/** What a platform's gallery template does to the consent mode: a default, denied where no parameter says otherwise. */
export interface GtmConsent {
  /** Parameters of the template, or columns of its tables, with the signals that they set. */
  readonly signals: Readonly<Record<string, readonly string[]>>;
  /** With this parameter the template leaves the consent mode alone. */
  readonly offBy?: { readonly key: string; readonly value: string };
}

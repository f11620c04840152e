/** Gates that a site declares in its configuration: what it asks itself before it runs a tag, and what the answer stands for. */
import type { Category } from './catalog.ts';

/** Stands for the site itself where an atom names a platform. */
export const SITE = 'site';

/** A gate as it is declared: one of the first six keys says what it is. */
export interface DeclaredGate {
  /** What a script or template asks: `hasConsent('ads')`, `consent.marketing and not preview`. */
  readonly expression?: string | undefined;
  /** An event, or a function that runs its callback once the answer is yes. */
  readonly event?: string | undefined;
  readonly cookie?: string | undefined;
  /** A key of localStorage or sessionStorage. */
  readonly storage?: string | undefined;
  /** An attribute on parked markup: `data-consent` or `data-consent="marketing"`. */
  readonly attribute?: string | undefined;
  /** A component around what waits: `ConsentGate` or `<ConsentGate category="marketing">`. */
  readonly component?: string | undefined;
  /** Members that lead to the answer: in a stored JSON, in an event. */
  readonly path?: string | undefined;
  /** What the answer is where it is yes. */
  readonly value?: string | number | boolean | undefined;
  /** Several are granted together. */
  readonly category: Category | readonly Category[];
}

/** One question of an expression. */
export interface GateTerm {
  /** As `gateText` writes it. */
  readonly subject: string;
  /** What it is compared with. */
  readonly value?: string;
  readonly negated: boolean;
}

export type GateQuestion =
  /** all terms hold */
  | { readonly kind: 'expression'; readonly all: readonly GateTerm[] }
  /** the event comes, or the member `path` of it is positive (or `value`) */
  | { readonly kind: 'event'; readonly name: string; readonly path?: string; readonly value?: string }
  /** the function, as `gateText` writes its call without the callback */
  | { readonly kind: 'callback'; readonly call: string }
  | {
      readonly kind: 'stored';
      readonly store: 'cookie' | 'web';
      /** `*` at the end stands for any characters. */
      readonly key: string;
      readonly path?: string;
      readonly value?: string;
    }
  /** without `value` any value */
  | { readonly kind: 'attribute'; readonly name: string; readonly value?: string }
  /** `name` in small letters without hyphens; an empty text for any value of a property */
  | { readonly kind: 'component'; readonly name: string; readonly props: Readonly<Record<string, string>> };

export interface SiteGate {
  /** As it was declared, for evidence. */
  readonly text: string;
  /** All of them are granted where the answer is yes. */
  readonly categories: readonly Category[];
  readonly asks: GateQuestion;
}

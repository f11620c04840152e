/** How the catalogue writes down code and addresses: patterns, and what restricts them. */

/**
 * What an argument must be (`literal`, `oneOf`, `object`, `array`), or what it is called in the activity (`capture`).
 * `each` (`[...pattern]`) fits every item of a list that fits the pattern, `member` (`{ [$key]: pattern }`) every member of
 * an object; both are for callbacks alone, where each place found is one.
 */
export type ArgPattern =
  | { readonly literal: string | number | boolean | null }
  | { readonly oneOf: readonly string[] }
  | { readonly capture: string }
  | { readonly object: Readonly<Record<string, ArgPattern>> }
  | { readonly array: readonly ArgPattern[] }
  | { readonly each: ArgPattern }
  | { readonly member: ArgPattern; readonly key: string };

/** A path segment is a fixed name or, as in `Cookiebot.consent.$category`, a capture. */
export type PathSegment = string | { readonly capture: string };

/**
 * A use of a global or of an imported module, compiled from a JavaScript expression in the YAML such as
 * `fbq('init', $id, $user)`, `new UET({ ti: $id })`, `_linkedin_partner_id = $id` or `Cookiebot.consent.$category`.
 * Missing trailing arguments match captures; literals must be there.
 */
export interface UsePattern {
  readonly form: 'call' | 'new' | 'assign' | 'read';
  readonly path: readonly PathSegment[];
  /** Arguments of a call, or the assigned value as the single element; empty for a read. */
  readonly args: readonly ArgPattern[];
}

/** Restricts a pattern to literal captures that match one of the wildcards (`G-*`); `unknown` says whether a value that is not known counts. */
export interface Where {
  readonly capture: string;
  readonly values: readonly string[];
  readonly unknown: boolean;
}

/** A capture, or a member of one, at one of whose values something else is meant: `{ enabled: false }`. */
export interface Option {
  readonly path: readonly string[];
  readonly values: readonly (string | number | boolean)[];
}

/** A URL shape: `*` stands for any characters; the pattern matches a prefix of host + path; query parameters are matched apart. */
export interface UrlPattern {
  readonly url: string;
  /** script, frame and style are loads, beacon is an image or ping, config a file with the vendor's remote settings. */
  readonly kind: 'script' | 'frame' | 'style' | 'beacon' | 'config';
  readonly query: readonly Where[];
  /** Query parameter, or `*n` for the n-th star of the pattern, that carries the account's id. */
  readonly id?: string;
  /** An API that takes events from servers: a script file that calls it is taken for server code. */
  readonly server?: true;
  /** At this address the vendor does less than it usually does; what it still does, as the end of "it …". */
  readonly restrained?: string;
}

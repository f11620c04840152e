/** How calls are written: what repairs of code need to know. */
import type { Location } from '../text/location.ts';

/** A call that stands in a text as it is; there is none for code that is put together at run time or decoded on the way. */
export interface CallSyntax {
  /** The whole call. */
  readonly call: Location;
  /** Its arguments, none of them a spread. */
  readonly args: readonly Location[];
  /** The statement that begins with the call, where another may be put in front of it. */
  readonly statement?: Location;
}

/** A function that hands over commands in a form that the library ignores. */
export interface WrapperSyntax {
  /** What it pushes; its `arguments` should stand here. */
  readonly pushed: Location;
  /** An arrow function, which has no arguments of its own. */
  readonly arrow?: {
    readonly whole: Location;
    /** The arrow, with the white space around it. */
    readonly arrow: Location;
    /** The body, where it is an expression. */
    readonly expression?: Location;
  };
}

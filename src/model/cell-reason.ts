import type { Atom } from './guard.ts';
import type { Activity } from './unit.ts';

/** One thing that decides what a tag does in a consent state. */
export type CellReason =
  /** A condition in front of the tag: it holds, it does not, or nobody can tell from here. */
  | {
      readonly kind: 'condition';
      readonly atom: Atom;
      readonly holds: boolean | undefined;
      readonly location?: Activity['location'];
    }
  /** What a signal of a consent mode is, and the command that makes it so; without one a choice, a platform, or nobody. */
  | {
      readonly kind: 'signal';
      readonly signal: string;
      readonly setting: 'granted' | 'denied' | 'depends' | 'open' | 'unset';
      readonly command?: Activity;
    }
  /** The vendor's own switch, turned off by a command. */
  | { readonly kind: 'switch'; readonly command: Activity }
  /** Nothing can make it run. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'paused' };

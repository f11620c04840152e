/** Under which condition the code behind a statement runs. */
import { ALWAYS, type Guard, NEVER, or } from '../../model/guard.ts';
import { choose } from './truth.ts';

/** How control leaves a statement: `go` to the next one, `jump` out of the loop or switch; else out of the function. */
export interface Flow {
  readonly go: Guard;
  readonly jump: Guard;
}

/** To the next statement. */
export const GO: Flow = { go: ALWAYS, jump: NEVER };
/** Out of the function. */
export const LEAVE: Flow = { go: NEVER, jump: NEVER };
/** Out of the loop or switch. */
export const JUMP: Flow = { go: NEVER, jump: ALWAYS };

/** Behind a branch. */
export function merge(guard: Guard, yes: Flow, no: Flow): Flow {
  if (yes === GO && no === GO) return GO;
  return { go: choose(guard, yes.go, no.go), jump: choose(guard, yes.jump, no.jump) };
}

/** What goes on behind a loop: it is left by itself, or by a `break`. */
export function afterLoop(flow: Flow): Flow {
  if (flow === GO) return GO;
  const go = or(flow.go, flow.jump);
  return go === ALWAYS ? GO : { go, jump: NEVER };
}

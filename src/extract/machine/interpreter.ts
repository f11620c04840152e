/** Puts the abstract machine together with what the parts of the language mean. */
import type { CatalogIndex } from '../catalog-index.ts';
import { callValue } from './calls.ts';
import { evaluate } from './expressions.ts';
import { callFunction } from './functions.ts';
import type { MachineHost, Semantics } from './host.ts';
import { Machine } from './machine.ts';
import type { ScriptText } from './script-text.ts';
import { runProgram } from './statements.ts';
import { callUnknown } from './unknown-calls.ts';

const JAVASCRIPT: Semantics = { evaluate, callFunction, callValue, callUnknown, runProgram };

/** A machine for one unit. `script` stands in for positions until a script runs. */
export function createMachine(catalog: CatalogIndex, host: MachineHost, script: ScriptText): Machine {
  return new Machine(catalog, host, script, JAVASCRIPT);
}

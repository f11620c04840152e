/** Evaluates the sandboxed code of a template with what a tag gives it. */

import { type Cmp, TEMPLATE_API } from '../../../model/catalog.ts';
import type { Activity, UnknownScript } from '../../../model/unit.ts';
import type { ScriptParser } from '../../../parse/script.ts';
import type { Location } from '../../../text/location.ts';
import { OffsetMap } from '../../../text/offset-map.ts';
import type { Source } from '../../../text/source.ts';
import type { CatalogIndex } from '../../catalog-index.ts';
import { createMachine } from '../../machine/interpreter.ts';
import type { Machine } from '../../machine/machine.ts';
import { NO_PAGE } from '../../machine/no-page.ts';
import { nativeFunction, resolution } from '../../machine/promises.ts';
import { recordCall } from '../../machine/record.ts';
import type { ScriptText } from '../../machine/script-text.ts';
import { settleCalled } from '../../machine/settle.ts';
import { unknownScripts } from '../../machine/unknown-scripts.ts';
import { type FunctionNode, type MValue, type Obj, stringOf, UNDEF, unknownValue } from '../../machine/values.ts';
import { type CodeUses, usesOf } from '../template-code.ts';
import type { Api, Effect } from './call.ts';
import { CONSENT } from './consent.ts';
import { LANGUAGE, libraryValue } from './language.ts';
import { READS } from './reads.ts';
import { SENDS } from './sends.ts';

/** The code of a template, parsed. */
export class SandboxCode {
  readonly script: ScriptText;
  readonly body: FunctionNode;
  #uses: CodeUses | undefined;

  constructor(script: ScriptText, body: FunctionNode) {
    this.script = script;
    this.body = body;
  }

  /** What it uses, read when somebody asks and only once. */
  get uses(): CodeUses {
    this.#uses ??= usesOf(this.body);
    return this.#uses;
  }
}

export type ParsedCode =
  | { readonly ok: true; readonly code: SandboxCode }
  | { readonly ok: false; readonly message: string; readonly offset: number };

export interface SandboxFacts {
  readonly activities: readonly Activity[];
  readonly effects: readonly Effect[];
  readonly cmps: ReadonlyMap<Cmp, Location | undefined>;
  readonly unknownScripts: readonly UnknownScript[];
  /** What the code returns: the value of a variable. */
  readonly returned: MValue;
  /** How many nodes were evaluated. */
  readonly steps: number;
  /** The evaluation came to its end. */
  readonly complete: boolean;
}

const APIS: ReadonlyMap<string, Api> = new Map(
  [SENDS, READS, CONSENT, LANGUAGE].flatMap((group) => Object.entries(group)),
);

/** More is not read: what Tag Manager takes is shorter. */
const MAX_CODE = 400_000;
const FUEL = 40_000;
/** A function's beginning in the place of the section's heading, so that every offset stays what it is. */
const OPENING = '(data)=>{';

/**
 * The code of a section, as the body of a function of `data`: variables return at the top.
 *
 * @param section where the section's heading begins, and where the section ends
 * @returns an offset in `source` where it does not parse
 */
export function parseCode(
  source: Source,
  section: { readonly heading: number; readonly start: number; readonly end: number },
  parser: ScriptParser,
): ParsedCode {
  const { heading, start, end } = section;
  if (end - start > MAX_CODE) return { ok: false, message: 'the code is too long', offset: start };
  const text = source.text.slice(heading, end);
  const masked = `${OPENING.padEnd(start - heading)}${source.text.slice(start, end)}\n}`;
  const parsed = parser.parse(masked, 'js');
  if (!parsed.ok) return { ok: false, message: parsed.message, offset: Math.min(heading + parsed.offset, end) };
  const [statement] = parsed.program.body;
  const body = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (body?.type !== 'ArrowFunctionExpression') return { ok: false, message: 'the code is none', offset: start };
  const inner = source.nest(text, OffsetMap.shift(heading), 'sandboxed JavaScript');
  return { ok: true, code: new SandboxCode({ source: inner, masked, holes: [], guardAt: undefined }, body) };
}

/** What the code does with these fields. */
export function runSandbox(
  { script, body }: SandboxCode,
  catalog: CatalogIndex,
  fields: ReadonlyMap<string, MValue>,
): SandboxFacts {
  const m = createMachine(catalog, NO_PAGE, script);
  const effects: Effect[] = [];
  const data = dataOf(m, fields);
  m.global.declare(
    'require',
    nativeFunction(m, 'require', ([name]) => required(m, stringOf(name) ?? '', effects, body)),
    m.path,
  );
  let returned: MValue = UNDEF;
  m.within({ script, path: m.path, steps: [], reached: true, fuel: FUEL }, () => {
    const fn = { t: 'fn', node: body, scope: m.global, script, self: undefined, props: new Map(), name: '' } as const;
    returned = m.callFunction(fn, [data], undefined);
  });
  settleCalled(m);
  return {
    activities: m.activities,
    effects,
    cmps: m.seenCmps,
    unknownScripts: unknownScripts(m),
    returned: resolution(returned),
    steps: m.spent,
    complete: m.unresolved === 0,
  };
}

/** The record of a tag's fields; two functions in it tell Tag Manager how it went. */
function dataOf(m: Machine, fields: ReadonlyMap<string, MValue>): Obj {
  const data: Obj = { t: 'obj', props: new Map(fields), places: new Map(), rest: [] };
  for (const name of ['gtmOnSuccess', 'gtmOnFailure'])
    data.props.set(
      name,
      nativeFunction(m, name, () => UNDEF),
    );
  for (const name of ['gtmEventId', 'gtmTagId']) data.props.set(name, unknownValue(name));
  return data;
}

function required(m: Machine, name: string, effects: Effect[], body: FunctionNode): MValue {
  const there = libraryValue(m, name);
  if (there) return there;
  const api = APIS.get(name);
  return nativeFunction(m, name, (args, node) => {
    const call = { m, name, args, node: node ?? body, effects };
    recordCall(m, [`module:${TEMPLATE_API}`, name], args, 'call', call.node);
    return api ? api(call) : m.callUnknown(name, args, call.node);
  });
}

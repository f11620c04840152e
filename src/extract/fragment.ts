import type { DynamicCode } from '../model/dynamic-code.ts';
import type { Entity } from '../model/entity.ts';
import type { Guard } from '../model/guard.ts';
import type { Activity, Step, UnknownScript } from '../model/unit.ts';
import { UNDEFINED, type Value } from '../model/value.ts';
import type { ScriptParser } from '../parse/script.ts';
import { type Location, locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { ReadProblem, SeenCmp } from './extracted.ts';
import { freeze, thaw } from './machine/freeze.ts';
import { createMachine } from './machine/interpreter.ts';
import { NO_PAGE } from './machine/no-page.ts';
import type { Hole, ScriptText } from './machine/script-text.ts';
import type { MValue } from './machine/values.ts';
import { PageReader } from './page/reader.ts';
import { type Masking, plain } from './templates/masking.ts';

/** Code and markup that a container carries: it is injected while the page lives, under the guard of its tag. */
export interface FragmentOptions {
  readonly catalog: CatalogIndex;
  readonly parser: ScriptParser;
  /** The condition under which the whole fragment is injected. */
  readonly guard: Guard;
  /** How execution gets to the fragment (triggers, the tag that calls it). */
  readonly steps: readonly Step[];
  readonly entity?: Entity;
  /** Order of execution of the fragment within its unit; activities inside it keep their order below it. */
  readonly order: number;
  /** The value of a `{{reference}}`; the name is given without braces, trimmed. */
  readonly reference: (name: string, location: Location) => Value;
  /** What a consent platform answers, where the reference asks one. */
  readonly answer: (name: string, location: Location) => MValue | undefined;
}

export interface FragmentResult {
  readonly activities: readonly Activity[];
  readonly unknownScripts: readonly UnknownScript[];
  readonly dynamic: readonly DynamicCode[];
  readonly cmps: readonly SeenCmp[];
  readonly problems: readonly ReadProblem[];
  readonly unresolved: number;
}

/**
 * Reads the HTML of a Custom HTML tag: scripts run, images and frames load; what stands in `noscript` is never rendered,
 * because a script injects the markup.
 */
export function extractFragment(source: Source, options: FragmentOptions): FragmentResult {
  const reader = new PageReader(source, {
    catalog: options.catalog,
    parser: options.parser,
    resolve: () => undefined,
    guard: options.guard,
    steps: options.steps,
    injected: true,
    ...(options.entity ? { entity: options.entity } : {}),
  });
  const masking = referenceMasking(source, options);
  // A tag that holds bare code without a script element does nothing as HTML: it is text.
  const facts = reader.read(source, masking);
  return {
    activities: facts.activities.map((activity) => ({
      ...activity,
      carrier: 'tag' as const,
      order: options.order + activity.order / 10_000,
    })),
    unknownScripts: facts.unknownScripts.map((one) => ({ ...one, order: options.order + one.order / 10_000 })),
    dynamic: facts.dynamic,
    cmps: facts.cmps,
    problems: facts.problems,
    unresolved: facts.unresolved,
  };
}

/** The value that a custom JavaScript variable (`function() { … }`) returns. Activities in it are ignored. */
export function evaluateFunction(source: Source, options: FragmentOptions): Value {
  const masking = referenceMasking(source, options);
  // The function stands alone and has no name: brackets make an expression of it.
  const wrapped = `(${masking.masked.trimEnd().replace(/;$/, ' ')})`;
  const parsed = options.parser.parse(wrapped, 'js');
  if (!parsed.ok) return UNDEFINED;
  const [statement] = parsed.program.body;
  if (statement?.type !== 'ExpressionStatement') return UNDEFINED;
  const holes = masking.machineHoles.map((hole): Hole => ({ ...hole, start: hole.start + 1, end: hole.end + 1 }));
  // Positions are one further on than in the source, because of the bracket; the whole text stands in for them.
  const script: ScriptText = {
    source,
    masked: wrapped,
    holes,
    guardAt: undefined,
    anchor: locationOf(source, { start: 0, end: source.text.length }),
    lead: 1,
  };
  const machine = createMachine(options.catalog, NO_PAGE, script);
  let result: Value = UNDEFINED;
  machine.within({ script, path: machine.path, steps: [], reached: true, fuel: 20_000 }, () => {
    const value = machine.evaluate(statement.expression, machine.global);
    result = freeze(value.t === 'fn' ? machine.callFunction(value, [], undefined) : value);
  });
  return result;
}

const REFERENCE = /\{\{([^{}]{1,300})\}\}/g;

/** `{{references}}` stand bare in code or inside quotes: an identifier of the same length fits both. */
function referenceMasking(source: Source, options: FragmentOptions): Masking {
  const holes: Hole[] = [];
  const masked = source.text.replace(REFERENCE, (all, name: string, start: number) => {
    const location = locationOf(source, { start, end: start + all.length });
    holes.push({
      start,
      end: start + all.length,
      value: () => options.answer(name.trim(), location) ?? thaw(options.reference(name.trim(), location)),
    });
    return all.replace(/[^\r\n]/g, '_').replace(/^_/, '$');
  });
  return holes.length === 0 ? plain(source.text) : withHoles(masked, holes);
}

function withHoles(masked: string, holes: readonly Hole[]): Masking {
  const inside = (start: number, end: number): readonly Hole[] =>
    holes.filter((hole) => hole.end > start && hole.start < end);
  return {
    ...plain(masked),
    hasHoles: true,
    machineHoles: holes,
    textWithHoles: (start, end, filler) => {
      let text = '';
      let at = start;
      for (const hole of inside(start, end)) {
        text += masked.slice(at, Math.max(at, hole.start)) + filler;
        at = hole.end;
      }
      return text + masked.slice(at, end);
    },
    within: (start, end) =>
      withHoles(
        masked.slice(start, end),
        inside(start, end).map((hole) => ({ ...hole, start: hole.start - start, end: hole.end - start })),
      ),
  };
}

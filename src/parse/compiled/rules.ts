/**
 * Rules and predicates become triggers. A rule holds where all predicates of its `if` hold and none of its `unless`; then it
 * adds tags to those that fire, or blocks them.
 */
import type { JsonPath } from '../../text/json-positions.ts';
import type { ContainerCondition, ContainerTrigger } from '../container.ts';
import { isTrue, items, type Json, record, text } from '../container-json.ts';
import { GROUP, LISTENER_IDS, OPERATORS, TRIGGER_TYPES } from './functions.ts';
import { textsOf } from './parameters.ts';
import { type Names, textOf } from './texts.ts';

/** What rules are made of, by index. */
export interface Resource {
  readonly macros: readonly unknown[];
  readonly tags: readonly unknown[];
  readonly predicates: readonly unknown[];
  readonly rules: readonly unknown[];
}

export const BASE: JsonPath = ['resource'];

interface Rule {
  readonly id: string;
  readonly index: number;
  readonly tests: readonly { readonly predicate: number; readonly negate: boolean }[];
  readonly adds: readonly number[];
  readonly blocks: readonly number[];
}

/** A predicate on a rule, told by what it asks for. */
type Test =
  | { readonly about: 'event' | 'value'; readonly condition: ContainerCondition }
  /** The listener that sends the event. */
  | { readonly about: 'listener'; readonly id: string };

const MAX_RULES = 100_000;

export class Rules {
  readonly triggers: readonly ContainerTrigger[];
  readonly #resource: Resource;
  readonly #names: Names;
  readonly #rules: readonly Rule[];
  readonly #adding = new Map<number, string[]>();
  readonly #blocking = new Map<number, string[]>();
  /** Listeners of triggers by the id that their events carry. */
  readonly #listeners = new Map<string, number>();
  /** Members of trigger groups by the id under which they report. */
  readonly #members = new Map<string, number>();
  readonly #conditions = new Map<number, ContainerCondition>();

  constructor(resource: Resource, names: Names) {
    this.#resource = resource;
    this.#names = names;
    this.#rules = resource.rules.slice(0, MAX_RULES).map(readRule);
    for (const { id, adds, blocks } of this.#rules) {
      for (const tag of adds) push(this.#adding, tag, id);
      for (const tag of blocks) push(this.#blocking, tag, id);
    }
    for (const [index, raw] of resource.tags.entries()) {
      const id = text(record(raw)?.vtp_uniqueTriggerId);
      const member = text(record(raw)?.vtp_firingId);
      if (id !== undefined) this.#listeners.set(id, index);
      if (member !== undefined) this.#members.set(member, index);
    }
    this.triggers = this.#rules.map((rule) => this.#trigger(rule));
  }

  /** Ids of the triggers that add a tag. */
  firing(tag: number): readonly string[] {
    return this.#adding.get(tag) ?? [];
  }

  blocking(tag: number): readonly string[] {
    return this.#blocking.get(tag) ?? [];
  }

  #trigger(rule: Rule): ContainerTrigger {
    const tests = this.#tests(rule);
    const events = tests.flatMap((one) => (one.about === 'event' ? [one.condition] : []));
    const fixed = events.find(({ operator, negate, right }) => {
      return operator === 'EQUALS' && !negate && TRIGGER_TYPES.has(right);
    });
    const listener = tests.flatMap((one) => (one.about === 'listener' ? (this.#listeners.get(one.id) ?? []) : []))[0];
    const type = (fixed && TRIGGER_TYPES.get(fixed.right)) ?? (events.length > 0 ? 'CUSTOM_EVENT' : 'ALWAYS');
    const members = type === 'TRIGGER_GROUP' ? this.#membersOf(listener) : [];
    // A group whose members are not in sight is an event like others.
    const known = type !== 'TRIGGER_GROUP' || members.length > 0;
    const filters = tests.flatMap((one) => (one.about === 'value' ? [one.condition] : []));
    const listenerFilters = listener === undefined ? [] : this.#armed(listener);
    const path = [...BASE, 'rules', rule.index];
    const event = events.find(({ negate }) => !negate)?.right;
    return {
      id: rule.id,
      name: event === undefined ? `rule ${rule.index}` : `rule ${rule.index} (${event.slice(0, 60)})`,
      type: known ? type : 'CUSTOM_EVENT',
      path,
      namePath: [...path, 0],
      parameters: new Map(),
      folderId: undefined,
      texts: [...filters, ...events, ...listenerFilters].flatMap(textsIn),
      eventFilters: fixed && known ? events.filter((one) => one !== fixed) : events,
      filters,
      listenerFilters,
      members,
      eventName: undefined,
    };
  }

  #tests({ tests }: Rule): Test[] {
    return tests.flatMap(({ predicate, negate }): Test[] => {
      const raw = record(this.#resource.predicates[predicate]);
      const condition = this.#condition(raw, predicate);
      const macro = macroOf(raw?.arg0);
      const source = macro === undefined ? undefined : record(this.#resource.macros[macro]);
      const isListener = source?.function === '__v' && source.vtp_name === LISTENER_IDS;
      if (isListener && !negate) return [{ about: 'listener', id: listenerIn(condition.right) }];
      const own = { ...condition, negate };
      return [{ about: source?.function === '__e' ? 'event' : 'value', condition: own }];
    });
  }

  #condition(raw: Json | undefined, index: number): ContainerCondition {
    const known = this.#conditions.get(index);
    if (known) return known;
    const path = [...BASE, 'predicates', index];
    const condition = (raw && conditionOf(raw, path, this.#names)) ?? {
      // Nobody knows what it asks.
      operator: 'UNKNOWN',
      left: `predicate ${index}`,
      right: '',
      negate: false,
      ignoreCase: false,
      path,
    };
    this.#conditions.set(index, condition);
    return condition;
  }

  /** What must hold for a listener to be armed, where one rule alone arms it. */
  #armed(listener: number): ContainerCondition[] {
    const [id, ...others] = this.firing(listener);
    const rule = others.length > 0 ? undefined : this.#rules.find((one) => one.id === id);
    if (!rule) return [];
    return this.#tests(rule).flatMap((one) => (one.about === 'value' ? [one.condition] : []));
  }

  /** The triggers that must all have fired: each reports through a tag of its own. */
  #membersOf(listener: number | undefined): string[] {
    const group = listener === undefined ? undefined : record(this.#resource.tags[listener]);
    if (group?.function !== GROUP) return [];
    const ids = items(group.vtp_triggerIds).slice(1);
    const members = ids.map((id) => this.#members.get(text(id) ?? ''));
    const rules = members.map((tag) => (tag === undefined ? undefined : this.firing(tag)[0]));
    return rules.every((id) => id !== undefined) ? rules.flatMap((id) => id ?? []) : [];
  }
}

/** The condition of a predicate; undefined where it is none that is known. */
function conditionOf(raw: Json, path: JsonPath, names: Names): ContainerCondition | undefined {
  const left = textOf(raw.arg0, [...path, 'arg0'], names);
  if (left === undefined) return undefined;
  const operator = typeof raw.function === 'string' ? raw.function : '';
  return {
    operator: Object.hasOwn(OPERATORS, operator) ? (OPERATORS[operator] ?? '') : operator.toUpperCase(),
    left,
    right: textOf(raw.arg1, [...path, 'arg1'], names) ?? '',
    negate: false,
    ignoreCase: isTrue(raw.ignore_case),
    path: raw.arg1 === undefined ? path : [...path, 'arg1'],
  };
}

/** A condition that is written into a value: `["zb", operator, left, right, negate, ignoreCase]`. */
export function inlineCondition(
  value: readonly unknown[],
  path: JsonPath,
  names: Names,
): ContainerCondition | undefined {
  const [, operator, arg0, arg1, negate, ignoreCase] = value;
  const raw = { function: operator, arg0, arg1, ignore_case: ignoreCase };
  const found = conditionOf(raw, path, names);
  return found && { ...found, negate: isTrue(negate), path: [...path, 3] };
}

function textsIn({ left, right, path }: ContainerCondition): ReturnType<typeof textsOf> {
  // The left side stands beside the right one.
  const at = path[path.length - 1] === 'arg1' ? [...path.slice(0, -1), 'arg0'] : path;
  const empty = { key: '', type: 'TEMPLATE', list: [], map: [] };
  return textsOf([
    { ...empty, value: left, path: at },
    { ...empty, value: right, path },
  ]);
}

function readRule(value: unknown, index: number): Rule {
  const tests: { predicate: number; negate: boolean }[] = [];
  const adds: number[] = [];
  const blocks: number[] = [];
  for (const part of items(value)) {
    const [word, ...rest] = items(part);
    const indexes = rest.filter((one) => typeof one === 'number');
    if (word === 'if') tests.push(...indexes.map((predicate) => ({ predicate, negate: false })));
    else if (word === 'unless') tests.push(...indexes.map((predicate) => ({ predicate, negate: true })));
    else if (word === 'add') adds.push(...indexes);
    else if (word === 'block') blocks.push(...indexes);
  }
  return { id: String(index), index, tests, adds, blocks };
}

function macroOf(value: unknown): number | undefined {
  if (!Array.isArray(value) || value[0] !== 'macro') return undefined;
  const index: unknown = value[1];
  return typeof index === 'number' ? index : undefined;
}

/** `(^$|((^|,)2760387_8($|,)))` -> `2760387_8`. */
function listenerIn(pattern: string): string {
  return /\(\^\|,\)([\w-]{1,60})\(\$\|,\)/.exec(pattern)?.[1] ?? pattern;
}

function push(map: Map<number, string[]>, key: number, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Takes user data out of calls. */
import type { CallSyntax } from './call-syntax.ts';
import { argumentFor, lineRemoved, replaced, textAt } from './code-repairs.ts';
import type { Location, Repair, RepairEdit } from './finding.ts';
import { parametersRemoved } from './json-repairs.ts';
import { say } from './phrase.ts';
import type { Activity } from './unit.ts';
import type { UserDatum } from './user-data.ts';
import { alternativesOf, isEmpty, type Value } from './value.ts';

/** Takes what a call or a tag hands over out of it. Undefined where not all of it stands there. */
export function withoutUserData(activity: Activity, data: readonly UserDatum[]): Repair | undefined {
  const { syntax, entity, tagShape } = activity;
  const edits = syntax
    ? outOfCall(syntax, activity, new Set(data.map(({ value }) => value)))
    : entity?.whole && tagShape
      ? outOfTag(
          entity.whole,
          tagShape.userData.map(({ key }) => key.split('=')[0] ?? key),
        )
      : undefined;
  const keys = [...new Set(data.map(({ key }) => key))].slice(0, 8).join(', ');
  return edits && { message: say`Take ${keys} out.`, edits };
}

function outOfTag(whole: Location, keys: readonly string[]): readonly RepairEdit[] | undefined {
  const edit = parametersRemoved(whole, keys);
  return edit && [edit];
}

function outOfCall(
  syntax: CallSyntax,
  activity: Activity,
  flagged: ReadonlySet<Value>,
): readonly RepairEdit[] | undefined {
  const { args, statement } = syntax;
  const { kind, values } = activity;
  const edits: RepairEdit[] = [];
  const left = new Set(flagged);
  for (const [name, value] of Object.entries(values)) {
    const there = args.find((arg) => isAt(value, arg));
    // What is made elsewhere may be used elsewhere, too: the argument alone is taken out.
    const arg = there ?? (isWhole(value, left) ? argumentFor(activity, syntax, name) : undefined);
    const at = arg ? args.indexOf(arg) : -1;
    if (!arg || edits.some(({ location }) => location.end === arg.end)) continue;
    if (isWhole(value, left)) {
      if (kind === 'identify' && statement && isOnlyWords(args, arg) && endsWith(statement, syntax.call)) {
        claim(value, left);
        return left.size === 0 ? [lineRemoved(statement)] : undefined;
      }
      // An argument in front of others keeps their places.
      const before = args[at - 1];
      claim(value, left);
      edits.push(
        at === args.length - 1 && before
          ? replaced({ source: arg.source, start: before.end, end: arg.end }, '')
          : replaced(arg, at === args.length - 1 ? '' : 'undefined'),
      );
      continue;
    }
    const members = membersOf(value, left, arg);
    if (!members) return undefined;
    edits.push(...members);
  }
  return edits.length > 0 && left.size === 0 ? edits : undefined;
}

/** Beside the data there are only the words of a command. */
function isOnlyWords(args: readonly Location[], data: Location): boolean {
  return args.every((arg) => arg === data || /^['"][a-z_]+['"]$/i.test(textAt(arg)));
}

/** The statement is the call, and nothing else. */
function endsWith(statement: Location, call: Location): boolean {
  return /^\s*;?$/.test(statement.source.text.slice(call.end, statement.end));
}

function isAt({ location }: Value, arg: Location): boolean {
  return location?.source === arg.source && location.start === arg.start && location.end === arg.end;
}

/** Whether a value holds nothing but what is flagged. */
function isWhole(value: Value, flagged: ReadonlySet<Value>): boolean {
  if (flagged.has(value)) return true;
  if (value.kind === 'choice') {
    const parts = alternativesOf(value);
    return (
      parts.some((one) => flagged.has(one)) ||
      (!isEmpty(value) && parts.every((one) => isEmpty(one) || isWhole(one, flagged)))
    );
  }
  if (value.kind === 'object')
    return (
      value.properties.length + value.rest.length > 0 &&
      value.rest.every((rest) => flagged.has(rest)) &&
      value.properties.every((property) => isWhole(property.value, flagged))
    );
  return (
    value.kind === 'array' &&
    !value.open &&
    value.items.length > 0 &&
    value.items.every((item) => isWhole(item, flagged))
  );
}

/** Takes a value, and what it holds, off the list. */
function claim(value: Value, left: Set<Value>): true {
  left.delete(value);
  if (value.kind === 'choice') for (const one of alternativesOf(value)) claim(one, left);
  if (value.kind === 'object')
    for (const one of [...value.properties.map((property) => property.value), ...value.rest]) claim(one, left);
  if (value.kind === 'array') for (const item of value.items) claim(item, left);
  return true;
}

/** The members of an object that is written out in the call; undefined where one cannot be taken out. */
function membersOf(value: Value, left: Set<Value>, arg: Location): readonly RepairEdit[] | undefined {
  if (value.kind !== 'object') return [];
  const edits: RepairEdit[] = [];
  for (const { value: inner, location } of value.properties) {
    if (!isWhole(inner, left)) {
      const deeper = membersOf(inner, left, arg);
      if (!deeper) return undefined;
      edits.push(...deeper);
      continue;
    }
    const isInside = location?.source === arg.source && location.start > arg.start && location.end < arg.end;
    const edit = isInside ? memberRemoved(location) : undefined;
    if (!edit) return undefined;
    claim(inner, left);
    edits.push(edit);
  }
  return edits;
}

/** Takes a member with its comma out of an object. */
function memberRemoved(member: Location): RepairEdit | undefined {
  const { source, start, end } = member;
  const after = /^\s*,\s*/.exec(source.text.slice(end, end + 400))?.[0];
  if (after !== undefined) return replaced({ source, start, end: end + after.length }, '');
  const head = source.text.slice(Math.max(0, start - 400), start);
  const before = /(,?)\s*$/.exec(head);
  if (before?.[1] === ',') return replaced({ source, start: start - before[0].length, end }, '');
  return /\{\s*$/.test(head) && /^\s*\}/.test(source.text.slice(end, end + 400)) ? replaced(member, '') : undefined;
}

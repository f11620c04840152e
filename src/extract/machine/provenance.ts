/** What a value carries of where it comes from, through calls of functions that are out of sight. */
import { NEVER } from '../../model/guard.ts';
import type { Origin, Transform } from '../../model/value.ts';
import { isHash, isRedaction, keepsValue } from './names.ts';
import { type Carried, type MValue, nameOf, unknownValue } from './values.ts';

const MAX_ORIGINS = 8;
const MAX_VISITED = 60;
const MAX_DEPTH = 4;
const IS_NAME = /^[a-z_$][\w$]*(?:\(\))?(?:\.[\w$]+(?:\(\))?)*$/i;

/** Where values come from that are handed to a function: answers about them (a length, a comparison) carry nothing. */
export function carriedBy(values: readonly MValue[]): Carried | undefined {
  const origins = new Map<string, Origin>();
  const marks: (readonly Transform[])[] = [];
  let visited = 0;
  const add = (found: readonly Origin[], transforms: readonly Transform[]): void => {
    if (found.length === 0) return;
    marks.push(transforms);
    for (const origin of found) if (origins.size < MAX_ORIGINS) origins.set(`${origin.kind} ${origin.name}`, origin);
  };
  const visit = (value: MValue, depth: number): void => {
    if (depth > MAX_DEPTH || visited++ > MAX_VISITED) return;
    switch (value.t) {
      case 'unknown':
        // A parameter that nobody in sight hands anything has its name alone.
        if (value.origins.length === 0 && IS_NAME.test(value.name)) add([ownName(value)], value.transforms);
        else add(value.origins, value.transforms);
        return;
      case 'global':
        if (value.carries) add(value.carries.origins, value.carries.transforms);
        else if (!value.platform && isVariable(value.path)) add([{ kind: 'variable', name: nameOf(value) }], []);
        return;
      case 'stored':
        add([{ kind: value.store === 'cookie' ? 'cookie' : 'storage', name: value.member ?? value.key ?? '' }], []);
        return;
      case 'text':
        for (const part of value.parts) if (typeof part !== 'string') visit(part, depth + 1);
        return;
      case 'obj':
        for (const member of [...value.props.values(), ...value.rest]) visit(member, depth + 1);
        return;
      case 'keyed':
        for (const { value: member, here } of value.entries) if (here !== NEVER) visit(member, depth + 1);
        return;
      case 'arr':
        for (const item of value.items) visit(item, depth + 1);
        return;
      case 'ite':
        visit(value.yes, depth + 1);
        visit(value.no, depth + 1);
        return;
      case 'promise':
        visit(value.value, depth + 1);
        return;
      default:
    }
  };
  for (const value of values) visit(value, 0);
  if (origins.size === 0) return undefined;
  // What one of several went through, the others did not.
  const [first = [], ...others] = marks;
  const transforms = first.filter((one) => one === 'helper' || others.every((other) => other.includes(one)));
  const isUnsure = marks.some((one) => one.includes('helper'));
  return { origins: [...origins.values()], transforms: isUnsure ? withMark(transforms, 'helper') : transforms };
}

/** What a call makes of what it is handed, by the name of the function. */
export function throughCall(name: string, carried: Carried | undefined): Carried | undefined {
  if (!carried) return undefined;
  let { transforms } = carried;
  if (isHash(name)) transforms = withMark(transforms, 'hash');
  if (isRedaction(name)) transforms = withMark(transforms, 'redact');
  if (!keepsValue(name)) transforms = withMark(transforms, 'helper');
  return { origins: carried.origins, transforms };
}

/** The result of a call, with what it carries. */
export function carrying(value: MValue, carried: Carried | undefined): MValue {
  if (!carried) return value;
  if (value.t === 'global') return { ...value, carries: carried };
  if (value.t !== 'unknown' || value.origins.length > 0) return value;
  const origins: Origin[] = [...(value.name === '' ? [] : [ownName(value)]), ...carried.origins];
  return unknownValue(value.name, origins, value.at, [...new Set([...value.transforms, ...carried.transforms])]);
}

/** The origin that a value has by its own name. */
export function ownName(value: MValue): Origin {
  return { kind: 'variable', name: nameOf(value) };
}

function withMark(transforms: readonly Transform[], mark: Transform): readonly Transform[] {
  return transforms.includes(mark) ? transforms : [...transforms, mark];
}

/** Classes, constants of libraries (`CryptoJS.enc.Hex`) and what a module exports are no data. */
function isVariable(path: readonly string[]): boolean {
  const head = path[0] ?? '';
  return (
    head !== '' && !/^(?:module:|[A-Z])/.test(head) && !/^(?:document|navigator|console|screen|history)$/.test(head)
  );
}

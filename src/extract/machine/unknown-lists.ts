/**
 * Lists out of sight: what a script does with each item is done once, with an item that is of what the list is of. What comes of
 * it is a list of which one item is known, or that item.
 */
import { atomsOf, condition, type Guard } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import type { Machine } from './machine.ts';
import { topicOf } from './names.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { arr, type Global, type MValue, nameOf, UNDEF, type Unknown, unknownValue } from './values.ts';

/** What may be a list, and is not in sight. */
export type Unseen = Unknown | Global;

/** True for what may be a list of data: what a vendor or platform keeps is none. */
export function isUnseen(m: Machine, value: MValue): value is Unseen {
  if (value.t === 'unknown') return true;
  if (value.t !== 'global' || value.platform) return false;
  const [head = ''] = value.path;
  return (
    head !== '' &&
    !/^(?:document|navigator|history|console)$/.test(head) &&
    !m.catalog.vendorGlobals.has(head) &&
    !m.catalog.cmpGlobals.has(head)
  );
}

/** Any item of the list. */
export function itemOf(list: Unseen, at?: Location): MValue {
  const name = nameOf(list);
  const { origins, transforms } = list.t === 'unknown' ? list : (list.carries ?? { origins: [], transforms: [] });
  return unknownValue(name === '' ? '' : `${name}[]`, origins, at ?? list.at, transforms);
}

/** The method of a list with a function that is asked about each item; undefined for what is left to other readings. */
export function callOnItems(
  m: Machine,
  of: MValue,
  key: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  // A choice that the page keeps, and what is done by it, is judged by the names.
  if (!isUnseen(m, of) || isChoice(topicOf(nameOf(of)))) return undefined;
  const at = placeOf(m.script, node);
  const item = itemOf(of, at);
  const [callback] = args;
  const list = (value: MValue): MValue => arr([value], { open: true, at });
  const ask = (...given: readonly MValue[]): MValue => {
    if (!callback) return UNDEF;
    // How often, and whether at all, is not known.
    const guard = condition('named', `${nameOf(of)}.${key}`, at);
    return m.unbounded(() => m.under(guard, () => m.callValue(callback, given, undefined, node)));
  };
  switch (key) {
    case 'entries':
      return list(arr([unknownValue('index'), item]));
    case 'values':
    case 'sort':
    case 'toSorted':
    case 'reverse':
    case 'toReversed':
    case 'flat':
      if (callback?.t === 'fn') ask(item, item);
      return of;
    case 'concat':
      // Texts are put together, too.
      return args.some((arg) => arg.t === 'arr')
        ? arr([item, ...args.flatMap((arg) => (arg.t === 'arr' ? arg.items : [arg]))], { open: true, at })
        : undefined;
    default:
  }
  if (!isCallable(callback)) return undefined;
  const index = unknownValue('index');
  switch (key) {
    case 'forEach':
      ask(item, index, of);
      return UNDEF;
    case 'map':
      return list(ask(item, index, of));
    case 'flatMap': {
      const made = ask(item, index, of);
      return made.t === 'arr' ? arr([...made.items], { open: true, at }) : list(made);
    }
    case 'filter':
      return isAboutChoice(truthy(ask(item, index, of))) ? undefined : of;
    case 'find':
    case 'findLast':
      return isAboutChoice(truthy(ask(item, index, of))) ? undefined : item;
    case 'reduce':
    case 'reduceRight': {
      const sum = ask(args[1] ?? item, item, index, of);
      // Sums of numbers are no texts.
      const start = args[1];
      return start?.t === 'lit' && typeof start.v === 'number' ? unknownValue('sum') : sum;
    }
    default:
      return undefined;
  }
}

function isCallable(value: MValue | undefined): boolean {
  return value?.t === 'fn' || (value?.t === 'global' && /^(?:Boolean|String|Number)$/.test(value.path.join('.')));
}

function isChoice(topic: string): boolean {
  return topic === 'consent' || topic === 'opt-out';
}

/** Whether a condition asks what somebody has chosen. */
function isAboutChoice(guard: Guard): boolean {
  return atomsOf(guard).some(({ atom }) => atom.kind !== 'condition' || isChoice(atom.topic));
}

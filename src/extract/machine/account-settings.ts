/** Settings of an account that a vendor's own script holds as an object. */
import type { SettingFact } from '../../model/unit.ts';
import type { Location } from '../../text/location.ts';
import { settingIn } from '../settings.ts';
import type { Machine } from './machine.ts';
import type { MValue, Obj } from './values.ts';

const MAX_DEPTH = 6;
const MAX_MEMBERS = 200;
const MAX_NOTED = 100;

/** Notes what an object says of a vendor's switches, if it is such settings. */
export function noteAccountSettings(m: Machine, made: Obj): void {
  for (const { vendor, file } of m.catalog.accountSettings) {
    const [head = ''] = file.account ?? [];
    if (!made.props.has(head) || !made.props.has(file.path[0] ?? '') || m.settings.length >= MAX_NOTED) continue;
    const fact = settingIn(plain(made), vendor, file, (path) => placeIn(made, path));
    // One object may be made several times over.
    if (fact && !m.settings.some((known) => isSame(known, fact))) m.settings.push(fact);
  }
}

function isSame(one: SettingFact, other: SettingFact): boolean {
  return one.vendor === other.vendor && one.detail === other.detail && one.location.start === other.location.start;
}

/** The value as JSON would hold it; undefined for what is not known. */
function plain(value: MValue, depth = 0): unknown {
  if (value.t === 'lit') return value.v;
  if (depth > MAX_DEPTH) return undefined;
  if (value.t === 'arr') return value.items.slice(0, MAX_MEMBERS).map((item) => plain(item, depth + 1));
  if (value.t !== 'obj') return undefined;
  const members = [...value.props].slice(0, MAX_MEMBERS);
  return Object.fromEntries(members.map(([key, inner]) => [key, plain(inner, depth + 1)]));
}

function placeIn(made: Obj, path: readonly string[]): Location {
  let place = made.at;
  let here: MValue | undefined = made;
  for (const key of path) {
    if (here?.t !== 'obj') break;
    place = here.places.get(key) ?? place;
    here = here.props.get(key);
  }
  if (!place) throw new TypeError('an object of the text has a place');
  return place;
}

/** Data that a page puts into the list from which a tag manager's tags read. */
import type { Activity } from '../../model/unit.ts';
import type { ESTree } from '../../parse/script.ts';
import { parameterOf } from '../address-data.ts';
import { addActivity } from './activities.ts';
import { casesOf } from './cases.ts';
import { freeze } from './freeze.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './script-text.ts';
import type { MValue, Obj } from './values.ts';

const TELLING =
  /mail|phone|tele?fon|mobil|_?name|person|birth|address|user|customer|kund|client|member|pnr|ssn|ecommerce|items|product|categor/i;
const MOST_VALUES = 80;
/** Objects that are pushed to lists of any name. */
const MOST_ELSEWHERE = 60;

const DATA_LAYER = /data_?layer\b/i;

/** Whether code names a data layer: `dataLayer`, `window.siteDataLayer`, `data_layer`. */
export function namesDataLayer(code: string): boolean {
  return DATA_LAYER.test(code);
}

/** Whether code may put data about a person or products into a data layer: what neither names a vendor nor does that is not evaluated. */
export function mayPushTellingData(code: string): boolean {
  return namesDataLayer(code) && TELLING.test(code);
}

/** Whether a list of this name may be what a tag manager is told to read. */
export function mayBeQueue(name: string): boolean {
  return /data|layer|queue|dl|gtm|tag/i.test(name);
}

/** Notes the objects that are pushed to a library's queue, as data that its tags can send on. */
export function recordPushedData(m: Machine, name: string, values: readonly MValue[], node: ESTree.Node): void {
  if (m.stub) return;
  for (const [queue, { vendor }] of m.catalog.queues) {
    // A list of another name may be what a loader's address names.
    if (name !== queue && (vendor.queue === undefined || m.pushedElsewhere.length >= MOST_ELSEWHERE)) continue;
    for (const { guard, value } of values.slice(0, MOST_VALUES).flatMap((one) => casesOf(one))) {
      if (value.t !== 'obj' || !holdsData(value)) continue;
      m.under(guard, () =>
        addActivity(
          m,
          {
            kind: 'configure',
            vendor,
            carrier: 'script',
            label: `${name}.push({ … })`,
            values: { pushed: freeze(value) },
            args: [],
            location: placeOf(m.script, node),
            queue: name,
          },
          name === queue ? m.activities : m.pushedElsewhere,
        ),
      );
    }
  }
}

/** The activities with what is pushed to the lists that a loader's address names: `gtm.js?id=…&l=siteData`. */
export function withNamedQueues(m: Machine, activities: readonly Activity[]): readonly Activity[] {
  if (m.pushedElsewhere.length === 0) return activities;
  const read = new Set(
    activities.flatMap(({ kind, url, vendor: { queue } }) =>
      kind === 'load' && queue && url !== undefined ? (parameterOf(url, queue.parameter) ?? []) : [],
    ),
  );
  const named = m.pushedElsewhere.filter(({ queue }) => queue !== undefined && read.has(queue));
  return named.length === 0 ? activities : [...activities, ...named].sort((a, b) => a.order - b.order);
}

/** Not only what Tag Manager itself tells of the page. */
function holdsData({ props, rest }: Obj): boolean {
  return rest.length > 0 || [...props].some(([key, value]) => value.t !== 'fn' && !isOfTheManager(key, value));
}

function isOfTheManager(key: string, value: MValue): boolean {
  if (key !== 'event') return key.startsWith('gtm.');
  return value.t !== 'lit' || (typeof value.v === 'string' && value.v.startsWith('gtm.'));
}

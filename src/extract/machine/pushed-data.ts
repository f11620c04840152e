/** Data that a page puts into the list from which a tag manager's tags read. */
import type { ESTree } from '../../parse/script.ts';
import { addActivity } from './activities.ts';
import { freeze } from './freeze.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './script-text.ts';
import { casesOf, type MValue, type Obj } from './values.ts';

const PERSONAL = /mail|phone|tele?fon|mobil|_?name|person|birth|address|user|customer|kund|client|member|pnr|ssn/i;
const MOST_VALUES = 80;

const DATA_LAYER = /data_?layer\b/i;

/** Whether code names a data layer: `dataLayer`, `window.siteDataLayer`, `data_layer`. */
export function namesDataLayer(code: string): boolean {
  return DATA_LAYER.test(code);
}

/** Whether code may put data about a person into a data layer: what neither names a vendor nor does that is not evaluated. */
export function mayPushPersonalData(code: string): boolean {
  return namesDataLayer(code) && PERSONAL.test(code);
}

/** Notes the objects that are pushed to a library's queue, as data that its tags can send on. */
export function recordPushedData(m: Machine, name: string, values: readonly MValue[], node: ESTree.Node): void {
  if (m.stub) return;
  for (const [queue, { vendor }] of m.catalog.queues) {
    if (name !== queue) continue;
    for (const { guard, value } of values.slice(0, MOST_VALUES).flatMap((one) => casesOf(one))) {
      if (value.t !== 'obj' || !holdsData(value)) continue;
      m.under(guard, () =>
        addActivity(m, {
          kind: 'configure',
          vendor,
          carrier: 'script',
          label: `${name}.push({ … })`,
          values: { pushed: freeze(value) },
          args: [],
          location: placeOf(m.script, node),
          queue: name,
        }),
      );
    }
  }
}

/** Not only the event's name: those stand in every page by the dozen. */
function holdsData({ props, rest }: Obj): boolean {
  return rest.length > 0 || [...props].some(([key, value]) => key !== 'event' && value.t !== 'fn');
}

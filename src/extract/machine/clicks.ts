import { atom } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import type { Machine } from './machine.ts';
import { meaningOfClick, topicOf } from './names.ts';
import { placeOf } from './script-text.ts';
import { bool, type MValue } from './values.ts';

/** Whether a click was on an element: told apart inside a handler that hears all clicks (`event.target.closest('#accept')`). */
export function clicked(m: Machine, selector: string, node: ESTree.Node): MValue {
  const described = `${selector} ${m.host.describe(selector) ?? ''}`;
  const said = meaningOfClick(described);
  const meaning = said === 'other' && topicOf(described) !== 'free' ? 'unknown' : said;
  return bool(atom({ kind: 'click', meaning, target: selector }, placeOf(m.script, node)));
}

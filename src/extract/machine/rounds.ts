/** What a loop over a list or the keys of an object goes through. */
import { ALWAYS, and, type Guard } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { answerItem, answerKeys } from './answers.ts';
import { casesOf } from './cases.ts';
import { itemsOf } from './keyed.ts';
import type { Machine } from './machine.ts';
import { membersOf } from './page-elements.ts';
import { placeOf, snippet } from './script-text.ts';
import { isUnseen, itemOf } from './unknown-lists.ts';
import { lit, type MValue, nameOf, unknownValue } from './values.ts';

/** More of a list than this is not gone through. */
export const MAX_ROUNDS = 12;
const MAX_CASES = 6;

export interface Rounds {
  readonly items: readonly { readonly item: MValue; readonly when: Guard }[];
  /** All there is is gone through; else each item stands for any number of them. */
  readonly closed: boolean;
}

type Loop = ESTree.ForOfStatement | ESTree.ForInStatement;

/** The items of `for (const item of …)`, the keys of `for (const key in …)`, each under its condition. */
export function roundsOf(m: Machine, over: MValue, node: Loop): Rounds {
  const cases = casesOf(over);
  const [only] = cases;
  if (cases.length === 1 && only) return roundsOver(m, only.value, node);
  const all = cases
    .slice(0, MAX_CASES)
    .filter(({ value }) => value.t !== 'lit')
    .map(({ guard, value }) => ({ guard, rounds: roundsOver(m, value, node) }));
  return {
    items: all.flatMap(({ guard, rounds }) => rounds.items.map(({ item, when }) => ({ item, when: and(guard, when) }))),
    closed: all.every(({ rounds }) => rounds.closed),
  };
}

function roundsOver(m: Machine, value: MValue, node: Loop): Rounds {
  const isOf = node.type === 'ForOfStatement';
  const over = value.t === 'keyed' ? itemsOf(value) : value;
  switch (over.t) {
    case 'arr': {
      if (over.items.length === 0 && over.open) break;
      const items = over.items.slice(0, MAX_ROUNDS).map((item, index) => ({
        item: isOf ? item : lit(String(index)),
        when: over.when?.[index] ?? ALWAYS,
      }));
      return { items, closed: !over.open };
    }
    case 'obj': {
      if (isOf) break;
      const keys = [...over.props.keys()].slice(0, MAX_ROUNDS).map((key) => lit(key));
      return over.rest.length === 0
        ? allOf(keys)
        : { ...allOf([...keys, unknownValue(snippet(m.script, node.right, 40))]), closed: false };
    }
    case 'stored':
    case 'list':
      return allOf([over]);
    case 'event':
      if (!over.cmp) break;
      if (isOf) return allOf([answerItem(m, over, placeOf(m.script, node))]);
      return allOf(answerKeys(over)?.map((key) => lit(key)) ?? [unknownValue('key')]);
    case 'elem':
      return allOf([...membersOf(m, over)]);
    case 'unknown':
    case 'global':
      if (isOf && isUnseen(m, over) && nameOf(over) !== '')
        return { ...allOf([itemOf(over, placeOf(m.script, node.right))]), closed: false };
      break;
    default:
  }
  return { ...allOf([unknownValue(snippet(m.script, node.right, 40))]), closed: false };
}

function allOf(items: readonly MValue[]): Rounds {
  return { items: items.map((item) => ({ item, when: ALWAYS })), closed: true };
}

/** What a script makes of a list that is not in sight: the origin of the list stays with each item. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/model/value.ts';
import { activityOf, extract, printValue, tag, variable } from './gtm/build.ts';

/** The value of custom JavaScript over `list`, which is the data layer's `ecommerce.items`; `…` for what may be more. */
function made(code: string): string {
  const unit = extract({
    variables: [
      variable('Items', 'v', { name: 'ecommerce.items' }),
      variable('X', 'jsm', { javascript: `function () { var list = {{Items}}; ${code} }` }),
    ],
    tags: [tag('T', 'gaawe', { eventName: '{{X}}' })],
  });
  return shown(activityOf(unit, 'T').values.event);
}

function shown(value: Value | undefined): string {
  if (value?.kind === 'array') return `[${[...value.items.map(shown), ...(value.open ? ['…'] : [])].join(', ')}]`;
  if (value?.kind === 'object') {
    const members = value.properties.map(({ key, value: inner }) => `${key}: ${shown(inner)}`);
    return `{ ${[...members, ...value.rest.map((inner) => `...${shown(inner)}`)].join(', ')} }`;
  }
  if (value?.kind === 'text')
    return value.parts.map((part) => (typeof part === 'string' ? part : shown(part))).join('');
  if (value?.kind === 'choice') return value.alternatives.map((one) => shown(one.value)).join(' or ');
  if (value?.kind !== 'unknown') return printValue(value);
  return value.origins.find(({ kind }) => kind === 'data-layer')?.name ?? printValue(value);
}

const NAME = 'ecommerce.items.item_name';
const NAMES = `[${NAME}, …]`;

describe('a list that is filled from one out of sight', () => {
  it.each([
    ['var out = []; list.forEach(i => out.push(i.item_name)); return out;', NAMES],
    [
      'var out = []; list.forEach(function (i) { out.push({ name: i.item_name }); }); return out;',
      `[{ name: ${NAME} }, …]`,
    ],
    ['var out = []; list.forEach(({ item_name: n }) => { out = out.concat(n); }); return out;', `${NAMES} or []`],
    ['var out = []; for (const { item_name } of list) out.push(item_name); return out;', NAMES],
    ['var out = []; for (const i of list) { if (i.price > 0) out.push(i.item_name); } return out;', NAMES],
    ['var out = []; for (const i of list || []) out.push(i.item_name); return out;', NAMES],
    ['var out = []; for (const [n, i] of list.entries()) out.push(i.item_name); return out;', NAMES],
    ['var out = []; for (const k in list) out.push(list[k].item_name); return out;', NAMES],
    ['var out = []; $.each(list, function (n, i) { out.push(i.item_name); }); return out;', NAMES],
    ['var out = []; $.each(list, function () { out.push(this.item_name); }); return out;', NAMES],
    ['var out = []; [].forEach.call(list, i => out.push(i.item_name)); return out;', NAMES],
    ['var out = []; list.filter(i => i.price).map(i => out.push(i.item_name)); return out;', NAMES],
    ['var out = []; out.push(...list.map(i => i.item_name)); return out;', NAMES],
  ])('%s', (code, expected) => {
    expect(made(code)).toBe(expected);
  });

  it('is open also where a loop counts', () => {
    const code = 'var out = []; for (var n = 0; n < list.length; n++) out.push(list[n].item_name); return out;';
    expect(made(code)).toBe('[ecommerce.items.0.item_name, …]');
  });

  it('is closed where the list is in sight', () => {
    expect(made("var out = []; ['a', 'b'].forEach(i => out.push(i)); return out;")).toBe('["a", "b"]');
    expect(made("var out = []; for (const i of ['a', 'b']) out.push(i); return out;")).toBe('["a", "b"]');
  });
});

describe('what is made of the items', () => {
  it.each([
    ['return list.map(i => i.item_name);', NAMES],
    ["return list.map(i => i.item_name).join(',');", NAME],
    ["return list.filter(Boolean).map(({ item_name }) => item_name).join('|');", NAME],
    ['return list.filter(i => i.price > 0).map(i => i.item_name);', NAMES],
    ['return list.slice(0, 3).map(i => i.item_name);', NAMES],
    ['return list.sort((a, b) => a.price - b.price).map(i => i.item_name);', NAMES],
    ['return list.flatMap(i => [i.item_name]);', NAMES],
    ['return list.reduce((a, i) => a.concat(i.item_name), []);', NAMES],
    ['return list.reduce((a, i) => { a.push(i.item_name); return a; }, []);', NAMES],
    ["return list.reduce((a, i) => a + ',' + i.item_name, '');", `,${NAME}`],
    ['return list.reduce((a, i) => { a[i.item_id] = i.item_name; return a; }, {});', `{ ...${NAME} }`],
    ['return list.find(i => i.main).item_name;', NAME],
    ['return Object.values(list).map(i => i.item_name);', NAMES],
    ['return Object.entries(list).map(([k, i]) => i.item_name);', NAMES],
    ['return Object.keys(list).map(k => list[k].item_name);', NAMES],
    ['return [...list];', '[ecommerce.items, …]'],
    ['return [...(list || [])].map(i => i.item_name);', NAMES],
    ['return [...new Set(list)].map(i => i.item_name);', NAMES],
    ['return Array.from(list, i => i.item_name);', NAMES],
    ['return Array.prototype.map.call(list, i => i.item_name);', NAMES],
    ['return [].slice.call(list).map(i => i.item_name);', NAMES],
    ['return list && list.map(i => i.item_name);', `${NAMES} or false`],
    ["return _.map(list, 'item_name');", NAMES],
    ['return $.map(list, function (i) { return i.item_name; });', NAMES],
    ['return JSON.stringify(list.map(i => ({ name: i.item_name })));', `[{ name: ${NAME} }, …]`],
  ])('%s', (code, expected) => {
    expect(made(code)).toBe(expected);
  });

  it.each([
    'return list.length;',
    'return list.reduce((sum, i) => sum + i.price, 0);',
    'return list.some(i => i.item_name);',
    'return list.map(i => 1).length;',
  ])('is no item: %s', (code) => {
    expect(made(code)).not.toContain(NAME);
  });
});

/**
 * Lists of routes: the addresses of the pages that code makes, and what these are called.
 *
 * Source: router.vuejs.org/guide, reactrouter.com/api (createBrowserRouter, Route), angular.dev/guide/routing, tanstack.com/router
 * (createFileRoute), svelte-spa-router, wouter.
 */
import type { ESTree } from '../../parse/script.ts';
import { bare, membersOf, type Words } from './words.ts';

export interface ListedRoute {
  readonly node: ESTree.Node;
  /** Its address without what is filled in, and its names. */
  readonly text: string;
}

/** Functions that take the address of the page that the file makes. */
export const FILE_ROUTES = /^create(?:Lazy)?FileRoute$/;
export const ROUTE_ELEMENTS = /^(?:[A-Z]\w{0,20})?Route$/;

/** What an entry has beside its path: what is shown there, or what it is called. */
const BESIDE = [
  'component',
  'components',
  'element',
  'Component',
  'lazy',
  'loadComponent',
  'loadChildren',
  'children',
  'meta',
  'title',
  'name',
  'page',
  'view',
] as const;
const NAMES = ['title', 'name', 'label', 'breadcrumb'] as const;
/** Objects in which a route keeps what it is called. */
const ABOUT = ['meta', 'data', 'handle'] as const;

/** `{ path: '/hiv-test', component: Page, meta: { title: 'HIV test' } }` */
export function routeOfObject({ properties }: ESTree.ObjectExpression, words: Words): ListedRoute | undefined {
  const members = membersOf(properties);
  const path = members.get('path');
  if (!path || !BESIDE.some((key) => members.has(key))) return undefined;
  const inner = ABOUT.flatMap((key) => {
    const value = members.get(key);
    return value?.type === 'ObjectExpression' ? [membersOf(value.properties)] : [];
  });
  const said = [members, ...inner].flatMap((one) => NAMES.map((key) => one.get(key)));
  return listed(path, said, words);
}

/** `<Route path="/hiv-test" element={…} />` */
export function routeOfElement(
  attribute: (key: string) => ESTree.Node | undefined,
  words: Words,
): ListedRoute | undefined {
  const path = attribute('path');
  return path && listed(path, [attribute('title'), attribute('name')], words);
}

function listed(path: ESTree.Node, said: readonly (ESTree.Node | undefined)[], words: Words): ListedRoute {
  const address = words.of(path).replace(/[:*$][\w?*]{0,60}/g, '');
  const names = said.map((one) => (one && bare(one).type === 'Literal' ? words.of(one) : ''));
  return { node: path, text: [...new Set([address, ...names])].filter((one) => one !== '').join(' ') };
}

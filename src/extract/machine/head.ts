/** Descriptions of the document's head: `{ script: [{ src }, { innerHTML }], noscript: […] }`. */

import { ALWAYS, and, not } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { casesOf, mapCases } from './cases.ts';
import { insertElement, insertMarkup } from './insertions.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { isBox } from './reactive-values.ts';
import { placeOf } from './script-text.ts';
import { truthy } from './truth.ts';
import { type Elem, type MValue, type Obj, obj, stringOf } from './values.ts';

const CODE = ['innerHTML', 'textContent', 'children', 'json', 'body', 'dangerouslySetInnerHTML'];

/** Inserts what a description of the head puts into the page. */
export function insertHead(m: Machine, value: MValue, node: ESTree.Node): void {
  each(m, value, node, (head) => {
    for (const key of ['script', 'scripts', 'headScripts']) {
      const list = head.props.get(key);
      if (list) each(m, list, node, (one) => script(m, one, node));
    }
    const links = head.props.get('link') ?? head.props.get('links');
    if (links) each(m, links, node, (one) => insertElement(m, made(m, 'link', one, one.props, node), node));
    const noscript = head.props.get('noscript');
    if (noscript)
      each(m, noscript, node, (one) => {
        const before = m.noscript;
        m.noscript = true;
        for (const key of CODE) {
          const html = one.props.get(key);
          if (html) insertMarkup(m, html, node, false);
        }
        m.noscript = before;
      });
  });
}

/** Inserts elements that a configuration lists for the head: `{ tagName, attributes }`, `['script', {…}, 'code']`, addresses of scripts. */
export function insertTags(m: Machine, list: MValue, node: ESTree.Node): void {
  eachItem(m, list, node, (item) => {
    if (item.t === 'arr') {
      const [tag, attributes, content] = item.items;
      insertTag(m, stringOf(tag), attributes, content, node);
    } else if (item.t === 'obj') {
      const { props } = item;
      const content = props.get('innerHTML') ?? props.get('children') ?? props.get('content');
      const tag = props.get('tagName') ?? props.get('tag');
      if (tag) insertTag(m, stringOf(tag), props.get('attributes') ?? props.get('attrs'), content, node);
      else script(m, item, node);
    } else if (stringOf(item) !== undefined) {
      const address = obj();
      address.props.set('src', item);
      script(m, address, node);
    }
  });
}

function insertTag(
  m: Machine,
  tag: string | undefined,
  attributes: MValue | undefined,
  content: MValue | undefined,
  node: ESTree.Node,
): void {
  const described = attributes?.t === 'obj' ? attributes : obj();
  if (tag === 'script') {
    const whole = { ...described, props: new Map(described.props) };
    if (content) whole.props.set('innerHTML', content);
    script(m, whole, node);
  } else if (tag === 'noscript' && content) {
    const before = m.noscript;
    m.noscript = true;
    insertMarkup(m, content, node, false);
    m.noscript = before;
  } else if (tag !== undefined && /^(?:link|img|iframe)$/.test(tag))
    insertElement(m, made(m, tag, described, described.props, node), node);
}

/** Every item that a list can have, behind functions and references, each under its condition. */
export function eachItem(m: Machine, value: MValue, node: ESTree.Node, job: (item: MValue) => void, depth = 0): void {
  if (depth > 6) return;
  m.spend();
  for (const { guard, value: one } of casesOf(value)) {
    m.under(guard, () => {
      if (one.t === 'fn') eachItem(m, m.callFunction(one, [], undefined, node), node, job, depth + 1);
      else if (one.t === 'promise') eachItem(m, one.value, node, job, depth + 1);
      else if (one.t === 'arr')
        for (const [index, item] of one.items.entries())
          for (const { guard: here, value: alternative } of casesOf(item))
            m.under(and(one.when?.[index] ?? ALWAYS, here), () => job(alternative));
    });
  }
}

/** Every object that a value can be, in lists, behind functions and references, each under its condition. */
export function each(m: Machine, value: MValue, node: ESTree.Node, job: (one: Obj) => void, depth = 0): void {
  if (depth > 6) return;
  m.spend();
  for (const { guard, value: one } of casesOf(value)) {
    m.under(guard, () => {
      if (one.t === 'obj') {
        if (isBox(one)) each(m, getMember(m, one, 'value', node), node, job, depth + 1);
        else job(one);
      } else if (one.t === 'fn') each(m, m.callFunction(one, [], undefined, node), node, job, depth + 1);
      else if (one.t === 'promise') each(m, one.value, node, job, depth + 1);
      else if (one.t === 'arr')
        for (const [index, item] of one.items.entries()) {
          const when = one.when?.[index];
          if (when) m.under(when, () => each(m, item, node, job, depth + 1));
          else each(m, item, node, job, depth + 1);
        }
    });
  }
}

function script(m: Machine, description: Obj, node: ESTree.Node): void {
  const props = new Map<string, MValue>();
  for (const [key, value] of description.props) {
    const plain = mapCases(value, (one) =>
      isBox(one)
        ? getMember(m, one, 'value', node)
        : one.t === 'fn' && key !== 'onload'
          ? m.callFunction(one, [], undefined, node)
          : one,
    );
    props.set(CODE.includes(key) ? 'textContent' : key, plain);
  }
  const element = made(m, 'script', description, props, node);
  for (const key of CODE) {
    const place = description.places.get(key);
    if (place) element.places.set('textContent', place);
  }
  const text = props.get('textContent');
  if (text && 'at' in text && text.at) element.places.set('textContent', text.at);
  // `skip: true` leaves the script out.
  const skip = props.get('skip');
  const insert = (): void => insertElement(m, element, node);
  if (skip && stringOf(skip) === undefined) m.under(not(truthy(skip)), insert);
  else insert();
}

/** The element that a description stands for. */
function made(m: Machine, tag: string, description: Obj, props: Elem['props'], node: ESTree.Node): Elem {
  return {
    t: 'elem',
    tag,
    props: new Map(props),
    places: new Map(description.places),
    selector: `<${tag}>`,
    created: true,
    inserted: false,
    at: description.at ?? placeOf(m.script, node),
  };
}

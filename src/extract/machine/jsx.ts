/** JSX: elements enter the page where the component that holds them is rendered. */

import { ALWAYS, condition } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { registerPlatformCallback } from './callbacks.ts';
import { declaredComponent } from './declared.ts';
import { isHandlerProperty } from './dom.ts';
import { noteField, spreadNames } from './fields.ts';
import { handler } from './handlers.ts';
import { insertHead } from './head.ts';
import { insertElement, insertMarkup } from './insertions.ts';
import type { Machine } from './machine.ts';
import { getMember } from './members.ts';
import { IN_BANNER, isBanner, isImpliedConsent, topicOf, topicOfCallback } from './names.ts';
import { PHASE } from './phase.ts';
import { recordCall } from './record.ts';
import { childrenOf, contextOf, provide, renderChildren } from './render.ts';
import { enter, type Scope } from './scope.ts';
import { placeOf } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { truthy } from './truth.ts';
import {
  type Elem,
  lit,
  type MValue,
  nameOf,
  type Obj,
  obj,
  stringOf,
  UNDEF,
  UNKNOWN_ARGS,
  unknownValue,
} from './values.ts';

/** Elements whose content or address the browser fetches or runs, under the names that frameworks give them. */
const LIVE: Readonly<Record<string, string>> = {
  script: 'script',
  Script: 'script',
  img: 'img',
  iframe: 'iframe',
  link: 'link',
  Image: 'img',
};

export function evaluateJsx(m: Machine, node: ESTree.Node, scope: Scope): MValue {
  switch (node.type) {
    case 'JSXFragment':
      children(m, node.children, scope);
      return unknownValue('markup');
    case 'JSXExpressionContainer':
      return node.expression.type === 'JSXEmptyExpression' ? UNDEF : m.evaluate(node.expression, scope);
    case 'JSXElement':
      return element(m, node, scope);
    default:
      return UNDEF;
  }
}

function children(m: Machine, nodes: readonly ESTree.Node[], scope: Scope): MValue | undefined {
  let last: MValue | undefined;
  for (const child of nodes) {
    if (child.type === 'JSXText') {
      if (child.value.trim() !== '') last = lit(child.value, placeOf(m.script, child));
    } else if (child.type === 'JSXExpressionContainer' || child.type === 'JSXElement' || child.type === 'JSXFragment') {
      last = m.evaluate(child, scope);
      renderChildren(m, last);
    }
  }
  return last;
}

function element(m: Machine, node: ESTree.JSXElement, scope: Scope): MValue {
  const { openingElement } = node;
  const name = nameIn(openingElement.name);
  const props = obj(placeOf(m.script, openingElement));
  m.objectPaths.set(props, m.path);
  const spread: string[] = [];
  for (const attribute of openingElement.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') {
      spread.push(...spreadNames(attribute.argument));
      spreadInto(props, m.evaluate(attribute.argument, scope));
      continue;
    }
    const key = attribute.name.type === 'JSXIdentifier' ? attribute.name.name : '';
    const { value } = attribute;
    props.props.set(key, value ? m.evaluate(value, scope) : lit(true));
    props.places.set(key, placeOf(m.script, attribute));
  }
  noteField(m, name, props, spread, openingElement);
  return renderTag(m, {
    name,
    component: evaluateName(m, openingElement.name, scope),
    props,
    node,
    opening: openingElement,
    text: node.children.map((child) => (child.type === 'JSXText' ? child.value : '')).join(' '),
    hasChildren: node.children.length > 0,
    children: () => children(m, node.children, scope),
  });
}

/** `createElement('script', props, …children)`, `h(Component, props)`, `jsx(Component, { children })`. */
export function hyperscript(m: Machine, args: readonly MValue[], node: ESTree.CallExpression): MValue {
  const [type, given, ...rest] = args;
  const [first] = node.arguments;
  const name = stringOf(type) ?? (first?.type === 'Identifier' ? first.name : nameOf(type ?? UNDEF));
  const props = obj(placeOf(m.script, node));
  m.objectPaths.set(props, m.path);
  if (given?.t === 'obj') {
    spreadInto(props, given);
    for (const [key, place] of given.places) props.places.set(key, place);
    const html = given.props.get('innerHTML');
    if (html) {
      const inner = obj();
      inner.props.set('__html', html);
      props.props.set('dangerouslySetInnerHTML', inner);
    }
  }
  noteField(m, name, props, [], node);
  const inside = rest.length > 0 ? rest : [given?.t === 'obj' ? (given.props.get('children') ?? UNDEF) : UNDEF];
  return renderTag(m, {
    name,
    component: type,
    props,
    node,
    opening: node,
    text: inside.map((child) => stringOf(child) ?? '').join(' '),
    hasChildren: rest.length > 0,
    children: () => {
      let last: MValue | undefined;
      for (const child of inside) {
        last = child;
        renderChildren(m, child);
      }
      return last;
    },
  });
}

/** `{...props}`. */
export function spreadInto(props: Obj, spread: MValue): void {
  if (spread.t === 'obj') for (const [key, value] of spread.props) props.props.set(key, value);
  else props.rest.push(spread);
}

/** An element or component as it is rendered, whatever language it is written in. */
export interface Tag {
  readonly name: string;
  /** What the name stands for in the script; undefined for what is not defined there. */
  readonly component: MValue | undefined;
  readonly props: Obj;
  readonly node: ESTree.Node;
  /** The start tag. */
  readonly opening: ESTree.Node;
  /** The words inside, which tell what a click means. */
  readonly text: string;
  readonly hasChildren: boolean;
  /** Renders what stands inside; gives the last value there. */
  readonly children: () => MValue | undefined;
}

/** Renders an element or component here and now. */
export function renderTag(m: Machine, tag: Tag): MValue {
  const { name, component, props } = tag;
  const own = component?.t === 'fn' ? component.name : '';
  return inside(m, `${name} ${own} ${wordsOf(props, ['id', 'class', 'className', 'role'])}`, () => rendered(m, tag));
}

/** Renders inside a component or element with these words. */
export function inside<T>(m: Machine, words: string, render: () => T): T {
  const depth = m.around.length;
  m.around.push(words);
  const made = render();
  m.around.length = depth;
  return made;
}

function wordsOf(props: Obj, keys: readonly string[]): string {
  return keys
    .map((one) => stringOf(props.props.get(one)) ?? '')
    .filter((one) => one.length < 60)
    .join(' ');
}

function rendered(m: Machine, tag: Tag): MValue {
  const { name, component, props, node } = tag;
  const html = props.props.get('dangerouslySetInnerHTML');
  const text = html?.t === 'obj' ? html.props.get('__html') : undefined;
  if (name === 'noscript') {
    const before = m.noscript;
    m.noscript = true;
    if (text) insertMarkup(m, text, node, false);
    else tag.children();
    m.noscript = before;
    return unknownValue('markup');
  }
  const declared = declaredComponent(m, name, props, placeOf(m.script, tag.opening));
  if (declared) {
    m.under(declared, () => void tag.children());
    return unknownValue('markup');
  }
  const live = LIVE[name];
  if (live !== undefined && !/^[A-Z]/.test(name)) return insert(m, live, tag);
  if (live !== undefined && component?.t !== 'fn') return insert(m, live, tag);
  if (
    component &&
    (component.t === 'fn' || component.t === 'ite' || component.t === 'class' || component.t === 'obj')
  ) {
    const { script } = m;
    const inner = childrenOf(m, () => {
      const before = m.script;
      m.script = script;
      tag.children();
      m.script = before;
    });
    if (tag.hasChildren) props.props.set('children', inner);
    if (component.t !== 'obj') return m.step(say`renders <${name}>`, node, () => render(m, component, props, node));
    const context = contextOf(component);
    if (context) {
      provide(m, context, props.props.get('value'), () => void tag.children());
      return unknownValue('markup');
    }
  }
  // A component out of sight renders what stands in it; one that speaks of consent may hold it back.
  const about = `${name} ${[...props.props].map(([key, value]) => `${key} ${stringOf(value) ?? ''}`).join(' ')}`;
  const topic = /^[A-Z]/.test(name) && !/(?:Provider|Context|Layout)$/.test(name) ? topicOf(about) : 'free';
  m.under(topic === 'consent' ? condition('consent', `<${name}>`, placeOf(m.script, tag.opening)) : ALWAYS, () => {
    if (text) insertMarkup(m, text, node, true);
    tag.children();
  });
  if (component?.t === 'global') recordCall(m, component.path, [props], 'call', node);
  // `<Helmet script={[{ innerHTML }]} />`: a description of the head.
  if (/^[A-Z]/.test(name) && props.props.get('script')?.t === 'arr') insertHead(m, props, node);
  // The banner of a platform in the catalogue: its properties are callbacks.
  if (component?.t === 'global' && registerPlatformCallback(m, component.path, [props], node))
    return unknownValue('markup');
  for (const [key, value] of props.props) {
    const said = topicOfCallback(key);
    if (value.t === 'fn' && /^[A-Z]/.test(name) && (said === 'consent' || said === 'opt-out')) {
      // The banner's own callback; some count scrolling as a choice.
      const implied = [...props.props].find(([option, set]) => isImpliedConsent(option) && truthy(set) === ALWAYS)?.[0];
      const at = placeOf(m.script, node);
      const guard = implied === undefined ? condition(said, `<${name} ${key}>`, at) : ALWAYS;
      const steps =
        implied === undefined
          ? m.steps
          : stepsTo(m, 'implied', say`${implied} of <${name}>`, props.places.get(implied), implied);
      m.tasks.later(
        PHASE.event,
        enter(m.path, guard),
        steps,
        () => void m.callValue(value, UNKNOWN_ARGS, undefined, node),
      );
    } else if (value.t === 'fn' && isHandlerProperty(key.toLowerCase())) {
      const words = wordsOf(props, ['id', 'class', 'className', 'aria-label', 'title', 'data-action', 'label']);
      const place = isBanner(m.around.join(' ')) ? ` ${IN_BANNER}` : '';
      const about = [name, String(nameOf(value)).trim(), tag.text, words, place]
        .filter((part) => part !== '')
        .join(' ');
      handler(m, key.slice(2).toLowerCase(), about, value, node);
    }
  }
  return unknownValue('markup');
}

export function render(m: Machine, component: MValue, props: MValue, node: ESTree.Node): MValue {
  const made = m.callValue(component, [props], undefined, node);
  renderChildren(m, made);
  if (made.t === 'obj') {
    if (!made.props.has('props')) made.props.set('props', props);
    for (const key of ['componentDidMount', 'render']) {
      const method = made.props.get(key);
      if (method) renderChildren(m, m.callValue(method, [], made, node));
    }
  }
  return unknownValue('markup');
}

function insert(m: Machine, tag: string, { name, props, node, opening, children }: Tag): MValue {
  const at = placeOf(m.script, opening);
  const made: Elem = {
    t: 'elem',
    tag,
    props: new Map(props.props),
    places: new Map(props.places),
    selector: `<${tag}>`,
    created: true,
    rendered: /^[A-Z]/.test(name) ? 'component' : 'element',
    inserted: false,
    at,
  };
  const inner = props.props.get('dangerouslySetInnerHTML');
  const html = inner?.t === 'obj' ? inner.props.get('__html') : undefined;
  if (html) {
    made.props.set('textContent', html);
    if ('at' in html && html.at) made.places.set('textContent', html.at);
  } else {
    const { parked, guard } = m.host.parking(made);
    // A script block of a component file is run here; what is parked may be released.
    const text = m.under(parked ? guard : ALWAYS, children);
    if (text && text.t !== 'unknown') {
      made.props.set('textContent', text);
      if ('at' in text && text.at) made.places.set('textContent', text.at);
    }
  }
  // The browser is idle first: what the component stands for is inserted after the page has loaded.
  if (stringOf(props.props.get('strategy')) === 'lazyOnload' && made.rendered === 'component')
    m.tasks.later(PHASE.loaded, m.path, m.steps, () => insertElement(m, made, node));
  else insertElement(m, made, node);
  for (const key of ['onLoad', 'onReady', 'onload']) {
    const callback = made.props.get(key);
    if (callback?.t === 'fn') m.step(say`${key} of <${tag}>`, node, () => m.callValue(callback, [], undefined, node));
  }
  return unknownValue('markup');
}

function nameIn(name: ESTree.Node): string {
  if (name.type === 'JSXIdentifier') return name.name;
  if (name.type === 'JSXMemberExpression') return `${nameIn(name.object)}.${nameIn(name.property)}`;
  return '';
}

function evaluateName(m: Machine, name: ESTree.Node, scope: Scope): MValue | undefined {
  if (name.type === 'JSXIdentifier') {
    const cell = scope.find(name.name);
    return cell?.value;
  }
  if (name.type === 'JSXMemberExpression') {
    const object = evaluateName(m, name.object, scope);
    return object && getMember(m, object, nameIn(name.property), name);
  }
  return undefined;
}

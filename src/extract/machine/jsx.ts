/** JSX: elements enter the page where the component that holds them is rendered. */

import { ALWAYS, condition } from '../../model/guard.ts';
import type { ESTree } from '../../parse/script.ts';
import { handler } from './callbacks.ts';
import { insertElement, insertMarkup, isHandlerProperty } from './dom.ts';
import type { Machine } from './machine.ts';
import { isImpliedConsent, topicOf, topicOfCallback } from './names.ts';
import { PHASE } from './phase.ts';
import { recordCall } from './record.ts';
import { childrenOf, renderChildren } from './render.ts';
import { enter, type Scope } from './scope.ts';
import { placeOf } from './script-text.ts';
import { type Elem, lit, type MValue, nameOf, obj, stringOf, truthy, UNDEF, unknownValue } from './values.ts';

/** Elements whose content or address the browser fetches or runs, under the names that frameworks give them. */
const LIVE: Readonly<Record<string, string>> = {
  script: 'script',
  Script: 'script',
  img: 'img',
  iframe: 'iframe',
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
  for (const attribute of openingElement.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') {
      const spread = m.evaluate(attribute.argument, scope);
      if (spread.t === 'obj') for (const [key, value] of spread.props) props.props.set(key, value);
      else props.rest.push(spread);
      continue;
    }
    const key = attribute.name.type === 'JSXIdentifier' ? attribute.name.name : '';
    const { value } = attribute;
    props.props.set(key, value ? m.evaluate(value, scope) : lit(true));
    props.places.set(key, placeOf(m.script, attribute));
  }
  if (name === 'noscript') {
    const before = m.noscript;
    m.noscript = true;
    const html = props.props.get('dangerouslySetInnerHTML');
    const text = html?.t === 'obj' ? html.props.get('__html') : undefined;
    if (text) insertMarkup(m, text, node, false);
    else children(m, node.children, scope);
    m.noscript = before;
    return unknownValue('markup');
  }
  const live = LIVE[name];
  if (live !== undefined && !/^[A-Z]/.test(name)) return insert(m, live, props, node, scope);
  const component = /^[A-Z]/.test(name) ? evaluateName(openingElement.name, scope) : undefined;
  if (live !== undefined && component?.t !== 'fn') return insert(m, live, props, node, scope);
  if (component?.t === 'fn' || component?.t === 'ite' || component?.t === 'class') {
    const { script } = m;
    const inner = childrenOf(m, () => {
      const before = m.script;
      m.script = script;
      children(m, node.children, scope);
      m.script = before;
    });
    if (node.children.length > 0) props.props.set('children', inner);
    return m.step(`renders <${name}>`, node, () => render(m, component, props, node));
  }
  // A component out of sight renders what stands in it; one that speaks of consent may hold it back.
  const about = `${name} ${[...props.props].map(([key, value]) => `${key} ${stringOf(value) ?? ''}`).join(' ')}`;
  const topic = /^[A-Z]/.test(name) && !/(?:Provider|Context|Layout)$/.test(name) ? topicOf(about) : 'free';
  m.under(topic === 'consent' ? condition('consent', `<${name}>`, placeOf(m.script, openingElement)) : ALWAYS, () =>
    children(m, node.children, scope),
  );
  if (component?.t === 'global') recordCall(m, component.path, [props], 'call', node);
  for (const [key, value] of props.props) {
    const said = topicOfCallback(key);
    if (value.t === 'fn' && /^[A-Z]/.test(name) && (said === 'consent' || said === 'opt-out')) {
      // The banner's own callback; some count scrolling as a choice.
      const implied = [...props.props].some(([option, set]) => isImpliedConsent(option) && truthy(set) === ALWAYS);
      const guard = implied ? ALWAYS : condition(said, `<${name} ${key}>`, placeOf(m.script, node));
      m.later(PHASE.event, enter(m.path, guard), m.steps, () => void m.callValue(value, [], undefined, node));
    } else if (value.t === 'fn' && isHandlerProperty(key.toLowerCase())) {
      const about = `${name} ${String(nameOf(value))} ${node.children.map((child) => (child.type === 'JSXText' ? child.value : '')).join(' ')}`;
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

function insert(
  m: Machine,
  tag: string,
  props: Extract<MValue, { t: 'obj' }>,
  node: ESTree.JSXElement,
  scope: Scope,
): MValue {
  const at = placeOf(m.script, node.openingElement);
  const made: Elem = {
    t: 'elem',
    tag,
    props: new Map(props.props),
    places: new Map(props.places),
    selector: `<${tag}>`,
    created: true,
    inserted: false,
    at,
  };
  const inner = props.props.get('dangerouslySetInnerHTML');
  const html = inner?.t === 'obj' ? inner.props.get('__html') : undefined;
  if (html) {
    made.props.set('textContent', html);
    if ('at' in html && html.at) made.places.set('textContent', html.at);
  } else {
    const text = children(m, node.children, scope);
    if (text && text.t !== 'unknown') {
      made.props.set('textContent', text);
      if ('at' in text && text.at) made.places.set('textContent', text.at);
    }
  }
  insertElement(m, made, node);
  for (const key of ['onLoad', 'onReady']) {
    const callback = made.props.get(key);
    if (callback?.t === 'fn') m.step(`${key} of <${tag}>`, node, () => m.callValue(callback, [], undefined, node));
  }
  return unknownValue('markup');
}

function nameIn(name: ESTree.Node): string {
  if (name.type === 'JSXIdentifier') return name.name;
  if (name.type === 'JSXMemberExpression') return `${nameIn(name.object)}.${nameIn(name.property)}`;
  return '';
}

function evaluateName(name: ESTree.Node, scope: Scope): MValue | undefined {
  if (name.type === 'JSXIdentifier') {
    const cell = scope.find(name.name);
    return cell?.value;
  }
  return undefined;
}

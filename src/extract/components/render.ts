/** Renders the markup of components: what enters the page, under the conditions of its blocks and directives. */
import { ALWAYS, and, condition, type Guard, NEVER, not } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { AttributeValue, Code, ElementNode, MarkupNode } from '../../parse/component/index.ts';
import { insertMarkup } from '../machine/insertions.ts';
import { renderTag, spreadInto } from '../machine/jsx.ts';
import { topicOf } from '../machine/names.ts';
import { declare } from '../machine/patterns.ts';
import { callPromise, nativeFunction } from '../machine/promises.ts';
import { isBox } from '../machine/reactive-values.ts';
import { renderChildren } from '../machine/render.ts';
import { Scope } from '../machine/scope.ts';
import { placeOf } from '../machine/script-text.ts';
import { lit, type MValue, nameOf, type Obj, obj, stringOf, UNDEF, unknownValue } from '../machine/values.ts';
import { bindField } from './fields.ts';
import { evaluateCode, expressionOf, type Instance, inScript, nodeAt, parsedCode, type View } from './view.ts';

const MAX_ROUNDS = 12;

/** Renders nodes in order; gives what the last expression among them is. */
export function renderNodes(
  view: View,
  nodes: readonly MarkupNode[],
  scope: Scope,
  instance: Instance,
): MValue | undefined {
  let last: MValue | undefined;
  for (const node of nodes) last = renderNode(view, node, scope, instance) ?? last;
  return last;
}

function renderNode(view: View, node: MarkupNode, scope: Scope, instance: Instance): MValue | undefined {
  const { m } = view;
  m.spend();
  switch (node.kind) {
    case 'text':
      return undefined;
    case 'expression': {
      const { value } = evaluateCode(view, node.code, scope);
      renderChildren(m, value);
      return value;
    }
    case 'html': {
      const { value, node: at, script } = evaluateCode(view, node.code, scope);
      inScript(m, script, () => insertMarkup(m, value, at, true));
      return undefined;
    }
    case 'const': {
      const parsed = parsedCode(view, node.code, 'constant');
      if (parsed) inScript(m, parsed.script, () => m.runProgram(parsed.program.body, scope));
      return undefined;
    }
    case 'if':
      renderBranches(view, node, scope, instance);
      return undefined;
    case 'each':
      renderEach(view, node, scope, instance);
      return undefined;
    case 'await':
      renderAwait(view, node, scope, instance);
      return undefined;
    case 'scoped':
      return renderScoped(view, node, [unknownValue('')], scope, instance);
    case 'snippet':
      scope.declare(node.name, snippetOf(view, node, scope, instance), m.path);
      return undefined;
    case 'element':
      return renderElement(view, node, scope, instance);
  }
}

function renderBranches(view: View, node: Extract<MarkupNode, { kind: 'if' }>, scope: Scope, instance: Instance): void {
  const { m } = view;
  let left: Guard = ALWAYS;
  for (const { test, children } of node.branches) {
    const guard = test ? testOf(view, test, scope) : ALWAYS;
    const here = and(left, guard);
    if (here !== NEVER) m.under(here, () => void renderNodes(view, children, new Scope(scope, false), instance));
    left = and(left, not(guard));
    if (left === NEVER) return;
  }
}

function testOf(view: View, code: Code, scope: Scope): Guard {
  const { value, node, script } = evaluateCode(view, code, scope);
  return inScript(view.m, script, () => view.m.test(value, node));
}

function renderEach(view: View, node: Extract<MarkupNode, { kind: 'each' }>, scope: Scope, instance: Instance): void {
  const { m } = view;
  const { value: list } = evaluateCode(view, node.list, scope);
  const closed = list.t === 'arr' && !list.open;
  const items = closed
    ? list.items.slice(0, MAX_ROUNDS)
    : [unknownValue(nameOf(list) === '' ? '' : `${nameOf(list)} item`)];
  if (closed && items.length === 0) {
    renderNodes(view, node.otherwise, new Scope(scope, false), instance);
    return;
  }
  for (const [index, item] of items.entries()) {
    const inner = new Scope(scope, false);
    if (node.binding) bind(view, node.binding, [item, closed ? lit(index) : unknownValue('index')], inner);
    const when = closed ? (list.when?.[index] ?? ALWAYS) : ALWAYS;
    m.under(when, () => void renderNodes(view, node.children, inner, instance));
  }
}

/** Declares the names of parameters. */
function bind(view: View, code: Code, args: readonly MValue[], scope: Scope): void {
  const { m } = view;
  const parsed = parsedCode(view, code, 'pattern');
  const arrow = parsed && expressionOf(parsed.program);
  if (!parsed || arrow?.type !== 'ArrowFunctionExpression') return;
  inScript(m, parsed.script, () => {
    for (const [index, parameter] of arrow.params.entries())
      declare(
        m,
        parameter.type === 'RestElement' ? parameter.argument : parameter,
        args[index] ?? unknownValue(''),
        scope,
        'let',
      );
  });
}

function renderAwait(view: View, node: Extract<MarkupNode, { kind: 'await' }>, scope: Scope, instance: Instance): void {
  const { m } = view;
  const { value, node: at } = evaluateCode(view, node.value, scope);
  renderNodes(view, node.pending, new Scope(scope, false), instance);
  const done = (result: MValue): void => {
    const inner = new Scope(scope, false);
    if (node.binding) bind(view, node.binding, [result], inner);
    inScript(m, view.whole, () => renderNodes(view, node.done, inner, instance));
  };
  if (value.t === 'promise') {
    const callback = nativeFunction(m, 'await', ([result]) => {
      done(result ?? UNDEF);
      return UNDEF;
    });
    callPromise(m, value, 'then', [callback], at);
    return;
  }
  const name = nameOf(value);
  const topic = topicOf(name);
  m.under(topic === 'consent' ? condition(topic, name) : ALWAYS, () => done(value));
}

function renderScoped(
  view: View,
  { binding, children }: { readonly binding?: Code; readonly children: readonly MarkupNode[] },
  args: readonly MValue[],
  scope: Scope,
  instance: Instance,
): MValue | undefined {
  const inner = new Scope(scope, false);
  if (binding) bind(view, binding, args, inner);
  return inScript(view.m, view.whole, () => renderNodes(view, children, inner, instance));
}

function snippetOf(
  view: View,
  { name, parameters, children }: Extract<MarkupNode, { kind: 'snippet' }>,
  scope: Scope,
  instance: Instance,
): MValue {
  const binding = parameters ? { binding: parameters } : {};
  return nativeFunction(view.m, name, (args) => {
    renderScoped(view, { ...binding, children }, args, scope, instance);
    return unknownValue('markup');
  });
}

/** Names under which frameworks write what renders nothing but its content. */
const TRANSPARENT = /^(?:|template|svelte:(?:head|body|window|document|fragment|boundary|options)|Fragment)$/;

function renderElement(view: View, node: ElementNode, scope: Scope, instance: Instance): MValue | undefined {
  const { m, whole } = view;
  const props = propsOf(view, node, scope);
  const inner = new Scope(scope, false);
  const isComponent = /^[A-Z]|[.-]/.test(node.name);
  for (const child of isComponent ? node.children : []) {
    if (child.kind === 'snippet') props.props.set(child.name, snippetOf(view, child, inner, instance));
  }
  const children = (): MValue | undefined => {
    if (node.raw) {
      if (node.name === 'script') m.host.inline(node.raw, varsOf(props));
      return undefined;
    }
    const last = renderNodes(view, node.children, inner, instance);
    // What a component out of sight does with a snippet is not known; it is there to be rendered.
    for (const child of isComponent ? node.children : [])
      if (child.kind === 'snippet')
        renderScoped(
          view,
          { ...(child.parameters ? { binding: child.parameters } : {}), children: child.children },
          [],
          inner,
          instance,
        );
    return last;
  };
  if (node.name === 'slot') {
    slot(view, instance, () => void children());
    return undefined;
  }
  const named = dynamicName(node, props);
  const name = typeof named === 'string' ? named : node.name;
  const component = typeof named === 'object' ? named : componentOf(view, name, scope, instance);
  return inScript(m, whole, () => {
    if (TRANSPARENT.test(name) && !props.props.has('dangerouslySetInnerHTML')) {
      const handlers = [...props.props.values()].some((value) => value.t === 'fn');
      if (!handlers) return children();
    }
    actions(view, props, node, scope);
    bindField(view, node, props, scope);
    return renderTag(m, {
      name: view.file.syntax === 'vue' && name.includes('-') ? pascal(name) : TRANSPARENT.test(name) ? 'div' : name,
      component,
      props,
      node: nodeAt({ start: node.start, end: node.tagEnd }),
      opening: nodeAt({ start: node.start, end: node.tagEnd }),
      text: wordsOf(view, node),
      hasChildren: node.children.length > 0,
      children: () => inScript(m, whole, children),
    });
  });
}

/** `use:action={parameter}`: the function is called with the element once that is on the page. */
function actions({ m }: View, props: Obj, { start, tagEnd }: ElementNode, scope: Scope): void {
  for (const [key, parameter] of props.props) {
    const action = key.startsWith('use:') ? scope.find(key.slice(4))?.read(m.path) : undefined;
    if (action?.t !== 'fn') continue;
    const node = nodeAt({ start, end: tagEnd });
    m.step(
      say`runs as ${key}`,
      node,
      () => void m.callFunction(action, [unknownValue('element'), parameter], undefined, node),
    );
  }
}

/** What a slot shows: what the parent gave, else its own content. */
function slot({ m }: View, instance: Instance, fallback: () => void): void {
  const given = instance.props.t === 'obj' ? instance.props.props.get('children') : undefined;
  if (given) renderChildren(m, given);
  else fallback();
}

/** `<component :is="…">`, `<svelte:element this={…}>`: a name, or the component itself. */
function dynamicName(node: ElementNode, props: Obj): string | MValue | undefined {
  if (!/^(?:component|svelte:(?:element|component))$/.test(node.name)) return undefined;
  const is = props.props.get('is') ?? props.props.get('this');
  props.props.delete('is');
  props.props.delete('this');
  if (!is) return 'div';
  const text = stringOf(is);
  if (text !== undefined) return text;
  return is.t === 'fn' || is.t === 'ite' ? is : 'div';
}

function componentOf(view: View, name: string, scope: Scope, { self }: Instance): MValue | undefined {
  if (name.includes('.')) {
    const [head = '', ...rest] = name.split('.');
    let value = scope.find(head)?.read(view.m.path);
    for (const key of rest) value = value?.t === 'obj' ? value.props.get(key) : undefined;
    return value;
  }
  const names = name.includes('-') ? [name, pascal(name)] : [name];
  if (!/^[A-Z]/.test(names[names.length - 1] ?? '')) return undefined;
  for (const one of names) {
    const registered = self?.props.get('components');
    const value =
      (registered?.t === 'obj' ? registered.props.get(one) : undefined) ?? scope.find(one)?.read(view.m.path);
    if (value) return isBox(value) ? value.props.get('value') : value;
  }
  return undefined;
}

function pascal(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function propsOf(view: View, node: ElementNode, scope: Scope): Obj {
  const { m, whole } = view;
  const props = obj(placeOf(whole, nodeAt({ start: node.start, end: node.tagEnd })));
  m.objectPaths.set(props, m.path);
  for (const { name, value, start, end } of node.attributes) {
    const known = attributeValue(view, value, scope);
    if (name === '') {
      spreadInto(props, known);
      continue;
    }
    const place = placeOf(whole, nodeAt({ start, end }));
    const key = keyOf(name);
    if (key === 'dangerouslySetInnerHTML') {
      const html = obj(place);
      html.props.set('__html', known);
      props.props.set(key, html);
    } else props.props.set(key, known.t === 'lit' && !known.at ? { ...known, at: place } : known);
    props.places.set(key, place);
  }
  return props;
}

/** The name that an attribute has in JSX. */
function keyOf(name: string): string {
  if (name === 'set:html' || name === 'v-html' || name === 'innerHTML') return 'dangerouslySetInnerHTML';
  const event = /^on:([\w-]+)/.exec(name)?.[1];
  if (event !== undefined) return `on${event.charAt(0).toUpperCase()}${event.slice(1)}`;
  return name.startsWith('bind:') ? name.slice(5) : name;
}

function attributeValue(view: View, value: AttributeValue, scope: Scope): MValue {
  switch (value.kind) {
    case 'flag':
      return lit('');
    case 'text':
      return lit(value.text);
    case 'code':
    case 'model':
      return evaluateCode(view, value.code, scope).value;
    case 'statements':
      return evaluateCode(view, value.code, scope, 'statements').value;
    case 'parts': {
      const parts = value.parts.map((part) =>
        typeof part === 'string' ? part : evaluateCode(view, part, scope).value,
      );
      return { t: 'text', parts };
    }
  }
}

/** `define:vars={{ id }}`: names that the script element's code sees. */
function varsOf(props: Obj): ReadonlyMap<string, MValue> {
  const vars = props.props.get('define:vars');
  return vars?.t === 'obj' ? vars.props : new Map();
}

function wordsOf(view: View, node: ElementNode): string {
  return view.source.text
    .slice(node.tagEnd, Math.min(node.end, node.tagEnd + 160))
    .replace(/<[^>]*>|[{}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Classes that a framework makes by itself, as their decorators say: components, modules, custom elements. */

import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { bindTemplate } from './bound-template.ts';
import { INJECTED, injected, instantiate } from './classes.ts';
import { eachItem } from './head.ts';
import type { Machine } from './machine.ts';
import { PHASE } from './phase.ts';
import type { Scope } from './scope.ts';
import { stepsTo } from './steps.ts';
import { addressOf } from './text-address.ts';
import { type Cls, type MValue, nameOf, stringOf, UNKNOWN_ARGS, unknownValue } from './values.ts';

const MADE = /^(?:Component|Directive|NgModule|customElement)$/;
/** What is called of an instance, in this order, once it is there. */
const HOOKS = [
  'created',
  'beforeMount',
  'mounted',
  'ngOnInit',
  'ngAfterContentInit',
  'ngAfterViewInit',
  'connectedCallback',
  'firstUpdated',
  'componentWillLoad',
  'componentDidLoad',
];
/** Names of the services that an app calls when it starts. */
const STARTERS = /(?:^|\.)(?:APP_INITIALIZER|ENVIRONMENT_INITIALIZER|PLATFORM_INITIALIZER|APP_BOOTSTRAP_LISTENER)$/;

/** Evaluates a class's decorators; one that a framework makes is made, with its services, when the page is ready. */
export function announce(m: Machine, cls: Cls, scope: Scope): Cls {
  let isMade = false;
  let template: string | undefined;
  for (const { expression } of cls.node.decorators ?? []) {
    const call = expression.type === 'CallExpression' ? expression : undefined;
    const callee = call ? call.callee : expression;
    if (callee.type !== 'Identifier') continue;
    const made = MADE.test(callee.name);
    isMade ||= made;
    const [options] = call?.arguments ?? [];
    if (!made || !options) continue;
    const given = m.evaluate(options, scope);
    startServices(m, given, options);
    template ??= templateOf(m, given);
  }
  if (isMade) {
    const show = (): void =>
      m.tasks.later(
        PHASE.ready,
        m.path,
        stepsTo(m, 'load', say`component ${cls.node.id?.name ?? ''}`, undefined),
        () => {
          const made = instantiate(m, cls, INJECTED, cls.node);
          if (made.t !== 'obj') return;
          for (const hook of HOOKS) {
            const method = made.props.get(hook);
            if (method?.t === 'fn') m.step(say`runs in ${hook}()`, method.node, () => m.callFunction(method, [], made));
          }
          if (template !== undefined) bindTemplate(m, made, template, cls.node);
        },
      );
    show();
  }
  return cls;
}

/** The template that stands in a component's options, or in a file of its own. */
function templateOf(m: Machine, options: MValue): string | undefined {
  if (options.t !== 'obj') return undefined;
  const written = options.props.get('template');
  if (written) return addressOf(written);
  const address = stringOf(options.props.get('templateUrl'));
  return address === undefined ? undefined : m.host.template(address, m.script);
}

/** `providers: [{ provide: APP_INITIALIZER, useFactory: (service) => () => service.load() }]`: what an app calls when it starts. */
export function startServices(m: Machine, options: MValue, node: ESTree.Node): void {
  const providers = options.t === 'obj' ? options.props.get('providers') : undefined;
  if (!providers) return;
  eachItem(m, providers, node, (provider) => {
    if (provider.t !== 'obj' || !STARTERS.test(nameOf(provider.props.get('provide') ?? provider))) return;
    const factory = provider.props.get('useFactory');
    const starter = factory
      ? m.callValue(factory, servicesOf(m, provider.props.get('deps')), undefined, node)
      : provider.props.get('useValue');
    if (starter?.t === 'fn')
      m.step(say`runs when the app starts`, node, () => m.callFunction(starter, [], undefined, node));
  });
}

function servicesOf(m: Machine, deps: MValue | undefined): readonly MValue[] {
  if (deps?.t !== 'arr') return UNKNOWN_ARGS;
  return deps.items.map((dep) => (dep.t === 'class' ? injected(m, dep) : unknownValue(nameOf(dep))));
}

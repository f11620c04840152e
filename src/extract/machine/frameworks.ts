/** Functions with which frameworks set up apps, plugins, heads and scripts. */

import { say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { mapCases } from './cases.ts';
import { configure } from './configuration.ts';
import { startServices } from './decorated.ts';
import { recordUrl } from './fetches.ts';
import { insertHead } from './head.ts';
import { render } from './jsx.ts';
import type { Machine } from './machine.ts';
import { createInstance, isOptions } from './options.ts';
import { nativeFunction } from './promises.ts';
import { effect, rerun } from './reactive.ts';
import { recordCall } from './record.ts';
import { consentTrigger, scriptGuard } from './triggers.ts';
import { type MValue, obj, stringOf, UNDEF, unknownValue } from './values.ts';

const HEAD = /^use(?:Server)?Head(?:Safe)?$/;

/** The result of a function of a framework, or undefined. */
export function callFramework(
  m: Machine,
  name: string,
  args: readonly MValue[],
  node: ESTree.Node,
): MValue | undefined {
  const [first, second] = args;
  if (name === 'useScriptTriggerConsent') return consentTrigger(m, first ?? UNDEF, node);
  if (!first) return undefined;
  if (/^define(?:\w*Config|Integration)$/.test(name) && !m.catalog.configurators.has(name)) return first;
  const configured = m.catalog.configurators.get(name);
  if (configured) {
    configure(m, configured, first, node);
    return unknownValue(name);
  }
  if (HEAD.test(name)) {
    effect(
      m,
      rerun(m, say`runs in ${name}()`, node, () => insertHead(m, first, node)),
    );
    return unknownValue('head');
  }
  switch (name) {
    case 'useScript':
      return useScript(m, first, second, node);
    case 'defineComponent':
    case 'defineNuxtComponent':
      return first.t === 'fn' ? optionsOf(first) : first;
    case 'defineAsyncComponent':
    case 'lazy':
    case 'dynamic':
    case 'lazyRouteComponent':
      return asyncComponent(m, first, node);
    case 'defineNuxtPlugin':
    case 'definePlugin': {
      const setup = first.t === 'obj' ? first.props.get('setup') : first;
      if (setup?.t === 'fn')
        m.step(say`runs in ${name}()`, node, () => m.callFunction(setup, [unknownValue('nuxtApp')], undefined, node));
      return unknownValue(name);
    }
    case 'bootstrapApplication':
      if (second) startServices(m, second, node);
      return unknownValue('app');
    case 'provideAppInitializer':
    case 'provideEnvironmentInitializer':
      return m.step(say`runs in ${name}()`, node, () => m.callValue(first, [], undefined, node));
    case 'createApp':
    case 'createSSRApp':
      showApp(m, first, node);
      return undefined;
    case 'defineRouteMiddleware':
    case 'defineNuxtRouteMiddleware':
      m.callValue(first, [unknownValue('to'), unknownValue('from')], undefined, node);
      return UNDEF;
    default:
      return undefined;
  }
}

/** Shows the component that an app is made of. */
function showApp(m: Machine, component: MValue, node: ESTree.Node): void {
  if (isOptions(component)) {
    const waiting = { mounted: [] as (() => void)[], effects: [] as (() => void)[] };
    const before = m.instance;
    m.instance = waiting;
    createInstance(m, component, unknownValue('props'), node);
    m.instance = before;
    for (const run of waiting.mounted) run();
    m.roots.push(...waiting.effects);
  } else if (component.t === 'fn') m.step(say`shows the app`, node, () => render(m, component, obj(), node));
}

function optionsOf(setup: MValue): MValue {
  const options = obj();
  options.props.set('setup', setup);
  return options;
}

/** `lazy(() => import('./Pixel'))`: the component that the file exports. */
function asyncComponent(m: Machine, source: MValue, node: ESTree.Node): MValue | undefined {
  const loader = source.t === 'obj' ? source.props.get('loader') : source;
  if (loader?.t !== 'fn') return undefined;
  const made = m.callFunction(loader, [], undefined, node);
  const value = made.t === 'promise' ? made.value : made;
  const chosen = mapCases(value, (one) => (one.t === 'obj' ? (one.props.get('default') ?? one) : one));
  return chosen.t === 'unknown' || chosen.t === 'global' ? undefined : chosen;
}

/** `app.use(plugin, options)`: a plugin of the site is installed here, a package is known by its name. */
export function usePlugin(m: Machine, args: readonly MValue[], node: ESTree.Node): void {
  const [plugin, ...options] = args;
  if (plugin?.t === 'global') recordCall(m, [...plugin.path, 'install'], options, 'call', node);
  const install = plugin?.t === 'obj' ? plugin.props.get('install') : plugin;
  if (install?.t === 'fn') m.callFunction(install, [unknownValue('app'), ...options], undefined, node);
}

/** `useScript('https://…', { trigger })`: loaded by its trigger, or by a call of `load()`. */
function useScript(m: Machine, source: MValue, options: MValue | undefined, node: ESTree.Node): MValue {
  const address = source.t === 'obj' ? source.props.get('src') : source;
  const fetch = (): void => {
    if (address) recordUrl(m, address, 'script', 'useScript()', node);
  };
  const load = nativeFunction(m, 'load', () => {
    fetch();
    return unknownValue('load()');
  });
  const trigger = options?.t === 'obj' ? options.props.get('trigger') : undefined;
  if (stringOf(trigger) !== 'manual')
    effect(
      m,
      rerun(m, say`runs in useScript()`, node, () => m.under(scriptGuard(m, options, node), fetch)),
    );
  const made = obj();
  made.props.set('load', load);
  made.props.set('$script', made);
  made.rest = [unknownValue('useScript()')];
  return made;
}

/** Imports and exports: local files join the unit, packages are known by their name. */

import { type Phrase, say } from '../../model/phrase.ts';
import type { ESTree } from '../../parse/script.ts';
import { noteProgram } from './call-syntax.ts';
import { exportedConfiguration } from './configuration.ts';
import { startServices } from './decorated.ts';
import { recordUrl } from './fetches.ts';
import { inside, render } from './jsx.ts';
import type { Machine } from './machine.ts';
import { parameterName } from './names.ts';
import { offer } from './offered.ts';
import { PHASE } from './phase.ts';
import { renderChildren } from './render.ts';
import { Scope } from './scope.ts';
import { placeOf, type ScriptText } from './script-text.ts';
import { stepsTo } from './steps.ts';
import { global, lit, type MValue, type Obj, obj, stringOf, UNDEF, UNKNOWN_ARGS, unknownValue } from './values.ts';

/** Packages that change what is shown with the address, and load no page. */
const ROUTER = /^(?![./~]).*(?:(?:^|[/-])router(?:[/-]|$)|\/navigation$)/;

/** Binds the names of an import declaration. */
export function bindImports(m: Machine, node: ESTree.ImportDeclaration, scope: Scope): void {
  const specifier = typeof node.source.value === 'string' ? node.source.value : '';
  const local = loadModule(m, specifier);
  if (ROUTER.test(specifier)) m.moves ??= placeOf(m.script, node);
  if (/^(?:https?:)?\/\//.test(specifier)) recordUrl(m, lit(specifier), 'script', 'import', node);
  for (const item of node.specifiers) {
    const name =
      item.type === 'ImportDefaultSpecifier'
        ? 'default'
        : item.type === 'ImportSpecifier'
          ? item.imported.type === 'Identifier'
            ? item.imported.name
            : String(item.imported.value)
          : undefined;
    let value: MValue;
    if (local) value = name === undefined ? local : (local.props.get(name) ?? unknownValue(item.local.name));
    else if (specifier.startsWith('.') || specifier.startsWith('@/') || specifier.startsWith('~')) {
      // A file of the site that is out of sight: its name is all that is known.
      value = unknownValue(item.local.name, [], placeOf(m.script, item));
    } else value = global(name === undefined ? [`module:${specifier}`] : [`module:${specifier}`, name]);
    if (value.t === 'fn' && m.components.has(value) && isTag(m, item.local.name)) m.called.add(value.node);
    scope.declare(item.local.name, value, m.path);
  }
}

/** `import('https://…')`, `import('./file')`, `import('package')`. */
export function importCall(m: Machine, source: MValue, node: ESTree.Node): MValue {
  const specifier = stringOf(source);
  if (specifier === undefined) return { t: 'promise', value: unknownValue('import()') };
  if (/^(?:https?:)?\/\//.test(specifier)) {
    recordUrl(m, source, 'script', 'import()', node);
    return { t: 'promise', value: unknownValue('import()') };
  }
  const local = m.step(say`loaded by import()`, node, () => loadModule(m, specifier));
  return { t: 'promise', value: local ?? global([`module:${specifier}`]) };
}

/** `require('./file')`, `require('package')`; undefined for anything else, as a loader of browsers has a function of this name too. */
export function requireCall(m: Machine, source: MValue): MValue | undefined {
  const specifier = stringOf(source);
  if (specifier === undefined || specifier.includes('!')) return undefined;
  const local = loadModule(m, specifier);
  if (!local) return /^[./~@]/.test(specifier) && !/^@\w/.test(specifier) ? undefined : global([`module:${specifier}`]);
  const whole = local.props.get('default');
  // What stands in `module.exports` itself; members of an object are exports, too.
  return whole && whole.t !== 'obj' ? whole : local;
}

/** Whether a file's markup has a component in it: it is rendered there or, behind a condition that never holds, not at all. */
function isTag(m: Machine, name: string): boolean {
  const { text } = m.script.source.root;
  const kebab = name.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();
  return text.includes(`<${name}`) || text.includes(`<${kebab}`);
}

/** The exports of a local module; it is evaluated once, where it is first imported. */
function loadModule(m: Machine, specifier: string): Obj | undefined {
  const found = m.host.module(specifier, m.script);
  if (!found) return undefined;
  const key = 'key' in found ? found.key : found.program;
  const known = m.modules.get(key);
  if (known) return known;
  if ('key' in found) return found.evaluate(m);
  const exports = obj();
  m.objectPaths.set(exports, m.path);
  m.modules.set(key, exports);
  runModule(m, found.script, found.program, new Scope(m.global, true), exports);
  return exports;
}

/** Evaluates the statements of a module; what they export are members of `exports`. */
export function runModule(m: Machine, text: ScriptText, program: ESTree.Program, scope: Scope, exports: Obj): void {
  const { script } = m;
  noteProgram(text, program);
  m.script = text;
  const importer = currentExports.get(m);
  currentExports.set(m, exports);
  try {
    m.runProgram(program.body, scope);
    for (const node of program.body) forwardExports(m, node, scope, exports);
  } finally {
    m.script = script;
    if (importer) currentExports.set(m, importer);
    else currentExports.delete(m);
  }
}

/** `export { a, b as c }`, `export { a } from './file'`, `export * from './file'`: names that are declared elsewhere. */
function forwardExports(m: Machine, node: ESTree.Node, scope: Scope, exports: Obj): void {
  if (node.type === 'ExportAllDeclaration') {
    const all = typeof node.source.value === 'string' ? loadModule(m, node.source.value) : undefined;
    if (node.exported) exports.props.set(nameIn(node.exported), all ?? UNDEF);
    else
      for (const [name, value] of all?.props ?? [])
        if (name !== 'default' && !exports.props.has(name)) exports.props.set(name, value);
    return;
  }
  if (node.type !== 'ExportNamedDeclaration' || node.declaration) return;
  const specifier = node.source?.value;
  const from = typeof specifier === 'string' ? loadModule(m, specifier) : undefined;
  for (const { exported: to, local } of node.specifiers) {
    const name = nameIn(local);
    const there = typeof specifier === 'string' ? from?.props.get(name) : scope.find(name)?.value;
    const outside = typeof specifier === 'string' && !from ? packageMember(specifier, name) : UNDEF;
    exports.props.set(nameIn(to), there ?? outside);
    if (there) offer(m, there);
  }
}

function nameIn(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}

/** What a package exports, known by its name; a file of the site that is out of sight is not known. */
function packageMember(specifier: string, name: string): MValue {
  return /^[.~]|^@\//.test(specifier) ? unknownValue(name) : global([`module:${specifier}`, name]);
}

/** Runs what exports into an object of its own: a namespace. */
export function withExports(m: Machine, exports: Obj, run: () => void): void {
  const before = currentExports.get(m);
  currentExports.set(m, exports);
  try {
    run();
  } finally {
    if (before) currentExports.set(m, before);
    else currentExports.delete(m);
  }
}

const currentExports = new WeakMap<Machine, Obj>();

/**
 * An export. In a module that another one imports it is a member of the module; in an entry module (a page or component
 * of a framework) the framework calls components, and plugins that are the default export.
 */
export function exported(m: Machine, name: string, value: MValue, node: ESTree.Node): void {
  offer(m, value);
  const exports = currentExports.get(m);
  if (exports) {
    exports.props.set(name, value);
    return;
  }
  if (name === 'default') exportedConfiguration(m, value, node);
  startServices(m, value, node);
  if (value.t === 'class' && value.node.superClass) {
    const cls = value;
    const show = (): void =>
      m.tasks.later(
        PHASE.ready,
        m.path,
        stepsTo(m, 'load', say`exported component`, undefined),
        () => void render(m, cls, unknownValue('props'), cls.node),
      );
    m.roots.push(show);
    show();
    return;
  }
  if (value.t !== 'fn') return;
  const isComponent = /^[A-Z]/.test(value.name) || (name === 'default' && returnsMarkup(m, value.node));
  const isHook = m.catalog.hooks.has(name) || m.catalog.hooks.has(value.name);
  if (!isComponent && !isHook && name !== 'default') return;
  const { path, steps } = m;
  // A component is handed its properties, a route of a server the request.
  const [first] = value.node.params;
  const handed =
    value.node.params.length > 1 ? UNKNOWN_ARGS : [unknownValue((first && parameterName(first)) || 'props')];
  const show = (): void =>
    m.tasks.later(
      PHASE.ready,
      path,
      [...steps, { message: exportedAs(name, isComponent, value.name || name), kind: 'load' as const }].slice(-8),
      () => {
        inside(m, value.name, () => renderChildren(m, m.callFunction(value, handed, undefined)));
      },
    );
  m.roots.push(show);
  show();
}

/** `module.exports = …`, `exports.name = …`. */
export function commonExport(m: Machine, path: readonly string[], value: MValue, node: ESTree.Node): void {
  const [head, ...rest] = path[0] === 'module' && path[1] === 'exports' ? path.slice(1) : path;
  if (head !== 'exports' || rest.length > 1) return;
  if (rest[0] !== undefined) {
    exported(m, rest[0], value, node);
    return;
  }
  exported(m, 'default', value, node);
  const named = value.t === 'obj' ? value.props : undefined;
  for (const [name, one] of named ?? []) exported(m, name, one, node);
}

/** What a framework takes an export for: routes of a server are functions named like the methods of HTTP. */
function exportedAs(name: string, isComponent: boolean, shown: string): Phrase {
  if (/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(name)) return say`exported route ${shown}`;
  return isComponent ? say`exported component ${shown}` : say`exported function ${shown}`;
}

/** Whether a function's source holds markup: a component has a tag in it. */
function returnsMarkup(m: Machine, node: ESTree.Node): boolean {
  const [start, end] = node.range ?? [0, 0];
  return /<[A-Za-z>]|\bh\(|createElement|use(?:Effect|State|Runtime)|define/.test(m.script.masked.slice(start, end));
}

/** Hands the scripts of a page to the machine in the order in which a browser would run them. */

import type { ScriptCopy } from '../../model/catalog.ts';
import { ALWAYS, and, type Guard, NEVER } from '../../model/guard.ts';
import type { Step } from '../../model/unit.ts';
import type { ComponentFile } from '../../parse/component/index.ts';
import { componentSyntaxOf } from '../../parse/component/syntax.ts';
import type { HtmlElement } from '../../parse/html.ts';
import type { ESTree, ScriptLanguage } from '../../parse/script.ts';
import { type Location, locationOf } from '../../text/location.ts';
import { OffsetMap, type Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import { HOLE } from '../catalog-index.ts';
import { COMPONENTS } from '../components/part.ts';
import type { ReadProblem } from '../extracted.ts';
import type { LocalModule } from '../machine/host.ts';
import { withoutLibraries } from '../machine/library-copies.ts';
import type { Machine } from '../machine/machine.ts';
import type { Hole, ScriptText } from '../machine/script-text.ts';
import type { MValue, Obj } from '../machine/values.ts';
import { type Masking, maskingOf } from '../templates/masking.ts';
import { CodeTitles } from '../titles/code-titles.ts';
import type { LocalFile, PageOptions } from './options.ts';

/** Code that waits for the submission of a form, or keeps the browser from it. */
const HANDLES_FORMS = /['"`.]submit\b|\bonsubmit\b|preventDefault|ajaxForm|\.validate\(/;

interface PendingScript {
  readonly script: ScriptText;
  readonly program: ESTree.Program;
  readonly guard: Guard;
  readonly steps: readonly Step[];
}

/** How a script is parsed and when it runs. */
export interface ScriptForm {
  readonly language: ScriptLanguage;
  /** Modules run when the document is parsed. */
  readonly module: boolean;
}

export class ScriptRunner {
  readonly problems: ReadProblem[] = [];
  /** Local files that the page runs. */
  readonly files = new Set<Source>();
  /** What the page's own scripts say of it. */
  readonly titles = new CodeTitles();
  /** A script of the page may send forms itself. */
  sendsForms = false;
  /** Texts that were not read. */
  refused = 0;
  readonly #options: PageOptions;
  readonly #machine: Machine;
  readonly #deferred: PendingScript[] = [];
  readonly #components = new Map<Source, ComponentFile>();
  readonly #waiting = new WeakMap<Source, Map<number, Source>>();
  readonly #blocks = new WeakMap<Source, Map<number, { script: ScriptText; program: ESTree.Program }>>();

  constructor(options: PageOptions, machine: Machine) {
    this.#options = options;
    this.#machine = machine;
  }

  /**
   * Runs a script's text, or puts it off where it is a module.
   *
   * @param more evidence about the element in which it stands
   */
  run(source: Source, masking: Masking, form: ScriptForm, guard: Guard, more: readonly Step[] = []): void {
    const { parser } = this.#options;
    this.sendsForms ||= HANDLES_FORMS.test(source.text);
    const steps = [...(this.#options.steps ?? []), ...more];
    let failure: { message: string; offset: number } | undefined;
    const attempt = (
      masked: string,
      when: Guard,
      inside?: (offset: number) => Guard,
      more: readonly Hole[] = [],
    ): boolean => {
      const parsed = parser.parse(masked, form.language);
      if (!parsed.ok) {
        if (masked === masking.masked) failure = parsed;
        return false;
      }
      const script: ScriptText = {
        source,
        masked,
        holes: masked === masking.masked ? masking.machineHoles : holesLeft(masking, masked, more),
        guardAt: inside ?? (masking.hasBranches ? masking.guardInside : undefined),
        ...(form.module || usesModules(parsed.program) ? { module: true } : {}),
      };
      if (!this.files.has(source)) this.titles.read(script, parsed.program);
      const program = withoutLibraries(parsed.program, masked);
      const pending = { script, program, guard: and(guard, when), steps };
      if (script.module) this.#deferred.push(pending);
      else this.#machine.run(script, program, pending.guard, steps);
      return true;
    };
    const pieces = masking.printedPieces();
    if (pieces && attempt(pieces.masked, ALWAYS, undefined, pieces.holes)) return;
    const printed = masking.printedCode();
    if ((printed && attempt(printed.masked, ALWAYS, printed.guardAt)) || attempt(masking.masked, ALWAYS)) return;
    // An expression of the template that writes a statement of its own.
    const alone = withoutStatements(masking);
    if (alone !== undefined && attempt(alone, ALWAYS)) return;
    // A template's branches may break the script when they stand side by side: read it once for each.
    let read = 0;
    for (const variant of masking.readings(0, masking.masked.length)) {
      if (attempt(variant.masked(0, masking.masked.length), variant.guard)) read++;
    }
    if (read > 0 || (parser.wantsHeavy && !parser.heavy)) return;
    const { message, offset } = failure ?? { message: 'the script does not parse', offset: 0 };
    this.refused++;
    this.problems.push({
      message,
      location: locationOf(source, { start: offset, end: Math.min(offset + 1, source.text.length) }),
    });
  }

  /** The vendor's own script of which a local file is a saved copy. */
  copyOf(src: string, from: Source): Pick<ScriptCopy, 'url'> | undefined {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) return undefined;
    return this.#options.catalog.copyOf(src, this.#options.resolve(src, from)?.source.text);
  }

  /** Runs the local file of a script element, at once or when the document is parsed. False where there is none. */
  local(src: string, from: Source, element: HtmlElement, guard: Guard, more: readonly Step[] = []): boolean {
    const file = this.#options.resolve(src, from);
    if (!file) return false;
    this.files.add(file.source);
    const { attributes } = element;
    if (!attributes.has('defer') && !attributes.has('async') && attributes.get('type') !== 'module') {
      this.run(
        file.source,
        maskingOf(file.source, this.#options.catalog.gates),
        { language: file.language, module: false },
        guard,
        more,
      );
      return true;
    }
    const read = this.#read(file);
    if (!read) return true;
    const { script } = read;
    const program = withoutLibraries(read.program, script.masked);
    const steps = [...(this.#options.steps ?? []), ...more];
    this.#deferred.push({ script: usesModules(program) ? { ...script, module: true } : script, program, guard, steps });
    return true;
  }

  /** The local file that an import means. */
  module(specifier: string, from: ScriptText): LocalModule | undefined {
    const address = localAddress(specifier);
    const file = address === undefined ? undefined : this.#options.resolve(address, from.source);
    if (file) this.files.add(file.source);
    const syntax = file && componentSyntaxOf(file.source.name);
    if (file && syntax) {
      const component = this.#components.get(file.source) ?? COMPONENTS.module.parseComponent(file.source.text, syntax);
      this.#components.set(file.source, component);
      return { key: component, evaluate: () => this.component(file.source, component) };
    }
    const read = file && this.#read(file);
    return read && { script: { ...read.script, module: true }, program: read.program };
  }

  /** Evaluates a component file; gives its exports. */
  component(source: Source, file: ComponentFile): Obj {
    const { parser, resolve } = this.#options;
    return COMPONENTS.module.loadComponent(this.#machine, {
      source,
      file,
      parser,
      external: (src) => resolve(src, source)?.source,
      parsed: (script, program) => {
        if (!this.files.has(source)) this.titles.read(script, program, true);
      },
      failed: (problem) => {
        this.refused++;
        this.problems.push(problem);
      },
    });
  }

  /** Runs a script block in the markup of a component, where the machine stands. */
  inline({ start, end }: Span, values: ReadonlyMap<string, MValue>): void {
    const machine = this.#machine;
    const { source } = machine.script;
    const read = this.#block(source, start, end);
    if (!read || machine.guard === NEVER) return;
    for (const [name, value] of values)
      if (!machine.global.cells.has(name)) machine.global.declare(name, value, machine.path);
    machine.run(read.script, read.program, machine.guard, machine.steps);
  }

  /** The same block is one source, however often it is rendered. */
  #block(source: Source, start: number, end: number): { script: ScriptText; program: ESTree.Program } | undefined {
    const known = this.#blocks.get(source) ?? new Map();
    this.#blocks.set(source, known);
    const made = known.get(start);
    if (made) return made;
    const nested = source.nest(source.text.slice(start, end), OffsetMap.shift(start), 'script');
    const { parser } = this.#options;
    let parsed = parser.parse(nested.text, 'js');
    if (!parsed.ok) parsed = parser.parse(nested.text, 'ts');
    if (!parsed.ok) {
      if (nested.text.trim() !== '' && (!parser.wantsHeavy || parser.heavy) && !/^\s*[{[]/.test(nested.text)) {
        this.refused++;
        const at = { start: parsed.offset, end: Math.min(parsed.offset + 1, nested.text.length) };
        this.problems.push({ message: parsed.message, location: locationOf(nested, at) });
      }
      return undefined;
    }
    const script: ScriptText = {
      source: nested,
      masked: nested.text,
      holes: [],
      guardAt: undefined,
      ...(usesModules(parsed.program) ? { module: true } : {}),
    };
    const read = { script, program: parsed.program };
    known.set(start, read);
    return read;
  }

  #read(file: LocalFile): { script: ScriptText; program: ESTree.Program } | undefined {
    this.sendsForms ||= HANDLES_FORMS.test(file.source.text);
    const masking = maskingOf(file.source, this.#options.catalog.gates);
    const parsed = this.#options.parser.parse(masking.masked, file.language);
    if (!parsed.ok) return undefined;
    const script = { source: file.source, masked: masking.masked, holes: masking.machineHoles, guardAt: undefined };
    return { script, program: parsed.program };
  }

  /**
   * Runs a script put together at run time: its positions are those of the text that it was made of.
   * @param holes what fills the text where it holds HOLE, as far as that is known
   */
  anchored(anchor: Location, text: string, guard: Guard, holes: readonly Hole[] = []): void {
    const masked = text.replaceAll(HOLE, '$');
    const parsed = this.#options.parser.parse(masked, 'js');
    if (!parsed.ok) return;
    const own = this.#verbatim(anchor, text);
    const script: ScriptText = own
      ? { source: own, masked, holes: [], guardAt: undefined }
      : { source: anchor.source, masked, holes, guardAt: undefined, anchor };
    this.#machine.run(script, parsed.program, and(this.#machine.guard, guard), this.#machine.steps);
  }

  /** The text as a source of its own, where it stands in the page as it is: a script that waited in the markup. */
  #verbatim({ source, start }: Location, text: string): Source | undefined {
    if (!source.text.startsWith(text, start)) return undefined;
    const known = this.#waiting.get(source) ?? new Map<number, Source>();
    this.#waiting.set(source, known);
    let made = known.get(start);
    if (made?.text !== text) made = source.nest(text, OffsetMap.shift(start), 'script');
    known.set(start, made);
    return made;
  }

  /** Runs what was put off until the document is parsed. */
  flush(): void {
    for (const { script, program, guard, steps } of this.#deferred) this.#machine.run(script, program, guard, steps);
    this.#deferred.length = 0;
  }
}

/** The expressions of a script that a reading did not replace by what they print, and those inside of what they print. */
function holesLeft({ masked, machineHoles }: Masking, reading: string, more: readonly Hole[]): Masking['machineHoles'] {
  const left = machineHoles.filter(({ start, end }) => reading.slice(start, end) === masked.slice(start, end));
  return more.length === 0 ? left : [...left, ...more].sort((a, b) => a.start - b.start);
}

/** The script without template expressions that stand where a statement begins; undefined where there are none. */
function withoutStatements(masking: Masking): string | undefined {
  const { masked, machineHoles } = masking;
  let text = '';
  let at = 0;
  for (const { start, end } of machineHoles) {
    const before = masked.slice(Math.max(0, start - 200), start).trimEnd();
    const after = masked.slice(end, end + 200).trimStart();
    if (!/(?:^|[;{}])$/.test(before) || /^[.,=()?:+*/&|;[\]-]/.test(after)) continue;
    text += `${masked.slice(at, start)};${masked.slice(start + 1, end).replace(/[^\r\n]/g, ' ')}`;
    at = end;
  }
  return at === 0 ? undefined : text + masked.slice(at);
}

/** The address of a local file in an import; undefined for packages. */
function localAddress(specifier: string): string | undefined {
  if (/^(?:\.{1,2}\/|\/|@\/|~\/)/.test(specifier)) return specifier;
  // `~~/` and `@@/` are the root of a Nuxt project, `$lib/` a folder of SvelteKit's.
  const alias = /^(?:~~|@@)\/(.*)$/.exec(specifier)?.[1];
  if (alias !== undefined) return `~/${alias}`;
  return specifier.startsWith('$lib/') ? `@/lib/${specifier.slice(5)}` : undefined;
}

function usesModules(program: ESTree.Program): boolean {
  return program.body.some(
    (node) => node.type === 'ImportDeclaration' || node.type.startsWith('Export') || isCommonExport(node),
  );
}

/** `module.exports = …`, `exports.name = …` at the top: the file's names are its own. */
function isCommonExport(node: ESTree.Node): boolean {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') return false;
  const { left } = node.expression;
  if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier') return false;
  const { object, property } = left;
  if (object.type === 'MemberExpression') return object.object.type === 'Identifier' && object.object.name === 'module';
  return (
    object.type === 'Identifier' &&
    (object.name === 'exports' || (object.name === 'module' && property.name === 'exports'))
  );
}

/** Reads markup in document order and evaluates its scripts in the order in which a browser would run them. */
import type { Cmp } from '../model/catalog.ts';
import { ALWAYS, and, atom, type Guard, NEVER } from '../model/guard.ts';
import type { Activity, Carrier, ContextFact, Entity, FormField, Step } from '../model/unit.ts';
import { attributeRange, type HtmlDocument, type HtmlElement, parseHtml } from '../parse/html.ts';
import type { ESTree, ScriptLanguage, ScriptParser } from '../parse/script.ts';
import { type Location, locationOf } from '../text/location.ts';
import { OffsetMap } from '../text/offset-map.ts';
import type { Source } from '../text/source.ts';
import { valuesOfAddress } from './address-data.ts';
import { type CatalogIndex, HOLE } from './catalog-index.ts';
import { contextOf } from './context.ts';
import { echoedMarkup } from './echoed-markup.ts';
import type { ReadProblem, SeenCmp } from './extracted.ts';
import { handler } from './machine/callbacks.ts';
import { createMachine } from './machine/interpreter.ts';
import type { Machine } from './machine/machine.ts';
import { addActivity, shortUrl } from './machine/record.ts';
import type { ScriptText } from './machine/script-text.ts';
import { type Elem, stringOf } from './machine/values.ts';
import { type Masking, maskingOf } from './masking.ts';
import { parkingOf, runs } from './parking.ts';
import { UnreadConditions } from './unread-conditions.ts';

/** A local file that a page refers to. */
export interface LocalFile {
  readonly source: Source;
  readonly language: ScriptLanguage;
}

export interface PageOptions {
  readonly catalog: CatalogIndex;
  readonly parser: ScriptParser;
  /** The local file that an address or an import of `from` means, if it lies below the roots. */
  readonly resolve: (address: string, from: Source) => LocalFile | undefined;
  /** Conditions and evidence in front of the whole text, for what a container injects. */
  readonly guard?: Guard;
  readonly steps?: readonly Step[];
  readonly entity?: Entity;
  /** Markup that a script injects: noscript is never rendered. */
  readonly injected?: boolean;
}

export interface PageFacts {
  readonly activities: readonly Activity[];
  readonly cmps: readonly SeenCmp[];
  readonly context: readonly ContextFact[];
  readonly fields: readonly FormField[];
  readonly problems: readonly ReadProblem[];
  readonly unresolved: number;
  /** Ids of vendors whose function the unit defines itself, as a queue in front of the library. */
  readonly stubs: readonly string[];
}

interface PendingScript {
  readonly script: ScriptText;
  readonly program: ESTree.Program;
  readonly guard: Guard;
}

const MAX_MARKUP_DEPTH = 3;

export class PageReader {
  readonly options: PageOptions;
  readonly machine: Machine;
  readonly #context: ContextFact[] = [];
  readonly #fields: FormField[] = [];
  readonly #problems: ReadProblem[] = [];
  readonly #loaded = new Map<Cmp, Location>();
  readonly #loadedSet = new Set<Cmp>();
  readonly #deferred: PendingScript[] = [];
  readonly #elementIds = new Set<string>();
  #document: HtmlDocument | undefined;
  #unread: UnreadConditions | undefined;
  /** What an automatic blocker that stands first holds back. */
  #blocker: Guard = ALWAYS;
  #markupDepth = 0;
  #refused = 0;

  constructor(source: Source, options: PageOptions) {
    this.options = options;
    this.machine = createMachine(
      options.catalog,
      {
        describe: (selector) => this.#document?.describe(selector),
        elementIds: this.#elementIds,
        markup: (html, place, runsScripts) => this.#markup(html, place, runsScripts),
        parking: (element) => this.#parkingOfElement(element),
        module: (specifier, from) => this.#module(specifier, from),
      },
      { source, masked: '', holes: [], guardAt: undefined },
    );
    this.machine.entity = options.entity;
  }

  /** Reads a text of HTML, with all that is nested in it. */
  read(source: Source, masking: Masking): PageFacts {
    this.#document = parseHtml(masking.masked);
    this.#unread = new UnreadConditions(source, masking.masked);
    for (const element of this.#document.elements) {
      const id = element.attributes.get('id');
      if (id !== undefined) this.#elementIds.add(id);
    }
    for (const element of this.#document.elements) this.#element(source, masking, element, undefined);
    for (const { html, location, island, guard } of echoedMarkup(source)) {
      const { machine } = this;
      const all = and(this.options.guard ?? ALWAYS, masking.guardAt(island), guard, this.#blocker);
      machine.within(
        {
          script: machine.script,
          path: { parent: undefined, guard: all, depth: 1, all },
          steps: this.options.steps ?? [],
          reached: true,
          fuel: 20_000,
        },
        () => this.#markup(html, location, true),
      );
    }
    for (const range of masking.scripts) {
      const nested = source.nest(source.text.slice(range.start, range.end), OffsetMap.shift(range.start), 'script');
      this.#script(nested, masking.within(range.start, range.end), 'js', false, masking.guardAt(range.start));
    }
    return this.finish();
  }

  /** Evaluates a script file that stands alone. */
  readScript(source: Source, masking: Masking, language: ScriptLanguage): PageFacts {
    this.#script(source, masking, language, false, ALWAYS);
    return this.finish();
  }

  finish(): PageFacts {
    for (const { script, program, guard } of this.#deferred)
      this.machine.run(script, program, guard, this.options.steps);
    this.machine.settle();
    const cmps = new Map<Cmp, SeenCmp>();
    for (const [cmp, location] of this.machine.seenCmps)
      cmps.set(cmp, location ? { cmp, loaded: false, location } : { cmp, loaded: false });
    for (const [cmp, location] of this.#loaded) cmps.set(cmp, { cmp, loaded: true, location });
    return {
      activities: merged(this.machine.activities),
      cmps: [...cmps.values()],
      context: this.#context,
      fields: this.#fields,
      problems: this.#problems,
      unresolved: this.machine.unresolved + this.#refused,
      stubs: this.#stubs(),
    };
  }

  #stubs(): string[] {
    const { machine, options } = this;
    const ids = new Set<string>();
    for (const [name, vendor] of options.catalog.vendorGlobals) {
      const value = machine.global.cells.get(name)?.value ?? machine.overrides.get(name);
      if (value?.t === 'fn' || (value?.t === 'ite' && (value.yes.t === 'fn' || value.no.t === 'fn')))
        ids.add(vendor.id);
    }
    return [...ids];
  }

  #element(source: Source, masking: Masking, element: HtmlElement, anchor: Location | undefined): void {
    const place = anchor ?? locationOf(source, { start: element.start, end: element.tagEnd });
    for (const variant of anchor ? [] : masking.readings(element.start, element.tagEnd)) {
      // A branch splits the start tag: read it once for every branch, each under its condition.
      const [reread] = parseHtml(variant.masked(element.start, element.end)).elements;
      if (!reread) continue;
      const moved: HtmlElement = {
        ...reread,
        start: element.start,
        tagEnd: element.start + reread.tagEnd,
        end: element.end,
        content: { start: element.start + reread.content.start, end: element.start + reread.content.end },
        parent: element.parent,
      };
      this.#oneReading(source, masking, moved, place, variant.guard);
    }
    if (!anchor && masking.readings(element.start, element.tagEnd).length > 0) return;
    this.#oneReading(source, masking, element, place, ALWAYS, anchor);
  }

  #oneReading(
    source: Source,
    masking: Masking,
    element: HtmlElement,
    place: Location,
    reading: Guard,
    anchor?: Location,
  ): void {
    const attribute = (name: string): string | undefined => element.attributes.get(name);
    const template = anchor ? ALWAYS : masking.guardAt(element.start);
    const unread = anchor ? ALWAYS : (this.#unread?.guardOf(element) ?? ALWAYS);
    const guard = and(this.options.guard ?? ALWAYS, template, unread, reading, this.#blocker);
    if (!anchor) {
      this.#context.push(...contextOf(source, element));
      if (/^(?:input|textarea|select)$/.test(element.name)) this.#field(source, element);
      this.#handlers(source, masking, element, guard);
    }
    switch (element.name) {
      case 'script':
        this.#scriptElement(source, masking, element, guard, place, anchor);
        return;
      case 'iframe':
      case 'img':
      case 'embed':
      case 'object': {
        const noscript = inside(element, 'noscript');
        if (noscript && this.options.injected) return;
        const parking = parkingOf(
          this.options.catalog,
          element.name,
          attribute,
          inside(element, 'template'),
          this.#loadedSet,
          place,
        );
        const name = parking.parked ? (parking.srcAttribute ?? 'src') : element.name === 'object' ? 'data' : 'src';
        const url = this.#address(source, masking, element, name, anchor);
        if (url === undefined || (!parking.parked && /^(?:about:blank|data:)?$/i.test(url))) return;
        this.#load(
          url,
          element.name === 'img' ? 'beacon' : 'frame',
          noscript ? 'noscript' : 'element',
          and(guard, parking.guard),
          `<${element.name}>`,
          place,
        );
        return;
      }
      default:
    }
  }

  /** The address in an attribute, with HOLE where the template fills it. */
  #address(
    source: Source,
    masking: Masking,
    element: HtmlElement,
    name: string,
    anchor: Location | undefined,
  ): string | undefined {
    const value = element.attributes.get(name);
    if (value === undefined || anchor || !masking.hasHoles) return value?.trim();
    const range = attributeRange(masking.masked, element, name);
    if (!range) return value.trim();
    return (
      masking.textWithHoles(range.start, range.end, HOLE).trim() || (source.text === '' ? undefined : value.trim())
    );
  }

  #load(
    url: string,
    kind: 'script' | 'frame' | 'beacon',
    carrier: Carrier,
    guard: Guard,
    by: string,
    place: Location,
  ): void {
    for (const match of this.options.catalog.matchUrl(url)) {
      const { machine } = this;
      machine.within(
        {
          script: machine.script,
          path: { parent: undefined, guard, depth: 1, all: guard },
          steps: this.options.steps ?? [],
          reached: true,
          fuel: 1000,
        },
        () => {
          addActivity(machine, {
            kind: 'load',
            vendor: match.vendor,
            carrier,
            label: `${by} ${shortUrl(url)}`,
            values: valuesOfAddress(match, url, place),
            args: [],
            location: place,
            url,
            urlKind: match.pattern.kind === 'config' ? 'config' : kind,
          });
        },
      );
    }
  }

  #scriptElement(
    source: Source,
    masking: Masking,
    element: HtmlElement,
    guard: Guard,
    place: Location,
    anchor: Location | undefined,
  ): void {
    const { catalog } = this.options;
    if (inside(element, 'noscript')) return;
    const attribute = (name: string): string | undefined => element.attributes.get(name);
    const parking = parkingOf(catalog, 'script', attribute, inside(element, 'template'), this.#loadedSet, place);
    const type = attribute('type')?.trim().toLowerCase();
    let src = this.#address(source, masking, element, parking.parked ? (parking.srcAttribute ?? 'src') : 'src', anchor);
    const gate = and(guard, parking.guard);
    src ||= isLazyType(type)
      ? LAZY_SOURCES.map((name) => this.#address(source, masking, element, name, anchor)).find(
          (one) => one !== undefined && one !== '',
        )
      : undefined;
    if (src !== undefined && src !== '') {
      const cmp = catalog.matchCmpUrl(src);
      if (cmp) this.#platform(cmp, element, place, src);
      this.#load(src, 'script', 'element', gate, '<script>', place);
      if (gate !== NEVER) this.#localScript(src, source, element, gate);
      return;
    }
    if (gate === NEVER && !isData(type)) {
      if (!parking.parked) return;
      // Dead or data: nothing in it runs, nothing in it is sent.
      return;
    }
    if (isData(type)) return;
    const { start, end } = element.content;
    if (end <= start) return;
    const language: ScriptLanguage =
      /^tsx?$/.test(attribute('lang') ?? '') || type === 'text/typescript'
        ? 'ts'
        : type === 'text/babel' || type === 'text/jsx'
          ? 'jsx'
          : 'js';
    const isModule = type === 'module' || attribute('setup') !== undefined || attribute('lang') !== undefined;
    if (anchor) {
      this.#anchored(anchor, source.text.slice(start, end), gate);
      return;
    }
    const nested = source.nest(source.text.slice(start, end), OffsetMap.shift(start), 'script');
    this.#script(nested, masking.within(start, end), language, isModule, gate);
  }

  /** A script put together at run time: its positions are those of the text that it was made of. */
  #anchored(anchor: Location, text: string, guard: Guard): void {
    const masked = text.replaceAll(HOLE, '$');
    const parsed = this.options.parser.parse(masked, 'js');
    if (!parsed.ok) return;
    const script: ScriptText = { source: anchor.source, masked, holes: [], guardAt: undefined, anchor };
    this.machine.run(script, parsed.program, and(this.machine.guard, guard), this.machine.steps);
  }

  #script(source: Source, masking: Masking, language: ScriptLanguage, isModule: boolean, guard: Guard): void {
    const { parser, steps } = this.options;
    const runOne = (masked: string, when: Guard): boolean => {
      const parsed = parser.parse(masked, language);
      if (!parsed.ok) {
        if (masked === masking.masked) this.#lastFailure = { message: parsed.message, offset: parsed.offset };
        return false;
      }
      const script: ScriptText = {
        source,
        masked,
        holes: masking.machineHoles,
        guardAt: masking.hasBranches ? masking.guardInside : undefined,
        ...(isModule || usesModules(parsed.program) ? { module: true } : {}),
      };
      if (script.module) this.#deferred.push({ script, program: parsed.program, guard: and(guard, when) });
      else this.machine.run(script, parsed.program, and(guard, when), steps);
      return true;
    };
    if (runOne(masking.masked, ALWAYS)) return;
    // An expression of the template that writes a statement of its own.
    const alone = withoutStatements(masking);
    if (alone !== undefined && runOne(alone, ALWAYS)) return;
    // A template's branches may break the script when they stand side by side: read it once for each.
    let read = 0;
    for (const variant of masking.readings(0, masking.masked.length)) {
      if (runOne(variant.masked(0, masking.masked.length), variant.guard)) read++;
    }
    if (read > 0 || (parser.wantsHeavy && !parser.heavy)) return;
    const failure = this.#lastFailure ?? { message: 'the script does not parse', offset: 0 };
    this.#refused++;
    this.#problems.push({
      message: failure.message,
      location: locationOf(source, { start: failure.offset, end: Math.min(failure.offset + 1, source.text.length) }),
    });
  }

  #lastFailure: { message: string; offset: number } | undefined;

  #localScript(src: string, from: Source, element: HtmlElement, guard: Guard): void {
    const file = this.options.resolve(src, from);
    if (!file) return;
    const masking = maskingOf(file.source);
    const later =
      element.attributes.has('defer') || element.attributes.has('async') || element.attributes.get('type') === 'module';
    const before = this.#deferred.length;
    if (!later) {
      this.#script(file.source, masking, file.language, false, guard);
      return;
    }
    const parsed = this.options.parser.parse(masking.masked, file.language);
    if (parsed.ok && before === this.#deferred.length) {
      const script: ScriptText = {
        source: file.source,
        masked: masking.masked,
        holes: masking.machineHoles,
        guardAt: undefined,
      };
      this.#deferred.push({
        script: usesModules(parsed.program) ? { ...script, module: true } : script,
        program: parsed.program,
        guard,
      });
    }
  }

  #module(specifier: string, from: ScriptText): { script: ScriptText; program: ESTree.Program } | undefined {
    if (!/^(?:\.{1,2}\/|\/|@\/|~\/)/.test(specifier)) return undefined;
    const file = this.options.resolve(specifier, from.source);
    if (!file) return undefined;
    const masking = maskingOf(file.source);
    const parsed = this.options.parser.parse(masking.masked, file.language);
    if (!parsed.ok) return undefined;
    return {
      script: {
        source: file.source,
        masked: masking.masked,
        holes: masking.machineHoles,
        guardAt: undefined,
        module: true,
      },
      program: parsed.program,
    };
  }

  /** Notes a platform's loader; if it blocks by itself and stands synchronously, what follows is likely blocked. */
  #platform(cmp: Cmp, element: HtmlElement, place: Location, src: string): void {
    if (!this.#loaded.has(cmp)) this.#loaded.set(cmp, place);
    this.#loadedSet.add(cmp);
    const { autoBlock } = cmp;
    if (!autoBlock || element.attributes.has('async') || element.attributes.has('defer') || inside(element, 'template'))
      return;
    const { attribute, url, builtIn } = autoBlock;
    const on =
      builtIn ||
      (attribute !== undefined &&
        element.attributes.get(attribute.name)?.toLowerCase() === attribute.value.toLowerCase()) ||
      (url !== undefined && src.toLowerCase().includes(url.replace(/\*/g, '').toLowerCase()));
    if (on) this.#blocker = atom({ kind: 'auto-block', cmp: cmp.id, category: 'marketing' }, place);
  }

  #handlers(source: Source, masking: Masking, element: HtmlElement, guard: Guard): void {
    for (const [name] of element.attributes) {
      if (!/^on[a-z]{3,}$/.test(name)) continue;
      const range = attributeRange(masking.masked, element, name);
      const code = element.attributes.get(name) ?? '';
      if (!range || !/[(=]/.test(code)) continue;
      const place = locationOf(source, range);
      const parsed = this.options.parser.parse(`(function(event){${code}\n})`, 'js');
      if (!parsed.ok) continue;
      const [statement] = parsed.program.body;
      if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'FunctionExpression') continue;
      const node = statement.expression;
      const script: ScriptText = { source, masked: code, holes: [], guardAt: undefined, anchor: place };
      const { machine } = this;
      const about = `${element.attributes.get('id') ?? ''} ${element.attributes.get('class') ?? ''} ${source.text.slice(element.tagEnd, Math.min(element.end, element.tagEnd + 120)).replace(/<[^>]*>/g, ' ')}`;
      machine.within(
        {
          script,
          path: { parent: undefined, guard, depth: 1, all: guard },
          steps: this.options.steps ?? [],
          reached: true,
          fuel: 1000,
        },
        () => {
          const fn = {
            t: 'fn' as const,
            node,
            scope: machine.global,
            script,
            self: undefined,
            props: new Map(),
            name: '',
          };
          handler(
            machine,
            name.slice(2),
            element.name === 'body' && name === 'onload' ? 'window' : about.trim(),
            fn,
            node,
          );
        },
      );
    }
  }

  #field(source: Source, element: HtmlElement): void {
    const name =
      element.attributes.get('name') ?? element.attributes.get('id') ?? element.attributes.get('placeholder') ?? '';
    this.#fields.push({
      name,
      type: element.attributes.get('type') ?? element.name,
      location: locationOf(source, { start: element.start, end: element.tagEnd }),
    });
  }

  /** Markup that a script writes: read where it is written, under the conditions that hold there. */
  #markup(html: string, place: Location, runsScripts: boolean): void {
    if (this.#markupDepth >= MAX_MARKUP_DEPTH || html.length > 200_000) return;
    this.#markupDepth++;
    const { machine } = this;
    const document = parseHtml(html);
    for (const element of document.elements) {
      if (inside(element, 'noscript')) continue;
      const attribute = (name: string): string | undefined => element.attributes.get(name);
      const parking = parkingOf(
        this.options.catalog,
        element.name,
        attribute,
        inside(element, 'template'),
        this.#loadedSet,
        place,
      );
      const src = attribute(parking.parked ? (parking.srcAttribute ?? 'src') : 'src');
      machine.under(parking.guard, () => {
        if (element.name === 'script' && runsScripts) {
          if (src !== undefined && src !== '') this.#loadHere(src, 'script', place);
          else if (runs(attribute('type')) || parking.parked)
            this.#anchored(place, html.slice(element.content.start, element.content.end), ALWAYS);
        } else if (element.name === 'img' && src !== undefined) this.#loadHere(src, 'beacon', place);
        else if (element.name === 'iframe' && src !== undefined) this.#loadHere(src, 'frame', place);
      });
    }
    this.#markupDepth--;
  }

  #loadHere(url: string, kind: 'script' | 'frame' | 'beacon', place: Location): void {
    const cmp = this.options.catalog.matchCmpUrl(url);
    if (cmp && !this.#loaded.has(cmp)) this.#loaded.set(cmp, place);
    for (const match of this.options.catalog.matchUrl(url)) {
      addActivity(this.machine, {
        kind: 'load',
        vendor: match.vendor,
        carrier: this.machine.noscript ? 'noscript' : 'script',
        label: `written markup ${shortUrl(url)}`,
        values: valuesOfAddress(match, url, place),
        args: [],
        location: place,
        url,
        urlKind: kind,
      });
    }
  }

  #parkingOfElement(element: Elem): { parked: boolean; guard: Guard } {
    const attribute = (name: string): string | undefined => {
      const value = element.props.get(name) ?? (name === 'class' ? element.props.get('className') : undefined);
      return value && (stringOf(value) ?? '');
    };
    return parkingOf(this.options.catalog, element.tag, attribute, false, this.#loadedSet, element.at);
  }
}

/** Attributes in which optimisers of pages keep the address of a script until the first scroll or touch. */
const LAZY_SOURCES = ['data-rocket-src', 'data-src', 'data-lazy-src', 'data-litespeed-src'];

function isLazyType(type: string | undefined): boolean {
  return (
    type !== undefined && runs(type) && !/^(?:|module|(?:text|application)\/(?:java|ecma|x-java)script)$/.test(type)
  );
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

function isData(type: string | undefined): boolean {
  return (
    type !== undefined &&
    /json|importmap|speculationrules|x-template|text\/template|handlebars|mustache|html|x-shader|css/.test(type) &&
    !runs(type)
  );
}

function inside(element: HtmlElement, name: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.name === name) return true;
  return false;
}

function usesModules(program: ESTree.Program): boolean {
  return program.body.some((node) => node.type === 'ImportDeclaration' || node.type.startsWith('Export'));
}

/** The same place reached on several ways is one activity, under either condition. */
function merged(activities: readonly Activity[]): Activity[] {
  const byPlace = new Map<string, number>();
  const result: Activity[] = [];
  for (const activity of activities) {
    const { location } = activity;
    const key = `${activity.kind} ${activity.consent ?? ''} ${activity.vendor.id} ${activity.label} ${location.source.name} ${location.start} ${location.end} ${activity.reached}`;
    const at = byPlace.get(key);
    const known = at === undefined ? undefined : result[at];
    if (at === undefined || !known || known.location.source !== location.source) {
      byPlace.set(key, result.length);
      result.push(activity);
    } else {
      result[at] = { ...known, guard: { op: 'or', of: [known.guard, activity.guard] } };
    }
  }
  return result;
}

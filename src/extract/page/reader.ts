/** Reads markup in document order and evaluates its scripts in the order in which a browser would run them. */

import type { FormField } from '../../model/form-field.ts';
import { ALWAYS, and, condition, type Guard, NEVER } from '../../model/guard.ts';
import type { ContextFact, SettingFact, Step } from '../../model/unit.ts';
import type { ComponentSyntax } from '../../parse/component/index.ts';
import { attributeRange, type HtmlElement, parseHtml } from '../../parse/html.ts';
import type { ScriptLanguage } from '../../parse/script.ts';
import { type Location, locationOf } from '../../text/location.ts';
import { OffsetMap } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import { HOLE } from '../catalog-index.ts';
import { COMPONENTS } from '../components/part.ts';
import { contextOf } from '../context.ts';
import { type Piece, wholePage } from '../includes/join.ts';
import { type Fetch, recordLoad } from '../machine/fetches.ts';
import { unreadQueues } from '../machine/ignored.ts';
import { createMachine } from '../machine/interpreter.ts';
import { recordLink } from '../machine/links.ts';
import type { Machine } from '../machine/machine.ts';
import { asksForChoice, IN_BANNER, isBanner } from '../machine/names.ts';
import { offerGlobals } from '../machine/offered.ts';
import { withNamedQueues } from '../machine/pushed-data.ts';
import { settle } from '../machine/settle.ts';
import { unknownScripts } from '../machine/unknown-scripts.ts';
import { type Elem, stringOf } from '../machine/values.ts';
import { isOwnType, parkingOf, runs } from '../parking.ts';
import type { Masking } from '../templates/masking.ts';
import { serverSwitches } from '../templates/server-switches.ts';
import { valueOfCode } from '../templates/value.ts';
import { filledIn } from '../titles/filled-in.ts';
import { attributeGuard } from './attribute-conditions.ts';
import {
  addressesInStyle,
  around,
  inside,
  isData,
  isHidden,
  isLazyType,
  LAZY_SOURCES,
  lazySource,
  lazyStep,
  lazySteps,
  scheduleOf,
} from './elements.ts';
import { fieldOf, isField } from './fields.ts';
import { registerHandlers, withHandler } from './handlers.ts';
import type { PageFacts, PageOptions } from './options.ts';
import { ownHostOf } from './own-hosts.ts';
import { isWhole, ParkedMarkup } from './parked.ts';
import { Platforms } from './platforms.ts';
import { type ScriptForm, ScriptRunner } from './scripts.ts';
import { type Enclosure, enclosureAt, firstFrom, OPEN, type PageText, PageTexts, placeOf } from './texts.ts';
import { joinWays } from './ways.ts';
import { WrittenMarkup } from './written-markup.ts';

/** What a script may release. */
const HOLDING =
  /<template|<script[^>]{0,300}\stype\s{0,3}=\s{0,3}["']?(?!text\/javascript|module|application\/)|\sdata-[\w-]{0,30}\s{0,3}=\s{0,3}["']?(?:https?:)?\/\//i;
const NO_ADDRESS = /^(?:about:blank|data:)?$/i;

export class PageReader {
  readonly options: PageOptions;
  readonly machine: Machine;
  readonly #scripts: ScriptRunner;
  readonly #written: WrittenMarkup;
  readonly #platforms = new Platforms();
  readonly #parked: ParkedMarkup;
  readonly #context: ContextFact[] = [];
  readonly #hosts = new Set<string>();
  readonly #fields: FormField[] = [];
  readonly #switches = new Map<Source, readonly SettingFact[]>();
  readonly #elementIds = new Set<string>();
  readonly #texts: PageTexts;
  /** What was read is a whole document. */
  #whole = false;
  /** What holds around the stretch that is read, by the files that include it. */
  #around: Guard = ALWAYS;
  /** How the files that include it lead to the stretch. */
  #steps: readonly Step[] = [];
  #enclosure: Enclosure = OPEN;
  /** Scripts that begin with an include: what it brings runs before them. */
  readonly #postponed = new Map<number, (() => void)[]>();

  constructor(source: Source, options: PageOptions) {
    this.options = options;
    this.#parked = new ParkedMarkup(options.catalog);
    this.machine = createMachine(
      options.catalog,
      {
        describe: (selector) => this.#describe(selector),
        find: (selector) => [...this.#texts.find(selector), ...this.#written.find(selector)],
        holds: HOLDING.test(source.text),
        elementIds: this.#elementIds,
        markup: (html, place, runsScripts, filled) => this.#written.read(html, place, runsScripts, filled),
        parking: (element) => this.#parkingOfElement(element),
        loader: (element, url, place) => this.#loaderElement(element, url, place),
        module: (specifier, from) => this.#scripts.module(specifier, from),
        template: (address, from) => options.template?.(address, from.source),
        handlerCode: (code, place, use) => withHandler(this.machine, options.parser, code, place, use),
        inline: (block, values) => this.#scripts.inline(block, values),
      },
      { source, masked: '', holes: [], guardAt: undefined },
    );
    this.machine.entity = options.entity;
    this.#texts = new PageTexts(options.catalog);
    this.#scripts = new ScriptRunner(options, this.machine);
    this.#written = new WrittenMarkup(options, this.machine, this.#scripts, this.#platforms);
  }

  /** What an element is called, and that it belongs to a banner, where something around it says so. */
  #describe(selector: string): string | undefined {
    const found = this.#texts.describe(selector) ?? this.#written.describe(selector);
    if (!found || !(isBanner(`${selector} ${found.around ?? ''}`) || asksForChoice(found.beside))) return found?.said;
    return `${found.said} ${IN_BANNER}`;
  }

  /** Reads a text of HTML, with all that is nested in it. */
  read(source: Source, masking: Masking): PageFacts {
    return this.readPieces(wholePage(source, masking));
  }

  /** Reads a page that is joined from several files. */
  readPieces(pieces: readonly Piece[]): PageFacts {
    for (const { file } of pieces) {
      this.#whole ||= isWhole(file.source.text, file.masking);
      this.#switches.set(file.source, serverSwitches(file.source, this.options.catalog.catalog.vendors));
      for (const element of this.#texts.of(file).document.elements) {
        const id = element.attributes.get('id');
        if (id !== undefined) this.#elementIds.add(id);
      }
    }
    for (const piece of pieces) this.#piece(piece);
    for (const jobs of this.#postponed.values()) for (const job of jobs) job();
    return this.finish();
  }

  #piece(piece: Piece): void {
    const text = this.#texts.of(piece.file);
    this.#around = piece.guard;
    this.#steps = piece.steps;
    this.#enclosure = this.#enclosureOf(piece);
    const postponed = this.#postponed.get(piece.visit);
    if (postponed) {
      this.#postponed.delete(piece.visit);
      for (const job of postponed) job();
    }
    if (this.#enclosure.dead) return;
    if (this.#enclosure.script) {
      this.#insideScript(text, piece, this.#enclosure.script);
      return;
    }
    const { masking, document, echoed } = text;
    for (let index = firstFrom(document.elements, piece.start); index < document.elements.length; index++) {
      const element = document.elements[index];
      if (!element || element.start >= piece.end) break;
      if (element.name === 'script' && beginsBehind(text, element, piece)) this.#postpone(piece, text, element);
      else this.#element(text, element);
    }
    for (const { html, filled = [], location, at, guard } of echoed) {
      if (at < piece.start || at >= piece.end) continue;
      const all = and(this.#guard, masking.guardAt(at), guard);
      const values = filled.map((code) => valueOfCode(code, location, text.source));
      this.#at(all, 20_000, () => this.#written.read(html, location, true, values));
    }
    for (const { start, end } of masking.scripts) {
      if (start < piece.start || start >= piece.end) continue;
      const guard = and(this.#around, masking.guardAt(start));
      this.#inline(text, start, end, { language: 'js', module: false }, guard);
    }
  }

  #postpone(piece: Piece, text: PageText, element: HtmlElement): void {
    const jobs = this.#postponed.get(piece.visit) ?? [];
    const { guard, steps } = piece;
    const enclosure = this.#enclosure;
    jobs.push(() => {
      const now = { around: this.#around, steps: this.#steps, enclosure: this.#enclosure };
      this.#around = guard;
      this.#steps = steps;
      this.#enclosure = enclosure;
      this.#element(text, element);
      this.#around = now.around;
      this.#steps = now.steps;
      this.#enclosure = now.enclosure;
    });
    this.#postponed.set(piece.visit, jobs);
  }

  /** What the including files put around a piece. */
  #enclosureOf({ sites }: Piece): Enclosure {
    let all = OPEN;
    for (const { file, offset } of sites) {
      const { names, script, dead, guard } = enclosureAt(this.#texts.of(file), offset);
      all = {
        names: new Set([...names, ...all.names]),
        script: script ?? all.script,
        dead: dead || all.dead,
        guard: and(guard, all.guard),
      };
    }
    return all;
  }

  /** A file, or a part of one, that is put into the text of a script. */
  #insideScript(text: PageText, piece: Piece, { element, text: outer }: NonNullable<Enclosure['script']>): void {
    const type = element.attributes.get('type')?.trim().toLowerCase();
    const { parked, guard } = this.#parkingOf(element, placeOf(outer.source, element));
    if ((isData(type) && !parked) || text.masking.masked.slice(piece.start, piece.end).trim() === '') return;
    const form = formOf(element, type);
    this.#inline(text, piece.start, piece.end, form, and(this.#guard, text.masking.guardAt(piece.start), guard));
  }

  /** Reads a component file: its scripts, and its markup as it is rendered. */
  readComponent(source: Source, syntax: ComponentSyntax): PageFacts {
    const { parseComponent, markupTitles } = COMPONENTS.module;
    const file = parseComponent(source.text, syntax);
    const document = this.#texts.component(source);
    for (const element of document.elements)
      if (isField(element)) this.#fields.push(fieldOf(placeOf(source, element), source.text, document, element));
    this.#at(this.#guard, 60_000, () => this.#scripts.component(source, file));
    const known = (name: string): string | undefined => this.#scripts.titles.constant(name);
    for (const element of document.elements) this.#about(source, element, known);
    this.#context.push(...markupTitles(source, file, known));
    return this.finish();
  }

  /** Evaluates a script file that stands alone. */
  readScript(source: Source, masking: Masking, language: ScriptLanguage): PageFacts {
    this.#scripts.run(source, masking, { language, module: false }, ALWAYS);
    this.#scripts.flush();
    offerGlobals(this.machine);
    return this.finish();
  }

  finish(): PageFacts {
    this.#scripts.flush();
    settle(this.machine);
    for (const { text } of this.#scripts.files) this.#parked.script(text);
    const { sandbox } = this.machine;
    const met = sandbox
      ? this.machine.activities.map((one) => ({ ...one, guard: and(one.guard, sandbox) }))
      : this.machine.activities;
    return {
      activities: unreadQueues(this.machine, withNamedQueues(this.machine, joinWays(met))),
      hints: this.machine.hints,
      unknownScripts: unknownScripts(this.machine),
      ...this.#parked.finish(this.#whole),
      cmps: this.#platforms.seen(this.machine.seenCmps, this.machine.presets),
      context: [...this.#context, ...this.#scripts.titles.facts],
      hosts: [...this.#hosts],
      fields: [...this.#pageFields(), ...this.machine.fields],
      settings: [...this.machine.settings, ...[...this.#switches.values()].flat()],
      dynamic: this.machine.dynamic,
      problems: this.#scripts.problems,
      unresolved: this.machine.unresolved + this.#scripts.refused,
      stubs: this.#stubs(),
      writes: this.machine.writes,
      ...(this.machine.moves && { moves: this.machine.moves }),
    };
  }

  #pageFields(): readonly FormField[] {
    return this.#scripts.sendsForms ? this.#fields.map(({ inAddress: _, ...field }) => field) : this.#fields;
  }

  /** What an element says of the page itself. */
  #about(source: Source, element: HtmlElement, known?: (name: string) => string | undefined): void {
    const facts = contextOf(source, element);
    this.#context.push(...(known ? facts.map((fact) => ({ ...fact, text: filledIn(fact.text, known) })) : facts));
    const host = ownHostOf(element);
    if (host !== undefined) this.#hosts.add(host);
  }

  /** What holds for everything that is read from here on. */
  get #guard(): Guard {
    return and(this.#unblocked, this.#platforms.blocker);
  }

  /** The same without what an automatic blocker holds back. */
  get #unblocked(): Guard {
    return and(this.options.guard ?? ALWAYS, this.#around, this.#enclosure.guard);
  }

  #at(guard: Guard, fuel: number, job: () => void, more: readonly Step[] = []): void {
    const { machine } = this;
    const path = { parent: undefined, guard, depth: 1, all: guard };
    const steps = [...(this.options.steps ?? []), ...this.#steps, ...more];
    machine.within({ script: machine.script, path, steps, reached: true, fuel }, job);
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

  #element(text: PageText, element: HtmlElement): void {
    const { masking } = text;
    const readings = masking.tagReadings(element.start, element.tagEnd);
    if (readings.length === 0) this.#oneReading(text, element, ALWAYS);
    for (const { masked, guard } of readings) {
      // A branch splits the start tag: read it once for every branch, each under its condition.
      const [reread] = parseHtml(masked(element.start, element.end)).elements;
      if (!reread) continue;
      const moved: HtmlElement = {
        ...reread,
        start: element.start,
        tagEnd: element.start + reread.tagEnd,
        end: element.end,
        content: { start: element.start + reread.content.start, end: element.start + reread.content.end },
        parent: element.parent,
      };
      this.#oneReading(text, moved, guard);
    }
  }

  #oneReading(text: PageText, element: HtmlElement, reading: Guard): void {
    const { source, masking } = text;
    const before = and(masking.guardAt(element.start), text.commentGuard(element.start));
    const around = and(before, attributeGuard(source, element), reading);
    const guard = and(this.#guard, around);
    const unblocked = and(this.#unblocked, around);
    this.#about(source, element);
    if (isField(element)) this.#fields.push(fieldOf(placeOf(source, element), masking.masked, text.document, element));
    const steps = [...(this.options.steps ?? []), ...this.#steps];
    registerHandlers(this.machine, this.options.parser, { source, masking, element }, guard, steps);
    switch (element.name) {
      case 'script':
        this.#scriptElement(text, element, guard, unblocked);
        return;
      case 'iframe':
      case 'img':
      case 'embed':
      case 'object':
        this.#embedded(text, element, this.#inside(element, 'noscript') ? unblocked : guard);
        return;
      case 'link':
        this.#link(text, element, guard);
        return;
      case 'style':
        this.#style(text, element, guard);
        return;
      default:
    }
  }

  #embedded(text: PageText, element: HtmlElement, guard: Guard): void {
    const noscript = this.#inside(element, 'noscript');
    // What stands in srcdoc is shown instead of the address.
    if ((noscript && this.options.injected) || element.attributes.has('srcdoc')) return;
    const place = placeOf(text.source, element);
    const parking = this.#parkingOf(element, place);
    const lazy = parking.cmp === undefined && !parking.parked ? lazySource(element) : undefined;
    const source = lazy ?? (element.name === 'object' ? 'data' : 'src');
    const url = addressIn(text, element, parking.parked ? (parking.srcAttribute ?? 'src') : source);
    if (parking.parked) this.#parked.element(element, place, '');
    if (url === undefined || (!parking.parked && NO_ADDRESS.test(url))) return;
    const kind = element.name === 'img' ? 'beacon' : 'frame';
    const carrier = noscript ? 'noscript' : 'element';
    const steps = lazy === undefined ? parking.steps : [...(parking.steps ?? []), lazyStep(lazy, place)];
    const waits = lazy === undefined ? ALWAYS : condition('named', `${lazy} of a lazy ${element.name}`, place);
    const hidden = this.options.injected === true && isHidden(element);
    this.#load({ url, kind, carrier, by: `<${element.name}>`, place, hidden }, and(guard, parking.guard, waits), steps);
  }

  #link(text: PageText, element: HtmlElement, guard: Guard): void {
    const place = placeOf(text.source, element);
    const url = addressIn(text, element, 'href');
    if (url === undefined || this.#inside(element, 'template')) return;
    const attribute = (name: string): string => element.attributes.get(name) ?? '';
    const link = { url, rel: attribute('rel'), as: attribute('as'), carrier: 'element', place } as const;
    this.#at(guard, 1000, () => recordLink(this.machine, link));
  }

  /** The addresses that a style sheet in the page fetches. */
  #style({ source, masking }: PageText, element: HtmlElement, guard: Guard): void {
    const { start, end } = element.content;
    for (const { url, at } of addressesInStyle(masking.masked.slice(start, end))) {
      const place = locationOf(source, { start: start + at, end: start + at + url.length });
      this.#load({ url, kind: 'style', carrier: 'element', by: '<style>', place }, guard, undefined);
    }
  }

  #load(fetch: Fetch, guard: Guard, more: readonly Step[] | undefined): void {
    this.#at(guard, 1000, () => recordLoad(this.machine, fetch), more);
  }

  /** @param unblocked the guard without what an automatic blocker holds back */
  #scriptElement(text: PageText, element: HtmlElement, guard: Guard, unblocked: Guard): void {
    if (this.#inside(element, 'noscript')) return;
    const place = placeOf(text.source, element);
    const parking = this.#parkingOf(element, place);
    const type = element.attributes.get('type')?.trim().toLowerCase();
    // Where the platform that blocks finds a word of its own, the word decides.
    const own = parking.cmp !== undefined && parking.parked && this.#platforms.blocking.has(parking.cmp);
    const exempt = own || parking.steps?.some(({ kind }) => kind === 'exempt');
    const gate = and(exempt ? unblocked : guard, parking.guard);
    const steps = [...(parking.steps ?? []), ...lazySteps(type, place)];
    const names = [parking.parked ? (parking.srcAttribute ?? 'src') : 'src', ...(isLazyType(type) ? LAZY_SOURCES : [])];
    for (const name of names) {
      const url = addressIn(text, element, name);
      if (url === undefined || url === '') continue;
      const cmp = this.options.catalog.matchCmpUrl(url);
      if (cmp && !this.#inside(element, 'template') && runs(type)) {
        const attribute = (key: string): string | undefined => element.attributes.get(key);
        const { order } = this.machine;
        this.#platforms.element(cmp, { url, place, order, attribute, ...scheduleOf(attribute) });
      }
      const copy = this.#scripts.copyOf(url, text.source);
      if (copy) {
        const by = `<script src="${url.slice(-60)}">, a copy of`;
        this.#load({ url: copy.url, kind: 'script', carrier: 'element', by, place }, gate, steps);
        if (parking.parked) this.#parked.element(element, place, '');
        return;
      }
      const pinned = element.attributes.has('integrity');
      this.#load({ url, kind: 'script', carrier: 'element', by: '<script>', place, pinned }, gate, steps);
      if (parking.parked) this.#parked.element(element, place, '');
      if (
        gate !== NEVER &&
        !this.#scripts.local(url, text.source, element, gate, [...this.#steps, ...steps]) &&
        !parking.parked
      )
        this.#parked.unread(url);
      return;
    }
    const { start, end } = element.content;
    const content = text.source.text.slice(start, end);
    const data = isData(type) && !isOwnType(parking.cmp, type);
    if (parking.parked) this.#parked.element(element, place, content);
    else if (!data) this.#parked.script(content);
    // Dead or data: nothing in it runs, nothing in it is sent.
    if (gate === NEVER || data) return;
    if (end > start) this.#inline(text, start, end, formOf(element, type), gate, steps);
  }

  #inline(
    { source, masking }: PageText,
    start: number,
    end: number,
    form: ScriptForm,
    guard: Guard,
    more: readonly Step[] = [],
  ): void {
    const nested = source.nest(source.text.slice(start, end), OffsetMap.shift(start), 'script');
    this.#scripts.run(nested, masking.within(start, end), form, guard, [...this.#steps, ...more]);
  }

  #inside(element: HtmlElement, name: string): boolean {
    return this.#enclosure.names.has(name) || inside(element, name);
  }

  #parkingOf(element: HtmlElement, place: Location): ReturnType<typeof parkingOf> {
    const holder = around(element, 'template');
    // The words may stand on the template around what is parked.
    const attribute = (name: string): string | undefined =>
      element.attributes.get(name) ?? (name.startsWith('data-') ? holder?.attributes.get(name) : undefined);
    const inTemplate = holder !== undefined || this.#enclosure.names.has('template');
    const { inMarkup, blocking } = this.#platforms;
    return parkingOf(this.options.catalog, element.name, attribute, inTemplate, inMarkup, place, blocking);
  }

  #parkingOfElement(element: Elem): ReturnType<typeof parkingOf> {
    const attribute = attributesOf(element);
    return parkingOf(this.options.catalog, element.tag, attribute, false, this.#platforms.inMarkup, element.at);
  }

  /** A script element that a script makes, or that stands in JSX. */
  #loaderElement(element: Elem, url: string, place: Location): void {
    const cmp = this.options.catalog.matchCmpUrl(url);
    if (!cmp) return;
    const attribute = attributesOf(element);
    const { order } = this.machine;
    const inserted = { how: 'injected', by: 'inserted by a script' } as const;
    const early = element.rendered === 'element' || attribute('strategy') === 'beforeInteractive';
    const schedule = element.rendered && early ? scheduleOf(attribute) : inserted;
    this.#platforms.inserted(cmp, { url, place, order, attribute, ...schedule });
  }
}

function attributesOf(element: Elem): (name: string) => string | undefined {
  return (name) => {
    const value = element.props.get(name) ?? (name === 'class' ? element.props.get('className') : undefined);
    if (value?.t === 'lit' && value.v === false) return undefined;
    return value && (stringOf(value) ?? '');
  };
}

/** True where a script's text begins with an include, so that the stretch that it starts in holds nothing of it. */
function beginsBehind({ masking }: PageText, { content }: HtmlElement, piece: Piece): boolean {
  return (
    content.start < piece.end && piece.end < content.end && masking.masked.slice(content.start, piece.end).trim() === ''
  );
}

/** The address in an attribute, with HOLE where the template fills it. */
function addressIn({ masking }: PageText, element: HtmlElement, name: string): string | undefined {
  const value = element.attributes.get(name)?.trim();
  if (value === undefined || !masking.hasHoles) return value;
  const range = attributeRange(masking.masked, element, name);
  // What the template prints in this reading is known.
  if (!range || isPrinted(masking, range, value)) return value;
  return masking.textWithHoles(range.start, range.end, HOLE).trim() || value;
}

function isPrinted({ masked, machineHoles }: Masking, range: { start: number; end: number }, value: string): boolean {
  const holes = machineHoles.filter(({ start, end }) => start >= range.start && end <= range.end);
  return holes.length > 0 && holes.every(({ start, end }) => !value.includes(masked.slice(start, end).trim()));
}

function formOf(element: HtmlElement, type: string | undefined): ScriptForm {
  const lang = element.attributes.get('lang');
  const module = type === 'module' || element.attributes.has('setup') || lang !== undefined;
  if (/^tsx?$/.test(lang ?? '') || type === 'text/typescript') return { language: 'ts', module };
  return { language: type === 'text/babel' || type === 'text/jsx' ? 'jsx' : 'js', module };
}

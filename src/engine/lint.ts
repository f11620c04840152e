/** From texts to findings: builds the units, judges them, runs the rules. Knows nothing of files or processes. */
import { embeddingsOf, pushedBy } from '../analyze/embeddings.ts';
import { judge } from '../analyze/judge.ts';
import { createSensitiveMatcher } from '../analyze/sensitive.ts';
import { CatalogIndex } from '../extract/catalog-index.ts';
import { contentContextOf, fileContextOf, frontContextOf, ofThePage, routeContextOf } from '../extract/context.ts';
import { embedded } from '../extract/embedding.ts';
import type { ExtractedUnit } from '../extract/extracted.ts';
import { settled } from '../extract/gates/settle.ts';
import { type FindTemplate, joinPage, type PageFile, pageFile } from '../extract/includes/join.ts';
import { includerOf } from '../extract/includes/lone.ts';
import type { LocalFile, PageOptions } from '../extract/page/options.ts';
import { PageReader } from '../extract/page/reader.ts';
import { extractSettings } from '../extract/settings.ts';
import { maskingOf } from '../extract/templates/masking.ts';
import { templateTitles } from '../extract/titles/template-titles.ts';
import type { Catalog } from '../model/catalog.ts';
import type { LintResult, Skipped } from '../model/finding.ts';
import { ALWAYS } from '../model/guard.ts';
import { PartyIndex, type PartyList } from '../model/parties.ts';
import { inEnglish, type Phrase, say, type Wording } from '../model/phrase.ts';
import { GENERAL_PROFILE, type SiteProfile, type Strictness } from '../model/profile.ts';
import type { Rule, RuleOptions } from '../model/rule.ts';
import { type SecretMatch, secretFinder } from '../model/secret.ts';
import type { SensitiveData } from '../model/sensitive.ts';
import type { SiteContext } from '../model/site.ts';
import type { ContextFact, Unit } from '../model/unit.ts';
import { compiledStart } from '../parse/compiled/detect.ts';
import { componentSyntaxOf } from '../parse/component/syntax.ts';
import { PartNeeded } from '../parse/late-part.ts';
import { type HeavyParser, HeavyParserNeeded, type ScriptLanguage, ScriptParser } from '../parse/script.ts';
import { Source } from '../text/source.ts';
import { Embeddings } from './embeddings.ts';
import { internalError, parseError } from './faults.ts';
import { finish, type Reported } from './findings.ts';
import type { Layouts } from './layouts.ts';
import { Neighbours } from './neighbours.ts';
import { type RunOptions, runRules } from './rules.ts';
import { type Levels, Severities, type SeverityOverride } from './severities.ts';
import { type ConfiguredSuppression, Suppressions } from './suppressions/suppressions.ts';
import { Visits } from './visits.ts';
import { WaitingPages } from './waiting-pages.ts';

/** What an input is read as; `content` is a text that a generator makes a page of, which holds no tags. */
export type InputKind = 'html' | 'script' | 'container' | 'gtm-template' | 'json' | 'content';

export interface LintInput {
  /** As it is shown in findings. */
  readonly path: string;
  readonly kind: InputKind;
  readonly text: string;
  /** The kind was told by the content alone: what does not parse is none, and is skipped. */
  readonly guessed?: boolean;
}

export interface LintOptions {
  readonly catalog: Catalog;
  readonly sensitive: SensitiveData;
  readonly rules: readonly Rule[];
  /** Rules that the configuration declares; none of them runs where there are no `rules`. */
  readonly policies?: readonly Rule[];
  readonly version: string;
  readonly profile?: SiteProfile;
  readonly strictness?: Strictness;
  /** Severity by rule id; `off` switches a rule off. */
  readonly severities?: Levels;
  readonly overrides?: readonly SeverityOverride[];
  /** Options by rule id. */
  readonly ruleOptions?: Readonly<Record<string, RuleOptions>>;
  readonly resolve?: Resolve;
  /** What the project of a file says of its site in other files. */
  readonly siteFacts?: (path: string) => readonly ContextFact[];
  /** Loads the parser for TypeScript; called at most once, and only when a script needs it. */
  readonly loadHeavyParser?: () => Promise<HeavyParser>;
  /** Loads the list of third parties, which is large, and which most runs need nothing of; none of them is known if absent. */
  readonly loadParties?: () => Promise<PartyList>;
  /** Suppressions count: those of the configuration, and the comments of the inputs. `false` shows what they hide. */
  readonly suppressions?: readonly ConfiguredSuppression[] | false;
  /** A path of an input as fingerprints have it; the path itself if absent. */
  readonly projectPath?: (file: string) => string;
  /** The files, as findings name them, that findings are told of; all if absent. The others are judged for their sake. */
  readonly within?: (file: string) => boolean;
  /** The day by which suppressions expire, `2027-01-31`. */
  readonly today?: string;
  /** How findings and reasons are worded, where not in English. */
  readonly wording?: Wording;
  /** Told of every unit with its verdicts, for what is asked beside the findings: of those that wait for others by `result()`. */
  readonly judged?: (unit: Unit, context: SiteContext) => void;
  /** What is known of layouts; the pages below them are not told of if absent. */
  readonly layouts?: Layouts;
  /** Told of the pages that are read for the sake of a layout alone: the unit is the layout with what the page of the file says. */
  readonly below?: (file: string, unit: Unit, context: SiteContext) => void;
}

/** What a reference is to: `template` for what a template includes, in any of the forms that `addressesOf` gives. */
export type ReferenceKind = 'script' | 'template';

/**
 * Path and text of a local file that a page or script refers to, below the roots; undefined for what is not there. A
 * template's address is `./x` (relative to `from`), `/x` (tried from the folder of `from` upwards) or `**` with `/x` (any file
 * with that end).
 */
export type Resolve = (
  address: string,
  from: string,
  kind: ReferenceKind,
) => { readonly path: string; readonly text: string } | undefined;

/** Characters of templates that are kept between pages: layouts and parts stand in many. */
const KEPT_CHARACTERS = 8 * 1024 * 1024;

/** Pages without tags that are read for the sake of the layouts around them. */
const MAX_TOLD = 1000;

/** Lints texts one after the other; what was learnt of one is dropped before the next, except scripts that pages share. */
export class Linter {
  readonly #options: LintOptions;
  readonly #rules: readonly Rule[];
  readonly #index: CatalogIndex;
  readonly #parser = new ScriptParser();
  readonly #profile: SiteProfile;
  readonly #interest: RegExp;
  readonly #reported: Reported[] = [];
  readonly #skipped: Skipped[] = [];
  /** Files that a page of this run took in: they are judged there. */
  readonly #included = new Set<string>();
  readonly #embeddings = new Embeddings();
  readonly #layouts: Layouts | undefined;
  readonly #visits = new Visits<LintInput>();
  readonly #neighbours: Neighbours<LintInput>;
  readonly #waiting: WaitingPages<LintInput>;
  readonly #sensitive: { find(text: string): ReturnType<ReturnType<typeof createSensitiveMatcher>['find']> };
  readonly #secrets: (source: Source) => readonly SecretMatch[];
  readonly #severities: Severities;
  readonly #suppressions: Suppressions | undefined;
  readonly #needed = new Set<string>();
  readonly #templates = new Map<string, PageFile>();
  readonly #locals = new Map<string, LocalFile>();
  /** Public ids of the containers of this run; an empty text for those that have none. */
  readonly #containers = new Set<string>();
  #keptLocals = 0;
  #kept = 0;
  #parties: PartyIndex | undefined;
  /** A page is read for what it says of itself alone. */
  #isTold = false;
  #missing = 0;
  #units = 0;
  #parsed = 0;
  #activities = 0;
  #unresolved = 0;
  #failures = 0;

  constructor(options: LintOptions) {
    this.#options = options;
    this.#index = new CatalogIndex(options.catalog, options.profile?.gates);
    this.#profile = options.profile ?? GENERAL_PROFILE;
    this.#interest = new RegExp(options.catalog.interest);
    this.#neighbours = new Neighbours(options.catalog, this.#profile);
    this.#waiting = new WaitingPages(options.catalog, this.#profile);
    this.#layouts = options.layouts;
    this.#parser.waits = options.loadHeavyParser !== undefined;
    this.#severities = new Severities(options.severities, options.overrides);
    const { suppressions = [], policies = [], today = new Date().toISOString().slice(0, 10) } = options;
    this.#rules = options.rules.length > 0 ? [...options.rules, ...policies] : [];
    if (suppressions !== false && this.#rules.length > 0) {
      this.#suppressions = new Suppressions({
        rules: this.#rules.map(({ meta }) => meta.id),
        policies: policies.length > 0,
        configured: suppressions,
        today,
      });
    }
    let secrets: ReturnType<typeof secretFinder> | undefined;
    this.#secrets = (source) => {
      secrets ??= secretFinder(options.catalog.secrets);
      return secrets(source);
    };
    let matcher: ReturnType<typeof createSensitiveMatcher> | undefined;
    this.#sensitive = {
      find: (text) => {
        matcher ??= createSensitiveMatcher(options.sensitive);
        return matcher.find(text);
      },
    };
  }

  /** Scripts and templates that were judged as part of a page. */
  get included(): ReadonlySet<string> {
    return this.#included;
  }

  /** Lints one input; scripts that a page includes should come after the pages, and containers after what loads them. */
  async lint(input: LintInput): Promise<void> {
    this.#parsed++;
    let unit: ExtractedUnit | undefined;
    try {
      unit = await this.#extracted(input);
    } catch (error) {
      this.#fail(input, `reading ${input.path}`, error);
    }
    if (!unit) return;
    const { gates } = this.#index;
    if (gates) unit = settled(unit, gates);
    if (input.guessed && unit.problems.length > 0) {
      this.skip(input.path, say`its content looked like a script, and is none`);
      return;
    }
    for (const { message, location, severity = 'warning' } of unit.problems) {
      // A text that does not parse is a finding, where it could hold anything of interest.
      if (severity === 'warning' && input.kind !== 'gtm-template' && !this.#interest.test(location.source.text))
        continue;
      const { publicId: container } = unit;
      this.#reported.push({
        ...parseError(message, location, severity),
        ...(container !== undefined && { container }),
      });
    }
    // Nothing of it was read.
    if (unit.problems.some(({ severity }) => severity === 'error')) return;
    this.#units++;
    this.#activities += unit.activities.length;
    this.#unresolved += unit.unresolved;
    this.#missing += unit.missing ?? 0;
    if (unit.unknownScripts && unit.unknownScripts.length > 0) await this.#loadParties();
    if (unit.kind === 'container') {
      this.#waiting.note(unit);
      this.#containers.add(unit.publicId?.toUpperCase() ?? '');
    }
    const pages = this.#embeddings.of(unit.publicId);
    if (pages.length === 0 || unit.kind !== 'container') this.#judge(unit, input);
    // The same finding in several pages is one, at its worst.
    else if (pages.every(({ neighbours }) => neighbours.length === 0))
      for (const page of pages) this.#judge(embedded(unit, page), input);
    else this.#neighbours.add(unit, input);
  }

  /** Containers that share a page are judged when all of them are known. */
  #judgeNeighbours(): void {
    for (const { unit, input } of this.#neighbours.take())
      for (const page of this.#embeddings.of(unit.publicId))
        this.#judge(embedded(unit, this.#neighbours.complete(page)), input);
  }

  #judge(unit: ExtractedUnit, input: LintInput, last = false): void {
    let judged: Unit;
    try {
      judged = judge(unit, this.#options.catalog, this.#profile);
      const loads = embeddingsOf(unit, judged);
      if (!last) {
        this.#embeddings.add(loads);
        if (loads.length === 0) this.#embeddings.addBeside(pushedBy(judged));
        if (this.#waiting.wait(unit, judged, loads, input)) return;
      }
      this.#layouts?.note(judged, loads);
      this.#visits.page(judged.source.root.name, judged, loads, this.#siteContext);
      if (unit.embedding) this.#visits.container(judged, unit.embedding, input);
    } catch (error) {
      this.#fail(input, `judging ${input.path}`, error);
      return;
    }
    this.#suppressions?.read(unit.source.root, input.kind);
    this.#suppressions?.judged(judged);
    this.#options.judged?.(judged, this.#siteContext);
    runRules(this.#rules, judged, this.#ruleOptions(input));
  }

  get #siteContext(): SiteContext {
    return { profile: this.#profile, sensitive: (text) => this.#sensitive.find(text) };
  }

  #ruleOptions(input: LintInput): RunOptions {
    return {
      profile: this.#profile,
      strictness: this.#options.strictness ?? 'default',
      sensitive: (text) => this.#sensitive.find(text),
      party: (host) => this.#parties?.find(host),
      secrets: (source) => this.#secrets(source),
      report: (reported) => void this.#reported.push(reported),
      failed: (rule, error) => this.#fail(input, `rule ${rule}`, error),
      optionsOf: (rule) => this.#options.ruleOptions?.[rule],
      isOff: (rule) => this.#severities.isOff(rule),
      needed: (rule) => void this.#needed.add(rule),
    };
  }

  /** Whether a tracker of a layout may stand around a file that was not linted: then `tellPages` wants to see it. */
  mayStandAround(path: string): boolean {
    return this.#layouts?.mayStandAround(path, this.#containers) ?? false;
  }

  /**
   * What pages without tags of their own tell the trackers of their layouts. Comes after everything that is linted; the pages are
   * read for nothing else.
   */
  async tellPages(pages: Iterable<LintInput>): Promise<void> {
    const rules = this.#pageRules();
    const layouts = this.#layouts;
    if (!layouts || (rules.length === 0 && !this.#options.below)) return;
    this.judgeRest();
    let read = 0;
    for (const page of pages) {
      if (!this.#sensitive.find(layouts.outlineOf(page)).some(({ strength }) => strength !== 'weak')) continue;
      if (++read > MAX_TOLD) break;
      try {
        if (page.kind === 'content') {
          layouts.add(page, contentContextOf(new Source(page.path, page.text)));
          continue;
        }
        const isJoined = layouts.isJoinedByName(page.path);
        this.#isTold = isJoined;
        const unit = await this.#extracted(page);
        if (!unit) continue;
        if (isJoined) layouts.add(page, unit.context);
        else this.#tellPage(unit, rules, page);
      } catch (error) {
        this.#fail(page, `reading ${page.path}`, error);
      }
    }
    this.#isTold = false;
    for (const { file, unit, loads } of layouts.pages(this.#containers)) {
      const { name: path, text } = unit.source.root;
      this.#visits.page(file, unit, loads, this.#siteContext);
      this.#options.below?.(file, unit, this.#siteContext);
      runRules(rules, unit, this.#ruleOptions({ path, kind: 'html', text }));
    }
  }

  /** A page that says itself what stands around it. */
  #tellPage(unit: ExtractedUnit, rules: readonly Rule[], page: LintInput): void {
    const judged = judge(unit, this.#options.catalog, this.#profile);
    this.#visits.page(page.path, judged, embeddingsOf(unit, judged), this.#siteContext);
    this.#options.below?.(page.path, judged, this.#siteContext);
    runRules(rules, judged, this.#ruleOptions(page));
  }

  /** Rules that a page's address or title makes find something. */
  #pageRules(): readonly Rule[] {
    return this.#rules.filter(({ meta }) => meta.raisedBy?.includes('page') && !this.#severities.isOff(meta.id));
  }

  /** What the pages tell the tags of the containers that they load. */
  #tellVisits(): void {
    const rules = this.#pageRules();
    for (const { unit, input } of this.#visits.take()) runRules(rules, unit, this.#ruleOptions(input));
  }

  /** Adds an input that was not looked at, with the reason. */
  skip(file: string, reason: Phrase): void {
    const { wording = inEnglish } = this.#options;
    this.#skipped.push({ file, reason: wording(reason) });
  }

  /** Adds what others than the rules have found. */
  add(reported: readonly Reported[]): void {
    this.#reported.push(...reported);
  }

  /** Judges what has waited for other inputs; nothing comes after it. */
  judgeRest(): void {
    this.#judgeNeighbours();
    for (const { unit, input } of this.#waiting.take()) this.#judge(unit, input, true);
  }

  /** Ids of the rules for which nothing was there that they could have judged. */
  idleRules(): readonly string[] {
    this.#judgeNeighbours();
    return this.#rules.map(({ meta }) => meta.id).filter((id) => !this.#needed.has(id));
  }

  /** True where an error inside taglint ended a rule or a file: the run itself has failed. */
  get failed(): boolean {
    return this.#failures > 0;
  }

  result(files: number, milliseconds: number): LintResult {
    this.judgeRest();
    this.#tellVisits();
    const { findings, suppressed, hidden } = finish(this.#reported, {
      severities: this.#severities,
      strictness: this.#options.strictness ?? 'default',
      containers: this.#containers,
      ...(this.#suppressions && { suppressions: this.#suppressions }),
      ...(this.#options.projectPath && { projectPath: this.#options.projectPath }),
      ...(this.#options.within && { within: this.#options.within }),
      ...(this.#options.wording && { wording: this.#options.wording }),
    });
    return {
      version: 1,
      taglint: this.#options.version,
      findings,
      skipped: this.#skipped,
      stats: {
        files,
        parsed: this.#parsed,
        units: this.#units,
        activities: this.#activities,
        unresolved: this.#unresolved,
        ...(this.#missing > 0 && { missing: this.#missing }),
        suppressed,
        ...(hidden > 0 && { hidden }),
        milliseconds: Math.round(milliseconds),
      },
    };
  }

  /** Reads an input; where a script in it needs the heavy parser, that is loaded and the input is read from the beginning. */
  async #extracted(input: LintInput): Promise<ExtractedUnit | undefined> {
    const unit = await this.#read(input);
    const facts = this.#options.siteFacts?.(input.path) ?? [];
    return unit && facts.length > 0 ? { ...unit, context: [...unit.context, ...facts] } : unit;
  }

  async #read(input: LintInput): Promise<ExtractedUnit | undefined> {
    for (;;) {
      try {
        return await this.#extract(input);
      } catch (error) {
        // Each is loaded once.
        if (error instanceof HeavyParserNeeded) await this.#loadHeavy();
        else if (error instanceof PartNeeded) await error.part.load();
        else throw error;
      }
    }
  }

  async #extract(input: LintInput): Promise<ExtractedUnit | undefined> {
    const source = new Source(input.path, input.text);
    switch (input.kind) {
      case 'html': {
        const syntax = componentSyntaxOf(input.path);
        if (!syntax) return this.#page(source);
        const facts = new PageReader(source, this.#pageOptions()).readComponent(source, syntax);
        return { kind: 'page', source, entities: [], ...facts, context: contextOf(source, facts) };
      }
      case 'script': {
        // What a vendor's own script does is the vendor's; the page that loads it is judged.
        if (this.#index.copyOf(input.path, input.text)) return undefined;
        const facts = new PageReader(source, this.#pageOptions()).readScript(
          source,
          maskingOf(source, this.#index.gates),
          languageOf(input.path),
        );
        return {
          kind: 'script',
          source,
          entities: [],
          ...facts,
          context: [...routeContextOf(source), ...ofThePage(source, facts.context)],
        };
      }
      case 'container': {
        const { extractContainer } = await import('../extract/gtm/index.ts');
        return extractContainer(source, { catalog: this.#index, parser: this.#parser, profile: this.#profile });
      }
      case 'gtm-template': {
        const { extractTemplate } = await import('../extract/gtm/template-reader.ts');
        return extractTemplate(source, { catalog: this.#index, parser: this.#parser });
      }
      case 'json':
        return extractSettings(source, this.#index);
      case 'content':
        return undefined;
    }
  }

  #page(source: Source): ExtractedUnit {
    const page = this.#template(source.name, source.text);
    const joined = joinPage(page, this.#findTemplate());
    for (const path of joined.whole) this.#included.add(path);
    const guard = includerOf(page, joined.fragment);
    const reader = new PageReader(page.source, { ...this.#pageOptions(), ...(guard !== ALWAYS && { guard }) });
    const facts = reader.readPieces(joined.pieces);
    const context = contextOf(page.source, { context: [...templateTitles(page), ...facts.context] });
    return { kind: 'page', source: page.source, entities: [], missing: joined.missing, ...facts, context };
  }

  #findTemplate(): FindTemplate {
    const { resolve } = this.#options;
    return (address, from) => {
      const file = resolve?.(address, from.root.name, 'template');
      return file && this.#template(file.path, file.text);
    };
  }

  /** A template with its structure, as often as it is needed. */
  #template(path: string, text: string): PageFile {
    let file = this.#templates.get(path);
    if (file?.source.text === text) return file;
    file = pageFile(new Source(path, text), this.#index.gates);
    this.#suppressions?.read(file.source, 'html');
    this.#kept += text.length;
    if (this.#kept > KEPT_CHARACTERS) {
      this.#templates.clear();
      this.#kept = text.length;
    }
    this.#templates.set(path, file);
    return file;
  }

  #pageOptions(): PageOptions {
    // What a page says of itself stands in its own file.
    const resolve = this.#isTold ? undefined : this.#options.resolve;
    // One page sees one file as one source, also where it is too much to be kept.
    const seen = new Map<string, LocalFile>();
    return {
      catalog: this.#index,
      parser: this.#parser,
      resolve: (address, from) => {
        const file = resolve?.(address, from.root.name, 'script');
        // A local copy of a container is no script of the page: it is judged as what it is.
        if (!file || compiledStart(file.text) >= 0) return undefined;
        let local = seen.get(file.path);
        if (!local) {
          local = this.#local(file.path, file.text);
          seen.set(file.path, local);
          this.#included.add(file.path);
        }
        return local;
      },
      template: (address, from) => resolve?.(address, from.root.name, 'template')?.text,
    };
  }

  /** A script file, the same for all pages that refer to it: its template syntax and lines are looked at once. */
  #local(path: string, text: string): LocalFile {
    const known = this.#locals.get(path);
    if (known?.source.text === text) return known;
    const made = { source: new Source(path, text), language: languageOf(path) };
    this.#suppressions?.read(made.source, 'script');
    this.#keptLocals += text.length;
    if (this.#keptLocals > KEPT_CHARACTERS) {
      this.#locals.clear();
      this.#keptLocals = text.length;
    }
    this.#locals.set(path, made);
    return made;
  }

  async #loadHeavy(): Promise<void> {
    this.#parser.waits = false;
    const heavy = await this.#options.loadHeavyParser?.();
    if (heavy) this.#parser.heavy = heavy;
  }

  async #loadParties(): Promise<void> {
    const { loadParties } = this.#options;
    if (loadParties) this.#parties ??= new PartyIndex(await loadParties());
  }

  #fail({ path, text }: LintInput, where: string, error: unknown): void {
    this.#failures++;
    this.#reported.push(internalError(new Source(path, text), where, error));
  }
}

/** What a page says of itself, and its file's name. */
function contextOf(source: Source, { context }: Pick<ExtractedUnit, 'context'>): ExtractedUnit['context'] {
  const route = routeContextOf(source);
  return [
    ...(route.length > 0 ? route : [fileContextOf(source)]),
    ...frontContextOf(source),
    ...ofThePage(source, context),
  ];
}

/** The language of a script by its file's name. */
function languageOf(path: string): ScriptLanguage {
  if (/\.tsx$/i.test(path)) return 'tsx';
  if (/\.[cm]?ts$/i.test(path)) return 'ts';
  return /\.jsx$/i.test(path) ? 'jsx' : 'js';
}

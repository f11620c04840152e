/** From texts to findings: builds the units, judges them, runs the rules. Knows nothing of files or processes. */
import { embeddingsOf, pushedBy } from '../analyze/embeddings.ts';
import { judge } from '../analyze/judge.ts';
import { createSensitiveMatcher } from '../analyze/sensitive.ts';
import { CatalogIndex } from '../extract/catalog-index.ts';
import { contentContextOf } from '../extract/context.ts';
import { embedded } from '../extract/embedding.ts';
import type { ExtractedUnit } from '../extract/extracted.ts';
import { settled } from '../extract/gates/settle.ts';
import type { Catalog } from '../model/catalog.ts';
import type { LintResult, Skipped } from '../model/finding.ts';
import { PartyIndex, type PartyList } from '../model/parties.ts';
import { inEnglish, type Phrase, say, type Wording } from '../model/phrase.ts';
import { GENERAL_PROFILE, type SiteProfile, type Strictness } from '../model/profile.ts';
import type { Rule, RuleOptions } from '../model/rule.ts';
import { type SecretMatch, secretFinder } from '../model/secret.ts';
import type { SensitiveData } from '../model/sensitive.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import { Source } from '../text/source.ts';
import { Embeddings } from './embeddings.ts';
import { internalError, parseError } from './faults.ts';
import { finish, type Reported } from './findings.ts';
import type { LintInput } from './input.ts';
import { InputReader, type InputReaderOptions } from './input-reader.ts';
import type { Layouts } from './layouts.ts';
import { Neighbours } from './neighbours.ts';
import { type RunOptions, runRules } from './rules.ts';
import { type Levels, Severities, type SeverityOverride } from './severities.ts';
import { type ConfiguredSuppression, Suppressions } from './suppressions/suppressions.ts';
import { Visits } from './visits.ts';
import { WaitingPages } from './waiting-pages.ts';

export interface LintOptions extends Omit<InputReaderOptions, 'fileRead'> {
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

/** Pages without tags that are read for the sake of the layouts around them. */
const MAX_TOLD = 1000;

/** Lints texts one after the other; what was learnt of one is dropped before the next, except scripts that pages share. */
export class Linter {
  readonly #options: LintOptions;
  readonly #rules: readonly Rule[];
  readonly #index: CatalogIndex;
  readonly #reader: InputReader;
  readonly #profile: SiteProfile;
  readonly #interest: RegExp;
  readonly #reported: Reported[] = [];
  readonly #skipped: Skipped[] = [];
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
  /** Public ids of the containers of this run; an empty text for those that have none. */
  readonly #containers = new Set<string>();
  #parties: PartyIndex | undefined;
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
    this.#reader = new InputReader(this.#index, this.#profile, {
      ...options,
      fileRead: (source, kind) => this.#suppressions?.read(source, kind),
    });
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
    return this.#reader.included;
  }

  /** Lints one input; scripts that a page includes should come after the pages, and containers after what loads them. */
  async lint(input: LintInput): Promise<void> {
    this.#parsed++;
    let unit: ExtractedUnit | undefined;
    try {
      unit = await this.#reader.read(input);
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
        const unit = await this.#reader.read(page, isJoined);
        if (!unit) continue;
        if (isJoined) layouts.add(page, unit.context);
        else this.#tellPage(unit, rules, page);
      } catch (error) {
        this.#fail(page, `reading ${page.path}`, error);
      }
    }
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

  async #loadParties(): Promise<void> {
    const { loadParties } = this.#options;
    if (loadParties) this.#parties ??= new PartyIndex(await loadParties());
  }

  #fail({ path, text }: LintInput, where: string, error: unknown): void {
    this.#failures++;
    this.#reported.push(internalError(new Source(path, text), where, error));
  }
}

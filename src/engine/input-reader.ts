/** From an input to its unit: with the files that it takes in, by whichever reader its kind asks for. */
import type { CatalogIndex } from '../extract/catalog-index.ts';
import { fileContextOf, frontContextOf, ofThePage, routeContextOf } from '../extract/context.ts';
import type { ExtractedUnit } from '../extract/extracted.ts';
import { type FindTemplate, joinPage, type PageFile, pageFile } from '../extract/includes/join.ts';
import { includerOf } from '../extract/includes/lone.ts';
import type { LocalFile, PageOptions } from '../extract/page/options.ts';
import { PageReader } from '../extract/page/reader.ts';
import { extractSettings } from '../extract/settings.ts';
import { maskingOf } from '../extract/templates/masking.ts';
import { templateTitles } from '../extract/titles/template-titles.ts';
import { ALWAYS } from '../model/guard.ts';
import type { SiteProfile } from '../model/profile.ts';
import type { ContextFact } from '../model/unit.ts';
import { compiledStart } from '../parse/compiled/detect.ts';
import { componentSyntaxOf } from '../parse/component/syntax.ts';
import { PartNeeded } from '../parse/late-part.ts';
import { type HeavyParser, HeavyParserNeeded, type ScriptLanguage, ScriptParser } from '../parse/script.ts';
import { Source } from '../text/source.ts';
import type { InputKind, LintInput, Resolve } from './input.ts';

export interface InputReaderOptions {
  readonly resolve?: Resolve;
  /** What the project of a file says of its site in other files. */
  readonly siteFacts?: (path: string) => readonly ContextFact[];
  /** Loads the parser for TypeScript; called at most once, and only when a script needs it. */
  readonly loadHeavyParser?: () => Promise<HeavyParser>;
  /** Told of every template and script that is read for the first time. */
  readonly fileRead: (source: Source, kind: Extract<InputKind, 'html' | 'script'>) => void;
}

/** Reads inputs one after the other; templates and scripts that pages share are kept. */
export class InputReader {
  readonly #index: CatalogIndex;
  readonly #profile: SiteProfile;
  readonly #options: InputReaderOptions;
  readonly #parser = new ScriptParser();
  readonly #included = new Set<string>();
  readonly #templates = new KeptFiles<PageFile>();
  readonly #locals = new KeptFiles<LocalFile>();

  constructor(index: CatalogIndex, profile: SiteProfile, options: InputReaderOptions) {
    this.#index = index;
    this.#profile = profile;
    this.#options = options;
    this.#parser.waits = options.loadHeavyParser !== undefined;
  }

  /** Files that a page took in: they are judged there. */
  get included(): ReadonlySet<string> {
    return this.#included;
  }

  /**
   * The unit of an input; undefined for what holds none. Where it needs a parser or another part that is not there, that is loaded
   * and the input is read from the beginning.
   * @param alone for what the file says of itself: scripts that it refers to are left out
   */
  async read(input: LintInput, alone = false): Promise<ExtractedUnit | undefined> {
    for (;;) {
      try {
        const unit = await this.#extract(input, alone);
        const facts = this.#options.siteFacts?.(input.path) ?? [];
        return unit && facts.length > 0 ? { ...unit, context: [...unit.context, ...facts] } : unit;
      } catch (error) {
        // Each is loaded once.
        if (error instanceof HeavyParserNeeded) await this.#loadHeavy();
        else if (error instanceof PartNeeded) await error.part.load();
        else throw error;
      }
    }
  }

  async #extract(input: LintInput, alone: boolean): Promise<ExtractedUnit | undefined> {
    const source = new Source(input.path, input.text);
    switch (input.kind) {
      case 'html': {
        const syntax = componentSyntaxOf(input.path);
        if (!syntax) return this.#page(source, alone);
        const facts = new PageReader(source, this.#pageOptions(alone)).readComponent(source, syntax);
        return { kind: 'page', source, entities: [], ...facts, context: contextOf(source, facts) };
      }
      case 'script': {
        // What a vendor's own script does is the vendor's; the page that loads it is judged.
        if (this.#index.copyOf(input.path, input.text)) return undefined;
        const facts = new PageReader(source, this.#pageOptions(alone)).readScript(
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

  #page(source: Source, alone: boolean): ExtractedUnit {
    const page = this.#template(source.name, source.text);
    const joined = joinPage(page, this.#findTemplate());
    for (const path of joined.whole) this.#included.add(path);
    const guard = includerOf(page, joined.fragment);
    const reader = new PageReader(page.source, { ...this.#pageOptions(alone), ...(guard !== ALWAYS && { guard }) });
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
    return this.#templates.get(path, text, () => {
      const file = pageFile(new Source(path, text), this.#index.gates);
      this.#options.fileRead(file.source, 'html');
      return file;
    });
  }

  #pageOptions(alone: boolean): PageOptions {
    const resolve = alone ? undefined : this.#options.resolve;
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
    return this.#locals.get(path, text, () => {
      const file = { source: new Source(path, text), language: languageOf(path) };
      this.#options.fileRead(file.source, 'script');
      return file;
    });
  }

  async #loadHeavy(): Promise<void> {
    this.#parser.waits = false;
    const heavy = await this.#options.loadHeavyParser?.();
    if (heavy) this.#parser.heavy = heavy;
  }
}

/** Characters of files that are kept between pages: layouts, parts and scripts stand in many. */
const KEPT_CHARACTERS = 8 * 1024 * 1024;

/** Files by their paths; all are dropped when they become too much. */
class KeptFiles<T extends { readonly source: Source }> {
  readonly #files = new Map<string, T>();
  #characters = 0;

  /** The file as it was made of the same text before, or made now. */
  get(path: string, text: string, make: () => T): T {
    const known = this.#files.get(path);
    if (known?.source.text === text) return known;
    const made = make();
    this.#characters += text.length;
    if (this.#characters > KEPT_CHARACTERS) {
      this.#files.clear();
      this.#characters = text.length;
    }
    this.#files.set(path, made);
    return made;
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

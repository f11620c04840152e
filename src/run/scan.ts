/** Decides, by one look at the bytes of every file, which of them are worth parsing, and in which order. */
import { classify } from '../discover/classify.ts';
import { kindOfName } from '../discover/kinds.ts';
import type { InputKind } from '../engine/input.ts';
import { configurationPaths, interest, settingsInterest } from '../generated/interest.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { COMPILED_DATA, COMPILED_HEAD } from '../parse/compiled/detect.ts';
import { componentSyntaxOf } from '../parse/component/syntax.ts';
import { TEMPLATE_HEAD, TEMPLATE_HEAD_REACH } from '../parse/gtm-template-head.ts';
import { depths, isLayout, NO_NAMES, namesOfTemplate, type TemplateNames, templateNames } from './includes.ts';
import type { Input, InputSource, Look } from './input.ts';
import { namesOf, type Referrer, reachingNames, referencedNames } from './references.ts';

/** A file to be parsed. */
export interface Candidate {
  readonly input: Input;
  readonly kind: InputKind;
  /** Only the content says so. */
  readonly guessed: boolean;
  /** Judged by itself even where another page takes it in: pages that are not judged stand on it too. */
  readonly alone?: boolean;
}

export interface Scan {
  /** Pages first, then settings and scripts, those that no other one refers to before the others; then what pages load: containers. */
  readonly candidates: readonly Candidate[];
  /** Pages, scripts and components in which no rule can find anything: what they say of themselves may tell something to others. */
  readonly beside: readonly Input[];
  /** Files that were opened and looked at. */
  readonly looked: number;
}

export interface ScanOptions {
  readonly reader: InputSource;
  /** Told of a file that was named one by one and is nothing that can be judged. */
  readonly skip: (path: string, reason: Phrase) => void;
  readonly progress: () => void;
}

const RANK: Readonly<Record<InputKind, number>> = {
  html: 0,
  json: 1,
  script: 2,
  container: 3,
  'gtm-template': 3,
  content: 4,
};
const NO_KIND = say`neither a page, a script nor a container`;

/** Scripts are scanned before pages, because a page without any tag is of interest when a script that it includes has one. */
export function scan(inputs: readonly Input[], options: ScanOptions): Scan {
  const scanner = new Scanner(options);
  const scripts = inputs.filter(isModule);
  for (const input of scripts) scanner.script(input);
  const names = scanner.followReferences();
  for (const input of inputs) if (!isModule(input)) scanner.other(input, names);
  const templates = scanner.followIncludes();
  const order = (candidate: Candidate): number => {
    const { input, kind } = candidate;
    if (isModule(input) && kind !== 'container') return RANK.script + (scanner.isReferred(candidate) ? 0.5 : 0);
    return RANK[kind] + (kind === 'html' ? (templates.get(input.path) ?? 0) : 0);
  };
  // The sort is stable: files of one kind stay in the order of their paths.
  const candidates = scanner.candidates.sort((a, b) => order(a) - order(b));
  return { candidates, beside: scanner.beside(), looked: scanner.looked };
}

class Scanner {
  readonly candidates: Candidate[] = [];
  looked = 0;
  readonly #options: ScanOptions;
  readonly #interest = new RegExp(interest);
  readonly #settings = new RegExp(settingsInterest);
  readonly #configurations = new RegExp(configurationPaths, 'i');
  readonly #cold: Input[] = [];
  /** Pages and templates with no tag of their own. */
  readonly #coldPages: Input[] = [];
  /** Names that scripts among the candidates refer to. */
  #referred: ReadonlySet<string> = new Set();

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  script(input: Input): void {
    const look = this.#look(input);
    if (!look) return;
    if (look.has(this.#interest) || isPublished(look) || this.#configurations.test(input.path))
      this.#classified(input, look.text());
    else this.#cold.push(input);
  }

  /** Takes in the scripts that lead to one of interest. Returns the names by which a page can refer to any of them. */
  followReferences(): ReadonlySet<string> {
    const hot = this.candidates
      .filter(({ input, kind }) => isModule(input) && kind !== 'container')
      .map(({ input }) => input);
    if (hot.length === 0) return new Set();
    const referrers = (inputs: readonly Input[]): Referrer[] =>
      inputs.map((input) => ({ path: input.path, names: referencedNames(this.#options.reader.take(input) ?? '') }));
    const cold = referrers(this.#cold);
    const { names, warm } = reachingNames(
      hot.map(({ path }) => path),
      cold,
    );
    for (const input of this.#cold)
      if (warm.has(input.path))
        this.candidates.push({ input, kind: componentSyntaxOf(input.path) ? 'html' : 'script', guessed: false });
    this.#referred = new Set(
      [...referrers(hot), ...cold.filter(({ path }) => warm.has(path))].flatMap((referrer) => [...referrer.names]),
    );
    return names;
  }

  /** A page, a JSON document, or a file whose name says nothing. */
  other(input: Input, names: ReadonlySet<string>): void {
    const look = this.#look(input);
    if (!look) return;
    const interesting =
      look.has(this.#interest) ||
      input.explicit ||
      mayBeJson(input.path, look) ||
      isPublished(look) ||
      isGtmTemplate(look);
    const text = interesting || names.size > 0 ? look.text() : undefined;
    if (text !== undefined && (interesting || refersTo(text, names))) this.#classified(input, text, names);
    else if (kindOfName(input.path) === 'html') this.#coldPages.push(input);
  }

  /**
   * Takes in the templates that include one of interest. Returns how far down each stands in the order of judging, from 0 to
   * below 1: those that others include come after these.
   */
  followIncludes(): ReadonlyMap<string, number> {
    const hot = this.candidates.filter(({ kind }) => kind === 'html');
    // What a page includes need not be among the inputs where it is named alone.
    const named = this.#coldPages.filter(({ explicit }) => explicit);
    if (hot.length === 0 && named.length === 0) return new Map();
    const namesIn = (input: Input): TemplateNames => {
      const text = this.#options.reader.peek(input);
      return text === undefined ? NO_NAMES : templateNames(text);
    };
    const known = new Map(hot.map(({ input }) => [input.path, namesIn(input)]));
    const cold = this.#coldPages.map((input) => ({ input, names: namesIn(input) }));
    const { warm, names } = reachingNames(
      hot.map(({ input }) => input.path),
      cold.map(({ input, names: { includes } }) => ({ path: input.path, names: includes })),
      namesOfTemplate,
    );
    const alone = new Set<string>();
    for (const { input, names: own } of cold) {
      if (!warm.has(input.path) && !(input.explicit && own.includes.size + own.layouts.size > 0)) {
        for (const layout of own.layouts) if (names.has(layout)) alone.add(layout);
        continue;
      }
      this.candidates.push({ input, kind: 'html', guessed: false });
      known.set(input.path, own);
    }
    for (const [index, candidate] of this.candidates.entries()) {
      const { input, kind } = candidate;
      if (kind === 'html' && (isLayout(input.path) || namesOfTemplate(input.path).some((name) => alone.has(name))))
        this.candidates[index] = { ...candidate, alone: true };
    }
    return depths(known);
  }

  /** What was looked at and is no candidate, in the order of the paths. */
  beside(): readonly Input[] {
    const judged = new Set(this.candidates.map(({ input }) => input));
    return [...this.#cold, ...this.#coldPages]
      .filter((input) => !judged.has(input))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  isReferred({ input }: Candidate): boolean {
    return isModule(input) && namesOf(input.path).some((name) => this.#referred.has(name));
  }

  #look(input: Input): Look | undefined {
    this.#options.progress();
    const look = this.#options.reader.look(input);
    if (look) this.looked++;
    return look;
  }

  #classified(input: Input, text: string, names?: ReadonlySet<string>): void {
    const kind = kindOf(input, text, this.#settings);
    if (kind === undefined) return;
    if (kind === 'other') {
      if (input.explicit || this.#interest.test(text)) this.#options.skip(input.path, NO_KIND);
      return;
    }
    const byItself =
      kind === 'container' ||
      kind === 'gtm-template' ||
      kind === 'json' ||
      this.#interest.test(text) ||
      this.#configurations.test(input.path);
    if (!byItself && !(names && names.size > 0 && refersTo(text, names))) {
      if (kind === 'html' && !isModule(input)) this.#coldPages.push(input);
      return;
    }
    this.candidates.push({ input, kind, guessed: kind === 'script' && kindOfName(input.path) === 'unknown' });
    this.#options.reader.keep(input, text);
  }
}

/** A script or component: other files import it. */
function isModule({ path }: { readonly path: string }): boolean {
  return kindOfName(path) === 'script' || componentSyntaxOf(path) !== undefined;
}

/** The kind as which a text is read; undefined for a JSON document that says nothing of tags. */
function kindOf(input: Input, text: string, settings: RegExp): InputKind | 'other' | undefined {
  const kind = classify(input.path, text);
  if (kind !== 'json') return kind;
  if (settings.test(text)) return 'json';
  // Who names a file wants to hear that it is broken; one that a walk finds may well be JSON with comments.
  return input.explicit && kindOfName(input.path) === 'json' && !isJson(text) ? 'container' : undefined;
}

function refersTo(text: string, names: ReadonlySet<string>): boolean {
  for (const name of referencedNames(text)) if (names.has(name)) return true;
  return false;
}

/** Behind a byte order mark, decoded or not, and blanks. */
const JSON_HEAD = /^[\0- \u00ef\u00bb\u00bf\ufeff]*[{[]/;
const JSON_HEAD_REACH = 64;

/** A container holds no name of a vendor where all its tags are of built-in types, so JSON is always looked into. */
function mayBeJson(path: string, look: Look): boolean {
  const kind = kindOfName(path);
  if (kind !== 'unknown') return kind === 'json';
  return look.has(JSON_HEAD, JSON_HEAD_REACH);
}

/** A published container may name no vendor either. */
function isPublished(look: Look): boolean {
  return look.has(COMPILED_DATA, COMPILED_HEAD);
}

/** A template of Tag Manager may set consent states and name no vendor. */
function isGtmTemplate(look: Look): boolean {
  return look.has(TEMPLATE_HEAD, TEMPLATE_HEAD_REACH);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

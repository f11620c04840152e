/** Joins a page with its layout and everything that they include: one list of stretches in the order of the document. */
import { ALWAYS, and, type Guard, NEVER } from '../../model/guard.ts';
import { say } from '../../model/phrase.ts';
import type { Step } from '../../model/unit.ts';
import { locationOf } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import { type Masking, maskingOf } from '../templates/masking.ts';
import { addressesOf, conventionalLayouts } from './names.ts';
import { CONTENT, type Fill, macroOf, type Site, type Structure, structureOf } from './structure.ts';

/** A template as one file. */
export interface PageFile {
  readonly source: Source;
  readonly masking: Masking;
  readonly structure: Structure;
}

/** A stretch of a file, read at its place in the page. */
export interface Piece extends Span {
  readonly file: PageFile;
  /** What holds around the include that brings the stretch in. */
  readonly guard: Guard;
  /** How it gets into the page, for people. */
  readonly steps: readonly Step[];
  /** The places at which the files around it include it, the outermost first. */
  readonly sites: readonly { readonly file: PageFile; readonly offset: number }[];
  /** Pieces of one visit of one file have the same number. */
  readonly visit: number;
}

export interface JoinedPage {
  readonly pieces: readonly Piece[];
  /** Paths of the files other than the page itself that were read wholly. */
  readonly whole: ReadonlySet<string>;
  /** Includes whose file is not in sight, or that were not followed. */
  readonly missing: number;
  /** The page is a part of one that is not in sight: its layout was not found, or it has none and is no document. */
  readonly fragment: boolean;
}

/** Gives the template that an address in `from` means. */
export type FindTemplate = (address: string, from: Source) => PageFile | undefined;

const MAX_PIECES = 3000;
const MAX_DEPTH = 16;
const MAX_LAYOUTS = 8;
const MAX_CHARACTERS = 6_000_000;
/** A partial that is included in a page again and again says the same each time. */
const MAX_VISITS = 6;
const DOCUMENT = /<(?:!doctype|html|head|body)[\s>]/i;

/** @param gates the gates that the site declares, which a template's conditions may ask */
export function pageFile(source: Source, gates?: Parameters<typeof maskingOf>[1]): PageFile {
  const masking = maskingOf(source, gates);
  return { source, masking, structure: structureOf(source.text, masking.scan) };
}

/** A text that is a page by itself. */
export function wholePage(source: Source, masking: Masking): Piece[] {
  const file = { source, masking, structure: structureOf('', undefined) };
  return [{ file, start: 0, end: source.text.length, guard: ALWAYS, steps: [], sites: [], visit: 0 }];
}

/** Puts a page together. Never throws; what is not found is left out and counted. */
export function joinPage(page: PageFile, find: FindTemplate): JoinedPage {
  return new Join(find).page(page);
}

/** A text for a slot, with what holds where it stands. */
interface Offer {
  readonly file: PageFile;
  readonly span: Span;
  readonly mode: Fill['mode'];
  readonly around: Around;
}

/** What is known at the place where a file is read. */
interface Around extends Pick<Piece, 'guard' | 'steps' | 'sites' | 'visit'> {
  readonly depth: number;
  /** Place in the chain from the page to its outermost layout: it tells whose text the content slot takes. */
  readonly level: number;
  /** Texts for the slots of the file, those of the page before those of its layouts. */
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  /** The stretch is the body of an include: the blocks in it are the included file's to place. */
  readonly handed?: true;
  /** What `super()` stands for in the text that fills a slot. */
  readonly filled?: readonly Offer[];
  /** The stretch is itself a site of the file: a text that stands elsewhere, and this is elsewhere. */
  readonly only?: Span;
}

class Join {
  readonly #find: FindTemplate;
  readonly #pieces: Piece[] = [];
  readonly #visits = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #read = new Set<string>();
  readonly #partly = new Set<string>();
  /** Texts for slots that were read. */
  readonly #taken = new Set<Span>();
  #characters = 0;
  #missing = 0;
  #visit = 0;

  constructor(find: FindTemplate) {
    this.#find = find;
  }

  page(page: PageFile): JoinedPage {
    const chain = [page];
    for (let at: PageFile | undefined = page; at && chain.length <= MAX_LAYOUTS; ) {
      const layout = this.#layoutOf(at);
      at = layout && !chain.some(({ source }) => source.name === layout.source.name) ? layout : undefined;
      if (at) chain.push(at);
    }
    const offers = new Map<string, Offer[]>();
    const levels = chain.map((file, level): [PageFile, Around] => [
      file,
      { guard: ALWAYS, steps: [], sites: [], depth: 0, visit: this.#visit++, level, offers },
    ]);
    const outermost = levels.pop();
    for (const [file, around] of levels) {
      for (const fill of file.structure.fills) {
        const list = offers.get(fill.name) ?? [];
        list.push({ file, span: fill, mode: fill.mode, around });
        offers.set(fill.name, list);
      }
      if (isFilledByBlocks(file)) continue;
      const span = { start: file.structure.body, end: file.source.text.length };
      offers.set(contentOf(around.level + 1), [{ file, span, mode: 'replace', around }]);
    }
    for (const file of chain) if (file !== page) this.#read.add(file.source.name);
    if (outermost) this.#file(...outermost);
    // The place for a text may be in an include that is not in sight.
    if (this.#missing > 0)
      for (const offer of [...offers.values()].flat())
        if (offer.span.end > offer.span.start && !this.#taken.has(offer.span)) this.#offer(offer, []);
    for (const name of this.#partly) this.#read.delete(name);
    const files = new Set(this.#pieces.map(({ file }) => file));
    return {
      pieces: this.#pieces,
      whole: this.#read,
      missing: this.#missing,
      fragment: ![...files].some(({ masking }) => DOCUMENT.test(masking.masked)),
    };
  }

  #layoutOf(file: PageFile): PageFile | undefined {
    const { parent, alone } = file.structure;
    const { source } = file;
    if (parent) {
      const found = this.#first(addressesOf(parent.name, source.name), source);
      if (!found) this.#missing++;
      return found;
    }
    if (alone || DOCUMENT.test(file.masking.masked)) return undefined;
    for (const address of conventionalLayouts(source.name)) {
      const found = this.#find(address, source);
      if (found && found.source.name !== source.name && takesContent(found, file)) return found;
    }
    return undefined;
  }

  #first(addresses: readonly string[], from: Source): PageFile | undefined {
    for (const address of addresses) {
      const found = this.#find(address, from);
      if (found && found.source.name !== from.name) return found;
    }
    return undefined;
  }

  #file(file: PageFile, around: Around): void {
    this.#stretch(file, { start: file.structure.body, end: file.source.text.length }, around);
  }

  #stretch(file: PageFile, span: Span, around: Around): void {
    let at = span.start;
    for (const site of file.structure.sites) {
      if (site.start < at || site.end > span.end || isItself(site, around)) continue;
      const end = this.#site(file, site, around, () => this.#piece(file, at, site.start, around));
      if (end !== undefined) at = Math.max(at, end);
      if (this.#pieces.length >= MAX_PIECES) return;
    }
    this.#piece(file, at, span.end, around);
  }

  /** Reads what stands at a site. Returns where the file goes on; undefined where the site changes nothing. */
  #site(file: PageFile, site: Site, around: Around, before: () => void): number | undefined {
    switch (site.type) {
      case 'moved':
        // Where no layout takes it, it is judged where it stands.
        if (!around.handed && !isOffered(file, site, around)) return undefined;
        before();
        return site.end;
      case 'super': {
        const [next, ...others] = around.filled ?? [];
        if (!next) return undefined;
        before();
        this.#offer(next, others);
        return site.end;
      }
      case 'slot':
        return this.#slot(file, site, around, before);
      case 'include': {
        before();
        const found = this.#include(file, site, around);
        return found && site.body ? site.body.end : site.end;
      }
    }
  }

  #slot(file: PageFile, site: Site & { type: 'slot' }, around: Around, before: () => void): number | undefined {
    const content = site.name === CONTENT;
    const offers = around.offers.get(content ? contentOf(around.level) : site.name) ?? [];
    const [first] = offers;
    // Nobody fills it, or the text that stands here is itself the one that counts.
    if (!first || (first.file === file && first.span.start === site.start)) return undefined;
    before();
    const guard = and(around.guard, file.masking.guardAt(site.start));
    const sites = [...around.sites, { file, offset: site.start }];
    const [next, ...others] = offers.map((offer) => ({ ...offer, around: { ...offer.around, guard, sites } }));
    const own: Offer = { file, span: site, mode: 'replace', around };
    if (!next) return undefined;
    if (next.mode === 'replace') {
      const already = this.#pieces.length;
      this.#offer(next, [...others, own]);
      // A default that another text replaces was not read: the layout is to be judged with it too.
      const empty = content || file.masking.masked.slice(site.start, site.end).trim() === '';
      if (!empty && !this.#pieces.slice(already).some((piece) => piece.file === file))
        this.#partly.add(file.source.name);
      return site.end;
    }
    const collected = [next, ...others];
    for (const offer of collected.filter(({ mode }) => mode === 'prepend').reverse()) this.#offer(offer, []);
    for (const offer of collected.filter(({ mode }) => mode !== 'prepend')) this.#offer(offer, []);
    this.#offer(own, []);
    return site.end;
  }

  /** Reads a text for a slot; the others are what it may ask for. */
  #offer({ file, span, around }: Offer, others: readonly Offer[]): void {
    const depth = around.depth + 1;
    this.#taken.add(span);
    if (depth > MAX_DEPTH || this.#pieces.length >= MAX_PIECES) return;
    this.#stretch(file, span, { ...around, depth, filled: others, only: span });
  }

  /** Reads an included file; false where it is not in sight. */
  #include(file: PageFile, site: Site & { type: 'include' }, around: Around): boolean {
    const { source, masking } = file;
    const guard = and(around.guard, masking.guardAt(site.start));
    if (guard === NEVER) return false;
    if (site.name.kind === 'sections') {
      this.#group(file, site, around, guard);
      return true;
    }
    const found = this.#first(addressesOf(site.name, source.name), source);
    if (!found) {
      this.#missing++;
      return false;
    }
    return this.#included(found, file, site, around, guard);
  }

  #included(found: PageFile, file: PageFile, site: Site & { type: 'include' }, around: Around, guard: Guard): boolean {
    const { name } = found.source;
    const visits = this.#visits.get(name) ?? 0;
    if (around.depth >= MAX_DEPTH || visits >= MAX_VISITS || this.#open.includes(name)) {
      this.#missing++;
      return false;
    }
    this.#visits.set(name, visits + 1);
    const sites = [...around.sites, { file, offset: site.start }];
    const inner: Around = {
      guard,
      steps: [...around.steps, includeStep(file, site)].slice(-4),
      sites,
      depth: around.depth + 1,
      level: 0,
      visit: this.#visit++,
      offers: site.body ? handedOver(file, site.body, { ...around, guard, sites }) : NO_OFFERS,
    };
    this.#open.push(name);
    if (site.only === undefined) {
      this.#read.add(name);
      this.#file(found, inner);
    } else {
      const macro = macroOf(found.masking.scan, site.only);
      if (macro) this.#stretch(found, macro, inner);
    }
    this.#open.pop();
    return true;
  }

  /** `{% sections 'header-group' %}` names a list of sections. */
  #group(file: PageFile, site: Site & { type: 'include' }, around: Around, guard: Guard): void {
    const list = this.#first(addressesOf(site.name, file.source.name), file.source);
    if (!list) {
      this.#missing++;
      return;
    }
    const seen = new Set<string>();
    for (const [, type = ''] of list.source.text.matchAll(/"type"\s{0,4}:\s{0,4}"([\w-]{1,100})"/g)) {
      if (seen.has(type) || seen.size >= 60) continue;
      seen.add(type);
      const section = this.#find(`/sections/${type}.liquid`, file.source);
      if (section) this.#included(section, file, site, around, guard);
    }
  }

  #piece(file: PageFile, start: number, end: number, around: Around): void {
    if (end <= start || this.#pieces.length >= MAX_PIECES) return;
    this.#characters += end - start;
    if (this.#characters > MAX_CHARACTERS) {
      this.#missing++;
      return;
    }
    const { guard, steps, sites, visit } = around;
    this.#pieces.push({ file, start, end, guard, steps, sites, visit });
  }
}

const NO_OFFERS: Around['offers'] = new Map();

/** The name of the content slot of a level. */
function contentOf(level: number): string {
  return `${CONTENT}${level}`;
}

/** What an include with a body hands to the included file: the blocks in it, and itself. */
function handedOver(file: PageFile, body: Span, around: Around): Around['offers'] {
  const offers = new Map<string, Offer[]>();
  for (const fill of file.structure.fills) {
    if (fill.start >= body.start && fill.end <= body.end)
      offers.set(fill.name, [{ file, span: fill, mode: fill.mode, around }]);
  }
  offers.set(contentOf(0), [{ file, span: body, mode: 'replace', around: { ...around, handed: true } }]);
  return offers;
}

/** Whether a text that stands elsewhere is offered to somebody. */
function isOffered(file: PageFile, site: Site, { offers }: Around): boolean {
  for (const list of offers.values())
    if (list.some((offer) => offer.file === file && offer.span.start >= site.start && offer.span.end <= site.end))
      return true;
  return false;
}

function isItself(site: Site, { only }: Around): boolean {
  return only !== undefined && site.type !== 'include' && site.start === only.start && site.end === only.end;
}

/** In languages with blocks nothing of a child counts but its blocks. */
function isFilledByBlocks({ structure }: PageFile): boolean {
  const kind = structure.parent?.name.kind;
  return kind === 'extends' || (kind === undefined && structure.fills.some(({ mode }) => mode === 'replace'));
}

/** Whether a layout has a place for what the page holds. */
function takesContent(layout: PageFile, page: PageFile): boolean {
  const names = new Set([CONTENT, ...page.structure.fills.map(({ name }) => name)]);
  return layout.structure.sites.some((slot) => slot.type === 'slot' && names.has(slot.name));
}

function includeStep(file: PageFile, site: Span): Step {
  const location = locationOf(file.source, { start: site.start, end: site.end });
  return { message: say`included by ${file.source.root.name}`, location };
}

/** Markup that a script writes (`document.write`, `innerHTML`): read where it is written, under the conditions that hold there. */
import { ALWAYS } from '../../model/guard.ts';
import { type HtmlDocument, type HtmlElement, parseHtml } from '../../parse/html.ts';
import type { ScriptParser } from '../../parse/script.ts';
import type { Location } from '../../text/location.ts';
import { type CatalogIndex, HOLE } from '../catalog-index.ts';
import { type FetchKind, recordLoad } from '../machine/fetches.ts';
import { recordLink } from '../machine/links.ts';
import type { Machine } from '../machine/machine.ts';
import type { PageElement } from '../machine/page-elements.ts';
import { type Hole, holesIn } from '../machine/script-text.ts';
import type { MValue } from '../machine/values.ts';
import { parkingOf, runs } from '../parking.ts';
import { inside, scheduleOf } from './elements.ts';
import { fieldOf, fieldsIn, isField } from './fields.ts';
import { registerWritten } from './handlers.ts';
import type { PageOptions } from './options.ts';
import type { Platforms } from './platforms.ts';
import type { ScriptRunner } from './scripts.ts';
import { isInside, saidBy } from './texts.ts';

const MAX_DEPTH = 3;
const MAX_LENGTH = 200_000;
const MAX_DOCUMENTS = 40;
const NONE: ReadonlySet<string> = new Set();
const EACH_HOLE = new RegExp(HOLE, 'g');

interface Written {
  readonly html: string;
  readonly document: HtmlDocument;
  readonly place: Location;
}

export class WrittenMarkup {
  readonly #catalog: CatalogIndex;
  readonly #machine: Machine;
  readonly #scripts: ScriptRunner;
  readonly #platforms: Platforms;
  readonly #parser: ScriptParser;
  readonly #documents: Written[] = [];
  #depth = 0;

  constructor({ catalog, parser }: PageOptions, machine: Machine, scripts: ScriptRunner, platforms: Platforms) {
    this.#parser = parser;
    this.#catalog = catalog;
    this.#machine = machine;
    this.#scripts = scripts;
    this.#platforms = platforms;
  }

  /**
   * Reads `html`; all positions are `place`. Scripts in it run only where the way of writing runs scripts.
   * @param filled what stands at each HOLE of it, where that is known
   */
  read(html: string, place: Location, runsScripts: boolean, filled: readonly MValue[] = []): void {
    if (this.#depth >= MAX_DEPTH || html.length > MAX_LENGTH) return;
    this.#depth++;
    const document = parseHtml(html);
    const holes = holesOfText(html, filled);
    if (this.#documents.length < MAX_DOCUMENTS) this.#documents.push({ html, document, place });
    for (const element of document.elements) {
      if (!inside(element, 'noscript')) this.#element(html, element, place, runsScripts, holes);
    }
    this.#depth--;
  }

  /** Text, id and classes of the first element that a selector finds in what was written so far, and of what is around it. */
  describe(
    selector: string,
  ): { readonly said: string; readonly around: string; readonly beside: readonly string[] } | undefined {
    for (const { document } of this.#documents) {
      const said = document.describe(selector);
      if (said !== undefined) return { said, around: document.around(selector), beside: document.beside(selector) };
    }
    return undefined;
  }

  /** The elements that a selector finds in what was written so far. */
  find(selector: string): PageElement[] {
    return this.#documents.flatMap((text) => text.document.find(selector).map((element) => elementIn(text, element)));
  }

  #element(html: string, element: HtmlElement, place: Location, runsScripts: boolean, holes: readonly Hole[]): void {
    const attribute = (name: string): string | undefined => element.attributes.get(name);
    const inTemplate = inside(element, 'template');
    const parking = parkingOf(this.#catalog, element.name, attribute, inTemplate, this.#platforms.inMarkup, place);
    const src = attribute(parking.parked ? (parking.srcAttribute ?? 'src') : 'src');
    registerWritten(this.#machine, this.#parser, html, element, place);
    this.#machine.under(parking.guard, () => {
      if (element.name === 'script' && runsScripts) {
        if (src !== undefined && src !== '') this.#script(src, attribute, place);
        else if (runs(attribute('type')) || parking.parked) {
          const { start, end } = element.content;
          const within = holesIn({ holes }, start, end).map((hole) => moved(hole, start));
          this.#scripts.anchored(place, html.slice(start, end), ALWAYS, within);
        }
      } else if (element.name === 'img' && src !== undefined) this.#load(src, 'beacon', place);
      else if (element.name === 'iframe' && src !== undefined && attribute('srcdoc') === undefined)
        this.#load(src, 'frame', place);
      else if (element.name === 'link') this.#link(attribute, place);
    });
  }

  #script(url: string, attribute: (name: string) => string | undefined, place: Location): void {
    const cmp = this.#catalog.matchCmpUrl(url);
    const { order } = this.#machine;
    if (cmp) this.#platforms.inserted(cmp, { url, place, order, attribute, ...scheduleOf(attribute) });
    this.#load(url, 'script', place);
  }

  #link(attribute: (name: string) => string | undefined, place: Location): void {
    const url = attribute('href');
    if (url === undefined) return;
    const [rel = '', as = ''] = [attribute('rel'), attribute('as')];
    recordLink(this.#machine, { url, rel, as, carrier: 'script', place });
  }

  #load(url: string, kind: FetchKind, place: Location): void {
    const carrier = this.#machine.noscript ? 'noscript' : 'script';
    recordLoad(this.#machine, { url, kind, carrier, by: 'written markup', place });
  }
}

function elementIn(text: Written, element: HtmlElement): PageElement {
  const { html, document, place } = text;
  const { name, attributes, content } = element;
  return {
    name,
    attributes,
    tag: place,
    open: NONE,
    text: html.slice(content.start, content.end),
    place,
    node: element,
    isIn: ({ node }) => isInside(element, node),
    said: saidBy(html, element),
    get field() {
      return isField(element) ? fieldOf(place, html, document, element) : undefined;
    },
    fields: () => fieldsIn(document, element).map((field) => elementIn(text, field)),
  };
}

/** What fills a text at each HOLE; nothing where texts and values do not belong together. */
function holesOfText(text: string, filled: readonly MValue[]): Hole[] {
  if (filled.length === 0) return [];
  const starts = [...text.matchAll(EACH_HOLE)].map(({ index }) => index);
  if (starts.length !== filled.length) return [];
  return filled.map((value, index) => {
    const start = starts[index] ?? 0;
    return { start, end: start + HOLE.length, value: () => value };
  });
}

function moved({ start, end, value }: Hole, by: number): Hole {
  return { start: start - by, end: end - by, value };
}

/** Markup that a script writes (`document.write`, `innerHTML`): read where it is written, under the conditions that hold there. */
import { ALWAYS } from '../../model/guard.ts';
import { type HtmlElement, parseHtml } from '../../parse/html.ts';
import type { Location } from '../../text/location.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { recordLink } from '../machine/links.ts';
import type { Machine } from '../machine/machine.ts';
import { type FetchKind, recordLoad } from '../machine/record.ts';
import { parkingOf, runs } from '../parking.ts';
import { inside, scheduleOf } from './elements.ts';
import type { Platforms } from './platforms.ts';
import type { ScriptRunner } from './scripts.ts';

const MAX_DEPTH = 3;
const MAX_LENGTH = 200_000;

export class WrittenMarkup {
  readonly #catalog: CatalogIndex;
  readonly #machine: Machine;
  readonly #scripts: ScriptRunner;
  readonly #platforms: Platforms;
  #depth = 0;

  constructor(catalog: CatalogIndex, machine: Machine, scripts: ScriptRunner, platforms: Platforms) {
    this.#catalog = catalog;
    this.#machine = machine;
    this.#scripts = scripts;
    this.#platforms = platforms;
  }

  /** Reads `html`; all positions are `place`. Scripts in it run only where the way of writing runs scripts. */
  read(html: string, place: Location, runsScripts: boolean): void {
    if (this.#depth >= MAX_DEPTH || html.length > MAX_LENGTH) return;
    this.#depth++;
    for (const element of parseHtml(html).elements) {
      if (!inside(element, 'noscript')) this.#element(html, element, place, runsScripts);
    }
    this.#depth--;
  }

  #element(html: string, element: HtmlElement, place: Location, runsScripts: boolean): void {
    const attribute = (name: string): string | undefined => element.attributes.get(name);
    const inTemplate = inside(element, 'template');
    const parking = parkingOf(this.#catalog, element.name, attribute, inTemplate, this.#platforms.inMarkup, place);
    const src = attribute(parking.parked ? (parking.srcAttribute ?? 'src') : 'src');
    this.#machine.under(parking.guard, () => {
      if (element.name === 'script' && runsScripts) {
        if (src !== undefined && src !== '') this.#script(src, attribute, place);
        else if (runs(attribute('type')) || parking.parked)
          this.#scripts.anchored(place, html.slice(element.content.start, element.content.end), ALWAYS);
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

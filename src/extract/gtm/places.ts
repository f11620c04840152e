import type { TextAt } from '../../parse/container.ts';
import { type JsonPath, JsonPositions } from '../../text/json-positions.ts';
import { jsonStringMap } from '../../text/json-string.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';

/** Where the parts of a container stand in its text. A place is looked up when somebody asks for its offsets. */
export class Places {
  readonly source: Source;
  readonly #positions: JsonPositions;
  readonly #textAt: TextAt;

  constructor(source: Source, start: number, textAt: TextAt = stringAt) {
    this.source = source;
    this.#textAt = textAt;
    this.#positions = new JsonPositions(source.text, start);
  }

  /** The value at a path, a text without its quotes; where the value is missing, what it should stand in. */
  at(path: JsonPath): Location {
    return new Place(this, path);
  }

  /** A range of the text at a path; the text is read when somebody asks for the place. */
  within(path: JsonPath, range: Span, label: string): Location {
    return new PlaceInText(this, path, range, label);
  }

  /** The text at a path as a source of its own, or undefined where no text stands there. */
  nested(path: JsonPath, label: string): Source | undefined {
    const found = this.#textAt(this.#positions, path);
    return found && this.source.nest(found.value, found.map, label);
  }

  /** Where the value at a path stands, or what it should stand in; a text without its quotes. */
  span(path: JsonPath): Span {
    const span = this.#positions.nearest(path);
    const { text } = this.source;
    const quoted = span.end - span.start > 2 && text.charAt(span.start) === '"' && text.charAt(span.end - 1) === '"';
    return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
  }
}

function stringAt(positions: JsonPositions, path: JsonPath): ReturnType<TextAt> {
  const span = positions.value(path);
  return span && jsonStringMap(positions.text, span.start);
}

/** Places are found when somebody asks for them: most never are, and a container has hundreds of thousands. */
class Place implements Location {
  readonly source: Source;
  readonly #places: Places;
  readonly #path: JsonPath;
  #found: Span | undefined;

  constructor(places: Places, path: JsonPath) {
    this.source = places.source;
    this.#places = places;
    this.#path = path;
  }

  get start(): number {
    return this.#span.start;
  }

  get end(): number {
    return this.#span.end;
  }

  get #span(): Span {
    this.#found ??= this.#places.span(this.#path);
    return this.#found;
  }
}

/** A range of a text in the document. */
class PlaceInText implements Location {
  readonly #places: Places;
  readonly #path: JsonPath;
  readonly #range: Span;
  readonly #label: string;
  #found: Location | undefined;

  constructor(places: Places, path: JsonPath, range: Span, label: string) {
    this.#places = places;
    this.#path = path;
    this.#range = range;
    this.#label = label;
  }

  get source(): Source {
    return this.#location.source;
  }

  get start(): number {
    return this.#location.start;
  }

  get end(): number {
    return this.#location.end;
  }

  get #location(): Location {
    if (!this.#found) {
      const source = this.#places.nested(this.#path, this.#label);
      this.#found = source ? { source, ...this.#range } : this.#places.at(this.#path);
    }
    return this.#found;
  }
}

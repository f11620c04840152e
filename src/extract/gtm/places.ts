import type { TextAt } from '../../parse/container.ts';
import { type JsonPath, JsonPositions } from '../../text/json-positions.ts';
import { jsonStringMap, writeJsonString } from '../../text/json-string.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';

/** A range of the text at a path. */
interface Part {
  readonly range: Span;
  readonly label: string;
}

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
    return new Place(this, path, { range, label });
  }

  /** The text at a path as a source of its own, or undefined where no text stands there. */
  nested(path: JsonPath, label: string): Source | undefined {
    const found = this.#textAt(this.#positions, path);
    // A published container puts a text together of several.
    const isString = this.#textAt === stringAt;
    const write = (text: string): string | undefined =>
      isString ? writeJsonString(text, this.source.text) : undefined;
    return found && this.source.nest(found.value, found.map, label, write);
  }

  /** Looks a place up: the value at a path or what it should stand in, or a part of the text there, in that text. */
  find(path: JsonPath, part?: Part): Location {
    const inner = part && this.nested(path, part.label);
    if (inner) return { source: inner, ...part.range };
    const { source } = this;
    const { start, end } = this.#positions.nearest(path);
    const quoted = end - start > 2 && source.text.charAt(start) === '"' && source.text.charAt(end - 1) === '"';
    return quoted ? { source, start: start + 1, end: end - 1 } : { source, start, end };
  }
}

function stringAt(positions: JsonPositions, path: JsonPath): ReturnType<TextAt> {
  const span = positions.value(path);
  return span && jsonStringMap(positions.text, span.start);
}

/** Places are found when somebody asks for them: most never are, and a container has hundreds of thousands. */
class Place implements Location {
  readonly #places: Places;
  readonly #path: JsonPath;
  readonly #part: Part | undefined;
  #found: Location | undefined;

  constructor(places: Places, path: JsonPath, part?: Part) {
    this.#places = places;
    this.#path = path;
    this.#part = part;
  }

  get source(): Source {
    // The whole of a value stands in the document, wherever that is.
    return this.#part ? this.#location.source : this.#places.source;
  }

  get start(): number {
    return this.#location.start;
  }

  get end(): number {
    return this.#location.end;
  }

  get #location(): Location {
    this.#found ??= this.#places.find(this.#path, this.#part);
    return this.#found;
  }
}

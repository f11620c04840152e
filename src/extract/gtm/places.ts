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
    return lazy(this.source, () => this.#span(path));
  }

  /** A range of the text at a path; the text is read when somebody asks for the place. */
  within(path: JsonPath, range: Span, label: string): Location {
    let found: Location | undefined;
    const location = (): Location => {
      const source = found ? undefined : this.nested(path, label);
      found ??= source ? { source, ...range } : this.at(path);
      return found;
    };
    return {
      get source() {
        return location().source;
      },
      get start() {
        return location().start;
      },
      get end() {
        return location().end;
      },
    };
  }

  /** The text at a path as a source of its own, or undefined where no text stands there. */
  nested(path: JsonPath, label: string): Source | undefined {
    const found = this.#textAt(this.#positions, path);
    return found && this.source.nest(found.value, found.map, label);
  }

  #span(path: JsonPath): Span {
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

function lazy(source: Source, find: () => Span): Location {
  let found: Span | undefined;
  const span = (): Span => {
    found ??= find();
    return found;
  };
  return {
    source,
    get start() {
      return span().start;
    },
    get end() {
      return span().end;
    },
  };
}

/** A configuration as YAML: its value, and where each part of it stands. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { conflictIn, UNRESOLVED } from '../text/json-error.ts';
import type { Span } from '../text/offset-map.ts';
import { Source } from '../text/source.ts';

/** A mistake in a configuration; every line of the message starts with `file:line:column`. */
export class ConfigError extends Error {}

/** Keys and indices that lead to a value. */
export type Path = readonly PropertyKey[];

/** Finds the place of what a path leads to, as messages begin with it. */
export interface Places {
  /** `file:line:column` of a value, or of the nearest one around it that is there. */
  value(path: Path): string;
  /** `file:line:column` of the key that the path ends with. */
  key(path: Path): string;
}

export class ConfigDocument implements Places {
  readonly source: Source;
  /** Plain data; nothing of it is checked. */
  readonly data: unknown;
  readonly #document: ReturnType<typeof parseDocument>;
  readonly #lines = new LineCounter();

  /**
   * @param name how messages name the file
   * @throws ConfigError for what is no YAML
   */
  constructor(text: string, name: string) {
    this.source = new Source(name, text);
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const { errors } = this.#document;
    if (errors.length > 0) {
      const conflict = conflictIn(text);
      if (conflict >= 0) throw new ConfigError(`${this.#at(conflict)}: ${UNRESOLVED}`);
      throw new ConfigError(errors.map((error) => `${this.#at(error.pos[0])}: ${error.message}`).join('\n'));
    }
    this.data = this.#plain() ?? {};
  }

  value(path: Path): string {
    return this.#at(this.#valueOffset(path));
  }

  key(path: Path): string {
    return this.#at(this.#keyOffset(path));
  }

  /** Where a key stands, or a value that has none. */
  position(path: Path): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(this.#keyOffset(path));
    return { line, column: col };
  }

  /** The rest of the line on which a key begins. */
  lineOfKey(path: Path): Span {
    return this.#toLineEnd(this.#keyOffset(path));
  }

  /** A value as it is written, from its key on. */
  textOf(path: Path): string {
    const start = this.#keyOffset(path);
    const node = this.#document.getIn(path, true);
    const end = isNode(node) && node.range ? node.range[1] : start;
    return this.source.text.slice(start, end).trimEnd();
  }

  /** The rest of the line on which a value begins. */
  lineFrom(path: Path): Span {
    return this.#toLineEnd(this.#valueOffset(path));
  }

  #toLineEnd(start: number): Span {
    const { text } = this.source;
    const end = text.indexOf('\n', start);
    return { start, end: end < 0 ? text.length : end };
  }

  /** Aliases that multiply without end are refused by yaml with an error. */
  #plain(): unknown {
    visit(this.#document, {
      Pair: (_, { key }) => {
        if (!isScalar(key) || key.value !== '__proto__') return;
        throw new ConfigError(`${this.#at(key.range?.[0] ?? 0)}: "__proto__" is no key of a configuration`);
      },
      Alias: (_, alias) => {
        if (alias.resolve(this.#document)) return;
        throw new ConfigError(`${this.#at(alias.range?.[0] ?? 0)}: there is no anchor &${alias.source} before this`);
      },
    });
    try {
      return this.#document.toJS({ maxAliasCount: 50 });
    } catch (error) {
      throw new ConfigError(`${this.#at(0)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.source.name}:${line}:${col}`;
  }

  #valueOffset(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  #keyOffset(path: Path): number {
    const parent = path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return this.#valueOffset(path);
    const pair = parent.items.find(({ key }) => isNode(key) && String(key.toJSON()) === String(path.at(-1)));
    return pair && isNode(pair.key) && pair.key.range ? pair.key.range[0] : this.#valueOffset(path);
  }
}

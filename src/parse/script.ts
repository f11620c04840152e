import { type ESTree, parse } from 'meriyah';

export type { ESTree };

/** What a script is written in, as its name or its element's type says. */
export type ScriptLanguage = 'js' | 'jsx' | 'ts' | 'tsx';

/** Parses what the fast parser refuses (TypeScript, above all). Throws an error with `index` or `location` on bad syntax. */
export type HeavyParser = (text: string, language: ScriptLanguage) => ESTree.Program;

export type ParsedScript =
  | { readonly ok: true; readonly program: ESTree.Program }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** Thrown where a text needs the heavy parser and the caller would rather load it than go on without. */
export class HeavyParserNeeded extends Error {}

/** Short texts: so many trees are kept. */
const MAX_SNIPPETS = 2_000;
const MAX_SNIPPET_LENGTH = 20_000;
/** Longer ones: libraries. Trees of so many characters are kept. */
const MAX_KEPT = 2_000_000;

/**
 * Gives ESTree for every script. Plain JavaScript, nearly all of what stands in pages and containers, takes the fast
 * parser; the heavy one is loaded by the caller only after `wantsHeavy` was set, and the text is then parsed again.
 */
export class ScriptParser {
  /** Set once the heavy parser is loaded. */
  heavy: HeavyParser | undefined;
  /** A text was met that the fast parser refuses. */
  wantsHeavy = false;
  /** The heavy parser can be had: what is read without it would be read again. */
  waits = false;
  /** The same snippets stand in every template, and many pages load the same libraries: parsed once. */
  readonly #snippets = new Map<string, ParsedScript>();
  readonly #libraries = new Map<string, ParsedScript>();
  #kept = 0;

  /** @param text masked of template syntax; ranges of the tree are offsets into it */
  parse(text: string, language: ScriptLanguage): ParsedScript {
    const key = `${language} ${text}`;
    const isSnippet = text.length <= MAX_SNIPPET_LENGTH;
    const trees = isSnippet ? this.#snippets : this.#libraries;
    const known = trees.get(key);
    if (known && (known.ok || !this.wantsHeavy)) return known;
    const parsed = this.#parse(text, language);
    if (!isSnippet) this.#kept += text.length;
    if (isSnippet ? trees.size > MAX_SNIPPETS : this.#kept > MAX_KEPT) {
      trees.clear();
      this.#kept = isSnippet ? this.#kept : text.length;
    }
    trees.set(key, parsed);
    return parsed;
  }

  #parse(text: string, language: ScriptLanguage): ParsedScript {
    let refused: ParsedScript | undefined;
    if (language !== 'ts' && language !== 'tsx') {
      for (const attempt of attemptsFor(language)) {
        const parsed = fast(text, attempt);
        if (parsed.ok) return parsed;
        if (!refused || (!refused.ok && parsed.offset > refused.offset)) refused = parsed;
      }
    }
    if (!this.heavy) {
      this.wantsHeavy = true;
      if (this.waits) throw new HeavyParserNeeded();
      return refused ?? { ok: false, message: 'TypeScript is not loaded yet', offset: 0 };
    }
    try {
      return { ok: true, program: this.heavy(text, language) };
    } catch (error) {
      // The first parser's message is about JavaScript, which is what the author wrote.
      return refused ?? failure(error, text);
    }
  }
}

interface Attempt {
  readonly module: boolean;
  readonly jsx: boolean;
}

function attemptsFor(language: ScriptLanguage): readonly Attempt[] {
  if (language === 'jsx') return [{ module: true, jsx: true }];
  return [
    { module: false, jsx: false },
    { module: true, jsx: false },
    { module: true, jsx: true },
  ];
}

function fast(text: string, attempt: Attempt): ParsedScript {
  try {
    return {
      ok: true,
      program: parse(text, {
        ranges: { range: true },
        webcompat: true,
        next: true,
        globalReturn: !attempt.module,
        module: attempt.module,
        jsx: attempt.jsx,
        validateRegex: false,
      }),
    };
  } catch (error) {
    return failure(error, text);
  }
}

function failure(error: unknown, text: string): ParsedScript {
  const message = error instanceof Error ? error.message.replace(/^\[[^\]]*\]:\s*/, '') : 'the script does not parse';
  return { ok: false, message, offset: Math.min(offsetOf(error), text.length) };
}

function offsetOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0;
  for (const key of ['start', 'index'] as const) {
    const value = key in error ? Reflect.get(error, key) : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return Math.max(0, value);
  }
  return 0;
}

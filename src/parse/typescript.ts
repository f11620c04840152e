import type { ESTree, HeavyParser, ScriptLanguage } from './script.ts';

/**
 * Loads typescript-estree, which costs several hundred milliseconds: called only where a script needs it. The parser that
 * it gives throws typescript-estree's error, with `index`, on bad syntax.
 */
export async function loadTypeScriptParser(): Promise<HeavyParser> {
  const { parse } = await import('@typescript-eslint/typescript-estree');
  return (text: string, language: ScriptLanguage): ESTree.Program => {
    const program: unknown = parse(text, {
      range: true,
      loc: false,
      comment: false,
      tokens: false,
      jsx: language !== 'ts',
      jsDocParsingMode: 'none',
      loggerFn: false,
      // Types are of no interest, so errors in their use need not stop the reading.
      allowInvalidAST: true,
      suppressDeprecatedPropertyWarnings: true,
    });
    // Both parsers give ESTree; typescript-estree declares a superset of it under types of its own. The nodes for types,
    // which the other one does not know, are passed over by whoever walks the tree.
    return program as ESTree.Program;
  };
}

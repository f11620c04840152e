/** What the parts of a component's reading share. */
import type { Code, ComponentFile } from '../../parse/component/index.ts';
import type { ESTree, ScriptLanguage, ScriptParser } from '../../parse/script.ts';
import { OffsetMap, type Span } from '../../text/offset-map.ts';
import type { Source } from '../../text/source.ts';
import { noteProgram } from '../machine/call-syntax.ts';
import type { Machine } from '../machine/machine.ts';
import type { Scope } from '../machine/scope.ts';
import type { ScriptText } from '../machine/script-text.ts';
import { type MValue, type Obj, unknownValue } from '../machine/values.ts';

/** A component file with its machine. */
export interface View {
  readonly m: Machine;
  readonly source: Source;
  readonly file: ComponentFile;
  /** The whole file as a script's text, for the positions of its markup. */
  readonly whole: ScriptText;
  readonly parser: ScriptParser;
  /** Renders the markup that stands inside code. */
  render(markup: Code['markup'][number], scope: Scope): MValue;
}

/** One rendering of a component. */
export interface Instance {
  readonly props: MValue;
  readonly scope: Scope;
  /** The object behind `this` of a component with options. */
  readonly self: Obj | undefined;
}

interface ParsedCode {
  readonly script: ScriptText;
  readonly program: ESTree.Program;
}

const PARSED = new WeakMap<Code, ParsedCode | null>();

/** What is put around code so that it parses; the first part is no longer than what stands in front of the code in any file. */
const FORMS = {
  expression: ['(', '\n)'],
  statements: ['(()=>{', '\n})'],
  pattern: ['((', '\n) => 0)'],
  constant: ['const ', '\n'],
} as const;

/** Parses a piece of code at its place in the file; undefined where it is none. */
export function parsedCode(view: View, code: Code, form: keyof typeof FORMS): ParsedCode | undefined {
  const known = PARSED.get(code);
  if (known !== undefined) return known ?? undefined;
  const [before, after] = FORMS[form];
  const masked = `${before}${code.text}${after}`;
  const program = parseLoosely(view, masked);
  const start = code.start - before.length;
  if (!program || start < 0) {
    if (!view.parser.wantsHeavy || view.parser.heavy) PARSED.set(code, null);
    return undefined;
  }
  const source = view.source.nest(
    view.source.text.slice(start, start + masked.length),
    OffsetMap.shift(start),
    'expression',
  );
  const holes = code.markup.map((one) => ({
    start: one.start - start,
    end: one.end - start,
    value: (scope?: Scope): MValue => (scope ? view.render(one, scope) : unknownValue('markup')),
  }));
  const made: ParsedCode = { script: { source, masked, holes, guardAt: undefined, module: true }, program };
  PARSED.set(code, made);
  noteProgram(made.script, program);
  return made;
}

function parseLoosely(view: View, text: string): ESTree.Program | undefined {
  const languages: ScriptLanguage[] = view.file.scripts.some(({ typescript }) => typescript) ? ['js', 'ts'] : ['js'];
  for (const language of languages) {
    const parsed = view.parser.parse(text, language);
    if (parsed.ok) return parsed.program;
  }
  return undefined;
}

/** The expression that a piece of code is. */
export function expressionOf(program: ESTree.Program): ESTree.Node | undefined {
  const [statement] = program.body;
  return statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
}

/** Evaluates a piece of code where it stands. */
export function evaluateCode(
  view: View,
  code: Code,
  scope: Scope,
  form: 'expression' | 'statements' = 'expression',
): { readonly value: MValue; readonly node: ESTree.Node; readonly script: ScriptText } {
  const parsed = parsedCode(view, code, form);
  const node = parsed && expressionOf(parsed.program);
  if (!parsed || !node)
    return { value: unknownValue(code.text.trim().slice(0, 80)), node: nodeAt(code), script: view.whole };
  return { value: inScript(view.m, parsed.script, () => view.m.evaluate(node, scope)), node, script: parsed.script };
}

export function inScript<T>(m: Machine, script: ScriptText, job: () => T): T {
  const before = m.script;
  m.script = script;
  try {
    return job();
  } finally {
    m.script = before;
  }
}

/** A node that stands for a stretch of the file. */
export function nodeAt({ start, end }: Span): ESTree.Node {
  return { type: 'EmptyStatement', range: [start, end] };
}

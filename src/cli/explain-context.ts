/** `taglint --explain-context [paths…]`. */
import type { LintResult } from '../model/finding.ts';
import type { RuleMeta } from '../model/rule.ts';
import type { SiteContext } from '../model/site.ts';
import type { Unit } from '../model/unit.ts';
import type { ExplainedContext, ExplainedPage } from '../report/context/explained.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { LintFlags } from './options.ts';
import { complain, outputWidth, wantsColor, write } from './terminal.ts';

/** Judges, prints what was inferred of every file instead of findings, and tells how it went. No inference makes it fail. */
export async function explainContexts(paths: readonly string[], flags: LintFlags): Promise<ExitCode> {
  const { format = [] } = flags;
  const [first] = format;
  if (format.length > 1 || (first && first.format !== 'json' && first.format !== 'stylish')) {
    complain('--explain-context prints one of the formats stylish and json');
    return EXIT.failed;
  }
  const [{ explainBelow, explainContext, withBelow }, { rules }] = await Promise.all([
    import('../report/context/explained.ts'),
    import('../generated/rules.ts'),
  ]);
  const metas: readonly RuleMeta[] = rules.map(({ meta }) => meta);
  // Files that pages share are judged in each of them; alike, they are told once.
  const found = new Map<string, ExplainedContext>();
  const layouts = new Map<string, Map<string, ExplainedPage>>();
  const below = (file: string, unit: Unit, context: SiteContext): void => {
    const one = explainBelow(file, unit, context);
    for (const layout of one?.layouts ?? []) {
      const pages = layouts.get(layout) ?? new Map<string, ExplainedPage>();
      layouts.set(layout, pages);
      if (one && !pages.has(file)) pages.set(file, one.page);
    }
  };
  const outcome = await judgePaths(paths, flags, {
    withoutRules: true,
    judged: (unit, context) => {
      const explained = explainContext(unit, context, metas);
      found.set(JSON.stringify(explained), explained);
      if (unit.kind === 'page') below(unit.source.root.name, unit, context);
    },
    below,
  });
  if (!outcome) return EXIT.failed;
  const contexts = [...found.values()]
    .map((one) => {
      const pages = layouts.get(one.file);
      return pages ? withBelow(one, [...pages.values()].sort(byFile), metas) : one;
    })
    .sort(byFile);
  const file = first?.file ?? flags.output;
  const json = first?.format === 'json';
  const isEmpty = outcome.result.stats.files === 0 && !json;
  if (!isEmpty && !write(await render(contexts, outcome.result, flags, json, file), file)) return EXIT.failed;
  complainOfPaths(outcome);
  return runCode(outcome);
}

function byFile({ file: a = '' }: { readonly file?: string }, { file: b = '' }: { readonly file?: string }): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function render(
  contexts: readonly ExplainedContext[],
  result: LintResult,
  flags: LintFlags,
  json: boolean,
  file: string | undefined,
): Promise<string> {
  const showValues = flags.showValues ?? false;
  if (json) return (await import('../report/context/json.ts')).contextJson(contexts, showValues);
  const { contextText } = await import('../report/context/text.ts');
  const isTerminal = file === undefined && process.stdout.isTTY === true;
  return contextText(contexts, result, {
    showValues,
    color: wantsColor(flags.color, isTerminal),
    width: outputWidth(),
  });
}

/** `taglint explain FILE:LINE[:COLUMN]`: why this finding, step by step; or why there is none. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findConfig } from '../config/find.ts';
import { isInside } from '../discover/inside.ts';
import type { LintResult } from '../model/finding.ts';
import type { Explanation } from '../report/explain/explanation.ts';
import type { Subject } from '../report/explain/subject.ts';
import { plural } from '../report/summary.ts';
import type { Run } from '../run/run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode, STDIN_NAME } from './judge-paths.ts';
import type { ExplainFlags } from './options.ts';
import { placeOf } from './place.ts';
import { linesOf } from './render.ts';
import { complain, outputWidth, wantsColor, write } from './terminal.ts';

/**
 * Judges as `taglint` would, and tells all that is known of one place.
 * @param paths what is judged with the file; everything below the current folder if none, where the file is below it
 */
export async function explainPlace(what: string, paths: readonly string[], flags: ExplainFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const { stdinFilename = STDIN_NAME, within, strictness, suppressions } = flags;
  const isStdin = (file: string): boolean => file === '-' || file === flags.stdinFilename;
  const { file, ...at } = placeOf(what, (name) => isStdin(name) || existsSync(resolve(cwd, name)));
  const path = isStdin(file) ? stdinFilename : file;
  // Before all that is around it is judged.
  if (!isStdin(file) && !existsSync(resolve(cwd, file))) {
    complain(`${file}: no such file`);
    return EXIT.nothing;
  }
  const { subjectsIn } = await import('../report/explain/subject.ts');
  // Files that pages share are judged in each of them; alike, they are told once.
  const found = new Map<string, Subject>();
  const isMeant = (name: string): boolean => name === path || resolve(cwd, name) === resolve(cwd, path);
  const run = await judgePaths(pathsFor(file, isStdin(file), paths, cwd), flags, {
    ...(strictness && { strictness }),
    ...(!suppressions && { suppressions: false }),
    judged: (unit) => {
      const names = new Set(unit.activities.map(({ location }) => location.source.root.name).filter(isMeant));
      for (const name of names)
        for (const subject of subjectsIn(unit, name)) found.set(JSON.stringify(subject), subject);
    },
  });
  if (!run) return EXIT.failed;
  const code = runCode(run);
  if (code !== EXIT.clean) {
    complainOfPaths(run);
    return code;
  }
  const [{ explanationOf }, { law }] = await Promise.all([
    import('../report/explain/explanation.ts'),
    import('../generated/law.ts'),
  ]);
  const { findings } = run.result;
  const shown = findings.find((finding) => isMeant(finding.file))?.file ?? [...found.values()][0]?.file ?? path;
  const lines = linesOf(run.readSource)(shown);
  if (lines && at.line !== undefined && at.line > lines.count) {
    complain(`${shown} has ${plural(lines.count, 'line')}: there is no line ${at.line}`);
    return EXIT.nothing;
  }
  const explanation = explanationOf({
    file: shown,
    place: { ...at, ...(within !== undefined && { within }) },
    findings,
    subjects: [...found.values()],
    lines,
    law,
  });
  if (!write(await render(explanation, run, flags), undefined)) return EXIT.failed;
  if (explanation.findings.length > 0) return EXIT.clean;
  for (const hint of hints(run.result, flags)) complain(hint);
  return EXIT.nothing;
}

/**
 * What the file is judged with: a part of a page is another thing without the page. The file comes first, because the
 * configuration above the first path applies; what that governs is judged, or what is below the current folder.
 */
function pathsFor(file: string, isStdin: boolean, paths: readonly string[], cwd: string): string[] {
  if (isStdin) return ['-', ...paths.filter((path) => path !== '-')];
  if (paths.length > 0) return [file, ...paths];
  const config = findConfig(file, cwd);
  if (config !== undefined && isInside(cwd, dirname(config))) return [file, dirname(config)];
  return isInside(cwd, resolve(cwd, file)) ? [file, '.'] : [file];
}

/** What may hold the finding back that somebody asks for. */
function hints({ stats }: LintResult, { suppressions }: ExplainFlags): string[] {
  const { hidden = 0, suppressed } = stats;
  return [
    ...(hidden > 0
      ? [`${plural(hidden, 'finding')} of this run only possible: --strictness strict tells of them`]
      : []),
    ...(suppressed > 0 && suppressions
      ? [`${plural(suppressed, 'finding')} of this run suppressed: --no-suppressions tells of them`]
      : []),
  ];
}

async function render(explanation: Explanation, run: Run, flags: ExplainFlags): Promise<string> {
  const showValues = flags.showValues ?? false;
  if (flags.format === 'json')
    return (await import('../report/explain/json.ts')).explanationJson(explanation, showValues);
  const { explanationText } = await import('../report/explain/text.ts');
  return explanationText(explanation, {
    showValues,
    linesOf: linesOf(run.readSource),
    color: wantsColor(flags.color, process.stdout.isTTY === true),
    width: outputWidth(),
  });
}

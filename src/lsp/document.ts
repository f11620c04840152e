/** The findings of a document in an editor, as `taglint --in-context` tells them of its file. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { settingsFor } from '../config/index.ts';
import { NAMED } from '../discover/changes.ts';
import type { Finding } from '../model/finding.ts';
import { readBaseline, withoutKnown } from '../run/baseline.ts';
import { BASELINE_NAME } from '../run/project.ts';
import { run } from '../run/run.ts';
import { realFolder } from '../run/stdin.ts';

/** What is open in the editor, by the path of its file. */
export type OpenTexts = ReadonlyMap<string, string>;

export interface DocumentFindings {
  /** The folder that paths in findings are relative to. */
  readonly cwd: string;
  /** Of the document alone. */
  readonly findings: readonly Finding[];
}

/**
 * @param workspace folders that the editor shows; the innermost that holds the file counts
 * @throws Error for a configuration or a baseline that is wrong, with file, line and column
 */
export async function findingsOf(
  file: string,
  texts: OpenTexts,
  workspace: readonly string[],
): Promise<DocumentFindings> {
  const around = workspace.filter((folder) => file.startsWith(join(folder, '/')));
  const cwd = around.sort((a, b) => b.length - a.length)[0] ?? dirname(file);
  const { effects: _, ...settings } = await settingsFor({ cwd, path: file, config: true });
  const encoder = new TextEncoder();
  const overlay = new Map([...texts].map(([path, text]) => [realFolder(path), encoder.encode(text)] as const));
  const isThere = existsSync(file);
  // What was never saved has no page around it.
  const judged = isThere
    ? await run([file], { ...settings, cwd, overlay, changes: NAMED })
    : await run([], { ...settings, cwd, stdin: { name: file, bytes: encoder.encode(texts.get(file) ?? '') } });
  const baseline = join(judged.project, BASELINE_NAME);
  const known = existsSync(baseline) ? readBaseline(baseline, baseline) : undefined;
  const { result } = known ? withoutKnown(judged, known, false) : judged;
  return { cwd, findings: result.findings.filter((finding) => resolve(cwd, finding.file) === file) };
}

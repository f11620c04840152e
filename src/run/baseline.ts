/** The baseline: findings that a team knows of, so that a run fails on new ones alone. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from '../discover/discover.ts';
import { DISK, decodeText, type FileTree } from '../discover/index.ts';
import type { Finding, LintResult, Severity } from '../model/finding.ts';
import { maskPersonalData } from '../report/mask.ts';
import { parseJson } from '../text/json-error.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Run } from './run.ts';

/** A finding as it is recorded: enough to be found again, and to be read by whoever reviews the file. */
export interface BaselineEntry {
  /** Relative to the folder of the project, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  /** The part of a container, or the vendor. */
  readonly about?: string;
  readonly fingerprint: string;
}

export type Baseline = readonly BaselineEntry[];

/** A baseline that cannot be used; the message names the file. */
export class BaselineError extends Error {}

const VERSION = 1;
/** Half a million findings have room in it. */
const MOST_BYTES = 128 * 1024 * 1024;
const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
/** What is wrong with a run, and not with its inputs, is never known. */
const NEVER_KNOWN = 'internal-error';

/**
 * @param shown how messages name the file
 * @param tree where it is
 * @returns undefined where there is no such file
 * @throws BaselineError for one that is broken, or written by a later version
 */
export function readBaseline(file: string, shown: string, tree: FileTree = DISK): Baseline | undefined {
  try {
    tree.kindOf(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new BaselineError(`${shown}: cannot be read: ${reasonOf(error)}`);
  }
  const read = tree.read(file, MOST_BYTES);
  if (!read.ok) throw new BaselineError(`${shown}: cannot be read: ${read.reason}`);
  return parseBaseline(decodeText(read.bytes), shown);
}

function parseBaseline(text: string, shown: string): Baseline {
  const document = parseJson(text);
  if (!document.ok) {
    const { line, column } = new LineIndex(text).position(document.error.offset);
    throw new BaselineError(`${shown}:${line}:${column}: ${document.error.message}`);
  }
  const { value } = document;
  const version = member(value, 'version');
  if (typeof version === 'number' && version > VERSION) {
    throw new BaselineError(
      `${shown} was written by a newer taglint (format ${version}, this one reads ${VERSION}): update taglint`,
    );
  }
  const findings = member(value, 'findings');
  if (version !== VERSION || !Array.isArray(findings)) {
    throw new BaselineError(`${shown} is no baseline; \`taglint baseline\` writes one`);
  }
  return findings.map((one: unknown, index) => {
    const entry = entryOf(one);
    if (!entry) throw new BaselineError(`${shown}: entry ${index + 1} is none of a baseline`);
    return entry;
  });
}

function entryOf(value: unknown): BaselineEntry | undefined {
  const [file, rule, severity, about, fingerprint] = ['file', 'rule', 'severity', 'about', 'fingerprint'].map((key) =>
    member(value, key),
  );
  if (typeof file !== 'string' || typeof rule !== 'string' || typeof fingerprint !== 'string') return undefined;
  if (severity !== 'error' && severity !== 'warning' && severity !== 'note') return undefined;
  return { file, rule, severity, ...(typeof about === 'string' && { about }), fingerprint };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** One finding a line, in an order that does not depend on lines: what changes shows in review, and branches merge. */
export function baselineText(baseline: Baseline): string {
  const lines = [...baseline].sort(byPlace).map(({ file, rule, severity, about, fingerprint }) => {
    const members = Object.entries({ file, rule, severity, about, fingerprint });
    const written = members.flatMap(([key, value]) =>
      value === undefined ? [] : [`"${key}": ${JSON.stringify(value)}`],
    );
    return `    { ${written.join(', ')} }`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [a, b].map(({ file, rule, about = '', fingerprint }) => [file, rule, about, fingerprint]);
  for (const [index, one] of (left ?? []).entries()) {
    const other = right?.[index] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** What a run found, to be recorded. */
export function baselineOf({ result, projectPath }: Pick<Run, 'result' | 'projectPath'>): Baseline {
  return result.findings.filter(({ rule }) => rule !== NEVER_KNOWN).map((finding) => entryFor(finding, projectPath));
}

function entryFor(finding: Finding, projectPath: Run['projectPath']): BaselineEntry {
  const { rule, severity, entity, vendor, fingerprint } = finding;
  const about = entity === undefined ? vendor : maskPersonalData(entity);
  return { file: projectPath(finding.file), rule, severity, ...(about !== undefined && { about }), fingerprint };
}

/**
 * A run without what is known. A known finding that has become more severe is a new one.
 * @param isComplete the run looked for all that there may be: what it did not find is gone
 */
export function withoutKnown(run: Run, baseline: Baseline, isComplete: boolean): Run {
  const known = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  const found = new Set<string>();
  const findings = run.result.findings.filter(({ rule, severity, fingerprint }) => {
    const entry = known.get(fingerprint);
    if (entry?.rule !== rule) return true;
    found.add(fingerprint);
    return RANK[severity] > RANK[entry.severity];
  });
  const gone = isComplete ? goneFrom(baseline, found, run).length : 0;
  const left = run.result.findings.length - findings.length;
  const stats: LintResult['stats'] = { ...run.result.stats, known: left, ...(gone > 0 && { gone }) };
  return { ...run, result: { ...run.result, findings, stats } };
}

/** The entries that a run has looked for and not found: their file was looked at, or is there no longer. */
export function goneFrom(
  baseline: Baseline,
  found: ReadonlySet<string>,
  { files, project }: Pick<Run, 'files' | 'project'>,
): Baseline {
  const looked = new Set(files);
  const isThere = new Map<string, boolean>();
  return baseline.filter(({ file, fingerprint }) => {
    if (found.has(fingerprint)) return false;
    if (looked.has(file)) return true;
    let there = isThere.get(file);
    there ??= existsSync(resolve(project, file));
    isThere.set(file, there);
    return !there;
  });
}

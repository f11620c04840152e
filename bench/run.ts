/** `npm run bench`: see README.md beside this file. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeInputs } from './inputs.ts';
import { median, paired, type Run, timeWithMemory } from './measure.ts';

const command = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const rounds = 15;
const largeRounds = 5;
const hugeRounds = 1;

interface Row {
  readonly what: string;
  readonly result: string;
  readonly aim: string;
  readonly findings: string;
}

if (existsSync(command)) {
  const folder = mkdtempSync(join(tmpdir(), 'taglint-bench-'));
  try {
    bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  console.error('bench: dist/cli.js is not there; run `npm run build` first');
  process.exitCode = 1;
}

function bench(folder: string): void {
  const inputs = writeInputs(folder);
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`);
  const pages = large([inputs.folder]);
  const container = large([inputs.container]);
  const largeContainer = large([inputs.largeContainer], hugeRounds);
  const manyTags = large([inputs.manyTags], hugeRounds);
  const theme = large([inputs.theme]);
  const application = large([inputs.application]);
  print([
    small('clean page, 3 KB', inputs.clean, '1.5x'),
    small('page with tags, 3 KB', inputs.tagged, '2x'),
    {
      what: `${inputs.pages} pages, ${megabytes(inputs.folderBytes)} MB`,
      result: `${seconds(pages)}, ${rate(inputs.folderBytes, pages)} MB/s, ${Math.round(pages.peakMiB)} MiB`,
      aim: '1.5 s, 150 MiB',
      findings: findings(pages),
    },
    {
      what: `container, ${megabytes(inputs.containerBytes)} MB`,
      result: `${seconds(container)}, ${rate(inputs.containerBytes, container)} MB/s, ${Math.round(container.peakMiB)} MiB`,
      aim: '0.25 s',
      findings: findings(container),
    },
    huge('container', inputs.largeContainerBytes, largeContainer),
    huge('100,000 tags', inputs.manyTagsBytes, manyTags),
    {
      what: `theme, ${inputs.themeSize.files} files, ${megabytes(inputs.themeSize.bytes)} MB`,
      result: `${seconds(theme)}, ${Math.round(theme.peakMiB)} MiB`,
      aim: '3 s',
      findings: findings(theme),
    },
    {
      what: `application, ${inputs.applicationSize.files} files, ${megabytes(inputs.applicationSize.bytes)} MB`,
      result: `${seconds(application)}, ${Math.round(application.peakMiB)} MiB`,
      aim: '2 s',
      findings: findings(application),
    },
  ]);
}

/** One page as a whole process, against Node that does nothing. */
function small(what: string, file: string, aim: string): Row {
  const { first, second, ratio } = paired(['-e', '0'], [command, file], rounds);
  return {
    what,
    result: `${Math.round(second)} ms, bare Node ${Math.round(first)} ms: ${ratio.toFixed(2)}x`,
    aim,
    findings: findings(timeWithMemory([command, '--format', 'json', file])),
  };
}

function huge(what: string, bytes: number, run: Run): Row {
  return {
    what: `${what}, ${megabytes(bytes)} MB`,
    result: `${seconds(run)}, ${rate(bytes, run)} MB/s, ${Math.round(run.peakMiB)} MiB`,
    aim: 'ends',
    findings: findings(run),
  };
}

/** Medians of several runs; the output is that of the last. */
function large(paths: readonly string[], rounds = largeRounds): Run {
  const runs = Array.from({ length: rounds }, () => timeWithMemory([command, '--format', 'json', ...paths]));
  const last = runs.at(-1);
  if (last === undefined) throw new Error('no runs');
  return {
    ...last,
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    peakMiB: Math.max(...runs.map(({ peakMiB }) => peakMiB)),
  };
}

/** A fast run that found nothing would be worth nothing: the count stands beside the time. */
function findings({ stdout, status }: Run): string {
  if (status !== 0 && status !== 1) return `FAILED, exit code ${status}`;
  const result: unknown = JSON.parse(stdout);
  const list = typeof result === 'object' && result !== null && 'findings' in result ? result.findings : undefined;
  return Array.isArray(list) ? String(list.length) : 'no JSON';
}

function print(rows: readonly Row[]): void {
  const keys = ['what', 'result', 'aim', 'findings'] as const;
  const all = [{ what: 'input', result: 'result', aim: 'aim', findings: 'findings' }, ...rows];
  const widths = keys.map((key) => Math.max(...all.map((row) => row[key].length)));
  const lines = all.map((row) => `| ${keys.map((key, index) => row[key].padEnd(widths[index] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  console.log(lines.join('\n'));
}

function seconds({ milliseconds }: Run): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function rate(bytes: number, { milliseconds }: Run): string {
  return (bytes / 1e3 / milliseconds).toFixed(1);
}

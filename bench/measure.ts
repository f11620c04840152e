/** Measures whole processes. */
import { spawnSync } from 'node:child_process';

/** What one run of a process took. */
export interface Run {
  readonly milliseconds: number;
  /** Largest resident memory, in MiB. */
  readonly peakMiB: number;
  readonly status: number | null;
  readonly stdout: string;
}

/** Written by the child as its last line: Node itself knows its peak, so no program of the system is needed. */
const mark = 'peak-memory-kib:';
const report = `process.on('exit',()=>process.getBuiltinModule('fs').writeSync(2,'\\n${mark}'+process.resourceUsage().maxRSS))`;
const reporter = `data:text/javascript,${encodeURIComponent(report)}`;

/** Runs Node once and times it from the start of the process to its end. */
function time(args: readonly string[]): Run {
  const start = performance.now();
  const { status, stdout, error } = spawn(args);
  const milliseconds = performance.now() - start;
  if (error) throw error;
  return { milliseconds, peakMiB: 0, status, stdout };
}

/** The same with the peak of its memory. The reporter costs a millisecond or two: not for the timing of small runs. */
export function timeWithMemory(args: readonly string[]): Run {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawn(['--import', reporter, ...args]);
  const milliseconds = performance.now() - start;
  if (error) throw error;
  const kib = Number(stderr.slice(stderr.lastIndexOf(mark) + mark.length).trim());
  return { milliseconds, peakMiB: kib / 1024, status, stdout };
}

function spawn(args: readonly string[]) {
  return spawnSync(process.execPath, [...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
  });
}

/**
 * Runs two commands in turn, so that a machine that gets slower slows both.
 * @returns the medians in milliseconds, and the median of the ratios of each pair
 */
export function paired(first: readonly string[], second: readonly string[], rounds: number) {
  time(first);
  time(second);
  const pairs = Array.from({ length: rounds }, () => [time(first).milliseconds, time(second).milliseconds] as const);
  return {
    first: median(pairs.map(([a]) => a)),
    second: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => b / a)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

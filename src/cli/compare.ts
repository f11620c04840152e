/** `taglint diff A B`: what changed for visitors, and how containers are set up now. */
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { compareSides } from '../diff/compare.ts';
import type { Diff } from '../diff/diff.ts';
import { type Side, SideBuilder } from '../diff/side.ts';
import { isGlob } from '../discover/discover.ts';
import type { FileTree } from '../discover/tree.ts';
import { maskPersonalData } from '../report/mask.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import type { DiffFlags } from './options.ts';
import { complain, complainOf, outputWidth, wantsColor, write } from './terminal.ts';

/** What is compared: paths, of which files, told by which names. */
interface Asked {
  readonly paths: readonly string[];
  readonly tree?: FileTree;
  readonly relative: (file: string) => string;
}

type Sides = readonly [before: Asked, after: Asked];

/** Judges both sides, prints what differs, and fails where that was asked for. */
export async function compare(args: readonly string[], flags: DiffFlags): Promise<ExitCode> {
  let sides: Sides;
  try {
    sides = await sidesOf(args);
  } catch (error) {
    complainOf(error);
    return EXIT.failed;
  }
  const [before, after] = [await judged(sides[0], flags), await judged(sides[1], flags)];
  const codes = [before.code, after.code];
  if (!before.side || !after.side || codes.includes(EXIT.failed)) return EXIT.failed;
  // Nothing on one side is a difference; nothing on both is a mistyped path.
  if (codes.every((code) => code === EXIT.nothing)) {
    complain('nothing to look at on either side');
    return EXIT.nothing;
  }
  const diff = compareSides(before.side, after.side);
  if (!write(await render(diff, flags), flags.output)) return EXIT.failed;
  return isFailure(diff, flags.failOn) ? EXIT.findings : EXIT.clean;
}

function isFailure({ behaviour, configuration }: Diff, failOn: DiffFlags['failOn']): boolean {
  if (failOn === 'any') return behaviour.length + configuration.length > 0;
  return failOn === 'weaker' && behaviour.some(({ effect }) => effect === 'weaker');
}

/** @throws Error in words for whoever asked */
async function sidesOf(args: readonly string[]): Promise<Sides> {
  const cwd = process.cwd();
  const [first, second] = args;
  if (args.length === 2 && first !== undefined && second !== undefined && existsSync(first) && existsSync(second))
    return [pathSide(first, cwd), pathSide(second, cwd)];
  const { rangeOf } = await import('../discover/revision.ts');
  const isPath = first === undefined || existsSync(first);
  const range = rangeOf(isPath ? 'HEAD' : first, cwd);
  if (!range) throw new Error(notFound(args, first ?? 'HEAD'));
  const paths = isPath ? args : args.slice(1);
  const lost = paths.find((path) => !isThere(path, range.before, cwd) && !isThere(path, range.after, cwd));
  if (lost !== undefined) throw new Error(`${lost} is on neither side: no such file or folder`);
  const asIs = (file: string): string => file;
  return [
    { paths, tree: range.before, relative: asIs },
    { paths, tree: range.after, relative: asIs },
  ];
}

/** A glob finds what it finds. */
function isThere(path: string, tree: FileTree, cwd: string): boolean {
  if (path.startsWith('!') || isGlob(path)) return true;
  try {
    tree.kindOf(resolve(cwd, path));
    return true;
  } catch {
    return false;
  }
}

function notFound(args: readonly string[], first: string): string {
  const missing = args.length === 2 ? args.filter((path) => !existsSync(path)) : [first];
  const what = missing.length === 1 ? `${missing[0]} is` : `${missing.join(' and ')} are`;
  return `${what} neither on disk nor a revision of this repository; taglint diff takes two files or folders, or a range such as main..HEAD`;
}

/** Files of both sides are told by their places below what was named. */
function pathSide(path: string, cwd: string): Asked {
  const absolute = resolve(cwd, path);
  const isFolder = statSync(absolute).isDirectory();
  const folder = isFolder ? absolute : dirname(absolute);
  return {
    paths: [path],
    relative: (file) => {
      const found = resolve(cwd, file);
      return found === absolute ? '' : relative(folder, found).split(sep).join('/');
    },
  };
}

async function judged(
  { paths, tree, relative: told }: Asked,
  flags: DiffFlags,
): Promise<{ readonly side?: Side; readonly code: ExitCode }> {
  const builder = new SideBuilder(told);
  const outcome = await judgePaths(paths, flags, {
    withoutRules: true,
    judged: (unit) => builder.add(unit),
    ...(tree && { tree }),
  });
  if (!outcome) return { code: EXIT.failed };
  const { result } = outcome;
  const isNothing = runCode(outcome) === EXIT.nothing && outcome.errors.length === 0;
  if (!isNothing) complainOfPaths({ ...outcome, errors: tree ? [] : outcome.errors });
  for (const { file, line, column, message } of result.findings) complain(`${file}:${line}:${column}: ${message}`);
  // A container that is no JSON must not pass for one that sends nothing.
  const unread = result.findings.some(({ severity }) => severity === 'error');
  return { side: builder.result(), code: unread ? EXIT.failed : runCode(outcome) };
}

async function render(diff: Diff, flags: DiffFlags): Promise<string> {
  const shown = flags.showValues ? (text: string): string => text : maskPersonalData;
  switch (flags.format) {
    case 'json':
      return (await import('../report/diff/json.ts')).diffJson(diff, shown);
    case 'markdown':
      return (await import('../report/diff/markdown.ts')).diffMarkdown(diff, shown);
    case 'html':
      return (await import('../report/diff/html.ts')).diffHtml(diff, shown);
    case 'text': {
      const isTerminal = flags.output === undefined && process.stdout.isTTY === true;
      const color = wantsColor(flags.color, isTerminal);
      return (await import('../report/diff/text.ts')).diffText(diff, { color, width: outputWidth(), shown });
    }
  }
}

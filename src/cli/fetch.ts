/** `taglint fetch [paths…]`: the one command that opens a connection. */
import { relative, sep } from 'node:path';
import { SNAPSHOT_FOLDER } from '../discover/snapshots.ts';
import type { Unit } from '../model/unit.ts';
import { SnapshotStore } from '../online/store.ts';
import { keyOf, type Target, targetsOf } from '../online/targets.ts';
import { type Outcome, update } from '../online/update.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complainOfPaths, judgePaths, runCode } from './judge-paths.ts';
import { lint } from './lint.ts';
import type { FetchFlags } from './options.ts';
import { complain } from './terminal.ts';

/** How many statements of one change are printed. */
const MAX_SHOWN = 20;

/** Downloads what vendors say of the accounts that the paths name; then lints both, or with `--check` compares with the last copies. */
export async function fetchSnapshots(paths: readonly string[], flags: FetchFlags): Promise<ExitCode> {
  if (flags.offline || isSet(process.env.TAGLINT_OFFLINE)) {
    complain('nothing is fetched: --offline or TAGLINT_OFFLINE is set');
    return EXIT.failed;
  }
  const { catalog } = await import('../generated/catalog.ts');
  const targets: Target[] = [];
  const outcome = await judgePaths(paths, flags, {
    withoutRules: true,
    judged: (unit) => {
      // What is no longer on the site is no longer asked for because of its copy.
      if (!isSnapshot(unit)) targets.push(...targetsOf(unit, catalog.vendors));
    },
  });
  if (!outcome) return EXIT.failed;
  if (targets.length === 0) {
    complainOfPaths(outcome);
    const code = runCode(outcome);
    if (code !== EXIT.clean) return code;
    complain('nothing to fetch: no account of a vendor with public settings is named in the files');
    return EXIT.nothing;
  }
  const { check = false, mirror, timeout } = flags;
  const { outcomes, leftOut } = await update(targets, {
    catalog,
    store: new SnapshotStore(process.cwd()),
    check,
    ...(mirror && { mirror }),
    ...(timeout !== undefined && { limits: { timeout: timeout * 1000 } }),
  });
  for (const one of outcomes) tell(one, check);
  if (leftOut > 0) complain(`${leftOut} more accounts were left out: no site has so many`);
  const failed = leftOut > 0 || outcomes.some((one) => one.state === 'failed' && !isToldElsewhere(one, outcomes));
  if (check) {
    complainOfPaths(outcome);
    const code = runCode(outcome);
    if (failed || code !== EXIT.clean) return failed ? EXIT.failed : code;
    return outcomes.some(isChange) ? EXIT.findings : EXIT.clean;
  }
  const files = outcomes.flatMap(({ path }) => (path === undefined ? [] : [shown(path)]));
  const code = await lint([...(paths.length > 0 ? paths : ['.']), ...files], flags);
  return failed ? EXIT.failed : code;
}

/** True where another answer tells the same of the account. */
function isToldElsewhere({ target }: Outcome, outcomes: readonly Outcome[]): boolean {
  const { within } = target.snapshot;
  if (within === undefined) return false;
  return outcomes.some(
    ({ target: other, state }) =>
      other.snapshot.name === within && other.id === target.id && state !== 'failed' && state !== 'absent',
  );
}

function isChange({ state, change, path }: Outcome): boolean {
  if (state === 'new') return true;
  if (state === 'absent') return path !== undefined;
  return change !== undefined && change.on.length + change.off.length > 0;
}

function tell(outcome: Outcome, check: boolean): void {
  complain(`${keyOf(outcome.target)}: ${saidOf(outcome, check)}`);
  tellFacts('on', outcome.change?.on ?? []);
  tellFacts('off', outcome.change?.off ?? []);
}

function saidOf(outcome: Outcome, check: boolean): string {
  const { url, state, reason } = outcome;
  const path = outcome.path === undefined ? undefined : shown(outcome.path);
  switch (state) {
    case 'failed':
      return `cannot be fetched from ${url}: ${reason}`;
    case 'absent':
      return `there is nothing${path === undefined ? '' : ' any more'} at ${url} (${reason})`;
    case 'same':
      return `as in ${path}`;
    case 'new':
      return check ? 'no copy to compare with; `taglint fetch` makes one' : `stored as ${path}`;
    case 'changed': {
      const what = isChange(outcome) ? 'changed' : 'other code, the same settings as far as taglint reads them';
      return check ? `${what} since ${path}` : `${what}, stored as ${path}`;
    }
  }
}

function tellFacts(state: 'on' | 'off', facts: readonly string[]): void {
  const lines = folded(facts, state);
  for (const line of lines.slice(0, MAX_SHOWN)) complain(`  ${state}: ${line}`);
  if (lines.length > MAX_SHOWN) complain(`  ${state}: ${lines.length - MAX_SHOWN} more`);
}

/** One line for all details of one thing: `Advanced Matching`, `Advanced Matching: em`, `Advanced Matching: ph`. */
function folded(facts: readonly string[], state: 'on' | 'off'): string[] {
  const whole = new Set(facts);
  const details = new Map<string, string[]>();
  for (const fact of facts) {
    const at = fact.indexOf(': ');
    const what = at < 0 ? fact : fact.slice(0, at);
    const known = details.get(what) ?? [];
    if (at >= 0) known.push(fact.slice(at + 2));
    details.set(what, known);
  }
  return [...details].map(([what, list]) => {
    const before = whole.has(what) ? (state === 'on' ? '; was off' : '; was on') : '';
    return list.length === 0 ? `${what}${before}` : `${what}: ${list.join(', ')}${before}`;
  });
}

function isSnapshot({ source }: Unit): boolean {
  return `/${source.name}`.includes(`/${SNAPSHOT_FOLDER.join('/')}/`);
}

function shown(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/');
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}

/** The commands beside the default one, with their options. */
import type { Command } from 'commander';
import {
  BASELINE_OPTIONS,
  DIFF_OPTIONS,
  EXPLAIN_OPTIONS,
  FETCH_OPTIONS,
  formatOption,
  INIT_OPTIONS,
  INVENTORY_OPTIONS,
  LOCK_OPTIONS,
  MATRIX_OPTIONS,
  REPORT_OPTIONS,
} from './command-options.ts';
import type { ExitCode } from './exit-codes.ts';
import {
  type BaselineFlags,
  type ConfigFlags,
  configOptions,
  type DiffFlags,
  type ExplainFlags,
  type FetchFlags,
  type InitFlags,
  type InventoryFlags,
  type ListFlags,
  type LockFlags,
  type MatrixFlags,
  type ReportFlags,
} from './options.ts';

/** @param done told of the exit code of the command that runs */
export function addCommands(program: Command, done: (code: ExitCode) => void): void {
  const init = program
    .command('init')
    .summary('write .taglint.yml, a hook and a workflow, as they fit the repository')
    .description(
      'Looks at the repository (framework, consent platform, vendors; what runs before its commits and in its pipelines), asks ' +
        'on a terminal what it cannot see, and writes .taglint.yml, a hook and a workflow. What is there is not overwritten.',
    )
    .action(async (flags: InitFlags) => done(await (await import('./init.ts')).init(flags)));
  for (const [heading, options] of INIT_OPTIONS) {
    for (const option of options) init.addOption(option.helpGroup(heading));
  }
  const matrix = program
    .command('matrix')
    .summary('the consent matrix: what every tag does in every consent state')
    .description(
      'Prints what every tag does on a first visit, after a refusal, and on a page load with a choice already stored.',
    )
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .action(async (paths: string[], flags: MatrixFlags) => {
      done(await (await import('./matrix.ts')).matrix(paths, flags));
    });
  for (const [heading, options] of MATRIX_OPTIONS) {
    for (const option of options) matrix.addOption(option.helpGroup(heading));
  }
  const inventory = program
    .command('inventory')
    .summary('who gets what: vendors, accounts, data, consent states')
    .description(
      'Prints who gets what: recipients with their countries and purposes, the accounts, events and data keys of each, where ' +
        'the data is from, and the consent states in which it is sent.',
    )
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .action(async (paths: string[], flags: InventoryFlags) => {
      done(await (await import('./inventory.ts')).inventory(paths, flags));
    });
  for (const [heading, options] of INVENTORY_OPTIONS) {
    for (const option of options) inventory.addOption(option.helpGroup(heading));
  }
  const report = program
    .command('report')
    .summary('one HTML file for people: causes, matrix, pictures, what was looked at')
    .description(
      'Writes one HTML file for people to read, print and send: what was looked at, the verdict, causes with evidence and ' +
        'law, the consent matrix, pictures, the inventory. It loads nothing and sends nothing.',
    )
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .action(async (paths: string[], flags: ReportFlags) => {
      done(await (await import('./report.ts')).report(paths, flags));
    });
  for (const [heading, options] of REPORT_OPTIONS) {
    for (const option of options) report.addOption(option.helpGroup(heading));
  }
  const lock = program
    .command('lock')
    .summary('write down what is sent today as reviewed, so that later runs fail on what is new or weaker')
    .description(
      'Writes taglint.lock.yml: who gets what, in which consent states and behind which gates. Later runs report what is new or ' +
        'weaker as policy/unreviewed-change.',
    )
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .action(async (paths: string[], flags: LockFlags) => {
      done(await (await import('./lock.ts')).lock(paths, flags));
    });
  for (const [heading, options] of LOCK_OPTIONS) {
    for (const option of options) lock.addOption(option.helpGroup(heading));
  }
  const diff = program
    .command('diff')
    .summary('what changed between two exports, folders or revisions: behaviour first')
    .description(
      'Tells what changed for visitors between two exports, two folders or two revisions of a repository (main..HEAD): what is ' +
        'sent, to whom, in which consent state; then how containers are set up, part by part. With one path or none, what has ' +
        'changed since the last commit; with one revision, what has changed since that.',
    )
    .argument('[sides...]', 'two files or folders; or a revision or range, then paths')
    .action(async (sides: string[], flags: DiffFlags) => {
      done(await (await import('./compare.ts')).compare(sides, flags));
    });
  for (const [heading, options] of DIFF_OPTIONS) {
    for (const option of options) diff.addOption(option.helpGroup(heading));
  }
  const fetch = program
    .command('fetch')
    .summary('download the public settings of pixels and containers, and lint them')
    .description(
      'Downloads what vendors publish of the pixels and containers that the files name, keeps dated copies below ' +
        '.taglint/snapshots, and lints them with the files. No other command opens a connection.',
    )
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .action(async (paths: string[], flags: FetchFlags) => {
      done(await (await import('./fetch.ts')).fetchSnapshots(paths, flags));
    });
  for (const [heading, options] of FETCH_OPTIONS) {
    for (const option of options) fetch.addOption(option.helpGroup(heading));
  }
  const baseline = program
    .command('baseline')
    .summary('record what is found today, so that later runs fail on new findings alone')
    .description(
      'Records what is found today in .taglint-baseline.json. Later runs leave it out and fail on new findings alone.',
    )
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .action(async (paths: string[], flags: BaselineFlags) => {
      done(await (await import('./baseline.ts')).baseline(paths, flags));
    });
  for (const [heading, options] of BASELINE_OPTIONS) {
    for (const option of options) baseline.addOption(option.helpGroup(heading));
  }
  const config = program
    .command('config')
    .summary('the configuration that applies, and where each value of it was written')
    .description('Prints the configuration that applies here or to a file, and where each value of it was written.')
    .option('--file <file>', 'what applies to this file')
    .addOption(formatOption())
    .action(async (flags: ConfigFlags) => done(await (await import('./config.ts')).config(flags)));
  program
    .command('lsp')
    .summary('a language server for editors, over standard input and output')
    .description(
      'Tells editors what is found in what is typed, and why, and offers repairs: the Language Server Protocol over standard ' +
        'input and output.',
    )
    .option('--stdio', 'over standard input and output, as it is anyway')
    .action(async () => done(await (await import('./lsp.ts')).lsp()));
  const rules = program
    .command('rules')
    .summary('list all rules with their severities and repairs')
    .description('Lists all rules with their severities, and with the option that repairs some of what they find.')
    .addOption(formatOption())
    .action(async ({ format, config }: ListFlags) => {
      done(await (await import('./rules.ts')).listRules(format === 'json', config));
    });
  const explain = program
    .command('explain')
    .summary('a rule: what, why, how to fix it, the law; or a finding, step by step')
    .description(
      'Tells what a rule finds, why it matters, how to fix it, and which provisions and decisions it rests on; or why there ' +
        'is a finding at a place of a file: how it comes about, what happens in each consent state, where each value is from.',
    )
    .argument('<rule-or-place>', 'id of a rule, such as consent/fires-before-consent, or FILE:LINE[:COLUMN]')
    .argument('[paths...]', 'what is judged with the file; everything below the current folder if none')
    .action(async (what: string, paths: string[], flags: ExplainFlags) => {
      done(await (await import('./rules.ts')).explain(what, paths, flags));
    });
  for (const [heading, options] of EXPLAIN_OPTIONS) {
    for (const option of options) explain.addOption(option.helpGroup(heading));
  }
  for (const command of [config, rules]) for (const option of configOptions()) command.addOption(option);
}

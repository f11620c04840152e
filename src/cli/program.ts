/** The command line: commands, options, help. Loads nothing that a command may not need. */
import { Command, CommanderError } from 'commander';
import { version } from '../generated/version.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import {
  BASELINE_OPTIONS,
  type BaselineFlags,
  type ConfigFlags,
  configOptions,
  EXPLAIN_OPTIONS,
  type ExplainFlags,
  FETCH_OPTIONS,
  type FetchFlags,
  formatOption,
  LINT_OPTIONS,
  type LintFlags,
  type ListFlags,
  MATRIX_OPTIONS,
  type MatrixFlags,
} from './options.ts';

const EXAMPLES = `
Examples:
  taglint                                    everything below the current folder
  taglint templates GTM-ABC123.json          a folder and a container export
  taglint --sector pharmacy 'theme/**/*.liquid'
  taglint --rule hygiene/duplicate-pixel=off --fail-on warning .
  taglint --format json -o taglint.json .
  git show :page.html | taglint --stdin-filename page.html
  taglint --staged
  taglint baseline && git add .taglint-baseline.json
  taglint explain consent/fires-before-consent
  taglint explain page.html:12:9
  taglint matrix --explain GTM-ABC123.json

Exit codes:
  0  no finding at or above --fail-on       2  the run itself failed: options, configuration,
  1  findings at or above --fail-on            unreadable input, an error inside taglint
                                            3  nothing to look at: mistyped path, empty folder`;

/** @returns the exit code; everything else that a command says is printed */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const done = (next: ExitCode): void => {
    code = next;
  };
  try {
    await build(done).parseAsync(withoutOpenFix(args), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  }
  return code;
}

/** `--fix page.html` is no kind of repair: its value stands behind a `=`, and what follows is a path. */
function withoutOpenFix(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.map((arg, index) => (/^--fix(?:-dry-run)?$/.test(arg) && (end < 0 || index < end) ? `${arg}=safe` : arg));
}

function build(done: (code: ExitCode) => void): Command {
  const program = new Command('taglint')
    .description(
      'Finds tracking tags that run before consent or send personal and sensitive data, in HTML templates, scripts ' +
        'and Google Tag Manager exports.',
    )
    .usage('[options] [paths...]')
    .argument('[paths...]', 'files, folders, globs (!glob takes out); the current folder if none')
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'taglint: ')) })
    .showSuggestionAfterError()
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);
  for (const [heading, options] of LINT_OPTIONS) {
    for (const option of options) program.addOption(option.helpGroup(heading));
  }
  program
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .action(async (paths: string[], flags: LintFlags) => {
      done(await (await import('./lint.ts')).lint(paths, flags));
    });
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
  const rules = program
    .command('rules')
    .summary('list all rules with their severities')
    .description('Lists all rules with their severities.')
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
  return program;
}

/** The command line: commands, options, help. Loads nothing that a command may not need. */
import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { version } from '../generated/version.ts';
import { isCommand } from './command-names.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { LINT_OPTIONS, type LintFlags } from './options.ts';
import { complain } from './terminal.ts';

const EXAMPLES = `
Examples:
  taglint                                    everything below the current folder
  taglint templates GTM-ABC123.json          a folder and a container export
  taglint --sector pharmacy 'theme/**/*.liquid'
  taglint --rule hygiene/duplicate-pixel=off --fail-on warning .
  taglint --format json -o taglint.json .
  git show :page.html | taglint --stdin-filename page.html
  taglint --staged
  taglint init
  taglint baseline && git add .taglint-baseline.json
  taglint explain consent/fires-before-consent
  taglint explain page.html:12:9
  taglint matrix --explain GTM-ABC123.json
  taglint report GTM-ABC123.json -o report.html

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
    const program = build(done);
    // The other commands are of no use to a run over some files, which is what most runs are.
    if (args.some((arg) => isCommand(arg) || arg === '-h' || arg === '--help'))
      (await import('./commands.ts')).addCommands(program, done);
    await program.parseAsync(withoutOpenFix(args), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.unknownOption') hintAtFile(args);
    return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  }
  return code;
}

/** `--fix page.html` is no kind of repair: its value stands behind a `=`, and what follows is a path. */
function withoutOpenFix(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.map((arg, index) => (/^--fix(?:-dry-run)?$/.test(arg) && (end < 0 || index < end) ? `${arg}=safe` : arg));
}

/** A file may be called like an option. */
function hintAtFile(args: readonly string[]): void {
  const file = args.find((arg) => arg.startsWith('-') && arg.length > 2 && existsSync(arg));
  if (file !== undefined) complain(`there is a file ${file}: names go behind --, as in \`taglint -- ${file}\``);
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
  return program;
}

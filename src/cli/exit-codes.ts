/** Exit codes of the command. */
export const EXIT = {
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** The run itself failed: bad options or configuration, unreadable input, an error inside taglint. */
  failed: 2,
  /** Nothing to look at: a mistyped path must not pass a pipeline. */
  nothing: 3,
  /** Stopped by whoever was asked, as shells tell it of Ctrl-C. */
  stopped: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

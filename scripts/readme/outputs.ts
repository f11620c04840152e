/** The output blocks of a Markdown text. */

/** `<!-- output: taglint ARGS -->` or `<!-- output, first N lines: taglint ARGS -->`, up to `<!-- /output -->`. */
const BLOCK = /^<!-- output(?:, first (\d+) lines)?: taglint ([^\n]*?) -->\n[\s\S]*?^<!-- \/output -->$/gm;

/** The commands whose output stands in the text. */
export function outputCommands(text: string): string[][] {
  return [...text.matchAll(BLOCK)].map(([, , args = '']) => args.split(' '));
}

/** The text with every block filled with what its command prints now; the arguments are separated by single spaces. */
export function refreshOutputs(text: string, run: (args: readonly string[]) => string): string {
  return text.replace(BLOCK, (_, most: string | undefined, args: string) => {
    const heading = most === undefined ? 'output' : `output, first ${most} lines`;
    const lines = run(args.split(' ')).trimEnd().split('\n');
    const shown = most === undefined || lines.length <= Number(most) ? lines : [...lines.slice(0, Number(most)), '  …'];
    return [
      `<!-- ${heading}: taglint ${args} -->`,
      '```console',
      `$ npx taglint ${args}`,
      ...shown,
      '```',
      '<!-- /output -->',
    ].join('\n');
  });
}

/** Changes of files as a unified diff. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { visible } from './terminal.ts';

/** As `git apply` takes it. @param before undefined for a file that is new */
export function diffOf(path: string, before: string | undefined, after: string): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  return createTwoFilesPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** Nothing of an input must move a terminal. */
export function forTerminal(diff: string, isColored: boolean): string {
  return diff
    .split('\n')
    .map((line) => {
      const text = line.split('\t').map(visible).join('\t');
      if (!isColored || !/^[-+@]/.test(line)) return text;
      const code = line.startsWith('+') ? 32 : line.startsWith('-') ? 31 : 36;
      return `\x1b[${code}m${text}\x1b[39m`;
    })
    .join('\n');
}

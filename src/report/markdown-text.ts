import { clean } from './terminal.ts';

/** Every character that Markdown gives a meaning inside a line. */
const MEANING = /[\\`*_{}[\]<>()|~&:!$]/g;

/**
 * Text of an input as text of Markdown: no markup, no HTML, no link, and no mention of people or issues, which platforms
 * look for in the finished page (a comment of HTML parts the sign from the name).
 */
export function markdownText(text: string): string {
  return clean(text)
    .replace(MEANING, '\\$&')
    .replace(/[@#](?=\w)/g, '$&<!-- -->')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}<!-- -->.`);
}

/** Text of an input as a code span. */
export function markdownCode(text: string): string {
  const shown = clean(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown === '' || /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * The same for an editor, which knows neither people nor issues; some show the text as it is written, so that what needs no backslash has
 * none.
 */
export function editorText(text: string): string {
  return clean(text).replace(/[\\`*[\]<>|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=\bwww)\./gu, '\\$&');
}

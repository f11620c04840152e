const LONGEST = 4000;
const NO_FUNCTIONS = new Set([
  'if',
  'unless',
  'and',
  'or',
  'not',
  'in',
  'is',
  'else',
  'isset',
  'empty',
  'array',
  'function',
  'fn',
  'return',
  'new',
  'await',
  'typeof',
]);

/** Quoted strings blanked at equal length, so that a separator inside one is not seen. */
export function withoutStrings(expression: string): string {
  return expression.replace(/"[^"\n]*"|'[^'\n]*'/g, (string) => ' '.repeat(string.length));
}

/** Names of the filters applied with `|`, in order: `a | json | escape: 'x'` gives `['json', 'escape']`. */
export function pipeNames(expression: string): string[] {
  if (!expression.includes('|')) return [];
  const names: string[] = [];
  for (const match of withoutStrings(expression.slice(0, LONGEST)).matchAll(/(\|?)\|\s*([A-Za-z_]\w*)?/g)) {
    if (match[1] === '' && match[2] !== undefined) names.push(match[2]);
  }
  return names;
}

/** Names of the functions and methods called with parentheses, in order of appearance. */
export function callNames(expression: string): string[] {
  if (!expression.includes('(')) return [];
  const names: string[] = [];
  for (const match of withoutStrings(expression.slice(0, LONGEST)).matchAll(/\b([A-Za-z_]\w*)\s*\(/g)) {
    if (match[1] !== undefined && !NO_FUNCTIONS.has(match[1])) names.push(match[1]);
  }
  return names;
}

/** The first quoted string in the text, or undefined. */
export function firstString(text: string): string | undefined {
  const match = /"([^"\n]*)"|'([^'\n]*)'/.exec(text);
  return match?.[1] ?? match?.[2];
}

/** A text trimmed at both ends, with the offset of what is left. */
export function trimmed(text: string, start: number, end: number): { text: string; start: number } {
  const slice = text.slice(start, end);
  const body = slice.trimStart();
  return { text: body.trimEnd(), start: start + slice.length - body.length };
}

/** A statement shortened to one line for people to read. */
export function headline(statement: string): string {
  return statement.slice(0, 200).replace(/\s+/g, ' ').trim();
}

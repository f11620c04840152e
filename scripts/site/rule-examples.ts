/** The fenced examples of the rule pages: what their languages and marks mean. */

/** A place that a page marks, or that a finding points at; offsets in the example's text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** File names by the language of a fence: the name tells the linter what to read and which template syntax to expect. */
export const NAMES: Readonly<Record<string, string>> = {
  html: 'page.html',
  liquid: 'theme.liquid',
  php: 'header.php',
  jinja: 'base.html.j2',
  django: 'base.html',
  twig: 'base.html.twig',
  erb: 'layout.html.erb',
  ejs: 'layout.ejs',
  hbs: 'layout.hbs',
  vue: 'App.vue',
  js: 'tracking.js',
  jsx: 'Tracking.jsx',
  ts: 'tracking.ts',
  tsx: 'Tracking.tsx',
  'json gtm': 'container.json',
  'js gtm': 'gtm.js',
  tpl: 'template.tpl',
  json: 'settings.json',
};

/** An example may leave out the envelope of the export. */
export function asContainer(body: string): string {
  return /^\s*\{\s*"(?:containerVersion|exportFormatVersion)"/.test(body)
    ? body
    : `{"exportFormatVersion": 2, "containerVersion": ${body}}`;
}

export function withoutMarks(marked: string): { text: string; ranges: Range[] } {
  let text = '';
  const ranges: Range[] = [];
  const open: number[] = [];
  for (const char of marked) {
    if (char === '‹') open.push(text.length);
    else if (char === '›') {
      const start = open.pop();
      if (start === undefined) throw new Error(`a mark is closed that was not opened: ${marked}`);
      ranges.push({ start, end: text.length });
    } else text += char;
  }
  if (open.length > 0) throw new Error(`a mark is not closed: ${marked}`);
  return { text, ranges: ranges.sort((a, b) => a.start - b.start) };
}

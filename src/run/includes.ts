/** Which templates pull in which, told by names alone: cheap, and it may say "yes" too often, rarely too seldom. */

/** The names that a template refers to. */
export interface TemplateNames {
  /** What stands in it. */
  readonly includes: ReadonlySet<string>;
  /** What stands around it. */
  readonly layouts: ReadonlySet<string>;
}

const INCLUDE_WORDS =
  'include\\w{0,14}|require(?:_once)?|render\\w{0,10}|partial\\w{0,8}|sections?|component|each|insert|replace|parse|embed|import|from|use|template|get_template_part|get_\\w{4,8}|each|view|element|file|page|name';
const LAYOUT_WORDS = 'extends?|layout\\w{0,6}|inherits|decorate\\w{0,2}|define';

/** A word that pulls something in and the name behind it, quoted or bare; `{{> x}}`, `{{#> x}}`, `<x-a.b`. Linear: all is bounded. */
const REFERENCE = new RegExp(
  `(?:\\b(?:(${LAYOUT_WORDS})|(?:${INCLUDE_WORDS}))\\b[^"'\\n;{}<>%]{0,60}["']\\s{0,2}([\\w@~./:\\\\ -]{1,200})["']` +
    `|\\{%[-+~]?\\s{0,9}(?:include\\w{0,14}|render|section|layout)\\s{1,9}([\\w./-]{1,120})` +
    `|^layout\\s{0,4}:\\s{0,4}["']?([\\w./-]{1,120})` +
    `|\\{\\{~?#?[>]\\s{0,4}["']?([\\w./@-]{1,120})` +
    `|\\{\\{!<\\s{0,4}([\\w./-]{1,120})` +
    `|<x-([\\w.:-]{1,120})` +
    `|\\bget_(header|footer|sidebar)\\s{0,4}\\(\\s{0,4}\\)` +
    `|~\\{\\s{0,4}([\\w./-]{1,120}))`,
  'gim',
);
const MAY_REFER = /\{%|\{\{|<\?|<%|<#|\[#|@\w|^---|<jsp|<c:|<x-|th:|\{include|\{extends|#parse|#include/;

export const NO_NAMES: TemplateNames = { includes: new Set(), layouts: new Set() };

/** The names in a text. */
export function templateNames(text: string): TemplateNames {
  if (!MAY_REFER.test(text)) return NO_NAMES;
  const includes = new Set<string>();
  const layouts = new Set<string>();
  for (const match of text.matchAll(REFERENCE)) {
    const [, word, quoted, bare, front, partial, comment, component, part, fragment] = match;
    const layout = word !== undefined || front !== undefined || comment !== undefined;
    const name = quoted ?? bare ?? front ?? partial ?? comment ?? component ?? part ?? fragment ?? '';
    const stem = stemOf(name);
    const list = layout ? layouts : includes;
    if (stem !== '') list.add(stem);
    // partials.pixel
    const dotted = /^[\w:-]+(?:\.[\w-]+)*\.([\w-]+)$/.exec(name)?.[1];
    if (dotted !== undefined && !/^(?:html?|php|liquid|twig|ejs|erb|hbs|njk|js)$/.test(dotted))
      list.add(stemOf(dotted));
    // A template part may be named by two words, and what is called a layout may be included.
    if (part === undefined && /^get_/.test(match[0])) includes.add(stemOf(match[0].slice(4).split(/\W/, 1)[0] ?? ''));
  }
  return { includes, layouts };
}

/** The name by which templates refer to a file: its last part without underscore and extensions. */
function stemOf(name: string): string {
  const last = name.trim().replaceAll('\\', '/').replace(/\/+$/, '').split(/[/:]/).pop() ?? '';
  const plain = last.replace(/^_+/, '');
  const dot = plain.indexOf('.');
  return (dot > 0 ? plain.slice(0, dot) : plain).toLowerCase();
}

/** The names that can mean a file; a dotted name ends in its stem (`partials.pixel`), a part may carry a second word. */
export function namesOfTemplate(path: string): readonly string[] {
  const stem = stemOf(path);
  const dash = stem.indexOf('-');
  return dash > 0 ? [stem, stem.slice(0, dash)] : [stem];
}

/** Layouts that pages get without naming them: what is found in them is theirs whatever page is judged with them. Parts may stand below them. */
export function isLayout(path: string): boolean {
  return /(?:^|\/)_?layouts?\/(?:_default\/)?[^/]+$|(?:^|\/)_?layout\.[\w.]+$|(?:^|\/)(?:baseof|theme|base|master)\.[\w.]+$/i.test(
    path,
  );
}

const DEEPEST = 20;

/** How far down each template stands, from 0 to below 1: further than all that name it, as far as they do not go round in a circle. */
export function depths(templates: ReadonlyMap<string, TemplateNames>): ReadonlyMap<string, number> {
  const byName = new Map<string, string[]>();
  for (const path of templates.keys()) {
    for (const name of namesOfTemplate(path)) {
      const list = byName.get(name);
      if (list) list.push(path);
      else byName.set(name, [path]);
    }
  }
  const levels = new Map<string, number>();
  let wave = new Set(templates.keys());
  for (let level = 1; level < DEEPEST && wave.size > 0; level++) {
    const next = new Set<string>();
    for (const path of wave) {
      const own = templates.get(path);
      for (const name of [...(own?.includes ?? []), ...(own?.layouts ?? [])]) {
        for (const other of byName.get(name) ?? []) if (other !== path) next.add(other);
      }
    }
    for (const path of next) levels.set(path, level);
    wave = next;
  }
  return new Map([...levels].map(([path, level]) => [path, level / DEEPEST]));
}

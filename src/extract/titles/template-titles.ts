/**
 * What a template says of its page for its layout to print: a block or section for the title, a variable that holds it, what an include is
 * handed for it.
 */
import type { ContextFact } from '../../model/unit.ts';
import { locationOf } from '../../text/location.ts';
import type { Span } from '../../text/offset-map.ts';
import type { PageFile } from '../includes/join.ts';

const MAX_FACTS = 12;
const MAX_TEXT = 400;

const TITLE_NAME = '(?:(?:page|html|meta|head|site|seo|doc(?:ument)?)[_-]?)?title';
const TEXT = `(?:"([^"\\n<>{}]{2,200})"|'([^'\\n<>{}]{2,200})')`;
const IS_TITLE = new RegExp(`^${TITLE_NAME}$`, 'i');
const IS_HEADING = /^(?:page[_-]?)?(?:heading|headline|header[_-]?title)$/i;
const IS_DESCRIPTION = /^(?:(?:meta|seo)[_-]?)?description$/i;

/** `$page_title = 'x'`, `$this->title = 'x'`, `ViewData["Title"] = "x"`, `{% set title = 'x' %}`, `provide(:title, 'x')`, `@section('title', 'x')`. */
const ASSIGNED = new RegExp(
  `(?:\\$(?:\\w{1,20}->)?|\\bView(?:Data\\[["']|Bag\\.)|<%@\\s?Page\\b[^%>]{0,200}\\s|` +
    `\\b(?:set|assign|provide|content_for|section|param)\\b[\\s(:"'$]{1,8}(?:(?:var|name)=["'])?)` +
    `${TITLE_NAME}["'\\])]{0,3}\\s{0,4}(?:=|,|\\bvalue\\s?=)\\s{0,4}${TEXT}`,
  'gi',
);
/** `include('head', { title: 'x' })`, `@include('head', ['title' => 'x'])`, `{% render 'head', title: 'x' %}` */
const HANDED = new RegExp(`\\b${TITLE_NAME}["']?\\s{0,4}(?:=>|:|=)\\s{0,4}${TEXT}`, 'i');

export function templateTitles({ source, masking, structure }: PageFile): readonly ContextFact[] {
  const { scan, masked } = masking;
  if (!scan) return [];
  const found: ContextFact[] = [];
  const add = (about: ContextFact['about'], text: string, span: Span): void => {
    // A block may begin in one piece of code and end in the next.
    const words = text
      .replace(/^\s*[%?]>|<[%?]\s*$/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_TEXT);
    if (words !== '' && found.length < MAX_FACTS)
      found.push({ about, text: words, location: locationOf(source, span) });
  };
  for (const { name, start, end } of structure.fills) {
    const about = aboutOf(name);
    if (about)
      add(about, source.text.slice(start, Math.min(end, start + MAX_TEXT)).replace(/<[^<>]*>/g, ' '), { start, end });
  }
  for (const { start, end } of scan.includes) {
    const handed = HANDED.exec(source.text.slice(start, Math.min(end, start + MAX_TEXT)));
    if (handed) add('title', handed[1] ?? handed[2] ?? '', { start, end });
  }
  // Only in the code of the template: a script of the page may have such a name, too.
  for (const { index, 0: all, 1: double, 2: single = '' } of source.text.matchAll(ASSIGNED))
    if (masked.slice(index, index + all.length).trim() === '')
      add('title', double ?? single, { start: index, end: index + all.length });
  return found;
}

function aboutOf(name: string): ContextFact['about'] | undefined {
  if (IS_TITLE.test(name)) return 'title';
  if (IS_HEADING.test(name)) return 'heading';
  return IS_DESCRIPTION.test(name) ? 'description' : undefined;
}

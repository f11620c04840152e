/** Comments of every language that taglint reads, as far as they begin with a suppression. */
import type { Span } from '../../text/offset-map.ts';

/** The word that all suppressions begin with. */
export const MARK = 'taglint-disable';

/** A comment that begins with a suppression. */
export interface SuppressionComment {
  /** From the comment's beginning to after its end. */
  readonly span: Span;
  /** The suppression without what opens and closes the comment. */
  readonly text: string;
  /** Offset of the suppression's first character. */
  readonly start: number;
}

interface Syntax {
  /** What stands in front of the suppression, white space after it aside. */
  readonly opens: RegExp;
  /** Where the comment ends; the end of the line where there is none. */
  readonly closes?: RegExp;
}

/** The longer of two that end alike first. */
const SYNTAXES: readonly Syntax[] = [
  { opens: /<!--\/\*$/, closes: /\*\/-->/ },
  { opens: /\{\{[-~]?!--$/, closes: /--[-~]?\}\}/ },
  { opens: /\{\{--$/, closes: /--[-~]?\}\}/ },
  { opens: /<%--$/, closes: /--%>/ },
  { opens: /\[#--$/, closes: /--\]/ },
  { opens: /<(?:!|#)--$/, closes: /-->/ },
  { opens: /\/\*[\s*]*$/, closes: /\*\/(?:\s{0,9}[-_]?[?%]>)?/ },
  { opens: /\{\{[-~]?!$/, closes: /[-~]?\}\}/ },
  { opens: /\{%-?\s*comment\b[^%]{0,80}%\}$/, closes: /\{%/ },
  { opens: /\{%-?\s*#$/, closes: /-?%\}/ },
  { opens: /\{#-?$/, closes: /-?#\}/ },
  { opens: /<%[-=_]?\s*#$/, closes: /[-_]?%>/ },
  { opens: /@\*$/, closes: /\*@/ },
  { opens: /\{\*$/, closes: /\*\}/ },
  { opens: /#\*$/, closes: /\*#/ },
  { opens: /(?:^|[^:])\/\/$/ },
  { opens: /(?:^|\s)[-#]?#$/ },
];

/** So much in front of a suppression is looked at. */
const BEFORE = 200;
/** Longer comments are cut: a reason is a sentence or two. */
const LONGEST = 2000;
/** Of a file with more suppressions than this the others have no effect. */
const MOST = 2000;
/** What ends a comment to the end of the line before the line ends. */
const ENDS_LINE = /\r|\n|\?>|%>|<\/script/i;

/** The comments of a text that begin with a suppression, in their order. */
export function suppressionComments(text: string): SuppressionComment[] {
  const comments: SuppressionComment[] = [];
  for (let at = text.indexOf(MARK); at >= 0 && comments.length < MOST; ) {
    const comment = commentAt(text, at);
    if (comment) comments.push(comment);
    at = text.indexOf(MARK, Math.max(at + MARK.length, comment?.span.end ?? 0));
  }
  return comments;
}

function commentAt(text: string, start: number): SuppressionComment | undefined {
  const from = Math.max(0, start - BEFORE);
  const before = text.slice(from, start).trimEnd();
  for (const { opens, closes } of SYNTAXES) {
    const found = opens.exec(before);
    if (!found) continue;
    // To the end of the line: nothing but a blank may stand between.
    if (closes === undefined && /[\r\n]/.test(text.slice(from + before.length, start))) continue;
    const rest = text.slice(start, start + LONGEST);
    const end = (closes ?? ENDS_LINE).exec(rest);
    const length = end?.index ?? rest.length;
    return {
      span: { start: from + found.index, end: start + length + (closes && end ? end[0].length : 0) },
      text: rest.slice(0, length),
      start,
    };
  }
  return undefined;
}

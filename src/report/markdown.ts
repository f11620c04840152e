import type { Finding, LintResult } from '../model/finding.ts';
import { byFile, causesOf, type FindingCause, otherPlaces } from './causes.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { maskResult } from './masked-result.ts';
import type { ReportOptions } from './options.ts';
import { placeWithin } from './place.ts';
import { counted, lookedAt, plural } from './summary.ts';

/** What a comment on GitHub may hold is 65,536 characters; what is left out is counted. */
const LONGEST = 60_000;
/** Places of one cause that are listed. */
const MOST_PLACES = 50;

/** A review comment: findings by file, those of one cause folded into one. Ends with a line end. */
export function markdown(result: LintResult, { showValues }: Pick<ReportOptions, 'showValues'>): string {
  const shown = showValues ? result : maskResult(result);
  const files = byFile(shown.findings);
  const headline = files.size === 0 ? 'no findings' : `${counted(shown.findings)} in ${plural(files.size, 'file')}`;
  const parts = [`### taglint: ${headline}`];
  const footer = [
    markdownText(lookedAt(shown).join(' ')),
    ...(files.size > 0
      ? ['Engineering findings, not legal advice; `taglint explain RULE` tells what each rests on.']
      : []),
  ].join(' ');
  let length = footer.length;
  const left: Finding[] = [];
  for (const [file, findings] of files) {
    const heading = `#### ${markdownCode(file)}`;
    let isOpen = false;
    for (const cause of causesOf(findings)) {
      const part = causePart(cause);
      const more = part.length + (isOpen ? 0 : heading.length);
      if (length + more > LONGEST) {
        left.push(cause.first, ...cause.others);
        continue;
      }
      if (!isOpen) parts.push(heading);
      isOpen = true;
      parts.push(part);
      length += more;
    }
  }
  if (left.length > 0) parts.push(`… and ${counted(left)} more`);
  parts.push(footer);
  return `${parts.join('\n\n')}\n`;
}

function causePart(cause: FindingCause): string {
  const { first } = cause;
  const others = otherPlaces(cause);
  const { line, column, severity, certainty, rule, message, excerpt, remedy, trail, law } = first;
  const doubt = certainty === 'certain' ? '' : ` (${certainty})`;
  const within = placeWithin(first);
  const place = `${line}:${column}${within === '' ? '' : `, in ${markdownText(within)}`}`;
  // Text of an input never begins a line: there it could begin a list or a heading.
  const lines = [
    `- **${severity}**${doubt} ${markdownCode(rule)} at ${place}<br>${markdownText(message)}<br>${markdownCode(excerpt)}`,
  ];
  if (remedy !== undefined) lines.push('', `  **Fix:** ${markdownText(remedy)}`);
  const evidence = trail.map((step) => {
    const file = step.file === first.file ? '' : `${markdownCode(step.file)} `;
    return `  - ${file}${step.line}:${step.column} ${markdownText(step.message)}`;
  });
  if (law.length > 0) evidence.push(`  - law: ${markdownText(law.join(', '))}`);
  lines.push(...folded('Evidence', evidence));
  if (others.length === 0) return lines.join('\n');
  const places = others.slice(0, MOST_PLACES).map((other) => {
    const by = other.rule === rule ? '' : ` ${markdownCode(other.rule)}`;
    return `  - ${other.line}:${other.column} ${other.severity}${by} ${markdownCode(other.entity ?? other.excerpt)}`;
  });
  if (others.length > MOST_PLACES) places.push(`  - … and ${others.length - MOST_PLACES} more`);
  if (first.causeTitle !== undefined) lines.push('', `  **Same cause:** ${markdownText(first.causeTitle)}`);
  lines.push(...folded(`${plural(others.length, 'more place')} of the same cause`, places));
  return lines.join('\n');
}

/** A list that opens on a click. The blank lines let the items be Markdown; the title is HTML. */
function folded(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return ['', '  <details>', '', `  <summary>${title}</summary>`, '', ...items, '', '  </details>'];
}

/** Lets a platform that blocks tags by itself be the first that the browser reads. */
import { before, lineEndBefore, lineRemoved, replaced, textAt } from './code-repairs.ts';
import type { Location, Repair } from './finding.ts';
import { attributeRemoved, attributesIn, elementEnd, startTagOf } from './markup-repairs.ts';
import { say } from './phrase.ts';
import type { Activity, CmpLoader } from './unit.ts';

/** Attributes with which the browser does not wait for a script. */
const LATE: ReadonlySet<string> = new Set(['async', 'defer']);

/** What decides in templates whether that is there which stands behind it; what merely prints does not. */
const DECIDES =
  /\{%-?\s*(?!comment|render|include|assign|set)|<\?(?!=|php\s+echo\b)|<%(?!=|#)|\{\{[#/^]|@(?:if|else|end|for|unless|section|switch)/;

/**
 * The loader in front of the first of the tags that it misses, and without what lets the browser go on. Undefined where no markup of this
 * file loads it, the tags stand elsewhere, or a condition may decide on either.
 */
export function loaderFirst(
  { location, how }: CmpLoader,
  missed: readonly Activity[],
  name: string,
): Repair | undefined {
  const tag = startTagOf(location);
  if (how === 'injected' || !tag || tag.source !== location.source || tag.source.nesting) return undefined;
  const attributes = attributesIn(tag);
  const type = attributes.find((attribute) => attribute.name === 'type')?.valueAt;
  // A module is code of another kind, not merely a late one.
  if (!/^<script\b/i.test(textAt(tag)) || (type && /module/i.test(textAt(type)))) return undefined;
  const places = missed
    .filter(({ carrier, reached }) => reached && carrier !== 'noscript')
    .map(({ location: place }) => startTagOf(place));
  if (places.some((place) => place?.source !== tag.source)) return undefined;
  const [first] = places.flatMap((place) => place ?? []).toSorted((a, b) => a.start - b.start);
  const late = attributes.filter((attribute) => LATE.has(attribute.name)).map(attributeRemoved);
  const message = say`Load ${name} in front of the tags, and let the browser wait for it.`;
  if (!first || first.start > tag.start)
    return late.length > 0 ? { message, edits: late.map((attribute) => replaced(attribute, '')) } : undefined;
  const end = elementEnd(tag, 'script');
  if (!end) return undefined;
  const { source } = tag;
  const element = { source, start: tag.start, end: end.end };
  if (DECIDES.test(source.text.slice(first.start, element.end))) return undefined;
  const written = late.reduceRight(
    (text, attribute) => text.slice(0, attribute.start - tag.start) + text.slice(attribute.end - tag.start),
    textAt(element),
  );
  return { message, edits: [before(first, `${written}${gapBefore(first)}`), lineRemoved(element)] };
}

/** What stands between two elements that follow each other here. */
function gapBefore({ source: { text }, start }: Location): string {
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(indent) ? `${lineEndBefore(text, start)}${indent}` : '';
}

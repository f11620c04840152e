/**
 * Conditions of template and component languages that are not read. Where one speaks of consent, what stands in it can be
 * held back: whether it runs is not known.
 */
import { ALWAYS, condition, type Guard } from '../model/guard.ts';
import type { HtmlElement } from '../parse/html.ts';
import { locationOf } from '../text/location.ts';
import type { Source } from '../text/source.ts';
import { topicOf } from './machine/names.ts';

interface Kind {
  readonly opens: RegExp;
  /** What opens (first group) or closes (second group) a block of the kind. */
  readonly steps: RegExp | undefined;
}

const KINDS: readonly Kind[] = [
  { opens: /\{[#@]if\s([^}]{1,200})\}/g, steps: /(\{#if\s)|(\{\/if\})/g },
  { opens: /\{if\s([^}]{1,200})\}/g, steps: /(\{if\s)|(\{\/if\})/g },
  { opens: /\{\{-?\s?if\s([^}]{1,200})\}\}/g, steps: /(\{\{-?\s?(?:if|with|range)\s)|(\{\{-?\s?end\s?-?\}\})/g },
  { opens: /@(?:else)?if\s{0,3}\(([^\n]{1,200})/g, steps: /(@if\s{0,3}\()|(@endif)/g },
  { opens: /@if\s{0,3}\(([^\n{]{1,200})\{/g, steps: undefined },
  { opens: /\{([^{}<>\n]{1,200}?)(?:&&|\?)\s{0,10}\(?\s{0,40}</g, steps: undefined },
];

const ATTRIBUTES = ['v-if', 'v-else-if', 'x-if', '*ngif', 'ng-if', 'data-ng-if', 'th:if'];
const MAX_BLOCKS = 100;
const MAX_BLOCK = 50_000;

interface Block {
  readonly start: number;
  readonly end: number;
  readonly guard: Guard;
}

/** The condition that blocks of a language that is not read put in front of an offset or element. */
export class UnreadConditions {
  readonly #source: Source;
  readonly #blocks: readonly Block[];

  constructor(source: Source, text: string) {
    this.#source = source;
    this.#blocks = blocksIn(source, text);
  }

  guardOf(element: HtmlElement): Guard {
    for (let at: HtmlElement | undefined = element, depth = 0; at && depth < 60; at = at.parent, depth++) {
      for (const name of ATTRIBUTES) {
        const value = at.attributes.get(name);
        if (value !== undefined && speaksOfConsent(value)) return this.#unresolved(value, at.start, at.tagEnd);
      }
    }
    return this.#blocks.find((block) => block.start < element.start && element.start < block.end)?.guard ?? ALWAYS;
  }

  #unresolved(text: string, start: number, end: number): Guard {
    return condition('unresolved', text.trim(), locationOf(this.#source, { start, end }));
  }
}

function speaksOfConsent(text: string, whole = ''): boolean {
  if (topicOf(text.trim()) !== 'free' || /cookie/i.test(text)) return true;
  // A name that the file itself defines: `const ok = Astro.cookies.get('consent')`.
  const name = /^\s*!?([A-Za-z_$][\w$]{0,40})\s*$/.exec(text)?.[1];
  if (name === undefined || whole === '') return false;
  const definition = new RegExp(
    `(?:const|let|var)\\s{1,5}${name.replaceAll('$', '\\$')}\\s{0,5}=([^\\n;]{1,200})`,
  ).exec(whole)?.[1];
  return definition !== undefined && speaksOfConsent(definition);
}

/** @param text the source's text with the syntax that was read masked */
function blocksIn(source: Source, text: string): readonly Block[] {
  const blocks: Block[] = [];
  if (!text.includes('{') && !text.includes('@')) return blocks;
  for (const { opens, steps } of KINDS) {
    for (const match of text.matchAll(opens)) {
      if (blocks.length >= MAX_BLOCKS) return blocks;
      const asked = match[1] ?? '';
      if (!speaksOfConsent(asked, text)) continue;
      const start = match.index;
      const inside = start + match[0].length;
      const end = steps ? endOf(text, inside, steps) : closingBrace(text, inside);
      if (end === undefined) continue;
      blocks.push({
        start,
        end,
        guard: condition('unresolved', asked.trim(), locationOf(source, { start, end: inside })),
      });
    }
  }
  return blocks;
}

function endOf(text: string, from: number, steps: RegExp): number | undefined {
  let open = 1;
  for (const match of text.slice(from, from + MAX_BLOCK).matchAll(steps)) {
    open += match[1] === undefined ? -1 : 1;
    if (open === 0) return from + match.index;
  }
  return undefined;
}

function closingBrace(text: string, from: number): number {
  let open = 1;
  const last = Math.min(text.length, from + MAX_BLOCK);
  for (let at = from; at < last; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x7b) open++;
    else if (sign === 0x7d && --open === 0) return at;
  }
  return last;
}

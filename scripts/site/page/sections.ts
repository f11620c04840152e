/** What can be searched for: the pages, section by section. */
import MiniSearch from 'minisearch';

export interface Section {
  /** Of the page. */
  readonly title: string;
  /** Of the section; empty for what stands before the first. */
  readonly heading: string;
  /** From the root of the site, with its anchor. */
  readonly address: string;
  readonly text: string;
}

export interface Hit {
  readonly section: Section;
  /** What stands around the first of the words. */
  readonly excerpt: string;
}

const MOST_HITS = 12;
/** No page of these has so many sections that answer better than all others. */
const MOST_OF_PAGE = 3;
const EXCERPT = 140;

/** Finds sections by words, their beginnings and near misses; all words must be there. */
export function searcher(sections: readonly Section[]): (query: string) => readonly Hit[] {
  const index = new MiniSearch<Section & { readonly id: number }>({
    fields: ['title', 'heading', 'text'],
    // Names of rules, keys and calls are found whole and by their parts.
    tokenize: (text) => text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== ''),
    searchOptions: {
      boost: { title: 4, heading: 2 },
      combineWith: 'AND',
      prefix: (word) => word.length > 1,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return (query) => {
    const found = new Map<string, number>();
    return index
      .search(query)
      .flatMap(({ id, terms }): Hit[] => {
        const section = typeof id === 'number' ? sections[id] : undefined;
        if (!section) return [];
        const of = found.get(section.title) ?? 0;
        found.set(section.title, of + 1);
        return of < MOST_OF_PAGE ? [{ section, excerpt: excerptOf(section.text, terms) }] : [];
      })
      .slice(0, MOST_HITS);
  };
}

function excerptOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const start = at < EXCERPT / 2 ? 0 : text.indexOf(' ', at - EXCERPT / 2) + 1;
  const end = text.length <= start + EXCERPT ? text.length : text.lastIndexOf(' ', start + EXCERPT);
  const shown = text.slice(start, end <= start ? start + EXCERPT : end);
  return `${start > 0 ? '… ' : ''}${shown}${end < text.length ? ' …' : ''}`;
}

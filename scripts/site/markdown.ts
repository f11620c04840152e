/** Markdown to HTML: anchors as GitHub gives them, links to where things are in the site, marks in code. */
import MarkdownIt from 'markdown-it';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

export interface Rendered {
  readonly html: string;
  /** Anchors that links may lead to. */
  readonly anchors: readonly string[];
  /** Every address of a link or an image, as it stands in the page. */
  readonly links: readonly string[];
}

/**
 * @param link gives the address in the site for one in the text
 * @param tryIt gives the address at which an example can be tried, from the info of its fence and its text
 */
export function renderMarkdown(
  text: string,
  link: (address: string) => string,
  tryIt: (info: string, body: string) => string | undefined = () => undefined,
): Rendered {
  const anchors: string[] = [];
  const links: string[] = [];
  // The texts are the project's own; comments in them mark what is generated.
  const markdown = new MarkdownIt({ html: true, linkify: false });
  markdown.core.ruler.push('anchors', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'heading_open') continue;
      const anchor = unused(anchorOf(tokens[index + 1]?.content ?? ''), anchors);
      anchors.push(anchor);
      token.attrSet('id', anchor);
    }
  });
  markdown.core.ruler.push('links', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
      const address = name === undefined ? null : token.attrGet(name);
      if (name === undefined || typeof address !== 'string') continue;
      links.push(address);
      token.attrSet(name, link(address));
    }
  });
  const fence = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const shown = marked(fence?.(tokens, index, ...rest) ?? '');
    const { info = '', content = '' } = tokens[index] ?? {};
    const address = EXAMPLES.has(sectionOf(tokens, index)) ? tryIt(info.trim(), content.replace(/\n$/, '')) : undefined;
    return address === undefined ? shown : `${shown}<p class="try"><a href="${address}">Try it</a></p>\n`;
  };
  markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
  markdown.renderer.rules.table_close = () => '</table></div>\n';
  const html = markdown
    .render(text.replace(/^<!--[\s\S]*?-->\n/gm, ''))
    // A corner of a table heads nothing.
    .replace(/<th><\/th>/g, '<td></td>')
    // What is wider than the page is moved by keyboard, too.
    .replaceAll('<pre>', '<pre tabindex="0">');
  return { html, anchors, links };
}

/** Sections of rule pages whose fences are examples. */
const EXAMPLES = new Set(['Incorrect', 'Correct']);

/** The title of the section that a token stands in. */
function sectionOf(tokens: readonly Token[], index: number): string {
  for (let at = index; at >= 0; at -= 1) {
    const { type, tag } = tokens[at] ?? {};
    if (type === 'heading_open' && tag === 'h2') return tokens[at + 1]?.content ?? '';
  }
  return '';
}

/** What a rule reports stands between marks, which do not overlap. */
function marked(html: string): string {
  return html.replace(/‹([^‹›]*)›/g, '<mark>‹$1›</mark>');
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function unused(anchor: string, known: readonly string[]): string {
  if (!known.includes(anchor)) return anchor;
  for (let number = 1; ; number += 1) if (!known.includes(`${anchor}-${number}`)) return `${anchor}-${number}`;
}

/** What every section of the page is made with. */
import type { ReportData, ReportRule } from './data.ts';
import type { Words } from './languages/texts.ts';
import { type Content, html, type Markup } from './markup.ts';

export interface Scene {
  readonly data: ReportData;
  readonly words: Words;
  /** A text of an input as it may be shown: masked, unless values are to be shown. */
  readonly shown: (text: string) => string;
}

/** What is worded in English alone, such as the titles of laws, marked as such where the page speaks another language. */
export function english({ words }: Scene, content: Content): Markup {
  return words.code === 'en' ? html`${content}` : html`<span lang="en">${content}</span>`;
}

/** The title of a rule in the language of the page; one that a configuration declares is called as it says. */
export function ruleTitle({ words }: Scene, { id, title }: Pick<ReportRule, 'id' | 'title'>): string {
  return words.rule(id)?.title ?? title;
}

/** A name of an input, which must not turn the direction of the text around it. */
export function name(scene: Scene, text: string): Markup {
  return html`<bdi>${scene.shown(text)}</bdi>`;
}

/** A section of the page with its heading. */
export function section(id: string, title: string, ...content: readonly Content[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`;
}

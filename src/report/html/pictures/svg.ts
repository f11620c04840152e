/** Pieces of the pictures: boxes with text that fits, paths, whole pictures with their titles. */
import { type Content, html, type Markup, short, trusted } from '../markup.ts';

/** Mean width of a character at the size of the pictures' text; they are laid out where no font can be measured. */
const CHARACTER = 7.2;
const BOLD_CHARACTER = 8;
const PADDING = 10;
const LONGEST_LABEL = 34;

export const BOX_HEIGHT = 26;

export function labelOf(text: string): string {
  return short(text, LONGEST_LABEL);
}

export function boxWidth({ text, kind }: Pick<Box, 'text' | 'kind'>): number {
  const character = kind === 'vendor' ? BOLD_CHARACTER : CHARACTER;
  return Math.round(Math.min(LONGEST_LABEL, [...text].length) * character + 2 * PADDING);
}

export interface Box {
  readonly text: string;
  /** Said when the pointer rests on it, and read out. */
  readonly title: string;
  readonly kind: 'trigger' | 'tag' | 'vendor';
  /** It is there and does nothing. */
  readonly dashed?: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A box around its middle. */
export function boxMarkup({ text, title, kind, dashed, x, y, width }: Box): Markup {
  const left = round(x - width / 2);
  const top = round(y - BOX_HEIGHT / 2);
  return html`<g class="box ${kind}${dashed && ' paused'}"><title>${title}</title><rect x="${left}" y="${top}" width="${width}" height="${BOX_HEIGHT}" rx="${
    kind === 'trigger' ? BOX_HEIGHT / 2 : 3
  }"/><text x="${round(left + PADDING)}" y="${round(y + 4.5)}">${labelOf(text)}</text></g>`;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through the points, bent where it turns. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  let before = first;
  for (const point of rest) {
    const middle = round((before.x + point.x) / 2);
    path += `C${middle} ${round(before.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    before = point;
  }
  return path;
}

/** A picture of its natural size, which scrolls where it does not fit. */
export function picture(id: string, title: string, width: number, height: number, content: Content): Markup {
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"`;
  return html`<div class="wide picture" tabindex="0" role="region" aria-label="${title}"><svg xmlns="http://www.w3.org/2000/svg" ${trusted(
    size,
  )} role="img" aria-labelledby="${id}-title"><title id="${id}-title">${title}</title>${content}</svg></div>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

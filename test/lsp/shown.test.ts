import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { ruleDocs } from '../../src/generated/rule-docs.ts';
import { whyOf } from '../../src/lsp/shown.ts';
import { editorText } from '../../src/report/markdown-text.ts';

describe('text of an input in a hover', () => {
  const rendered = (text: string): string =>
    new MarkdownIt({ html: true, linkify: true }).renderInline(editorText(text));

  it.each([
    ["fbq('init', …): likely (2 of 3)!", "fbq('init', …): likely (2 of 3)!"],
    ['ad_storage', 'ad_storage'],
    ['$1 {a}', '$1 {a}'],
  ])('%j has no backslash', (text, shown) => {
    expect(editorText(text)).toBe(shown);
  });

  it.each([
    ['**a** _b_ __c__ `d` ~~e~~ | f'],
    ['<img src=x onerror=a()> <!-- b --> &lt; &amp;'],
    ['[a](https://example.com) ![a](b) [a]: b'],
    ['https://example.com and www.example.com'],
    ['\\*a\\* \\\\'],
    ['a_b_c _d'],
  ])('%j is nothing but text', (text) => {
    const html = rendered(text);
    expect(html).not.toMatch(/<\w/);
    const decoded = html
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    expect(decoded).toBe(text);
  });
});

describe('why a rule matters', () => {
  it.each(Object.keys(ruleDocs))('%s', (id) => {
    const why = whyOf(ruleDocs[id] ?? '');
    expect(why).not.toBe('');
    // What leads to a list has it.
    expect(why).not.toMatch(/:$/);
    expect(why.length).toBeLessThan(1500);
  });
});

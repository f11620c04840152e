import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/parse/html.ts';

function contents(text: string): string[] {
  return parseHtml(text).elements.map(({ content }) => text.slice(content.start, content.end));
}

describe('the text of a script', () => {
  it.each([
    ['<script>a();</script>', 'a();'],
    ['<script><![CDATA[a();]]></script>', 'a();'],
    ['<script>\n  <![CDATA[\na();\n]]>\n</script>', '\na();\n'],
    ['<script><![CDATA[a();</script>', 'a();'],
    ['<script>//<![CDATA[\na();\n//]]></script>', '//<![CDATA[\na();\n//]]>'],
    ['<script>/* <![CDATA[ */ a(); /* ]]> */</script>', '/* <![CDATA[ */ a(); /* ]]> */'],
    ['<script>a(b[c[0]]>1);</script>', 'a(b[c[0]]>1);'],
    ['<script><![CDATA[]]></script>', ''],
  ])('%j', (text, content) => {
    expect(contents(text)).toEqual([content]);
  });

  it('finds by an id what a search through the page finds', () => {
    const page = parseHtml('<p id="a">one</p><p id="b">two</p><p id="a">three</p><p ID="C">four</p>');
    for (const id of ['a', 'b', 'c', 'C', 'none']) {
      expect(page.find(`#${id}`)).toEqual(page.find(`[id="${id}"]`));
      expect(page.describe(`#${id}`)).toBe(page.describe(`[id="${id}"]`));
    }
    expect(page.find('#a')).toHaveLength(2);
    expect(page.describe('#a')).toContain('one');
  });

  it('is read behind any number of other elements, at the top or below one', () => {
    const many = '<p><b>a</b></p>'.repeat(40_000);
    for (const [head, tail] of [
      ['', ''],
      ['<html><body>', '</body></html>'],
    ]) {
      const text = `${head}${many}<div><script>a();</script><a id="x" onclick="b()">c</a><i>d</i></div>${tail}`;
      const page = parseHtml(text);
      const scripts = page.elements.filter(({ name }) => name === 'script');
      expect(scripts.map(({ content }) => text.slice(content.start, content.end))).toEqual(['a();']);
      expect(page.elements.at(-1)?.attributes.get('onclick')).toBe('b()');
      expect(page.find('#x')).toHaveLength(1);
      expect(page.find('div a[id]')).toHaveLength(1);
      expect(page.beside('#x')).toEqual(['c x']);
    }
  });
});

describe('references to characters', () => {
  const page = parseHtml(
    '<p><img src="https://a.example/tr?id=1&amp;ev=K&ouml;p&copy=2" alt="&lpar;&nbsp;&nosuchname;">' +
      '<button id="b" class="k&#246;p" title="Godk&auml;nn">Godk&auml;nn&nbsp;alla &#x2713;</button></p>',
  );

  it('are decoded in values, by the names of pages, and what is no name stays', () => {
    const [, img, button] = page.elements;
    expect(img?.attributes.get('src')).toBe('https://a.example/tr?id=1&ev=Köp&copy=2');
    expect(img?.attributes.get('alt')).toBe('(\u00a0&nosuchname;');
    expect(button?.attributes.get('class')).toBe('köp');
  });

  it('are decoded in what describes an element, and the button is found', () => {
    expect(page.describe('#b')).toContain('Godkänn\u00a0alla ✓');
    expect(page.beside('img')).toEqual([expect.stringContaining('Godkänn\u00a0alla ✓ b köp')]);
    expect(page.find('button[id=b]')).toHaveLength(1);
  });
});

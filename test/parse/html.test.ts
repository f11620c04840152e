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
});

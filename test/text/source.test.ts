import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityMap } from '../../src/text/entities.ts';
import { JsonPositions } from '../../src/text/json-positions.ts';
import { jsonStringMap } from '../../src/text/json-string.ts';
import { locationOf, resolveLocation } from '../../src/text/location.ts';
import { OffsetMap } from '../../src/text/offset-map.ts';
import { Source } from '../../src/text/source.ts';

function asciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('😀', '&#x1F600;').replaceAll("'", '&#39;');
}

/** A file: JSON, in it HTML, in it an attribute that holds a script. */
function nested(script: string, options: { crlf: boolean; bom: boolean; ascii: boolean }) {
  const eol = options.crlf ? '\r\n' : '\n';
  const html = `<!-- å "q" -->${eol}<a title='t😀'${eol} onclick="${escapeAttribute(script)}">x</a>${eol}`;
  const token = options.ascii ? asciiJson(html) : JSON.stringify(html);
  const json = `${options.bom ? '\ufeff' : ''}{${eol}  "tag": [{"name": "Köp 😀", "html": ${token}}]${eol}}`;
  const file = new Source('c.json', json);
  const span = new JsonPositions(json).value(['tag', 0, 'html']);
  const decoded = jsonStringMap(json, span?.start ?? -1);
  if (!decoded) throw new Error('no token');
  const htmlSource = file.nest(decoded.value, decoded.map, 'html');
  const start = html.indexOf('onclick="') + 9;
  const raw = html.slice(start, html.indexOf('">x</a>'));
  const attribute = entityMap(raw, start);
  return { file, html: htmlSource, script: htmlSource.nest(attribute.value, attribute.map, 'onclick') };
}

/** Decodes a raw range of the file through both layers. */
function decode(raw: string): string {
  const html: unknown = JSON.parse(`"${raw}"`);
  return entityMap(String(html)).value;
}

const scriptText = fc
  .array(fc.constantFrom('fbq(', "'", '"', '&', '&amp;', '\\n', '\n', '\r\n', '\t', '😀', 'å', ')', ';', 'a', '<'))
  .map((parts) => parts.join(''));

describe('nested sources', () => {
  it('every range, decoded, is the inner text, and leads back', () => {
    const options = fc.record({ crlf: fc.boolean(), bom: fc.boolean(), ascii: fc.boolean() });
    fc.assert(
      fc.property(scriptText, options, fc.nat(40), fc.nat(40), (text, layout, a, b) => {
        const { file, script } = nested(text, layout);
        expect(script.text).toBe(text);
        let start = Math.min(a, b, text.length);
        let end = Math.min(Math.max(a, b), text.length);
        // Half a character cannot stand alone: both halves are written with one reference.
        if (/[\udc00-\udfff]/.test(text.charAt(start))) start -= 1;
        if (/[\udc00-\udfff]/.test(text.charAt(end))) end += 1;
        const span = script.toRoot(start, end);
        expect(decode(file.slice(span))).toBe(text.slice(start, end));
        if (start === text.length) return;
        expect(script.fromRoot(span.start)).toBe(start);
      }),
      { numRuns: 300 },
    );
  });

  it('widens a range to whole references', () => {
    const { file, script } = nested('a😀b', { crlf: false, bom: false, ascii: true });
    expect(file.slice(script.toRoot(2, 3))).toBe('&#x1F600;');
    expect(file.slice(script.toRoot(1, 4))).toBe('&#x1F600;b');
  });

  it('gives file position and one step for every nested text', () => {
    const { script } = nested("go();\nfbq('track')", { crlf: true, bom: true, ascii: false });
    const at = resolveLocation(locationOf(script, { start: 6, end: 18 }));
    expect(at.file).toBe('c.json');
    expect(at.line).toBe(2);
    expect(at.endLine).toBe(2);
    expect(script.root.text.slice(at.start, at.end)).toBe('fbq(&#39;track&#39;)');
    expect(at.endColumn - at.column).toBe('fbq(&#39;track&#39;)'.length);
    expect(at.path).toEqual([
      { label: 'html', line: 4, column: 1 },
      { label: 'onclick', line: 2, column: 1 },
    ]);
  });

  it('has no path in the file itself and clamps ranges', () => {
    const file = new Source('a.html', 'x\ny');
    const at = resolveLocation({ source: file, start: 2, end: 99 });
    expect(at).toEqual({ file: 'a.html', start: 2, end: 3, line: 2, column: 1, endLine: 2, endColumn: 2, path: [] });
  });

  it('lists the chain from the file inwards', () => {
    const file = new Source('a.html', '<script>x</script>');
    const script = file.nest('x', OffsetMap.shift(8), 'script');
    expect(script.chain).toEqual([file, script]);
    expect(script.root).toBe(file);
    expect(file.parent).toBeUndefined();
    expect(script.fromRoot(0)).toBe(0);
    expect(script.fromRoot(17)).toBe(1);
  });
});

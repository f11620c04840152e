import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/text/json-error.ts';
import { JsonPositions, locateJson, locateJsonKey } from '../../src/text/json-positions.ts';
import { jsonStringMap } from '../../src/text/json-string.ts';

/** A JSON string token of any value, with a random choice of escapes. */
const stringToken = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\\n',
        '\\r',
        '\\t',
        '\\b',
        '\\f',
        '\\"',
        '\\\\',
        '\\/',
        '\\u0041',
        '\\u00e5',
        '\\uD83D\\uDE00',
        '\\ud800',
      ),
      fc.constantFrom('a', '<', 'å', '😀', ' ', '{', ']', "'", '\u2028'),
    ),
  )
  .map((parts) => `"${parts.join('')}"`);

describe('jsonStringMap', () => {
  it('decodes like JSON.parse and maps every character to its escape', () => {
    fc.assert(
      fc.property(stringToken, fc.string(), fc.string(), (token, before, after) => {
        const decoded = jsonStringMap(before + token + after, before.length);
        expect(decoded?.value).toBe(JSON.parse(token));
        expect(decoded?.end).toBe(before.length + token.length);
        if (!decoded) return;
        for (let at = 0; at < decoded.value.length; at += 1) {
          const span = decoded.map.toOuterSpan(at, at + 1);
          const raw = (before + token + after).slice(span.start, span.end);
          expect(JSON.parse(`"${raw}"`)).toBe(decoded.value[at]);
          expect(decoded.map.toInner(span.start)).toBe(at);
          expect(decoded.map.toInner(span.end - 1)).toBe(at);
        }
      }),
    );
  });

  it('makes the best of broken strings', () => {
    expect(jsonStringMap('x', 0)).toBeUndefined();
    expect(jsonStringMap('"ab', 0)?.value).toBe('ab');
    expect(jsonStringMap('"ab\\"', 0)?.value).toBe('ab"');
    expect(jsonStringMap('"', 0)?.value).toBe('');
    expect(jsonStringMap('"a\\', 0)?.value).toBe('a\\');
    expect(jsonStringMap('"\\x\\u12"', 0)?.value).toBe('xu12');
    expect(jsonStringMap('"\\\\"', 0)).toMatchObject({ value: '\\', end: 4 });
  });

  it('never throws', () => {
    const junk = fc.array(fc.constantFrom('"', '\\', 'u', '0', 'd', 'n', '😀')).map((parts) => parts.join(''));
    fc.assert(fc.property(junk, (text) => void jsonStringMap(`"${text}`, 0)));
  });
});

/** All paths into a value. */
function paths(value: unknown, path: (string | number)[] = []): [(string | number)[], unknown][] {
  const here: [(string | number)[], unknown][] = [[path, value]];
  if (Array.isArray(value)) return here.concat(value.flatMap((item, index) => paths(item, [...path, index])));
  if (value !== null && typeof value === 'object') {
    return here.concat(Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key])));
  }
  return here;
}

describe('JsonPositions', () => {
  it('finds the token of every value in every layout', () => {
    const layout = fc.record({
      indent: fc.constantFrom(0, 1, 2, '\t'),
      junk: fc.constantFrom('', '\ufeff', '\ufeff\n  ', ")]}',\n", '// export\nvar x = '),
      tail: fc.constantFrom('', '\n', ';', ' '),
      crlf: fc.boolean(),
    });
    const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue(), { minLength: 1 }));
    fc.assert(
      fc.property(value, layout, (generated, { indent, junk, tail, crlf }) => {
        const json = JSON.stringify(generated, null, indent);
        const text = junk + (crlf ? json.replaceAll('\n', '\r\n') : json) + tail;
        const parsed: unknown = JSON.parse(json);
        const positions = new JsonPositions(text);
        for (const [path, expected] of paths(parsed)) {
          const span = positions.value(path);
          expect(span, path.join('/')).toBeDefined();
          if (!span) continue;
          expect(JSON.parse(text.slice(span.start, span.end))).toEqual(expected);
          const key = path[path.length - 1];
          const keySpan = positions.key(path);
          if (typeof key !== 'string') expect(keySpan).toBeUndefined();
          else expect(JSON.parse(text.slice(keySpan?.start, keySpan?.end))).toBe(key);
        }
        const document = parseJson(text);
        expect(document.ok && document.value).toEqual(parsed);
      }),
    );
  });

  it('takes the last of two equal keys, as JSON.parse does', () => {
    const text = '{"a": 1, "a": 2}';
    expect(locateJson(text, ['a'])).toEqual({ start: 14, end: 15 });
    expect(locateJsonKey(text, ['a'])).toEqual({ start: 9, end: 12 });
  });

  it('knows no inherited names and no wrong kinds of step', () => {
    expect(locateJson('{"a":[1]}', ['constructor'])).toBeUndefined();
    expect(locateJson('{"__proto__":7}', ['__proto__'])).toEqual({ start: 13, end: 14 });
    expect(locateJson('{"a":[1]}', [0])).toBeUndefined();
    expect(locateJson('{"a":[1]}', ['a', 1])).toBeUndefined();
    expect(locateJson('{"a":[1]}', ['a', -1])).toBeUndefined();
    expect(locateJson('{"a":[1]}', ['a', '0'])).toBeUndefined();
  });

  it('gives the nearest place for a path that leads nowhere', () => {
    const positions = new JsonPositions('{"a":{"b":[1,2]}}');
    expect(positions.nearest(['a', 'b', 9, 'c'])).toEqual({ start: 10, end: 15 });
    expect(positions.nearest(['z'])).toEqual({ start: 0, end: 17 });
  });

  it('never throws and always ends on broken text', () => {
    const junk = fc
      .array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', '1', ' ', '"k":'))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(junk, (text) => {
        const positions = new JsonPositions(text);
        positions.value(['k', 0, 'k']);
        positions.nearest(['k', 1]);
        const document = parseJson(text);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (valid) expect(document.ok).toBe(true);
        if (!document.ok) expect(document.error.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('stays linear on hostile nesting and on many look-ups', () => {
    const deep = `${'['.repeat(300_000)}1`;
    expect(new JsonPositions(deep).value([0, 0, 0])).toBeDefined();
    expect(parseJson(deep).ok).toBe(false);
    const tags = Array.from({ length: 6000 }, (_, id) => ({ id, html: `<script>\n"${'x\\'.repeat(120)}"</script>` }));
    const text = JSON.stringify({ containerVersion: { tag: tags, trigger: tags } }, null, 2);
    expect(text.length).toBeGreaterThan(3_000_000);
    const positions = new JsonPositions(text);
    for (let index = 5999; index >= 0; index -= 12) {
      const span = positions.value(['containerVersion', 'tag', index, 'id']);
      expect(text.slice(span?.start, span?.end)).toBe(String(index));
    }
  });
});

describe('parseJson', () => {
  const cases: [name: string, text: string, message: RegExp, offset: number][] = [
    ['trailing comma in an object', '{"a": 1,}', /key in double quotes/, 8],
    ['trailing comma in an array', '[1,\n2,\n]', /value, found "]"/, 7],
    ['single quotes', "{'a': 1}", /key|value/, 1],
    ['missing comma', '{"a": 1\n "b": 2}', /expected "," or "}", found a string/, 9],
    ['missing colon', '{"a" 1}', /":"/, 5],
    ['cut off', '{"a": [1, 2', /ends inside an array/, 11],
    ['raw line break in a string', '{"a": "b\nc"}', /control character/, 8],
    ['bad escape', '{"a": "b\\xc"}', /bad escape/, 8],
    ['bad escape after a pair', '{"a": "\\\\\\q"}', /bad escape/, 9],
    ['unclosed string', '{"a": "bc', /never closed/, 6],
    ['bare word', '{"a": undefined}', /value, found "u"/, 6],
    ['leading zero', '[012]', /value/, 1],
    ['more after it', '{"a": 1} {"b": 2}', /after the end/, 9],
    ['nothing', '', /no JSON value/, 0],
  ];
  it.each(cases)('names the place of: %s', (_name, text, message, offset) => {
    const document = parseJson(text);
    expect(document.ok).toBe(false);
    if (document.ok) return;
    expect(document.error.message).toMatch(message);
    expect(document.error.offset).toBe(offset);
  });
});

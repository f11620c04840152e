import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityMap } from '../../src/text/entities.ts';

/** The value that the HTML parser gives the attribute. */
function parsed(raw: string): string | undefined {
  return load(`<p title="${raw}">`)('p').attr('title');
}

const piece = fc.oneof(
  fc.constantFrom(
    '&amp;',
    '&quot;',
    '&#34;',
    '&#x27;',
    '&apos;',
    '&nbsp;',
    '&aring;',
    '&auml',
    '&copy=1',
    '&lt',
    '&#128;',
    '&#x1F600;',
  ),
  fc.constantFrom(
    '&',
    '&&',
    '&;',
    '&#;',
    '&#x;',
    '&unknown;',
    '&amp',
    '&ampx',
    '&#0;',
    '&#xD800;',
    '&#99999999;',
    '&#39',
    '&notin;',
    '&hellip;',
  ),
  fc.constantFrom('a', '=', ';', ' ', '😀', '\n', 'å', "'"),
);

describe('entityMap', () => {
  it('decodes an attribute as the HTML parser does', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const raw = pieces.join('');
        expect(entityMap(raw).value).toBe(parsed(raw));
      }),
      { numRuns: 500 },
    );
  });

  it('decodes text as the HTML parser does', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const raw = pieces.join('');
        expect(entityMap(raw, 0, { attribute: false }).value).toBe(load(`<p>${raw}</p>`)('p').text());
      }),
      { numRuns: 500 },
    );
  });

  it('maps every character to the reference that stands for it', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.nat(50), (pieces, base) => {
        const raw = pieces.join('');
        const { value, map } = entityMap(raw, base);
        for (let at = 0; at < value.length; at += 1) {
          const span = map.toOuterSpan(at, at + 1);
          const shown = raw.slice(span.start - base, span.end - base);
          // An astral character is one reference for two units.
          expect(
            shown === value[at] || entityMap(shown, 0, { attribute: false }).value.includes(value.charAt(at)),
          ).toBe(true);
        }
        expect(map.toOuterEnd(value.length)).toBe(base + raw.length);
      }),
    );
  });

  it('knows the names that template authors write', () => {
    const names =
      'colon;period;sol;lpar;rpar;comma;equals;lbrace;Tab;NewLine;euro;ndash;rsquo;szlig;Ouml;alpha;Omega;thinsp;lang;rang;yuml';
    for (const name of names.split(';')) expect(entityMap(`&${name};`).value, name).toBe(parsed(`&${name};`));
  });
});

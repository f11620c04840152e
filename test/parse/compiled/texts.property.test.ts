/** Every character of a text leads back to the string in which it stands, or to the macro that it stands for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mappedText, type Names, textOf } from '../../../src/parse/compiled/texts.ts';
import { JsonPositions } from '../../../src/text/json-positions.ts';
import { jsonStringMap } from '../../../src/text/json-string.ts';

const names: Names = { macro: (index) => `macro ${String(index)}`, tag: () => 'tag', condition: () => 'condition' };
const words = fc.constantFrom(
  '{{',
  '}}',
  '{',
  '"',
  '\\',
  '\n',
  'å',
  '😀',
  'text/gtmscript',
  'data-gtmsrc=',
  '<b>',
  'x',
  '/',
);
const literal = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
const macro = fc.nat(99).map((index): unknown => ['macro', index]);
const piece = fc.oneof(
  literal,
  macro,
  macro.map((inner): unknown => ['escape', inner, 8, 16]),
);
const text = fc.oneof(
  literal,
  macro,
  fc.array(piece, { maxLength: 6 }).map((parts): unknown => ['template', ...parts]),
);

it.each(['vtp_html', 'vtp_eventName'])('in %s', (key) => {
  fc.assert(
    fc.property(text, fc.boolean(), (value, indented) => {
      const file = `var data = ${JSON.stringify({ [key]: value }, null, indented ? 2 : 0)};`;
      const found = mappedText(new JsonPositions(file, 11), [key], names);
      if (!found) throw new Error('no text');
      expect(found.value).toBe(textOf(value, [key], names));
      const references = [...found.value.matchAll(/\{\{macro (\d+)\}\}/g)];
      for (const { 0: reference, 1: index, index: start } of references) {
        const outer = found.map.toOuterSpan(start, start + reference.length);
        expect(JSON.parse(file.slice(outer.start, outer.end))).toEqual(['macro', Number(index)]);
      }
      const plain = found.value.replace(/\{\{macro \d+\}\}/g, (all) => '\0'.repeat(all.length));
      for (const { 0: character, index } of plain.matchAll(/[xå\n/]/g)) {
        const outer = found.map.toOuterSpan(index, index + 1);
        const raw = file.slice(outer.start, outer.end);
        const decoded = jsonStringMap(`"${raw}"`, 0)?.value ?? '';
        // What the compiler has rewritten stands for itself as a whole.
        expect(decoded === character || ['text/gtmscript', 'data-gtmsrc'].includes(decoded)).toBe(true);
      }
    }),
  );
});

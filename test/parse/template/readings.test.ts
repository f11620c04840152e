import { describe, expect, it } from 'vitest';
import { scan } from './support.ts';

/** The readings of the whole text, without spaces. */
function readings(text: string): string[] {
  const found = scan(text, 'liquid');
  return found.alternativesIn(0, text.length).map((blanked) => found.maskWithout(blanked).replace(/ /g, ''));
}

describe('reading a text with one branch of each statement', () => {
  it.each([
    ['a{% if x %}1{% else %}2{% endif %}b', ['a1b', 'a2b']],
    ['a{% if x %}1{% endif %}b', ['a1b', 'ab']],
    ['a{% if x %}1{% elsif y %}2{% elsif z %}3{% endif %}b', ['a1b', 'a2b', 'a3b', 'ab']],
    ['{% if x %}1{% else %}2{% endif %}{% if y %}3{% elsif z %}4{% else %}5{% endif %}', ['13', '24', '15']],
    [
      '{% if x %}1{% if y %}2{% else %}3{% endif %}{% else %}{% if z %}4{% else %}5{% endif %}{% endif %}',
      ['12', '13', '4', '5'],
    ],
    ['{% for a in b %}1{% endfor %}2', []],
    ['{% for a in b %}1{% else %}2{% endfor %}', ['1', '2']],
    ['{% for a in b %}1{% if c %}2{% endif %}{% endfor %}', ['12', '1']],
    ['{% if a %}{% else %}1{% endif %}2', ['12', '2']],
    ['a{{ b }}c', []],
  ])('reads %s', (text, expected) => {
    if (expected.length > 0) expect(readings(text)).toEqual(expected);
    else expect(scan(text, 'liquid').alternativesIn(0, text.length)).toEqual([]);
  });

  it('looks only at statements with a boundary inside the range', () => {
    const text = '{% if a %}<script>{% if b %}1{% else %}2{% endif %}</script>{% endif %}{% if c %}3{% endif %}';
    const found = scan(text, 'liquid');
    const start = text.indexOf('<script>') + '<script>'.length;
    const end = text.indexOf('</script>');
    const texts = found.alternativesIn(start, end).map((blanked) => found.maskWithout(blanked, start, end).trim());
    expect(texts).toEqual(['1', '2']);
    expect(found.alternativesIn(text.indexOf('1'), text.indexOf('1') + 1)).toEqual([]);
  });

  it('reads each branch at least once, in bounded readings', () => {
    const many = Array.from({ length: 40 }, (_, index) => `{% when ${index} %}<${index}>`).join('');
    const found = scan(`{% case a %}${many}{% endcase %}`, 'liquid');
    const texts = found.alternativesIn(0, found.masked.length).map((blanked) => found.maskWithout(blanked).trim());
    expect(texts).toEqual([...Array.from({ length: 40 }, (_, index) => `<${index}>`), '']);
    const more = '{% if a %}x{% endif %}'.repeat(50);
    expect(scan(more, 'liquid').alternativesIn(0, more.length)).toHaveLength(2);
    const huge = `{% if a %}x${'{% elsif b %}y'.repeat(1000)}{% endif %}`;
    expect(scan(huge, 'liquid').alternativesIn(0, huge.length)).toHaveLength(64);
  });

  it('does not cut into holes that hold a whole statement', () => {
    const found = scan('var a = <?php if ($b) { echo 1; } else { echo 2; } ?>;', 'php');
    expect(found.alternativesIn(0, found.masked.length)).toEqual([]);
  });

  it('keeps offsets when it blanks', () => {
    const found = scan('a{% if x %}1\r\n2{% else %}3{% endif %}b', 'liquid');
    expect(found.maskWithout(found.branches)).toBe(`a${' '.repeat(11)}\r\n${' '.repeat(23)}b`);
  });
});

describe('looking up', () => {
  const text = 'ab{{ c }}d{{ e }}f';
  const found = scan(text, 'liquid');

  it('finds the hole over an offset', () => {
    expect(found.holeAt(2)?.expression).toBe('c');
    expect(found.holeAt(8)?.expression).toBe('c');
    expect(found.holeAt(9)).toBeUndefined();
    expect(found.holeAt(10)?.expression).toBe('e');
    expect(found.holeAt(0)).toBeUndefined();
    expect(found.holeAt(99)).toBeUndefined();
  });

  it('finds the holes in a range', () => {
    expect(found.holesIn(0, 99).map((hole) => hole.expression)).toEqual(['c', 'e']);
    expect(found.holesIn(8, 10).map((hole) => hole.expression)).toEqual(['c']);
    expect(found.holesIn(9, 10)).toEqual([]);
  });

  it('takes the text of a statement itself as outside of its branches', () => {
    const nested = '{% if a %}{% if b %}x{% endif %}{% endif %}';
    const tree = scan(nested, 'liquid');
    const conditions = (offset: number) => tree.branchesAt(offset).map((branch) => branch.condition);
    expect(conditions(3)).toEqual([]);
    expect(conditions(nested.indexOf('b'))).toEqual(['a']);
    expect(conditions(nested.indexOf('x'))).toEqual(['a', 'b']);
    expect(conditions(nested.length)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('liquid', () => {
  it.each([
    ['{{ product.title }}', 'product.title', []],
    ['{{- product.title -}}', 'product.title', []],
    ['{{product.title | json}}', 'product.title | json', ['json']],
    [
      "{{ customer.email | downcase | sha256: 'x' }}",
      "customer.email | downcase | sha256: 'x'",
      ['downcase', 'sha256'],
    ],
    ["{{ 'a | b' | append: '}}' }}", "'a | b' | append: '}}'", ['append']],
    ['{% echo cart.total_price | money %}', 'cart.total_price | money', ['money']],
    ['{{\n  product.title\n  | escape\n}}', 'product.title\n  | escape', ['escape']],
  ])('takes %s as a hole', (text, expression, filters) => {
    const { holes } = scan(`<p>${text}</p>`, 'liquid');
    expect(holes).toHaveLength(1);
    expect(holes[0]).toMatchObject({ start: 3, end: 3 + text.length, expression, filters, language: 'liquid' });
    const at = holes[0]?.expressionStart ?? 0;
    expect(`<p>${text}</p>`.slice(at, at + expression.length)).toBe(expression);
  });

  it.each([
    ['{% if a %}HERE{% endif %}', ['a']],
    ['{%- if a -%}HERE{%- endif -%}', ['a']],
    ['{% if a <b %}HERE{% endif %}', ['a <b']],
    ['{% if a %}x{% else %}HERE{% endif %}', ['else < a']],
    ['{% if a %}x{% elsif b %}HERE{% else %}y{% endif %}', ['b < a']],
    ['{% if a %}x{% elsif b %}y{% else %}HERE{% endif %}', ['else < a, b']],
    ['{% unless a %}HERE{% endunless %}', ['!(a)']],
    ['{% unless a %}x{% else %}HERE{% endunless %}', ['else < !(a)']],
    ['{% unless a %}x{% elsif b %}HERE{% endunless %}', ['b < !(a)']],
    [
      "{% case template %}{% when 'cart' %}x{% when 'product', 'page' %}HERE{% endcase %}",
      ["template == 'product' or template == 'page' < template == 'cart'"],
    ],
    ["{% case t %}{% when 'a' or 'b' %}x{% else %}HERE{% endcase %}", ["else < t == 'a' or t == 'b'"]],
    ['{% for p in products %}HERE{% endfor %}', ['loop']],
    ['{% for p in products %}x{% else %}HERE{% endfor %}', ['other']],
    ['{% tablerow p in products %}HERE{% endtablerow %}', ['loop']],
    ['{% if a %}{% for p in ps %}{% if b %}HERE{% endif %}{% endfor %}{% endif %}', ['a', 'loop', 'b']],
    ['{% if a %}x{% endif %}HERE', []],
    ['{% capture x %}HERE{% endcapture %}', ['other']],
    ['{% if\n  a\n  and b\n%}HERE{% endif %}', ['a\n  and b']],
    ['{% ifconsent "ads" %}HERE{% endifconsent %}', ['ifconsent "ads"']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'liquid')).toEqual(expected);
    expect(scan(text, 'liquid').unbalanced).toBe(false);
  });

  it('ends a tag at the first delimiter, also inside quotes', () => {
    expect(shape('{% assign a = "%}" %}x', 'liquid')).toBe('" %}x');
  });

  it.each([
    ["{% comment %}fbq('init'){% endcomment %}", "fbq('init')"],
    ["{%- comment -%}fbq('init'){%- endcomment -%}", "fbq('init')"],
    ["{% # fbq('init') %}", "fbq('init')"],
    ["{% doc %}fbq('init'){% enddoc %}", "fbq('init')"],
    ['{% comment %}{% if a %}{% endcomment %}', '{% if a %}'],
  ])('blanks the comment %s', (text, comment) => {
    const found = scan(`a${text}b`, 'liquid');
    expect(found.masked).toBe(`a${' '.repeat(text.length)}b`);
    expect(found.comments.map((each) => each.text.trim())).toEqual([comment]);
    expect(found.branches).toEqual([]);
  });

  it('keeps raw bodies and blanks schema and stylesheet bodies', () => {
    expect(shape('{% raw %}<b>{{ x }}</b>{% if %}{% endraw %}', 'liquid')).toBe('<b>{{ x }}</b>{% if %}');
    expect(shape('a{% schema %}{"name": "fbq("}{% endschema %}b', 'liquid')).toBe('a b');
    expect(shape('a{% stylesheet %}p{}{% endstylesheet %}b', 'liquid')).toBe('a b');
  });

  it('keeps the body of a javascript tag and says where it is', () => {
    const text = "{% javascript %}fbq('init', '1');{% endjavascript %}";
    const found = scan(text, 'liquid');
    expect(found.scripts.map(({ start, end }) => found.masked.slice(start, end))).toEqual(["fbq('init', '1');"]);
  });

  it('reads the lines of a liquid tag', () => {
    const text = "{%- liquid\n  assign x = 1\n  # note\n  if consent\n    render 'pixel', id: x\n  endif\n-%}";
    const found = scan(text, 'liquid');
    expect(found.includes).toEqual([expect.objectContaining({ kind: 'render', target: 'pixel' })]);
    expect(guards(text, 'render', 'liquid')).toEqual(['consent']);
    expect(found.masked.trim()).toBe('');
    expect(found.unbalanced).toBe(false);
    expect(scan('{% liquid\n assign a = 1\n echo a | json\n%}', 'liquid').holes[0]).toMatchObject({
      expression: 'a | json',
      filters: ['json'],
    });
  });

  it.each([
    ["{% render 'pixel', id: 1 %}", 'render', 'pixel'],
    ['{% include "pixel" %}', 'include', 'pixel'],
    ["{% section 'header' %}", 'section', 'header'],
    ["{% sections 'header-group' %}", 'sections', 'header-group'],
    ['{% include analytics.html id=site.ga %}', 'include', 'analytics.html'],
  ])('takes %s as an include', (text, kind, target) => {
    expect(scan(text, 'liquid').includes).toEqual([{ start: 0, end: text.length, kind, target }]);
  });

  it('keeps what is balanced and says so', () => {
    const found = scan('{% if a %}x{% if b %}y{% endif %}', 'liquid');
    expect(found.unbalanced).toBe(true);
    expect(found.branches.map((branch) => branch.condition)).toEqual(['b']);
    expect(found.branches[0]?.parent).toBeUndefined();
    expect(scan('x{% endif %}', 'liquid').unbalanced).toBe(true);
  });
});

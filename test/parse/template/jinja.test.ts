import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('jinja, django, twig, nunjucks', () => {
  it.each([
    ['{{ user.email }}', 'user.email', []],
    ['{{~ user.email ~}}', 'user.email', []],
    ['{{ data|tojson }}', 'data|tojson', ['tojson']],
    ["{{ x|default('a}}b') }}", "x|default('a}}b')", ['default', 'default']],
    ["{{ {'a': {'b': 1}}|tojson }}", "{'a': {'b': 1}}|tojson", ['tojson']],
    ["{{ path('home') }}", "path('home')", ['path']],
    ["{{ it's }}", "it's", []],
    ["{% url 'home' %}", "url 'home'", []],
    ["{% static 'a.js' %}", "static 'a.js'", []],
    ['{% csrf_token %}', 'csrf_token', []],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'jinja').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['{% if a %}HERE{% endif %}', ['a']],
    ['{%+ if a -%}HERE{% endif %}', ['a']],
    ['{% if a %}x{% elif b %}HERE{% endif %}', ['b < a']],
    ['{% if a %}x{% elseif b %}HERE{% endif %}', ['b < a']],
    ['{% if a %}x{% else %}HERE{% endif %}', ['else < a']],
    ['{% ifequal a b %}HERE{% endifequal %}', ['a b']],
    ['{% ifnotequal a b %}HERE{% endifnotequal %}', ['!(a b)']],
    ['{% for a in b %}HERE{% empty %}y{% endfor %}', ['loop']],
    ['{% block head %}{% if a %}HERE{% endif %}{% endblock head %}', ['other', 'a']],
    ['{% block title "Home" %}HERE', []],
    ['{% set a = 1 %}HERE', []],
    ['{% set a %}HERE{% endset %}', ['other']],
    ["{% cookie_accepted 'ads' as ok %}{% if ok %}HERE{% endif %}", ['ok']],
    ["{% flag 'x' %}HERE{% else %}y{% endflag %}", ["flag 'x'"]],
    ["{% flag 'x' %}y{% else %}HERE{% endflag %}", ["else < flag 'x'"]],
    ["{% if request.cookies.get('c') == '%}' %}HERE{% endif %}", ["request.cookies.get('c') == '%}'"]],
    ["{% switch a %}{% case 'x' %}HERE{% default %}y{% endswitch %}", ["a == 'x'"]],
    ['{% if a %}HERE{% end %}', ['a']],
    ["{% with x=1 %}HERE{% endwith %}{% include 'a.html' with context %}", ['other']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'jinja')).toEqual(expected);
    expect(scan(text, 'jinja').unbalanced).toBe(false);
  });

  it('takes a tag that binds a variable as a statement', () => {
    const found = scan("a{% cookie_accepted 'ads' as ok %}{% url 'x' as y %}b", 'jinja');
    expect(found.holes).toEqual([]);
    expect(found.masked.replace(/ /g, '')).toBe('ab');
  });

  it('takes an unknown tag where a value must stand as a hole', () => {
    expect(shape('<a href="{% product_url p %}">', 'jinja')).toBe('<a href="T">');
    expect(shape('var a = {% config x %};', 'jinja')).toBe('var a = T;');
    expect(shape('<p>{% render_bundle "main" %}</p>', 'jinja')).toBe('<p> </p>');
  });

  it('tells a translated text from a translated block', () => {
    expect(scan('{% trans "Buy" %}', 'jinja').holes).toHaveLength(1);
    const block = scan('{% trans %}Buy{% endtrans %}', 'jinja');
    expect(block.holes).toEqual([]);
    expect(block.masked.trim()).toBe('Buy');
  });

  it.each([
    ["{# fbq('init') #}", "fbq('init')"],
    ["{#- fbq('init')\n it's -#}", "- fbq('init')\n it's -"],
    ["{% comment 'why' %}fbq('init'){% endcomment %}", "fbq('init')"],
  ])('blanks the comment %s', (text, comment) => {
    const found = scan(`a${text}b`, 'jinja');
    expect(found.masked.replace(/\s/g, '')).toBe('ab');
    expect(found.comments.map((each) => each.text.trim())).toEqual([comment]);
  });

  it.each([
    '{% raw %}{{ x }}{% endraw %}',
    '{% verbatim %}{{ x }}{% endverbatim %}',
    '{% verbatim one %}{{ x }}{% endverbatim one %}',
    '{%- raw -%}{{ x }}{%- endraw -%}',
  ])('keeps the body of %s', (text) => {
    expect(shape(text, 'jinja')).toBe('{{ x }}');
  });

  it.each([
    ["{% include 'a.html' %}", 'include', 'a.html'],
    ['{% extends "base.html" %}', 'extends', 'base.html'],
    ['{% from "macros.html" import pixel %}', 'from', 'macros.html'],
    ['{% import "m.html" as m %}', 'import', 'm.html'],
    ["{{ include('a.html.twig', {b: {c: 1}}) }}", 'include', 'a.html.twig'],
  ])('takes %s as an include', (text, kind, target) => {
    expect(scan(text, 'jinja').includes).toEqual([{ start: 0, end: text.length, kind, target }]);
  });
});

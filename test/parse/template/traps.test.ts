import { load } from 'cheerio';
import { parse } from 'meriyah';
import { describe, expect, it } from 'vitest';
import type { TemplateLanguage } from '../../../src/parse/template/index.ts';
import { guards, scan } from './support.ts';

/** The script elements of the masked text: attributes with their values and the body. */
function scripts(masked: string): { attributes: Record<string, string>; body: string }[] {
  const $ = load(masked, { xml: { xmlMode: false, decodeEntities: true } });
  return $('script')
    .toArray()
    .map((element) => ({ attributes: element.attribs, body: $(element).text() }));
}

function parses(code: string): boolean {
  try {
    parse(code, { next: true, webcompat: true });
    return true;
  } catch {
    return false;
  }
}

describe('markup that template syntax would break', () => {
  it('keeps a script behind a less-than in a condition', () => {
    const text = '{% if a <b %}<script src=t.js></script>{% endif %}';
    expect(scripts(scan(text, 'liquid').masked)).toEqual([{ attributes: { src: 't.js' }, body: '' }]);
    expect(guards(text, '<script', 'liquid')).toEqual(['a <b']);
  });

  it('reads both types of a tag that a condition parks', () => {
    const text =
      '<script <?php if ($c > 0): ?>type=text/javascript<?php else: ?>type=text/plain<?php endif; ?> src=t.js></script>';
    const found = scan(text, 'php');
    const read = found
      .alternativesIn(0, text.length)
      .map((blanked) => scripts(found.maskWithout(blanked))[0]?.attributes);
    expect(read).toEqual([
      { type: 'text/javascript', src: 't.js' },
      { type: 'text/plain', src: 't.js' },
    ]);
  });

  it('does not end a script inside a PHP string', () => {
    const text = `<script>var a = <?php echo json_encode("</script>"); ?>; fbq('init')</script>`;
    const [script] = scripts(scan(text, 'php').masked);
    expect(script?.body).toMatch(/; fbq\('init'\)$/);
    expect(parses(script?.body ?? '(')).toBe(true);
  });

  it('keeps expressions in unquoted attributes whole', () => {
    const text = '<script async={{ flag }} src={{ url }}></script>';
    const found = scan(text, 'handlebars');
    const [script] = scripts(found.masked);
    expect(script?.attributes.src).toMatch(/^T\w+$/);
    expect(Object.keys(script?.attributes ?? {})).toEqual(['async', 'src']);
    expect(found.holeAt(found.masked.indexOf(script?.attributes.src ?? '-'))?.expression).toBe('url');
  });

  it('keeps the static part of an address', () => {
    const [script] = scripts(scan('<script src="https://cdn.example/{{ locale }}/tag.js"></script>', 'liquid').masked);
    expect(script?.attributes.src).toMatch(/^https:\/\/cdn\.example\/T\w+\/tag\.js$/);
  });

  it('keeps offsets of scripts exact', () => {
    const text =
      '<head>{% if consent %}\r\n<script>a()</script>{% endif %}<table>{% for x in y %}<tr>{% endfor %}</table></head>';
    expect(scan(text, 'jinja').masked.indexOf('<script>')).toBe(text.indexOf('<script>'));
  });
});

describe('scripts with template syntax', () => {
  it.each<[TemplateLanguage, string]>([
    ['liquid', 'var a = {{ x | json }};'],
    ['liquid', 'var a = \'{{ x | escape }}\', b = "{{ y }}", c = `{{ z }}`;'],
    ['liquid', '{% if a %}fbq("track");{% endif %}'],
    ['liquid', 'f({ {{ key }}: {{ value | json }}, b: [{% for p in ps %}{{ p.id }},{% endfor %}] });'],
    ['liquid', 'var a = {{ x\n | json }};'],
    ['liquid', 'let a{{ id }} = 1; let b{{ id }} = 2;'],
    ['liquid', '{% comment %}it\'s {{ "{% endcomment %}f();'],
    ['jinja', 'var a = {{ x|tojson|safe }}, b = "{% url \'x\' %}", c = {{ {"a": {"b": 1}}|tojson }};'],
    ['jinja', '{# it\'s #}var a = "{{ _("Buy") }}";'],
    ['handlebars', "fbq('init', '{{pixel_id}}', {{{json user}}});"],
    ['handlebars', 'var a = {{#if b}}1{{/if}}+1; {{#each c}}f({{this}});{{/each}}'],
    ['php', 'var a = <?= json_encode($x) ?>, b = "<?= esc_js($x) ?>";'],
    ['php', 'var a = <?php echo json_encode($x); ?>;\n<?php if ($a): ?>f();<?php endif ?>'],
    ['php', "f(<?php if ($a) { echo '1'; } else { echo '2'; } ?>);"],
    ['php', "f('<?php the_title(); ?>', <?php my_value(); ?>);"],
    ['erb', 'var a = <%= raw x.to_json %>, b = "<%= j y %>";<% if z -%>f();<% end -%>'],
    ['ejs', "var a = <%- JSON.stringify(x) %>;<% if (y) { %>f('<%= z %>');<% } %>"],
  ])('parses %s: %s', (language, script) => {
    expect(parses(script) && !script.includes('`')).toBe(false);
    expect(parses(scan(script, language).masked)).toBe(true);
  });

  it.each<[TemplateLanguage, string, string[]]>([
    ['liquid', 'var v = {% if a %}1{% else %}2{% endif %};', ['varv=1;', 'varv=2;']],
    [
      'php',
      'var v = <?php if ($a): ?>1<?php elseif ($b): ?>2<?php else: ?>3<?php endif ?>;',
      ['varv=1;', 'varv=2;', 'varv=3;'],
    ],
    ['erb', 'f({ a: <% if b %>1<% else %>2<% end %> })', ['f({a:1})', 'f({a:2})']],
    ['ejs', 'f(<% if (b) { %>1<% } else { %>2<% } %>)', ['f(1)', 'f(2)']],
    ['handlebars', 'f({{#if b}}1{{else}}2{{/if}})', ['f(1)', 'f(2)']],
  ])('parses each reading of %s: %s', (language, script, expected) => {
    const found = scan(script, language);
    expect(parses(found.masked)).toBe(false);
    const texts = found.alternativesIn(0, script.length).map((blanked) => found.maskWithout(blanked));
    expect(texts.map((text) => text.replace(/ /g, ''))).toEqual(expected);
    expect(texts.map(parses)).toEqual(expected.map(() => true));
  });
});

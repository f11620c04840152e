import { describe, expect, it } from 'vitest';
import { scanTemplate } from '../../../src/parse/template/scan.ts';
import { guards, scan, shape } from './support.ts';

describe('handlebars and mustache', () => {
  it.each([
    ['{{title}}', 'title', []],
    ['{{~title~}}', 'title', []],
    ['{{{title}}}', 'title', []],
    ['{{& title}}', 'title', []],
    ['{{json user}}', 'json user', ['json']],
    ['{{json (hash user.email "sha256")}}', 'json (hash user.email "sha256")', ['json', 'hash']],
    ['{{t "}}"}}', 't "}}"', ['t']],
    ['{{Page Path}}', 'Page Path', []],
    ['{{ price | currency }}', 'price | currency', ['currency']],
    ["{{ ok ? 'a' : 'b' }}", "ok ? 'a' : 'b'", []],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'handlebars').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    ['{{#if a}}HERE{{/if}}', ['a']],
    ['{{~#if a~}}HERE{{~/if~}}', ['a']],
    ['{{#if a}}x{{else}}HERE{{/if}}', ['else < a']],
    ['{{#if a}}x{{^}}HERE{{/if}}', ['else < a']],
    ['{{#if a}}x{{else if b}}HERE{{/if}}', ['b < a']],
    ['{{#if a}}x{{else unless b}}HERE{{/if}}', ['!(b) < a']],
    ['{{#unless a}}HERE{{/unless}}', ['!(a)']],
    ['{{#unless a}}x{{else}}HERE{{/unless}}', ['else < !(a)']],
    ['{{^a}}HERE{{/a}}', ['!(a)']],
    ['{{#a}}HERE{{/a}}', ['a']],
    ['{{#a}}x{{/a}}{{^a}}HERE{{/a}}', ['!(a)']],
    ['{{^if a}}HERE{{/if}}', ['!(a)']],
    ['{{#ifConsent "ads"}}HERE{{/ifConsent}}', ['ifConsent "ads"']],
    ['{{#if (eq page "a;b")}}HERE{{/if}}', ['(eq page "a;b")']],
    ['{{#each items as |item|}}HERE{{/each}}', ['loop']],
    ['{{#each items}}x{{else}}HERE{{/each}}', ['other']],
    ['{{#with user as |u|}}HERE{{/with}}', ['user']],
    ['{{#> layout}}HERE{{/layout}}', ['other']],
    ['{{#> (concat "a" b)}}HERE{{/undefined}}', ['other']],
    ['{{#*inline "head"}}HERE{{/inline}}', ['other']],
    ['{{#get "posts" filter="id:{{id}}" as |p|}}HERE{{/get}}', ['get "posts" filter="id:{{id}}"']],
    ['{{#each a}}{{#if b}}{{^c}}HERE{{/c}}{{/if}}{{/each}}', ['loop', 'b', '!(c)']],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'handlebars')).toEqual(expected);
    expect(scan(text, 'handlebars').unbalanced).toBe(false);
  });

  it.each([
    ["{{! fbq('init') }}", "fbq('init')"],
    ["{{!-- fbq('{{ id }}') --}}", "fbq('{{ id }}')"],
    ["{{~!-- fbq('{{ id }}') --~}}", "fbq('{{ id }}')"],
  ])('blanks the comment %s', (text, comment) => {
    const found = scan(`a${text}b`, 'handlebars');
    expect(found.masked).toBe(`a${' '.repeat(text.length)}b`);
    expect(found.comments.map((each) => each.text.trim())).toEqual([comment]);
  });

  it('keeps escaped mustaches and raw blocks', () => {
    expect(shape('\\{{x}} {{y}}', 'handlebars')).toBe('\\{{x}} T');
    expect(shape('\\\\{{x}}', 'handlebars')).toBe('\\\\T');
    expect(shape('{{{{raw}}}}{{x}}{{{{/raw}}}}', 'handlebars')).toBe('{{x}}');
  });

  it('follows changed delimiters', () => {
    expect(shape('{{=<% %>=}}<%title%>{{x}}<%={{ }}=%>{{y}}', 'handlebars')).toBe('T{{x}} T');
  });

  it('takes partials as includes', () => {
    expect(scan('{{> tracking/pixel id=1}}{{> "lightbox"}}{{#> layout}}{{/layout}}', 'handlebars').includes).toEqual([
      expect.objectContaining({ kind: 'partial', target: 'tracking/pixel' }),
      expect.objectContaining({ kind: 'partial', target: 'lightbox' }),
      expect.objectContaining({ kind: 'partial', target: 'layout' }),
    ]);
  });

  it.each([
    '<div style={{color: "red"}}>',
    "<a b={{ 'x': 1 }}>",
    'function f(){{return 1}}',
    'if(a){{b();c()}}',
    `${'$'}{{a:1}[b]}}`,
    'x => {{...y}}',
    '{{ never closed',
  ])('leaves %s alone', (text) => {
    expect(scanTemplate(text, ['handlebars'])).toBeUndefined();
  });

  it('finds the mustache after an opener that is none', () => {
    expect(shape('{{ {{a}}', 'handlebars')).toBe('{{ T');
  });
});

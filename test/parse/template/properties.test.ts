// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of template languages
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectTemplateLanguages, type TemplateLanguage } from '../../../src/parse/template/index.ts';
import { scanTemplate } from '../../../src/parse/template/scan.ts';

const LANGUAGES: readonly TemplateLanguage[] = [
  'php',
  'erb',
  'ejs',
  'jsp',
  'razor',
  'liquid',
  'jinja',
  'blade',
  'freemarker',
  'velocity',
  'smarty',
  'thymeleaf',
  'handlebars',
  'go',
  'isml',
  'coldfusion',
  'fluid',
  'xslt',
  'asp',
];

const TOKENS = [
  '<isif condition="${a}">',
  '<iselse/>',
  '</isif>',
  '<iscomment>',
  '<cfif a>',
  '</cfif>',
  '<cfoutput>',
  '#a#',
  '<!---',
  '<f:if condition="{a.b}">',
  '</f:if>',
  '<xsl:choose>',
  '<xsl:when test="a">',
  '<% If a Then %>',
  '<% End If %>',
  '{{',
  '}}',
  '{{{',
  '}}}',
  '{{{{',
  '}}}}',
  '{%',
  '%}',
  '{%-',
  '-%}',
  '{#',
  '#}',
  '<?php ',
  '<?=',
  '<?',
  '?>',
  '<%',
  '%>',
  '<%=',
  '-%>',
  '<%%',
  '<%#',
  '#if a',
  '/if',
  'else',
  '^',
  '!--',
  '--',
  'if a',
  'endif',
  'elsif b',
  'elif',
  'unless c',
  'endunless',
  'end',
  'case x',
  'when 1',
  'endcase',
  'for a in b',
  'endfor',
  'raw',
  'endraw',
  'comment',
  'endcomment',
  'liquid',
  'echo',
  'block x',
  'endblock',
  'return',
  'do |x|',
  'switch (a)',
  'case 1:',
  'if (a)',
  'else if (b)',
  'foreach ($a as $b)',
  'endforeach',
  'function',
  '{',
  '}',
  '(',
  ')',
  ':',
  ';',
  '"',
  "'",
  '`',
  '\\',
  '/',
  '//',
  '/*',
  '*/',
  '#',
  '<<<A\n',
  'A\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '=',
  '|',
  '~',
  '<script>',
  '</script>',
  'x',
  'é',
  '😀',
  '\u2028',
  '={{',
  '=<% %>=',
  '$',
  '@',
  '@if (a)',
  '@if (a) {',
  '@else',
  '@endif',
  '@unless(a)',
  '@foreach (a)',
  '@endforeach',
  '@php',
  '@endphp',
  '@verbatim',
  '@endverbatim',
  '@{{',
  '{!!',
  '!!}',
  '{{--',
  '--}}',
  '@include("a")',
  '@includeWhen(a, "b")',
  '@own(',
  '@endown',
  '@{',
  '@(',
  '@*',
  '*@',
  '@:',
  '@section A {',
  '@Html.Partial("a")',
  '<div',
  '</div>',
  '<br />',
  '<text>',
  '</text>',
  'switch (a) {',
  '>',
  '/>',
  '{{if a}}',
  '{{else if b}}',
  '{{else}}',
  '{{end}}',
  '{{range a}}',
  '{{define "a"}}',
  '{{/*',
  '*/}}',
  '<c:if test="${a}">',
  '</c:if>',
  '<c:choose>',
  '<c:when test="b">',
  '<c:otherwise>',
  '</c:choose>',
  '<c:out value="${a}"/>',
  '<c:',
  '${',
  '#{',
  '<%--',
  '--%>',
  '<%@',
  '{if a}',
  '{elseif b}',
  '{/if}',
  '{foreach $a as $b}',
  '{/foreach}',
  '{literal}',
  '{/literal}',
  '{ldelim}',
  '{$a',
  '{*',
  '*}',
  '{php}',
  '<#if a>',
  '<#elseif b>',
  '<#else>',
  '</#if>',
  '<#list a as b>',
  '</#list>',
  '<@m>',
  '</@m>',
  '<@',
  '<#--',
  '-->',
  '[#if a]',
  '[/#if]',
  '<#noparse>',
  '#if(a)',
  '#elseif(b)',
  '#else',
  '#end',
  '#foreach(a)',
  '##',
  '#*',
  '*#',
  '#[[',
  ']]#',
  '$!{a}',
  '$a.b(',
  '<p th:if="${a}">',
  '<p th:unless="${a}" th:src="@{b}" src="c">',
  '<br th:case="a">',
  '<p th:replace="a">',
  '<p th:attr="a=@{b}">',
  '</p>',
  '[[${a}]]',
  '/*[[${a}]]*/ 1',
  '<!--/*',
  '[(${',
];

const texts = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...TOKENS) }, fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const languageSets = fc.oneof(
  fc.constantFrom(...LANGUAGES).map((language) => [language]),
  fc.subarray([...LANGUAGES]),
);

function lineBreaks(text: string): number[] {
  return [...text.matchAll(/[\r\n]/g)].map((match) => match.index);
}

describe('scanning any text', () => {
  it('keeps length and line breaks, and everything found lies in the text', () => {
    fc.assert(
      fc.property(texts, languageSets, (text, languages) => {
        const found = scanTemplate(text, languages);
        if (found === undefined) return;
        expect(found.masked).toHaveLength(text.length);
        expect(lineBreaks(found.masked)).toEqual(lineBreaks(text));
        let last = 0;
        for (const hole of found.holes) {
          expect(hole.start).toBeGreaterThanOrEqual(last);
          expect(hole.end).toBeGreaterThan(hole.start);
          expect(text.slice(hole.expressionStart, hole.expressionStart + hole.expression.length)).toBe(hole.expression);
          expect(found.holeAt(hole.start)).toBe(hole);
          last = hole.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the text outside of islands and turns holes into identifiers', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        const found = scanTemplate(text, [language]);
        if (found === undefined) return;
        for (let at = 0; at < text.length; at += 1) {
          const kept = found.masked[at] === text[at] || found.masked[at] === ' ' || found.holeAt(at) !== undefined;
          if (!kept) expect(found.masked[at]).toBe(text[at]);
        }
        for (const hole of found.holes)
          expect(found.masked.slice(hole.start, hole.end)).toMatch(/^T[0-9a-z]*_*(?:[\r\n][ \r\n]*)?$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a tree in which every branch is found at its offsets', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        const found = scanTemplate(text, [language]);
        if (found === undefined) return;
        for (const branch of found.branches) {
          expect(branch.end).toBeGreaterThan(branch.start);
          expect(branch.end).toBeLessThanOrEqual(text.length);
          expect(found.branchesAt(branch.start)).toContain(branch);
          expect(found.branchesAt(branch.end - 1)).toContain(branch);
          expect(found.branchesAt(branch.end)).not.toContain(branch);
          if (branch.parent !== undefined) {
            expect(branch.parent.start).toBeLessThanOrEqual(branch.start);
            expect(branch.parent.end).toBeGreaterThanOrEqual(branch.end);
            expect(found.branches).toContain(branch.parent);
          }
        }
        for (let at = 0; at <= text.length; at += 1) {
          const linear = found.branches.filter((branch) => branch.start <= at && at < branch.end);
          expect(new Set(found.branchesAt(at))).toEqual(new Set(linear));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('offers readings of equal length that together keep every branch with a boundary in the range', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), fc.nat(200), fc.nat(200), (text, language, a, b) => {
        const found = scanTemplate(text, [language]);
        if (found === undefined) return;
        const [start, end] = a < b ? [a, b] : [b, a];
        const readings = found.alternativesIn(start, end);
        for (const blanked of readings) {
          expect(found.maskWithout(blanked)).toHaveLength(text.length);
          expect(found.maskWithout(blanked, start, end)).toBe(found.maskWithout(blanked).slice(start, end));
        }
        for (const branch of readings.flat()) {
          expect(
            readings.some((blanked) => !blanked.some((each) => each.start <= branch.start && each.end >= branch.end)),
          ).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('detects at most one language of a kind, for any name', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(
          ...['a.html', 'a.js', 'a.php', 'a.liquid', '', 'x.erb', '.liquid', 'a.', 'a.blade.php', 'a.cshtml', 'a.jsp'],
          ...['a.tpl', 'a.ftl', 'a.vm', 'a.gohtml', 'web-inf/a.html', 'a.tmpl'],
        ),
        (text, path) => {
          const languages = detectTemplateLanguages(path, text);
          expect(new Set(languages).size).toBe(languages.length);
          scanTemplate(text, languages);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('hostile texts', () => {
  const many = 20_000;
  it.each<[string, string]>([
    ['openers', '{{'.repeat(many)],
    ['openers and quotes', `{{'}}'`.repeat(many)],
    ['one opener in another', '{{ {'.repeat(many) + '}}'.repeat(many)],
    ['statements that never close', '{% if a %}x'.repeat(many)],
    ['deep nesting', '{% if a %}x'.repeat(many) + '{% endif %}'.repeat(many)],
    ['closers alone', '{% endif %}<?php } ?>{{/a}}<% end %>'.repeat(many)],
    ['many branches', `{% if a %}${'{% elsif b %}x'.repeat(many)}{% endif %}`],
    ['raw blocks with ever new names', Array.from({ length: many }, (_, index) => `{{{{a${index}}}}}`).join('')],
    ['heredocs with ever new names', `<?php ${Array.from({ length: many }, (_, index) => `<<<A${index}\nx`).join('')}`],
    ['parentheses', `<?php ${'if ('.repeat(many)}`],
    ['braces', `<% ${'{'.repeat(many)} %>`],
    ['comments that never close', '{{!--{#/*{% comment %}<!--'.repeat(many)],
    ['spaces', `{%${' '.repeat(many * 10)}`],
    ['directives that never close', '@if(x '.repeat(many)],
    ['directives with an end', '@own(a)x'.repeat(many) + '@endown'.repeat(many)],
    ['blocks of Razor', '@if (a) { <p> '.repeat(many)],
    ['elements of Razor', `@{ ${'<p>'.repeat(many)}`],
    [
      'elements of Razor with ever new names',
      `@{ ${Array.from({ length: many }, (_, index) => `<p${index}>@{ `).join('')}`,
    ],
    ['attributes of Razor', '@{ <p a="@b('.repeat(many)],
    ['statements of Razor', `@{ ${'f(a) '.repeat(many)}`],
    ['actions of Go', '{{if a}}{{with "'.repeat(many)],
    ['tags of a library', '<c:if test="${'.repeat(many)],
    ['deep tags of a library', '<c:if test="a">x'.repeat(many)],
    ['expressions that never close', '${ "'.repeat(many)],
    ['tags of Smarty', '{if "'.repeat(many)],
    ['braces of Smarty', '{a{'.repeat(many)],
    ['tags of FreeMarker', '<#if (a'.repeat(many)],
    ['macros of FreeMarker', '<@a x="'.repeat(many)],
    ['references of Velocity', '$a.b(c['.repeat(many)],
    ['directives of Velocity', '#if("'.repeat(many)],
    ['comments of Velocity', '#*'.repeat(many)],
    ['elements of Thymeleaf', '<p th:if="a">'.repeat(many) + '</p>'.repeat(many)],
    ['attributes of Thymeleaf', `<p ${'th:attr="a=b" '.repeat(many)}>`],
    ['tags of Thymeleaf', '<p th:if="'.repeat(many)],
    ['inlined expressions', '/*[[${'.repeat(many)],
    ['crossing languages', '{{#a}}x<?php if ($a): ?>y'.repeat(many) + '{{/a}}z<?php endif ?>'.repeat(many)],
  ])('reads %s in linear time', (_name, text) => {
    for (const path of ['a.html', 'a.js', 'a.php']) scanTemplate(text, detectTemplateLanguages(path, text));
    for (const language of LANGUAGES) scanTemplate(text, [language])?.alternativesIn(1, text.length - 1);
    scanTemplate(text, LANGUAGES);
    // Quadratic time would be minutes.
  });
});

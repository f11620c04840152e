import { describe, expect, it } from 'vitest';
import { classify } from '../../src/discover/index.ts';
import { Linter, type LintOptions } from '../../src/engine/lint.ts';
import { catalog } from '../../src/generated/catalog.ts';
import { rules } from '../../src/generated/rules.ts';
import { sensitive } from '../../src/generated/sensitive.ts';
import type { LintResult } from '../../src/model/finding.ts';
import { loadTypeScriptParser } from '../../src/parse/typescript.ts';
import { locationOf } from '../../src/text/location.ts';
import { Source } from '../../src/text/source.ts';

const FIRES = 'consent/fires-before-consent';
const TAG = '<script async src="https://static.hotjar.com/c/hotjar-1.js"></script>';

async function lint(path: string, text: string, options: Partial<LintOptions> = {}): Promise<LintResult> {
  const linter = new Linter({
    catalog,
    sensitive,
    rules,
    version: 'test',
    today: '2026-06-15',
    loadHeavyParser: loadTypeScriptParser,
    ...options,
  });
  const kind = classify(path, text);
  await linter.lint({ path, kind: kind === 'other' ? 'html' : kind, text });
  return linter.result(1, 0);
}

const told = ({ findings }: LintResult): string[] => findings.map(({ rule, line }) => `${line} ${rule}`);

describe('suppressions in comments', () => {
  it.each([
    ['a.html', '<!-- D -->'],
    ['a.html', '<!--D-->'],
    ['a.html', '<!--\n  D\n-->'],
    ['a.html', '<!--/* D */-->'],
    ['a.liquid', '{% comment %} D {% endcomment %}'],
    ['a.liquid', '{%- comment -%}\nD\n{%- endcomment -%}'],
    ['a.liquid', '{% # D %}'],
    ['a.liquid', '{%- # D -%}'],
    ['a.twig', '{# D #}'],
    ['a.twig', '{#- D -#}'],
    ['a.html', '{% comment "why" %} D {% endcomment %}'],
    ['a.hbs', '{{! D }}'],
    ['a.hbs', '{{!-- D --}}'],
    ['a.hbs', '{{~!-- D --~}}'],
    ['a.ejs', '<%# D %>'],
    ['a.ejs', '<%_ /* D */ _%>'],
    ['a.html.erb', '<%# D %>'],
    ['a.html.erb', '<% # D %>'],
    ['a.php', '<?php // D ?>'],
    ['a.php', '<?php # D ?>'],
    ['a.php', '<?php\n/* D */\n?>'],
    ['a.php', '<?php\n/**\n * D\n */ ?>'],
    ['a.blade.php', '{{-- D --}}'],
    ['a.cshtml', '@* D *@'],
    ['a.tmpl', '{{/* D */}}'],
    ['a.tmpl', '{{- /* D */ -}}'],
    ['a.jsp', '<%-- D --%>'],
    ['a.tpl', '{* D *}'],
    ['a.ftl', '<#-- D -->'],
    ['a.ftl', '[#-- D --]'],
    ['a.vm', '## D'],
    ['a.vm', '#* D *#'],
    ['a.vue', '<!-- D -->'],
  ])('%s: %s', async (path, comment) => {
    const page = (text: string): string => {
      const inner = `${text}\n${TAG}\n`;
      return path.endsWith('.vue')
        ? `<template><div>\n${inner}</div></template>\n`
        : `<html><head>\n${inner}</head></html>\n`;
    };
    const without = await lint(path, page(''));
    expect(told(without).map((one) => one.split(' ')[1])).toEqual([FIRES]);
    const result = await lint(path, page(comment.replace('D', `taglint-disable-next-line ${FIRES} -- own pixel`)));
    expect(told(result)).toEqual([]);
    expect(result.stats.suppressed).toBe(1);
  });

  it.each([
    ['a.js', '// D\nSCRIPT'],
    ['a.js', '//D\nSCRIPT'],
    ['a.js', '/* D */\nSCRIPT'],
    ['a.js', '/**\n * D\n */\n\nSCRIPT'],
    ['a.ts', 'const a: number = 1;\n  // D\nSCRIPT'],
    ['a.js', 'SCRIPT // L'],
    ['a.js', 'SCRIPT /* L */'],
    ['a.js', '/* A */\nlet a = 1;\nSCRIPT'],
    ['a.js', 'SCRIPT\n// A'],
    ['a.html', '<script>\n// D\nSCRIPT\n</script>'],
    ['a.html', '<!-- D -->\n<script>\nlet a = 1;\n\nSCRIPT\n</script>'],
    ['a.html', '<!-- D -->\n<script\n  type="text/javascript">\nSCRIPT\n</script>'],
    ['a.html', '<!-- A -->\n<p></p><script>\nSCRIPT\n</script>'],
    ['a.html', '<script>SCRIPT</script> <!-- L -->'],
    ['a.html', '<!-- D -->\r\n<script>\r\nSCRIPT\r\n</script>'],
  ])('%s: %s', async (path, text) => {
    const script =
      "document.head.append(Object.assign(document.createElement('script'), { src: 'https://static.hotjar.com/c/hotjar-1.js' }));";
    const directive = (word: string): string => `taglint-disable${word} ${FIRES} -- own pixel`;
    const filled = text
      .replace('SCRIPT', script)
      .replace(/\b[DLA]\b/, (letter) => directive({ D: '-next-line', L: '-line' }[letter] ?? ''));
    const result = await lint(path, filled);
    expect(told(result)).toEqual([]);
    expect(result.stats.suppressed).toBe(1);
  });

  it.each([
    ['a string', `<script>var a = "taglint-disable-next-line ${FIRES} -- no";</script>\n${TAG}`],
    ['text', `<p>taglint-disable-next-line ${FIRES} -- no</p>\n${TAG}`],
    ['an address', `<a href="http://taglint-disable-next-line ${FIRES} -- no">a</a>\n${TAG}`],
    ['the middle of a comment', `<!-- see taglint-disable-next-line ${FIRES} -- no -->\n${TAG}`],
  ])('%s is no suppression', async (_, text) => {
    expect(told(await lint('a.html', text))).toEqual([`2 ${FIRES}`]);
  });

  it('reaches no further than the next line', async () => {
    const other = '<script async src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script>';
    const { findings } = await lint('a.html', `<!-- taglint-disable-next-line ${FIRES} -- a -->\n${TAG}\n${other}\n`);
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([[FIRES, 3]]);
  });

  it('stacks, and names several rules', async () => {
    const text = `<!-- taglint-disable-next-line consent/noscript-beacon -- a -->
<!-- taglint-disable-next-line ${FIRES}, consent/ineffective-gate -- b -->
${TAG}
`;
    const result = await lint('a.html', text);
    expect(result.stats.suppressed).toBe(1);
    expect(result.findings.map(({ rule, line, message }) => [line, rule, message.split(' ')[2]])).toEqual([
      [1, 'suppression/unused', 'consent/noscript-beacon'],
      [2, 'suppression/unused', 'consent/ineffective-gate'],
    ]);
  });

  it('says where the finding is that an unused one may mean', async () => {
    const { findings } = await lint('a.html', `<!-- taglint-disable-line ${FIRES} -- a -->\n\n${TAG}\n`);
    expect(findings[0]).toMatchObject({ rule: 'suppression/unused', severity: 'warning', line: 1, column: 1 });
    expect(findings[0]?.message).toContain('begins on line 3');
  });

  it('says that one is left where nothing is', async () => {
    const result = await lint('a.html', `<!-- taglint-disable ${FIRES} -- a -->\n<p></p>\n`);
    expect(told(result)).toEqual(['1 suppression/unused']);
  });

  it('does not call one unused whose rule is off', async () => {
    const result = await lint('a.html', `<!-- taglint-disable ${FIRES} -- a -->\n${TAG}\n`, {
      severities: { [FIRES]: 'off' },
    });
    expect(told(result)).toEqual([]);
  });

  it.each([
    [`taglint-disable-next-line ${FIRES}`, 'suppression/without-reason'],
    [`taglint-disable-next-line ${FIRES} --`, 'suppression/without-reason'],
    [`taglint-disable-next-line ${FIRES} -- (until 2027-01-31)`, 'suppression/without-reason'],
    ['taglint-disable-next-line -- reason', 'suppression/malformed'],
    ['taglint-disable-next-line consent/fires-before-consnt -- reason', 'suppression/malformed'],
    [`taglint-disable-nextline ${FIRES} -- reason`, 'suppression/malformed'],
    [`taglint-disable-next-line ${FIRES} own pixel`, 'suppression/malformed'],
    [`taglint-disable-next-line ${FIRES} -- reason (until tomorrow)`, 'suppression/malformed'],
    [`taglint-disable-next-line ${FIRES} -- reason (until 2027-02-30)`, 'suppression/malformed'],
    ['taglint-disable-next-line suppression/unused -- reason', 'suppression/malformed'],
  ])('%s has no effect: %s', async (directive, rule) => {
    const result = await lint('a.html', `<!-- ${directive} -->\n${TAG}\n`);
    expect(told(result)).toEqual([`1 ${rule}`, `2 ${FIRES}`]);
  });

  it.each([
    ['2026-06-15', []],
    ['2026-06-14', ['1 suppression/expired']],
  ])('until %s, on the fifteenth', async (until, expected) => {
    const result = await lint('a.html', `<!-- taglint-disable ${FIRES} -- a (until ${until}) -->\n${TAG}\n`);
    expect(told(result)).toEqual(expected);
    expect(result.stats.suppressed).toBe(1);
  });

  it('counts nothing as suppressed for which the rule is off', async () => {
    const off = [{ isAbout: () => true, severities: { [FIRES]: 'off' } }] as const;
    const { findings, stats } = await lint('a.html', TAG, { overrides: off });
    expect([findings, stats.suppressed]).toEqual([[], 0]);
    const covered = await lint('a.html', `<!-- taglint-disable ${FIRES} -- ours -->\n${TAG}`, { overrides: off });
    expect([covered.findings, covered.stats.suppressed]).toEqual([[], 0]);
  });

  it('shows everything where nobody asks them', async () => {
    const result = await lint('a.html', `<!-- taglint-disable ${FIRES} -- a (until 2020-01-01) -->\n${TAG}\n`, {
      suppressions: false,
    });
    expect(told(result)).toEqual([`2 ${FIRES}`]);
  });

  it('changes no other fingerprint', async () => {
    const image = '<noscript><img src="https://www.facebook.com/tr?id=1&ev=PageView"></noscript>';
    const twice = (comment: string): string => `<div>\n${comment}${image}\n${image}</div>`;
    const all = await lint('a.html', twice(''));
    const [first, second] = all.findings;
    expect(second).toBeDefined();
    expect(first?.rule).toBe(second?.rule);
    const left = await lint('a.html', twice(`<!-- taglint-disable-next-line ${first?.rule} -- a -->\n`));
    expect(left.findings.map(({ fingerprint }) => fingerprint)).toEqual([second?.fingerprint]);
  });

  it('reads thousands of them in linear time, and never throws', async () => {
    const text = `<!-- taglint-disable-next-line ${FIRES} -- a -->\n<script\n`.repeat(30_000);
    const { findings } = await lint('a.html', text);
    expect(findings.length).toBeLessThanOrEqual(2001);
  }, 20_000);
});

/** A container with a Custom HTML tag. */
function container(notes: string | undefined, html: string): string {
  const tag = {
    tagId: '1',
    name: 'Hotjar "all"',
    type: 'html',
    ...(notes !== undefined && { notes }),
    parameter: [{ type: 'TEMPLATE', key: 'html', value: html }],
    firingTriggerId: ['2147479553'],
  };
  return JSON.stringify({ exportFormatVersion: 2, containerVersion: { tag: [tag], trigger: [] } }, null, 2);
}

describe('suppressions in containers', () => {
  const tagRules = async (text: string, options: Partial<LintOptions> = {}): Promise<string[]> =>
    (await lint('GTM-1.json', text, options)).findings.map(({ rule }) => rule);

  it('are lines of the notes', async () => {
    const found = await tagRules(container(undefined, TAG));
    expect(found).toContain(FIRES);
    const rest = found.filter((rule) => rule !== FIRES);
    expect(await tagRules(container(`Owner: web team\ntaglint-disable ${FIRES} -- own pixel\nSince May`, TAG))).toEqual(
      rest,
    );
    expect(await tagRules(container(`taglint-disable-next-line ${FIRES} — own pixel`, TAG))).toEqual(rest);
    expect(await tagRules(container(`// taglint-disable ${found.join(', ')} -- own pixel`, TAG))).toEqual([]);
  });

  it('are comments of the code', async () => {
    const rest = (await tagRules(container(undefined, TAG))).filter((rule) => rule !== FIRES);
    expect(
      await tagRules(container(undefined, `<!-- taglint-disable-next-line ${FIRES} -- a "b" -->\n${TAG}`)),
    ).toEqual(rest);
    expect(
      await tagRules(container(undefined, `<script>\n// taglint-disable ${FIRES} -- a\n</script>\n${TAG}`)),
    ).toEqual(rest);
  });

  it('are told with their place in the export', async () => {
    const { findings } = await lint('GTM-1.json', container(`a\ntaglint-disable consent/noscript-beacon -- b`, TAG));
    const unused = findings.find(({ rule }) => rule === 'suppression/unused');
    expect(unused).toMatchObject({ line: 9, excerpt: 'taglint-disable consent/noscript-beacon -- b' });
    expect(unused?.path).toEqual([{ label: 'notes', line: 2, column: 1 }]);
  });

  it('stand in the configuration, by the name of the tag', async () => {
    const source = new Source('.taglint.yml', 'suppressions: …');
    const entry = (entity: string, rule: string, until?: string) => ({
      rules: [rule],
      entity,
      isAbout: (file: string) => file === 'GTM-1.json',
      ...(until !== undefined && { until }),
      location: locationOf(source, { start: 0, end: 12 }),
    });
    const text = container(undefined, TAG);
    const rest = (await tagRules(text)).filter((rule) => rule !== FIRES);
    expect(await tagRules(text, { suppressions: [entry('Hotjar "all"', FIRES)] })).toEqual(rest);
    expect(await tagRules(text, { suppressions: [entry('Hotjar', FIRES)] })).toEqual(await tagRules(text));
    expect(await tagRules(text, { suppressions: [entry('Hotjar "all"', 'consent/noscript-beacon')] })).toContain(
      'suppression/unused',
    );
    expect(await tagRules(text, { suppressions: [entry('Hotjar "all"', FIRES, '2026-01-01')] })).toContain(
      'suppression/expired',
    );
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonModule, quoted } from '../../scripts/generate/module-text.ts';
import { registryModule, ruleDocs, ruleFiles } from '../../scripts/generate/rules.ts';

/** The value of a string literal, as TypeScript reads it. */
function read(literal: string): string | undefined {
  const statement = ts.createSourceFile('a.ts', literal, ts.ScriptTarget.ES2023).statements[0];
  const expression = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined;
  return expression && ts.isStringLiteral(expression) ? expression.text : undefined;
}

describe('generated modules', () => {
  it('quotes every text so that it reads back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\\', "'", '"', '\n', '\r', '\u2028', '\u2029', '`', '${', 'u0041'))
        .map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(read(quoted(value))).toBe(value);
      }),
    );
  });

  it('imports the type that it names', () => {
    const text = jsonModule({ name: 'x', type: 'T', from: './t.ts', value: { a: "it's" } });
    expect(text).toContain("import type { T } from './t.ts';");
    expect(text).toContain(`export const x: T = JSON.parse('{"a":"it\\'s"}');`);
  });
});

describe('the rule registry', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taglint-rules-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  it('lists the rules by id and leaves the catalogue out', () => {
    for (const id of ['gtm/b-c', 'data/z', 'data/a']) {
      put(`${id}.ts`, 'export const rule: Rule = {};\n');
      put(`${id}.md`, `# ${id}\n`);
    }
    put('catalog/law.ts', '');
    const rules = ruleFiles(folder);
    expect(rules.map(({ id }) => id)).toEqual(['data/a', 'data/z', 'gtm/b-c']);
    expect(registryModule(rules)).toMatch(/ {2}dataA,\n {2}dataZ,\n {2}gtmBC,\n/);
    expect(ruleDocs(rules)['gtm/b-c']).toBe('# gtm/b-c\n');
  });

  it.each([
    ['a rule without its page', { 'data/a.ts': 'export const rule = 1;' }, 'data/a.ts: its page'],
    ['a page without its rule', { 'data/a.md': '# a' }, 'data/a.md: no rule'],
    ['a module that is no rule', { 'data/a.ts': 'const rule = 1;', 'data/a.md': '' }, 'data/a.ts: exports no `rule`'],
  ])('refuses %s', (_, files, message) => {
    for (const [path, text] of Object.entries(files)) put(path, text);
    expect(() => ruleFiles(folder)).toThrow(message);
  });
});

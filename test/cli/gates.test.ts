/** `consent.gates` from the configuration to the findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

interface Found {
  readonly rule: string;
  readonly trail: readonly { readonly message: string }[];
}

const BEFORE_CONSENT = /^consent\/(?:fires-before-consent|ineffective-gate|wrong-category|unmanaged-block)$/;

/** Rules of findings on consent, and everything that the evidence of all findings says. */
async function lint(
  files: Readonly<Record<string, string>>,
): Promise<{ rules: string[]; trail: string; stderr: string }> {
  using folder = new Folder(files);
  const { stdout, stderr } = await taglint(['--format', 'json', '.'], { cwd: folder.path });
  const { findings } = JSON.parse(stdout) as { findings: readonly Found[] };
  const rules = findings.flatMap(({ rule }) => (BEFORE_CONSENT.test(rule) ? [rule] : []));
  return { rules, trail: JSON.stringify(findings.map(({ trail }) => trail)), stderr };
}

const config = (...gates: readonly string[]): string =>
  `consent:\n  gates:\n${gates.map((gate) => `    - { ${gate} }\n`).join('')}`;
const inScript = (code: string): string => PIXEL_PAGE.replace(PIXEL, code);

describe('consent.gates', () => {
  it.each([
    ['expression', `expression: "mayRun('ads')", category: marketing`, inScript(`if (mayRun('ads')) { ${PIXEL} }`)],
    ['event', 'event: acme:yes, category: marketing', inScript(`addEventListener('acme:yes', () => { ${PIXEL} })`)],
    [
      'cookie',
      'cookie: ads_yes, category: marketing',
      `<?php if (isset($_COOKIE['ads_yes'])) : ?>${PIXEL_PAGE}<?php endif ?>`,
    ],
    [
      'attribute',
      'attribute: data-needs, category: marketing',
      PIXEL_PAGE.replace('<script>', '<script type="text/plain" data-needs>'),
    ],
    ['template', 'expression: shop.flag_a, category: marketing', `{% if shop.flag_a %}${PIXEL_PAGE}{% endif %}`],
  ])('%s: the tag waits for it', async (name, gate, page) => {
    const file = name === 'template' ? 'a.liquid' : name === 'cookie' ? 'a.php' : 'a.html';
    expect((await lint({ [file]: page, '.taglint.yml': config(gate) })).rules).toEqual([]);
  });

  it('names the gate in the evidence', async () => {
    const page = inScript(`if (mayRun('ads')) { ${PIXEL} }`);
    const { rules, trail } = await lint({
      'a.html': page,
      '.taglint.yml': config(`expression: "mayRun('ads')", category: statistics`),
    });
    expect(rules).toEqual(['consent/wrong-category']);
    expect(trail).toContain("gate “mayRun('ads')” declared in .taglint.yml (statistics)");
  });

  it('finds the test that is turned round', async () => {
    const page = inScript(`if (!mayRun('ads')) { ${PIXEL} }`);
    const files = { 'a.html': page, '.taglint.yml': config(`expression: "mayRun('ads')", category: marketing`) };
    expect((await lint(files)).rules).toEqual(['consent/ineffective-gate']);
  });

  it('finds the attribute on a script that runs', async () => {
    const page = PIXEL_PAGE.replace('<script>', '<script data-needs="ads">');
    const files = { 'a.html': page, '.taglint.yml': config('attribute: data-needs, category: marketing') };
    expect((await lint(files)).rules).toEqual(['consent/ineffective-gate']);
  });

  it('reaches scripts of the site', async () => {
    const files = {
      'a.html': '<script type="module" src="app.js"></script>',
      'app.js': `import { mayRun } from './may.js'; if (mayRun('ads')) { ${PIXEL} }`,
      'may.js': `export function mayRun(word) { return registry[word] }`,
    };
    expect((await lint(files)).rules).toEqual(['consent/fires-before-consent']);
    const gates = config(`expression: "mayRun('ads')", category: marketing`);
    expect((await lint({ ...files, '.taglint.yml': gates })).rules).toEqual([]);
  });

  it('refuses a wrong gate with its place', async () => {
    using folder = new Folder({ 'a.html': '<p>', '.taglint.yml': config('expression: a.b, category: analytics') });
    const { status, stderr } = await taglint([], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^taglint: \.taglint\.yml:3:36: consent\.gates\.0\.category .*did you mean statistics\?/);
  });
});

/** The container of the samples, with its tag on a custom event or on a condition. */
function container(trigger: Readonly<Record<string, unknown>>): string {
  const parsed: unknown = JSON.parse(CONTAINER, (key, value: unknown) => (key === 'firingTriggerId' ? ['7'] : value));
  const extended = JSON.stringify(parsed).replace(
    '"tag":[',
    `"trigger":[${JSON.stringify({ accountId: '1', containerId: '2', triggerId: '7', name: 'go', ...trigger })}],"variable":[${JSON.stringify(
      {
        accountId: '1',
        containerId: '2',
        variableId: '8',
        name: 'DLV - acme ok',
        type: 'v',
        parameter: [
          { type: 'INTEGER', key: 'dataLayerVersion', value: '2' },
          { type: 'TEMPLATE', key: 'name', value: 'acme.ok' },
        ],
      },
    )}],"tag":[`,
  );
  return extended;
}

const filter = (type: string, left: string, right: string): Record<string, unknown> => ({
  type,
  parameter: [
    { type: 'TEMPLATE', key: 'arg0', value: left },
    { type: 'TEMPLATE', key: 'arg1', value: right },
  ],
});

const CUSTOM = { type: 'CUSTOM_EVENT', customEventFilter: [filter('EQUALS', '{{_event}}', 'acme_go')] };
const VIEW = (right: string): Record<string, unknown> => ({
  type: 'PAGEVIEW',
  filter: [filter('EQUALS', '{{DLV - acme ok}}', right)],
});

describe('consent.gates in containers', () => {
  it.each([
    ['event', 'event: acme_go, category: marketing', CUSTOM, []],
    ['event of another category', 'event: acme_go, category: statistics', CUSTOM, ['consent/wrong-category']],
    ['event, not declared', 'event: other, category: marketing', CUSTOM, ['consent/fires-before-consent']],
    ['data layer key', 'expression: acme.ok, category: marketing', VIEW('true'), []],
    ['name of a variable', "expression: '{{DLV - acme ok}}', category: marketing", VIEW('true'), []],
    ['value of a variable', `expression: "acme.ok == 'full'", category: marketing`, VIEW('full'), []],
    ['key, turned round', 'expression: acme.ok, category: marketing', VIEW('false'), ['consent/ineffective-gate']],
    ['key, not declared', 'expression: acme.no, category: marketing', VIEW('true'), ['consent/fires-before-consent']],
  ])('%s', async (_name, gate, trigger, expected) => {
    expect((await lint({ 'c.json': container(trigger), '.taglint.yml': config(gate) })).rules).toEqual(expected);
  });
});

describe('README.md, gates', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const block = (name: string): string =>
    new RegExp(`<!-- ${name} -->\\n\`\`\`\\w+\\n([^\`]*)\`\`\``).exec(readme)?.[1] ?? '';

  it('holds a page that waits for the gates that it declares', async () => {
    const page = { 'page.liquid': block('gated') };
    expect((await lint({ ...page, '.taglint.yml': block('gates') })).rules).toEqual([]);
    // The same gates, declared for what covers none of the tags.
    const others = block('gates').replace(/category: (?:\w+|\[.*\])/g, 'category: preferences');
    expect((await lint({ ...page, '.taglint.yml': others })).rules).toEqual(Array(4).fill('consent/wrong-category'));
  });
});

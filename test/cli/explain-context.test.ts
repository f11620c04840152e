import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCommand, Folder, root, taglint } from './command.ts';
import { CLEAN_PAGE, CONTAINER, PIXEL, PIXEL_PAGE } from './samples.ts';

beforeAll(buildCommand);

const page = (head: string, body = ''): string =>
  `<!doctype html>\n<html>\n<head>\n${head}\n<script>\n${PIXEL}</script>\n</head>\n<body>${body}</body>\n</html>\n`;

const TEST_PAGE = page('<title>Butiken</title>\n<meta property="og:title" content="Klamydiatest hemma">');

const step = z.object({ message: z.string(), file: z.string(), line: z.number(), column: z.number() });
const documentSchema = z.object({
  units: z.array(
    z.object({
      file: z.string(),
      level: z.string(),
      sector: z.string(),
      regime: z.string(),
      reason: z.string().optional(),
      evidence: z.array(step.extend({ points: z.number() })),
      pages: z.array(
        z.object({
          tag: z.string().optional(),
          file: z.string().optional(),
          where: z.string(),
          evidence: z.array(step),
        }),
      ),
      strengthens: z.array(z.string()),
    }),
  ),
});

async function explained(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<z.infer<typeof documentSchema>['units']> {
  using folder = new Folder(files);
  const { stdout } = await taglint(['--explain-context', '--format', 'json', ...args], { cwd: folder.path });
  const document: unknown = JSON.parse(stdout);
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'schemas/context.schema.json'), 'utf8')));
  validate(document);
  expect(validate.errors).toBeNull();
  return documentSchema.parse(document).units;
}

describe('taglint --explain-context', () => {
  it('tells what is inferred, from which words on which line, and which rules it makes stricter', async () => {
    using folder = new Folder({ 'a.html': TEST_PAGE, 'b.html': PIXEL_PAGE, 'c.html': CLEAN_PAGE });
    const { status, stdout, stderr } = await taglint(['--explain-context'], { cwd: folder.path });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.trim());
    expect(lines).toContain('sensitive by what it says of itself: title says “Klamydiatest” (self-tests)');
    expect(lines).toContain('2  title says “Klamydiatest” (self-tests) (a.html:5:1)');
    expect(lines).toContain('visitors are on a page about self-tests (certain)');
    expect(stdout).toMatch(/find more here, or graver: .*data\/advanced-matching/);
    expect(lines).toContain('nothing says that the site is sensitive');
    expect(stdout).toContain('1 of 2 files is about something sensitive.');
    expect(stdout).not.toContain('c.html');
    expect(stdout).not.toContain('fires-before-consent');
  });

  it('as a document for programs', async () => {
    const [a, b] = await explained({ 'a.html': TEST_PAGE, 'b.html': PIXEL_PAGE });
    expect(a).toMatchObject({
      file: 'a.html',
      level: 'evident',
      sector: 'general',
      regime: 'eu',
      evidence: [{ points: 2, file: 'a.html', line: 5 }],
      pages: [{ where: 'on a page about self-tests', evidence: [{ line: 5 }] }],
    });
    expect(a?.strengthens).toContain('sensitive/page-context');
    expect(b).toMatchObject({ level: 'none', evidence: [], pages: [], strengthens: [] });
  });

  it('also where one word is not enough', async () => {
    const [unit] = await explained({ 'a.html': page('<title>Alvedon och mycket annat</title>') });
    expect(unit).toMatchObject({ level: 'none', evidence: [{ points: 1 }], strengthens: [] });
  });

  it('the configuration comes first', async () => {
    const [unit] = await explained({ 'a.html': PIXEL_PAGE }, ['--sector', 'pharmacy']);
    expect(unit).toMatchObject({ level: 'configured', sector: 'pharmacy', reason: "the site's sector is pharmacy" });
    const [configured] = await explained({
      'shop/a.html': PIXEL_PAGE,
      '.taglint.yml': 'site: { regime: us-health, sensitive-paths: [/shop] }\n',
    });
    expect(configured).toMatchObject({
      level: 'configured',
      regime: 'us-health',
      pages: [{ where: 'on a page below /shop' }],
    });
  });

  it('tells of the tags of a container that fire on such pages alone', async () => {
    const container = JSON.parse(CONTAINER);
    const { containerVersion } = container;
    containerVersion.container.name = 'Nätapoteket';
    containerVersion.tag[0].firingTriggerId = ['7'];
    containerVersion.trigger = [
      {
        triggerId: '7',
        name: 'test pages',
        type: 'PAGEVIEW',
        filter: [
          {
            type: 'CONTAINS',
            parameter: [
              { type: 'TEMPLATE', key: 'arg0', value: '{{Page Path}}' },
              { type: 'TEMPLATE', key: 'arg1', value: '/klamydiatest' },
            ],
          },
        ],
      },
    ];
    containerVersion.builtInVariable = [{ type: 'PAGE_PATH', name: 'Page Path' }];
    const [unit] = await explained({ 'GTM-TEST.json': JSON.stringify(container, null, 2) });
    expect(unit).toMatchObject({
      level: 'evident',
      pages: [{ tag: 'Meta - base', where: 'on a page about self-tests' }],
    });
    expect(unit?.evidence.map(({ message }) => message)).toEqual([
      'container says “Nätapoteket”',
      'path says “klamydiatest” (self-tests)',
    ]);
  });

  it('lists the pages below a layout, and what each of them reveals', async () => {
    const pages = {
      'app/layout.jsx': `import Script from 'next/script';
export default function Layout({ children }) { return <body><Script id="p">{\`${PIXEL}\`}</Script>{children}</body>; }\n`,
      'app/klamydia/page.jsx': 'export default function Page() { return <h1>Boka</h1>; }\n',
      'app/hiv/page.jsx':
        "export const metadata = { title: 'HIV-test' };\nexport default function Page() { return <p>x</p>; }\n",
      'app/om/page.jsx': 'export default function Page() { return <h1>Om oss</h1>; }\n',
    };
    const [layout, ...more] = await explained(pages);
    expect(more).toEqual([]);
    expect(layout).toMatchObject({
      file: 'app/layout.jsx',
      pages: [
        { file: 'app/hiv/page.jsx', evidence: [{ file: 'app/hiv/page.jsx' }, {}] },
        { file: 'app/klamydia/page.jsx', where: 'on a page about sexual-health' },
      ],
      strengthens: ['sensitive/page-context'],
    });
    using folder = new Folder(pages);
    const { stdout } = await taglint(['--explain-context'], { cwd: folder.path });
    expect(stdout).toContain('below it, visitors of app/klamydia/page.jsx are on a page about sexual-health');
  });

  it('takes no orders from names', async () => {
    const hostile = page('<title>Klamydiatest \u001b[2J\u001b]0;owned\u0007 anna@example.com</title>');
    const name = 'klamydia\u001b[31mtest.html';
    using folder = new Folder({ [name]: hostile });
    const { stdout } = await taglint(['--explain-context'], { cwd: folder.path });
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    const json = await taglint(['--explain-context', '--format', 'json'], { cwd: folder.path });
    expect(json.stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('writes to a file, and knows which formats it has', async () => {
    using folder = new Folder({ 'a.html': TEST_PAGE });
    const written = await taglint(['--explain-context', '--format', 'json', '-o', 'out.json'], { cwd: folder.path });
    expect(written).toMatchObject({ status: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8'))).toMatchObject({ units: [{}] });
    const { status, stderr } = await taglint(['--explain-context', '--format', 'sarif'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toContain('stylish and json');
  });

  it('has nothing to tell where there is nothing', async () => {
    using folder = new Folder({ 'a.txt': 'nothing' });
    const { status } = await taglint(['--explain-context'], { cwd: folder.path });
    expect(status).toBe(3);
  });
});

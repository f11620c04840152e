import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { consentDefault, page, SNIPPET } from '../engine/embedded.ts';
import { containerText, tag } from '../extract/gtm/build.ts';
import { buildCommand, Folder, taglint } from './command.ts';

beforeAll(buildCommand);

const CONTAINER = containerText({ tags: [tag('GA4', 'googtag', { tagId: 'G-ABCDEF1' })] });
const DENIED = consentDefault('denied');

const resultSchema = z.object({ findings: z.array(z.object({ rule: z.string(), file: z.string() })) });
const matrixSchema = z.object({
  units: z.array(
    z.object({
      file: z.string(),
      pages: z.array(z.string()).optional(),
      tags: z.array(z.object({ name: z.string(), states: z.record(z.string(), z.string()) })),
    }),
  ),
});

/** Sites whose files come before and after the container by their names. */
const SITES: readonly (readonly [string, Readonly<Record<string, string>>, page: string])[] = [
  ['a page', { 'z/index.html': page(DENIED, SNIPPET()) }, 'z/index.html'],
  [
    'a layout that takes the snippet from a part',
    {
      'layouts/main.liquid': page(DENIED, "{% render 'tags' %}"),
      'snippets/tags.liquid': `<script>${SNIPPET()}</script>\n`,
    },
    'layouts/main.liquid',
  ],
  [
    'a script of its own',
    {
      'index.html': page(DENIED, '<script src="/zz.js"></script>'),
      'zz.js': SNIPPET(),
    },
    'index.html',
  ],
  [
    'a component',
    {
      'src/app/layout.tsx': `import { GoogleTagManager } from '@next/third-parties/google';
export default function Layout() {
  return <html><head><script dangerouslySetInnerHTML={{ __html: \`${DENIED}\` }} /></head><GoogleTagManager gtmId="GTM-TEST" /></html>;
}
`,
    },
    'src/app/layout.tsx',
  ],
];

describe('a container in one run with', () => {
  it.each(SITES)('%s', async (_, files, path) => {
    using folder = new Folder({ ...files, 'gtm/container.json': CONTAINER });
    const lint = await taglint(['--format', 'json'], { cwd: folder.path });
    expect(resultSchema.parse(JSON.parse(lint.stdout)).findings).toEqual([]);
    const matrix = await taglint(['matrix', '--format', 'json'], { cwd: folder.path });
    const unit = matrixSchema.parse(JSON.parse(matrix.stdout)).units.find(({ file }) => file.endsWith('.json'));
    expect(unit?.pages).toEqual([path]);
    expect(unit?.tags[0]?.states['first-visit']).toBe('limited');
    const table = await taglint(['matrix', 'gtm', '.'], { cwd: folder.path });
    expect(table.stdout).toContain(`Loaded by ${path}`);
  });
});

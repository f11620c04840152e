/**
 * `npm run package-check`, after a build: packs the package, looks at what is in the tarball, installs it in an empty
 * folder and uses it there as a command and, from TypeScript, as a library.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { z } from 'zod';
import { root } from './generate/index.ts';
import { run } from './package-check/run.ts';

const packedSchema = z.array(
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
);
const allowed = /^(?:dist\/.+|schemas\/.+\.json|README\.md|LICENSE|package\.json)$/;
const needed = [
  'dist/cli.js',
  'dist/index.js',
  'dist/THIRD-PARTY-LICENSES.txt',
  'README.md',
  'LICENSE',
  'package.json',
];

const consumer = `import * as taglint from 'taglint';
export type Api = typeof taglint;
// @ts-expect-error A module without types would be \`any\` and have this member.
export const missing = taglint.thereIsNoSuchExport;
`;

const page = `<!doctype html>
<title>t</title>
<script>
!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;
s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '1234567890123456');
fbq('track', 'PageView');
</script>
`;

process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), 'taglint-package-'));
try {
  await lintManifest();
  const tarball = pack();
  use(tarball);
} catch (error) {
  console.error(`package-check: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function lintManifest(): Promise<void> {
  const { messages, pkg } = await publint({ pkgDir: root, strict: true });
  for (const message of messages) console.error(`publint: ${formatMessage(message, pkg)}`);
  if (messages.length > 0) throw new Error('publint has complaints');
  console.log('publint: nothing to complain about');
}

function pack(): string {
  // The build has just been made: packing must not make another one.
  const { stdout } = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const packed = packedSchema.parse(JSON.parse(stdout))[0];
  if (packed === undefined) throw new Error('npm packed nothing');
  const paths = packed.files.map(({ path }) => path);
  const strange = paths.filter((path) => !allowed.test(path));
  const missing = needed.filter((path) => !paths.includes(path));
  if (strange.length > 0) throw new Error(`the tarball holds what it should not: ${strange.join(', ')}`);
  if (missing.length > 0) throw new Error(`the tarball lacks ${missing.join(', ')}`);
  console.log(`tarball: ${paths.length} files, ${Math.round(packed.size / 1024)} KiB packed`);
  return join(folder, packed.filename);
}

function use(tarball: string): void {
  const project = join(folder, 'project');
  mkdirSync(project);
  const put = (name: string, text: string): void => writeFileSync(join(project, name), text);
  put('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: project });

  const version = run('npx', ['--no-install', 'taglint', '--version'], { cwd: project }).stdout.trim();
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`taglint --version printed ${version}`);
  console.log(`installed: taglint ${version}`);

  put('page.html', page);
  const { stdout } = run('npx', ['--no-install', 'taglint', '--format', 'json', 'page.html'], {
    cwd: project,
    status: 1,
  });
  if (!stdout.includes('"consent/fires-before-consent"')) throw new Error(`the pixel was not found:\n${stdout}`);
  console.log('installed: finds the pixel of a page');

  put('typed.tsx', 'export const App = (): unknown => <Script src="https://example.com/x.js" />;\n');
  run('npx', ['--no-install', 'taglint', 'typed.tsx'], { cwd: project });
  console.log('installed: reads TypeScript');

  put('consumer.ts', consumer);
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--ignoreConfig', '--strict', '--noEmit', '--target', 'es2023'];
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    const args = [compiler, ...options, '--module', module, '--moduleResolution', resolution, 'consumer.ts'];
    run(process.execPath, args, { cwd: project });
    console.log(`types: right for ${resolution} resolution`);
  }
  const names = run(process.execPath, ['-e', "import('taglint').then((m) => console.log(Object.keys(m).join(', ')))"], {
    cwd: project,
  });
  console.log(`exports: ${names.stdout.trim()}`);
}

/** `npm run build`: writes `dist/`. */
import { mkdirSync, rmSync } from 'node:fs';
import { bundle } from './build/bundle.ts';
import { thirdPartyLicenses } from './build/licenses.ts';
import { declarations } from './build/types.ts';
import { generate, root } from './generate/index.ts';

try {
  await generate();
  process.chdir(root);
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
  const packages = await bundle();
  // Not bundled as code: its data is part of the generated list of third parties.
  thirdPartyLicenses([...packages, 'node_modules/third-party-web'], 'dist/THIRD-PARTY-LICENSES.txt');
  declarations();
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

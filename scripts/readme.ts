/** `npx tsx scripts/readme.ts`: refreshes the output blocks of README.md by running the commands that they name. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './generate/index.ts';
import { refreshOutputs } from './readme/outputs.ts';

const file = join(root, 'README.md');
const before = readFileSync(file, 'utf8');
const after = refreshOutputs(before, (args) => {
  const { error, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error) throw error;
  return stdout;
});
if (after === before) console.log('README.md is up to date');
else {
  writeFileSync(file, after);
  console.log('README.md refreshed');
}

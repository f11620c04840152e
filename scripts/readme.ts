/** `npx tsx scripts/readme.ts`: refreshes what README.md shows of the command, by running it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './generate/index.ts';
import { firstMinutes, withFirstMinutes } from './readme/first-minutes.ts';
import { refreshOutputs } from './readme/outputs.ts';

const file = join(root, 'README.md');
const before = readFileSync(file, 'utf8');
const outputs = refreshOutputs(before, (args) => {
  const { error, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error) throw error;
  return stdout;
});
const tsx = import.meta.resolve('tsx');
const after = withFirstMinutes(
  outputs,
  firstMinutes([process.execPath, '--import', tsx, join(root, 'src/cli/main.ts')]),
);
if (after === before) console.log('README.md is up to date');
else {
  writeFileSync(file, after);
  console.log('README.md refreshed');
}

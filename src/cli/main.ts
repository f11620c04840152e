#!/usr/bin/env node
/** The command: starts the program and hands its exit code to the process. */
import * as nodeModule from 'node:module';
import { main } from './program.ts';

// Newer Nodes keep compiled code between runs. What is loaded from here on, which is nearly everything, takes part.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
  nodeModule.enableCompileCache();

// Whoever reads the output may stop early (`taglint | head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`taglint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
}

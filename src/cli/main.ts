#!/usr/bin/env node
/** The command: starts the program and hands its exit code to the process. */
import * as nodeModule from 'node:module';
import { main } from './program.ts';

// Newer Nodes keep compiled code between runs. What is loaded from here on, which is nearly everything, takes part.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
  nodeModule.enableCompileCache();

// Whoever reads the output may stop early (`taglint | head`). That is no error, and no reason to leave other outputs unwritten.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(`taglint: cannot write to standard output: ${error.message}\n`);
    process.exit(2);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`taglint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
}

/** `taglint lsp`: a language server over standard input and output. */
import { EXIT, type ExitCode } from './exit-codes.ts';

export async function lsp(): Promise<ExitCode> {
  const { serve } = await import('../lsp/server.ts');
  await serve(process.stdin, process.stdout);
  return EXIT.clean;
}

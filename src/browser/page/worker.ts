/** Judges texts beside the page, which stays responsive. */
import { judge } from '../judge.ts';
import { missed } from '../parts.ts';
import type { JobMessage, Reply } from '../protocol.ts';

addEventListener('message', ({ data }: MessageEvent<JobMessage>) => {
  void answer(data).then((reply) => postMessage(reply));
});

async function answer({ id, job, without }: JobMessage): Promise<Reply> {
  const outcome = await judge(job).catch((error: unknown) => ({
    kind: 'failed' as const,
    message: error instanceof Error ? error.message : String(error),
  }));
  // Whatever came of it would be another thing with what was missing.
  const parts = missed().filter((part) => !without.includes(part));
  return parts.length > 0 ? { id, kind: 'needs', parts } : { id, ...outcome };
}

/** Judges texts beside the page, which stays responsive. Comes last of the parts that the worker is put together from. */
import { judge } from '../judge.ts';
import { parts } from '../parts/parts.ts';
import type { JobMessage, Reply } from '../protocol.ts';

addEventListener('message', ({ data }: MessageEvent<JobMessage>) => {
  void answer(data).then((reply) => postMessage(reply));
});

async function answer({ id, job, without }: JobMessage): Promise<Reply> {
  try {
    return { id, ...(await judge(job, parts(), without)) };
  } catch (error) {
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** What downloaded bytes are, and what they say. */
import { classify, decodeText } from '../discover/index.ts';
import type { Catalog } from '../model/catalog.ts';
import { createLinter } from '../run/run.ts';
import { parseJson } from '../text/json-error.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Target, targetsOf } from './targets.ts';

/** @returns why the bytes are not what was asked for; undefined where they are */
export function wrongContent(bytes: Uint8Array, { snapshot: { format } }: Target): string | undefined {
  const text = decodeText(bytes);
  const start = text.slice(0, 1024).trimStart();
  if (start === '') return 'the answer is empty';
  if (start.startsWith('<') || bytes.subarray(0, 1024).includes(0)) {
    return `the answer is no ${format === 'json' ? 'JSON' : 'script'}`;
  }
  return format === 'json' && !parseJson(text).ok ? 'the answer is no JSON' : undefined;
}

/** What the settings say, and the settings that they lead to: a container names the pixels in it. */
export async function readSettings(
  bytes: Uint8Array,
  path: string,
  { vendors }: Catalog,
): Promise<{ readonly facts: Facts; readonly targets: readonly Target[] }> {
  const text = decodeText(bytes);
  const kind = classify(path, text);
  const facts = new Set<string>();
  const targets: Target[] = [];
  if (kind === 'other') return { facts, targets };
  const linter = await createLinter({
    withoutRules: true,
    judged: (unit) => {
      for (const fact of factsOf(unit)) facts.add(fact);
      targets.push(...targetsOf(unit, vendors));
    },
  });
  await linter.lint({ path, kind, text });
  // What waits for other files is judged now.
  linter.result(1, 0);
  return { facts, targets };
}

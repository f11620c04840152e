import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../command.ts';

/** Files that are workflows, hold some, or write some. */
const FILES = [
  'README.md',
  'action.yml',
  'src/init/pipelines.ts',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('actions of others', () => {
  const used = FILES.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\buses: +([\w.-]+\/[\w./-]+)@(\S+)(.*)$/gm)].map(
      ([, action = '', revision = '', rest = '']) => ({ file, action, revision, rest }),
    ),
  );

  it('are named by their commit, with the version beside it', () => {
    expect(used.length).toBeGreaterThan(5);
    for (const { file, action, revision, rest } of used) {
      expect(revision, `${file}: ${action}`).toMatch(/^[0-9a-f]{40}$/);
      expect(rest, `${file}: ${action}`).toMatch(/^ # v\d+(?:\.\d+)*$/);
    }
  });

  it('are the same everywhere', () => {
    const known = new Map<string, string>();
    for (const { file, action, revision, rest } of used) {
      const one = `${revision}${rest}`;
      expect(one, `${file}: ${action}`).toBe(known.get(action) ?? one);
      known.set(action, one);
    }
  });
});

import { defineConfig } from 'vitest/config';

/** What makes repositories of Git, is tried with other tools, or takes very much work: `npm run test:slow`. */
export const SLOW = [
  'test/cli/recipes/**/*.test.ts',
  'test/cli/changes.test.ts',
  'test/run/changes-property.test.ts',
  'test/cli/init.test.ts',
  'test/cli/large-containers.test.ts',
];

export const COMMON = {
  globalSetup: ['test/global-setup.ts'],
  setupFiles: ['test/setup.ts'],
  pool: 'forks' as const,
  // The main process only waits for its workers: it needs no core of its own.
  maxWorkers: '100%',
  // Nothing in the tests changes what modules or the process hold: each worker loads the catalogue and the parsers once.
  isolate: false,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    ...COMMON,
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**', ...SLOW],
  },
});

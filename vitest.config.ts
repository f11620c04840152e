import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    pool: 'forks',
    // The main process only waits for its workers: it needs no core of its own.
    maxWorkers: '100%',
    // Nothing in the tests changes what modules or the process hold: each worker loads the catalogue and the parsers once.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

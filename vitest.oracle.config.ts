import { defineConfig } from 'vitest/config';

/** What needs a real browser, the pages under test/oracle and the page that judges in one: `npm run test:oracle`. The ordinary suite needs no browser. */
export default defineConfig({
  test: {
    include: ['test/oracle/**/*.oracle.ts', 'test/browser/**/*.oracle.ts'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

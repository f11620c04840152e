import { defineConfig } from 'vitest/config';

/** The pages under test/oracle in a real browser: `npm run test:oracle`. The ordinary suite needs no browser. */
export default defineConfig({
  test: {
    include: ['test/oracle/**/*.oracle.ts'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

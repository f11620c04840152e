import { defineConfig } from 'vitest/config';
import { COMMON, SLOW } from './vitest.config.ts';

/**
 * What the ordinary suite leaves out: repositories of Git, recipes with the tools that they are for, as far as they are there, and very
 * large inputs.
 */
export default defineConfig({ test: { ...COMMON, include: SLOW } });

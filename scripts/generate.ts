/** `npm run generate`: writes `src/generated/`. */
import { generate } from './generate/index.ts';

try {
  await generate();
} catch (error) {
  console.error(`generate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

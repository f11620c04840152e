import fc from 'fast-check';
import { COMPONENTS } from '../src/extract/components/part.ts';
import { COMPILED, TEMPLATE_CODE } from '../src/extract/gtm/container.ts';
import { TEMPLATES } from '../src/extract/templates/masking.ts';
import { SELECTORS } from '../src/parse/html.ts';

/** The same inputs in every run, so that a failure can be repeated; `FC_SEED=random` looks for new ones. */
const seed = process.env.FC_SEED;
if (seed !== 'random') fc.configureGlobal({ seed: seed === undefined ? 20_240_829 : Number(seed) });

// Tests read texts also where nobody waits for what few inputs need.
await Promise.all([TEMPLATES, SELECTORS, COMPONENTS, COMPILED, TEMPLATE_CODE].map((part) => part.load()));

/** The script of a report, which runs in the reader's browser. Without it everything is there, and nothing is folded away for good. */
import { filters } from './filters.ts';
import { fragment } from './fragment.ts';
import { keys } from './keys.ts';
import { matrix } from './matrix.ts';
import { print } from './print.ts';

matrix();
print();
const bar = filters();
fragment(bar);
keys();

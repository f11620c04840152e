import { LatePart } from '../../parse/late-part.ts';

/** The readers of component files. */
export const COMPONENTS = new LatePart(() => import('./index.ts'));

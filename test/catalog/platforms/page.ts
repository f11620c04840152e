import type { Case } from '../../extract/gating/support.ts';

/** Id of the platform in the catalogue; what is tried; page or script; outcomes by consent state (see `Case`). */
export type PlatformPage = readonly [platform: string, ...Case];

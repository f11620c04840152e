import { pagesAToB } from './platforms/a-b.ts';
import { pagesC } from './platforms/c.ts';
import { pagesCookieBToH } from './platforms/cookie-b-h.ts';
import { pagesCookieIToY } from './platforms/cookie-i-y.ts';
import { pagesDToI } from './platforms/d-i.ts';
import { pagesJToP } from './platforms/j-p.ts';
import type { PlatformPage } from './platforms/page.ts';
import { pagesQToS } from './platforms/q-s.ts';
import { pagesTToU } from './platforms/t-u.ts';
import { pagesVToZ } from './platforms/v-z.ts';

/** Platforms of the catalogue on pages, as sites write them: gates that hold, and what only looks like one. */
export const platformPages: readonly PlatformPage[] = [
  ...pagesAToB,
  ...pagesC,
  ...pagesCookieBToH,
  ...pagesCookieIToY,
  ...pagesDToI,
  ...pagesJToP,
  ...pagesQToS,
  ...pagesTToU,
  ...pagesVToZ,
];

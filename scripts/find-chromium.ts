/** `npx tsx scripts/find-chromium.ts`: prints the path of the Chromium that `npm run test:oracle` uses; fails without one. */
import { findChromium } from '../test/oracle/chromium.ts';

const path = findChromium();
if (path === undefined) process.exitCode = 1;
else console.log(path);

/** På svenska: what rules and the engine say, by its English pattern. */
import type { Phrases } from '../phrases.ts';
import { cells } from './cells.ts';
import { consent } from './consent.ts';
import { consentMode } from './consent-mode.ts';
import { data } from './data.ts';
import { evidence } from './evidence.ts';
import { gates } from './gates.ts';
import { gtm } from './gtm.ts';
import { policy } from './policy.ts';
import { run } from './run.ts';
import { security } from './security.ts';
import { sensitive } from './sensitive.ts';
import { terms } from './terms.ts';
import { vendors } from './vendors.ts';
import { ways } from './ways.ts';
import { words } from './words.ts';

export const svPhrases: Phrases = {
  ...cells,
  ...consent,
  ...consentMode,
  ...data,
  ...evidence,
  ...gates,
  ...gtm,
  ...policy,
  ...run,
  ...security,
  ...sensitive,
  ...terms,
  ...vendors,
  ...ways,
  ...words,
};

import { hasConsent, onConsent } from './consent.js';
import { loadClarity } from './trackers.js';

if (hasConsent('statistics')) loadClarity();
else onConsent('statistics', loadClarity);

import type { Phrases } from '../phrases.ts';

export const dePhrases: Phrases = {};

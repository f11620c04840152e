import type { Phrases } from '../phrases.ts';

export const svPhrases: Phrases = {};

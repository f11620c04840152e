export { type JsonOptions, json } from './json.ts';
export { findPersonalData, type MaskedSpan, maskPersonalData } from './mask.ts';
export { excerptOf, maskResult } from './masked-result.ts';
export { type StylishOptions, stylish } from './stylish.ts';
export { countBySeverity } from './summary.ts';

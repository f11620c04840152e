export { Sandboxes } from './sandboxes.ts';
export { extractTemplate } from './template-unit.ts';

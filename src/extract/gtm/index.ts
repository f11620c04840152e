export { extractContainer } from './container.ts';
export { extractTemplate } from './template-unit.ts';

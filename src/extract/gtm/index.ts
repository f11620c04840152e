export { extractContainer } from './container.ts';

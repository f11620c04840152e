export { type ContainerOptions, extractContainer } from './container.ts';

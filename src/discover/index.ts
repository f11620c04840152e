export { type Discovered, type DiscoveredFile, discover, type PathError } from './discover.ts';
export { classify, kindOfName } from './kinds.ts';
export { resolveLocal } from './local.ts';
export { checkInput, decodeText, encodeText, hasInterest, JSON_SIZE_LIMIT, readInput } from './read.ts';
export { DISK, type FileTree } from './tree.ts';

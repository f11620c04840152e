export { checkInput, JSON_SIZE_LIMIT } from './checks.ts';
export { classify } from './classify.ts';
export { type Discovered, type DiscoveredFile, discover, type PathError } from './discover.ts';
export { kindOfName } from './kinds.ts';
export { decodeText, encodeText, hasInterest, readInput } from './read.ts';
export { DISK, type FileTree } from './tree.ts';

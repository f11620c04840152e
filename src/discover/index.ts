export { type Discovered, type DiscoveredFile, type DiscoverOptions, discover, type PathError } from './discover.ts';
export { classify, type FileKind, kindOfName, looksLikeContainer, type NameKind } from './kinds.ts';
export { resolveLocal } from './local.ts';
export { checkInput, DEFAULT_SIZE_LIMIT, decodeText, hasInterest, type ReadResult, readInput } from './read.ts';

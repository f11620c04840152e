export { type DecodedText, type EntityOptions, entityMap } from './entities.ts';
export { type JsonDocument, type JsonSyntaxError, parseJson } from './json-error.ts';
export { type JsonPath, JsonPositions, jsonStart, locateJson, locateJsonKey } from './json-positions.ts';
export { type DecodedString, jsonStringEnd, jsonStringMap } from './json-string.ts';
export { type LineColumn, LineIndex } from './line-index.ts';
export { type Location, locationOf, type PathStep, type ResolvedLocation, resolveLocation } from './location.ts';
export { OffsetMap, OffsetMapBuilder, type Span } from './offset-map.ts';
export { type Nesting, Source } from './source.ts';

/** On which pages alone a tag fires: the words that its triggers ask the page's address or title for. */
import type { ContextFact } from '../../model/unit.ts';
import { originsOf } from '../../model/value.ts';
import type { ContainerCondition, ContainerTag, ContainerTrigger } from '../../parse/container.ts';
import type { Scope } from './scope.ts';

/** What built-in variables and variables of type URL call the parts of an address that say what a page is about. */
const PATH = /^(?:page path|path)$/;
const WHOLE = /^(?:page url|url|new history url)$/;
const QUERY = /^(?:fragment|query|\?.*|new history fragment)$/;
/** The same, read from the browser. */
const READ_PATH = /^(?:window\.|document\.)*location\.pathname$/;
const READ_WHOLE = /^(?:window\.|document\.)*(?:location(?:\.href)?|URL)$/;
const READ_QUERY = /^(?:window\.|document\.)*location\.(?:search|hash)$/;
const READ_TITLE = /^(?:window\.)?document\.title$/;

/** Conditions of one tag that are looked at. */
const MAX_WORDS = 24;

/** Empty where one of the triggers asks for no page in particular. */
export function pageWords(
  scope: Scope,
  tag: ContainerTag,
  triggers: ReadonlyMap<string, ContainerTrigger>,
): ContextFact[] {
  const found: ContextFact[] = [];
  for (const id of tag.firing) {
    const filters = triggers.get(id)?.filters ?? [];
    const words = filters.flatMap((filter) => wordsOf(scope, filter));
    if (words.length === 0) return [];
    found.push(...words);
  }
  return found.slice(0, MAX_WORDS);
}

function wordsOf(scope: Scope, { left, right, negate, path }: ContainerCondition): ContextFact[] {
  if (negate || right === '') return [];
  const value = scope.textValue(right, undefined);
  if (value.kind !== 'literal') return [];
  const part = partOf(scope, { left });
  return part
    ? [{ about: part === 'title' ? 'title' : 'path', text: String(value.value), location: scope.places.at(path) }]
    : [];
}

/** The part of the page that a condition asks; undefined where it asks something else. */
export function partOf(
  scope: Scope,
  { left }: Pick<ContainerCondition, 'left'>,
): 'address' | 'path' | 'title' | 'query' | undefined {
  if (!left.includes('{{')) return undefined;
  for (const { kind, name } of originsOf(scope.textValue(left, undefined))) {
    if (kind !== 'url' && kind !== 'variable') continue;
    const isRead = kind === 'variable';
    if ((isRead ? READ_PATH : PATH).test(name)) return 'path';
    if ((isRead ? READ_WHOLE : WHOLE).test(name)) return 'address';
    if ((isRead ? READ_QUERY : QUERY).test(name)) return 'query';
    if (isRead && READ_TITLE.test(name)) return 'title';
  }
  return undefined;
}
